"""Gradient noise (Perlin 1985, 2002) and sums of it, for whole arrays at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .palette import Array


class Noise:
    """One seeded field of smooth noise over the plane, values about -1 to 1."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._shuffle = np.concatenate([rng.permutation(256)] * 2).astype(np.int32)
        angles = rng.random(256) * 2 * np.pi
        self._gradients = np.stack([np.cos(angles), np.sin(angles)]).astype(np.float32)

    def __call__(self, x: ArrayLike, y: ArrayLike) -> Array:
        x, y = np.broadcast_arrays(np.asarray(x, np.float32), np.asarray(y, np.float32))
        left, top = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
        fx, fy = x - left, y - top
        u, v = _ease(fx), _ease(fy)
        above = _blend(self._corner(left, top, fx, fy), self._corner(left + 1, top, fx - 1, fy), u)
        below = _blend(self._corner(left, top + 1, fx, fy - 1), self._corner(left + 1, top + 1, fx - 1, fy - 1), u)
        return 1.5 * _blend(above, below, v)

    def sum(self, x: ArrayLike, y: ArrayLike, octaves: int, gain: float = 0.5) -> Array:
        """Fractal sum: each octave twice as fine and `gain` times as strong, turned a little against the lattice."""
        px, py = np.asarray(x, np.float32), np.asarray(y, np.float32)
        total: Array = np.zeros((), np.float32)
        strength = 1.0
        for octave in range(octaves):
            total = total + np.float32(strength) * self(px + 17.3 * octave, py - 9.1 * octave)
            px, py = 1.6 * px + 1.2 * py, 1.6 * py - 1.2 * px
            strength *= gain
        return np.asarray(total, np.float32)

    def ridges(self, x: ArrayLike, y: ArrayLike, octaves: int, gain: float = 0.5) -> Array:
        """Fractal sum of folded noise, 0 to about 1: sharp crests, round valleys."""
        px, py = np.asarray(x, np.float32), np.asarray(y, np.float32)
        total: Array = np.zeros((), np.float32)
        strength, whole = 1.0, 0.0
        for octave in range(octaves):
            total = total + np.float32(strength) * (1 - np.abs(self(px + 31.7 * octave, py + 5.3 * octave))) ** 2
            px, py = 1.6 * px + 1.2 * py, 1.6 * py - 1.2 * px
            whole += strength
            strength *= gain
        return np.asarray(total / whole, np.float32)

    def _corner(self, cx: ArrayLike, cy: ArrayLike, dx: Array, dy: Array) -> Array:
        row = self._shuffle[np.asarray(cx) & 255]
        which = self._shuffle[row + (np.asarray(cy) & 255)]
        found: Array = self._gradients[0][which] * dx + self._gradients[1][which] * dy
        return found


def _ease(t: Array) -> Array:
    return t * t * t * (t * (t * 6 - 15) + 10)


def _blend(a: Array, b: Array, t: Array) -> Array:
    return a + (b - a) * t
