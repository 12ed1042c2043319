"""Escape and attraction in the complex plane: Julia, Mandelbrot, Newton."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .canvas import Size
from .palette import Array, clamp, colour, mix, ramp, shade

Plane = NDArray[np.complex128]
Shader = Callable[[Plane], Array]

_BLOCK = 1 << 15
_FAR = 1e8
"""Square of the radius from which a point counts as escaped."""


class Escape(NamedTuple):
    """What became of each point.

    `steps` is the smooth count of steps, -1 where the point never escapes; `distance` is to the set; `trap` is the
    nearest the orbit came to a circle; `uphill` is the way out of the set as a unit complex number.
    """

    steps: NDArray[np.float64]
    distance: NDArray[np.float64]
    trap: NDArray[np.float64]
    uphill: Plane


def julia(size: Size, _rng: np.random.Generator) -> Array:
    """Engraved in smoke blue on bone: filaments by distance, veils by the orbit's nearest approach to a circle."""
    c = complex(-0.8, 0.156)
    turn = np.exp(0.10j)
    pixel = 3.20 / size.width

    def look(points: Plane) -> Array:
        found = _escape(points * turn, c, 700, trap=0.42)
        depth = np.log2(np.maximum(found.steps, 1))
        line = np.exp(-((clamp(found.distance / (60 * pixel)) * 40) ** 0.6))
        light = 0.5 + 0.5 * (found.uphill * np.exp(-0.9j)).real
        halo = clamp((depth - 3.0) / 3.6)
        contour = 0.5 + 0.5 * np.cos(2 * np.pi * found.steps)
        tone = 0.03 + 0.92 * halo**0.95 + 0.12 * (0.5 - light) * clamp(halo * 3) + 0.03 * contour * (1 - halo)
        tint = ramp(["#f2ebdc", "#dddcd3", "#a9bdc6", "#5f8299", "#31506b", "#1c3048"], tone)
        tint = mix(tint, colour("#f2ead9"), 0.70 * line**1.5 * clamp((depth - 4.6) / 1.5))
        heart = clamp((depth - 7.7) / 1.2) * (1 - 0.6 * line)
        return mix(tint, colour("#c9572c"), 0.95 * heart)

    return _render(look, size, centre=0j, pixel=pixel)


def mandelbrot_valley(size: Size, _rng: np.random.Generator) -> Array:
    """Gold sprinkled on lacquer, raised where the count of steps climbs."""
    pixel = 0.0062 / size.width

    def look(points: Plane) -> Array:
        found = _escape(np.zeros_like(points), points, 1400, trap=0.5)
        inside = found.steps < 0
        level = np.log2(np.maximum(found.steps - 28, 1.0))
        wave = (0.5 - 0.5 * np.cos(2 * np.pi * (level * 0.92 + 0.05))) * np.clip((level - 3.6) / 2.4, 0.12, 1)
        light = 0.5 + 0.5 * (found.uphill * np.exp(-2.2j)).real
        fine = np.exp(-(np.clip(found.distance / (1.6 * pixel), 0, 60) ** 0.7))
        gold = clamp(0.10 + 0.46 * wave**1.6 + 0.20 * (light - 0.5) * (0.4 + wave))
        tone = ramp(["#120a0a", "#2a1012", "#57191a", "#9a5a26", "#d7a04a", "#f7e3ad"], gold + 0.42 * fine)
        return mix(tone, colour("#0b0708"), inside * 1.0)

    return _render(look, size, centre=complex(-0.74542, 0.11300), pixel=pixel)


def newton(size: Size, _rng: np.random.Generator) -> Array:
    """Porcelain basins of z^3 - 2z + 2; oxblood where the method runs in circles and finds nothing."""
    pixel = 3.3 / size.width
    roots = np.roots([1, 0, -2, 2]).astype(np.complex128)
    glazes = (
        ("#55776a", "#a9c0b1", "#f0f2ea"),
        ("#486a86", "#a3bccb", "#eef3f4"),
        ("#a96a3f", "#e2bd92", "#faf0df"),
    )

    def look(points: Plane) -> Array:
        root, count, _ = _newton(points, roots)
        level = np.log2(np.maximum(count, 0.25) + 1.0)
        step = (count % 1.0).astype(np.float32)
        terrace = 0.055 * np.exp(-step * 7) - 0.05 * np.exp(-(1 - step) * 9)
        picture = np.empty((*points.shape, 3), np.float32)
        picture[:] = ramp(["#a3262a", "#6f151d"], np.abs(points.imag) * 2)
        for which, glaze in enumerate(glazes):
            here = root == which
            picture[here] = shade(ramp(glaze, clamp((level[here] - 1.0) / 2.9)), terrace[here])
        return picture

    return _render(look, size, centre=complex(-0.28, 0.02), pixel=pixel)


