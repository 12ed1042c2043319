"""Plants: Barnsley's fern from four maps, and trees that a grammar grows."""

from __future__ import annotations

import numpy as np

from .canvas import Board, Size, blur, grid, paper, resize
from .noise import Noise
from .palette import Array, clamp, colour, mix, ramp, shade


def barnsley_fern(size: Size, rng: np.random.Generator) -> Array:
    """Three fronds laid on brushed cyanotype paper and left in the sun."""
    unit = size.width / 2800
    exposed: Array = np.zeros((size.height, size.width), np.float32)
    for foot, height, lean, bend, points in (
        ((0.53, 1.335), 1.16, -0.07, 0.040, 1.0),
        ((0.37, 1.325), 0.70, -0.40, 0.060, 0.55),
        ((0.66, 1.330), 0.54, 0.42, -0.050, 0.42),
    ):
        frond = _frond(size, rng, foot, height, lean, bend, points)
        exposed = 1 - (1 - exposed) * (1 - frond)
    x, y = grid(size)
    emulsion = _brushed(size, rng)
    light = 0.90 * exposed + 0.06 * blur(exposed, 14 * unit)
    blue = ramp(["#0b2447", "#123a6b", "#2f6aa0", "#8fb7d0", "#eaf1ee"], 0.15 + 0.80 * light)
    cloud = resize(rng.standard_normal((14, 10)), size)
    blue = shade(blue, 0.012 * cloud - 0.02 * (y - 0.7))
    cream = np.broadcast_to(colour("#efe8d8"), blue.shape) * paper(size, rng, 0.012)
    wash = ramp(["#8fb0c4", "#12376a"], emulsion)
    _ = x
    return mix(cream, mix(wash, blue, clamp(emulsion * 1.6 - 0.6)), clamp(emulsion * 3.0))


def _frond(
    size: Size,
    rng: np.random.Generator,
    foot: tuple[float, float],
    height: float,
    lean: float,
    bend: float,
    points: float,
) -> Array:
    """How much one frond hides the paper, 0 to 1. Lengths in picture widths, `lean` in radians to the right."""
    walkers = 120_000
    rounds = max(12, int(13 * points * size.width * size.height / walkers))
    maps = np.array(
        [
            [0, 0, 0, 0.16, 0, 0],
            [0.85, bend, -bend, 0.85, 0, 1.6],
            [0.20, -0.26, 0.23, 0.22, 0, 1.6],
            [-0.15, 0.28, 0.26, 0.24, 0, 0.44],
        ],
        np.float32,
    )
    x, y = np.zeros(walkers, np.float32), np.zeros(walkers, np.float32)
    scale = np.float32(height * size.width / 10.0)
    cos, sin = np.float32(np.cos(lean)), np.float32(np.sin(lean))
    count = np.zeros(size.width * size.height)
    for turn in range(rounds + 20):
        which = np.searchsorted([0.012, 0.852, 0.926], rng.random(walkers, np.float32))
        a, b, c, d, e, f = maps[which].T
        x, y = a * x + b * y + e, c * x + d * y + f
        if turn < 20:
            continue
        px = (foot[0] * size.width + scale * (x * cos + y * sin)).astype(np.int32)
        py = (foot[1] * size.width - scale * (y * cos - x * sin)).astype(np.int32)
        inside = (px >= 0) & (px < size.width) & (py >= 0) & (py < size.height)
        count += np.bincount((py * size.width + px)[inside], minlength=count.size)
    density = (
        (count * (size.width * size.height * 0.05 / count.sum())).astype(np.float32).reshape(size.height, size.width)
    )
    unit = size.width / 2800
    soft = 0.7 * blur(density, 0.9 * unit) + 0.3 * blur(density, 2.6 * unit)
    return (1 - np.exp(-1.15 * soft**0.62)).astype(np.float32)


def _brushed(size: Size, rng: np.random.Generator) -> Array:
    """Strength of the emulsion, 0 to 1: a rectangle brushed by hand, ragged where the strokes end."""
    noise = Noise(rng)
    x, y = grid(size)
    tall = size.height / size.width
    hairs = noise.sum(x * 2.5, y * 75, 3) * 0.0055 + noise.sum(x * 3, y * 11, 2) * 0.012
    cross = noise.sum(x * 60, y * 5, 2) * 0.0025 + noise.sum(x * 8, y * 5, 2) * 0.008
    inside = np.minimum(
        np.minimum(x - 0.072 + hairs, 0.928 - x + hairs), np.minimum(y - 0.085 + cross, tall - 0.085 - y + cross)
    )
    return clamp(0.5 + inside / 0.010)


_FOG = ("#cfc9ba", "#e3dac6", "#e9dcc0")
_LEAVES = ("#8a4b1f", "#b8722c", "#d29a3f", "#c7652b", "#a88a3c")
_LEAF = np.array([[-1.0, 0.0], [-0.5, 0.42], [0.1, 0.5], [1.25, 0.0], [0.1, -0.5], [-0.5, -0.42]])
_RED = ("#8f1f22", "#b92d26", "#cf4a2c", "#7a1a24")


