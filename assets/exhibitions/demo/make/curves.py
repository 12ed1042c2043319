"""Curves: pendulums, a walk over a rose, and a line that fills a square."""

from __future__ import annotations

import numpy as np

from .canvas import Board, Size, blur, grid, hairline, paper, sheet
from .palette import Array, colour, mix, overprint, ramp, shade


def harmonograph(size: Size, rng: np.random.Generator) -> Array:
    """Two inks following the same slowly dying swing, one a breath behind the other."""
    picture: Array = sheet(size, "#f1eee6") * paper(size, rng, 0.008)
    for ink, phase, weight in (("#d0452c", 0.38, 0.8), ("#16365c", 0.0, 1.0)):
        line = _pendulums(size, phase)
        coverage = 1 - np.exp(-weight * 1.7 * line)
        picture = overprint(picture, colour(ink), coverage)
    return picture


def _pendulums(size: Size, phase: float) -> Array:
    """Ink on each pixel after four pendulums (two a side) have swung themselves to rest."""
    unit = size.width / 2900
    seconds = np.linspace(0, 330, 1_600_000)
    fade = np.exp(-0.0062 * seconds)
    across = 0.6 * np.sin(2.996 * seconds + 1.393 + phase) + 0.4 * np.sin(2.006 * seconds + 4.025)
    along = 0.6 * np.sin(2.006 * seconds + 0.673) + 0.4 * np.sin(1.003 * seconds + 4.347 + phase)
    px = size.width * (0.50 + 0.46 * across * fade)
    py = size.height * (0.475 + 0.425 * along * fade)
    return hairline(size, px, py, 3.7 * unit)


def maurer_rose(size: Size, rng: np.random.Generator) -> Array:
    """Straight threads from petal to petal, and the rose itself as one gilded line."""
    unit = size.width / 3600
    degrees = np.arange(361.0)
    petals, stride = 6, 71
    theta = np.deg2rad(degrees * stride)
    radius = np.sin(petals * theta) * 0.42 * size.width
    x, y = size.width / 2 + radius * np.cos(theta), size.height / 2 + radius * np.sin(theta)
    t = np.linspace(0, 1, int(size.width * 1.7))
    threads = hairline(size, x[:-1, None] + np.diff(x)[:, None] * t, y[:-1, None] + np.diff(y)[:, None] * t, 3.2 * unit)
    around = np.linspace(0, 2 * np.pi, 400_000)
    r = np.sin(petals * around) * 0.42 * size.width
    rim = hairline(size, size.width / 2 + r * np.cos(around), size.height / 2 + r * np.sin(around), 8 * unit)
    px, py = grid(size)
    picture: Array = ramp(["#1d4638", "#123026"], np.hypot(px - 0.5, py - 0.5) / 0.7) * paper(size, rng, 0.02)
    picture = mix(picture, colour("#efe7d2"), 1 - np.exp(-1.1 * threads))
    return mix(picture, colour("#d79a3c"), 1 - np.exp(-2.2 * rim))


def hilbert(size: Size, rng: np.random.Generator) -> Array:
    """One ribbon with a raised middle, its colour running the length of it."""
    order = 5
    points = _hilbert_points(order)
    margin = 0.095 * size.width
    cell = (size.width - 2 * margin) / (2**order)
    path = _rounded(margin + (points + 0.5) * cell, cell * 0.5)
    along = np.linspace(0, 1, len(path))
    colours = ramp(["#1f2a4d", "#355c7d", "#e9d8c0", "#e88b6a", "#b23a48", "#4a1c40"], along)
    board = Board(size, "#eadfd3", times=3)
    mask = Board(size, "#000000", times=2)
    for start in range(0, len(path) - 1, 6):
        piece = slice(start, min(start + 8, len(path)))
        board.stroke(path[piece], cell * 0.74, colours[start])
        mask.stroke(path[piece], cell * 0.74, "#ffffff")
    solid = mask.finish()[..., 0].copy()
    swell = blur(solid, cell * 0.21)
    slope = -np.gradient(swell, axis=1) - np.gradient(swell, axis=0) * 1.3
    drop = (round(0.16 * cell), round(0.11 * cell))
    cast = blur(np.roll(solid, drop, (0, 1)), 0.13 * cell) * (1 - solid)
    picture = shade(board.finish(), 0.055 * slope * cell * solid)
    return picture * (1 - 0.42 * cast)[..., None] * paper(size, rng, 0.008)


def _hilbert_points(order: int) -> Array:
    """The cells (x, y) of the square in the order in which the curve visits them, (4**order, 2)."""
    points = np.zeros((1, 2))
    for level in range(order):
        side = 2**level
        flipped, up, right = points[:, ::-1], np.array([0, side]), np.array([side, 0])
        points = np.concatenate([flipped, points + up, points + up + right, side - 1 - flipped + right])
    return points


def _rounded(corners: Array, radius: float, fine: int = 12) -> Array:
    """The path through `corners` with each bend a quarter circle."""
    pieces = [corners[:1]]
    for before, here, after in zip(corners, corners[1:], corners[2:], strict=False):
        enter = here + (before - here) * min(1, radius / np.hypot(*(before - here)))
        leave = here + (after - here) * min(1, radius / np.hypot(*(after - here)))
        centre = enter + leave - here
        t = np.linspace(0, 1, fine)[:, None]
        if abs(np.cross(here - before, after - here)) < 1e-9:
            pieces.append(enter + (leave - enter) * t)
        else:
            pieces.append(centre + np.cos(t * np.pi / 2) * (enter - centre) + np.sin(t * np.pi / 2) * (leave - centre))
    pieces.append(corners[-1:])
    return np.concatenate(pieces)
