"""While a large exhibition is read, its name is on the screen and the window lives."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor

from kiosk.bridge.window.face import Face
from kiosk.bridge.window.waiting import beside, show_heading
from kiosk.exhibition.model import Brand
from kiosk.exhibition.palette import Wall
from tests.bridge.fakes import exhibition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem, QQuickWindow


@pytest.fixture
def window(qapp: object) -> Iterator[QQuickWindow]:  # noqa: ARG001 - an application has to be there
    face = Face()
    made = face.open_empty(kiosk=True)
    made.resize(800, 450)
    made.show()
    yield made
    made.close()
    face.close()


def words(item: QQuickItem) -> list[str]:
    own = [item.property("text")] if item.property("text") else []
    return own + [said for child in item.childItems() for said in words(child)]


def test_the_exhibition_is_named_in_its_colours(window: QQuickWindow) -> None:
    show_heading(window, exhibition(brand=Brand(wall="#402010")), Wall.DARK)
    assert words(window.contentItem()) == ["Rule and Chance"]
    assert window.color() == QColor("#402010")


def test_what_has_no_name_yet_has_a_colour(window: QQuickWindow) -> None:
    show_heading(window, None, Wall.LIGHT)
    assert words(window.contentItem()) == []
    assert window.color().lightness() > 200


def test_the_name_goes_when_there_is_something_to_see(window: QQuickWindow) -> None:
    show_heading(window, exhibition(), Wall.DARK)
    window.setProperty("faceReady", True)
    assert words(window.contentItem()) == []


def test_the_window_lives_while_something_is_done(window: QQuickWindow) -> None:
    alive = Event()
    QTimer.singleShot(0, alive.set)
    assert beside(lambda: alive.wait(60) and "done", window) == "done"


def test_what_goes_wrong_goes_wrong_here(window: QQuickWindow) -> None:
    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        beside(fail, window)


def test_a_closed_window_waits_for_nothing(window: QQuickWindow) -> None:
    closed = Event()
    QTimer.singleShot(0, window.close)
    assert beside(lambda: closed.wait(60), window) is None
    closed.set()
