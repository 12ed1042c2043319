"""What an X server is told when the screen is to be dark, and each desktop's own way."""

from __future__ import annotations

import sys

import pytest

from kiosk.staff.display_power import command_for, switch
from tests.e2e.conftest import display
from tests.staff.x_server import ENABLE, FORCE_LEVEL, SET_TIMEOUTS, XServer

__all__ = ["display"]  # a fixture


@pytest.mark.skipif(sys.platform != "linux", reason="the server's address is Linux's own")
@pytest.mark.parametrize(("enabled", "before"), [(True, []), (False, [(SET_TIMEOUTS, 0, 0, 0, 0), (ENABLE,)])])
@pytest.mark.parametrize(("on", "level"), [(False, 3), (True, 0)])
def test_an_x_server_is_told(on: bool, level: int, enabled: bool, before: list[tuple[int, ...]]) -> None:
    """Where it saves no power it is made to, but never of its own accord."""
    server = XServer(enabled=enabled)
    assert switch(on, {"DISPLAY": server.display}, "linux") == ""
    server.join(5)
    assert [each[:2] if each[0] == FORCE_LEVEL else each for each in server.done] == [*before, (FORCE_LEVEL, level)]


@pytest.mark.parametrize(
    ("environment", "system", "first"),
    [
        ({"DISPLAY": ":0"}, "win32", None),
        ({}, "linux", None),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0", "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, "linux", "gdbus"),
        ({"WAYLAND_DISPLAY": "w", "XDG_CURRENT_DESKTOP": "KDE"}, "linux", "kscreen-doctor"),
        ({"WAYLAND_DISPLAY": "w", "XDG_CURRENT_DESKTOP": "sway"}, "linux", "swaymsg"),
        ({"WAYLAND_DISPLAY": "w"}, "linux", "wlopm"),
    ],
)
def test_each_desktop_has_its_way(environment: dict[str, str], system: str, first: str | None) -> None:
    commands = [command_for(on, environment, system) for on in (False, True)]
    assert [command and command[0] for command in commands] == [first, first]
    assert commands[0] != commands[1] or first is None


def test_without_what_it_takes_there_is_a_reason() -> None:
    assert "no way" in switch(False, {}, "linux")
    assert switch(False, {"WAYLAND_DISPLAY": "w", "PATH": ""}, "linux") == "the program wlopm is not installed"


def test_an_x_server_that_cannot_is_asked_and_harms_nobody(display: str) -> None:
    assert switch(False, {"DISPLAY": display}, "linux") == "the X server or its screen cannot"
    assert switch(True, {"DISPLAY": f"{display}9"}, "linux").endswith("failed with 3")
