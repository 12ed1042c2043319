"""Strange attractors: one rule repeated without end, drawn as how often each point is visited."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .canvas import Size, blur, grid, hairline, paper, sheet
from .palette import Array, clamp, colour, mix, overprint, ramp

Step = Callable[[Array, Array], tuple[Array, Array]]

_WALKERS = 400_000


def clifford(size: Size, rng: np.random.Generator) -> Array:
    """Silk of indigo on cream; rust where the walk moves fast."""
    a, b, c, d = (np.float32(v) for v in (-1.4, 1.6, 1.0, 0.7))

    def step(x: Array, y: Array) -> tuple[Array, Array]:
        return np.sin(a * y) + c * np.cos(a * x), np.sin(b * x) + d * np.cos(b * y)

    density, pace = _visits(step, size, rng, turn=0.0, fill=0.86)
    ink = _tone(density, 1.6)
    picture: Array = sheet(size, "#efe6d3") * paper(size, rng, 0.010)
    picture = overprint(picture, colour("#22305e"), clamp(ink * (1.12 - 0.95 * pace)))
    return overprint(picture, colour("#b8431f"), clamp(0.95 * ink * pace**1.5))


def de_jong(size: Size, rng: np.random.Generator) -> Array:
    """Rose and gold on aubergine."""
    a, b, c, d = (np.float32(v) for v in (-2.0, -2.0, -1.2, 2.0))

    def step(x: Array, y: Array) -> tuple[Array, Array]:
        return np.sin(a * y) - np.cos(b * x), np.sin(c * x) - np.cos(d * y)

    density, pace = _visits(step, size, rng, turn=0.0, fill=0.82)
    light = _tone(density, 1.1)
    x, y = grid(size)
    ground = ramp(["#2a1430", "#160a1d"], np.hypot(x - 0.5, y - 0.5) / 0.72)
    warm = ramp(["#5d2a4f", "#b4536a", "#e9a58b", "#fbe9c9"], light)
    cool = ramp(["#43306b", "#8a6bb0", "#d9b9c9", "#fbe9c9"], light)
    return mix(ground, mix(warm, cool, pace), clamp(light * 2.2))


def lorenz(size: Size, rng: np.random.Generator) -> Array:
    """The butterfly as a single line of light, cooling as it goes; the last turn still white."""
    steps, fine = 26_000, 0.0032
    path = _lorenz_path(np.array([2.0 + rng.random(), 3.0, 18.0]), steps, fine)
    angle = np.deg2rad(52)
    across = path[:, 0] * np.cos(angle) + path[:, 1] * np.sin(angle)
    depth = path[:, 1] * np.cos(angle) - path[:, 0] * np.sin(angle)
    scale = size.height * 0.80 / np.ptp(path[:, 2])
    px = size.width * 0.5 + (across - across.mean()) * scale * 1.12
    py = size.height * 0.90 - (path[:, 2] - path[:, 2].min()) * scale
    near = (depth - depth.min()) / np.ptp(depth)
    unit = size.width / 4200
    x, y = grid(size)
    picture = ramp(["#221711", "#100b0a"], np.hypot((x - 0.5) * 1.1, y - 0.36) / 0.62)
    age = np.linspace(0, 1, steps)
    for low, tint, glow in ((0.0, "#d06a1c", 0.5), (0.5, "#f0a94a", 0.7), (0.8, "#ffe6b8", 0.9)):
        share = (age >= low) * (0.30 + 0.70 * near) ** 1.7
        line = _line(size, px, py, share, 3.0 * unit)
        light = 1 - np.exp(-glow * line - 0.9 * glow * blur(line, 10 * unit))
        picture = picture + light[..., None] * colour(tint) * 0.72
    end = np.exp(-(((x - px[-1] / size.width) ** 2 + (y - py[-1] / size.width) ** 2) / 0.0022**2))
    spark = clamp(end * 1.6) + 0.16 * np.exp(-np.hypot(x - px[-1] / size.width, y - py[-1] / size.width) / 0.012)
    return mix(picture, colour("#bfeaff"), clamp(spark))


def _visits(step: Step, size: Size, rng: np.random.Generator, turn: float, fill: float) -> tuple[Array, Array]:
    """How often each pixel is visited, as a multiple of the mean, and how far the walk came to get there (0 to 1)."""
    x = rng.uniform(-1, 1, _WALKERS).astype(np.float32)
    y = rng.uniform(-1, 1, _WALKERS).astype(np.float32)
    for _ in range(30):
        x, y = step(x, y)
    cos, sin = np.float32(np.cos(turn)), np.float32(np.sin(turn))
    u, v = x * cos - y * sin, x * sin + y * cos
    left, right, top, bottom = u.min(), u.max(), v.min(), v.max()
    scale = np.float32(fill * min(size.width / (right - left), size.height / (bottom - top)))
    shift_x = np.float32(size.width / 2) - scale * (left + right) / 2
    shift_y = np.float32(size.height / 2) - scale * (top + bottom) / 2
    pixels = size.width * size.height
    rounds = max(40, int(28 * pixels / _WALKERS))
    count, paces = np.zeros(pixels), np.zeros(pixels)
    for _ in range(rounds):
        last_x, last_y = x, y
        x, y = step(x, y)
        u, v = x * cos - y * sin, x * sin + y * cos
        row = (v * scale + shift_y).astype(np.int32)
        column = (u * scale + shift_x).astype(np.int32)
        index = row * size.width + column
        count += np.bincount(index, minlength=pixels)
        paces += np.bincount(index, np.hypot(x - last_x, y - last_y), minlength=pixels)
    shape = (size.height, size.width)
    density = (count / count.mean()).astype(np.float32).reshape(shape)
    length = paces.astype(np.float32).reshape(shape) / np.float32(count.mean())
    soft, long_soft = _calm(density, size), blur(length, 1.6)
    pace = long_soft / (blur(density, 1.6) + 0.02)
    low, high = np.quantile(pace[density > 0.5], (0.04, 0.96))
    return soft, clamp((pace - low) / (high - low))


def _calm(density: Array, size: Size) -> Array:
    """Smooth the grain where few points fell and keep what is sharp where many did."""
    unit = size.width / 4200
    wide, narrow = blur(density, 1.8 * unit), blur(density, 0.7 * unit)
    sharp = clamp(wide / 0.6)
    calm: Array = wide + (narrow - wide) * sharp
    return calm


def _tone(density: Array, strength: float) -> Array:
    """From visits to the strength of ink, 0 to 1."""
    ink: Array = 1 - np.exp(-strength * (density / 2.2) ** 0.62)
    return ink


def _lorenz_path(start: Array, steps: int, fine: float) -> Array:
    """Points (steps, 3) along the line, by Runge-Kutta of order four."""

    def slope(p: Array) -> Array:
        x, y, z = p
        return np.array([10 * (y - x), x * (28 - z) - y, x * y - 8 / 3 * z])

    point = start
    path = np.empty((steps + 600, 3))
    for i in range(steps + 600):
        k1 = slope(point)
        k2 = slope(point + fine / 2 * k1)
        k3 = slope(point + fine / 2 * k2)
        k4 = slope(point + fine * k3)
        point = point + fine / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        path[i] = point
    return path[600:]


def _line(size: Size, px: Array, py: Array, share: Array, width: float) -> Array:
    """The path as light on pixels: dense samples, so that speed does not break it into dots."""
    fine = max(2, int(np.hypot(np.diff(px), np.diff(py)).max() * 1.6))
    places = np.arange((len(px) - 1) * fine + 1) / fine
    steps = np.arange(len(px))
    return hairline(
        size, np.interp(places, steps, px), np.interp(places, steps, py), width, np.interp(places, steps, share)
    )
