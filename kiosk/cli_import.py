"""The command that makes an exhibition of what staff have: a table, a IIIF manifest, a folder of pictures."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
import msgspec

from kiosk.terminal import UNUSABLE, fail, json_option, number, print_json, progress

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.staff.importing.column_names import Role
    from kiosk.staff.importing.draft import NotImported
    from kiosk.staff.importing.importer import Outcome
    from kiosk.staff.importing.options import Options
    from kiosk.staff.importing.telling import Group

_COLOURS = {"doubtful": "yellow", "dropped": "red", "guessed": "cyan"}
_SHOWN = {"doubtful": 3, "dropped": 3, "guessed": 1}
"""Messages of one rule that a terminal has room for; the report has all."""


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The exhibition."
)
@click.option(
    "--map",
    "mapping",
    metavar='KEY="HEADING"',
    multiple=True,
    help='Which column is for what, such as title="Object Title" or title.ko="제목"; may be given several times.',
)
@click.option("--sheet", default="", metavar="NAME", help="The worksheet; else the one with the most known headings.")
@click.option("--title", default="", metavar="WORDS", help="The exhibition's title.")
@click.option("--lang", "language", default="", metavar="xx", help="The language of words that do not say theirs.")
@click.option("--turn-names", is_flag=True, help='Write "Blake, William" as "William Blake".')
@click.option(
    "--pictures",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="Where the pictures are, if they are not beside the table.",
)
@click.option("--photographs", is_flag=True, help="Of a folder: the pictures are the works; who took one made it.")
@click.option("--link", is_flag=True, help="Link the pictures instead of copying them, where both are on one disk.")
@click.option(
    "--themes-at-least", type=click.IntRange(1), metavar="N", help="How many works share a subject that is a theme."
)
@click.option("--remove-missing", is_flag=True, help="Take works out that the source has no longer.")
@json_option
def import_command(
    source: Path,
    folder: Path,
    mapping: tuple[str, ...],
    sheet: str,
    title: str,
    language: str,
    turn_names: bool,
    pictures: Path | None,
    photographs: bool,
    link: bool,
    themes_at_least: int | None,
    remove_missing: bool,
    as_json: bool,
) -> None:
    """Make an exhibition of SOURCE: a table (.xlsx, .csv, .tsv), a IIIF manifest, or a folder of pictures.

    Pictures are looked for beside the table. Only columns that are known or named by --map are copied. Doing it again
    takes over what has changed in the source and keeps what was changed by hand. Leaves with 0 when it is done, and 2
    when nothing could be imported; then nothing is changed.
    """
    from kiosk.staff.importing.draft import NotImported
    from kiosk.staff.importing.options import Options

    options = Options(
        mapping=_mapping(mapping),
        sheet=sheet,
        title=title,
        language=_language(language),
        turn_names=turn_names,
        pictures=pictures,
        photographs=photographs,
        link=link,
        themes_at_least=themes_at_least,
        remove_missing=remove_missing,
    )
    try:
        outcome, report = _run(source, folder, options)
    except NotImported as refusal:
        _refuse(refusal, as_json)
    if as_json:
        print_json({"exit_code": 0, "report": report, **msgspec.structs.asdict(outcome)})
    else:
        _print(outcome, report)


def _run(source: Path, folder: Path, options: Options) -> tuple[Outcome, Path]:
    from datetime import datetime

    from kiosk.exhibition.disk import replace_file
    from kiosk.staff.importing.importer import REPORT, import_source
    from kiosk.staff.importing.report_page import report_page
    from kiosk.staff.importing.sources import read_source

    now = datetime.now().astimezone()
    read = read_source(source, folder, options)
    with progress(max(1, sum(draft.picture is not None for draft in read.drafts)), "pictures") as tell:
        outcome = import_source(read, folder, options, now.date(), tell)
    report = folder / REPORT
    try:
        replace_file(report, report_page(outcome, now).encode())
    except OSError as error:
        fail(
            f'"{report}" cannot be written: {error.strerror or error}. The exhibition is there; for a report of it, '
            "make the folder writable and import again."
        )
    return outcome, report


def _mapping(pairs: Sequence[str]) -> Mapping[tuple[Role, str], tuple[str, ...]]:
    from kiosk.exhibition.problems import nearest
    from kiosk.exhibition.text import language_tag
    from kiosk.staff.importing.column_names import Role

    wanted: dict[tuple[Role, str], list[str]] = {}
    for pair in pairs:
        key, equals, heading = (part.strip() for part in pair.partition("="))
        name, point, language = key.partition(".")
        name = {"theme": "themes", "image": "picture"}.get(name, name)
        tag = language_tag(language.replace("_", "-")) if point else ""
        if not equals or not heading:
            raise click.BadParameter(f'{pair} is not KEY="HEADING", such as title="Object Title".')
        if name not in set(Role):
            raise click.BadParameter(f"{name} is no key.{nearest(name, Role)} Known are {', '.join(Role)}.")
        if tag is None:
            raise click.BadParameter(f"{language} is not the code of a language, such as en, ko or zh-Hant.")
        wanted.setdefault((Role(name), tag), []).append(heading)
    return {key: tuple(headings) for key, headings in wanted.items()}


def _language(words: str) -> str:
    from kiosk.exhibition.text import language_tag

    tag = language_tag(words) if words else ""
    if tag is None:
        raise click.BadParameter(f"{words} is not the code of a language, such as en, ko or zh-Hant.")
    return tag


def _refuse(refusal: NotImported, as_json: bool) -> NoReturn:
    origin = refusal.origin
    if as_json:
        print_json({"exit_code": UNUSABLE, "origin": origin, "message": str(refusal), "remedy": refusal.remedy})
    else:
        where = [f"sheet {origin.sheet}"] if origin.sheet else []
        where += [f"row {origin.row}"] if origin.row else []
        place = ", ".join((origin.file, *where))
        click.echo(f"{click.style(place, dim=True)}\n  {refusal}\n  {refusal.remedy}", err=True)
    sys.exit(UNUSABLE)


def _print(outcome: Outcome, report: Path) -> None:
    from kiosk.staff.importing.telling import groups

    for group in groups(outcome.remarks):
        _print_group(group)
    counts = outcome.counts
    made = [
        f"{outcome.rows:,} {outcome.things if outcome.rows != 1 else _one_of(outcome.things)} read",
        number(outcome.works, "work"),
        number(outcome.pictures, "picture"),
        number(len(outcome.themes), "theme"),
    ]
    click.echo(f"{outcome.title}: {', '.join(made)}.")
    if outcome.updated:
        told = [
            f"{counts.new} new",
            f"{counts.updated} updated",
            f"{counts.unchanged} as they were",
            *([f"{counts.missing} no longer in the source, kept"] if counts.missing else []),
            *([f"{counts.removed} taken out"] if counts.removed else []),
        ]
        kept = f" The manifest as it was: {outcome.backup}" if outcome.backup else ""
        click.echo(f"{', '.join(told)}.{kept}")
    folder = outcome.manifest.parent
    click.echo(f"\nThe report:  {report}\nCheck it:    kiosk check {folder}\nShow it:     kiosk {folder} --windowed")


def _one_of(things: str) -> str:
    """The word for one of them: "canvas" of "canvases", "row" of "rows"."""
    return things.removesuffix("es") if things.endswith("ses") else things.removesuffix("s")


def _print_group(group: Group) -> None:
    kind = click.style(f"{group.kind.value:8}", fg=_COLOURS[group.kind.value])
    click.echo(f"{kind} {group.heading}: {group.count:,}")
    if group.rule == "column":
        click.echo(f"         {', '.join(group.parts)}")
    shown = _SHOWN[group.kind.value]
    for said in () if group.rule == "column" else group.said[:shown]:
        place = click.style(f" ({said.places})", dim=True) if said.places else ""
        click.echo(f"         {said.message}{place}")
    if len(group.said) > shown and group.rule != "column":
        click.echo(f"         and {len(group.said) - shown:,} more in the report")
    remedy = next((said.remedy for said in group.said if said.remedy), "")
    if remedy:
        click.echo(click.style(f"         {remedy}", dim=True))
