"""Colour: sRGB in hex, linear light to calculate in, OKLab to mix in.

A picture in the making is an array `(height, width, 3)` of linear sRGB, float32, 0 to 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.floating[Any]]

_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_FROM_LMS = np.linalg.inv(_LMS)
_FROM_LAB = np.linalg.inv(_LAB)
_RAMP_STEPS = 4096


def to_linear(srgb: ArrayLike) -> Array:
    """Undo the sRGB curve; values 0 to 1."""
    value = np.asarray(srgb, np.float32)
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)


def to_srgb(linear: ArrayLike) -> Array:
    """Apply the sRGB curve; values are clipped to 0 to 1."""
    value = np.clip(np.asarray(linear, np.float32), 0.0, 1.0)
    return np.where(value <= 0.0031308, value * 12.92, 1.055 * value ** (1 / 2.4) - 0.055).astype(np.float32)


def clamp(values: ArrayLike) -> Array:
    """The same values, none below 0 or above 1."""
    kept: Array = np.clip(np.asarray(values), 0, 1)
    return kept


def colour(code: str) -> Array:
    """The linear colour of `#rrggbb`, shape (3,)."""
    return to_linear([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def to_oklab(linear: ArrayLike) -> Array:
    """Lightness, green-red, blue-yellow: a space in which half way looks half way."""
    lab: Array = np.cbrt(np.asarray(linear, np.float32) @ _LMS.T) @ _LAB.T
    return lab.astype(np.float32)


def from_oklab(lab: ArrayLike) -> Array:
    """Linear sRGB, clipped to what a screen can show."""
    linear = (np.asarray(lab, np.float32) @ _FROM_LAB.T) ** 3 @ _FROM_LMS.T
    return np.clip(linear, 0.0, 1.0).astype(np.float32)


def ramp(codes: Sequence[str], at: ArrayLike, stops: Sequence[float] | None = None) -> Array:
    """Colours along `codes` at positions `at` (0 to 1, clipped), mixed in OKLab; adds an axis of 3."""
    places = np.linspace(0, 1, len(codes)) if stops is None else np.asarray(stops)
    corners = to_oklab(np.array([colour(code) for code in codes]))
    steps = np.linspace(0, 1, _RAMP_STEPS)
    table = from_oklab(np.stack([np.interp(steps, places, corners[:, i]) for i in range(3)], axis=-1))
    index = np.clip(np.asarray(at, np.float32) * (_RAMP_STEPS - 1) + 0.5, 0, _RAMP_STEPS - 1).astype(np.int16)
    found: Array = table[index]
    return found


def mix(one: ArrayLike, other: ArrayLike, share: ArrayLike) -> Array:
    """Linear-light blend: `share` of `other` over `one`; `share` has no colour axis."""
    part = np.asarray(share, np.float32)[..., None]
    base = np.asarray(one, np.float32)
    return base + (np.asarray(other, np.float32) - base) * part


def shade(base: ArrayLike, lightness: ArrayLike = 0.0, chroma: ArrayLike = 1.0) -> Array:
    """The same hue, `lightness` added in OKLab and its colourfulness multiplied by `chroma`."""
    lab = to_oklab(base)
    lab[..., 0] += np.asarray(lightness, np.float32)
    lab[..., 1:] *= np.asarray(chroma, np.float32)[..., None]
    return from_oklab(lab)


def overprint(sheet: Array, ink: ArrayLike, coverage: ArrayLike) -> Array:
    """A transparent ink printed on `sheet`: light passes both, so crossings darken as on paper."""
    share = np.asarray(coverage, np.float32)[..., None]
    return sheet * (1 - share * (1 - np.asarray(ink, np.float32)))
