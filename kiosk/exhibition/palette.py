"""The colours of a wall: three of the program's own, or the exhibition's, corrected until they can be read."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from kiosk.srgb import linear, luminance_of

if TYPE_CHECKING:
    from kiosk.exhibition.model import Brand

Rgb = tuple[float, float, float]


class Wall(StrEnum):
    """The wall the works hang on."""

    DARK = "dark"
    LIGHT = "light"
    HIGH_CONTRAST = "high-contrast"


class Palette(msgspec.Struct, frozen=True):
    """Every colour of the interface, as "#rrggbb".

    `ink` and `quiet` are text on `wall`; `accent` marks what is chosen, `on_accent` is text on it; `line` draws
    hairlines and borders of controls; `raised` is the ground of a control. A typographic card is `paper`, its text
    `paper_ink` and `paper_quiet`.
    """

    wall: str
    ink: str
    quiet: str
    accent: str
    on_accent: str
    line: str
    raised: str
    paper: str
    paper_ink: str
    paper_quiet: str


TEXT_CONTRAST = 7.0
"""WCAG 2.2, 1.4.6 (AAA): text on the wall."""
WALL_ROOM = 8.2
"""What black or white has on a wall at least: room for a raised ground, which is nearer to the ink than the wall is."""
QUIET_ROOM = 7.7
RAISED = (0.06, 0.04, 0.02, 0.0)
"""Shares of ink in a raised ground, of which the first that keeps text readable is taken."""
PART_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: parts that must be seen, such as the chosen chip."""

PAPER = ("#eae4d6", "#1d1b18", "#49443c")
WHITE_PAPER = ("#ffffff", "#1d1b18", "#4f4a42")
NO_PAPER = ("#000000", "#ffffff", "#ffffff")

WALLS = {
    Wall.DARK: Palette("#151517", "#efebe3", "#b4aea3", "#e3b45f", "#1b1407", "#6a6761", "#212124", *PAPER),
    Wall.LIGHT: Palette("#f3f0e9", "#1d1b18", "#4b463e", "#764809", "#ffffff", "#8c8679", "#e8e3d9", *WHITE_PAPER),
    Wall.HIGH_CONTRAST: Palette("#000000", "#ffffff", "#ffffff", "#ffd83d", "#000000", "#ffffff", "#000000", *NO_PAPER),
}


def rgb(colour: str) -> Rgb:
    """The three channels of "#rrggbb" in 0..1."""
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2, definition)."""
    return luminance_of(*map(linear, rgb(colour)))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1..21 (WCAG 2.2, definition)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`share` of `other` in `one`, by sRGB channel."""
    channels = (round(255 * (a + (b - a) * share)) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def readable(colour: str, ground: str, ratio: float) -> str:
    """`colour`, moved towards black or white (whichever the ground allows) until it has `ratio` against `ground`."""
    pole = max("#000000", "#ffffff", key=lambda end: contrast(end, ground))
    for step in range(21):
        candidate = mix(colour, pole, step / 20)
        if contrast(candidate, ground) >= ratio:
            return candidate
    return pole


def carrying(colour: str, ground: str) -> str:
    """`colour`, moved away from `ground` until black or white text on it has `TEXT_CONTRAST`."""
    pole = max("#000000", "#ffffff", key=lambda end: contrast(end, ground))
    steps = (mix(colour, pole, step / 20) for step in range(21))
    return next(tone for tone in steps if contrast(tone, _text_on(tone)) >= TEXT_CONTRAST)


def _best(wall: str) -> tuple[float, float]:
    """The most contrast that any ink has on a wall, and what it needs."""
    return contrast(wall, _text_on(wall)), WALL_ROOM


def _text_on(colour: str) -> str:
    return max("#000000", "#ffffff", key=lambda end: contrast(end, colour))


def palette(wall: Wall, brand: Brand | None = None) -> Palette:
    """The colours of `wall`; the brand's colours replace those of the dark and light walls, corrected where needed.

    A brand without a wall colour keeps the program's wall; one on which no ink can be read well is made darker or
    lighter. High contrast is never branded.
    """
    own = WALLS[wall]
    if brand is None or wall is Wall.HIGH_CONTRAST or not (brand.wall or brand.ink or brand.accent):
        return own
    ground = readable_wall(brand.wall or own.wall)
    nearest = min(
        (WALLS[Wall.DARK], WALLS[Wall.LIGHT]), key=lambda known: abs(luminance(known.wall) - luminance(ground))
    )
    ink = readable(brand.ink or nearest.ink, ground, TEXT_CONTRAST)
    quiet = readable(mix(ink, ground, 0.3), ground, QUIET_ROOM)
    grounds = (mix(ground, ink, share) for share in RAISED)
    legible = (tone for tone in grounds if min(contrast(quiet, tone), contrast(ink, tone)) >= TEXT_CONTRAST)
    accent = carrying(readable(brand.accent or nearest.accent, ground, PART_CONTRAST), ground)
    return Palette(
        wall=ground,
        ink=ink,
        quiet=quiet,
        accent=accent,
        on_accent=_text_on(accent),
        line=readable(mix(ground, ink, 0.25), ground, PART_CONTRAST),
        raised=next(legible, ground),
        paper=nearest.paper,
        paper_ink=nearest.paper_ink,
        paper_quiet=nearest.paper_quiet,
    )


def readable_wall(colour: str) -> str:
    """A wall of this colour, or of the nearest darker or lighter one on which any ink can have `TEXT_CONTRAST`."""
    if contrast(colour, _text_on(colour)) >= WALL_ROOM:
        return colour
    tones = (mix(colour, pole, step / 20) for step in range(21) for pole in ("#000000", "#ffffff"))
    return next(tone for tone in tones if contrast(tone, _text_on(tone)) >= WALL_ROOM)


def unreadable(brand: Brand) -> tuple[tuple[str, str, float, float], ...]:
    """The brand colours that `palette` has to correct: (key, colour, its contrast, the contrast it needs)."""
    ground = readable_wall(brand.wall or WALLS[Wall.DARK].wall)
    needs = (("ink", brand.ink, TEXT_CONTRAST), ("accent", brand.accent, PART_CONTRAST))
    wall = () if brand.wall in {None, ground} else (("wall", str(brand.wall), *_best(str(brand.wall))),)
    return wall + tuple(
        (key, colour, contrast(colour, ground), ratio)
        for key, colour, ratio in needs
        if colour and contrast(colour, ground) < ratio
    )
