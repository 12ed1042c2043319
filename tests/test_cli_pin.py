"""Setting the PIN of the staff panel."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from kiosk.cli import commands
from kiosk.exhibition.places import state_folder
from kiosk.staff.pin_file import PIN, PinLock


def run(typed: str, *options: str):
    return CliRunner().invoke(commands, ["pin", *options], input=typed)


@pytest.mark.usefixtures("home")
def test_a_pin_is_asked_for_twice_and_not_shown():
    done = run("481516\n481516\n")
    assert done.exit_code == 0, done.output
    assert "481516" not in done.output
    assert str(state_folder() / PIN) in done.output
    assert PinLock(state_folder(), lambda: 0.0).open("481516")
    assert run("", "--forget").exit_code == 0
    assert not (state_folder() / PIN).exists()


@pytest.mark.usefixtures("home")
def test_weak_and_unlike_ones_are_asked_for_again_and_then_given_up():
    done = run("123456\n4815\n481516\n481517\n")
    assert done.exit_code == 1
    assert not (state_folder() / PIN).exists()
    assert "follow each other" in done.output
    assert "6 to 12 digits" in done.output
    assert "not the same" in done.output
