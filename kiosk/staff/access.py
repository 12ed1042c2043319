"""How accessible the running interface is: what was measured of it, and what is asked for. No Qt: a child measures.

Figures and their sources: WCAG 2.2, Section 508 (36 CFR 1194), EN 301 549, and Colle & Hiszem 2004 for the 20 mm.
"""

from __future__ import annotations

from math import atan2, degrees, inf
from typing import TYPE_CHECKING

import msgspec

from kiosk.staff.conduct import Conduct, conduct_figures
from kiosk.staff.figure import Figure
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
GOALS = {"text": WALL_CONTRAST, "over-picture": PICTURE_CONTRAST, "part": PART_CONTRAST, "ring": PART_CONTRAST}
"""The least contrast, by what it is of."""
LEAST_CSS, LARGE_CSS = 24, 44
CSS_MM = 25.4 / 96
"""A CSS px (CSS Values 4, reference pixel)."""
OBSTRUCTED_MM = 1170.0
EYES_MM = 1015.0
"""How high the eyes are from which a screen is to be seen."""
ASIDE_DEGREES = 60.0
"""How far aside a screen is looked at at most; what this program asks for, the standard gives no angle."""
MOST_GLYPHS, MOST_WIDE_GLYPHS = 80, 40
ROUNDING_MM = 0.2
"""Controls end at whole pixels."""
FREE_SIZE = frozenset({"Thumbnail", "ScrollCue"})
"""Controls whose shape is their picture's or their list's; they may be smaller than main controls."""
LESSER = frozenset({"small Chip", "small Choice", "small IconButton", "WordButton", "JumpStrip", "Key"})
"""Controls beside more important ones, keys of a keyboard, names of staff's pages: they give way on small screens."""


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
    """A piece of text on a screen and the height of its capitals; `large` where the visitor asked for large letters.

    `glyphs` in its longest line, if it has several; `wide` ones are Chinese, Japanese or Korean, and `unknown` those
    that no typeface here has.
    """

    screen: str
    words: str
    capital_mm: float
    large: bool = False
    glyphs: int = 0
    wide: bool = False
    justified: bool = False
    unknown: int = 0


class Contrast(msgspec.Struct, frozen=True):
    """A ratio measured from pixels: `of` is text, part, ring or over-picture; `ground` the wall or the picture."""

    screen: str
    of: str
    what: str
    ground: str
    ratio: float


