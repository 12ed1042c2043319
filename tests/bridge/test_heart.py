"""The heart: it tells that the show lives, and stops when no frames come or the picture stays."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Slot

from kiosk.bridge.upkeep.heart import Heart
from kiosk.bridge.window.face import Face
from kiosk.supervising.pulse import EVERY_S, Pulse, Seen
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickWindow
    from pytestqt.qtbot import QtBot

GUARD_MS = 30_000


class Ear:
    """Hears what a heart tells."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def tell(self, words: str) -> None:
        self.heard.append(words)


class Clock:
    """Each look is `EVERY_S` after the one before, however fast the test goes."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += EVERY_S
        return self.now


class Unseen(Heart):
    """As if no frame ever came."""

    @Slot()
    def _note_frame(self) -> None:
        pass


class Seeing(Heart):
    """As if frames came all the time, also on a machine that is busy with other things."""

    def _seen(self, pulse: Pulse) -> Seen:
        return super()._seen(pulse)._replace(drawn=True)


@pytest.fixture
def window() -> Iterator[QQuickWindow]:
    """Made by QML, like every window of ours: one made in Python has a meta-object of its own."""
    face = Face()
    window = face.open_empty(kiosk=False)
    window.resize(60, 40)
    window.show()
    yield window
    face.close()


def gallery(screen: Screen, standing: Any) -> Any:
    resting = SimpleNamespace(standing=(0, None))
    shown = SimpleNamespace(standing=standing)
    return SimpleNamespace(
        sitting=SimpleNamespace(session=SimpleNamespace(screen=screen)),
        loop=shown if screen is Screen.ATTRACT else resting,
        show=resting if screen is Screen.ATTRACT else shown,
        waiting_for_pictures=False,
    )


def test_the_first_frame_is_the_beginning_and_beats_follow(qtbot: QtBot, window: QQuickWindow):
    ear = Ear()
    heart = Heart([ear], Clock(), every_s=0.02)
    with qtbot.waitSignal(heart.began, timeout=GUARD_MS):
        pass
    qtbot.waitUntil(lambda: len(ear.heard) > 4, timeout=GUARD_MS)
    heart.stop()
    assert ear.heard[0] == "READY=1"
    assert set(ear.heard[1:-1]) == {"WATCHDOG=1"}
    assert ear.heard[-1] == "STOPPING=1"
    assert window.isExposed()


def test_how_it_is_going_to_end_is_told_before_it_does():
    ear = Ear()
    heart = Heart([ear], Clock())
    heart.stop(10)
    heart.stop()
    assert ear.heard == ["X_LEAVES=10", "STOPPING=1"]


def test_a_window_without_frames_is_noticed(qtbot: QtBot, window: QQuickWindow):
    ear = Ear()
    heart = Unseen([ear], Clock(), every_s=0.01)
    with qtbot.waitSignal(heart.frozen, timeout=GUARD_MS):
        pass
    heard = list(ear.heard)
    qtbot.wait(50)
    assert ear.heard == heard, "no beat comes after that"
    assert heard[:2] == ["READY=1", "WATCHDOG=1"]
    assert len(heard) < 20
    window.update()


@pytest.mark.parametrize("screen", [Screen.ATTRACT, Screen.STAGE])
def test_a_picture_that_stays_is_noticed_while_the_show_goes_on(qtbot: QtBot, window: QQuickWindow, screen: Screen):
    heart = Seeing([], Clock(), every_s=0.01)
    heart.gallery = lambda: gallery(screen, (7, 5.0))
    with qtbot.waitSignal(heart.stuck, timeout=GUARD_MS):
        pass
    assert window.isVisible()


@pytest.mark.parametrize("screen", [Screen.WALL, Screen.CLOSER, Screen.STAGE])
def test_and_may_stay_while_it_rests(qtbot: QtBot, window: QQuickWindow, screen: Screen):
    ear = Ear()
    heart = Seeing([ear], Clock(), every_s=0.005)
    heart.gallery = lambda: gallery(screen, (7, None))
    heart.stuck.connect(lambda: pytest.fail("it may stay"))
    qtbot.waitUntil(lambda: len(ear.heard) > 100, timeout=GUARD_MS)
    heart.stop()
    assert window.isVisible()


def test_a_screen_that_is_switched_off_owes_no_frames_until_it_is_on(qtbot: QtBot, window: QQuickWindow):
    ear, night = Ear(), [True]
    heart = Unseen([ear], Clock(), every_s=0.005)
    heart.dark = lambda: night[0]
    frozen: list[str] = []
    heart.frozen.connect(frozen.append)
    qtbot.waitUntil(lambda: len(ear.heard) > 40, timeout=GUARD_MS)
    assert window.isExposed()
    assert not frozen
    night[0] = False
    looks = len(ear.heard)
    qtbot.waitUntil(lambda: bool(frozen), timeout=GUARD_MS)
    assert len(ear.heard) - looks < 20, "in the morning it is looked again"


def test_a_hidden_window_owes_no_frames(qtbot: QtBot, window: QQuickWindow):
    window.hide()
    ear = Ear()
    heart = Unseen([ear], Clock(), every_s=0.005)
    heart.frozen.connect(lambda _: pytest.fail("it cannot be drawn"))
    qtbot.waitUntil(lambda: len(ear.heard) > 40, timeout=GUARD_MS)
    heart.stop()
