"""Where people looked closely, as a translucent picture that lies over that of the work."""

from __future__ import annotations

import math
import struct
import zlib
from base64 import b64encode
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.visit.counting import SIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    Colour = tuple[float, float, float]

FINENESS = 4
"""Points of the picture for each cell, across and down: a browser's own stretching shows the cells as diamonds."""
RAMP: tuple[Colour, ...] = ((38, 12, 81), (120, 28, 109), (203, 65, 73), (246, 139, 36), (252, 236, 128))
"""From little to most: lighter step by step, so that it is read without seeing colours (after matplotlib's inferno)."""
_MOST = 0.82
"""The opacity of the most."""


def heat(cells: Sequence[int]) -> str:
    """A PNG of `cells`, row by row, as a data: address."""
    points = _smooth(cells)
    peak = max(map(max, points)) or 1.0
    rows = (b"\0" + b"".join(_pixel(value / peak) for value in row) for row in points)
    side = SIDE * FINENESS
    picture = (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"".join(rows), 9)),
        _chunk(b"IEND", b""),
    )
    return f"data:image/png;base64,{b64encode(b''.join(picture)).decode('ascii')}"


def colour(value: float) -> Colour:
    """The colour of 0..1 of the most."""
    place = min(max(0.0, value), 1.0) * (len(RAMP) - 1)
    below = min(int(place), len(RAMP) - 2)
    one, other = list(pairwise(RAMP))[below]
    red, green, blue = (a + (b - a) * (place - below) for a, b in zip(one, other, strict=True))
    return red, green, blue


def opacity(value: float) -> float:
    """How much of the picture it hides; little shows little."""
    return _MOST * math.pow(min(max(0.0, value), 1.0), 0.6)


def _pixel(value: float) -> bytes:
    return bytes((*map(round, colour(value)), round(255 * opacity(value))))


def _smooth(cells: Sequence[int]) -> list[list[float]]:
    """The cells as a surface without edges (uniform cubic B-spline), with FINENESS points for each across and down."""
    weights = [_weights((point + 0.5) / FINENESS - 0.5) for point in range(SIDE * FINENESS)]
    grid = [cells[row * SIDE : (row + 1) * SIDE] for row in range(SIDE)]
    wide = [[sum(share * row[at] for at, share in points) for points in weights] for row in grid]
    return [
        [sum(share * wide[at][column] for at, share in points) for column in range(SIDE * FINENESS)]
        for points in weights
    ]


def _weights(place: float) -> list[tuple[int, float]]:
    first = int(place // 1)
    t = place - first
    shares = ((1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3)
    return [(min(max(0, first - 1 + n), SIDE - 1), share / 6) for n, share in enumerate(shares)]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
