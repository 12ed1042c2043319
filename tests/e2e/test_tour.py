"""`kiosk tour`: the screens as pictures, drawn by the real program without a display."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.exhibitions import build_exhibition, colour_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program

MENU = ("menu", "screens", "browse", "recent", "check", "about")
STATIONS = (
    "1-attract",
    "2-attract-theme",
    "3-stage",
    "4-stage-upright",
    "5-stage-panorama",
    "27-languages",
    "28-label-largest",
    "7-stage-theme",
    "8-wall-theme",
    "9-wall",
    "10-stage-large-text",
    "11-stage-high-contrast",
    "12-comfort",
    "13-reading",
    "14-closer",
    "15-closer-near",
    "16-about",
    "17-wall-sorted",
    "20-still-there",
    "46-notice",
    "21-closer-label",
    "47-notice-invitation",
    "29-staff-pin",
    "30-staff-now",
    "31-staff-works",
    "32-staff-content",
    "33-staff-display",
    "35-staff-problems",
    "36-staff-log",
    *(f"{40 + number}-menu-{page}" for number, page in enumerate(MENU)),
    *(f"{50 + step}-guide-{step + 1}" for step in range(5)),
    "34-back-soon",
    "37-curtain",
)
WITHOUT_PICTURES = (
    "16-about",
    "20-still-there",
    "46-notice",
    "47-notice-invitation",
    *STATIONS[STATIONS.index("29-staff-pin") :],
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    manifest = build_exhibition(
        tmp_path_factory.mktemp("small"), works=12, size=(600, 400), themes=3, languages=("en", "ar")
    )
    words = manifest.read_text("utf-8").replace('"subtitle":', '"intro": "It began with a rule.", "subtitle":', 1)
    manifest.write_text(words, "utf-8")
    return manifest


def test_every_screen_is_drawn_at_the_sizes_and_in_the_language_asked_for(
    program: Program, small: Path, tmp_path: Path
) -> None:
    sizes = ((640, 400), (400, 640))
    asked = [*(f"--size={width}x{height}" for width, height in sizes), "--lang=ar"]
    ended = program.end(program.start("kiosk", "tour", small, "-o", tmp_path / "tour", *asked))
    assert (ended.err, ended.code) == ("", 0)
    files = sorted((tmp_path / "tour").iterdir())
    names = {f"{width}x{height}-ar-{station}.png" for width, height in sizes for station in STATIONS}
    assert {file.name for file in files} == names
    assert all(str(file) in ended.out for file in files)
    for file in files:
        with Image.open(file) as image:
            assert "x".join(map(str, image.size)) == file.name.partition("-")[0]
            colours = image.convert("RGB").getcolors(image.width * image.height)
        assert len(colours) > 100, f"{file.name} is flat"
        if file.stem.endswith(WITHOUT_PICTURES):
            continue
        large = [colour for count, colour in colours if count > image.width]
        assert any(alike(colour, colour_of(picture)) for colour in large for picture in range(8)), file.name


def alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) < 30


def test_without_a_display_the_tour_is_drawn_instead(program: Program, small: Path) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        program.environment.pop(name, None)
    program.environment["PYTHONUNBUFFERED"] = "1"
    process = program.start("kiosk", small)
    first = program.folder / "tour" / "1920x1080-en-1-attract.png"
    limit = time.monotonic() + 60
    while not first.exists():
        assert time.monotonic() < limit, "nothing is drawn"
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
    process.kill()
    ended = program.end(process)
    assert ended.err == ""
    assert ended.out.startswith("There is no display here (DISPLAY and WAYLAND_DISPLAY are not set)")


def test_without_an_exhibition_there_is_nothing_to_tour(program: Program) -> None:
    ended = program.end(program.start("kiosk", "tour", program.folder / "nowhere", "-o", program.folder / "tour"))
    assert ended.code == 2
    assert not (program.folder / "tour").exists()
