"""Exhibitions of any size for tests and benchmarks, drawn in a moment and always the same."""

from __future__ import annotations

import colorsys
import json
import os
import random
import shutil
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    Colour = tuple[int, int, int]

BLOCK_DIGITS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", " # ", " # "),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
}
SHAPES = ((1.0, 1.0), (0.6, 1.2), (1.0, 1.0), (1.6, 0.5), (0.8, 1.2), (1.0, 1.0))
"""Width and height of a picture in parts of the size asked for: landscape, portrait, panorama."""

WORK_WORD = {"en": "Work", "de": "Werk", "fr": "Œuvre", "ru": "Работа", "ko": "작품", "ar": "عمل", "ja": "作品"}
THEME_WORD = {"en": "Theme", "de": "Thema", "fr": "Thème", "ru": "Тема", "ko": "주제", "ar": "موضوع", "ja": "主題"}
SENTENCES = (
    "A line goes for a walk and comes home changed.",
    "The rule is short; what it draws is not.",
    "Look at it from the far end of the room first.",
    "Nothing here was placed by hand.",
    "Every colour appears exactly once.",
    "The same seed has drawn it again every time since.",
)
BROKEN = {
    "truncated": lambda whole: whole[: len(whole) // 2],
    "html": lambda _: b"<!DOCTYPE html><html><body>404 Not Found</body></html>",
    "empty": lambda _: b"",
    "missing": lambda _: None,
    "pointer": lambda _: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 7\n",
}
"""What a broken picture is made into, from a whole one; None is no file at all."""


def build_exhibition(
    folder: Path,
    works: int = 123,
    pictures: int = 8,
    size: tuple[int, int] = (1500, 1000),
    themes: int = 6,
    languages: Sequence[str] = ("en",),
    broken_every: int = 0,
    title: str = "Drawn for a test",
) -> Path:
    """An exhibition in `folder`; the path of its manifest.

    Work n (from 1) has the id `work-00001` and a file of its own that holds picture (n - 1) % `pictures`, filled with
    `colour_of` that picture. `size` is in pixels, the unit of `SHAPES`. With `broken_every`, each work whose number it
    divides has a broken picture; `broken_kind` says of which kind.
    """
    drawn = folder / "drawn"
    shown = folder / "pictures"
    drawn.mkdir(parents=True, exist_ok=True)
    shown.mkdir(exist_ok=True)
    sources = [_save(draw_picture(number, size), drawn / f"{number:03}.jpg") for number in range(pictures)]
    for number in range(1, works + 1):
        target = shown / f"{number:05}.jpg"
        source = sources[(number - 1) % pictures]
        kind = broken_kind(number, broken_every)
        if kind:
            _write(target, BROKEN[kind](source.read_bytes()))
        else:
            _link(source, target)
    manifest = folder / "manifest.yaml"
    manifest.write_text(manifest_words(works, themes, languages, title), encoding="utf-8")
    return manifest


def colour_of(picture: int) -> Colour:
    """The colour that fills picture number `picture`; the first twelve can be told apart on a screenshot."""
    hue = picture * 5 % 12 / 12 + picture // 12 * 0.03
    red, green, blue = colorsys.hls_to_rgb(hue % 1, 0.42 if picture % 2 else 0.6, 0.65)
    return round(red * 255), round(green * 255), round(blue * 255)


def broken_kind(number: int, broken_every: int) -> str | None:
    """What is wrong with the picture of work `number`, a key of `BROKEN`; None for a sound one."""
    if not broken_every or number % broken_every:
        return None
    return tuple(BROKEN)[number // broken_every % len(BROKEN)]


def draw_picture(number: int, size: tuple[int, int] = (1500, 1000)) -> Image.Image:
    """Picture `number` in its colour, with its number in large white blocks in the middle."""
    across, down = SHAPES[number % len(SHAPES)]
    width, height = max(16, round(size[0] * across)), max(16, round(size[1] * down))
    image = Image.new("RGB", (width, height), colour_of(number))
    draw = ImageDraw.Draw(image)
    digits = str(number)
    unit = max(1, min(width // (4 * len(digits) + 3), height // 11))
    left = (width - unit * (4 * len(digits) - 1)) // 2
    top = (height - unit * 5) // 2
    for place, digit in enumerate(digits):
        for row, line in enumerate(BLOCK_DIGITS[digit]):
            for column, mark in enumerate(line):
                if mark == "#":
                    x, y = left + unit * (4 * place + column), top + unit * row
                    draw.rectangle((x, y, x + unit - 1, y + unit - 1), "white")
    return image


def manifest_words(works: int, themes: int, languages: Sequence[str], title: str) -> str:
    """The manifest of an exhibition as `build_exhibition` makes it."""
    chance = random.Random(works)
    theme_ids = [f"theme-{number}" for number in range(1, themes + 1)]
    head: dict[str, Any] = {
        "exhibition": {
            "title": dict.fromkeys(languages, title),
            "subtitle": f"{works} works",
            "languages": list(languages),
        },
        "themes": {
            theme: {"name": {language: f"{THEME_WORD.get(language, language)} {number}" for language in languages}}
            for number, theme in enumerate(theme_ids, 1)
        },
    }
    # JSON is YAML, too, and a hundred times faster to write.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    lines.append("works:" if works else "works: []")
    for number in range(1, works + 1):
        carried = sorted(chance.sample(theme_ids, min(themes, chance.choice((1, 1, 2, 3)))))
        work = {
            "id": f"work-{number:05}",
            "picture": f"pictures/{number:05}.jpg",
            "creator": f"Maker {number % 17 + 1}",
            "title": {language: f"{WORK_WORD.get(language, language)} {number}" for language in languages},
            "date": str(1900 + number % 120),
            "medium": "Drawn in memory",
            "description": " ".join(chance.sample(SENTENCES, chance.randint(1, 4))),
            "themes": carried,
        }
        lines.append(f"  - {json.dumps(work, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def _save(image: Image.Image, path: Path) -> Path:
    image.save(path, "JPEG", quality=90)
    return path


def _write(path: Path, data: bytes | None) -> None:
    path.unlink(missing_ok=True)
    if data is not None:
        path.write_bytes(data)


def _link(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
