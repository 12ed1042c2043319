"""The first frame as a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage

from kiosk.bridge.pictures.still import keep_still

if TYPE_CHECKING:
    from pathlib import Path


def striped(file: Path) -> Path:
    """A picture of 40 x 40 pixels: red, and blue between its rows 10 and 30."""
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    for row in range(10, 30):
        for column in range(40):
            picture.setPixelColor(column, row, QColor("blue"))
    picture.save(str(file))
    return file


def test_it_is_what_the_screen_shows(tmp_path: Path) -> None:
    target = tmp_path / "opening.bmp"
    assert keep_still(striped(tmp_path / "picture.png"), (0.0, 0.25, 1.0, 0.5), (80, 40), target)
    still = QImage(str(target))
    assert (still.width(), still.height()) == (80, 40)
    assert {still.pixelColor(x, y).name() for x in (0, 40, 79) for y in (0, 20, 39)} == {"#0000ff"}


def test_without_its_picture_there_is_none_and_an_old_one_stays(tmp_path: Path) -> None:
    target = tmp_path / "opening.bmp"
    target.write_bytes(b"old")
    assert not keep_still(tmp_path / "gone.png", (0.0, 0.0, 1.0, 1.0), (80, 40), target)
    assert target.read_bytes() == b"old"


def test_a_disk_that_refuses_is_no_problem(tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "opening.bmp"
    assert not keep_still(striped(tmp_path / "picture.png"), (0.0, 0.0, 1.0, 1.0), (80, 40), target)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["picture.png"]
