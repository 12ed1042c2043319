"""The command that tells everything that is wrong with an exhibition, and what could be better."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from kiosk.exhibition.places import demo_manifest, find_config
from kiosk.pictures.refusal import display_name
from kiosk.terminal import (
    COLOURS,
    config_option,
    exhibition_argument,
    json_option,
    number,
    print_json,
    print_problems,
    size,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.exhibition.problems import Problem
    from kiosk.staff.check import CheckReport
    from kiosk.staff.picture_check import PictureReport

REFUSED = 3
SHOWN = 3
"""Problems of a kind that are printed in full; of more only the works are named."""
_NAMED = 12


@click.command()
@exhibition_argument
@config_option
@click.option(
    "--picture",
    "pictures",
    type=click.Path(path_type=Path),
    metavar="FILE",
    multiple=True,
    help="Check this picture instead, as one of the exhibition; may be given several times.",
)
@click.option("--quick", is_flag=True, help="Look at the pictures' headers only, for thousands of works.")
@click.option(
    "--screen", type=size, metavar="WxH", help="The screen's pixels, such as 1920x1080. Else those of this kiosk."
)
@json_option
def check(
    exhibition: Path | None,
    config: Path | None,
    pictures: tuple[Path, ...],
    quick: bool,
    screen: tuple[int, int] | None,
    as_json: bool,
) -> None:
    """Tell everything that is wrong with an exhibition and what could be better, with place and remedy.

    Leaves with 0 when all is well, 1 when there are errors or warnings, 2 when nothing can be shown, and with
    --picture 3 when the picture is refused.
    """
    if pictures:
        sys.exit(check_pictures(pictures, exhibition, as_json))
    from kiosk.exhibition.config import read_config
    from kiosk.staff.advising.advice import Advice
    from kiosk.staff.check import check as check_exhibition
    from kiosk.staff.screens import known_pixels

    problems: tuple[Problem, ...] = ()
    config = config or find_config()
    if exhibition is None:
        reading = read_config(config) if config else None
        exhibition = reading.config.exhibition if reading else demo_manifest()
        problems = reading.problems if reading else ()
    screen = screen or known_pixels(config, ask=not quick)
    advice = Advice(today=date.today(), screen=screen, missing=missing_letters)  # noqa: DTZ011 - the kiosk's own day
    report = check_exhibition(exhibition, thorough=not quick, progress=count_pictures, advice=advice)
    report = msgspec.structs.replace(report, problems=problems + report.problems)
    if as_json:
        print_json({"exit_code": report.exit_code, "screen": screen, **msgspec.structs.asdict(report)})
    else:
        _print_report(report)
    sys.exit(report.exit_code)


def missing_letters(letters: frozenset[str], own: tuple[Path, ...]) -> frozenset[str]:
    """Those of `letters` that no font can show; Qt is loaded only if there are any to ask about."""
    from kiosk.bridge.look.glyphs import missing_letters as ask

    return ask(letters, own)


def count_pictures(done: int, total: int) -> None:
    """Say how many pictures have been looked at, to somebody who waits."""
    if sys.stderr.isatty() and (done % 10 == 0 or done == total):
        click.echo(f"\r{done} of {total} pictures", err=True, nl=done == total)


def _print_report(report: CheckReport) -> None:
    print_grouped(report.problems)
    counts = Counter(str(problem.severity) for problem in report.problems)
    if report.usable:
        works = number(report.works, "work")
        click.echo(f"{report.title}: {works}, {number(report.pictures, 'picture')}, {number(report.themes, 'theme')}.")
    else:
        click.echo("Nothing in it can be shown.")
    click.echo(", ".join(number(counts[kind], kind) for kind in COLOURS if counts[kind]) or "No problems.")


def print_grouped(problems: Iterable[Problem]) -> None:
    """Print problems; where there are many of a kind, the first few and how many more there are, and of which works."""
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.severity, problem.rule), []).append(problem)
    for (severity, rule), group in sorted(groups.items(), key=lambda item: list(COLOURS).index(item[0][0])):
        if len(group) <= SHOWN + 1:
            print_problems(group)
            continue
        print_problems(group[:SHOWN])
        rest = group[SHOWN:]
        works = list(dict.fromkeys(problem.work for problem in rest if problem.work))
        named = f": {', '.join(works[:_NAMED])}{', …' if len(works) > _NAMED else ''}" if works else ""
        kind = click.style(f"{severity:8}", fg=COLOURS[severity])
        click.echo(f"  {kind} {len(rest):,} more of this kind ({rule}){named}")
        click.echo("           --json lists each with its place.")


def check_pictures(pictures: Sequence[Path], exhibition: Path | None, as_json: bool) -> int:
    """Print of each picture whether it is shown, and why not. Returns the exit code."""
    from kiosk.staff.picture_check import check_pictures as look_at

    reports = look_at(pictures, exhibition)
    if as_json:
        told = [{"shown": report.header is not None, **msgspec.structs.asdict(report)} for report in reports]
        print_json(told[0] if len(told) == 1 else {"pictures": told})
    else:
        for report in reports:
            _print_picture(report, named=len(reports) > 1)
    return REFUSED if any(report.refused for report in reports) else 0


def _print_picture(report: PictureReport, named: bool) -> None:
    if report.refused:
        click.echo(f"{report.refused.message}\n{report.refused.remedy} ({report.refused.rule})")
    elif report.header:
        name = f"{display_name(report.picture)}: " if named else ""
        click.echo(
            f"{name}{report.header.format}, {report.header.width} × {report.header.height} pixels: it will be shown."
        )
        for hint in report.hints:
            click.echo(f"{click.style('hint', fg=COLOURS['hint'])} {hint.message} {hint.remedy} ({hint.rule})")
