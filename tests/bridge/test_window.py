"""Where the window stands, and how large a millimetre is there."""

from __future__ import annotations

from math import hypot
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.keyboard import Keyboard
from kiosk.bridge.visit import Visit
from kiosk.bridge.window import stand
from kiosk.bridge.window.face import Face
from kiosk.bridge.window.stand import Stand, density, find_screen
from kiosk.bridge.window.window import Standing
from kiosk.visit import session
from kiosk.visit.session import Rules
from tests.bridge.fakes import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QScreen
    from PySide6.QtQuick import QQuickWindow


def screen(pixels: tuple[int, int], millimetres: tuple[float, float]) -> QScreen:
    """What `density` asks of a screen."""
    return SimpleNamespace(  # type: ignore[return-value]
        size=lambda: QSize(*pixels), physicalSize=lambda: QSizeF(*millimetres)
    )


def test_density_is_the_screens_own() -> None:
    assert density(screen((1920, 1080), (480, 270)), None) == 4


def test_density_is_unknown_where_the_screen_does_not_know_its_size() -> None:
    assert density(screen((1920, 1080), (0, 0)), None) is None


def test_the_diagonal_that_staff_measured_counts_more_than_what_the_screen_says() -> None:
    assert density(screen((3840, 2160), (1, 1)), 55) == pytest.approx(hypot(3840, 2160) / (55 * 25.4))


@pytest.mark.parametrize("wanted", ["primary", "0", "7", "HDMI-NOT-THERE", ""])
def test_a_screen_that_is_not_there_is_the_primary_one(wanted: str) -> None:
    assert find_screen(wanted) is QGuiApplication.primaryScreen()


def test_a_screen_is_found_by_number_and_name() -> None:
    first = QGuiApplication.screens()[0]
    assert find_screen("1") is find_screen(first.name()) is first


class FakeGallery:
    """Takes what the window tells the gallery."""

    def __init__(self) -> None:
        self.sitting = Visit(Rules(), Clock())
        self.keys = Keyboard()
        self.painting = SimpleNamespace(pixels_per_mm=4.0)
        self.fitted: list[tuple[object, ...]] = []

    def fit(self, *size: object) -> None:
        self.fitted.append(size)


@pytest.fixture
def main() -> Iterator[QQuickWindow]:
    """Made by QML, like every window of ours: one made in Python has a meta-object of its own."""
    face = Face()
    yield face.open_empty(kiosk=False)
    face.close()


def test_the_gallery_hears_the_size_at_once_and_with_each_change(main: QQuickWindow) -> None:
    gallery = FakeGallery()
    main.resize(800, 600)
    standing = Standing(main, gallery, Stand(windowed=True))  # type: ignore[arg-type]
    assert gallery.fitted[0][:3] == (800, 600, 1.0)
    main.resize(1000, 600)
    assert gallery.fitted[-1][:2] == (1000, 600)
    standing.leave()
    heard = len(gallery.fitted)
    main.resize(400, 300)
    assert len(gallery.fitted) == heard


def test_what_is_done_to_the_window_keeps_the_visit(main: QQuickWindow) -> None:
    gallery = FakeGallery()
    gallery.sitting.enter(session.Screen.STAGE)
    gallery.sitting.togglePlaying()
    gallery.sitting.togglePlaying()
    standing = Standing(main, gallery, Stand(windowed=True))  # type: ignore[arg-type]
    standing._attention.touched.emit(True)
    assert gallery.sitting.session.touching
    standing._attention.touched.emit(False)
    assert not gallery.sitting.session.touching
    assert gallery.sitting.session.held
    standing.leave()


def test_in_kiosk_mode_it_covers_the_screen(main: QQuickWindow) -> None:
    stand.show(main, Stand(windowed=False))
    assert main.windowState() == Qt.WindowState.WindowFullScreen
    assert main.geometry() == QGuiApplication.primaryScreen().geometry()


@pytest.mark.parametrize(
    ("size", "expected"), [((640, 480), (640, 480)), (None, (800, 800)), ((9000, 9000), (800, 800))]
)
def test_a_window_is_as_large_as_asked_or_as_there_is_room(
    size: tuple[int, int] | None, expected: tuple[int, int], main: QQuickWindow
) -> None:
    stand.show(main, Stand(windowed=True, size=size))
    assert main.windowState() == Qt.WindowState.WindowNoState
    assert (main.width(), main.height()) == expected
