"""Landscapes that no one has walked: profiles, dunes and a scroll of ridges, all from noise."""

from __future__ import annotations

import numpy as np

from .canvas import Board, Size, bands, blur, grid, paper, resize
from .noise import Noise
from .palette import Array, clamp, colour, mix, overprint, ramp


def ridgeline(size: Size, rng: np.random.Generator) -> Array:
    """Profiles from back to front, each drawn over a strip of ground that hides what lies behind."""
    noise, jag = Noise(rng), Noise(rng)
    lines, unit = 92, size.width / 2800
    left, right, top, bottom = 0.13, 0.87, 0.19, 0.86
    ground = "#a94a2f"
    board = Board(size, ground, times=3)
    x = np.linspace(left, right, 900)
    for i in range(lines):
        depth = i / (lines - 1)
        middle = 0.55 + 0.05 * np.sin(5.0 * depth + 0.8) - 0.04 * depth
        hill = np.exp(-(((x - middle) / (0.19 + 0.04 * np.sin(9 * depth))) ** 2))
        crest = noise.ridges(x * 5.2, np.full_like(x, 2.6 * depth + 0.7), 4, 0.5) ** 2.8
        grain = jag.sum(x * 38, np.full_like(x, 31.0 * i), 3, 0.55)
        lift = 0.33 * hill * crest + 0.006 * hill * grain + 0.0016 * jag.sum(x * 16, np.full_like(x, 7.0 * i), 2)
        lift = lift * (0.55 + 0.45 * np.sin(np.pi * (0.12 + 0.8 * depth)))
        y = (top + (bottom - top) * depth - lift) * size.height
        px = x * size.width
        base = size.height * (top + (bottom - top) * depth) + 10 * unit
        under = np.concatenate([np.stack([px, y], axis=1), [[px[-1], base], [px[0], base]]])
        board.polygon(under, ground)
        tone = "#1d2233" if i == 57 else "#f3e4cb"
        swell = 3.3 + 2.4 * clamp(lift / 0.1)
        board.stroke(np.stack([px, y], axis=1), swell * unit * (1.5 if i == 57 else 1.0), tone)
    gx, gy = grid(size)
    fall = 1.06 - 0.22 * np.hypot(gx - 0.45, (gy - 0.55) * 0.8) ** 1.5
    picture: Array = board.finish() * paper(size, rng, 0.018) * fall[..., None]
    return picture


