"""Two substances that feed on each other and spread: Turing's idea, Gray and Scott's rule."""

from __future__ import annotations

import numpy as np

from .canvas import Size, blur, grid, resize
from .noise import Noise
from .palette import Array, clamp, mix, ramp, shade

_CELLS, _STEPS = 640, 7000


def gray_scott(size: Size, rng: np.random.Generator) -> Array:
    """A colony of coral on a dark sea floor, lit from the upper left."""
    cells = Size(_CELLS, round(_CELLS * size.height / size.width))
    living, age = _grow(cells, rng)
    height = resize(blur(living, 0.7), size)
    unit = size.width / _CELLS
    smooth = np.clip(height / 0.36, 0, 1.2)
    dome = np.sqrt(clamp(smooth)) * 1.0
    slope_x, slope_y = np.gradient(dome, axis=1) * unit * 2.6, np.gradient(dome, axis=0) * unit * 2.6
    normal = 1 / np.sqrt(1 + slope_x**2 + slope_y**2)
    light = np.clip((-0.62 * -slope_x - 0.62 * -slope_y + 0.62) * normal, -0.2, 1.3)
    shadow = blur(np.roll(dome, (round(2.2 * unit), round(2.2 * unit)), (0, 1)), 2.0 * unit)
    hollow = clamp(blur(dome, 5 * unit) * 0.9)
    x, y = grid(size)
    sea = ramp(["#1b5a63", "#0f3d4a", "#0a2634"], np.hypot(x - 0.30, y - 0.12) / 0.95)
    sea = sea * (1 - 0.62 * clamp(shadow) * (1 - smooth.clip(0, 1)))[..., None]
    age = resize(blur(age, 6), size)
    flesh = ramp(["#8c2f39", "#d9604c", "#f0937a", "#f7cdb4", "#fdf0e2"], 0.16 + 0.62 * light + 0.10 * (dome - hollow))
    pale = ramp(["#6d4a52", "#c08a78", "#ecd0b4", "#f8ead6", "#fffaf0"], 0.16 + 0.62 * light + 0.10 * (dome - hollow))
    coral = mix(flesh, pale, clamp(age))
    gloss = clamp((-0.5 * -slope_x - 0.5 * -slope_y + 0.7) * normal) ** 26
    coral = shade(coral, 0.10 * gloss)
    return mix(sea, coral, clamp((smooth - 0.30) / 0.16))


def _grow(cells: Size, rng: np.random.Generator) -> tuple[Array, Array]:
    """How much of the living substance each cell holds at the end, and a slow field of tints (0 to 1)."""
    x, y = grid(cells)
    aspect = cells.height / cells.width
    noise = Noise(rng)
    wander = noise.sum(x * 3.0, y * 3.0, 4)
    reef = (x - 0.56) ** 2 / 0.40**2 + (y - 0.36) ** 2 / 0.27**2 + 0.42 * wander
    barren = clamp((reef - 0.85) / 0.25)
    share = clamp((x - 0.15) / 0.75 + 0.25 * noise.sum(x * 2 + 7, y * 2, 2))
    feed = (0.0300 + 0.0245 * share).astype(np.float32)
    kill = (0.0605 + 0.0018 * np.sin(np.pi * share) + 0.0013 * share + 0.012 * barren).astype(np.float32)
    food = np.ones((cells.height, cells.width), np.float32)
    life = np.zeros_like(food)
    for px, py in (rng.random((90, 2)) * [1, aspect] * cells.width).astype(int).tolist():
        life[py : py + 5, px : px + 5] = 0.5
        food[py : py + 5, px : px + 5] = 0.5
    for _ in range(_STEPS):
        eaten = food * life * life
        food += np.float32(0.19) * _spread(food) - eaten + feed * (1 - food)
        life += np.float32(0.085) * _spread(life) + eaten - (feed + kill) * life
    return life, clamp(0.5 + 0.8 * noise.sum(x * 2.2 + 3, y * 2.2 + 8, 2))


def _spread(field: Array) -> Array:
    """What flows in from the eight neighbours (weights 1 and 1/4), less what flows out."""
    wide = np.pad(field, 1, mode="edge")
    rows = wide[:-2] + wide[2:] + 2 * wide[1:-1]
    both: Array = rows[:, :-2] + rows[:, 2:] + 2 * rows[:, 1:-1]
    return both * np.float32(0.25) - 4 * field
