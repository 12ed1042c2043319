"""Making a picture ready: decoded once, shrunk, turned, in sRGB, written as a screen and a preview."""

from __future__ import annotations

import contextlib
import os
import shutil
from functools import partial
from typing import IO, TYPE_CHECKING, BinaryIO

from PIL import PngImagePlugin

from kiosk.pictures.drawing.whole import draw
from kiosk.pictures.orders import Box, Header, Identity, Rendition, RenditionOrder, Stamp
from kiosk.pictures.reading import guard
from kiosk.pictures.refusal import Refused, display_name, unwritable
from kiosk.pictures.storage.files import (
    TEMPORARY_SUFFIX,
    as_shown,
    content_of,
    find,
    look_up,
    preview_stem,
    remark,
    screen_stem,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL import Image

_SCREEN_QUALITY = 97
_PREVIEW_QUALITY = 88


def make(order: RenditionOrder, alive: Callable[[], None] = lambda: None) -> Rendition:
    """The renditions of `order.source`, written to `order.cache` unless they are there. Raises `Refused`.

    `alive` is called now and then while a very large picture is decoded.
    """
    name = display_name(order.source, order.folder)
    with guard.open_picture(order.source, order.folder) as file, guard.door(name):
        header = guard.header_of(guard.open_image(file, name), name)
        identity = identity_of(file, order.known, alive)
        found = {box: find(order.cache, identity, box, order.profile) for box in (order.box, *order.more)}
        missing = tuple(box for box, made in found.items() if box and not made)
        ready = found[order.box]
        if ready and not missing:
            return ready
        opening = partial(guard.open_image, file, name)
        screens, preview = draw(opening, (header.width, header.height), missing, order.profile, alive)
        check_unchanged(file, identity, name)
        made = _keep(order, identity, header, dict(zip(missing, screens, strict=True)), preview)
        return ready or made


def identity_of(file: BinaryIO, known: Identity | None, alive: Callable[[], None] = lambda: None) -> Identity:
    """What is in `file`: read in full, unless it is `known` from the last time and has not changed since."""
    stamp = Stamp.of(os.fstat(file.fileno()))
    return known if known and known.stamp == stamp else Identity(stamp, content_of(file, alive))


def check_unchanged(file: BinaryIO, identity: Identity, name: str) -> None:
    """Nothing is kept under the content of a file that was written to while it was read."""
    if Stamp.of(os.fstat(file.fileno())) != identity.stamp:
        raise Refused(
            "changing",
            f"{name} was changed while it was read.",
            "Wait until it is copied, or close the program that writes it.",
        )


def _keep(
    order: RenditionOrder, identity: Identity, header: Header, screens: dict[Box, Image.Image], preview: Image.Image
) -> Rendition:
    note = remark(header.width, header.height)
    content = as_shown(identity.content, order.profile)
    stem = preview_stem(content)
    # A preview that is whole may be open in the show, where Windows lets nobody replace it.
    known = look_up(order.cache, stem)
    preview_path = known[0] if known else _write(preview, order.cache / stem, note, _PREVIEW_QUALITY)
    written: dict[Box | None, Path] = {
        box: _write(screen, order.cache / screen_stem(content, box), note, _SCREEN_QUALITY)
        for box, screen in screens.items()
    }
    return Rendition(written.get(order.box), preview_path, header.width, header.height, identity)


def _write(image: Image.Image, path: Path, note: str, quality: int) -> Path:
    """`image` as the file `path` and a suffix, there whole or not at all; an old one is replaced. Raises `Refused`."""
    if image.mode == "RGBA":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", note)
        target = path.with_name(path.name + ".png")
        _replace(target, lambda file: image.save(file, "PNG", compress_level=1, pnginfo=notes))
    else:
        target = path.with_name(path.name + ".jpg")
        _replace(target, lambda file: image.save(file, "JPEG", quality=quality, subsampling=0, comment=note))
    return target


def _replace(target: Path, save: Callable[[IO[bytes]], None]) -> None:
    temporary = target.with_name(f"{target.name}.{os.getpid()}{TEMPORARY_SUFFIX}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            save(file)
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        temporary.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise unwritable(target.parent, error) from error
