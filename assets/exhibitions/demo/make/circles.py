"""Circles: packed by chance, nested by Apollonius, counted out by a sunflower."""

from __future__ import annotations

import numpy as np

from .canvas import Board, Size, grid, paper, resize
from .noise import Noise
from .palette import Array, clamp, colour, mix, ramp, shade

_POTS = ("#1f4e4d", "#f2e3c6", "#b8442c", "#20262e", "#e7a9a0", "#f2e3c6", "#2f6f73")


def packed_circles(size: Size, rng: np.random.Generator) -> Array:
    """Chance proposes a centre; the circle grows until it would touch another."""
    noise = Noise(rng)
    aspect = size.height / size.width
    placed = np.array([[0.385, 0.37, 0.172], [0.735, 0.235, 0.088], [0.80, 0.545, 0.062]])
    gap, edge = 0.0022, 0.062
    for largest, tries in ((0.045, 3000), (0.026, 9000), (0.0125, 26_000), (0.0065, 30_000)):
        for x, y in (rng.random((tries, 2)) * [1, aspect]).tolist():
            room = min(x - edge, 1 - edge - x, y - edge, aspect - edge - y)
            if room < largest * 0.42:
                continue
            room = min(room, float(np.min(np.hypot(placed[:, 0] - x, placed[:, 1] - y) - placed[:, 2])) - gap)
            if room > largest * 0.42:
                placed = np.concatenate([placed, [[x, y, min(room, largest * rng.uniform(0.7, 1.0))]]])
    board = Board(size, "#d9a441", times=3)
    for i, (x, y, r) in enumerate(placed.tolist()):
        _pot(board, size, rng, noise, x, y, r, big=i < 3)
    return board.finish() * paper(size, rng, 0.014)


def _pot(
    board: Board, size: Size, rng: np.random.Generator, noise: Noise, x: float, y: float, r: float, big: bool
) -> None:
    """One circle, plain or with rings, a slice or an eye in it."""
    w = size.width
    tone = float(noise(np.float32(x * 3.1), np.float32(y * 3.1))) + rng.normal(0, 0.33)
    first = _POTS[int(np.clip((tone + 0.9) / 1.8 * len(_POTS), 0, len(_POTS) - 1))]
    others = [pot for pot in _POTS if pot != first]
    if big:
        rings = {0.172: ("#20262e", "#f2e3c6", 13), 0.088: ("#b8442c", "#f2e3c6", 4), 0.062: ("#1f4e4d", "#e7a9a0", 4)}[
            r
        ]
        board.disc(x * w, y * w, r * w, rings[0])
        lean = np.array([0.16, -0.10]) * r
        for i in range(1, rings[2]):
            share = 1 - i / rings[2]
            cx, cy = np.array([x, y]) + lean * (1 - share)
            board.disc(cx * w, cy * w, r * share * w, rings[1] if i % 2 else rings[0])
        if rings[2] > 5:
            cx, cy = np.array([x, y]) + lean * (1 - 1.5 / rings[2])
            board.disc(cx * w, cy * w, r * 1.6 / rings[2] * w, "#b8442c")
        return
    board.disc(x * w, y * w, r * w, first)
    kind, second = rng.random(), others[int(rng.integers(len(others)))]
    if r < 0.006 or kind < 0.45:
        return
    if kind < 0.65:
        board.disc(x * w, y * w, r * 0.52 * w, second)
    elif kind < 0.82:
        count = max(2, int(r / 0.0045))
        for i in range(1, count):
            board.disc(x * w, y * w, r * (1 - i / count) * w, second if i % 2 else first)
    else:
        turn = rng.random() * 2 * np.pi
        t = np.linspace(turn, turn + np.pi, 60)
        board.polygon(np.stack([x + r * np.cos(t), y + r * np.sin(t)], axis=1) * w, second)


