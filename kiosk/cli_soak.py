"""`kiosk soak`: hours of a kiosk's life at speed, and whether anything grows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.exhibition.places import find_config
from kiosk.terminal import UNUSABLE, config_option, exhibition_argument, fail, json_option, print_json, size

if TYPE_CHECKING:
    from kiosk.soaking import Report

USUAL_SPEED = 60.0
TOLD = frozenset(("visits", "touches", "acts", "scenes", "pages", "frames", "installed"))


@click.command()
@exhibition_argument
@click.option("--hours", type=click.FloatRange(min=0.01), required=True, metavar="N", help="Of the kiosk's own time.")
@click.option(
    "--speed",
    type=click.FloatRange(min=1, max=200),
    default=USUAL_SPEED,
    metavar="X",
    show_default=True,
    help="How many times as fast as the world.",
)
@click.option("--size", type=size, default="1920x1080", metavar="WxH", show_default=True, help="Of the screen.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed, other visitors.")
@config_option
@json_option
def soak(
    exhibition: Path | None,
    hours: float,
    speed: float,
    size: tuple[int, int],
    seed: int,
    config: Path | None,
    as_json: bool,
) -> None:
    """Let strangers use the kiosk for hours, at speed, and tell whether anything grows: memory, handles, files.

    The real program runs on a screen in memory with a copy of the exhibition, all of it below a temporary folder
    (TMPDIR says where): what is installed and prepared here stays as it is. Pictures are prepared first, and the first
    visitors see everything once, in every language and size of text: what is there for the first time is there before
    memory is judged. Then visitors, edits of the manifest, installed bundles and closing times come by chance, the same
    for the same seed. Leaves with 0 within the limits and 1 outside.
    """
    from kiosk.backstage import configured
    from kiosk.soaking import SoakOptions
    from kiosk.soaking import soak as live
    from kiosk.staff.soak.home import NotAtHome

    config = (config or find_config() or Path()).absolute() if config or find_config() else None
    shown = exhibition or configured(config).exhibition
    options = SoakOptions(hours, speed, shown.absolute(), config, size, seed)
    try:
        report = live(options, lambda line: click.echo(line, err=True))
    except NotAtHome as reason:
        fail(f"{reason}.", UNUSABLE)
    if as_json:
        print_json({"exit_code": report.exit_code, "report": report})
    else:
        _print(report)
    sys.exit(report.exit_code)


def _print(report: Report) -> None:
    wide = max(len(finding.subject) for finding in report.findings)
    for finding in report.findings:
        word = "ok" if finding.met and finding.goal else "" if finding.met else "not met"
        state = click.style(f"{word:8}", fg="green" if finding.met else "yellow")
        goal = f"  ({finding.goal})" if finding.goal else ""
        click.echo(f"{state}{finding.subject:{wide}}  {finding.found}{goal}")
    told = ", ".join(f"{count} {name}" for name, count in report.lived.items() if name in TOLD)
    click.echo(f"\n{report.hours:.2f} hours in {report.took_s / 60:.1f} minutes: {told}.")
    for line in report.lines:
        click.echo(f"logged: {line}", err=True)
