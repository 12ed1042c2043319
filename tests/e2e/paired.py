"""Three works of one colour each, two of them a pair that is shown side by side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = (1200, 800)
COLOURS = {"First": (20, 160, 60), "Middle": (40, 70, 190), "Second": (200, 40, 30)}
HEIGHTS_CM = {"First": 40, "Middle": 40, "Second": 20}
CREATORS = {"First": "Lone Maker", "Middle": "Other Maker", "Second": "Other Maker"}
WARM = ("Middle", "Second")
"""The works of the one theme: not the first of the pair."""


def build_paired(folder: Path) -> Path:
    """Three works; the third, half as high, is shown beside the first."""
    works = []
    for title, colour in COLOURS.items():
        Image.new("RGB", PICTURE, colour).save(folder / f"{title}.png")
        height = HEIGHTS_CM[title]
        works.append(
            {
                "id": title,
                "picture": f"{title}.png",
                "title": title,
                "creator": CREATORS[title],
                "size_cm": [height, 1.5 * height],
                "themes": ["warm"] if title in WARM else [],
            }
        )
    works[0]["pair_with"] = "Second"
    head = {"title": {"en": "Paired", "ar": "معًا"}, "languages": ["en", "ar"], "search": True}
    told = {"exhibition": head, "themes": {"warm": {"name": "Warm"}}, "works": works}
    manifest = folder / "manifest.yaml"
    manifest.write_text(json.dumps(told), encoding="utf-8")
    return manifest
