"""The command about statistics: what visitors looked at, in the terminal, as a table or as a page."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from kiosk.exhibition.places import cache_folder, find_config, state_folder
from kiosk.exhibition.problems import printable
from kiosk.terminal import config_option, fail, json_option, number, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibition.config import Config
    from kiosk.exhibition.model import Exhibition
    from kiosk.staff.statistics.reading import Wanted
    from kiosk.staff.statistics.report import Choice, Report

_LISTED = 20
_WIDTH = 44
day = click.DateTime(["%Y-%m-%d"])


@click.command()
@config_option
@click.option("--from", "since", type=day, metavar="DAY", help="From this day on, such as 2026-11-01.")
@click.option("--until", type=day, metavar="DAY", help="Until this day, and including it.")
@click.option("--exhibition", "title", metavar="TITLE", help="Of the exhibition with this title only.")
@click.option("--csv", "as_table", is_flag=True, help="A table for a spreadsheet: one row for each day and work.")
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False, readable=False),
    metavar="FILE",
    help="A page of charts.",
)
@click.option("--clear", "clearing", is_flag=True, help="Remove all that was counted.")
@json_option
def stats(
    config: Path | None,
    since: datetime | None,
    until: datetime | None,
    title: str | None,
    as_table: bool,
    page: Path | None,
    clearing: bool,
    as_json: bool,
) -> None:
    """Tell what visitors looked at on this kiosk: counts per day and work, nothing about anyone.

    Leaves with 0, and with 1 when nothing can be read or written.
    """
    from kiosk.staff.statistics.reading import Unreadable, Wanted, read
    from kiosk.staff.statistics.report import report_of

    if clearing:
        _clear()
        return
    wanted = Wanted(since.date() if since else None, until.date() if until else None, title)
    try:
        record = read(state_folder(), wanted)
    except Unreadable as error:
        fail(f"The statistics in {state_folder()} cannot be read: {error}. The kiosk begins new ones by itself.")
    settings, exhibition = _exhibition(config or find_config())
    report = report_of(record, exhibition)
    if page:
        _write_page(report, exhibition, settings, page)
    elif as_table:
        from kiosk.staff.statistics.table_file import as_csv

        click.echo(as_csv(record, report).encode("utf-8"), nl=False)
    elif as_json:
        print_json({"mean_looked_s": report.mean_s, "going_on": report.going_on, **msgspec.structs.asdict(report)})
    else:
        _print(report, wanted)


def _clear() -> None:
    from kiosk.staff.statistics.reading import clear

    click.confirm(f"Remove all that was counted, from {state_folder()}?", abort=True)
    try:
        there = clear(state_folder())
    except (OSError, sqlite3.Error) as error:
        fail(f"It cannot be removed: {error}.")
    click.echo("All that was counted is removed." if there else "Nothing was counted.")


def _exhibition(config: Path | None) -> tuple[Config, Exhibition | None]:
    """The exhibition that works have their names and pictures of; what is wrong with it is not told here."""
    from kiosk.exhibition.config import Config, read_config
    from kiosk.exhibition.manifest import manifest_file
    from kiosk.exhibition.reading import read_exhibition

    settings = read_config(config).config if config else Config()
    return settings, read_exhibition(manifest_file(settings.exhibition), cache_folder() / "exhibitions").exhibition


def _write_page(report: Report, exhibition: Exhibition | None, settings: Config, page: Path) -> None:
    from kiosk.backstage import renditions_folder
    from kiosk.exhibition.disk import replace_file
    from kiosk.pictures.storage.cache import Cache
    from kiosk.staff.statistics.page import MOST_WORKS, statistics_page
    from kiosk.staff.statistics.previews import previews
    from kiosk.visit.counting import title_of

    pictures = {}
    if exhibition:
        counted = [work.work for work in report.works[:MOST_WORKS] if work.exhibition == title_of(exhibition)]
        made = previews(exhibition, counted, Cache(renditions_folder(), round(settings.cache.size_gb * 1e9)))
        pictures = {(title_of(exhibition), work): preview for work, preview in made.items()}
    try:
        replace_file(page, statistics_page(report, pictures, datetime.now().astimezone()).encode())
    except OSError as error:
        fail(f"{page} cannot be written: {error.strerror or error}.")
    click.echo(f"The page is {page}.")


def _print(report: Report, wanted: Wanted) -> None:
    from kiosk.staff.statistics.page import duration

    if not report.visits and not report.works:
        since = " in these days" if wanted.since or wanted.until or wanted.exhibition else ""
        click.echo(f"Nothing was counted{since}.")
        return
    for title in report.exhibitions:
        click.echo(click.style(printable(title), bold=True))
    if report.days:
        click.echo(f"{report.days[0].day} – {report.days[-1].day}")
    told = f"{number(report.visits, 'visit')}, {duration(report.mean_s)} looking at works in the mean."
    click.echo(f"{told}\n")
    for title in report.exhibitions:
        several = len(report.exhibitions) > 1
        _of_exhibition(report, title, f" in {_short(printable(title))}" if several else "")
    _table(("Language", "chosen"), _chosen(report.languages))
    _table(("Day", "visits"), [(each.day, f"{each.visits:,}") for each in reversed(report.days)])
    ends = (
        ("Nobody was there any more", report.ran_out),
        ("Start again", report.walked_on),
        ("Closing time, or the program ended", report.cut_short),
        ("No end", report.going_on),
    )
    _table(("How visits ended", ""), [(words, f"{count:,}") for words, count in ends if count])


def _of_exhibition(report: Report, title: str, where: str) -> None:
    """The works and themes of one exhibition; others may have the same ids."""
    from kiosk.staff.statistics.page import duration

    rows = [
        (work.name, duration(work.looked_s), f"{work.shown:,}", f"{work.zoomed:,}", f"{work.pages:,}")
        for work in report.works
        if work.exhibition == title
    ]
    _table((f"Work{where}", "looked at", "shown", "closer", "pages"), rows)
    _table((f"Theme{where}", "chosen"), _chosen([each for each in report.themes if each.exhibition == title]))


def _chosen(choices: Sequence[Choice]) -> list[tuple[str, str]]:
    return [(each.told, f"{each.times:,}") for each in choices]


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """A table whose first column is words; the rest of a long one is only counted."""
    if not rows:
        return
    shown = [(_short(printable(first)), *others) for first, *others in rows[:_LISTED]]
    widths = [max(len(row[column]) for row in (heads, *shown)) for column in range(len(heads))]
    for place, row in enumerate((heads, *shown)):
        numbers = (each.rjust(wide) for each, wide in zip(row[1:], widths[1:], strict=True))
        words = "  ".join((row[0].ljust(widths[0]), *numbers))
        click.echo(click.style(words.rstrip(), dim=True) if place == 0 else words.rstrip())
    if len(rows) > _LISTED:
        click.echo(click.style(f"and {len(rows) - _LISTED:,} more", dim=True))
    click.echo()


def _short(words: str) -> str:
    return words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1]}…"
