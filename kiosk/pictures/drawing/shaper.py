"""Colour profiles that say how colours mix in nine numbers and three curves, as those of photographs do.

LittleCMS converts what Pillow gives it in 8 bits. What has more is converted by these, as the ICC specification
(ICC.1:2022, 8.3, 10.6, 10.18) has it; any other kind of profile is none of these.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

Curve = Callable[[float], float]
"""From a number to light, 0 to 1."""
Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]

_HEADER = 128
_MOST_TAGS = 100
_TABLES = (b"A2B0", b"A2B1")
_PARAMETERS = (1, 3, 4, 5, 7)


class Shaper(NamedTuple):
    """`curves` from red, green and blue to light, and the `matrix` from that to XYZ under D50, row by row."""

    curves: tuple[Curve, Curve, Curve]
    matrix: Matrix


def shaper(profile: bytes) -> Shaper | None:
    """What an ICC profile says; None for one that says it in another way, or cannot be understood."""
    try:
        tags = _tags(profile)
        if profile[16:24] != b"RGB XYZ " or any(name in tags for name in _TABLES):
            return None
        red, green, blue = (_curve(tags[name]) for name in (b"rTRC", b"gTRC", b"bTRC"))
        columns = [struct.unpack(">3i", tags[name][8:20]) for name in (b"rXYZ", b"gXYZ", b"bXYZ")]
        first, second, third = (
            (column[0] / 65536, column[1] / 65536, column[2] / 65536) for column in zip(*columns, strict=True)
        )
        matrix = first, second, third
        inverse(matrix)
        for curve in (red, green, blue):
            _check(curve)
    except (struct.error, KeyError, IndexError, ValueError, OverflowError, ZeroDivisionError, TypeError):
        return None
    return Shaper((red, green, blue), matrix)


def inverse(matrix: Matrix) -> Matrix:
    """What undoes a matrix. Raises `ZeroDivisionError` where nothing does."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    rows = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    whole = a * rows[0][0] + b * rows[1][0] + c * rows[2][0]
    first, second, third = ((row[0] / whole, row[1] / whole, row[2] / whole) for row in rows)
    return first, second, third


def product(left: Matrix, right: Matrix) -> Matrix:
    """`right` first, and then `left`."""
    columns = tuple(zip(*right, strict=True))
    first, second, third = ((_sum(row, columns[0]), _sum(row, columns[1]), _sum(row, columns[2])) for row in left)
    return first, second, third


def number_table(curve: Curve, white: int) -> list[int]:
    """The number of 8 bits whose light is nearest by its number, for light of 0 to `white`."""
    table: list[int] = []
    for number in range(255):
        # A curve that falls somewhere is taken for level there.
        end = min(white + 1, math.ceil(white * curve((number + 0.5) / 255)))
        table += [number] * (end - len(table))
    return table + [255] * (white + 1 - len(table))


def _sum(row: tuple[float, float, float], column: tuple[float, ...]) -> float:
    return sum(left * right for left, right in zip(row, column, strict=True))


def _tags(profile: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack(">I", profile[_HEADER : _HEADER + 4])
    if count > _MOST_TAGS:
        raise ValueError(count)
    entries = struct.iter_unpack(">4sII", profile[_HEADER + 4 : _HEADER + 4 + 12 * count])
    return {name: profile[offset : offset + size] for name, offset, size in entries}


def _curve(tag: bytes) -> Curve:
    if tag[:4] == b"para":
        return _parametric(tag)
    if tag[:4] != b"curv":
        raise ValueError(tag[:4])
    (count,) = struct.unpack(">I", tag[8:12])
    points: list[int] = list(struct.unpack(f">{count}H", tag[12 : 12 + 2 * count]))
    if not points:
        return lambda number: number
    return partial(_power, points[0] / 256) if len(points) == 1 else partial(_between, points)


def _between(points: list[int], number: float) -> float:
    place = min(number, 1.0) * (len(points) - 1)
    before = min(int(place), len(points) - 2)
    return (points[before] + (points[before + 1] - points[before]) * (place - before)) / 65535


def _power(exponent: float, number: float) -> float:
    return math.pow(number, exponent)


def _parametric(tag: bytes) -> Curve:
    """Types 0 to 4: y = (a x + b)^g + e from `d` on, c x + f below it."""
    (kind,) = struct.unpack(">H", tag[8:10])
    count = _PARAMETERS[kind]
    g, *rest = (value / 65536 for value in struct.unpack(f">{count}i", tag[12 : 12 + 4 * count]))
    a, b, c, d, e, f = 1.0, 0.0, 0.0, 0.0, 0.0, 0.0
    if kind in (1, 2):
        a, b = rest[:2]
        d = -b / a
        e = f = rest[2] if kind == 2 else 0.0
    elif kind in (3, 4):
        a, b, c, d = rest[:4]
        e, f = rest[4:] if kind == 4 else (0.0, 0.0)
    return lambda number: _power(g, max(0.0, a * number + b)) + e if number >= d else c * number + f


def _check(curve: Curve) -> None:
    """Raises `ValueError` for a curve that is none from 0 to 1."""
    if not all(math.isfinite(light := curve(number / 255)) and -0.01 <= light <= 1.01 for number in range(256)):
        raise ValueError
    if curve(1.0) <= curve(0.0):
        raise ValueError
