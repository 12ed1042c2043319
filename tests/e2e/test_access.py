"""Accessibility, measured from the running interface: the real program on screens of several sizes and heights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PIL import Image

from kiosk.staff.access import FREE_SIZE, GOALS, LEAST_MM, MAIN_MM, ROUNDING_MM, Measured, figures
from kiosk.staff.standards import SOURCES
from kiosk.visit.flashes import MOST
from kiosk.visit.reach import HIGHEST_MM, LOWEST_MM
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program

HANGINGS = (
    ("a portrait 55 inches above a plinth", (1080, 1920), 55.0, 400.0),
    ("the same near the floor", (1080, 1920), 55.0, 200.0),
    ("55 inches in 4K, high", (3840, 2160), 55.0, 900.0),
    ("32 inches at a table", (1920, 1080), 32.0, 300.0),
    ("32 inches, high", (1920, 1080), 32.0, 1090.0),
    ("15.6 inches on a stand", (1920, 1080), 15.6, 1000.0),
)
FREE = ((1080, 1920), 24.0)
"""A screen of which nobody has said how it hangs."""
WINDOWS = ((1366, 768), (640, 480))
PANELS = {"comfort", "wall", "closer", "stage"}
RUSHES = {
    "turning pages",
    "turning pages with less motion",
    "changing the contrast",
    "changing screens",
    "opening panels",
    "choosing themes",
    "everything at once",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_exhibition(
        tmp_path_factory.mktemp("small"), works=12, size=(600, 400), themes=5, languages=("en", "ar")
    )


def measure(
    program: Program, manifest: Path, size: tuple[int, int], display: dict[str, object], *more: str
) -> Measured:
    config = program.configure({"display": display})
    asked = ["measure", manifest, "--config", config, f"--size={size[0]}x{size[1]}", *more]
    ended = program.end(program.start("kiosk", *asked))
    assert ended.code == 0, ended.err
    assert "WARNING qt" not in ended.err
    return msgspec.json.decode(ended.out, type=Measured)


def assert_large_enough(measured: Measured, main_mm: float) -> None:
    assert all(any(panel in screen for screen in measured.screens) for panel in PANELS), measured.screens
    assert {control.kind for control in measured.controls} >= {"IconButton", "Chip", "Choice", "SwitchRow", *FREE_SIZE}
    small = [
        (control.screen, control.kind, control.name, round(control.width_mm, 1), round(control.height_mm, 1))
        for control in measured.controls
        if control.size_mm < (main_mm if control.main else LEAST_MM) - ROUNDING_MM
    ]
    assert not small


def test_every_control_of_every_screen_is_as_large_as_a_finger(program: Program, small: Path) -> None:
    size, inches = FREE
    assert_large_enough(measure(program, small, size, {"diagonal_inches": inches}, "--sizes-only"), MAIN_MM)


@pytest.mark.parametrize("size", WINDOWS, ids=str)
def test_in_a_window_every_control_has_12_millimetres_of_its_pixels(
    size: tuple[int, int], program: Program, small: Path
) -> None:
    measured = measure(program, small, size, {}, "--sizes-only", "--windowed", "--lang=ar")
    assert_large_enough(measured, LEAST_MM)
    assert all(any(page in screen for screen in measured.screens) for page in ("menu", "guide"))


def test_menu_and_guide_of_a_window_are_seen_named_and_reached_by_keys(program: Program, small: Path) -> None:
    """Sizes: see above."""
    measured = measure(program, small, (1366, 768), {}, "--windowed", "--only=menu", "--only=guide")
    assert len([screen for screen in measured.screens if "menu" in screen]) == 6
    assert len([screen for screen in measured.screens if "guide" in screen]) == 5
    assert (measured.unreached, measured.traps, measured.nameless) == ((), (), ())
    assert measured.stops > 30
    assert {each.of for each in measured.contrasts} >= {"text", "part", "ring"}
    assert [each for each in measured.contrasts if each.ratio < GOALS[each.of]] == []


@pytest.mark.parametrize(("size", "inches", "edge_mm"), [row[1:] for row in HANGINGS], ids=[row[0] for row in HANGINGS])
def test_every_control_is_large_enough_and_in_reach_however_the_screen_hangs(
    size: tuple[int, int], inches: float, edge_mm: float, program: Program, small: Path
) -> None:
    display = {"diagonal_inches": inches, "bottom_edge_mm": edge_mm}
    measured = measure(program, small, size, display, "--sizes-only")
    assert_large_enough(measured, MAIN_MM)
    beyond = [
        (control.screen, control.kind, control.name, round(control.lowest_mm or 0), round(control.highest_mm or 0))
        for control in measured.controls
        if not control.scrolls
        and not LOWEST_MM - 1 <= (control.lowest_mm or 0) < (control.highest_mm or 0) <= HIGHEST_MM + 1
    ]
    assert not beyond
    assert len([control for control in measured.controls if not control.scrolls]) > 40


@pytest.mark.alone
def test_text_parts_and_rings_stand_out_on_every_wall_over_every_picture_and_nothing_flashes(
    program: Program, tmp_path: Path
) -> None:
    """Pictures that are black and white by turns, on a wall and with colours that an exhibition chose badly."""
    for number in range(8):
        Image.new("RGB", (900, 600), "white" if number % 2 else "black").save(tmp_path / f"{number}.png")
    works = "".join(f"  - {{id: w{n}, picture: {n}.png, title: Work {n}, themes: [half]}}\n" for n in range(8))
    brand = '{wall: "#7a7f86", ink: "#9aa0a6", accent: "#8a8f94"}'
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(
        f"exhibition: {{title: Black and white, brand: {brand}}}\nthemes: {{half: Half}}\nworks:\n{works}"
    )
    measured = measure(program, manifest, (1280, 720), {"diagonal_inches": 32, "bottom_edge_mm": 700, "wall": "light"})
    grounds = {each.ground for each in measured.contrasts}
    assert grounds >= {
        "the dark wall",
        "the light wall",
        "the high-contrast wall",
        "a white picture",
        "a black picture",
    }
    assert {each.of for each in measured.contrasts} == {"text", "part", "ring", "over-picture"}
    told = {figure.subject: figure for figure in figures(measured)}
    poor = [f for subject, f in told.items() if (" on the " in subject or " over " in subject) and not f.met]
    assert not poor
    assert max(measured.flashes.values()) <= MOST
    assert set(measured.flashes) == RUSHES
    assert told["names for screen readers"].met
    assert [f for f in told.values() if not f.met] == []
    assert {each for figure in told.values() for each in figure.ids.split()} == set(SOURCES)
