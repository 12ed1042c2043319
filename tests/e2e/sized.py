"""Works whose size is known, with details drawn where the manifest says: what is seen can be measured in pixels."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = (2400, 1600)
SIZE_CM = (40, 60)
GROUND = (90, 100, 120)
GREEN, RED = (20, 160, 60), (200, 40, 30)
SQUARE_CM = 10
"""How long a side of a detail is in the work."""
SQUARES = {GREEN: (0.1, 0.2), RED: (0.7, 0.55)}
"""Left and top of the squares, in 0..1."""
SIDE = SQUARE_CM * PICTURE[0] // SIZE_CM[1]
"""The same in pixels."""


def build_sized(folder: Path) -> Path:
    """Three works: one of 40 × 60 cm with two details, a tiny one, and one that allows no closer look."""
    pictures = folder / "pictures"
    pictures.mkdir()
    draw_squares().save(pictures / "squares.png")
    work = {"picture": "pictures/squares.png", "title": {"en": "Squares", "ar": "مربعات"}, "details": details()}
    works = [
        {"id": "squares", **work, "size_cm": SIZE_CM},
        {"id": "tiny", **work, "size_cm": [4, 6]},
        {"id": "kept", **work, "size_cm": SIZE_CM, "details": [], "allow": {"zoom": False}},
    ]
    manifest = folder / "manifest.yaml"
    words = {"exhibition": {"title": "Sized", "languages": ["en", "ar"]}, "works": works}
    manifest.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    return manifest


def draw_squares() -> Image.Image:
    """The picture: its ground and the squares."""
    image = Image.new("RGB", PICTURE, GROUND)
    draw = ImageDraw.Draw(image)
    for colour, (left, top) in SQUARES.items():
        x, y = round(left * PICTURE[0]), round(top * PICTURE[1])
        draw.rectangle((x, y, x + SIDE - 1, y + SIDE - 1), colour)
    return image


def details() -> list[dict[str, object]]:
    """What a manifest tells of the squares."""
    across, down = SIDE / PICTURE[0], SIDE / PICTURE[1]
    return [
        {"at": [left, top, across, down], "text": {"en": f"The {word} square", "ar": f"مربع {number}"}}
        for number, (word, (left, top)) in enumerate(zip(("green", "red"), SQUARES.values(), strict=True), 1)
    ]