class Measured(msgspec.Struct, frozen=True):
    """Everything that the child measured. `known`: the screen tells its size, or the configuration does.

    `unreached`: controls that the keyboard does not come to, as "screen: kind name"; `traps`: what it does not leave.
    `lost`: text that is cut off or covered in the largest size or set wider, in the languages `widened`.
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
    traps: tuple[str, ...] = ()
    widened: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    conduct: Conduct | None = None


def figures(measured: Measured) -> tuple[Figure, ...]:
    """Everything that was measured, each with its goal."""
    conduct = conduct_figures(measured.conduct) if measured.conduct else ()
    return (
        *_sizes(measured),
        *_reach(measured),
        *_text(measured),
        *_lines(measured),
        *_contrasts(measured),
        *_operation(measured),
        *conduct,
    )


def _sizes(measured: Measured) -> Iterable[Figure]:
    main_goal = LEAST_MM if measured.windowed else MAIN_MM
    mains = [control for control in measured.controls if control.main]
    for subject, controls, goal in (("main controls", mains, main_goal), ("all controls", measured.controls, LEAST_MM)):
        least = _smallest(controls)
        size = least.size_mm if least else 0.0
        yield Figure(
            subject, f"{size:.1f} mm", f"at least {goal:g} mm", size >= goal - ROUNDING_MM, _place(least), ids="T3"
        )
    least = _smallest(measured.controls)
    pixels = least.size_mm / CSS_MM if least else 0.0
    wanted = f"at least {LARGE_CSS} CSS px (AAA; {LEAST_CSS} for AA)"
    yield Figure("as targets", f"{pixels:.0f} CSS px", wanted, pixels >= LARGE_CSS, _place(least), "T1 T2")


def _smallest(controls: Iterable[Control]) -> Control | None:
    return min(controls, key=lambda control: control.size_mm, default=None)


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
        "C1",
    )
    if large:
        angle = angle_deg(large.capital_mm, measured.viewing_distance_mm)
        yield Figure(
            "large text",
            f"{large.capital_mm:.1f} mm, {angle:.2f}°",
            f"at least {LARGE_DEGREES}° from {measured.viewing_distance_mm:g} mm",
            angle >= LARGE_DEGREES - 0.005,
            f"{large.screen}: {large.words}",
            "C2",
        )


def _lines(measured: Measured) -> Iterable[Figure]:
    longest = {
        wide: max((each for each in measured.letters if each.wide is wide), key=_glyphs, default=None)
        for wide in (False, True)
    }
    for wide, goal, ids in ((False, MOST_GLYPHS, "C5"), (True, MOST_WIDE_GLYPHS, "L2")):
        if line := longest[wide]:
            where = f"{line.screen}: {line.words}"
            subject = "longest line, Chinese, Japanese or Korean" if wide else "longest line"
            yield Figure(subject, f"{line.glyphs} glyphs", f"at most {goal}", line.glyphs <= goal, where, ids)
    flush = tuple(f"{each.screen}: {each.words}" for each in measured.letters if each.justified)
    yield Figure("justified text", f"{len(flush)} found", "none", not flush, _few(flush), "C5")
    bare = tuple(f"{each.screen}: {each.words}" for each in measured.letters if each.unknown)
    yield Figure("text without a typeface", f"{len(bare)} found", "none", not bare, _few(bare), "L2")
    if measured.widened:
        found = f"{len(measured.lost)} lost in {', '.join(measured.widened)}"
        subject = "text of twice its size, and set wider"
        yield Figure(subject, found, "nothing lost", not measured.lost, _few(measured.lost), "C4")


def _glyphs(letters: Letters) -> int:
    return letters.glyphs


def _contrasts(measured: Measured) -> Iterable[Figure]:
    subjects = {"text": "text on", "over-picture": "text over", "part": "parts on", "ring": "focus ring on"}
    order = list(GOALS)
    kinds = {(order.index(each.of), each.ground): each.of for each in measured.contrasts}
    for (_, ground), of in sorted(kinds.items()):
        each = [contrast for contrast in measured.contrasts if (contrast.of, contrast.ground) == (of, ground)]
        least = min(each, key=lambda contrast: contrast.ratio)
        met = least.ratio >= GOALS[of] - 0.005
        where = f"{least.screen}: {least.what}"
        yield Figure(f"{subjects[of]} {ground}", f"{least.ratio:.1f}:1", f"at least {GOALS[of]:g}:1", met, where, "C3")


def _reach(measured: Measured) -> Iterable[Figure]:
    placed = [each for each in measured.controls if each.lowest_mm is not None and not each.scrolls]
    if measured.bottom_edge_mm is None or not placed:
        unknown, goal = "not known: set display.bottom_edge_mm", f"{LOWEST_MM:g} to {HIGHEST_MM:g} mm"
        yield Figure("reach", unknown, goal, met=True, ids="R1 R2 R3 R4")
        return
    lowest = min(placed, key=lambda each: each.lowest_mm or 0)
    highest = max(placed, key=lambda each: each.highest_mm or inf)
    low, high = lowest.lowest_mm or 0.0, highest.highest_mm or 0.0
    met = low >= LOWEST_MM - 1 and high <= HIGHEST_MM + 1
    where = _place(lowest if low < LOWEST_MM - 1 else highest)
    goal = f"{LOWEST_MM:g} to {HIGHEST_MM:g} mm above the floor"
    yield Figure("reach", f"{low:.0f} to {high:.0f} mm", goal, met, where, "R1 R4")
    free = high <= OBSTRUCTED_MM + 1
    found = "reached over what stands before it, too" if free else "nothing may stand before it"
    limit = f"{OBSTRUCTED_MM:g} mm where anything stands before it"
    yield Figure("highest control", f"{high:.0f} mm: {found}", limit, met=True, where=_place(highest), ids="R2")
    yield _sight(measured, measured.bottom_edge_mm)


def _sight(measured: Measured, edge_mm: float) -> Figure:
    """How far up or down whoever sits before the screen looks at it."""
    top_mm = edge_mm + measured.pixels[1] / measured.pixels_per_mm
    angles = [degrees(atan2(each - EYES_MM, measured.viewing_distance_mm)) for each in (edge_mm, top_mm)]
    found = f"from {angles[0]:+.0f}° to {angles[1]:+.0f}°"
    goal = f"seen from {EYES_MM:g} mm above the floor, at most {ASIDE_DEGREES:g}° up or down"
    return Figure("the screen from a wheelchair", found, goal, max(map(abs, angles)) <= ASIDE_DEGREES, ids="R3")


def _operation(measured: Measured) -> Iterable[Figure]:
    nameless, unreached = measured.nameless, measured.unreached
    yield Figure(
        "names for screen readers", f"{len(nameless)} missing", "none missing", not nameless, _few(nameless), "A5"
    )
    found = f"{measured.stops} stops, {len(unreached)} controls not reached"
    yield Figure("keyboard", found, "every control reached", not unreached, _few(unreached), "A3")
    traps = measured.traps
    yield Figure("keyboard, the way out", f"{len(traps)} traps", "none", not traps, _few(traps), "K1")
    for what, count in measured.flashes.items():
        yield Figure(f"flashes, {what}", f"{count} a second", f"at most {MOST}", count <= MOST, ids="M2")


def _place(control: Control | None) -> str:
    return f"{control.screen}: {control.kind} “{control.name}”" if control else ""


def _few(names: tuple[str, ...]) -> str:
    return "; ".join(names[:3]) + (f"; and {len(names) - 3} more" if len(names) > 3 else "")
