"""Which reader a source needs, told by its content."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.exhibition.problems import nearest_beside, printable
from kiosk.staff.importing.draft import NotImported, Origin

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.staff.importing.draft import Source
    from kiosk.staff.importing.options import Options

_JSON = (b"{", b"[")
_MARK = b"\xef\xbb\xbf"


def read_source(source: Path, folder: Path, options: Options) -> Source:
    """The works in `source`, to be imported into `folder`. Raises `NotImported`."""
    name = printable(source.name or str(source))
    try:
        source = _manifest_in(source) or source
        if source.is_dir():
            from kiosk.staff.importing.folder.reader import read_folder  # noqa: PLC0415 - one reader for one source

            return read_folder(source, without=folder.absolute(), photographs=options.photographs)
        if not source.is_file():
            raise _no_file(source, name)
        with source.open("rb") as stream:
            head = stream.read(512)
        if source.suffix.lower() in {".json", ".jsonld"} or head.removeprefix(_MARK).lstrip()[:1] in _JSON:
            from kiosk.staff.importing.iiif.reader import read_iiif  # noqa: PLC0415 - one reader for one source

            return read_iiif(source, without=folder.absolute(), pictures=options.pictures)
        from kiosk.staff.importing.picture_files import PictureFiles  # noqa: PLC0415 - one reader for one source
        from kiosk.staff.importing.table import read_table  # noqa: PLC0415 - one reader for one source

        file = source.absolute()
        folders = (*((options.pictures.absolute(),) if options.pictures else ()), file.parent)
        return read_table(file, options, PictureFiles(folders, without=folder.absolute()))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise NotImported(Origin(name), f"It cannot be read: {reason}.", "Check its rights, and the disk.") from error
    except ValueError as error:  # a name with NUL in it
        raise NotImported(Origin(name), "This is no name of a file.", "Name a table or a IIIF manifest.") from error


def _manifest_in(folder: Path) -> Path | None:
    """The IIIF manifest that lies in a folder, where there is just one; its pictures are beside it."""
    listed = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not listed:
        return None
    from kiosk.staff.importing.iiif.documents import is_iiif  # noqa: PLC0415 - one reader for one source

    found = [file for file in listed if is_iiif(file)]
    return found[0] if len(found) == 1 else None


def _no_file(source: Path, name: str) -> NotImported:
    if source.exists():
        return NotImported(Origin(name), "This is neither a file nor a folder.", "Name a table or a IIIF manifest.")
    message = f"There is no file of this name.{nearest_beside(source)}"
    return NotImported(Origin(name), message, "Check the name and the folder.")
