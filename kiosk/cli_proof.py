"""The command that puts an exhibition on paper, to be signed off."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.terminal import (
    UNUSABLE,
    config_option,
    exhibition_argument,
    fail,
    json_option,
    megabytes,
    number,
    print_json,
    print_problems,
    progress,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem
    from kiosk.pictures.orders import Failed
    from kiosk.staff.inspection import Progress
    from kiosk.staff.proofing.pictures import Small
    from kiosk.staff.proofing.sheet import Entry, Proofed, Sheet
    from kiosk.staff.proofing.volumes import Volume

    Shown = tuple[Entry, Small | Failed | None]

_ENDINGS = (".html", ".htm", ".pdf")


@click.command()
@exhibition_argument
@config_option
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The sheet to write: .html for a browser, .pdf for paper.",
)
@click.option("--works", "ids", metavar="ID,ID", multiple=True, help="These works only, by their ids.")
@click.option("--theme", "themes", metavar="THEME", multiple=True, help="The works of this theme only, by its key.")
@click.option(
    "--per-file",
    type=click.IntRange(1),
    metavar="N",
    help="The most works in one file; more are written in parts, sheet-1-of-3.html and so on. Else 250.",
)
@json_option
def proof(
    exhibition: Path | None,
    config: Path | None,
    file: Path,
    ids: tuple[str, ...],
    themes: tuple[str, ...],
    per_file: int | None,
    as_json: bool,
) -> None:
    """Write a sheet with every picture and every label in every language, for sign-off with a red pen.

    It needs nothing else: no network, no program but a browser or a reader of PDF. What a check finds is on it, too.
    Leaves with 0 when the sheet is written, and 2 when nothing in the exhibition can be shown.
    """
    from kiosk.staff.proofing.choosing import NoSuchPart, chosen_places
    from kiosk.staff.proofing.volumes import MOST_WORKS, volumes

    if file.suffix.lower() not in _ENDINGS:
        raise click.BadParameter(f"{file.name} is neither .html nor .pdf.", param_hint="-o")
    found, problems = _read(exhibition, config)
    try:
        asked = [part.strip() for given in ids for part in given.split(",") if part.strip()]
        places, selection = chosen_places(found, asked, themes)
    except NoSuchPart as refusal:
        fail(str(refusal), UNUSABLE)
    proofed = _proofed(found, places, selection)
    parts = volumes(file, places, per_file or MOST_WORKS)
    if len(parts) > 1:
        most = max(len(part.places) for part in parts)
        words = f"{len(places):,} works are too many to open in one file"
        click.echo(f"{words}: they become {len(parts):,} of at most {most:,}.", err=True)
    with progress(max(1, len(places)), "works") as tell:
        pages, broken = _write(parts, found, proofed, problems, tell)
    sizes = [part.file.stat().st_size for part in parts]
    if as_json:
        files = [part.file for part in parts]
        told = {"exit_code": 0, "files": files, "bytes": sum(sizes), "works": len(places), "pages": sum(pages)}
        print_json(told | {"broken": broken, "digest": proofed.digest})
        return
    for part, size, count in zip(parts, sizes, pages, strict=True):
        paper = f", {number(count, 'page')}" if count else ""
        click.echo(f"{part.file}: {number(len(part.places), 'work')}{paper}, {megabytes(size)}.")
    if broken:
        click.echo(f"{number(broken, 'picture')} cannot be shown; the sheet says why.")


def _read(path: Path | None, config: Path | None) -> tuple[Exhibition, Sequence[Problem]]:
    """The exhibition and its problems; leaves where nothing in it can be shown."""
    from datetime import date

    from kiosk.backstage import configured
    from kiosk.bridge.look.glyphs import missing_letters
    from kiosk.exhibition.manifest import read_manifest
    from kiosk.exhibition.places import find_config
    from kiosk.exhibition.spelling import as_on_disk
    from kiosk.staff.advising.advice import Advice
    from kiosk.staff.check import check
    from kiosk.staff.screens import known_pixels

    path = path or configured(config or find_config()).exhibition
    advice = Advice(today=date.today(), screen=known_pixels(config, ask=False), missing=missing_letters)  # noqa: DTZ011 - the day of whoever asks
    report = check(path, advice=advice)
    reading = read_manifest(path)
    if reading.exhibition is None or not report.usable:
        print_problems(report.problems)
        fail("Nothing in it can be shown.", UNUSABLE)
    return as_on_disk(reading.exhibition), report.problems


def _proofed(exhibition: Exhibition, places: tuple[int, ...], selection: str) -> Proofed:
    from datetime import datetime
    from hashlib import sha256

    from kiosk import __version__
    from kiosk.staff.proofing.sheet import Proofed

    digest = sha256(exhibition.source.read_bytes()).hexdigest()
    return Proofed(__version__, datetime.now().astimezone(), digest, places, selection)


def _write(
    parts: Sequence[Volume], exhibition: Exhibition, proofed: Proofed, problems: Sequence[Problem], tell: Progress
) -> tuple[list[int], int]:
    """Write the files, one after the other: the pages of each, 0 for a browser, and how many pictures are broken.

    Leaves where one cannot be written; those before it are whole, and stay.
    """
    from contextlib import closing

    from kiosk.staff.proofing.sheet import sheet_of

    broken: list[str] = []
    pages: list[int] = []
    with closing(_works(exhibition, proofed.places, problems, tell, broken)) as works:
        for part in parts:
            sheet = sheet_of(exhibition, proofed, problems, part)
            try:
                pages.append(_write_file(part.file, sheet, islice(works, len(part.places)), exhibition))
            except OSError as error:
                kept = f" The {number(len(pages), 'part')} before it can be used." if pages else ""
                fail(f"{part.file} cannot be written: {error.strerror or error}.{kept}")
    return pages, len(broken)


def _write_file(file: Path, sheet: Sheet, works: Iterator[Shown], exhibition: Exhibition) -> int:
    """Write one file: how many pages it has. Raises OSError."""
    if file.suffix.lower() == ".pdf":
        from kiosk.bridge.proofs.pdf import write_pdf

        return write_pdf(file, sheet, works, exhibition)
    from kiosk.staff.proofing.output import write_page
    from kiosk.staff.proofing.page import page

    write_page(page(sheet, works, exhibition), file)
    return 0


def _works(
    exhibition: Exhibition, places: Sequence[int], problems: Sequence[Problem], tell: Progress, broken: list[str]
) -> Generator[Shown]:
    """Each work with its picture, as they are made; the ids of those that have none to show go to `broken`."""
    from contextlib import closing

    from kiosk.pictures.orders import Failed
    from kiosk.staff.proofing.pictures import small_pictures
    from kiosk.staff.proofing.sheet import entries

    sources = (exhibition.works[place].picture for place in places)
    with closing(small_pictures(sources, exhibition.folder)) as pictures:
        paired = zip(entries(exhibition, places, problems), pictures, strict=True)
        for done, (entry, picture) in enumerate(paired, start=1):
            if isinstance(picture, Failed):
                broken.append(entry.work.id)
            yield entry, picture
            tell(done, len(places))
