"""What a picture says about itself beside its pixels, and whether that makes sense."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import ExifTags, Image, ImageCms

from kiosk.pictures.orders import Flaw

if TYPE_CHECKING:
    from PIL import ImageFile

_TURNS = range(1, 9)
_SPACES = {"L": "GRAY", "LA": "GRAY", "1": "GRAY", "CMYK": "CMYK", "LAB": "Lab"}
"""The colour space that a profile has to be for, by Pillow's mode; RGB for the others but deep grey."""
_GREY = ("1", "L", "LA", "I", "F")
WIDE = 1.6
"""Times the colours of sRGB, as areas in the chromaticity diagram: Adobe RGB and Display P3 have 1.4 times as many,
Rec. 2020 1.9 and ProPhoto 2.6."""
_SRGB_AREA = 0.112
"""The area of sRGB's triangle in CIE 1931 x, y (IEC 61966-2-1: 0.64 0.33, 0.30 0.60, 0.15 0.06)."""


def flaws_of(image: ImageFile.ImageFile) -> tuple[Flaw, ...]:
    """What is odd about the notes of a picture not decoded yet."""
    flaws = []
    profile = image.info.get("icc_profile")
    if "icc_profile" in image.info and not _is_usable(profile, image.mode):
        flaws.append(Flaw.PROFILE)
    elif profile and image.mode in ("RGB", "RGBA") and _is_wide(profile):
        flaws.append(Flaw.WIDE)
    if image.mode == "CMYK" and (not profile or Flaw.PROFILE in flaws):
        flaws.append(Flaw.INKS)
    if image.mode in _GREY or image.mode.startswith("I;16"):
        flaws.append(Flaw.GREYSCALE)
    if image.info.get("exif") and not _makes_sense(image):
        flaws.append(Flaw.EXIF)
    return tuple(flaws)


def _is_usable(profile: object, mode: str) -> bool:
    if not isinstance(profile, bytes):
        return False
    try:
        space = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.xcolor_space.strip()
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return False
    return space == _SPACES.get(mode, "GRAY" if mode.startswith("I") else "RGB")


def _is_wide(profile: bytes) -> bool:
    """Whether the primaries of a profile for RGB span far more colours than those of sRGB."""
    try:
        said = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile
        primaries = [said.red_primary, said.green_primary, said.blue_primary]
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return False
    if not all(primaries):  # a profile by tables does not tell
        return False
    (ax, ay), (bx, by), (cx, cy) = ((primary[1][0], primary[1][1]) for primary in primaries if primary)
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 > WIDE * _SRGB_AREA


def _makes_sense(image: Image.Image) -> bool:
    try:
        exif = image.getexif()
        return bool(exif) and exif.get(ExifTags.Base.Orientation, 1) in _TURNS
    except Exception:  # noqa: BLE001 - any of a dozen kinds
        return False
