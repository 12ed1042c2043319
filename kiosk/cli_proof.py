"""The command that puts an exhibition on paper, to be signed off."""

from __future__ import annotations

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
    from collections.abc import Iterator, Sequence

    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem
    from kiosk.pictures.orders import Failed
    from kiosk.staff.inspection import Progress
    from kiosk.staff.proofing.pictures import Small
    from kiosk.staff.proofing.sheet import Entry, Proofed

    Works = Iterator[tuple[Entry, Small | Failed | None]]

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
@json_option
def proof(
    exhibition: Path | None,
    config: Path | None,
    file: Path,
    ids: tuple[str, ...],
    themes: tuple[str, ...],
    as_json: bool,
) -> None:
    """Write a sheet with every picture and every label in every language, for sign-off with a red pen.

    It needs nothing else: no network, no program but a browser or a reader of PDF. What a check finds is on it, too.
    Leaves with 0 when the sheet is written, and 2 when nothing in the exhibition can be shown.
    """
    from kiosk.staff.proofing.choosing import NoSuchPart, chosen_places

    if file.suffix.lower() not in _ENDINGS:
        raise click.BadParameter(f"{file.name} is neither .html nor .pdf.", param_hint="-o")
    found, problems = _read(exhibition, config)
    try:
        asked = [part.strip() for given in ids for part in given.split(",") if part.strip()]
        places, selection = chosen_places(found, asked, themes)
    except NoSuchPart as refusal:
        fail(str(refusal), UNUSABLE)
    proofed = _proofed(found, places, selection)
    with progress(max(1, len(places)), "works") as tell:
        try:
            pages, broken = _write(file, found, proofed, problems, tell)
        except OSError as error:
            fail(f"{file} cannot be written: {error.strerror or error}.")
    size = file.stat().st_size
    if as_json:
        told = {"exit_code": 0, "file": file, "bytes": size, "works": len(places), "pages": pages, "broken": broken}
        print_json(told | {"digest": proofed.digest})
        return
    paper = f", {number(pages, 'page')}" if pages else ""
    click.echo(f"{file}: {number(len(places), 'work')}{paper}, {megabytes(size)}.")
    if broken:
        click.echo(f"{number(broken, 'picture')} cannot be shown; the sheet says why.")


def _read(path: Path | None, config: Path | None) -> tuple[Exhibition, Sequence[Problem]]:
    """The exhibition and its problems; leaves where nothing in it can be shown."""
    from datetime import date

    from kiosk.backstage import configured
    from kiosk.bridge.glyphs import missing_letters
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
    file: Path, exhibition: Exhibition, proofed: Proofed, problems: Sequence[Problem], tell: Progress
) -> tuple[int, int]:
    """Write the sheet: how many pages it has, 0 of one for a browser, and how many pictures are broken."""
    from kiosk.staff.proofing.sheet import sheet_of

    sheet = sheet_of(exhibition, proofed, problems)
    broken: list[str] = []
    works = _works(exhibition, proofed.places, problems, tell, broken)
    if file.suffix.lower() == ".pdf":
        from kiosk.bridge.proofs.pdf import write_pdf

        return write_pdf(file, sheet, works, exhibition), len(broken)
    from kiosk.staff.proofing.output import write_page
    from kiosk.staff.proofing.page import page

    write_page(page(sheet, works, exhibition), file)
    return 0, len(broken)


def _works(
    exhibition: Exhibition, places: Sequence[int], problems: Sequence[Problem], tell: Progress, broken: list[str]
) -> Works:
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
