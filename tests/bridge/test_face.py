"""The window is there before the face, with the picture that the face will show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.bridge.window.face import Face
from kiosk.visit.opening import Beginning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtQuick import QQuickWindow


@pytest.fixture
def face(qapp: object) -> Iterator[Face]:  # noqa: ARG001 - an application has to be there
    made = Face()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may draw its first frame late."""
    monkeypatch.setattr("kiosk.bridge.window.face.FIRST_FRAME_MS", 20_000)


@pytest.fixture
def window(face: Face) -> QQuickWindow:
    made = face.open_empty(kiosk=True)
    made.resize(400, 200)
    return made


def test_a_window_begins_with_a_part_of_a_picture(face: Face, window: QQuickWindow, tmp_path: Path) -> None:
    picture = QImage(400, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    for row in range(100, 300):
        for column in range(400):
            picture.setPixelColor(column, row, QColor("blue"))
    picture.save(str(tmp_path / "picture.png"))
    face.begin(window, Beginning(str(tmp_path / "picture.png"), (0.0, 0.25, 1.0, 0.5), "#00ff00"))
    window.show()
    face.wait_for_beginning(window)
    seen = window.grabWindow()
    assert {seen.pixelColor(x, y).name() for x in (3, 200, 396) for y in (3, 100, 196)} == {"#0000ff"}


def test_the_picture_makes_way_for_the_face(face: Face, window: QQuickWindow, tmp_path: Path) -> None:
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    picture.save(str(tmp_path / "picture.png"))
    face.begin(window, Beginning(str(tmp_path / "picture.png"), (0.0, 0.0, 1.0, 1.0), "#00ff00"))
    window.show()
    face.wait_for_beginning(window)
    window.setProperty("faceReady", True)
    assert window.property("opening").isEmpty()
