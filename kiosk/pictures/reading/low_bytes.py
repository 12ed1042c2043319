"""Colours of 16 bits, of which Pillow decodes the high 8: the low 8 come out of a second decoding.

Pillow's decoders take the high byte of each number, and are told which of the two that is by the order of bytes. Told
the other order they take the low one.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import ImageFile

_SIXTEEN = re.compile(r"RGB;16([LBN])")
_OTHER = {"L": "B", "B": "L", "N": "B" if sys.byteorder == "little" else "L"}
_PLANAR = 284
_INTERLEAVED = 1


def are_there(image: ImageFile.ImageFile) -> bool:
    """Whether `image`, of which nothing has been decoded, is of red, green and blue with 16 bits each."""
    if image.mode != "RGB" or "transparency" in image.info:
        return False
    # A TIFF may keep each colour by itself; its decoder takes no order of bytes then.
    if getattr(image, "tag_v2", {}).get(_PLANAR, _INTERLEAVED) != _INTERLEAVED:
        return False
    return bool(image.tile) and all(_SIXTEEN.fullmatch(_raw_mode(tile.args)) for tile in image.tile)


def wanted_of(image: ImageFile.ImageFile) -> ImageFile.ImageFile:
    """`image`, for which `are_there` said yes, from now on with the low bytes of its colours for colours."""
    image.tile = [tile._replace(args=_swapped(tile.args)) for tile in image.tile]
    return image


def _raw_mode(args: Any) -> str:
    """The first of a decoder's arguments, or the only one."""
    return str(args[0] if isinstance(args, tuple) and args else args)


def _swapped(args: Any) -> Any:
    raw_mode = _raw_mode(args)
    other = raw_mode[:-1] + _OTHER[raw_mode[-1]]
    return (other, *args[1:]) if isinstance(args, tuple) else other
