"""The icons in QML are those of the SVG files."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from assets.icons import make

if TYPE_CHECKING:
    from pathlib import Path

ICONS = sorted(make.HERE.glob("*.svg"))
PIXELS = 20
"""Of one unit of the grid of 24."""
MARGIN = 2.6
"""What every icon leaves free at each side of its grid."""
SIZES = (12.5, 24 - 2 * MARGIN)
"""The longer side: small signs, and full ones."""
ASKEW = 0.75
"""How far the middle of an icon, or of what it encloses, lies off the middle of its grid."""


def test_the_qml_is_written_from_the_svg_files() -> None:
    assert make.TARGET.read_text("utf-8") == make.qml(make.HERE), "run: python assets/icons/make.py"


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_an_icon_is_one_line_of_one_width_on_one_grid(file: Path) -> None:
    svg = ET.parse(file).getroot()  # noqa: S314 - our own file
    assert svg.get("viewBox") == "0 0 24 24"
    (path,) = svg
    assert path.tag.endswith("path")
    assert {element.get("stroke-width") for element in svg.iter() if element.get("stroke-width")} == {"1.6"}


def drawn(file: Path) -> np.ndarray:
    """Where an icon has ink, as a grid of true and false."""
    image = QImage(24 * PIXELS, 24 * PIXELS, QImage.Format.Format_Alpha8)
    image.fill(0)
    painter = QPainter(image)
    words = file.read_text("utf-8").replace("currentColor", "#000")
    QSvgRenderer(words.encode()).render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine()) > 128


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_an_icon_is_as_large_as_the_others_and_stands_in_the_middle(file: Path) -> None:
    ink = drawn(file)
    sides = [np.flatnonzero(ink.any(axis)) / PIXELS for axis in (0, 1)]
    low, high = [side[0] for side in sides], [side[-1] for side in sides]
    assert min(low) >= MARGIN
    assert max(high) <= 24 - MARGIN
    assert SIZES[0] <= max(end - start for start, end in zip(low, high, strict=True)) <= SIZES[1]
    enclosed = np.maximum.accumulate(ink, 1) & np.maximum.accumulate(ink[:, ::-1], 1)[:, ::-1]
    weights = [np.average(places) / PIXELS for places in np.nonzero(enclosed)[::-1]]
    for start, end, weight in zip(low, high, weights, strict=True):
        assert min(abs((start + end) / 2 - 12), abs(weight - 12)) <= ASKEW


def test_a_file_without_a_path_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.svg").write_text("<svg/>")
    with pytest.raises(ValueError, match=r"empty\.svg: no path"):
        make.qml(tmp_path)
