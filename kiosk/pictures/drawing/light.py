"""How bright the parts of a picture are, so that the show can tell what would flash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from kiosk.pictures.orders import LIGHT_COLUMNS, LIGHT_ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

_FINER = 4
"""Light is averaged as light over so many parts of a cell each way, within which it is averaged as sRGB."""
_LINEAR = tuple((v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4) for v in (i / 255 for i in range(256)))


def light_of(image: Image.Image) -> bytes:
    """The relative luminance (WCAG 2.2, 255 for white) of the cells of `image`, row by row; none if it lets through."""
    if image.mode == "RGBA":
        return b""
    columns, rows = LIGHT_COLUMNS * _FINER, LIGHT_ROWS * _FINER
    small = image.resize((columns, rows), Image.Resampling.BOX).convert("RGB").tobytes()
    parts = [
        0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]
        for red, green, blue in zip(small[::3], small[1::3], small[2::3], strict=True)
    ]
    return bytes(
        round(255 * _mean([part for line in range(_FINER) for part in _line(parts, columns, row, column, line)]))
        for row in range(LIGHT_ROWS)
        for column in range(LIGHT_COLUMNS)
    )


def _line(parts: Sequence[float], columns: int, row: int, column: int, line: int) -> Sequence[float]:
    begin = (row * _FINER + line) * columns + column * _FINER
    return parts[begin : begin + _FINER]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
