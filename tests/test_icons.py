"""The icons in QML are those of the SVG files."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from assets.icons import make

if TYPE_CHECKING:
    from pathlib import Path

ICONS = sorted(make.HERE.glob("*.svg"))


def test_the_qml_is_written_from_the_svg_files() -> None:
    assert make.TARGET.read_text("utf-8") == make.qml(make.HERE), "run: python assets/icons/make.py"


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_an_icon_is_one_line_of_one_width_on_one_grid(file: Path) -> None:
    svg = ET.parse(file).getroot()  # noqa: S314 - our own file
    assert svg.get("viewBox") == "0 0 24 24"
    (path,) = svg
    assert path.tag.endswith("path")
    assert {element.get("stroke-width") for element in svg.iter() if element.get("stroke-width")} == {"1.6"}


def test_a_file_without_a_path_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.svg").write_text("<svg/>")
    with pytest.raises(ValueError, match=r"empty\.svg: no path"):
        make.qml(tmp_path)
