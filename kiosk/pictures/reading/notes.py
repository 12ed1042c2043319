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


def flaws_of(image: ImageFile.ImageFile) -> tuple[Flaw, ...]:
    """The notes of a picture not decoded yet that are left aside when it is shown."""
    flaws = []
    if "icc_profile" in image.info and not _is_usable(image.info["icc_profile"], image.mode):
        flaws.append(Flaw.PROFILE)
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


def _makes_sense(image: Image.Image) -> bool:
    try:
        exif = image.getexif()
        return bool(exif) and exif.get(ExifTags.Base.Orientation, 1) in _TURNS
    except Exception:  # noqa: BLE001 - any of a dozen kinds
        return False
