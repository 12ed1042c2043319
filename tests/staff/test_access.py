"""Figures of accessibility, judged."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.staff.access import Contrast, Control, Figure, Letters, Measured, figures
from kiosk.staff.measuring import NotMeasured, ask, measure_command

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
    ],
)
def test_what_is_not_met_is_told(subject: str, change: dict[str, Any]) -> None:
    assert not told(replace(GOOD, **change))[subject].met


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