def apollonian(size: Size, rng: np.random.Generator) -> Array:
    """Every circle a moon; going round the gasket they wax and wane, and one is of copper."""
    x, y = grid(size)
    big = 0.455
    circles = _gasket(0.0011 / big, turn=2.15)
    night = ramp(["#1c2750", "#121a38", "#090d20"], np.hypot(x - 0.38, y - 0.34) / 0.85)
    picture: Array = night
    unit = 1 / size.width
    rim = np.abs(np.hypot(x - 0.5, y - 0.5) - big)
    picture = mix(picture, ramp(["#0b1026", "#070a19"], y), clamp((big - np.hypot(x - 0.5, y - 0.5)) / unit))
    picture = mix(picture, colour("#8f86a0"), clamp((0.0009 - rim) / unit + 0.5) * 0.8)
    u, v = grid(Size(1200, 1200))
    noise = Noise(rng)
    bent = 0.7 * noise.sum(u * 9, v * 9, 3)
    seas = resize(noise.sum(u * 13 + bent, v * 13 - bent, 5), size)
    order = np.argsort([-r for _, r in circles])
    copper = int(order[3])
    for i, (centre, r) in enumerate(circles):
        _moon(picture, size, centre * big + (0.5 + 0.5j), r * big, seas, i == copper)
    return picture


def _moon(picture: Array, size: Size, centre: complex, radius: float, seas: Array, copper: bool) -> None:
    """One sphere lit from the side that its place on the clock says."""
    w = size.width
    cx, cy, r = centre.real * w, centre.imag * w, radius * w * 0.985
    rows = slice(max(0, int(cy - r - 2)), min(size.height, int(cy + r + 3)))
    columns = slice(max(0, int(cx - r - 2)), min(size.width, int(cx + r + 3)))
    v, u = np.mgrid[rows, columns].astype(np.float32) + np.float32(0.5)
    u, v = (u - np.float32(cx)) / np.float32(r), (v - np.float32(cy)) / np.float32(r)
    away = np.hypot(u, v)
    front = np.sqrt(clamp(1 - away**2))
    clock = np.arctan2(centre.imag - 0.5, centre.real - 0.5) + 2.2
    phase = 0.5 * np.pi * (1 - np.cos(clock / 1.0)) * 0.93
    tilt = -0.42
    lit = (u * np.cos(tilt) + v * np.sin(tilt)) * np.sin(phase) * -1 + front * np.cos(phase)
    day = clamp(lit * 3.2) ** 0.7 * (0.62 + 0.38 * clamp(lit))
    detail = clamp(radius / 0.03)
    face = day * (1 - 0.26 * detail * clamp(seas[rows, columns] * 1.6 + 0.1))
    tones = ["#151a30", "#5a3326", "#c0693f", "#f0b78a"] if copper else ["#151a31", "#4f5468", "#b9b2a4", "#f4ecd8"]
    tone = ramp(tones, 0.05 + 0.08 * front + 0.92 * face)
    picture[rows, columns] = mix(picture[rows, columns], tone, clamp((1 - away) * r + 0.5))


def _gasket(smallest: float, turn: float) -> list[tuple[complex, float]]:
    """Circles (centre, radius) inside the unit circle, down to `smallest`; curvatures start from (-6, 11, 14, 15)."""
    scale = 6.0
    a, b, c = -6.0, 11.0, 14.0
    zb = (1 / 6 - 1 / b) * np.exp(1j * turn)
    db, dc, bc = 1 / 6 - 1 / b, 1 / 6 - 1 / c, 1 / b + 1 / c
    angle = np.arccos((db**2 + dc**2 - bc**2) / (2 * db * dc))
    zc = dc * np.exp(1j * (turn + angle))
    root = 2 * np.sqrt(a * b * 0 * zb + b * c * zb * zc + 0j)
    kd = 15.0
    options = [(b * zb + c * zc + sign * root) / kd for sign in (1, -1)]
    zd = min(
        options,
        key=lambda z: (
            abs(abs(z - zb) - (1 / b + 1 / kd)) + abs(abs(z - zc) - (1 / c + 1 / kd)) + abs(abs(z) - (1 / 6 - 1 / kd))
        ),
    )
    start = [(a, 0j), (b, b * zb), (c, c * zc), (kd, kd * zd)]
    found = [start[1], start[2], start[3]]
    stack = [tuple(start)]
    seen: set[tuple[int, int, int]] = set()
    while stack:
        four = stack.pop()
        for i in range(4):
            others = [four[j] for j in range(4) if j != i]
            k = 2 * sum(o[0] for o in others) - four[i][0]
            if scale / k < smallest or k <= 0:
                continue
            kz = 2 * sum(o[1] for o in others) - four[i][1]
            key = (round(k), round((kz / k).real * 1e7), round((kz / k).imag * 1e7))
            if key in seen:
                continue
            seen.add(key)
            found.append((k, kz))
            stack.append((*others, (k, kz)))
    unique = {
        (round(k), round((kz / k).real * 1e6), round((kz / k).imag * 1e6)): (kz / k * scale, scale / k)
        for k, kz in found
    }
    return list(unique.values())


