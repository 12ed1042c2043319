"""The desktop's wish for less motion reaches the visit, late and from a thread of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from kiosk.bridge.desktop import DesktopWish
from kiosk.bridge.visit import Visit
from kiosk.visit.session import Rules
from tests.bridge.fakes import Clock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GUARD_MS = 60_000


@pytest.mark.parametrize("answer", [True, False])
def test_the_answer_comes_to_this_thread_while_the_show_goes_on(answer: bool, qtbot: QtBot) -> None:
    may_answer, threads = threading.Event(), list[threading.Thread]()

    def ask() -> bool:
        may_answer.wait()
        return answer

    wish = DesktopWish(ask, ask_for_contrast=lambda: None)
    wish.told.connect(lambda _: threads.append(threading.current_thread()))
    wish.ask()
    wish.ask()
    with qtbot.waitSignal(wish.told, timeout=GUARD_MS) as told:
        may_answer.set()
    assert told.args == [answer]
    assert threads == [threading.main_thread()]


def test_what_changes_meanwhile_is_asked_for_again_once_for_several(qtbot: QtBot) -> None:
    answers = iter((False, True, True))
    wish = DesktopWish(lambda: next(answers), ask_for_contrast=lambda: None)
    told: list[bool] = []
    wish.told.connect(told.append)
    with qtbot.waitSignal(wish.told, timeout=GUARD_MS):
        wish.ask()
    for _ in range(3):
        wish.changed()
    with qtbot.waitSignal(wish.told, timeout=GUARD_MS):
        pass
    assert told == [False, True]


@pytest.mark.parametrize("answers", [True, False])
def test_only_a_bus_that_answers_is_listened_to(answers: bool, qtbot: QtBot) -> None:
    listens, asked = list[threading.Thread](), list[threading.Thread]()

    def answer() -> bool:
        asked.append(threading.current_thread())
        return answers

    wish = DesktopWish(
        lambda: False,
        ask_for_contrast=lambda: None,
        listen=lambda _: listens.append(threading.current_thread()),
        has_bus=answer,
    )
    with qtbot.waitSignal(wish.told, timeout=GUARD_MS):
        wish.ask()
    assert listens == ([threading.main_thread()] if answers else [])
    assert threading.main_thread() not in asked


def test_a_real_portal_that_tells_of_a_change_is_heard() -> None:
    if not shutil.which("dbus-run-session"):
        pytest.skip("dbus-run-session is not installed: there is no session's bus to be had")
    listening = ["dbus-run-session", "--", sys.executable, "-m", "tests.bridge.portal"]
    heard = subprocess.run(listening, check=True, capture_output=True, text=True, timeout=GUARD_MS / 1000)
    assert heard.stdout.split() == ["False", "True"]


def test_a_desktop_that_says_nothing_changes_nothing(qtbot: QtBot) -> None:
    wish = DesktopWish(lambda: None, ask_for_contrast=lambda: None)
    told: list[bool] = []
    wish.told.connect(told.append)
    wish.ask()
    assert wish._thread
    wish._thread.join()
    qtbot.wait(0)
    assert told == []


def test_visitors_begin_with_less_motion_from_then_on_and_come_back_to_it(qtbot: QtBot) -> None:  # noqa: ARG001
    visit = Visit(Rules(), Clock())
    visit.reduce_at_home(True)
    assert visit.reducedMotion
    visit.showStage()
    visit.toggleMotion()
    assert not visit.reducedMotion
    visit.go_home()
    assert visit.reducedMotion


def test_more_contrast_is_told_and_visitors_begin_and_end_with_it(qtbot: QtBot) -> None:
    wish, visit = DesktopWish(lambda: None, ask_for_contrast=lambda: True), Visit(Rules(), Clock())
    wish.contrasted.connect(visit.contrast_at_home)
    with qtbot.waitSignal(wish.contrasted, timeout=GUARD_MS):
        wish.ask()
    assert visit.highContrast
    visit.showStage()
    visit.toggleContrast()
    assert not visit.highContrast
    visit.go_home()
    assert visit.highContrast


def test_more_contrast_that_is_no_longer_wanted_goes_again(qtbot: QtBot) -> None:  # noqa: ARG001
    visit = Visit(Rules(), Clock())
    visit.contrast_at_home(True)
    visit.contrast_at_home(False)
    assert not visit.highContrast


def test_a_desktop_that_wants_no_more_contrast_leaves_what_staff_have_set(qtbot: QtBot) -> None:  # noqa: ARG001
    visit = Visit(Rules(home_high_contrast=True), Clock())
    visit.contrast_at_home(False)
    visit.go_home()
    assert visit.highContrast
