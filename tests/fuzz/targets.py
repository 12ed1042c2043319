"""What is given to the program by strangers, each as one function of bytes that raises when a promise is broken.

A target promises that whatever it is given is either taken or refused with words: a file, a reason, a remedy. Anything
else that comes out of it is a mistake of ours. `folder` is empty but for what the target itself has left there.
"""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

from kiosk.exhibition.index import FileState, index_of, packed, unpacked
from kiosk.exhibition.manifest import read_manifest
from kiosk.pictures.reading import guard
from kiosk.pictures.reading.embedded.blocks import blocks_in
from kiosk.pictures.refusal import Refused
from kiosk.staff.bundles.archive import open_bundle
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.importing.draft import NotImported
from kiosk.staff.importing.iiif.reader import read_iiif
from kiosk.staff.importing.importer import import_source
from kiosk.staff.importing.options import Options
from kiosk.staff.importing.picture_files import PictureFiles
from kiosk.staff.importing.table import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from kiosk.exhibition.problems import Problem
    from kiosk.staff.importing.draft import Source

TODAY = date(2026, 11, 28)
MOST_DECODED = 1 << 20
"""Pixels of a picture that is decoded here, in this process; a worker does it with a limit of memory and time."""


def manifest(data: bytes, folder: Path) -> None:
    """A manifest is read, or its problems are named; what was read is the same when it is recalled."""
    file = folder / "manifest.yaml"
    file.write_bytes(data)
    reading = read_manifest(file)
    told(reading.problems)
    if reading.exhibition is None:
        assert reading.problems
        return
    exhibition = reading.exhibition
    assert len({work.id for work in exhibition.works}) == len(exhibition.works)
    for work in exhibition.works:
        assert work.picture is None or work.picture.is_relative_to(folder), work.picture
    index = index_of(exhibition, reading.problems, FileState.of(file))
    again = unpacked(packed(index), folder).reading()
    assert again.exhibition is not None
    assert tuple(again.exhibition.works) == tuple(exhibition.works)


def table(data: bytes, folder: Path) -> None:
    """A table is imported or refused; what is made of it is a manifest without a mistake of ours."""
    file = folder / "table.csv"
    file.write_bytes(data)
    imported(lambda: read_table(file, Options(), PictureFiles((folder,))), folder)


def iiif(data: bytes, folder: Path) -> None:
    """So is a manifest of the International Image Interoperability Framework."""
    file = folder / "iiif.json"
    file.write_bytes(data)
    imported(lambda: read_iiif(file), folder)


def bundle(data: bytes, folder: Path) -> None:
    """A bundle is refused, or gives exactly the files that it lists, none outside a folder."""
    file = folder / "x.kiosk"
    file.write_bytes(data)
    try:
        with open_bundle(file) as opened:
            for listed in opened.bundle.files:
                assert (folder / listed.name).resolve().is_relative_to(folder.resolve()), listed.name
                assert sum(map(len, opened.blocks(listed))) == listed.size
    except BundleRefused as refused:
        told([refused.problem])


def picture(data: bytes, _folder: Path) -> None:
    """A picture passes the guard or is refused; small ones are decoded, and what is written in them is read."""
    file = io.BytesIO(data)
    try:
        header = guard.read_header(file)
        assert header.width > 0
        assert header.height > 0
        if header.width * header.height <= MOST_DECODED:
            with guard.door("The file"):
                guard.open_image(file, "The file").load()
    except Refused as refused:
        _worded(refused.rule, refused.message, refused.remedy)
    file.seek(0)
    blocks_in(file)


def imported(read: Callable[[], Source], folder: Path) -> None:
    """Import what is read; refused is fine, and so is what `kiosk check` then says about the works themselves."""
    to = folder / "imported"
    try:
        outcome = import_source(read(), to, Options(), TODAY)
    except NotImported as refused:
        _worded("not-imported", str(refused), refused.remedy)
        return
    reading = read_manifest(outcome.manifest)
    told(reading.problems)
    assert reading.exhibition is not None, reading.problems
    assert len(reading.exhibition.works) == outcome.works, reading.problems


def told(problems: Iterable[Problem]) -> None:
    """Each says which rule, why and what to do, in words that are safe to print."""
    for problem in problems:
        _worded(problem.rule, problem.message, problem.remedy)
        assert str(problem).isprintable(), problem


def _worded(rule: str, message: str, remedy: str) -> None:
    assert rule
    assert message.isprintable(), ascii(message)
    assert remedy.isprintable()
    assert message
    assert remedy


TARGETS: dict[str, Callable[[bytes, Path], None]] = {
    "manifest": manifest,
    "table": table,
    "iiif": iiif,
    "bundle": bundle,
    "picture": picture,
}
