"""Tilings: Truchet's two-coloured tiles in several sizes, and Penrose's rhombs that never repeat."""

from __future__ import annotations

import numpy as np

from .canvas import Board, Size, facet, grid, paper, resize
from .palette import Array, clamp, colour, mix, ramp, shade

_DARK, _PALE, _SUN = "#17302f", "#c6d8c9", "#d9573a"
_GOLDEN = (1 + 5**0.5) / 2


def truchet(size: Size, rng: np.random.Generator) -> Array:
    """Bands that run through tiles of three sizes; inside the great disc the pale colour turns to persimmon."""
    margin = 0.07 * size.width
    count = 7
    side = (size.width - 2 * margin) / count
    tiles: list[list[tuple[float, float, float]]] = [[], [], [], []]
    for row in range(count):
        for column in range(count):
            _split(margin + column * side, margin + row * side, side, 0, tiles, rng, size)
    board = Board(size, _PALE, times=3)
    for level, here in enumerate(tiles):
        front, back = (_DARK, _PALE) if level % 2 == 0 else (_PALE, _DARK)
        for left, top, s in here:
            _tile(board, left, top, s, front, back, rng)
    picture = board.finish()
    x, y = grid(size)
    m, unit = margin / size.width, size.width
    inside = np.ones((size.height, size.width), np.float32)
    for place in (x, y):
        inside *= clamp((place - m) * unit + 0.5) * clamp((1 - m - place) * unit + 0.5)
    pale_share = clamp((picture[..., 1] - colour(_DARK)[1]) / (colour(_PALE)[1] - colour(_DARK)[1]))
    disc = clamp((0.245 - np.hypot(x - 0.60, y - 0.42)) * unit + 0.5)
    warm = mix(colour(_DARK), colour(_SUN), pale_share)
    picture = mix(picture, warm, disc)
    return mix(np.broadcast_to(colour("#e9ede2"), picture.shape), picture, inside) * paper(size, rng, 0.010)


def _split(
    x: float,
    y: float,
    s: float,
    level: int,
    tiles: list[list[tuple[float, float, float]]],
    rng: np.random.Generator,
    size: Size,
) -> None:
    """Keep the tile or quarter it; likelier to quarter near the rim of the disc."""
    rim = abs(np.hypot(x + s / 2 - 0.60 * size.width, y + s / 2 - 0.42 * size.width) / size.width - 0.26)
    chance = (0.40 + 0.5 * np.exp(-rim / 0.10), 0.18 + 0.45 * np.exp(-rim / 0.08), 0.0, 0.0)[level]
    if rng.random() >= chance:
        tiles[level].append((x, y, s))
        return
    for dx in (0, s / 2):
        for dy in (0, s / 2):
            _split(x + dx, y + dy, s / 2, level + 1, tiles, rng, size)


def _tile(board: Board, x: float, y: float, s: float, front: str, back: str, rng: np.random.Generator) -> None:
    """One of Carlson's winged tiles: its corners and the ends of its bands reach over the edge, so that sizes join."""
    corners = [(x, y), (x + s, y), (x + s, y + s), (x, y + s)]
    middles = [(x + s / 2, y), (x + s, y + s / 2), (x + s / 2, y + s), (x, y + s / 2)]
    board.polygon(corners, back)
    kind = rng.random()
    if kind < 0.74:
        turned = int(rng.integers(2))
        for i in (turned, turned + 2):
            board.polygon(_quarter_ring(corners[i], i, s / 3, 2 * s / 3), front)
    elif kind < 0.88:
        if rng.random() < 0.5:
            board.polygon([(x, y + s / 3), (x + s, y + s / 3), (x + s, y + 2 * s / 3), (x, y + 2 * s / 3)], front)
        else:
            board.polygon([(x + s / 3, y), (x + 2 * s / 3, y), (x + 2 * s / 3, y + s), (x + s / 3, y + s)], front)
    elif kind < 0.94:
        board.polygon(corners, front)
    for middle in middles:
        board.disc(*middle, s / 6, front)
    for corner in corners:
        board.disc(*corner, s / 3, back)


def _quarter_ring(corner: tuple[float, float], which: int, inner: float, outer: float) -> Array:
    t = np.linspace(0, np.pi / 2, 48) + which * np.pi / 2
    rim = np.stack([np.cos(t), np.sin(t)], axis=1)
    return np.concatenate([corner + rim * outer, corner + rim[::-1] * inner])


