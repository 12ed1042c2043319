"""An Islamic star pattern by Hankin's polygons in contact."""

from __future__ import annotations

import numpy as np

from .canvas import Board, Size, grid, paper, resize
from .palette import Array, clamp, colour, mix, shade

_SIDE = 0.066
"""Side of every tile, as a fraction of the picture's width."""
_ANGLE = np.deg2rad(69)
"""Angle at which a ray leaves the side of a tile."""
_GLAZES = {
    12: ("#153a7a", "#1c4a8f", "#122f66"),
    6: ("#2f9e9a", "#3fb0a5", "#268a8c"),
    4: ("#c9892f", "#b8742a", "#d29a45"),
}
_FIELD, _BAND, _EDGE = "#0e2340", "#efe6d0", "#0a1526"


def star_pattern(size: Size, rng: np.random.Generator) -> Array:
    """Stars of twelve, six and four points under one interlaced band."""
    board = Board(size, _FIELD, times=3)
    tiles = _tiling(size.height / size.width)
    stars = [(sides, middles, _star(middles)) for sides, middles in tiles]
    w = size.width
    for sides, middles, star in stars:
        glaze = colour(_GLAZES[sides][int(rng.integers(3))])
        if sides == 12 and rng.random() < 0.16:
            glaze = colour("#9c2f35")
        board.polygon(star * w, shade(glaze, rng.normal(0, 0.012)))
        centre = middles.mean(axis=0)
        if sides == 12:
            _rosette(board, centre, star, w)
        elif sides == 6:
            board.polygon((centre + (star - centre) * 0.34) * w, "#e8d9a8")
    band, line = 0.0105 * w, 0.0172 * w
    for _, _, star in stars:
        closed = np.concatenate([star, star[:1]])
        board.stroke(closed * w, line, _EDGE)
    for _, _, star in stars:
        closed = np.concatenate([star, star[:1]])
        board.stroke(closed * w, band, _BAND)
    for _, _, star in stars:
        for i in range(0, len(star), 2):
            _cross_over(board, star[i] * w, star[(i + 1) % len(star)] * w, band, line)
    return _glazed(board.finish(), size, rng)


def _cross_over(board: Board, middle: Array, bend: Array, band: float, line: float) -> None:
    """Lay the band that leaves `middle` towards `bend` over the one that crosses there."""
    way = (bend - middle) / np.hypot(*(bend - middle))
    side = np.array([-way[1], way[0]])
    reach = line * 0.85
    for wide, long, paint in ((line, reach, _EDGE), (band, reach * 1.25, _BAND)):
        a, b = middle - way * 0.5, middle + way * long
        board.polygon(
            np.array([a + side * wide / 2, b + side * wide / 2, b - side * wide / 2, a - side * wide / 2]), paint
        )


def _star(middles: Array) -> Array:
    """Corner by corner the star in a tile: the middle of each side, then where its ray meets its neighbour's."""
    centre = middles.mean(axis=0)
    corners = []
    for here, there in zip(middles, np.roll(middles, -1, axis=0), strict=True):
        inward, onward = centre - here, there - here
        along = onward - inward * (onward @ inward) / (inward @ inward)
        ray = np.cos(_ANGLE) * along / np.hypot(*along) + np.sin(_ANGLE) * inward / np.hypot(*inward)
        half = np.hypot(*onward) / 2
        reach = half / ((ray @ onward) / np.hypot(*onward))
        corners += [here, here + ray * reach]
    return np.array(corners)


def _rosette(board: Board, centre: Array, star: Array, w: int) -> None:
    """A small star of gold and white in the middle of a great one."""
    inner = star[1::2]
    radius = np.hypot(*(inner - centre).T).mean()
    turn = np.arctan2(*(inner[0] - centre)[::-1])
    for share, dent, tint in (
        (0.80, 0.55, "#3fb0a5"),
        (0.56, 0.55, _EDGE),
        (0.50, 0.55, "#efe6d0"),
        (0.25, 0.6, "#c9892f"),
    ):
        angles = turn + np.arange(24) * np.pi / 12
        reach = radius * share * np.where(np.arange(24) % 2 == 0, 1.0, dent)
        points = centre + np.stack([np.cos(angles), np.sin(angles)], axis=1) * reach[:, None]
        board.polygon(points * w, tint)


def _tiling(aspect: float) -> list[tuple[int, Array]]:
    """Dodecagons, hexagons and squares (4.6.12): how many sides, and the middles of the sides (sides, 2)."""
    root = np.sqrt(3)
    spacing = _SIDE * (3 + root)
    apothems = {12: _SIDE * (2 + root) / 2, 6: _SIDE * root / 2, 4: _SIDE / 2}
    origin = np.array([0.5, 0.45 * aspect])
    tiles: dict[tuple[int, int], tuple[int, Array]] = {}

    def add(sides: int, centre: Array, turn: float) -> None:
        angles = turn + np.arange(sides) * 2 * np.pi / sides
        middles = centre + apothems[sides] * np.stack([np.cos(angles), np.sin(angles)], axis=1)
        tiles[round(centre[0] * 1e5), round(centre[1] * 1e5)] = (sides, middles)

    for i in range(-8, 9):
        for j in range(-8, 9):
            centre = origin + spacing * np.array([i + j / 2, j * root / 2])
            if not (-0.3 < centre[0] < 1.3 and -0.3 < centre[1] < aspect + 0.3):
                continue
            add(12, centre, 0.0)
            for k in range(6):
                across = k * np.pi / 3
                add(4, centre + spacing / 2 * np.array([np.cos(across), np.sin(across)]), across)
                between = across + np.pi / 6
                add(6, centre + spacing / root * np.array([np.cos(between), np.sin(between)]), between)
    return list(tiles.values())


def _glazed(picture: Array, size: Size, rng: np.random.Generator) -> Array:
    """Pools of darker glaze and a soft fall of light."""
    x, y = grid(size)
    pools = resize(rng.standard_normal((70, 52)), size) * 0.5 + resize(rng.standard_normal((9, 7)), size)
    light = 1.0 + 0.035 * pools - 0.35 * np.hypot(x - 0.42, (y - 0.50) * 0.8) ** 2
    picture = picture * light[..., None]
    tall = size.height / size.width
    edge = np.minimum(np.minimum(x, 1 - x), np.minimum(y, tall - y))
    unit = 1 / size.width
    for depth, tint in ((0.062, _EDGE), (0.057, _BAND), (0.0475, _EDGE), (0.0435, "#17706f")):
        picture = mix(picture, colour(tint), clamp((depth - edge) / unit + 0.5))
    return picture * paper(size, rng, 0.012)
