"""From any of Pillow's modes, and any colour profile, to plain sRGB or to the colours of a screen."""

from __future__ import annotations

import contextlib
import io
from functools import lru_cache
from typing import cast

from PIL import Image, ImageCms

_RESIZABLE = frozenset({"RGB", "YCbCr", "RGBA", "L", "LA", "CMYK", "LAB", "I;16", "I", "F"})
_CONVERTED_FIRST = {"1": "L", "PA": "RGBA", "RGBa": "RGBA", "La": "LA"}
_EACH = ImageCms.Flags.NOOPTIMIZE
_UNUSABLE = (ImageCms.PyCMSError, OSError, TypeError, ValueError)
_SRGB = b""
"""Stands for sRGB (IEC 61966-2-1) where an ICC profile is expected."""
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC


def resizable(image: Image.Image) -> Image.Image:
    """`image` in a mode whose pixels may be mixed; the largest a picture ever gets, so nothing more than that."""
    if "transparency" in image.info and image.mode in ("P", "L", "RGB", "1"):
        return image.convert("RGBA")
    if image.mode in ("I;16L", "I;16B", "I;16N"):
        # Pillow shrinks bytes of the other order to noise.
        return image.convert("I").convert("I;16")
    return image if image.mode in _RESIZABLE else image.convert(_CONVERTED_FIRST.get(image.mode, "RGB"))


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of more than 8 bits as mode L. Where the mode does not tell what is white, the values have to."""
    if image.mode.startswith("I;16"):
        white = 65535.0
        image = image.convert("I")
    elif image.mode in ("I", "F"):
        highest = cast("float", image.getextrema()[1])
        limits = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0)
        white = next((limit for limit in limits if highest <= limit), highest)
    else:
        return image
    return image.point(lambda value: value * (255 / white) + 0.5).convert("L")


def to_srgb(image: Image.Image, profile: bytes | None, screen: bytes = b"") -> Image.Image:
    """`image`, as `resizable` left it, in sRGB: mode RGB, L or still YCbCr, or RGBA where something is transparent.

    `profile` is the ICC profile that came with it; one that cannot be used is ignored, and sRGB is meant. `screen` is
    that of the screen, if its colours are wanted instead of sRGB. Relative colorimetric, black point compensated: what
    the screen cannot show is clipped to what it can.
    """
    if not (profile and image.mode.startswith("I;16")):
        image = _eight_bits(image)
    alpha = _transparency(image)
    opaque = image.convert({"RGBA": "RGB", "LA": "L"}[image.mode]) if image.mode in ("RGBA", "LA") else image
    colours = _managed(opaque, profile or _SRGB, screen)
    if alpha is not None:
        colours = colours.convert("RGB")
        colours.putalpha(alpha)
    return colours


def _transparency(image: Image.Image) -> Image.Image | None:
    if image.mode not in ("RGBA", "LA"):
        return None
    alpha = image.getchannel("A")
    return None if alpha.getextrema() == (255, 255) else alpha


def _managed(image: Image.Image, profile: bytes, screen: bytes) -> Image.Image:
    if image.mode == "L" or image.mode.startswith("I;16"):
        with contextlib.suppress(*_UNUSABLE):
            if profile != _SRGB:
                return _grey(image, profile, screen)
        image = _eight_bits(image)
    for source, target in ((profile, screen), (_SRGB, screen), (profile, _SRGB)):
        try:
            return _transformed(image, source, target)
        except _UNUSABLE:
            continue
    return _plain(image)


def _grey(image: Image.Image, profile: bytes, screen: bytes) -> Image.Image:
    """Grey of 8 or 16 bits by tables: mode L where the screen's colours leave it grey, else RGB."""
    deep = image.mode != "L"
    tables = _grey_tables(profile, screen, deep)
    levels = image.convert("I") if deep else image
    bands = [levels.point(table, "L") for table in tables]
    return bands[0] if tables[0] == tables[1] == tables[2] else Image.merge("RGB", bands)


@lru_cache(maxsize=4)
def _grey_tables(profile: bytes, screen: bytes, deep: bool) -> tuple[list[int], list[int], list[int]]:
    """What red, green and blue are for each level. Asked for one by one: between its samples LittleCMS guesses."""
    if deep:
        ramp = Image.frombytes("I;16", (256, 256), b"".join(level.to_bytes(2, "little") for level in range(65536)))
    else:
        ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
    transform = ImageCms.buildTransform(
        _opened(profile), _opened(screen), ramp.mode, "RGB", renderingIntent=_INTENT, flags=_FLAGS | _EACH
    )
    red, green, blue = (list(band.tobytes()) for band in transform.apply(ramp).split())
    return red, green, blue


def _plain(image: Image.Image) -> Image.Image:
    return image if image.mode in ("RGB", "YCbCr", "L") else image.convert("RGB")


def _transformed(image: Image.Image, source: bytes, target: bytes) -> Image.Image:
    if image.mode == "CMYK" and source == _SRGB:
        image = image.convert("RGB")
    # Without its three colours a tinted screen would not show grey as grey.
    mode = "RGB" if image.mode == "YCbCr" or (image.mode == "L" and source == _SRGB) else image.mode
    transform = _transform(source, target, mode)
    return transform.apply(image.convert(mode)) if transform else _plain(image)


@lru_cache(maxsize=16)
def _transform(source: bytes, target: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """What makes RGB for `target` of `mode` in `source`; None where that changes nothing."""
    if mode != "LAB" and source == target == _SRGB:
        return None
    known = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")) if mode == "LAB" else _opened(source)
    transform = ImageCms.buildTransform(known, _opened(target), mode, "RGB", renderingIntent=_INTENT, flags=_FLAGS)
    return None if mode in ("RGB", "L") and _changes_nothing(transform, mode) else transform


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile:
    if profile == _SRGB:
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    return ImageCms.ImageCmsProfile(io.BytesIO(profile))


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Whether `transform` leaves a cube of sample colours as they are, as for the sRGB profile most pictures carry."""
    levels = range(0, 256, 51)
    sample = Image.new("RGB", (216, 1))
    sample.putdata([(red, green, blue) for red in levels for green in levels for blue in levels])
    sample = sample.convert(mode)
    before, after = sample.convert("RGB").tobytes(), transform.apply(sample).tobytes()
    return all(abs(old - new) <= 1 for old, new in zip(before, after, strict=True))
