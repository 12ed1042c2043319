"""A window that comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.bridge.lockdown import foreground
from kiosk.bridge.lockdown.foreground import AGAIN_MS, FIRST_MS, PATIENCE, SLOW_MS, Foreground

FULL = Qt.WindowState.WindowFullScreen


class Window(QObject):
    """A window whose manager gives it back what it asks for only when `granted`."""

    activeChanged = Signal()
    visibilityChanged = Signal(int)
    windowStateChanged = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.state, self.active, self.visible, self.granted = FULL, True, True, True
        self.asked: list[str] = []

    def windowState(self) -> Qt.WindowState:
        return self.state

    def isVisible(self) -> bool:
        return self.visible

    def isActive(self) -> bool:
        return self.active

    def showFullScreen(self) -> None:
        self.asked.append("full")
        if self.granted:
            self.state, self.visible = FULL, True
            self.windowStateChanged.emit(0)

    def raise_(self) -> None:
        self.asked.append("front")

    def requestActivate(self) -> None:
        self.asked.append("keys")
        if self.granted:
            self.active = True
            self.activeChanged.emit()

    def lose(self, state: Qt.WindowState = FULL) -> None:
        self.active, self.state = False, state
        self.activeChanged.emit()
        self.windowStateChanged.emit(0)


class Times:
    """The waits of the timer, which pass at once when told."""

    def __init__(self, guard: Foreground) -> None:
        self.timer = guard._due
        self.waits: list[int] = []

    def pass_one(self) -> None:
        assert self.timer.isActive()
        self.waits.append(self.timer.interval())
        self.timer.stop()
        self.timer.timeout.emit()


@pytest.fixture(autouse=True)
def on_a_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where windows can be put in front."""
    monkeypatch.setattr(foreground, "STACKING", {"offscreen"})


@pytest.fixture
def window(qapp: object) -> Window:  # noqa: ARG001 - an application has to be there
    return Window()


def test_it_comes_back_at_once_and_then_nothing_wakes(window: Window) -> None:
    times = Times(Foreground(window))  # type: ignore[arg-type]
    assert not times.timer.isActive()
    for state, asked in ((FULL, ["front", "keys"]), (Qt.WindowState.WindowMinimized, ["full", "front", "keys"])):
        window.asked.clear()
        window.lose(state)
        times.pass_one()
        assert window.asked == asked
        times.pass_one()  # is it so?
        assert window.asked == asked
        assert not times.timer.isActive()
    assert times.waits == [FIRST_MS, AGAIN_MS] * 2
    assert FIRST_MS + 2 * AGAIN_MS < 2000


def test_what_is_not_granted_is_asked_again_and_later_less_often(window: Window) -> None:
    times = Times(Foreground(window))  # type: ignore[arg-type]
    window.granted = False
    window.lose(Qt.WindowState.WindowNoState)
    for _ in range(PATIENCE + 2):
        times.pass_one()
    assert times.waits == [FIRST_MS, *[AGAIN_MS] * (PATIENCE - 1), SLOW_MS, SLOW_MS]
    times.waits.clear()
    window.lose()  # once more: that is new
    times.pass_one()
    window.lose()  # and while it is being asked for
    times.pass_one()
    assert times.waits == [FIRST_MS, AGAIN_MS]


def test_a_kiosk_with_neighbours_takes_the_screen_and_leaves_the_keys(window: Window) -> None:
    times = Times(Foreground(window, lambda: True))  # type: ignore[arg-type]
    window.lose()
    times.pass_one()
    assert window.asked == ["front"]
    assert not times.timer.isActive()
    window.granted = False
    window.lose(Qt.WindowState.WindowMinimized)
    times.pass_one()
    assert window.asked == ["front", "full", "front"]
    assert times.timer.isActive()


def test_a_window_that_may_go_is_left_alone(window: Window) -> None:
    guard = Foreground(window)  # type: ignore[arg-type]
    window.lose()
    guard.stop()
    assert not guard._due.isActive()
    window.lose()
    assert not guard._due.isActive()
    assert isinstance(guard._due, QTimer)
    assert foreground.SLOW_MS >= 10_000
