"""What is read on the running stage, on screens of several sizes."""

from __future__ import annotations

import json
from math import hypot
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition.places import assets_folder

if TYPE_CHECKING:
    from tests.e2e.conftest import Program

DEMO = assets_folder() / "exhibitions" / "demo" / "manifest.yaml"
SCREENS = {
    "1366x768, 32 inches": (1366, 768, 32),
    "1920x1080, 27 inches": (1920, 1080, 27),
    "1080x1920, 32 inches": (1080, 1920, 32),
    "3840x2160, 43 inches": (3840, 2160, 43),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_labels_are_whole_and_read_well(program: Program, screen: str) -> None:
    width, height, inches = SCREENS[screen]
    shape = {"name": "hall", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1, "logicalDpi": 96}
    file = program.folder / "screen.json"
    file.write_text(json.dumps({"screens": [shape]}))
    program.environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    program.environment["KIOSK_PIXELS_PER_MM"] = str(hypot(width, height) / (inches * 25.4))
    ended = program.walk("labels", DEMO, config={"display": {"diagonal_inches": inches, "viewing_distance_mm": 600}})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
