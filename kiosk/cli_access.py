"""The commands about accessibility: `kiosk doctor --accessibility`, and the child that measures for it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
import msgspec

from kiosk.exhibition.places import find_config
from kiosk.terminal import UNUSABLE, config_option, exhibition_argument, fail, print_json, size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kiosk.staff.access import Measured
    from kiosk.staff.figure import Figure


def tell_accessibility(config: Path | None, size: tuple[int, int] | None, as_json: bool, *, windowed: bool) -> int:
    """Measure the interface on the configured screen and print each figure with its goal. The exit code.

    `windowed`: as somebody's own window, with its menu and its guide.
    """
    from kiosk.staff.access import figures
    from kiosk.staff.measuring import USUAL_SCREEN, USUAL_WINDOW, NotMeasured, ask, measure_command
    from kiosk.staff.screens import ask_for_pixels
    from kiosk.staff.standards import SOURCES

    config = config or find_config()
    pixels = size or (USUAL_WINDOW if windowed else ask_for_pixels(config) or USUAL_SCREEN)
    click.echo("Measuring the running interface; this takes some minutes.", err=True)
    try:
        measured = ask(measure_command(pixels, config, windowed=windowed))
    except NotMeasured as reason:
        fail(f"{reason}", UNUSABLE)
    told = figures(measured)
    code = int(not all(figure.met for figure in told))
    if as_json:
        print_json({"exit_code": code, "figures": told, "requirements": SOURCES, "measured": measured})
        return code
    click.echo(_screen(measured))
    for line in _table(told):
        click.echo(line)
    missed = sum(not figure.met for figure in told)
    click.echo(f"\n{len(told)} figures, {missed or 'all'} {'not ' if missed else ''}met. What they answer:")
    for each, source in SOURCES.items():
        click.echo(f"{each:3} {source}")
    return code


def _table(told: Sequence[Figure]) -> Iterator[str]:
    """A line for each figure: met or not, requirements, subject, value and goal; below it, where that was measured."""
    wide = [max(len(getattr(figure, part)) for figure in told) for part in ("ids", "subject", "found")]
    for figure in told:
        state = click.style(f"{'ok' if figure.met else 'not met':8}", fg="green" if figure.met else "yellow")
        cells = (
            f"{words:{width}}" for words, width in zip((figure.ids, figure.subject, figure.found), wide, strict=True)
        )
        yield f"{state}{'  '.join(cells)}  {figure.goal}"
        if figure.where:
            yield click.style(f"{'':8}{'':{wide[0]}}  {figure.where}", dim=True)


def _screen(measured: Measured) -> str:
    width, height = measured.pixels
    millimetres = " × ".join(f"{side / measured.pixels_per_mm:.0f}" for side in measured.pixels)
    guess = "" if measured.known else ", a guess: set display.diagonal_inches"
    kind = "window, at 1/96 inch a pixel" if measured.windowed else f"screen{guess}"
    return f"{len(measured.screens)} screens at {width} × {height} pixels, {millimetres} mm ({kind})"


@click.command("measure", hidden=True)
@exhibition_argument
@config_option
@click.option("--size", type=size, metavar="WxH", required=True, help="The screen's size in pixels.")
@click.option("--lang", "language", metavar="xx", help="Instead of the exhibition's first language.")
@click.option("--windowed", is_flag=True, help="As a window on a laptop.")
@click.option("--sizes-only", is_flag=True, help="Neither keys nor contrast nor flashes.")
@click.option("--only", multiple=True, metavar="PART", help="Only screens with this in their names, and no flashes.")
def measure(
    exhibition: Path | None,
    config: Path | None,
    size: tuple[int, int],
    language: str | None,
    windowed: bool,
    sizes_only: bool,
    only: tuple[str, ...],
) -> None:
    """Measure the running interface on a screen in memory and tell as JSON."""
    from kiosk.measuring import MeasureOptions
    from kiosk.measuring import measure as run

    code = run(MeasureOptions(size, exhibition, config or find_config(), windowed, language, sizes_only, only), _tell)
    fail("There is nothing that can be shown, so nothing to measure. `kiosk check` tells why.", code)


def _tell(measured: Measured) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(measured))
    sys.stdout.flush()
