"""What could be better about a picture that is shown all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.pictures.orders import Flaw
from kiosk.pictures.refusal import display_name

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from kiosk.pictures.orders import Header

SMALL_SIDE = 1000
"""Pixels of a picture's longer side below which it looks soft on a large screen."""
ENDINGS = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),
    "PNG": (".png", ".apng"),
    "TIFF": (".tif", ".tiff"),
    "GIF": (".gif",),
    "BMP": (".bmp", ".dib"),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
    "HEIF": (".heic", ".heif", ".hif"),
}
"""How files of each format end, the usual ending first."""
PICTURE_ENDINGS = tuple(ending for endings in ENDINGS.values() for ending in endings)


class Remark(msgspec.Struct, frozen=True):
    """A hint: the rule's short stable name, what was noticed, and what to do."""

    rule: str
    message: str
    remedy: str


def remarks(
    named: Path, source: Path, folder: Path, header: Header, flaws: Collection[Flaw] = ()
) -> tuple[Remark, ...]:
    """What could be better about the picture `source` inside `folder`; `named` is how it was asked for."""
    found = []
    if source != named:
        message = f"On the disk the name is {display_name(source, folder)}."
        found.append(Remark("spelling", message, "Spell both alike."))
    if source.suffix.lower() not in ENDINGS.get(header.format, (source.suffix.lower(),)):
        message = f"{display_name(source)} is in truth {header.format}; it is shown."
        found.append(Remark("ending", message, f"Rename it to end in {ENDINGS[header.format][0]}."))
    if max(header.width, header.height) < SMALL_SIDE:
        message = f"The picture has {header.width} × {header.height} pixels and looks soft on a large screen."
        found.append(Remark("small-picture", message, "Use one of 2000 pixels or more."))
    if Flaw.PROFILE in flaws:
        message = f"The colour profile in {display_name(source)} cannot be used; it is shown without."
        found.append(Remark("profile", message, "If they look wrong, save it again with a profile such as sRGB."))
    if Flaw.INKS in flaws:
        message = f"{display_name(source)} is in CMYK and does not say in which inks; its colours are guessed."
        found.append(Remark("inks", message, "Ask for the picture in RGB, or save it with the profile of its inks."))
    if Flaw.WIDE in flaws:
        message = f"{display_name(source)} has far more colours than any screen; those beyond it become less vivid."
        found.append(Remark("wide-profile", message, "Look at it on the kiosk; save it as sRGB if it looks wrong."))
    if Flaw.GREYSCALE in flaws:
        message = f"{display_name(source)} has no colours, only greys."
        found.append(Remark("greyscale", message, "Nothing, if the work has none either; else find it in colour."))
    if Flaw.EXIF in flaws:
        message = f"What the camera noted in {display_name(source)} makes no sense; it is shown as it is stored."
        found.append(Remark("exif", message, "If it lies on its side, turn it and save it again."))
    return tuple(found)
