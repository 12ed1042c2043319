from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal

from kiosk.bridge.window import lost_card
from kiosk.bridge.window.lost_card import MOST, WITHIN_S, LostCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Window(QObject):
    """A window whose card is lost when it is told so."""

    sceneGraphInvalidated = Signal()
    frameSwapped = Signal()
    visibleChanged = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.shown = True
        self.asked = 0

    def isVisible(self) -> bool:
        return self.shown

    def isExposed(self) -> bool:
        return self.shown

    def show(self, shown: bool) -> None:
        self.shown = shown
        self.visibleChanged.emit(shown)

    def update(self) -> None:
        self.asked += 1


class Looked:
    """What is told of a window's card, and a clock."""

    def __init__(self) -> None:
        self.window, self.now, self.given_up = Window(), 0.0, list[str]()
        self._looks = LostCard(self.window, now=lambda: self.now)  # type: ignore[arg-type]
        self._looks.given_up.connect(self.given_up.append)


@pytest.fixture
def looked(qapp: object) -> Looked:  # noqa: ARG001 - timers need one
    return Looked()


@pytest.mark.logs("It draws again")
def test_a_card_that_draws_again_is_told_of_once(looked: Looked, caplog: pytest.LogCaptureFixture):
    looked.window.sceneGraphInvalidated.emit()
    assert looked.window.asked == 1, "it is asked for a frame"
    for _ in range(3):
        looked.window.frameSwapped.emit()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert looked.given_up == []


def test_one_that_does_not_come_back_is_given_up(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot):
    monkeypatch.setattr(lost_card, "PATIENCE_MS", 1)
    looked = Looked()
    looked.window.sceneGraphInvalidated.emit()
    qtbot.waitUntil(lambda: bool(looked.given_up))
    assert len(looked.given_up) == 1
    assert "did not come back" in looked.given_up[0]


def test_a_window_that_is_hidden_has_lost_nothing_also_when_that_is_heard_late(looked: Looked):
    window = looked.window
    window.show(False)
    window.sceneGraphInvalidated.emit()
    window.show(True)
    window.frameSwapped.emit()
    window.show(False)
    window.show(True)
    window.sceneGraphInvalidated.emit()
    assert window.asked == 0
    window.frameSwapped.emit()
    window.sceneGraphInvalidated.emit()
    assert window.asked == 1, "that was no hiding"


@pytest.mark.logs("It draws again")
def test_one_that_is_lost_again_and_again_is_given_up(looked: Looked):
    for _ in range(MOST):
        looked.window.sceneGraphInvalidated.emit()
        looked.window.frameSwapped.emit()
    assert looked.given_up == []
    looked.now = WITHIN_S + 1
    looked.window.sceneGraphInvalidated.emit()
    assert looked.given_up == [], "those were long ago"
    for _ in range(MOST):
        looked.window.sceneGraphInvalidated.emit()
    assert looked.given_up == ["the graphics card is lost again and again."]
