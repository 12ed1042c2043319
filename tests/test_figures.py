"""The figures that works are compared with: drawn to scale, and the same in QML as in their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assets.figures import make
from kiosk.visit.real_size import Companion

if TYPE_CHECKING:
    from pathlib import Path


def test_the_qml_is_written_from_the_svg_files() -> None:
    assert make.TARGET.read_text("utf-8") == make.qml(make.HERE), "run: python assets/figures/make.py"


@pytest.mark.parametrize("companion", Companion)
def test_a_figure_has_the_size_that_is_told_of_it(companion: Companion) -> None:
    drawn = make.FIGURE.search((make.HERE / f"{companion.name.lower()}.svg").read_text("utf-8"))
    assert drawn is not None
    width, height = float(drawn[1]), float(drawn[2])
    assert companion.value.width / companion.value.height == pytest.approx(width / height)


def test_a_file_without_a_path_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.svg").write_text("<svg/>")
    with pytest.raises(ValueError, match=r"empty\.svg: no path"):
        make.qml(tmp_path)
