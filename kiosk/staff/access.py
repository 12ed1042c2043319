"""How accessible the running interface is: what was measured of it, and what is asked for. No Qt: a child measures.

Figures and their sources: WCAG 2.2, Section 508 (36 CFR 1194), EN 301 549, and Colle & Hiszem 2004 for the 20 mm.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import msgspec

from kiosk.visit.flashes import MOST
from kiosk.visit.reach import HIGHEST_MM, LOWEST_MM
from kiosk.visit.type_sizes import angle_deg

if TYPE_CHECKING:
    from collections.abc import Iterable

MAIN_MM = 20.0
LEAST_MM = 12.0
CAPITAL_MM = 4.8
LARGE_DEGREES = 0.7
WALL_CONTRAST = 7.0
PICTURE_CONTRAST = 4.5
PART_CONTRAST = 3.0
ROUNDING_MM = 0.2
"""Controls end at whole pixels."""
FREE_SIZE = frozenset({"Thumbnail", "ScrollCue"})
"""Controls whose shape is their picture's or their list's; they may be smaller than main controls."""
LESSER = frozenset({"small Chip", "WordButton", "JumpStrip", "Key"})
"""Controls beside more important ones, and the keys of a keyboard, which give way where a screen is small."""


class Control(msgspec.Struct, frozen=True):
    """A control on a screen: its QML type and name, its size, and how high above the floor its ends are, in mm.

    `scrolls`: it lies in a list that brings it into reach, or is the whole screen.
    """

    screen: str
    kind: str
    name: str
    width_mm: float
    height_mm: float
    lowest_mm: float | None = None
    highest_mm: float | None = None
    scrolls: bool = False

    @property
    def size_mm(self) -> float:
        """Its shorter side."""
        return min(self.width_mm, self.height_mm)

    @property
    def main(self) -> bool:
        """Whether it is one of the screen's own controls."""
        return self.kind not in FREE_SIZE | LESSER


class Letters(msgspec.Struct, frozen=True):
    """A piece of text on a screen and the height of its capitals; `large` where the visitor asked for large letters."""

    screen: str
    words: str
    capital_mm: float
    large: bool = False


class Contrast(msgspec.Struct, frozen=True):
    """A ratio measured from pixels: `of` is text, part, ring or over-picture; `ground` the wall or the picture."""

    screen: str
    of: str
    what: str
    ground: str
    ratio: float


class Measured(msgspec.Struct, frozen=True):
    """Everything that the child measured. `known`: the screen tells its size, or the configuration does.

    `unreached`: controls that the keyboard does not come to, as "screen: kind name".
    """

    pixels: tuple[int, int]
    pixels_per_mm: float
    known: bool
    windowed: bool
    viewing_distance_mm: float
    bottom_edge_mm: float | None
    screens: tuple[str, ...]
    controls: tuple[Control, ...]
    letters: tuple[Letters, ...]
    contrasts: tuple[Contrast, ...]
    nameless: tuple[str, ...]
    stops: int
    unreached: tuple[str, ...]
    flashes: dict[str, int]


class Figure(msgspec.Struct, frozen=True):
    """One figure: what it is of, the value in its unit, what is asked for, whether that is met, and where."""

    subject: str
    found: str
    goal: str
    met: bool
    where: str = ""


def figures(measured: Measured) -> tuple[Figure, ...]:
    """Everything that was measured, each with its goal."""
    return (*_sizes(measured), *_text(measured), *_contrasts(measured), *_reach(measured), *_operation(measured))


def _sizes(measured: Measured) -> Iterable[Figure]:
    main_goal = LEAST_MM if measured.windowed else MAIN_MM
    for subject, controls, goal in (
        ("main controls", [control for control in measured.controls if control.main], main_goal),
        ("smallest control", measured.controls, LEAST_MM),
    ):
        least = min(controls, key=lambda control: control.size_mm, default=None)
        size = least.size_mm if least else 0.0
        met = size >= goal - ROUNDING_MM
        yield Figure(subject, f"{size:.1f} mm", f"at least {goal:g} mm", met, _place(least))