def lindenmayer_tree(size: Size, rng: np.random.Generator) -> Array:
    """A wood in fog, from the far trees to the near ones, one of them in red leaf."""
    x, y = grid(size)
    tall = size.height / size.width
    floor = tall * 0.86
    board = Board(size, "#e3dac6", times=2)
    for row in range(size.height):
        at = (row + 0.5) / size.height
        board.polygon([(0, row), (size.width, row), (size.width, row + 1), (0, row + 1)], ramp(_FOG, at)[()])
    stands = [(0.0, 30), (0.3, 15), (0.6, 8), (0.85, 3)]
    for near, count in stands:
        places = np.linspace(-0.02, 1.02, count) + rng.normal(0, 0.35 / count, count)
        for place in places:
            if near > 0.4 and abs(place - 0.66) < 0.07 + 0.12 * near:
                continue
            _tree(board, size, rng, float(place), floor + 0.045 * near + rng.normal(0, 0.003), near, _LEAVES)
        if near == 0.6:
            _tree(board, size, rng, 0.66, floor + 0.038, 0.92, _RED)
    _ = x, y
    return board.finish() * paper(size, rng, 0.012)


def _tree(
    board: Board, size: Size, rng: np.random.Generator, place: float, foot: float, near: float, leaves: tuple[str, ...]
) -> None:
    """Grow one tree by rewriting all its tips at once, a dozen times, and draw the wood, then the leaf."""
    reach = (0.040 + 0.029 * near) * rng.uniform(0.85, 1.15) * (0.83 if leaves is _RED else 1)
    tips = np.array([[place, foot, -np.pi / 2 + rng.normal(0, 0.05), reach, 0.0042 * (0.45 + near)]])
    fog = ramp(_FOG, 0.75)
    bark = mix(colour("#2a221f"), fog, np.float32(0.80 * (1 - near) ** 0.8))
    ends = []
    for generation in range(11):
        grown, tips = _rewrite(tips, generation, rng)
        for start, middle, end, width, tip_width in grown:
            rise = clamp((foot - end[1]) / 0.05)
            tone = mix(fog, bark, np.float32(0.25 + 0.75 * rise))
            board.stroke(
                np.array([start, middle, end]) * size.width,
                np.array([width, (width + tip_width) / 2, tip_width]) * size.width,
                tone,
            )
        if generation >= 7:
            ends.append(tips[:, :2])
    spots = np.concatenate(ends)
    spots = spots[rng.random(len(spots)) < (0.75 if leaves is _RED else 0.50)]
    for px, py in (spots + rng.normal(0, 0.0028, spots.shape)).tolist():
        tint = colour(leaves[int(rng.integers(len(leaves)))])
        tint = shade(mix(tint, fog, np.float32(0.78 * (1 - near) ** 0.8)), rng.normal(0, 0.03))
        long = (0.0011 + 0.0014 * near) * rng.uniform(0.6, 1.3)
        board.polygon((_LEAF @ _turn(rng.uniform(0, 2 * np.pi)) * long + [px, py]) * size.width, tint)
    for _ in range(int(60 + 240 * near)):
        px, py = place + rng.normal(0, reach * 1.3), foot + abs(rng.normal(0, 0.004 + 0.006 * near))
        tint = mix(colour(leaves[int(rng.integers(len(leaves)))]), fog, np.float32(0.82 * (1 - near) ** 0.8 + 0.12))
        flat = _LEAF @ _turn(rng.uniform(0, 2 * np.pi)) * (0.0007 + 0.0011 * near)
        board.polygon((flat * [1.0, 0.55] + np.array([px, py])) * size.width, tint)


def _turn(angle: float) -> Array:
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def _rewrite(
    tips: Array, generation: int, rng: np.random.Generator
) -> tuple[list[tuple[Array, Array, Array, float, float]], Array]:
    """One step of the grammar: every tip (x, y, heading, length, width) becomes wood and two or three new tips."""
    grown, children = [], []
    for x, y, heading, length, width in tips.tolist():
        start = np.array([x, y])
        sway = heading + rng.normal(0, 0.12)
        middle = start + 0.5 * length * np.array([np.cos(sway), np.sin(sway)])
        end = middle + 0.5 * length * np.array([np.cos(heading), np.sin(heading)])
        rule: tuple[tuple[float, float], ...]
        if generation < 2:
            rule = ((0.0, 0.92),)
        elif rng.random() < 0.60:
            rule = ((-0.42, 0.80), (0.36, 0.84))
        elif rng.random() < 0.6:
            rule = ((-0.62, 0.66), (0.06, 0.88), (0.55, 0.70))
        else:
            rule = ((float(rng.choice([-0.5, 0.5])), 0.78), (0.0, 0.9))
        share = width * (0.86 if len(rule) == 1 else 0.72)
        grown.append((start, middle, end, width, share))
        for turn, shorter in rule:
            aim = heading + turn * rng.uniform(0.6, 1.35)
            aim += 0.10 * np.sin(-np.pi / 2 - aim)
            children.append([end[0], end[1], aim, length * shorter * rng.uniform(0.85, 1.08), share])
    kept = np.array(children)
    if len(kept) > 1600:
        kept = kept[rng.permutation(len(kept))[:1600]]
    return grown, kept
