"""A picture far larger than a screen, drawn so that one sees whether its own pixels are shown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = (6000, 4000)
GROUND = (70, 110, 150)
STRIPES = (5200, 3400, 6000, 4000)
"""Left, top, right and bottom of columns that are black and white by turns, one pixel each."""


def build_large(folder: Path) -> Path:
    """An exhibition of two works with that picture; the second may not be looked at closer. Its manifest."""
    pixels = np.full((PICTURE[1], PICTURE[0], 3), GROUND, np.uint8)
    left, top, right, bottom = STRIPES
    pixels[top:bottom, left:right] = np.where(np.arange(right - left) % 2, 255, 0)[None, :, None]
    pictures = folder / "pictures"
    pictures.mkdir()
    Image.fromarray(pixels).save(pictures / "large.jpg", quality=95, subsampling=0)
    work = {"picture": "pictures/large.jpg", "creator": "Nobody"}
    works = [
        {"id": "work-1", "title": "Work 1", **work},
        {"id": "work-2", "title": "Work 2", "allow": {"zoom": False}, **work},
    ]
    manifest = folder / "manifest.yaml"
    manifest.write_text(json.dumps({"exhibition": {"title": "Drawn for a test"}, "works": works}))
    return manifest
