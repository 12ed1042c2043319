"""Pictures that are there twice: one file under two works, or two files of the same content."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING

from kiosk.exhibition.problems import Severity
from kiosk.pictures.refusal import display_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
    from pathlib import Path

    from kiosk.exhibition.findings import Findings
    from kiosk.exhibition.model import Exhibition

BEGINNING = 64 * 1024
"""Bytes in which two pictures of one length nearly always differ."""


def note_twins(exhibition: Exhibition, shown: Collection[Path], findings: Findings, places: Mapping[str, int]) -> None:
    """Note each work whose picture another work before it has already."""
    first_of: dict[Path, str] = {}
    twins = twins_of(dict.fromkeys(work.picture for work in exhibition.works if work.picture in shown and work.picture))
    for work in exhibition.works:
        if work.picture is None:
            continue
        picture = twins.get(work.picture, work.picture)
        first = first_of.setdefault(picture, work.id)
        if first == work.id:
            continue
        name = display_name(work.picture, exhibition.folder)
        if picture == work.picture:
            message, rule = f'{name} is the picture of "{first}", too.', "same-picture"
        else:
            original = display_name(picture, exhibition.folder)
            message, rule = f'{name} is the same picture as {original} of "{first}".', "duplicate-picture"
        remedy = "Name the right picture, or take one of the works out; nothing, if it is meant."
        path = ("works", places.get(work.id, 0), "picture")
        findings.add(rule, path, message, remedy, Severity.HINT, work=work.id)


def twins_of(files: Iterable[Path]) -> dict[Path, Path]:
    """Those of `files` that have the content of an earlier one, and that one.

    Only files of one length are read, and only to the end if they begin alike; one that has two names is not read.
    """
    groups: list[list[Path]] = [list(files)]
    for differs_by in (_length, _beginning, _content):
        groups = [apart for group in groups for apart in _divided(group, differs_by) if len(apart) > 1]
    return {twin: group[0] for group in groups for twin in group[1:]}


def _divided(files: Iterable[Path], differs_by: Callable[[Path], Hashable]) -> Iterable[list[Path]]:
    groups: dict[Hashable, list[Path]] = {}
    known: dict[Hashable, Hashable] = {}
    for file in files:
        try:
            status = file.stat()
            if not stat.S_ISREG(status.st_mode):
                continue
            disk_and_number = (status.st_dev, status.st_ino) if status.st_ino else file
            if disk_and_number not in known:
                known[disk_and_number] = differs_by(file)
            groups.setdefault(known[disk_and_number], []).append(file)
        except OSError:  # it was there a moment ago: then it has no twin
            continue
    return groups.values()


def _length(file: Path) -> int:
    return os.path.getsize(file)  # noqa: PTH202 - a stat that was just made


def _beginning(file: Path) -> bytes:
    with file.open("rb") as opened:
        return hashlib.blake2b(opened.read(BEGINNING)).digest()


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, hashlib.blake2b).digest()
