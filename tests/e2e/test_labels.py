"""What is read on the running stage, on screens of several sizes."""

from __future__ import annotations

import json
import shutil
from math import hypot
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.exhibition.places import assets_folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program

DEMO = assets_folder() / "exhibitions" / "demo"
SCREENS = {
    "1366x768, 32 inches": (1366, 768, 32),
    "1920x1080, 27 inches": (1920, 1080, 27),
    "1080x1920, 32 inches": (1080, 1920, 32),
    "3840x2160, 43 inches": (3840, 2160, 43),
}


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manifest of the demo exhibition, with pictures that are made ready at once."""
    folder = tmp_path_factory.mktemp("words")
    shutil.copytree(DEMO, folder, dirs_exist_ok=True)
    for file in folder.rglob("*.jpg"):
        with Image.open(file) as picture:
            picture.draft("RGB", (300, 300))
            picture.thumbnail((300, 300))
            picture.save(file)
    return folder / "manifest.yaml"


@pytest.mark.parametrize("screen", SCREENS)
def test_labels_are_whole_and_read_well(program: Program, words: Path, screen: str) -> None:
    width, height, inches = SCREENS[screen]
    shape = {"name": "hall", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1, "logicalDpi": 96}
    file = program.folder / "screen.json"
    file.write_text(json.dumps({"screens": [shape]}))
    program.environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    program.environment["KIOSK_PIXELS_PER_MM"] = str(hypot(width, height) / (inches * 25.4))
    config = {"display": {"diagonal_inches": inches, "viewing_distance_mm": 600}}
    ended = program.walk("labels", words, config=config)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
