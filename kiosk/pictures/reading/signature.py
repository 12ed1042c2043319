"""Which format a file is in, by its first bytes."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable
from typing import BinaryIO, cast

from PIL import ImageFile

from kiosk.pictures.refusal import Refused

Opener = Callable[[BinaryIO], ImageFile.ImageFile]

_AVIF = rb"....ftyp(?:avif|avis|(?:mif1|msf1).{4}(?:.{4})*?avi[fs])"

_HEIC = rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)"
_HEIC_REMEDY = (
    "Save it as JPEG, PNG, WebP, AVIF or TIFF."
    if getattr(sys, "frozen", False)  # nothing can be installed into one executable
    else 'Install the reader with "pip install kiosk-gallery[heif]", or save it as JPEG, PNG, WebP, AVIF or TIFF.'
)

_ACCEPTED: tuple[tuple[re.Pattern[bytes], str, str], ...] = tuple(
    (re.compile(signature, re.DOTALL), module, plugin)
    for signature, module, plugin in (
        # The plugin itself, not Pillow's factory: a camera's multi-picture file is shown by its first picture.
        (rb"\xff\xd8\xff", "PIL.JpegImagePlugin", "JpegImageFile"),
        (rb"\x89PNG\r\n\x1a\n", "PIL.PngImagePlugin", "PngImageFile"),
        (rb"RIFF....WEBP", "PIL.WebPImagePlugin", "WebPImageFile"),
        (rb"(?:II[*+]\0|MM\0[*+])", "PIL.TiffImagePlugin", "TiffImageFile"),
        (rb"GIF8[79]a", "PIL.GifImagePlugin", "GifImageFile"),
        (_AVIF, "PIL.AvifImagePlugin", "AvifImageFile"),
        # The `heif` extra; its plugin is not registered, so that nothing else of Pillow's ever meets it.
        (_HEIC, "pillow_heif", "HeifImageFile"),
        (rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", "PIL.BmpImagePlugin", "BmpImageFile"),
    )
)

_KNOWN_OTHERS: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(signature, re.DOTALL), name)
    for signature, name in (
        (rb".{0,512}%PDF-", "a PDF"),
        (rb"%!PS|\xc5\xd0\xd3\xc6", "an EPS drawing"),
        (rb"8BPS", "a Photoshop file"),
        (rb"....ftyp", "a film"),
        (rb"\xff\x0a|\0\0\0\x0cJXL ", "a JPEG XL picture"),
        (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "a JPEG 2000 picture"),
        (rb"\0\0[\x01\x02]\0(?!\0\0)", "an icon"),
        (rb"\xd7\xcd\xc6\x9a|[\x01\x02]\0\x09\0\0[\x01\x03]|\x01\0\0\0.{36} EMF", "a Windows metafile"),
        (rb"SIMPLE  =", "a FITS file"),
        (rb"\x1a\x45\xdf\xa3|RIFF....AVI ", "a film"),
        (rb"PK\x03\x04", "a ZIP archive"),
        (rb"[^<]*<(?:svg|\?xml).*", "an SVG drawing"),
    )
)

_PRETENDERS: tuple[tuple[re.Pattern[bytes], str, str], ...] = tuple(
    (re.compile(signature, re.DOTALL | re.IGNORECASE), name, remedy)
    for signature, name, remedy in (
        (
            rb"version https://git-lfs",
            "only a Git LFS pointer, not the picture itself",
            'Run "git lfs pull" where the exhibition was copied from.',
        ),
        (
            rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)",
            "a web page, not a picture",
            "Download the picture itself again; the server has sent a page in its place.",
        ),
    )
)


def recognise(head: bytes, name: str) -> Opener:
    """The Pillow plugin for a file that begins with `head`; `name` is what messages call it. Raises `Refused`."""
    for signature, module, plugin in _ACCEPTED:
        if signature.match(head):
            # Imported when first met: a worker starts without the formats that an exhibition does not use.
            try:
                return cast("Opener", getattr(importlib.import_module(module), plugin))
            except ImportError as error:
                if module.startswith("PIL."):
                    raise
                raise Refused("unsupported-format", f"{name} is a HEIC picture.", _HEIC_REMEDY) from error
    raise _refusal(head, name)


def _refusal(head: bytes, name: str) -> Refused:
    if not head:
        return Refused("not-a-picture", f"{name} is empty.", "Copy the picture again from its original.")
    for signature, what, remedy in _PRETENDERS:
        if signature.match(head):
            return Refused("not-a-picture", f"{name} is {what}.", remedy)
    for signature, what in _KNOWN_OTHERS:
        if signature.match(head):
            return Refused("unsupported-format", f"{name} is {what}.", "Save it as JPEG, PNG, WebP, AVIF or TIFF.")
    return Refused(
        "not-a-picture", f"{name} is not a picture.", "Replace it by a JPEG, PNG, WebP, AVIF, TIFF, GIF or BMP file."
    )
