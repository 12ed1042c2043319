"""An exhibition with something of everything that a visit can lead to, for walks through all of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from tests.e2e.sized import SIZE_CM, details, draw_squares
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

WORKS = 210
"""Enough to be searched."""
SIZED, LONG, FIRST, SECOND = 1, 2, 3, 4
"""By their places from 0: a work of known size with details, one with a long label, and a pair."""
STRIPES = (1700, 100, 2300, 400)
"""Left, top, right and bottom of columns that are black and white by turns, one pixel of the picture each."""
LAST_LINE = "Lent by nobody in particular"
INTRO = "A rule was written down, and a machine obeyed it. " * 90
CREATORS, FIRST_YEAR, YEARS = 17, 1900, 120


def build_whole(folder: Path) -> Path:
    """210 works in English and Arabic, with an introduction. The path of the manifest."""
    manifest = build_exhibition(folder, works=WORKS, size=(600, 400), languages=("en", "ar"))
    pixels = np.array(draw_squares())
    left, top, right, bottom = STRIPES
    pixels[top:bottom, left:right] = np.where(np.arange(right - left) % 2, 255, 0)[None, :, None]
    Image.fromarray(pixels).save(folder / "pictures" / "squares.png")
    lines = manifest.read_text("utf-8").splitlines()
    head = json.loads(lines[0].partition(": ")[2])
    head["intro"] = {"en": INTRO, "ar": "بدأ كل شيء بقاعدة."}
    start = lines.index("works:") + 1
    for place, more in _special().items():
        work = json.loads(lines[start + place].removeprefix("  - "))
        lines[start + place] = "  - " + json.dumps(work | more, ensure_ascii=False)
    manifest.write_text("\n".join([f"exhibition: {json.dumps(head, ensure_ascii=False)}", *lines[1:]]), "utf-8")
    return manifest


def _special() -> dict[int, dict[str, Any]]:
    """What some works have beyond the others."""
    words = {"en": "What it draws is longer than its rule. " * 60, "ar": "ما ترسمه أطول من قاعدتها. " * 60}
    return {
        SIZED: {"picture": "pictures/squares.png", "size_cm": SIZE_CM, "details": details()},
        LONG: {"description": words, "credit": LAST_LINE},
        FIRST: {"pair_with": f"work-{SECOND + 1:05}"},
    }


def creator_of(work: int) -> int:
    """The number of the creator of a work."""
    return (work + 1) % CREATORS + 1


def year_of(work: int) -> int:
    """When a work was made."""
    return FIRST_YEAR + (work + 1) % YEARS
