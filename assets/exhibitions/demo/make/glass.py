"""A stained-glass window: panes are Voronoi cells, leads run where two seeds are equally far."""

from __future__ import annotations

import numpy as np

from .canvas import Size, blur, facet, grid, resize
from .palette import Array, clamp, colour, mix, ramp, shade

_HALF, _SPRING, _FOOT = 0.375, 0.775, 1.495
"""Half the window's width, where its arch springs and its sill, as fractions of the picture's width."""
_ROSE = np.array([0.5, 0.70])


def voronoi_glass(size: Size, rng: np.random.Generator) -> Array:
    """A lancet window at evening: a warm rose above, cool panes around it, a dark wall."""
    seeds = _seeds(rng)
    scale = size.width
    picture = np.zeros((size.height, size.width, 3), np.float32)
    streaks = resize(rng.standard_normal((size.height * 26 // size.width, 90)), size)
    cloud = resize(rng.standard_normal((size.height * 7 // size.width, 7)), size)
    lead = 0.0042 * scale
    for seed, cell in zip(seeds, _cells(seeds), strict=True):
        spot = facet(size, cell * scale)
        if spot is None:
            continue
        window, _, _, inside = spot
        pane = _pane_colour(seed, rng)
        own = rng.normal(0, 0.03)
        tilt = 0.030 * streaks[window] + 0.020 * cloud[window] + own - 0.07 * np.exp(-inside / (0.006 * scale))
        glass = shade(np.broadcast_to(pane, (*inside.shape, 3)), tilt)
        metal = clamp(lead - inside + 0.5)
        bead = clamp(1 - np.abs(inside - lead * 0.45) / (lead * 0.4)) ** 2
        solder = mix(np.broadcast_to(colour("#0c0b0d"), glass.shape), colour("#3a3a42"), bead * 0.6)
        glass = mix(glass, solder, metal)
        here = inside > -0.5
        picture[window][here] = glass[here]
    return _wall(picture, size, rng)


def _wall(glass: Array, size: Size, rng: np.random.Generator) -> Array:
    """Set the glass in its arch: iron bars before it, stone around it, and its light spilling on the stone."""
    x, y = grid(size)
    depth = _arch(x, y)
    unit = 1 / size.width
    bars = np.zeros((size.height, 1), np.float32)
    for at in np.arange(0.30, 1.45, 0.20):
        bars = np.maximum(bars, clamp((0.0042 - np.abs(y - at)) / unit + 0.5))
    glass = mix(glass, colour("#08070a"), bars * np.ones_like(x))
    frame = clamp((0.011 - depth) / unit + 0.5)
    glass = mix(glass, colour("#0a090b"), frame)
    glow = np.stack([blur(glass[..., i] * (depth > 0), size.width * 0.045) for i in range(3)], axis=-1)
    rough = resize(rng.standard_normal((size.height * 60 // size.width, 60)), size)
    stone = ramp(["#1d1a1a", "#131112"], clamp(-depth / 0.12)) * (1 + 0.10 * rough[..., None])
    reveal = clamp(1 + depth / 0.028)[..., None]
    stone = stone * (1 - 0.55 * reveal) + glow * (0.20 * reveal + 0.06)
    return mix(stone, glass, clamp(depth / unit + 0.5))


def _arch(x: Array, y: Array) -> Array:
    """Distance into the window's opening, negative outside."""
    u = np.abs(x - 0.5)
    head = 2 * _HALF - np.hypot(u + _HALF, y - _SPRING)
    body = _HALF - u
    depth: Array = np.minimum(np.where(y < _SPRING, head, body + 0 * y), _FOOT - y)
    return depth


def _seeds(rng: np.random.Generator) -> Array:
    """Rings of seeds make the rose; the rest is thrown at random and keeps its distance, wider towards the sill."""
    rings = [_ROSE[None, :]]
    for ring, (radius, count) in enumerate(((0.045, 6), (0.098, 12), (0.155, 18), (0.213, 24))):
        angles = (np.arange(count) + 0.5 * (ring % 2)) / count * 2 * np.pi + rng.normal(0, 0.022, count)
        away = radius + rng.normal(0, 0.0035, count)
        rings.append(_ROSE + np.stack([np.cos(angles), np.sin(angles)], axis=1) * away[:, None])
    placed = np.concatenate(rings)
    for x, y in (rng.random((9000, 2)) * [1.1, 1.75] - [0.05, 0.06]).tolist():
        far = float(np.hypot(x - _ROSE[0], y - _ROSE[1]))
        if far < 0.252:
            continue
        room = 0.034 + 0.030 * min(1.0, (far - 0.25) / 0.6)
        if np.min(np.hypot(placed[:, 0] - x, placed[:, 1] - y)) > room:
            placed = np.concatenate([placed, [[x, y]]])
    return placed


def _cells(seeds: Array) -> list[Array]:
    """The Voronoi cell of each seed as a convex polygon (n, 2): a square cut by the bisector to each neighbour."""
    cells = []
    for seed in seeds:
        away = np.hypot(*(seeds - seed).T)
        cell = seed + 0.25 * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
        for j in np.argsort(away)[1:40]:
            cell = _cut(cell, (seed + seeds[j]) / 2, seeds[j] - seed)
        cells.append(cell)
    return cells


def _cut(polygon: Array, point: Array, outward: Array) -> Array:
    """The part of a convex polygon on the inner side of the line through `point` across `outward`."""
    side = (polygon - point) @ outward
    kept = []
    for here, there, a, b in zip(polygon, np.roll(polygon, -1, axis=0), side, np.roll(side, -1), strict=True):
        if a <= 0:
            kept.append(here)
        if a * b < 0:
            kept.append(here + (there - here) * (a / (a - b)))
    return np.array(kept)


def _pane_colour(seed: Array, rng: np.random.Generator) -> Array:
    away, across = float(np.hypot(*(seed - _ROSE))), float(seed[1])
    if away < 0.02:
        return colour("#fff3c4")
    if away < 0.245:
        return ramp(["#ffd469", "#f3a12f", "#e0662a", "#b3202f", "#7d1436"], away / 0.235 + rng.normal(0, 0.06))
    if rng.random() < 0.035:
        return colour("#d8455a")
    cool = ramp(["#5fb3c4", "#1f6fa8", "#173f8f", "#1c2a6b", "#1c5c63", "#2f8a6b"], clamp((across - 0.05) / 1.5))
    return shade(cool, rng.normal(0.02, 0.075), float(rng.uniform(0.8, 1.15)))
