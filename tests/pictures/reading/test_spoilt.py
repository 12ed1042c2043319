"""Spoilt on the way, changed or cut short while it is read: a picture is shown or refused, and nothing else happens."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.pictures.making.renditions import make
from kiosk.pictures.orders import Failed, Ready, RenditionOrder, Result
from kiosk.pictures.reading import guard
from kiosk.pictures.refusal import Refused
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.workers.workshop import Workshop
from tests import drawn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BOX = (100, 100)
KINDS = (
    "turned-6.jpg",
    "progressive.jpg",
    "cmyk-press.jpg",
    "adobe-rgb.png",
    "palette-clear.png",
    "moving.png",
    "turned-6.avif",
    "clear.avif",
    "moving.gif",
    "moving.webp",
    "turned-8.webp",
    "packed.tif",
    "deep-grey-little.tif",
    "lab.tif",
    "plain.bmp",
)
"""Of each format one or two, with notes, profiles, alpha and further frames."""


@pytest.fixture(scope="module")
def through_a_worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[bytes], Result]]:
    """What comes of a file with these bytes, in a worker with the show's limits."""
    folder = tmp_path_factory.mktemp("spoilt")
    results: SimpleQueue[Result] = SimpleQueue()
    workshop = Workshop(Cache(folder / "cache", 10**9), workers=1)
    number = iter(range(10**6))

    def made(data: bytes) -> Result:
        path = folder / f"{next(number)}.jpg"
        path.write_bytes(data)
        workshop.order(path, folder, BOX, 0, results.put)
        return results.get(timeout=60)

    yield made
    workshop.close()


@given(
    st.sampled_from(KINDS),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), max_size=6),
    st.one_of(st.just(1.0), st.floats(0, 1)),
)
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
def test_flipped_bits_and_lost_ends_never_come_out_as_anything_else(
    through_a_worker: Callable[[bytes], Result], kind: str, flips: list[tuple[float, int]], kept: float
) -> None:
    whole = drawn.SOUND[kind].data()
    data = bytearray(whole[: max(1, round(len(whole) * kept))])
    for place, change in flips:
        data[int(place * len(data))] ^= change
    result = through_a_worker(bytes(data))
    if isinstance(result, Ready):
        assert result.rendition.screen
        for path in (result.rendition.screen, result.rendition.preview):
            with Image.open(path) as image:
                image.load()
    else:
        assert isinstance(result, Failed)
        assert result.rule
        assert ".jpg" in result.message
        assert result.remedy.endswith(".")


def load(path: Path, before: Callable[[], object]) -> bytes:
    """The pixels of the picture at `path`, with something happening after its header is read."""
    with guard.open_picture(path, path.parent) as file, guard.door('"shrinking"'):
        image = guard.open_image(file, '"shrinking"')
        guard.header_of(image, '"shrinking"')
        before()
        return image.convert("RGB").tobytes()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "GIF", "BMP"])
def test_a_picture_cut_short_while_it_is_read_is_refused(form: str, tmp_path: Path) -> None:
    path = tmp_path / "shrinking"
    path.write_bytes(drawn.saved(drawn.grainy(), form))
    with pytest.raises(Refused) as refused:
        load(path, lambda: os.truncate(path, 300))
    assert refused.value.rule in ("truncated", "damaged")


@pytest.mark.parametrize("form", ["WEBP", "AVIF"])
def test_a_picture_that_is_read_in_one_go_is_shown_as_it_was(form: str, tmp_path: Path) -> None:
    path = tmp_path / "shrinking"
    path.write_bytes(drawn.saved(drawn.grainy((90, 60)), form))
    with Image.open(path) as image:
        pixels = image.convert("RGB").tobytes()
    assert load(path, lambda: os.truncate(path, 10)) == pixels


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells what is mapped")
@pytest.mark.parametrize("form", ["BMP", "TIFF"])
def test_no_picture_is_mapped_into_memory(form: str, tmp_path: Path) -> None:
    """Pixels that lie in a file as they are in memory would be, had Pillow its name: a file cut short would kill it."""
    path = tmp_path / "mapped"
    path.write_bytes(drawn.saved(drawn.grainy(), form))
    with guard.open_picture(path, tmp_path) as file:
        image = guard.open_image(file, '"mapped"')
        image.load()
        assert str(path) not in Path("/proc/self/maps").read_text(errors="replace")


def test_what_is_shown_outlives_its_picture(tmp_path: Path) -> None:
    """The screen reads the rendition, a copy of its own; replaced, the picture is made anew beside it."""
    source, cache = tmp_path / "a.jpg", Cache(tmp_path / "cache", 10**9)
    source.write_bytes(drawn.jpeg())
    first = make(RenditionOrder(source, tmp_path, BOX, cache.folder)).rendition
    assert first.screen
    shown = first.screen.read_bytes()
    source.write_bytes(drawn.jpeg(drawn.quarters(drawn.COLOURS[::-1])))
    assert cache.find(source, BOX) is None
    second = make(RenditionOrder(source, tmp_path, BOX, cache.folder)).rendition
    assert second.screen != first.screen
    source.unlink()
    assert cache.find(source, BOX) is None
    assert first.screen.read_bytes() == shown
