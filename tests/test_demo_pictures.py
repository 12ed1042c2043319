"""The demo exhibition's pictures: present, as the catalogue says, light enough to ship, and the same every time."""

import json
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from assets.exhibitions.demo.make.canvas import Size
from assets.exhibitions.demo.make.catalogue import WORKS, Drawing, find
from assets.exhibitions.demo.make.palette import colour, from_oklab, ramp, to_linear, to_oklab, to_srgb
from assets.exhibitions.demo.make.studio import PICTURES, draw, rule_of

each_work = pytest.mark.parametrize("work", WORKS, ids=lambda work: work.id)

QUICK = ("harmonograph", "truchet", "voronoi-glass", "rule-30", "ripples", "flow-field")
"""Works that take well under a second as a proof."""


@each_work
def test_file_has_the_size_of_the_catalogue(work: Drawing) -> None:
    with Image.open(PICTURES / f"{work.id}.jpg") as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (work.width, work.height))


@each_work
def test_picture_is_not_flat(work: Drawing) -> None:
    with Image.open(PICTURES / f"{work.id}.jpg") as picture:
        picture.draft("RGB", (work.width // 8, work.height // 8))
        tones = np.asarray(picture.convert("L"), float)
    assert tones.std() > 8
    assert np.ptp(np.quantile(tones, (0.01, 0.99))) > 40


def test_nothing_but_the_catalogue_is_shipped_and_it_stays_light() -> None:
    files = list(PICTURES.iterdir())
    assert {file.name for file in files} == {f"{work.id}.jpg" for work in WORKS}
    assert sum(file.stat().st_size for file in files) < 30_000_000


def test_ids_and_seeds_are_as_promised() -> None:
    assert len({work.id for work in WORKS}) == len(WORKS) >= 24
    shapes = {work.orientation for work in WORKS}
    assert shapes == {"landscape", "portrait", "square", "panorama"}
    assert all(3000 <= max(work.width, work.height) <= 6000 for work in WORKS)
    assert 8 <= sum(work.highlight for work in WORKS) <= 10


@each_work
def test_focus_lies_in_the_picture_and_in_the_safe_box(work: Drawing) -> None:
    left, top, right, bottom = work.safe or (0.0, 0.0, 1.0, 1.0)
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1
    assert left <= work.focus[0] <= right
    assert top <= work.focus[1] <= bottom


@each_work
def test_every_rule_can_be_called(work: Drawing) -> None:
    assert callable(rule_of(work))


@pytest.mark.parametrize("work_id", QUICK)
def test_the_same_seed_draws_the_same_pixels(work_id: str) -> None:
    work = find(work_id)
    first, again = draw(work, 240), draw(work, 240)
    assert first.dtype == np.uint8
    assert max(first.shape) == 240
    assert np.array_equal(first, again)


def test_another_seed_draws_another_picture() -> None:
    rule, size = rule_of(find("truchet")), Size(120, 120)
    assert not np.array_equal(rule(size, np.random.default_rng(1)), rule(size, np.random.default_rng(2)))


def test_an_unknown_id_is_answered_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="clifford"):
        find("cliford")


def test_the_script_prints_the_catalogue_as_json() -> None:
    script = PICTURES.parent / "make" / "draw.py"
    printed = subprocess.run([sys.executable, script, "--facts"], capture_output=True, text=True, check=True).stdout
    assert [entry["id"] for entry in json.loads(printed)] == [work.id for work in WORKS]


def test_colours_survive_the_way_to_oklab_and_back() -> None:
    linear = np.random.default_rng(0).random((50, 3))
    assert np.allclose(from_oklab(to_oklab(linear)), linear, atol=1e-4)
    assert np.allclose(to_linear(to_srgb(linear)), linear, atol=1e-4)


def test_a_ramp_starts_and_ends_at_its_colours() -> None:
    ends = ramp(["#204060", "#ffeedd", "#a01010"], [0, 0.5, 1])
    assert np.allclose(ends, [colour("#204060"), colour("#ffeedd"), colour("#a01010")], atol=2e-3)
