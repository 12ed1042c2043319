"""From numbers to a file: supersampled drawing, density, blur, paper, and saving without banding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image, ImageDraw

from .palette import Array, colour, to_linear, to_srgb

_BAND_ROWS = 256
_BYTE_TO_LINEAR = to_linear(np.arange(256) / 255)


class Size(NamedTuple):
    """Pixels of a picture."""

    width: int
    height: int


def grid(size: Size) -> tuple[Array, Array]:
    """Pixel centres as fractions of the *width*: x 0 to 1 of shape (1, w), y 0 to h/w of shape (h, 1)."""
    x = (np.arange(size.width, dtype=np.float32) + 0.5) / size.width
    y = (np.arange(size.height, dtype=np.float32) + 0.5) / size.width
    return x[None, :], y[:, None]


def bands(size: Size, rows: int = _BAND_ROWS) -> Iterator[slice]:
    """Slices of rows, for work too large to hold at once."""
    for top in range(0, size.height, rows):
        yield slice(top, min(top + rows, size.height))


def sheet(size: Size, ground: str) -> Array:
    """An even ground, shape (h, w, 3)."""
    return np.broadcast_to(colour(ground), (size.height, size.width, 3)).copy()


def resize(values: ArrayLike, size: Size) -> Array:
    """A field (h, w) at another size, bicubic."""
    source = Image.fromarray(np.ascontiguousarray(values, np.float32))
    return np.asarray(source.resize(size, Image.Resampling.BICUBIC), np.float32)


def shrink(values: Array, times: int) -> Array:
    """Box average over `times` × `times` pixels; what does not fill a box is cut off."""
    if times == 1:
        return values
    height, width = (extent // times for extent in values.shape[:2])
    boxes = values[: height * times, : width * times].reshape(height, times, width, times, *values.shape[2:])
    means: Array = boxes.mean(axis=(1, 3), dtype=np.float32)
    return means


def blur(values: Array, sigma: float) -> Array:
    """Gaussian blur of a field (h, w), edges repeated; `sigma` in pixels."""
    if sigma <= 0.05:
        return values
    times = min(int(sigma / 2.5), *(extent // 4 for extent in values.shape))
    if times > 1:
        height, width = values.shape
        padded = np.pad(values, ((0, -height % times), (0, -width % times)), mode="edge")
        small = blur(shrink(padded, times), sigma / times)
        return resize(small, Size(padded.shape[1], padded.shape[0]))[:height, :width]
    reach = int(3 * sigma + 1)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights = (weights / weights.sum()).astype(np.float32)
    for axis in (0, 1):
        pad = [(reach, reach) if axis == i else (0, 0) for i in (0, 1)]
        wide = np.pad(values, pad, mode="edge")
        length = values.shape[axis]
        values = sum(
            (weight * wide.take(range(i, i + length), axis) if axis else weight * wide[i : i + length])
            for i, weight in enumerate(weights)
        )
    return values


def scatter(size: Size, x: ArrayLike, y: ArrayLike, weights: ArrayLike | None = None) -> Array:
    """How much falls on each pixel, shape (h, w); `x`, `y` in pixels, each point shared between four neighbours."""
    px, py = np.asarray(x, np.float32).ravel() - 0.5, np.asarray(y, np.float32).ravel() - 0.5
    inside = (px >= 0) & (py >= 0) & (px < size.width - 1) & (py < size.height - 1)
    px, py = px[inside], py[inside]
    amount = np.ones_like(px) if weights is None else np.asarray(weights, np.float32).ravel()[inside]
    left, top = px.astype(np.int64), py.astype(np.int64)
    fx, fy = px - left, py - top
    index = top * size.width + left
    total = np.zeros(size.width * size.height, np.float64)
    for dy, wy in ((0, 1 - fy), (1, fy)):
        for dx, wx in ((0, 1 - fx), (1, fx)):
            total += np.bincount(index + dy * size.width + dx, amount * wx * wy, minlength=total.size)
    return total.astype(np.float32).reshape(size.height, size.width)


def hairline(size: Size, x: ArrayLike, y: ArrayLike, width: float, weights: ArrayLike | None = None) -> Array:
    """Thin lines through closely spaced points (`x`, `y` in pixels, along the last axis), crossings adding up.

    A single line `width` pixels wide comes to 1 along its middle, or to its weight.
    """
    px, py = np.asarray(x, np.float64), np.asarray(y, np.float64)
    run = np.hypot(np.diff(px), np.diff(py))
    amount = run if weights is None else run * np.asarray(weights)[..., :-1]
    sigma = max(width / 2.355, 0.3)
    return blur(scatter(size, px[..., :-1], py[..., :-1], amount), sigma) * np.float32(2.507 * np.hypot(sigma, 0.45))


class Board:
    """A drawing board larger than the picture; what is drawn on it opaque comes out anti-aliased.

    Coordinates and widths are pixels of the picture, colours `#rrggbb` or linear arrays (3,).
    """

    def __init__(self, size: Size, ground: str, times: int = 3) -> None:
        self.size = size
        self._times = times
        self._image = Image.new("RGB", (size.width * times, size.height * times), ground)
        self._draw = ImageDraw.Draw(self._image)

    def polygon(self, points: ArrayLike, fill: str | Array) -> None:
        corners = np.asarray(points, float) * self._times - 0.5
        self._draw.polygon(corners.ravel().tolist(), fill=_paint(fill))

    def disc(self, x: float, y: float, radius: float, fill: str | Array) -> None:
        t = self._times
        box = [(x - radius) * t - 0.5, (y - radius) * t - 0.5, (x + radius) * t - 0.5, (y + radius) * t - 0.5]
        self._draw.ellipse(box, fill=_paint(fill))

    def stroke(self, points: ArrayLike, widths: ArrayLike, fill: str | Array) -> None:
        """A line through `points` (n, 2) with round ends, as wide at each point as `widths` says."""
        path = np.asarray(points, float) * self._times - 0.5
        half = np.broadcast_to(np.asarray(widths, float), path.shape[:1]) * (self._times / 2)
        step = np.diff(path, axis=0)
        length = np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)
        normal = np.stack([-step[:, 1], step[:, 0]], axis=1) / length[:, None]
        before, after = normal * half[:-1, None], normal * half[1:, None]
        quads = np.stack([path[:-1] + before, path[1:] + after, path[1:] - after, path[:-1] - before], axis=1)
        paint, draw = _paint(fill), self._draw
        for quad in quads.reshape(-1, 8).tolist():
            draw.polygon(quad, fill=paint)
        discs = np.concatenate([path - half[:, None], path + half[:, None]], axis=1)
        for box in discs[half >= 0.75].tolist():
            draw.ellipse(box, fill=paint)

    def finish(self) -> Array:
        """The picture, linear, (h, w, 3)."""
        rows = np.asarray(self._image)
        t = self._times
        parts = [shrink(_BYTE_TO_LINEAR[rows[band.start * t : band.stop * t]], t) for band in bands(self.size)]
        return np.concatenate(parts)


def facet(size: Size, corners: ArrayLike) -> tuple[tuple[slice, slice], Array, Array, Array] | None:
    """The pixels around a convex polygon (n, 2), given in pixels; None when it lies outside the picture.

    Their window in the picture; x, y and the distance to the nearest edge (negative outside), each (h, w).
    """
    points = np.asarray(corners, np.float32)
    left, top = np.floor(points.min(axis=0)).astype(int) - 2
    right, bottom = np.ceil(points.max(axis=0)).astype(int) + 2
    rows, columns = slice(max(top, 0), min(bottom, size.height)), slice(max(left, 0), min(right, size.width))
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return None
    y, x = np.mgrid[rows, columns].astype(np.float32) + np.float32(0.5)
    ahead = np.roll(points, -1, axis=0) - points
    length = np.hypot(ahead[:, 0], ahead[:, 1])
    area = np.sum(points[:, 0] * np.roll(points[:, 1], -1) - np.roll(points[:, 0], -1) * points[:, 1])
    sign = np.sign(area) or 1.0
    inside = np.full(x.shape, np.inf, np.float32)
    for (px, py), (dx, dy), long in zip(points.tolist(), ahead.tolist(), length.tolist(), strict=True):
        if long > 1e-6:
            inside = np.minimum(inside, np.float32(sign / long) * (dx * (y - py) - dy * (x - px)))
    return (rows, columns), x, y, inside


def _paint(fill: str | Array) -> str | tuple[int, ...]:
    if isinstance(fill, str):
        return fill
    return tuple(int(v) for v in np.rint(to_srgb(fill) * 255))


def paper(size: Size, rng: np.random.Generator, strength: float = 0.012) -> Array:
    """The faint cloudiness of hand-made paper: factors around 1, shape (h, w, 1)."""
    total = np.zeros((size.height, size.width), np.float32)
    for cells, share in ((5, 0.5), (23, 0.3), (110, 0.2)):
        rough = rng.standard_normal((cells * size.height // size.width + 3, cells + 3))
        total += share * resize(rough, size)
    return (1 + strength * total)[..., None]


def encode(picture: ArrayLike, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Eight bits a channel, the rounding dithered so that slow gradients do not show steps."""
    linear = np.asarray(picture, np.float32)
    out = np.empty(linear.shape, np.uint8)
    for band in bands(Size(linear.shape[1], linear.shape[0])):
        values = to_srgb(linear[band]) * 255
        noise = rng.random(values.shape[:2], np.float32) + rng.random(values.shape[:2], np.float32) - 1
        out[band] = np.clip(np.rint(values + 0.5 * noise[..., None]), 0, 255).astype(np.uint8)
    return out


def save(picture: NDArray[np.uint8], path: Path, quality: int) -> int:
    """Write a JPEG and return its size in bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(path, "JPEG", quality=quality, subsampling="4:2:0", optimize=True, progressive=True)
    return path.stat().st_size
