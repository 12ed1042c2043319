"""From any of Pillow's modes, and any colour profile, to plain sRGB."""

from __future__ import annotations

import io
from typing import cast

from PIL import Image, ImageCms

_SAME = frozenset({"RGB", "RGBA", "L", "LA", "CMYK", "LAB"})
_PREMULTIPLIED = {"RGBa": "RGBA", "La": "LA"}
_SIXTEEN_BITS = ("I;16", "I;16L", "I;16B", "I;16N")
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC


def resizable(image: Image.Image) -> Image.Image:
    """`image` in a mode that can be resized without harm: RGB, L or those with alpha, CMYK or LAB; 8 bits a channel."""
    mode = image.mode
    if mode in _SIXTEEN_BITS:
        return image.point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if mode in ("I", "F"):
        return _stretched(image)
    if "transparency" in image.info and mode in ("P", "L", "RGB", "1"):
        return image.convert("RGBA")
    if mode in _SAME:
        return image
    if mode in ("1", "L;1"):
        return image.convert("L")
    if mode == "PA":
        return image.convert("RGBA")
    return image.convert(_PREMULTIPLIED.get(mode, "RGB"))


def _stretched(image: Image.Image) -> Image.Image:
    """Grey of 32 bits, integer or not, brought to 0..255 from the range that its values show it was meant for."""
    highest = cast("float", image.getextrema()[1])
    limits = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0)
    white = next((limit for limit in limits if highest <= limit), highest)
    return image.point(lambda value: value * (255 / white) + 0.5).convert("L")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """`image`, as `resizable` left it, in sRGB: mode RGB or L, or RGBA where something really is transparent.

    `profile` is the ICC profile that came with it; one that cannot be used is ignored.
    """
    alpha = _transparency(image)
    opaque = image.convert({"RGBA": "RGB", "LA": "L"}[image.mode]) if image.mode in ("RGBA", "LA") else image
    colours = _managed(opaque, profile)
    if alpha is not None:
        colours = colours.convert("RGB")
        colours.putalpha(alpha)
    return colours


def _transparency(image: Image.Image) -> Image.Image | None:
    if image.mode not in ("RGBA", "LA"):
        return None
    alpha = image.getchannel("A")
    return None if alpha.getextrema() == (255, 255) else alpha


def _managed(image: Image.Image, profile: bytes | None) -> Image.Image:
    try:
        if image.mode == "LAB":
            return _transformed(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))
        if profile:
            return _transformed(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        pass
    return image if image.mode in ("RGB", "L") else image.convert("RGB")


def _transformed(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    transform = ImageCms.buildTransform(
        profile, ImageCms.createProfile("sRGB"), image.mode, "RGB", renderingIntent=_INTENT, flags=_FLAGS
    )
    if image.mode in ("RGB", "L") and _changes_nothing(transform, image.mode):
        return image
    return transform.apply(image)


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Whether `transform` leaves a cube of sample colours as they are, as for the sRGB profile most pictures carry."""
    levels = range(0, 256, 51)
    sample = Image.new("RGB", (216, 1))
    sample.putdata([(red, green, blue) for red in levels for green in levels for blue in levels])
    sample = sample.convert(mode)
    before, after = sample.convert("RGB").tobytes(), transform.apply(sample).tobytes()
    return all(abs(old - new) <= 1 for old, new in zip(before, after, strict=True))
