"""Renditions as small files, for paper and for pages that are sent around."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

_FORMATS = ("JPEG", "PNG")


def slim(rendition: Path, quality: int, paper: str = "#ffffff") -> bytes:
    """A rendition that a worker made, as a JPEG of lower `quality`; what is transparent in it shows `paper`.

    Only for files of our own, which no stranger has written. Raises OSError.
    """
    with Image.open(rendition, formats=_FORMATS) as image:
        if image.mode == "RGBA":
            ground = Image.new("RGB", image.size, paper)
            ground.paste(image, mask=image.getchannel("A"))
            return _jpeg(ground, quality)
        return _jpeg(image, quality)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=quality, optimize=True, progressive=True)
    return packed.getvalue()
