"""A cellular automaton, woven."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .canvas import Board, Size, blur, paper, resize, sheet
from .palette import Array, clamp, colour, mix, ramp, shade

_COLUMNS, _ROWS = 151, 236


def rule_30(size: Size, rng: np.random.Generator) -> Array:
    """Each row of the cloth follows from the row above: left XOR (middle OR right). The first thread is madder red."""
    cells = _history()
    cell = 0.80 / _COLUMNS
    left, top = 0.10, 0.135
    u = ((np.arange(size.width) + 0.5) / size.width - left) / cell
    v = ((np.arange(size.height) + 0.5) / size.width - top) / cell
    column, row = np.floor(u).astype(int), np.floor(v).astype(int)
    inside = ((row >= 0) & (row < _ROWS))[:, None] & ((column >= 0) & (column < _COLUMNS))[None, :]
    column, row = np.clip(column, 0, _COLUMNS - 1), np.clip(row, 0, _ROWS - 1)
    state = cells[row[:, None], column[None, :]]
    fu, fv = (u % 1 - 0.5).astype(np.float32)[None, :], (v % 1 - 0.5).astype(np.float32)[:, None]
    weft = _thread(fv, fu)
    warp = _thread(fu, fv)
    dye = np.repeat(rng.normal(0, 0.018, _ROWS // 6 + 1), 6)[:_ROWS] + rng.normal(0, 0.012, _ROWS)
    blue = shade(ramp(["#31508a", "#26386c", "#1f2c57"], np.linspace(0, 1, _ROWS)), dye)
    white = shade(np.broadcast_to(colour("#e9dfc8"), (_COLUMNS, 3)), rng.normal(0, 0.012, _COLUMNS))
    white[_COLUMNS // 2] = colour("#b5362c")
    slub = resize(rng.standard_normal((_ROWS, 40)), size)
    weft_tone = shade(
        blue[row][:, None, :] * np.ones((1, size.width, 1), np.float32), 0.20 * (weft - 0.75) + 0.010 * slub
    )
    warp_tone = shade(white[column][None, :, :] * np.ones((size.height, 1, 1), np.float32), 0.20 * (warp - 0.75))
    cloth = np.where(state[..., None], weft_tone, warp_tone)
    wall = sheet(size, "#b9aea2") * paper(size, rng, 0.02)
    shadow = blur(
        np.roll(inside.astype(np.float32), (round(0.006 * size.width), round(0.005 * size.width)), (0, 1)),
        0.009 * size.width,
    )
    wall = wall * (1 - 0.5 * shadow[..., None])
    picture = mix(wall, cloth, inside)
    return _fringe(picture, size, rng, white, left, top, cell)


def _history() -> NDArray[np.bool_]:
    """The automaton from one cell, (rows, columns), the edges joined."""
    row = np.zeros(_COLUMNS, bool)
    row[_COLUMNS // 2] = True
    rows = [row]
    for _ in range(_ROWS - 1):
        row = np.roll(row, 1) ^ (row | np.roll(row, -1))
        rows.append(row)
    return np.array(rows)


def _thread(across: Array, along: Array) -> Array:
    """Brightness of a round thread that dips under its neighbours at both ends."""
    roundness = np.sqrt(clamp(1 - (across / 0.54) ** 2))
    dip = np.sqrt(clamp(1 - (along / 0.62) ** 2))
    out: Array = (0.25 + 0.75 * roundness) * (0.55 + 0.45 * dip)
    return out


def _fringe(
    picture: Array, size: Size, rng: np.random.Generator, white: Array, left: float, top: float, cell: float
) -> Array:
    """Loose warp ends, a little above the cloth and long below it."""
    w = size.width
    board = Board(size, "#000000", times=3)
    for i in range(_COLUMNS):
        x = left + (i + 0.5) * cell
        for y, long in ((top, -0.018), (top + _ROWS * cell, 0.058)):
            t = np.linspace(0, 1, 14)
            sway = 0.0035 * np.sin(rng.uniform(0, 6) + 3 * t) * t * np.sign(long) + rng.normal(0, 0.0012) * t**2
            reach = long * rng.uniform(0.86, 1.10)
            path = np.stack([x + sway, y + reach * t], axis=1)
            board.stroke(path * w, np.linspace(0.68, 0.42, 14) * cell * w, shade(white[i], rng.normal(-0.03, 0.02)))
    threads = board.finish()
    cover = clamp(threads.max(axis=-1) / 0.25)
    dark = blur(np.roll(cover, (round(0.004 * w), round(0.003 * w)), (0, 1)), 0.003 * w)
    rows = (np.arange(size.height) + 0.5) / w
    loose = ((rows < top) | (rows > top + _ROWS * cell)).astype(np.float32)[:, None]
    picture = picture * (1 - 0.35 * dark * loose)[..., None]
    return mix(picture, threads / np.maximum(cover, 1e-3)[..., None], cover * loose)
