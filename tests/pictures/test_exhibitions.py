"""The exhibitions that other tests are built on: as large, as mixed and as broken as asked for, and always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from PIL import Image

from kiosk.pictures.reading.guard import Refused, examine
from tests.exhibitions import BROKEN, broken_kind, build_exhibition, colour_of

if TYPE_CHECKING:
    from pathlib import Path


def test_an_exhibition_has_works_with_a_picture_each(tmp_path: Path) -> None:
    manifest = build_exhibition(tmp_path, works=20, pictures=6, size=(300, 200), themes=3, languages=("en", "ru"))
    read = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    assert len({work["picture"] for work in read["works"]}) == 20
    assert list(read["works"][0]["title"]) == ["en", "ru"]
    assert all(set(work["themes"]) <= set(read["themes"]) and work["themes"] for work in read["works"])
    shapes = set()
    for number, work in enumerate(read["works"]):
        header = examine(tmp_path / work["picture"], tmp_path)
        shapes.add((header.width > header.height, header.width > 2 * header.height))
        with Image.open(tmp_path / work["picture"]) as image:
            corner = image.getpixel((2, 2))
            assert isinstance(corner, tuple)
            assert all(abs(a - b) <= 3 for a, b in zip(corner, colour_of(number % 6), strict=True))
    assert shapes == {(True, False), (False, False), (True, True)}


def test_the_same_exhibition_is_the_same_to_the_byte(tmp_path: Path) -> None:
    first, second = (build_exhibition(tmp_path / name, works=10, size=(60, 40), broken_every=3) for name in "ab")
    for path in first.parent.rglob("*.*"):
        assert path.read_bytes() == (second.parent / path.relative_to(first.parent)).read_bytes()


def test_every_nth_picture_is_broken_in_one_way_or_another(tmp_path: Path) -> None:
    build_exhibition(tmp_path, works=20, size=(300, 200), broken_every=4)
    kinds = set()
    for number in range(1, 21):
        path = tmp_path / "pictures" / f"{number:05}.jpg"
        kind = broken_kind(number, 4)
        if kind in (None, "truncated"):
            assert examine(path, tmp_path).format == "JPEG"
        else:
            with pytest.raises(Refused):
                examine(path, tmp_path)
        kinds.add(kind)
    assert kinds == {None, *BROKEN}


def test_the_first_twelve_colours_can_be_told_apart() -> None:
    colours = [colour_of(number) for number in range(12)]
    assert min(sum(abs(a - b) for a, b in zip(x, y, strict=True)) for x in colours for y in colours if x != y) >= 60
    assert len(set(colours)) == 12
