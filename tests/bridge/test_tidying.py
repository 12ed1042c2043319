"""Tidying up after a visitor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from kiosk.bridge.upkeep import tidying
from kiosk.bridge.upkeep.tidying import Tidying
from kiosk.bridge.visit import Visit
from kiosk.visit.session import Rules, Screen

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    given: list[str] = []
    monkeypatch.setattr(tidying.allocator, "give_holes_back", lambda: given.append("back"))
    return given


def due(visit: Visit) -> QTimer:
    (tidier,) = visit.findChildren(Tidying)
    (timer,) = tidier.findChildren(QTimer)
    return timer


def test_memory_is_given_back_some_time_after_a_visit(given: list[str]) -> None:
    visit = Visit(Rules(home_language="en", languages=("en",)), lambda: 0.0)
    Tidying(visit)
    visit.enter(Screen.STAGE)
    assert not due(visit).isActive()
    visit.go_home()
    assert due(visit).isActive()
    assert given == []
    due(visit).timeout.emit()
    assert given == ["back"]


def test_not_while_somebody_else_is_there(given: list[str]) -> None:
    visit = Visit(Rules(home_language="en", languages=("en",)), lambda: 0.0)
    Tidying(visit)
    visit.enter(Screen.STAGE)
    visit.go_home()
    visit.enter(Screen.STAGE)
    due(visit).timeout.emit()
    assert given == []
