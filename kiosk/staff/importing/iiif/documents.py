"""JSON from a disk, as far as it can be trusted."""

from __future__ import annotations

import codecs
import stat
from typing import TYPE_CHECKING

import msgspec

from kiosk.staff.importing.draft import NotImported, Origin
from kiosk.staff.importing.iiif.resources import resource_of

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.staff.importing.iiif.model import Collection, Manifest

MAX_BYTES = 16 * 1024 * 1024
"""Of one file, some 10,000 canvases; the worst that fits becomes half a gigabyte of lists."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTEXT = b"iiif.io/api/presentation/"


def is_iiif(path: Path) -> bool:
    """Whether the file at `path` says that it is IIIF. Never raises."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            beginning = file.read(1024 * 1024).replace(b"\0", b"").replace(b"\\/", b"/")
    except OSError:
        return False
    return beginning.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"{") and (
        _CONTEXT in beginning or b"sc:Manifest" in beginning or b"sc:Collection" in beginning
    )


def read_resource(path: Path) -> Manifest | Collection:
    """The manifest or collection in the file at `path`. Raises `NotImported`."""
    origin = Origin(path.name)
    try:
        data = msgspec.json.decode(_content(path, origin))
    except RecursionError:
        raise NotImported(
            origin, f'"{path.name}" has lists within lists without end.', "Export the manifest again."
        ) from None
    except (msgspec.DecodeError, UnicodeError) as error:
        message = f'"{path.name}" is no complete JSON file: {error}.'
        raise NotImported(origin, message, "Download or export the manifest again.") from error
    resource = resource_of(data)
    if resource is None:
        message = f'"{path.name}" is neither a IIIF manifest nor a IIIF collection.'
        remedy = "Name the file of a Presentation 2 or 3 manifest; a single annotation list or info.json is none."
        raise NotImported(origin, message, remedy)
    return resource


def _content(path: Path, origin: Origin) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotImported(origin, f'"{path.name}" is a folder or a device, not a file.', "Name the manifest.")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f'"{path.name}" cannot be read: {error.strerror or error}.'
        raise NotImported(origin, message, "Check the name, the disk and the rights of the file.") from error
    if len(content) > MAX_BYTES:
        message = f'"{path.name}" is larger than {MAX_BYTES // 1024 // 1024} MB.'
        raise NotImported(origin, message, "Divide the collection into several.")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding).encode()
    return content
