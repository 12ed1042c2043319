"""The slow motion of a picture in the attract loop, as the parts of it that fill the screen."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.exhibition.model import Box, Point

ZOOM = (0.06, 0.12)
"""How much larger the tight crop shows the picture than the wide one."""
FOCUS_MARGIN = 0.1
"""How far the focus stays from the edge of the screen, in screens."""
PAN = (0.05, 0.25, 0.6)
"""Way of a pan in screens: at rest, more per screen of picture out of sight, at most."""


class Rect(NamedTuple):
    """A part of a picture: left, top, width, height in 0..1."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Motion:
    """The part of the picture that fills the screen when the motion starts and when it ends."""

    start: Rect
    end: Rect


def motion(
    picture_size: tuple[float, float],
    screen_size: tuple[float, float],
    focus: Point = (0.5, 0.5),
    safe: Box | None = None,
    seed: int = 0,
) -> Motion:
    """A gentle zoom and pan around `focus` for a picture (width, height) on a screen of the same unit.

    Both ends have the screen's shape, lie inside the picture and show the focus; they keep all of `safe` when the
    screen can show all of it. A picture much longer than the screen is panned along. Even seeds go in, odd ones out.
    Start equals end only where `safe` leaves no room to move.
    """
    chance = Random(seed)
    shape = (screen_size[0] / screen_size[1]) / (picture_size[0] / picture_size[1])
    cover = (min(1.0, shape), min(1.0, 1 / shape))
    kept, needed = _kept(cover, focus, safe)
    tight = max(1 / (1 + chance.uniform(*ZOOM)), needed)
    way = chance.choice((-1, 1)) * min(PAN[2], PAN[0] + PAN[1] * (max(shape, 1 / shape) - 1)) / 2
    ends = (_crop(cover, 1.0, kept, focus, -way), _crop(cover, tight, kept, focus, way))
    return Motion(*(reversed(ends) if seed % 2 else ends))


def towards(picture_size: tuple[float, float], screen_size: tuple[float, float], part: Box) -> Motion:
    """A gentle zoom into a part (left, top, width, height) of a picture, which fills the screen with it at the end.

    Both ends have the screen's shape and lie inside the picture; they show all of the part unless it has another shape
    than can be shown.
    """
    shape = (screen_size[0] / screen_size[1]) / (picture_size[0] / picture_size[1])
    cover = (min(1.0, shape), min(1.0, 1 / shape))
    middle = part[0] + part[2] / 2, part[1] + part[3] / 2
    share = min(1.0, max(part[2] / cover[0], part[3] / cover[1]))
    ends = []
    for size in (min(1.0, share * (1 + ZOOM[1])), share):
        width, height = cover[0] * size, cover[1] * size
        left, top = (min(max(at - side / 2, 0.0), 1 - side) for at, side in zip(middle, (width, height), strict=True))
        ends.append(Rect(left, top, width, height))
    return Motion(*ends)


def _kept(cover: tuple[float, float], focus: Point, safe: Box | None) -> tuple[Box, float]:
    """The box that both ends must show, and the least share of the covering crop that shows it.

    The safe box with the focus if both fit, else the safe box alone, else the focus.
    """
    right, down = FOCUS_MARGIN * cover[0], FOCUS_MARGIN * cover[1]
    point = (
        max(0.0, focus[0] - right),
        max(0.0, focus[1] - down),
        min(1.0, focus[0] + right),
        min(1.0, focus[1] + down),
    )
    for box in (_around(point, safe), safe) if safe else ():
        needed = max((box[2] - box[0]) / cover[0], (box[3] - box[1]) / cover[1])
        if needed <= 1:
            return box, needed
    return point, 2 * FOCUS_MARGIN


def _around(one: Box, other: Box) -> Box:
    """The least box that holds both."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _crop(cover: tuple[float, float], share: float, kept: Box, focus: Point, pan: float) -> Rect:
    """`share` of the covering crop, as near to `focus`, moved `pan` screens along, as the kept box allows."""
    w, h = (size * share for size in cover)
    return Rect(_place(w, kept[0], kept[2], focus[0], pan), _place(h, kept[1], kept[3], focus[1], pan), w, h)


def _place(size: float, low: float, high: float, centre: float, pan: float) -> float:
    """Where a crop of `size` starts so that it shows `low` to `high` and stays inside 0..1."""
    first, last = max(0.0, high - size), min(low, 1 - size)
    return min(max(centre + (pan - 0.5) * size, first), max(first, last))
