"""Renditions of every kind of picture: right colours, right side up, right size, and nothing else in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.pictures.orders import Rendition, RenditionOrder
from kiosk.pictures.refusal import Refused
from kiosk.pictures.rendition import make
from tests import drawn

if TYPE_CHECKING:
    from pathlib import Path

    from tests.drawn import Broken, Corners, Sound

BOX = (1920, 1080)


def prepare(tmp_path: Path, name: str, data: bytes, box: tuple[int, int] | None = BOX) -> Rendition:
    source = tmp_path / "exhibition" / name
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(data)
    return make(RenditionOrder(source, source.parent, box, tmp_path / "cache"))


def corners(path: Path) -> Corners:
    """The colours in the middle of each quarter of a file."""
    with Image.open(path) as image:
        ready = image.convert("RGBA" if image.mode == "RGBA" else "RGB")
        places = [(ready.width * x // 4, ready.height * y // 4) for y in (1, 3) for x in (1, 3)]
        return tuple(ready.getpixel(place) for place in places)  # type: ignore[return-value]


def far(found: Corners, wanted: Corners) -> int:
    """The largest difference of a channel; a clear corner only has to be clear."""
    worst = 0
    for have, want in zip(found, wanted, strict=True):
        assert len(have) == len(want), f"{have} where {want} was expected"
        channels = slice(3, 4) if want == drawn.CLEAR else slice(None)
        worst = max(worst, *(abs(a - b) for a, b in zip(have[channels], want[channels], strict=True)))
    return worst


@pytest.mark.parametrize("name", drawn.SOUND)
def test_every_sound_picture_is_shown_in_its_colours(name: str, tmp_path: Path) -> None:
    picture: Sound = drawn.SOUND[name]
    rendition = prepare(tmp_path, name, picture.data())
    assert (rendition.width, rendition.height) == picture.size
    assert rendition.screen
    for path in (rendition.screen, rendition.preview):
        with Image.open(path) as image:
            assert image.size == picture.size
        found = corners(path)
        assert far(found, picture.corners) <= picture.tolerance, f"{path.suffix} {found}, not {picture.corners}"


@pytest.mark.parametrize("name", drawn.SOUND)
def test_every_sound_picture_keeps_its_colours_when_shrunk(name: str, tmp_path: Path) -> None:
    picture = drawn.SOUND[name]
    rendition = prepare(tmp_path, name, picture.data(), (1000, 40))
    assert rendition.screen
    with Image.open(rendition.screen) as image:
        assert image.size == (60, 40)
    assert far(corners(rendition.screen), picture.corners) <= picture.tolerance


@pytest.mark.parametrize("name", drawn.BROKEN)
def test_every_broken_picture_is_refused_by_name(name: str, tmp_path: Path) -> None:
    picture: Broken = drawn.BROKEN[name]
    with pytest.raises(Refused) as refused:
        prepare(tmp_path, name, picture.data())
    assert refused.value.rule == picture.rule, refused.value.message
    assert name in refused.value.message
    assert picture.word in refused.value.message
    assert refused.value.remedy.endswith(".")
    assert not list((tmp_path / "cache").glob("*"))
