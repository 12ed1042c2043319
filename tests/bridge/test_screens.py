"""A window that fills its screen for as long as it is wanted there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.bridge.window.face import Face
from kiosk.bridge.window.screens import OnScreen
from kiosk.bridge.window.stand import Stand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickWindow


@pytest.fixture
def window() -> Iterator[QQuickWindow]:
    face = Face()
    yield face.open_empty(kiosk=True)
    face.close()


def test_it_fills_its_screen_again(window: QQuickWindow) -> None:
    on_screen = OnScreen(window, Stand(windowed=False))
    window.setGeometry(0, 0, 100, 100)
    on_screen.stand()
    assert window.geometry() == window.screen().geometry()
    assert window.isVisible()
    on_screen.end()


def test_one_that_was_closed_does_not_come_up_with_the_next_screen(window: QQuickWindow) -> None:
    """The card that we are back soon would cover the show."""
    on_screen = OnScreen(window, Stand(windowed=False))
    window.setGeometry(0, 0, 100, 100)
    on_screen.end()
    window.close()
    on_screen.stand()
    assert not window.isVisible()
