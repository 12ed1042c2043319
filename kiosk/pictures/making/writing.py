"""Writing renditions: whole files only, each there at once or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import IO, TYPE_CHECKING

from PIL import PngImagePlugin

from kiosk.pictures.refusal import unwritable
from kiosk.pictures.storage.files import TEMPORARY_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL import Image

_SCREEN_QUALITY = 98
_SCREEN_QUALITY_RGB = 96
_PREVIEW_QUALITY = 88


def write_screen(image: Image.Image, path: Path, note: str) -> Path:
    """`image` as the file `path` and a suffix, with a `note` in it; an old one is replaced. Raises `Refused`."""
    # What comes in red, green and blue is kept so: luminance and colour difference would round each colour again.
    if image.mode == "RGB":
        return _write(image, path, note, _SCREEN_QUALITY_RGB, keep_rgb=True)
    return _write(image, path, note, _SCREEN_QUALITY)


def write_preview(image: Image.Image, path: Path, note: str) -> Path:
    """The same for a picture that is looked at in passing."""
    return _write(image, path, note, _PREVIEW_QUALITY)


def _write(image: Image.Image, path: Path, note: str, quality: int, *, keep_rgb: bool = False) -> Path:
    """`image` as the file `path` and a suffix, there whole or not at all; an old one is replaced. Raises `Refused`."""
    if image.mode == "RGBA":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", note)
        target = path.with_name(path.name + ".png")
        _replace(target, lambda file: image.save(file, "PNG", compress_level=1, pnginfo=notes))
    else:
        target = path.with_name(path.name + ".jpg")
        options = {"quality": quality, "subsampling": 0, "keep_rgb": keep_rgb}
        _replace(target, lambda file: image.save(file, "JPEG", comment=note, **options))
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