def _text(measured: Measured) -> Iterable[Figure]:
    smallest = min(measured.letters, key=lambda letters: letters.capital_mm, default=None)
    large = min((each for each in measured.letters if each.large), key=lambda each: each.capital_mm, default=None)
    height = smallest.capital_mm if smallest else 0.0
    angle = angle_deg(height, measured.viewing_distance_mm)
    goal = CAPITAL_MM if not measured.windowed else 0.0
    yield Figure(
        "smallest capital",
        f"{height:.1f} mm, {angle:.2f}°",
        f"at least {goal:g} mm" if goal else "none for a window",
        height >= goal - ROUNDING_MM / 2,
        f"{smallest.screen}: {smallest.words}" if smallest else "",
    )
    if large:
        angle = angle_deg(large.capital_mm, measured.viewing_distance_mm)
        yield Figure(
            "large text",
            f"{large.capital_mm:.1f} mm, {angle:.2f}°",
            f"at least {LARGE_DEGREES}° from {measured.viewing_distance_mm:g} mm",
            angle >= LARGE_DEGREES - 0.005,
            f"{large.screen}: {large.words}",
        )


def _contrasts(measured: Measured) -> Iterable[Figure]:
    goals = {"text": WALL_CONTRAST, "over-picture": PICTURE_CONTRAST, "part": PART_CONTRAST, "ring": PART_CONTRAST}
    subjects = {"text": "text on", "over-picture": "text over", "part": "parts on", "ring": "focus ring on"}
    order = list(goals)
    kinds = {(order.index(each.of), each.ground): each.of for each in measured.contrasts}
    for (_, ground), of in sorted(kinds.items()):
        each = [contrast for contrast in measured.contrasts if (contrast.of, contrast.ground) == (of, ground)]
        least = min(each, key=lambda contrast: contrast.ratio)
        met = least.ratio >= goals[of] - 0.005
        where = f"{least.screen}: {least.what}"
        yield Figure(f"{subjects[of]} {ground}", f"{least.ratio:.1f}:1", f"at least {goals[of]:g}:1", met, where)


def _reach(measured: Measured) -> Iterable[Figure]:
    placed = [each for each in measured.controls if each.lowest_mm is not None and not each.scrolls]
    if measured.bottom_edge_mm is None or not placed:
        yield Figure("reach", "not known: set display.bottom_edge_mm", f"{LOWEST_MM:g} to {HIGHEST_MM:g} mm", met=True)
        return
    lowest = min(placed, key=lambda each: each.lowest_mm or 0)
    highest = max(placed, key=lambda each: each.highest_mm or inf)
    low, high = lowest.lowest_mm or 0.0, highest.highest_mm or 0.0
    met = low >= LOWEST_MM - 1 and high <= HIGHEST_MM + 1
    where = _place(lowest if low < LOWEST_MM - 1 else highest)
    goal = f"{LOWEST_MM:g} to {HIGHEST_MM:g} mm above the floor"
    yield Figure("reach", f"{low:.0f} to {high:.0f} mm", goal, met, where)


def _operation(measured: Measured) -> Iterable[Figure]:
    nameless, unreached = measured.nameless, measured.unreached
    yield Figure("names for screen readers", f"{len(nameless)} missing", "none missing", not nameless, _few(nameless))
    found = f"{measured.stops} stops, {len(unreached)} controls not reached"
    yield Figure("keyboard", found, "every control reached", not unreached, _few(unreached))
    for what, count in measured.flashes.items():
        yield Figure(f"flashes, {what}", f"{count} a second", f"at most {MOST}", count <= MOST)


def _place(control: Control | None) -> str:
    return f"{control.screen}: {control.kind} “{control.name}”" if control else ""


def _few(names: tuple[str, ...]) -> str:
    return "; ".join(names[:3]) + (f"; and {len(names) - 3} more" if len(names) > 3 else "")
