"""The one door for picture files: whatever is wrong with one comes out of here as `Refused`.

Pillow warns against trusting it with files of unknown origin; its own advice is followed here. Only seven formats,
and HEIC where the `heif` extra is, are let in, found by content and not by name, each opened by its own plugin from
an already open file, so that no other decoder and no memory map is ever reached.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import warnings
from typing import TYPE_CHECKING, BinaryIO

from PIL import ExifTags, Image, ImageFile

from kiosk.exhibition import regular_files
from kiosk.pictures.orders import Header
from kiosk.pictures.reading import deepzoom
from kiosk.pictures.reading.hollow import is_hollow
from kiosk.pictures.reading.signature import recognise
from kiosk.pictures.refusal import Refused, display_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Header", "Refused", "door", "examine", "header_of", "open_image", "open_picture", "read_header", "turn_of"]

MAX_PIXELS = 100_000_000
MAX_PIXELS_SHRINKING = 300_000_000
"""For formats that are shrunk while they are decoded, and so never stand in memory at full size."""

# Our limits are stricter and come first; Pillow's own is kept as a net behind them.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS_SHRINKING

_TURNS = range(1, 9)


def examine(path: Path, folder: Path) -> Header:
    """What the picture at `path` says about itself, if it may be shown at all. Raises `Refused`."""
    with open_picture(path, folder) as file:
        return read_header(file, display_name(path, folder))


def open_picture(path: Path, folder: Path) -> BinaryIO:
    """The open file at `path`: a regular file whose real path lies inside `folder`. Never waits. Raises `Refused`."""
    name = display_name(path, folder)
    try:
        real = path.resolve(strict=True)
        inside = real.is_relative_to(folder.resolve(strict=True))
        regular = stat.S_ISREG(real.stat().st_mode)
    except (OSError, RuntimeError, ValueError) as error:
        raise _unreachable(name, error) from error
    if not inside:
        raise Refused(
            "outside-folder",
            f"{name} lies outside the exhibition's folder.",
            "Copy the picture into the exhibition's folder and name it there.",
        )
    if not regular:
        raise _not_a_regular_file(name)
    return _open_regular(real, name)


def _open_regular(real: Path, name: str) -> BinaryIO:
    try:  # a pipe may have been put there since the check
        return os.fdopen(regular_files.open_regular(real, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb")
    except regular_files.NoFileError as error:
        raise _not_a_regular_file(name) from error
    except OSError as error:
        raise _unreachable(name, error) from error


def read_header(file: BinaryIO, name: str = "The file") -> Header:
    """What the picture in `file` says about itself; `name` is what messages call it. Raises `Refused`."""
    with door(name):
        return header_of(open_image(file, name), name)


def open_image(file: BinaryIO, name: str) -> ImageFile.ImageFile:
    """The picture in `file`, read from its beginning, nothing of it decoded yet. To be called inside `door`."""
    file.seek(0)
    head = file.read(512)
    file.seek(0)
    return recognise(head, name)(file)


def header_of(image: ImageFile.ImageFile, name: str) -> Header:
    """The header of `image`. Raises `Refused` when it is too large to be decoded."""
    width, height = image.size
    kind = image.format or ""
    if not pillow_can_hold(image) and not deepzoom.can_stream(image):
        shape = "progressive JPEG" if _is_progressive(image) else kind
        limit = _limit(image) // 1_000_000
        raise Refused(
            "too-large",
            f"{name} is too large: {width} x {height} pixels; {shape} may have {limit} million.",
            deepzoom.remedy_for(image) or "Save it smaller, or as a baseline JPEG.",
        )
    if kind == "JPEG" and image.fp and is_hollow(image.fp):
        raise _incomplete(name)
    if turn_of(image) >= 5:
        width, height = height, width
    return Header(kind, width, height)


def pillow_can_hold(image: ImageFile.ImageFile) -> bool:
    """Whether `image`, of which nothing has been decoded, is small enough for Pillow, which decodes it as a whole."""
    return image.width * image.height <= _limit(image)


def _limit(image: ImageFile.ImageFile) -> int:
    return MAX_PIXELS_SHRINKING if image.format == "JPEG" and not _is_progressive(image) else MAX_PIXELS


def _is_progressive(image: ImageFile.ImageFile) -> bool:
    return image.format == "JPEG" and "progressive" in image.info


def turn_of(image: ImageFile.ImageFile) -> int:
    """The EXIF orientation of a picture not decoded yet, 1 to 8; 1 where it says nothing that makes sense."""
    # Pillow turns a TIFF by itself, libheif a HEIC. A whole PNG would be decoded to look behind its pixels.
    if image.format in ("TIFF", "HEIF") or (image.format == "PNG" and "exif" not in image.info):
        return 1
    try:
        turn = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # noqa: BLE001 - any of a dozen kinds; a picture is not judged by its notes
        return 1
    return turn if isinstance(turn, int) and turn in _TURNS else 1


@contextlib.contextmanager
def door(name: str) -> Iterator[None]:
    """Whatever goes wrong while the picture called `name` is decoded leaves as `Refused`; mere warnings are dropped."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Refused:
        raise
    except MemoryError as error:
        raise Refused(
            "out-of-memory",
            f"{name} needs more memory to decode than one picture may have.",
            "Save it smaller, or as a baseline JPEG.",
        ) from error
    except OSError as error:
        if error.errno is not None:
            raise _unreachable(name, error) from error
        raise _damaged(name, error) from error
    except Exception as error:  # Pillow documents no closed list of what its plugins raise
        raise _damaged(name, error) from error


def _incomplete(name: str) -> Refused:
    message = f"{name} is incomplete: its end is missing."
    return Refused("truncated", message, "Copy the picture again from its original.")


def _damaged(name: str, error: Exception) -> Refused:
    words = str(error)
    if isinstance(error, EOFError) or any(sign in words for sign in ("truncated", "Truncated", "unexpected end")):
        return _incomplete(name)
    return Refused(
        "damaged",
        f"{name} is damaged and cannot be decoded.",
        "Copy the picture again, or save it anew as JPEG or PNG.",
    )


def _not_a_regular_file(name: str) -> Refused:
    return Refused("not-a-regular-file", f"{name} is a folder or a device, not a file.", "Name a picture file.")


def _unreachable(name: str, error: Exception) -> Refused:
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, PermissionError):
        return Refused(
            "no-permission",
            f"{name} may not be read by this account.",
            "Give the kiosk's account the right to read it.",
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError) or number in (errno.ENAMETOOLONG, errno.EINVAL):
        return Refused(
            "missing", f"{name} does not exist.", "Check the name, capitals included, or copy the file there."
        )
    if number == errno.ELOOP or isinstance(error, RuntimeError | ValueError):
        return Refused("missing", f"{name} leads nowhere.", "Put the picture itself there instead of a link.")
    reason = os.strerror(number) if number else type(error).__name__
    return Refused(
        "unreadable", f"{name} cannot be read: {reason}.", "Check the disk or the network drive that the picture is on."
    )