def _render(look: Shader, size: Size, centre: complex, pixel: float) -> Array:
    """One sample a pixel, then nine more where neighbours differ much."""
    x = (np.arange(size.width) + 0.5 - size.width / 2) * pixel
    y = (size.height / 2 - np.arange(size.height) - 0.5) * pixel
    picture = np.empty((size.height * size.width, 3), np.float32)
    points = (centre + x[None, :] + 1j * y[:, None]).ravel()
    for start in range(0, points.size, _BLOCK):
        picture[start : start + _BLOCK] = look(points[start : start + _BLOCK])
    shaped = picture.reshape(size.height, size.width, 3)
    light = np.sqrt(clamp(shaped[..., 1]))
    rough = np.zeros(light.shape, np.float32)
    rough[:, 1:] = np.abs(np.diff(light, axis=1))
    rough[:, :-1] = np.maximum(rough[:, :-1], rough[:, 1:])
    down = np.abs(np.diff(light, axis=0))
    rough[1:] = np.maximum(rough[1:], down)
    rough[:-1] = np.maximum(rough[:-1], down)
    again = np.flatnonzero(rough > 0.025)
    offsets = [complex(i, j) / 3 * pixel for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    for start in range(0, again.size, _BLOCK // 8):
        some = again[start : start + _BLOCK // 8]
        samples = look(np.concatenate([points[some] + offset for offset in offsets]))
        picture[some] = (picture[some] + samples.reshape(len(offsets), -1, 3).sum(axis=0)) / (len(offsets) + 1)
    return shaped


def _escape(start: Plane, c: complex | Plane, limit: int, trap: float) -> Escape:
    """Iterate z -> z^2 + c from `start`, following the derivative by z (one `c`) or by c (one for each point)."""
    n = start.size
    result = Escape(np.full(n, -1.0), np.zeros(n), np.full(n, 9.0), np.ones(n, complex))
    z, which = start.copy(), np.arange(n)
    own = isinstance(c, np.ndarray)
    each: complex | Plane = c
    slope = np.zeros(n, complex) if own else np.ones(n, complex)
    near = np.full(n, 9.0)
    with np.errstate(over="ignore", invalid="ignore"):
        for step in range(1, limit + 1):
            slope = 2 * z * slope + (1 if own else 0)
            z = z * z + each
            size = z.real * z.real + z.imag * z.imag
            np.minimum(near, np.abs(size - trap * trap), out=near)
            if step % 4 and step != limit:
                continue
            gone = size > _FAR
            if not gone.any():
                continue
            out, radius, steep = which[gone], np.sqrt(size[gone]), np.abs(slope[gone])
            result.steps[out] = step + 1 - np.log2(np.log(radius))
            result.distance[out] = radius * np.log(radius) / np.maximum(steep, 1e-300)
            way = z[gone] / slope[gone]
            result.uphill[out] = way / np.maximum(np.abs(way), 1e-300)
            result.trap[out] = near[gone]
            stay = ~gone
            z, slope, near, which = z[stay], slope[stay], near[stay], which[stay]
            each = each[stay] if isinstance(each, np.ndarray) else each
            if not which.size:
                break
    result.trap[which] = near
    return result


def _newton(points: Plane, roots: Plane, limit: int = 60) -> tuple[NDArray[np.int8], NDArray[np.float64], Plane]:
    """For each point: the root it finds (-1: none), the smooth count of steps, and the direction of its last step."""
    root = np.full(points.size, -1, np.int8)
    count, course = np.full(points.size, float(limit)), np.ones(points.size, complex)
    z, which = points.copy(), np.arange(points.size)
    for step in range(limit):
        nearest = np.min([np.abs(z - r) for r in roots], axis=0)
        with np.errstate(divide="ignore", invalid="ignore"):
            move = (z * z * z - 2 * z + 2) / (3 * z * z - 2)
        found = nearest < 1e-2
        if found.any():
            out = which[found]
            root[out] = np.argmin([np.abs(z[found] - r) for r in roots], axis=0)
            count[out] = step + np.log2(np.log(1e-2) / np.log(np.maximum(nearest[found], 1e-12)))
            course[out] = move[found] / np.maximum(np.abs(move[found]), 1e-300)
            stay = ~found
            z, which, move = z[stay], which[stay], move[stay]
        z = z - move
        if not which.size:
            break
    return root, count, course
