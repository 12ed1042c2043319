"""What a visitor asks for in a rush is made in its order, however much of it has to wait."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from kiosk.bridge.changes import Changes
from kiosk.bridge.visit import Visit
from kiosk.visit.session import Rules, Screen
from tests.bridge.fakes import Clock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_whoever_goes_away_and_comes_back_at_once_is_back(qtbot: QtBot) -> None:  # noqa: ARG001 - timers
    harmless = [False]
    pace: Any = SimpleNamespace(
        admits=lambda _times: harmless[0],
        until_next=lambda: 60.0,
        count=lambda _change, stage: None,  # noqa: ARG005 - as the pace calls it
        end_change=lambda: None,
    )
    visit = Visit(Rules(), Clock())
    visit.enter(Screen.WALL)
    visit.changes = Changes(pace, parent=visit)
    visit.showStage()
    visit.showWall()
    assert visit.session.screen is Screen.WALL
    harmless[0] = True
    visit.changes._go()
    assert visit.session.screen is Screen.WALL
    assert not visit.changes.waiting