def penrose(size: Size, rng: np.random.Generator) -> Array:
    """Gilded rhombs on lapis; far from the star the gilding is worn away by chance."""
    centre = np.array([0.385, 0.365])
    reach = 0.82
    rhombs = _rhombs(reach, 7)
    picture = np.broadcast_to(colour("#0f1830"), (size.height, size.width, 3)).copy()
    leaf = resize(rng.standard_normal((size.height * 160 // size.width, 160)), size)
    wear = resize(rng.standard_normal((9, 12)), size)
    unit = size.width / 4200
    for thick, corners in rhombs:
        place = corners * [1, 1] + centre
        spot = facet(size, place * size.width)
        if spot is None:
            continue
        window, x, y, inside = spot
        middle = place.mean(axis=0)
        away = float(np.hypot(*(middle - centre)))
        turn = float(np.arctan2(*(corners[2] - corners[0])[::-1])) % np.pi
        base = _tile_colour(
            thick,
            away,
            turn,
            rng,
            float(
                wear[
                    min(size.height - 1, max(0, int(middle[1] * size.width))),
                    min(size.width - 1, max(0, int(middle[0] * size.width))),
                ]
            ),
        )
        sheen = 0.022 * leaf[window] + 0.05 * ((x / size.width - middle[0]) - (y / size.width - middle[1])) / 0.03
        tile = shade(np.broadcast_to(base, (*inside.shape, 3)), sheen * (1.0 if thick else 0.6))
        bevel = np.exp(-np.clip(inside, 0, None) / (7 * unit))
        tile = shade(tile, -0.10 * bevel)
        cover = clamp(inside - 2.6 * unit + 0.5)
        picture[window] = mix(picture[window], tile, cover)
    return picture


def _tile_colour(thick: bool, away: float, turn: float, rng: np.random.Generator, wear: float) -> Array:
    facet_light = 0.055 * np.cos(2 * (turn - 0.9))
    if not thick:
        tint = ramp(["#2a4f9c", "#1c3878", "#16295a", "#142044"], away / 0.75)
        return shade(tint, facet_light * 0.8 + rng.normal(0, 0.012))
    if rng.random() < np.clip((away - 0.20) * 1.3 + 0.16 * wear, 0, 0.86):
        worn = ramp(["#7a3b2a", "#3c2a38", "#1c2546"], clamp((away - 0.1) / 0.6 + rng.normal(0, 0.12)))
        return shade(worn, facet_light * 0.6)
    gold = ramp(["#f6dc9a", "#e3b457", "#c68f35", "#a8722a"], clamp(away / 0.75 + rng.normal(0, 0.07)))
    return shade(gold, facet_light + rng.normal(0, 0.012))


def _rhombs(reach: float, splits: int) -> list[tuple[bool, Array]]:
    """Thick and thin rhombs (4, 2) around the origin, from ten golden triangles split `splits` times."""
    rim = [reach * np.exp(1j * (2 * i - 1) * np.pi / 10) for i in range(11)]
    triangles = [(True, 0j, *((rim[i], rim[i + 1]) if i % 2 else (rim[i + 1], rim[i]))) for i in range(10)]
    for _ in range(splits):
        triangles = [piece for triangle in triangles for piece in _halves(*triangle)]
    found: dict[tuple[int, int], tuple[bool, Array]] = {}
    for acute, a, b, c in triangles:
        middle = (b + c) / 2
        key = (round(middle.real * 1e6), round(middle.imag * 1e6))
        ring = np.array([a, b, b + c - a, c])
        found[key] = (not acute, np.stack([ring.real, ring.imag], axis=1))
    return list(found.values())


def _halves(acute: bool, a: complex, b: complex, c: complex) -> list[tuple[bool, complex, complex, complex]]:
    """Robinson's split of a half rhomb into smaller half rhombs."""
    if acute:
        p = a + (b - a) / _GOLDEN
        return [(True, c, p, b), (False, p, c, a)]
    q, r = b + (a - b) / _GOLDEN, b + (c - b) / _GOLDEN
    return [(False, r, c, a), (False, q, r, b), (True, r, q, a)]
