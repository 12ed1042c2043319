"""A visitor's time as QML sees it, and the timers that end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from kiosk.bridge.visit import Screen, Visit
from kiosk.visit import session as visiting
from kiosk.visit.session import Rules
from tests.bridge.fakes import Clock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GUARD_MS = 60_000
RULES = Rules(languages=("en", "ar"), warn_after_s=75, warn_for_s=30, resume_after_s=45)


class Sitting:
    """A visit with a clock that is set by hand."""

    def __init__(self, rules: Rules = RULES) -> None:
        self.clock = Clock()
        self.visit = Visit(rules, self.clock)
        self.changes: list[int] = []
        self.visit.changed.connect(lambda: self.changes.append(self.visit.screen))

    @property
    def due_ms(self) -> int | None:
        """When the visit looks at the clock next."""
        timer = self.visit.findChild(QTimer)
        assert isinstance(timer, QTimer)
        return timer.interval() if timer.isActive() else None

    def wait(self, seconds: float) -> None:
        """Let the visit notice that so much time has passed."""
        self.clock.now += seconds
        timer = self.visit.findChild(QTimer)
        assert isinstance(timer, QTimer)
        timer.timeout.emit()

    def tap(self) -> None:
        """Put a finger down and lift it."""
        self.visit.touched(True)
        self.visit.touched(False)


def test_it_begins_at_home_and_no_timer_runs() -> None:
    sitting = Sitting()
    assert (sitting.visit.screen, sitting.visit.language) == (Screen.ATTRACT, "en")
    assert sitting.due_ms is None
    for act in (sitting.tap, sitting.visit.used):
        act()
        assert sitting.due_ms is None, "at home there is nothing to undo"
    assert sitting.changes == []


def test_entering_sets_the_timer_to_whatever_falls_due_first() -> None:
    sitting = Sitting()
    sitting.visit.showStage()
    assert sitting.due_ms == 45_001
    sitting.wait(46)
    assert sitting.visit.playing
    assert sitting.due_ms == 29_001
    sitting.wait(30)
    assert sitting.visit.session.asking
    sitting.wait(30)
    assert sitting.visit.screen == Screen.ATTRACT
    assert sitting.due_ms is None


def test_a_timer_that_wakes_too_early_is_set_again(qtbot: QtBot) -> None:
    sitting = Sitting(Rules(warn_after_s=0.02, warn_for_s=0.02, resume_after_s=0.01))
    sitting.visit.showStage()
    qtbot.wait(80)
    assert sitting.visit.screen == Screen.STAGE, "no time has passed by its own clock"
    sitting.clock.now += 1
    qtbot.waitUntil(lambda: sitting.visit.screen == Screen.ATTRACT, timeout=GUARD_MS)


def test_going_home_undoes_everything_at_once() -> None:
    sitting = Sitting()
    visit = sitting.visit
    visit.showWall()
    visit.speak("ar")
    visit.choose("sea")
    visit.nextTextSize()
    visit.toggleContrast()
    assert (visit.language, visit.rightToLeft, visit.textSize, visit.highContrast) == ("ar", True, 1, True)
    assert visit.session.themes == ("sea",)
    sitting.changes.clear()
    visit.go_home()
    assert sitting.changes == [Screen.ATTRACT], "in one step"
    assert visit.session == visiting.begin(RULES, sitting.clock.now)


def test_every_session_is_told_once_and_the_same_one_is_no_news() -> None:
    sitting = Sitting()
    sitting.visit.showWall()
    sitting.visit.showWall()
    sitting.visit.showStage()
    assert sitting.changes == [Screen.WALL, Screen.STAGE]


def test_a_touch_holds_the_slideshow_and_its_end_comes_by_itself() -> None:
    sitting = Sitting()
    sitting.visit.showStage()
    sitting.wait(46)
    assert sitting.visit.playing
    sitting.tap()
    assert not sitting.visit.playing
    assert sitting.due_ms == 45_001
    sitting.wait(46)
    assert sitting.visit.playing


@pytest.mark.parametrize("playing", [True, False])
@pytest.mark.parametrize("with_finger", [True, False])
def test_the_play_button_does_what_it_showed_before_the_finger_came(playing: bool, with_finger: bool) -> None:
    sitting = Sitting()
    sitting.visit.showStage()
    if playing:
        sitting.wait(46)
    assert sitting.visit.playing is playing
    if with_finger:
        sitting.visit.touched(True)
        sitting.visit.touched(False)
    else:
        sitting.visit.used()
    sitting.visit.togglePlaying()
    assert sitting.visit.playing is not playing
    assert sitting.visit.session.paused is playing


def test_pressed_again_and_again_it_pauses_and_plays_in_turn() -> None:
    sitting = Sitting()
    sitting.visit.showStage()
    sitting.wait(46)
    seen = []
    for _ in range(4):
        sitting.tap()
        sitting.visit.togglePlaying()
        seen.append(sitting.visit.playing)
    assert seen == [False, True, False, True]


def test_a_second_finger_does_not_make_the_play_button_forget() -> None:
    sitting = Sitting()
    sitting.visit.showStage()
    sitting.wait(46)
    for down in (True, True, True, False):
        sitting.visit.touched(down)
    sitting.visit.togglePlaying()
    assert sitting.visit.session.paused


def test_text_sizes_go_round() -> None:
    sitting = Sitting()
    sitting.visit.showStage()
    sizes = []
    for _ in range(3):
        sitting.visit.nextTextSize()
        sizes.append(sitting.visit.textSize)
    assert sizes == [1, 2, 0]


def test_a_language_the_exhibition_does_not_have_is_not_spoken() -> None:
    sitting = Sitting()
    sitting.visit.showStage()
    sitting.visit.speak("tlh")
    assert (sitting.visit.language, sitting.visit.rightToLeft) == ("en", False)


def test_themes_are_chosen_dropped_and_all_dropped() -> None:
    sitting = Sitting()
    sitting.visit.showStage()
    for theme, chosen in (("sea", ("sea",)), ("sky", ("sea", "sky")), ("sea", ("sky",)), ("", ())):
        sitting.visit.choose(theme)
        assert sitting.visit.session.themes == chosen


def test_a_home_with_less_motion_keeps_it() -> None:
    sitting = Sitting(Rules(home_reduced_motion=True, home_high_contrast=True))
    assert sitting.visit.reducedMotion
    assert sitting.visit.highContrast
