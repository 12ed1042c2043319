"""Pictures too large for Pillow: what is let in with libvips and without it, and that they are shown as all others."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest

from kiosk.pictures.reading import deepzoom, guard
from kiosk.pictures.reading.guard import Refused, examine
from tests import drawn

if TYPE_CHECKING:
    from pathlib import Path


def refusal(path: Path) -> Refused:
    with pytest.raises(Refused) as refused:
        examine(path, path.parent)
    return refused.value


def written(folder: Path, data: bytes) -> Path:
    path = folder / "large"
    path.write_bytes(data)
    return path


@pytest.fixture
def without_libvips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deepzoom, "installed", lambda: False)


def expect(path: Path, *, allowed: bool) -> None:
    """A picture of at least 10 000 pixels across is let in, or refused for its size."""
    if allowed:
        assert examine(path, path.parent).width >= 10_000
    else:
        assert refusal(path).rule == "too-large"


@pytest.mark.usefixtures("without_libvips")
@pytest.mark.parametrize(
    ("data", "allowed"),
    [
        (drawn.jpeg_claiming(20_000, 15_000), True),
        (drawn.jpeg_claiming(20_000, 15_001), False),
        (drawn.jpeg_claiming(10_000, 10_000, progressive=True), True),
        (drawn.jpeg_claiming(10_001, 10_000, progressive=True), False),
        (drawn.claiming(10_000, 10_000), True),
        (drawn.claiming(10_001, 10_000), False),
    ],
)
def test_without_libvips_a_baseline_jpeg_may_have_300_megapixels_and_the_others_100(
    data: bytes, allowed: bool, tmp_path: Path
) -> None:
    expect(written(tmp_path, data), allowed=allowed)


@pytest.mark.usefixtures("without_libvips")
def test_a_picture_that_only_libvips_can_read_is_refused_with_the_way_to_get_it(tmp_path: Path) -> None:
    refused = refusal(written(tmp_path, drawn.claiming(20_000, 20_000)))
    assert '"large" is too large: 20000 x 20000 pixels' in refused.message
    assert "kiosk-gallery[deepzoom]" in refused.remedy
    assert "kiosk-gallery[deepzoom]" not in refusal(written(tmp_path, drawn.claiming(60_000, 60_000))).remedy


@pytest.mark.parametrize(
    ("data", "allowed"),
    [
        (drawn.jpeg_claiming(50_000, 40_000), True),
        (drawn.jpeg_claiming(50_000, 40_001), False),
        (drawn.jpeg_claiming(10_001, 10_000, progressive=True), False),
        (drawn.claiming(30_000, 20_000), True),
        (drawn.claiming(65_535, 10_000), True),
        (drawn.claiming(65_536, 10_000), False),
    ],
)
def test_with_libvips_two_gigapixels_are_let_in_if_they_come_from_top_to_bottom(
    data: bytes, allowed: bool, tmp_path: Path
) -> None:
    expect(written(tmp_path, data), allowed=allowed)


def test_libvips_loads_nothing_but_what_it_is_asked_for_by_name(tmp_path: Path) -> None:
    assert deepzoom.installed()
    vips = deepzoom._vips()
    for name, data in (("a.jpg", drawn.jpeg()), ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>')):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(vips.Error):
            vips.Image.new_from_file(str(tmp_path / name))


def test_limits_of_pillow_are_those_of_the_guard() -> None:
    assert deepzoom.MAX_PIXELS_PROGRESSIVE <= guard.MAX_PIXELS


def test_the_memory_of_libvips_goes_with_the_picture_and_waits_for_no_collector(tmp_path: Path) -> None:
    path = written(tmp_path, drawn.jpeg())
    gc.disable()
    try:
        with path.open("rb") as file:
            strips = deepzoom.StreamedStrips(file, "JPEG")
            strips.rows(0, strips.size[1])
            kept = weakref.ref(strips)
            del strips
        assert kept() is None
    finally:
        gc.enable()
