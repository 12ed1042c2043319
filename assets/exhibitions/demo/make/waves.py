"""Waves: standing in a plate, where sand shows them, and running over a still pool."""

from __future__ import annotations

import numpy as np

from .canvas import Size, bands, blur, grid, paper, resize, scatter, sheet
from .palette import Array, clamp, colour, mix, ramp


def chladni(size: Size, rng: np.random.Generator) -> Array:
    """Pale sand on a blackened plate, lying where the plate stays still."""
    x, y = grid(size)
    unit = 1 / size.width
    half, middle = 0.415, np.array([0.5, 0.605])
    edge = np.minimum(half - np.abs(x - middle[0]), half - np.abs(y - middle[1]))
    picture: Array = sheet(size, "#cdbfa9") * paper(size, rng, 0.02)
    inside = clamp((half - np.maximum(np.abs(x - middle[0] - 0.008), np.abs(y - middle[1] - 0.012))) / unit)
    shadow = blur(inside.astype(np.float32), 0.013 * size.width)
    picture = picture * (1 - 0.55 * shadow[..., None])
    brushed = resize(rng.standard_normal((size.height, 6)), size) * 0.5 + resize(rng.standard_normal((40, 30)), size)
    sheen = 0.16 + 0.30 * np.exp(-(((x - 0.25) * 0.7 + (y - 0.35) * 0.7) ** 2) / 0.06) + 0.010 * brushed
    plate = ramp(["#0e1417", "#1b2629", "#37484a", "#6c7f7c"], sheen)
    bevel = clamp(1 - edge / 0.004) * ((x - middle[0]) + (y - middle[1]) < 0)
    plate = mix(plate, colour("#93a5a0"), 0.7 * bevel)
    picture = mix(picture, plate, clamp(edge / unit + 0.5))
    u, v = _grains(rng, max(20_000, int(0.085 * size.width * size.height)))
    px = (middle[0] + u * half * 0.975) * size.width
    py = (middle[1] + v * half * 0.975) * size.width
    sizes = rng.uniform(0.5, 1.4, len(px))
    sand = blur(scatter(size, px, py, sizes), 0.8 * size.width / 3000)
    cast = blur(np.roll(sand, (2, 2), (0, 1)), 1.6 * size.width / 3000)
    picture = picture * (1 - 0.55 * clamp(cast))[..., None]
    lit = ramp(["#b08d5a", "#e8d3a6", "#fff6df"], clamp(0.25 + 0.55 * (sand - 0.6 * cast)))
    return mix(picture, lit, clamp(1 - np.exp(-1.9 * sand)))


def _grains(rng: np.random.Generator, count: int) -> tuple[Array, Array]:
    """Places of grains in the square -1 to 1: likely where two modes of the plate cancel."""
    found: list[Array] = []
    total = 0
    while total < count:
        u, v = rng.uniform(-1, 1, (2, 400_000)).astype(np.float32)
        here = _swing(u, v)
        slope = np.hypot(_swing(u + 1e-3, v) - here, _swing(u, v + 1e-3) - here) / 1e-3
        still = np.abs(here) / (slope + 4.0)
        stay = rng.random(u.size) < np.exp(-((still / 0.0085) ** 2)) + 0.05 * np.exp(-still / 0.02) + 0.0012
        found.append(np.stack([u[stay], v[stay]]))
        total += int(stay.sum())
    u, v = np.concatenate(found, axis=1)[:, :count]
    return u, v


def _swing(u: Array, v: Array) -> Array:
    """Amplitude of the plate at (u, v)."""

    def mode(n: float, m: float) -> Array:
        return np.cos(n * np.pi * u / 2 + n * np.pi / 2) * np.cos(m * np.pi * v / 2 + m * np.pi / 2)

    def pair(n: float, m: float) -> Array:
        return mode(n, m) + mode(m, n)

    out: Array = pair(4, 14) - 0.9 * pair(8, 10) + 0.3 * pair(2, 6)
    return out


_DROPS = ((0.33, 2.1, 1.0), (0.47, 3.6, 0.8), (0.70, 2.7, 0.7), (0.16, 5.2, 0.7), (0.86, 6.3, 0.8), (0.55, 1.2, 0.35))
"""Where each drop fell, across the view (0 to 1) and away from the viewer (metres), and how strong it was."""


def ripples(size: Size, rng: np.random.Generator) -> Array:
    """A pool seen at a low angle, mirroring an evening sky with one late moon."""
    picture = np.empty((size.height, size.width, 3), np.float32)
    aspect = size.height / size.width
    x, y = grid(size)
    phases = rng.uniform(0, 2 * np.pi, len(_DROPS))
    for band in bands(size, 128):
        row = y[band] / aspect
        away = 1.35 / (0.155 + 0.95 * row)
        side = (x - 0.5) * away * 1.25
        sx, sy = np.zeros_like(side), np.zeros_like(side)
        for (across, far, strong), phase in zip(_DROPS, phases, strict=True):
            dx, dy = side - (across - 0.5) * far * 1.25, away - far
            reach = np.hypot(dx, dy) + 0.02
            count = 27.0
            fade = strong * np.exp(-reach * 0.62) / np.sqrt(0.25 + reach) * clamp(1.6 / away) ** 0.9
            steep = fade * 0.17 * np.cos(count * reach - phase)
            sx, sy = sx + steep * dx / reach, sy + steep * dy / reach
        climb = 0.16 + 0.50 * row + 1.10 * sy
        turn = (x - 0.5) * 1.1 + 1.3 * sx
        sky = ramp(
            ["#f2c9a0", "#e3a48d", "#a97f93", "#5d6a8c", "#2b4a63", "#122b3c"], climb, [0, 0.18, 0.34, 0.52, 0.76, 1]
        )
        moon = np.exp(-(((turn + 0.19) / 0.030) ** 2) - ((climb - 0.47) / 0.036) ** 2)
        glow = np.exp(-(((turn + 0.19) / 0.14) ** 2) - ((climb - 0.47) / 0.13) ** 2)
        part = mix(sky, colour("#f6dfb4"), clamp(0.30 * glow))
        picture[band] = mix(part, colour("#fff6dc"), clamp(1.5 * moon))
    return picture
