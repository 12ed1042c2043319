"""Fields of lines: streamlines that never cross, and screens whose crossings make waves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .canvas import Board, Size, bands, grid, paper, sheet
from .noise import Noise
from .palette import Array, clamp, colour, overprint

_CELLS = 1040
_LINES = 104
_INKS = ("#1d2b3a", "#1d2b3a", "#33506b", "#9c3f2a", "#c98a3a", "#7d8f86")


def flow_field(size: Size, rng: np.random.Generator) -> Array:
    """Streamlines placed one by one wherever there is still room, swelling in the middle like brush strokes."""
    aspect = size.height / size.width
    x, y = grid(Size(_CELLS, round(_CELLS * aspect)))
    angle, room, hue = _field(x, y, rng)
    taken = np.zeros(angle.shape, bool)
    edge = round(0.06 * _CELLS)
    taken[:edge], taken[-edge:], taken[:, :edge], taken[:, -edge:] = True, True, True, True
    board = Board(size, "#ece5d8", times=3)
    for px, py in (rng.random((60_000, 2)) * [_CELLS, angle.shape[0]]).tolist():
        if taken[int(py), int(px)]:
            continue
        line = _streamline(px, py, angle, taken)
        free = room[line[:, 1].astype(int), line[:, 0].astype(int)] if len(line) else room[:0, 0]
        if len(line) < 10 + 8 * free.max(initial=0):
            continue
        _keep_clear(taken, line, free)
        swell = np.sin(np.pi * np.linspace(0.02, 0.98, len(line))) ** 0.55
        width = np.maximum(free * (0.30 + 0.52 * rng.random()) * swell, 0.35) * size.width / _CELLS
        tone = (hue[int(py), int(px)] + 0.8 + rng.normal(0, 0.25)) / 1.6
        ink = _INKS[int(np.clip(tone * len(_INKS), 0, len(_INKS) - 1))]
        board.stroke(line * (size.width / _CELLS), width, ink)
    return board.finish() * paper(size, rng, 0.010)


def _field(x: Array, y: Array, rng: np.random.Generator) -> tuple[Array, Array, Array]:
    """For each cell: the direction of flow, the room (cells) a line keeps around itself, and its ink, -1 to 1."""
    noise, hue = Noise(rng), Noise(rng)
    dx, dy = x - 0.64, y - 0.30
    pull = np.exp(-(dx**2 + dy**2) / 0.045)
    drift = 0.35 + 1.9 * noise.sum(x * 1.45, y * 1.45, 2, 0.3)
    around = np.arctan2(dy, dx) + 1.72
    angle = np.arctan2(
        np.sin(drift) * (1 - pull) + np.sin(around) * pull * 1.6,
        np.cos(drift) * (1 - pull) + np.cos(around) * pull * 1.6,
    )
    room = 2.4 + 6.0 * clamp(0.45 + 0.9 * hue(x * 2.3 + 3, y * 2.3)) ** 1.6 * (1 - 0.6 * pull)
    return angle, room, hue.sum(x * 1.5 + 9, y * 1.5, 2)


def _streamline(x: float, y: float, angle: Array, taken: NDArray[np.bool_]) -> Array:
    """Follow the field both ways from (x, y) until something is in the way; points (n, 2) in cells."""
    halves = []
    for sign in (1.0, -1.0):
        px, py, points = x, y, []
        trail: dict[tuple[int, int], int] = {}
        for step in range(260):
            here = (int(px), int(py))
            if not (0 <= here[0] < taken.shape[1] and 0 <= here[1] < taken.shape[0]) or taken[here[1], here[0]]:
                break
            if step - trail.setdefault((here[0] // 6, here[1] // 6), step) > 12:
                break
            points.append((px, py))
            turn = float(angle[here[1], here[0]])
            px, py = px + sign * 1.5 * np.cos(turn), py + sign * 1.5 * np.sin(turn)
        halves.append(points)
    return np.array(halves[1][:0:-1] + halves[0], np.float32).reshape(-1, 2)


def _keep_clear(taken: NDArray[np.bool_], line: Array, free: Array) -> None:
    """Mark all cells nearer to a point of the line than it wants to keep `free`."""
    reach = int(free.max()) + 1
    oy, ox = (offsets.ravel() for offsets in np.mgrid[-reach : reach + 1, -reach : reach + 1])
    near = np.hypot(ox, oy)[None, :] <= free[:, None]
    rows = np.clip(line[:, 1, None].astype(int) + oy, 0, taken.shape[0] - 1)
    columns = np.clip(line[:, 0, None].astype(int) + ox, 0, taken.shape[1] - 1)
    taken[rows[near], columns[near]] = True


def woven_moire(size: Size, rng: np.random.Generator) -> Array:
    """Two screens, one plain and one with two swellings in it; the great waves belong to neither."""
    picture = sheet(size, "#f5f1e6") * paper(size, rng, 0.006)
    x, y = grid(size)
    aspect = size.height / size.width
    inside = _window(x, 0.07, 0.93, size) * _window(y, 0.07, aspect - 0.07, size)
    for band in bands(size):
        v = y[band]
        left = np.exp(-((x - 0.36) ** 2 + (v - 0.29) ** 2) / 0.030)
        right = np.exp(-((x - 0.72) ** 2 + (v - 0.45) ** 2) / 0.012)
        plain = _LINES * x + 0 * v
        swollen = _LINES * (x * np.cos(0.022) + v * np.sin(0.022)) + 5.2 * left - 3.1 * right
        for ink, phase in (("#d8452f", swollen), ("#1c3f7e", plain)):
            cover = _screen(phase) * inside[band]
            picture[band] = overprint(picture[band], colour(ink), cover * 0.95)
    return picture


def _screen(phase: Array) -> Array:
    """Coverage by lines half as wide as their distance, one wherever `phase` is whole."""
    slope = np.hypot(*np.gradient(phase)) * 2
    away = np.abs((phase % 1.0) - 0.5) * 2
    return clamp((0.5 - away) / np.maximum(slope, 1e-6) + 0.5).astype(np.float32)


def _window(v: Array, low: float, high: float, size: Size) -> Array:
    return clamp((v - low) * size.width + 0.5) * clamp((high - v) * size.width + 0.5)
