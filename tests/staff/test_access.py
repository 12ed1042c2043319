"""Figures of accessibility, judged."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from kiosk.cli import commands
from kiosk.staff.access import Contrast, Control, Figure, Letters, Measured, figures
from kiosk.staff.conduct import Conduct
from kiosk.staff.measuring import NotMeasured, ask, measure_command
from kiosk.staff.standards import SOURCES

if TYPE_CHECKING:
    from pathlib import Path

CONDUCT = Conduct(
    answer_s=30,
    extended=12,
    asked=12,
    alert=True,
    dwell_margin_s=0,
    pausable=True,
    moved_px=0,
    fade_s=0.3,
    missing_taps=(),
    right_to_left=("ar",),
    mirrored=(),
    speech=True,
    silent_while_read=True,
    left_over=(),
)
GOOD = Measured(
    pixels=(1920, 1080),
    pixels_per_mm=2.7,
    known=True,
    windowed=False,
    viewing_distance_mm=600,
    bottom_edge_mm=700,
    screens=("3-stage",),
    controls=(
        Control("3-stage", "IconButton", "Next work", 20, 20, 712, 732),
        Control("3-stage", "Thumbnail", "Work 2", 13, 24, 712, 736),
    ),
    letters=(Letters("3-stage", "All works", 4.9), Letters("10-stage-large-text", "Credit", 7.4, large=True)),
    contrasts=(
        Contrast("3-stage", "text", "Title", "the dark wall", 7.2),
        Contrast("1-attract", "over-picture", "Title", "a white picture", 4.6),
        Contrast("3-stage", "part", "next", "the dark wall", 3.1),
        Contrast("3-stage", "ring", "Chip", "the dark wall", 3.1),
    ),
    nameless=(),
    stops=12,
    unreached=(),
    flashes={"turning pages": 3},
    widened=("en", "ar"),
    conduct=CONDUCT,
)


def told(measured: Measured) -> dict[str, Figure]:
    return {figure.subject: figure for figure in figures(measured)}


def test_all_is_well() -> None:
    found = told(GOOD)
    assert all(figure.met for figure in found.values()), found
    assert (found["main controls"].found, found["all controls"].found) == ("20.0 mm", "13.0 mm")
    assert found["reach"].found == "712 to 736 mm"
    assert found["large text"].found == "7.4 mm, 0.71°"


@pytest.mark.parametrize(
    ("subject", "change"),
    [
        ("main controls", {"controls": (Control("3-stage", "IconButton", "Next", 19, 20, 712, 731),)}),
        ("all controls", {"controls": (Control("3-stage", "Thumbnail", "Work", 11, 24, 712, 736),)}),
        ("all controls", {"controls": ()}),
        ("reach", {"controls": (Control("3-stage", "Chip", "All", 40, 20, 1210, 1230),)}),
        ("reach", {"controls": (Control("3-stage", "Chip", "All", 40, 20, 370, 390),)}),
        ("smallest capital", {"letters": (Letters("3-stage", "All works", 4.5),)}),
        ("large text", {"viewing_distance_mm": 700}),
        ("text on the dark wall", {"contrasts": (Contrast("s", "text", "x", "the dark wall", 6.9),)}),
        ("text over a white picture", {"contrasts": (Contrast("s", "over-picture", "x", "a white picture", 4.4),)}),
        ("parts on the dark wall", {"contrasts": (Contrast("s", "part", "x", "the dark wall", 2.9),)}),
        ("focus ring on the dark wall", {"contrasts": (Contrast("s", "ring", "x", "the dark wall", 2.9),)}),
        ("names for screen readers", {"nameless": ("3-stage: Picture",)}),
        ("keyboard", {"unreached": ("3-stage: Chip “All”",)}),
        ("flashes, turning pages", {"flashes": {"turning pages": 4}}),
        ("as targets", {"controls": (Control("3-stage", "Thumbnail", "Work", 11.5, 24, 712, 736),)}),
        ("the screen from a wheelchair", {"bottom_edge_mm": 2200}),
        ("longest line", {"letters": (Letters("3-stage", "Long", 4.9, glyphs=81),)}),
        (
            "longest line, Chinese, Japanese or Korean",
            {"letters": (Letters("3-stage", "Long", 4.9, glyphs=41, wide=True),)},
        ),
        ("justified text", {"letters": (Letters("3-stage", "Flush", 4.9, justified=True),)}),
        ("text without a typeface", {"letters": (Letters("3-stage", "?", 4.9, unknown=1),)}),
        ("text of twice its size, and set wider", {"lost": ("stage, en, wider: cut off: Work",)}),
        ("keyboard, the way out", {"traps": ("3-stage: Chip",)}),
        ("gestures that are also one tap", {"conduct": replace(CONDUCT, missing_taps=("closer: plus",))}),
        ("time to answer “Still there?”", {"conduct": replace(CONDUCT, answer_s=19)}),
        ("more time", {"conduct": replace(CONDUCT, extended=9)}),
        ("“Still there?”", {"conduct": replace(CONDUCT, alert=False)}),
        ("time for each work", {"conduct": replace(CONDUCT, dwell_margin_s=-1)}),
        ("stopping the slideshow", {"conduct": replace(CONDUCT, pausable=False)}),
        ("a turned page with less motion", {"conduct": replace(CONDUCT, moved_px=5)}),
        ("a turned page with less motion", {"conduct": replace(CONDUCT, fade_s=0.9)}),
        ("labels read aloud", {"conduct": replace(CONDUCT, silent_while_read=False)}),
        ("left over for the next visitor", {"conduct": replace(CONDUCT, left_over=("volume",))}),
        ("mirrored from right to left", {"conduct": replace(CONDUCT, mirrored=("ar",))}),
    ],
)
def test_what_is_not_met_is_told(subject: str, change: dict[str, Any]) -> None:
    assert not told(replace(GOOD, **change))[subject].met


def test_every_requirement_is_answered_and_every_answer_has_its_requirement() -> None:
    measured = replace(GOOD, letters=(*GOOD.letters, Letters("3-stage", "작품", 4.9, glyphs=20, wide=True)))
    assert {each for figure in figures(measured) for each in figure.ids.split()} == set(SOURCES)


def test_the_doctor_prints_a_line_for_each_figure_and_what_it_answers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("kiosk.staff.measuring.ask", lambda _: GOOD)
    config = tmp_path / "config.yaml"
    config.write_text("{}")
    asked = ["doctor", "--accessibility", "--config", str(config), "--size", "1920x1080"]
    printed = CliRunner().invoke(commands, asked)
    assert printed.exit_code == 0, printed.output
    assert "1 screens at 1920 × 1080 pixels, 711 × 400 mm (screen)" in printed.stdout
    for figure in figures(GOOD):
        assert any(
            line.startswith("ok ") and figure.ids in line and figure.subject in line and figure.goal in line
            for line in printed.stdout.splitlines()
        ), figure
    assert "figures, all met" in printed.stdout
    assert all(source in printed.stdout for source in SOURCES.values())
    told = msgspec.json.decode(CliRunner().invoke(commands, [*asked, "--json"]).stdout)
    assert {"figures", "requirements", "measured", "exit_code"} == set(told)


def test_what_a_list_brings_into_reach_is_in_reach() -> None:
    far = Control("9-wall", "Thumbnail", "Work", 60, 60, 1300, 1360)
    assert not told(replace(GOOD, controls=(*GOOD.controls, far)))["reach"].met
    assert told(replace(GOOD, controls=(*GOOD.controls, replace(far, scrolls=True))))["reach"].met


def test_a_window_on_a_desk_has_a_pointer() -> None:
    controls = (Control("3-stage", "IconButton", "Next work", 12.5, 12.5),)
    window = replace(GOOD, windowed=True, bottom_edge_mm=None, controls=controls)
    assert told(window)["main controls"].met
    assert "set display.bottom_edge_mm" in told(window)["reach"].found


def test_a_child_that_cannot_measure_says_why() -> None:
    with pytest.raises(NotMeasured, match="no screen"):
        ask([sys.executable, "-c", "import sys; sys.exit('no screen')"])
    with pytest.raises(NotMeasured, match="within 1 seconds"):
        ask([sys.executable, "-c", "import time; time.sleep(600)"], patience_s=1)
    with pytest.raises(NotMeasured, match="could not be started"):
        ask(["/nowhere/python"])


def test_the_child_is_told_the_screen_and_the_configuration(tmp_path: Any) -> None:
    assert measure_command((800, 600), tmp_path / "config.yaml")[-3:] == [
        "--size=800x600",
        "--config",
        str(tmp_path / "config.yaml"),
    ]
