"""Diffusion-limited aggregation: wanderers that stay where they first touch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .canvas import Board, Size, blur, grid, resize
from .palette import Array, clamp, colour, mix, ramp

Indices = NDArray[np.int32]

_ACROSS, _GRAINS, _WALKERS = 640, 120_000, 2000


def aggregation(size: Size, rng: np.random.Generator) -> Array:
    """Frost climbing a window pane, dawn behind it."""
    places, parents = _aggregate(rng, size.height / size.width)
    places = places * (size.width / _ACROSS)
    mass = np.ones(len(parents))
    for i in range(len(parents) - 1, -1, -1):
        if parents[i] >= 0:
            mass[parents[i]] += mass[i]
    x, y = grid(size)
    tall = size.height / size.width
    at = y / tall
    dawn = ramp(
        ["#20304f", "#3d5273", "#7f86a0", "#c9a3a0", "#e9b48c", "#f3cf9d"],
        at + 0.06 * (x - 0.5),
        [0, 0.25, 0.5, 0.72, 0.88, 1],
    )
    unit = size.width / 3000
    ice = _branches(size, places, parents, mass)
    halo = blur(ice, 16 * unit)
    rim = blur(np.roll(ice, (round(-2 * unit), round(-2 * unit)), (0, 1)), 1.0 * unit)
    picture = mix(dawn, colour("#e8eef5"), clamp(0.30 * halo))
    lit = ramp(["#b9cbe0", "#eef3f6", "#fffaf0"], clamp(0.25 + 0.9 * (rim - 0.4 * halo)))
    breath = resize(rng.standard_normal((12, 9)), size)
    picture = picture * (1 + 0.015 * breath[..., None])
    return mix(picture, lit, clamp(ice * 0.93))


def _branches(size: Size, places: Array, parents: Indices, mass: Array) -> Array:
    """Coverage by branches that thicken with what they carry."""
    board = Board(size, "#000000", times=3)
    unit = size.width / 3000
    widths = np.minimum(1.5 + 0.62 * mass**0.36, 15) * unit
    smooth = places.copy()
    has = parents >= 0
    for _ in range(2):
        pull = np.zeros_like(smooth)
        weight = np.zeros(len(smooth))
        np.add.at(pull, parents[has], smooth[has] * mass[has, None])
        np.add.at(weight, parents[has], mass[has])
        carried = has & (weight > 0)
        pull[carried] /= weight[carried, None]
        smooth[carried] = 0.5 * smooth[carried] + 0.25 * smooth[parents[carried]] + 0.25 * pull[carried]
    for i in np.flatnonzero(has).tolist():
        ends = np.stack([smooth[i], smooth[parents[i]]])
        board.stroke(ends, [widths[i], min(widths[parents[i]], widths[i] * 1.6)], "#ffffff")
    return board.finish()[..., 0].copy()


def _aggregate(rng: np.random.Generator, tall: float) -> tuple[Array, Indices]:
    """Grains (n, 2) in cells and the grain each one stuck to (-1 for the sill), in order of arrival.

    They grow in a taller space than is shown, so that no branch feels the ceiling.
    """
    width, hidden = _ACROSS, round(0.5 * _ACROSS * tall)
    height = round(_ACROSS * tall) + hidden
    near = np.full((height + 2, width + 2), -1, np.int32)
    places = np.zeros((_GRAINS, 2), np.float32)
    parents = np.full(_GRAINS, -1, np.int32)
    count = 0
    for px in np.sort(rng.random(17)) * width:
        lift = 14 * rng.random() ** 3
        places[count] = px, height - 1 - lift
        _settle(near, places, count)
        count += 1
    walkers = rng.random((_WALKERS, 2)) * [width, hidden]
    steps = 0
    free = np.zeros((1, 1), np.float32)
    top = float(height)
    while count < _GRAINS and top > hidden + 0.10 * (height - hidden):
        if steps % 60 == 0:
            free = _clearance(near)
        steps += 1
        cell = walkers.astype(np.int32)
        room = free[cell[:, 1] >> 3, cell[:, 0] >> 3]
        angle = rng.random(_WALKERS) * 2 * np.pi
        pace = np.maximum(1.0, room)
        walkers += np.stack([np.cos(angle), np.sin(angle)], axis=1) * pace[:, None]
        walkers[:, 0] %= width
        lost = (walkers[:, 1] < 0) | (walkers[:, 1] >= height)
        walkers[:, 1] = np.where(walkers[:, 1] < 0, -walkers[:, 1], walkers[:, 1])
        walkers[lost & (walkers[:, 1] >= height), 1] = 1.0
        walkers[:, 1] = np.clip(walkers[:, 1], 0, height - 1)
        cell = walkers.astype(np.int32)
        touched = near[cell[:, 1] + 1, cell[:, 0] + 1]
        for i in np.flatnonzero(touched >= 0).tolist():
            if count == _GRAINS:
                break
            parent = int(touched[i])
            away = walkers[i] - places[parent]
            long = float(np.hypot(*away))
            if 0.3 < long < 4:
                places[count] = places[parent] + away / long * 1.25
                places[count] = np.clip(places[count], 0, [width - 1, height - 1])
                parents[count] = parent
                top = min(top, float(places[count, 1]))
                _settle(near, places, count)
                count += 1
            walkers[i] = rng.random() * width, rng.random() * hidden
    return places[:count] - [0, hidden], parents[:count]


def _settle(near: Indices, places: Array, which: int) -> None:
    """Let the cells around a grain know it."""
    x, y = places[which].astype(int)
    patch = near[y : y + 3, x : x + 3]
    patch[patch < 0] = which


def _clearance(near: Indices) -> Array:
    """A safe stride for each block of 8 × 8 cells: roughly the distance to the nearest grain."""
    rows, columns = -(-near.shape[0] // 8), -(-near.shape[1] // 8)
    padded = np.full((rows * 8, columns * 8), -1, np.int32)
    padded[: near.shape[0], : near.shape[1]] = near
    full = (padded.reshape(rows, 8, columns, 8) >= 0).any(axis=(1, 3))
    free = np.zeros(full.shape, np.float32)
    reached = full
    for _ in range(24):
        wide = np.pad(reached, 1, mode="edge")
        reached = (
            wide[:-2, 1:-1]
            | wide[2:, 1:-1]
            | wide[1:-1, :-2]
            | wide[1:-1, 2:]
            | wide[:-2, :-2]
            | wide[2:, 2:]
            | wide[:-2, 2:]
            | wide[2:, :-2]
            | reached
        )
        free += ~reached
    stride: Array = np.maximum(free - 0.5, 0) * 7.2
    return stride