def phyllotaxis(size: Size, rng: np.random.Generator) -> Array:
    """A sunflower counted out: petals behind, seeds before, each one golden angle from the last."""
    w = size.width
    golden = np.pi * (3 - np.sqrt(5))
    centre = np.array([0.5, 0.58])
    spread = 0.0088
    board = Board(size, "#bcd0cb", times=3)
    florets, petals = 1180, 150
    for n in range(florets + petals, florets - 20, -1):
        turn = n * golden
        ring = (n - florets) / petals
        at = centre + spread * np.sqrt(florets) * 0.96 * np.array([np.cos(turn), np.sin(turn)])
        long = 0.138 + 0.032 * ring + rng.normal(0, 0.006)
        tint = ramp(["#e9a92f", "#d98a1f", "#b8651c", "#f2c65a"], rng.random() * 0.66 + 0.20 * ring)
        _petal(board, w, at, turn + rng.normal(0, 0.06), long, 0.030 + 0.004 * ring, tint, rng)
    edge = spread * np.sqrt(florets)
    board.disc(centre[0] * w, centre[1] * w, edge * 1.03 * w, "#3a2216")
    for n in range(florets, 0, -1):
        turn, away = n * golden, spread * np.sqrt(n)
        at = centre + away * np.array([np.cos(turn), np.sin(turn)])
        share = away / edge
        size_here = spread * (0.62 + 0.24 * share)
        tone = ramp(
            ["#6f7b35", "#7f6a2a", "#4b2c1a", "#2c1a14", "#8a5522", "#d99a35"],
            share + 0.04 * rng.normal(),
            [0, 0.25, 0.45, 0.68, 0.86, 1],
        )
        board.disc(at[0] * w, at[1] * w, size_here * w, shade(tone, -0.12))
        inward = at - 0.0012 * np.array([np.cos(turn), np.sin(turn)]) + [-0.0006, -0.0010]
        board.disc(inward[0] * w, inward[1] * w, size_here * 0.78 * w, tone)
        board.disc((inward[0] - 0.0010) * w, (inward[1] - 0.0014) * w, size_here * 0.30 * w, shade(tone, 0.14))
    x, y = grid(size)
    away = np.hypot(x - centre[0], y - centre[1])
    under = np.exp(-np.clip(away - edge, 0, None) / 0.022) * clamp((away - edge) * w)
    lamp = 1.0 - 0.16 * np.tanh((x - centre[0] + 1.2 * (y - centre[1])) / 0.35)
    bowl = 1.0 - 0.30 * clamp(1 - away / (0.55 * edge))
    light: Array = ((1 - 0.62 * under) * lamp * bowl)[..., None]
    return board.finish() * paper(size, rng, 0.012) * light


def _petal(
    board: Board, w: int, at: Array, turn: float, long: float, wide: float, tint: Array, rng: np.random.Generator
) -> None:
    """A pointed leaf with a lit half and a dark vein."""
    t = np.linspace(0, 1, 30)
    along = np.array([np.cos(turn), np.sin(turn)])
    across = np.array([-along[1], along[0]])
    breadth = wide * np.sin(np.pi * t**0.72) ** 0.9 * (1 - 0.25 * t)
    sway = 0.010 * rng.normal() * t**2
    spine = at + along * (long * t)[:, None] + across * sway[:, None]
    left, right = spine + across * breadth[:, None], spine - across * breadth[:, None]
    board.polygon(np.concatenate([left, right[::-1]]) * w, shade(tint, -0.05))
    board.polygon(np.concatenate([left, spine[::-1]]) * w, shade(tint, 0.03))
    board.stroke(spine[:26] * w, np.linspace(0.0016, 0.0004, 26) * w, shade(tint, -0.15))
