"""From any of Pillow's modes, and any colour profile, to plain sRGB."""

from __future__ import annotations

import io
from typing import cast

from PIL import Image, ImageCms

_RESIZABLE = frozenset({"RGB", "YCbCr", "RGBA", "L", "LA", "CMYK", "LAB", "I;16", "I;16L", "I;16B", "I;16N", "I", "F"})
_CONVERTED_FIRST = {"1": "L", "PA": "RGBA", "RGBa": "RGBA", "La": "LA"}
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC


def resizable(image: Image.Image) -> Image.Image:
    """`image` in a mode whose pixels may be mixed; the largest a picture ever gets, so nothing more than that."""
    if "transparency" in image.info and image.mode in ("P", "L", "RGB", "1"):
        return image.convert("RGBA")
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


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """`image`, as `resizable` left it, in sRGB: mode RGB, L or still YCbCr, or RGBA where something is transparent.

    `profile` is the ICC profile that came with it; one that cannot be used is ignored.
    """
    image = _eight_bits(image)
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
    return image if image.mode in ("RGB", "YCbCr", "L") else image.convert("RGB")


def _transformed(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    mode = "RGB" if image.mode == "YCbCr" else image.mode
    transform = ImageCms.buildTransform(
        profile, ImageCms.createProfile("sRGB"), mode, "RGB", renderingIntent=_INTENT, flags=_FLAGS
    )
    if mode in ("RGB", "L") and _changes_nothing(transform, mode):
        return image
    return transform.apply(image.convert(mode))


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Whether `transform` leaves a cube of sample colours as they are, as for the sRGB profile most pictures carry."""
    levels = range(0, 256, 51)
    sample = Image.new("RGB", (216, 1))
    sample.putdata([(red, green, blue) for red in levels for green in levels for blue in levels])
    sample = sample.convert(mode)
    before, after = sample.convert("RGB").tobytes(), transform.apply(sample).tobytes()
    return all(abs(old - new) <= 1 for old, new in zip(before, after, strict=True))