def warped_dunes(size: Size, rng: np.random.Generator) -> Array:
    """Folded noise bent by noise bent by noise: long crests, lit low from the left; wind ripples on the slopes."""
    first, second, third = Noise(rng), Noise(rng), Noise(rng)
    small = Size(max(64, size.width // 3), max(32, size.height // 3))
    x, y = grid(small)
    px, py = x * 1.5 + 0.35 * y, y * 1.9 - 0.25 * x
    qx, qy = first.sum(px, py, 2, 0.4), second.sum(px + 5.2, py + 1.3, 2, 0.4)
    rx = first.sum(px + 0.9 * qx + 1.7, py + 0.9 * qy + 9.2, 2, 0.4)
    ry = second.sum(px + 0.9 * qx + 8.3, py + 0.9 * qy + 2.8, 2, 0.4)
    fold = third.sum(1.6 * px + 0.85 * rx, 2.3 * py + 0.85 * ry, 2, 0.30)
    crest = 1 - np.sqrt(fold**2 + 0.0012)
    height, tilt, bend = (resize(field, size) for field in (crest + 0.12 * rx, ry, np.hypot(rx, ry)))
    gx, gy = grid(size)
    slope = blur(height, size.width / 900)
    ripple = np.sin(2 * np.pi * (104 * gx + 62 * gy + 30.0 * slope + 6.0 * tilt))
    relief = height + 0.00058 * ripple * clamp(0.75 - 1.1 * tilt)
    scale = size.width / 9.5
    slope_x, slope_y = np.gradient(relief, axis=1) * scale, np.gradient(relief, axis=0) * scale
    light = (0.95 * slope_x + 0.45 * slope_y + 0.62) / np.sqrt(1 + slope_x**2 + slope_y**2)
    light = np.clip(light, 0, 1.15)
    sand = ramp(["#43283c", "#7a4247", "#bd7048", "#e0a56b", "#f3d7a6", "#fdf1d9"], 0.02 + 0.80 * light)
    dusk = ramp(["#2c2a48", "#57506f", "#97858f", "#d3bda9", "#f0e0c8"], 0.02 + 0.80 * light)
    return mix(sand, dusk, clamp(1.5 * bend - 0.55 + 0.5 * (gx - 0.4)) * 0.9)


def mountains_mist(size: Size, rng: np.random.Generator) -> Array:
    """A hand scroll: ridges in diluted ink, each dissolving into the mist that the next one rises from."""
    gx, gy = grid(size)
    aspect = size.height / size.width
    silk = ramp(["#e6d9b8", "#e9dfc4", "#d8c59a"], gy / aspect, [0, 0.55, 1])
    picture: Array = np.broadcast_to(silk, (size.height, size.width, 3)) * paper(size, rng, 0.012)
    sun = clamp((0.0135 - np.hypot(gx - 0.335, gy - 0.075)) * size.width + 0.5)
    picture = overprint(picture, colour("#c4472c"), sun * 0.88)
    layers = 8
    for i in range(layers):
        near = i / (layers - 1)
        picture = _ridge(picture, size, rng, near)
    return picture


_PEAKS = (
    # Where the mountains stand in each third of the depth: (place, height, breadth).
    ((0.62, 0.175, 0.075), (0.70, 0.205, 0.05), (0.80, 0.20, 0.09), (0.15, 0.12, 0.10), (0.93, 0.16, 0.07)),
    ((0.74, 0.175, 0.06), (0.84, 0.21, 0.045), (0.56, 0.10, 0.08), (0.10, 0.10, 0.08), (0.24, 0.07, 0.07)),
    ((0.90, 0.15, 0.10), (0.99, 0.18, 0.08), (0.04, 0.14, 0.09), (0.68, 0.055, 0.09), (0.16, 0.05, 0.07)),
)


def _ridge(picture: Array, size: Size, rng: np.random.Generator, near: float) -> Array:
    """One more ridge over `picture`; `near` is 0 at the horizon and 1 at the viewer's feet."""
    noise, rock = Noise(rng), Noise(rng)
    aspect = size.height / size.width
    x = ((np.arange(size.width) + 0.5) / size.width).astype(np.float32)
    line = np.zeros_like(x)
    for place, height, breadth in _PEAKS[min(2, int(near * 3))]:
        stands, rises = place + rng.normal(0, 0.025), height * rng.uniform(0.7, 1.1)
        wander = 0.25 * noise.sum(x * 9 + 50 * stands, x * 0 + 3 * near, 3)
        away = np.abs((x - stands) / breadth + wander)
        line = np.maximum(line, rises * np.exp(-(away**1.45)))
    rough = rock.sum(x * 26, x * 0 + 11 * near, 7, 0.52)
    line = line * (1 + 0.16 * rough) + 0.011 * rough + 0.012 * near
    foot = aspect * (0.80 + 0.22 * near)
    crest = (foot - line)[None, :]
    ink = ramp(["#8d9a97", "#5d6b6c", "#2f3a3d", "#15191b"], near)
    fade = 0.045 + 0.030 * near
    for band in bands(size):
        y = ((np.arange(band.start, band.stop) + 0.5) / size.width).astype(np.float32)[:, None]
        below = y - crest
        cover = clamp(below * size.width + 0.5)
        stone = rock.ridges(x[None, :] * 42 + 0.6 * y * 42, below * 24 + 40 * near, 4, 0.6)
        body = (0.42 + 0.58 * clamp((stone - 0.38) * 2.4)) * np.exp(-np.clip(below, 0, None) / fade)
        edge = 0.35 * np.exp(-np.clip(below, 0, None) * 420)
        wash = cover * clamp(body + edge * (0.4 + 0.6 * near)) * (0.34 + 0.60 * near)
        mist = cover * clamp(below / (0.05 + 0.05 * near)) ** 1.2 * 0.55 * (1 - 0.75 * near)
        part = mix(picture[band], colour("#ece3cb"), mist)
        picture[band] = mix(part, ink, wash)
    return picture
