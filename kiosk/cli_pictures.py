"""The commands about pictures: preparing them, clearing what was prepared, and looking at one."""

from __future__ import annotations

import contextlib
import signal
import sys
from typing import TYPE_CHECKING

import click

from kiosk.exhibition.places import cache_folder, find_config
from kiosk.terminal import (
    UNUSABLE,
    config_option,
    exhibition_argument,
    fail,
    json_option,
    megabytes,
    print_json,
    print_problems,
    progress,
    size,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.orders import Box
    from kiosk.pictures.storage.cache import Cache
    from kiosk.staff.prepare import Preparation
    from kiosk.staff.series import Tally

REFUSED = 3
USUAL_SCREEN = (1920, 1080)


@click.command()
@exhibition_argument
@config_option
@click.option(
    "--size",
    "sizes",
    type=size,
    metavar="WxH",
    multiple=True,
    help="The screen's pixels, such as 1920x1080; may be given several times. Else those of this machine's screen.",
)
@click.option("--workers", type=click.IntRange(1, 64), metavar="N", help="Pictures at a time; else one a processor.")
@click.option("--no-tiles", is_flag=True, help="Leave out what is only needed to look closer; it takes the most room.")
@json_option
def prepare(
    exhibition: Path | None,
    config: Path | None,
    sizes: tuple[tuple[int, int], ...],
    workers: int | None,
    no_tiles: bool,
    as_json: bool,
) -> None:
    """Make all pictures of an exhibition ready ahead of time, so that each comes at once when it is first shown.

    Ctrl+C stops it, and the same command goes on from there. Leaves with 0 when every picture is ready, 1 when some
    are not, 2 when nothing in the exhibition can be shown.
    """
    from kiosk.backstage import configured, renditions
    from kiosk.exhibition.manifest import manifest_file
    from kiosk.exhibition.reading import read_exhibition
    from kiosk.staff.preparation import outcome

    config = config or find_config()
    settings = configured(config)
    reading = read_exhibition(manifest_file(exhibition or settings.exhibition), cache_folder() / "exhibitions")
    if reading.exhibition is None:
        print_problems(reading.problems)
        fail("Nothing in it can be shown.", UNUSABLE)
    screens = sizes or (_screen(config),)
    with contextlib.closing(renditions(settings)) as cache:
        if cache.problem:
            fail(f"{cache.problem.message} {cache.problem.remedy}")
        done, tiling = _prepare(reading.exhibition, cache, screens, workers, not no_tiles)
    told = outcome(reading.exhibition, done, tiling)
    if as_json:
        print_json(told.as_data())
    else:
        print_problems(told.problems)
        for line in told.lines():
            click.echo(line)
    sys.exit(told.exit_code)


def _prepare(
    exhibition: Exhibition, cache: Cache, screens: Sequence[Box], workers: int | None, tiles: bool
) -> tuple[Preparation, Tally | None]:
    from kiosk.staff.prepare import Preparing
    from kiosk.staff.prepare_tiles import Cutting

    preparing = Preparing(exhibition, cache, screens, workers)
    with progress(preparing.total, "pictures") as tell, _interrupted_by(preparing.stop):
        done = preparing.run(tell)
    if done.stopped or done.ended or not tiles:
        return done, None
    cutting = Cutting(exhibition, cache, screens, workers, without=done.refused, taken=done.taken)
    with progress(cutting.total, "pictures to look closer at") as tell, _interrupted_by(cutting.stop):
        return done, cutting.run(tell) if cutting.total else None


@click.command()
@json_option
def clear(as_json: bool) -> None:
    """Remove all prepared pictures of this computer; what is shown next is made ready again.

    Frees the disk, and starts afresh when pictures look wrong. A show that is running goes on.
    """
    from kiosk.backstage import renditions_folder
    from kiosk.exhibition.places import cache_folder
    from kiosk.pictures.storage.cache import clear_cache
    from kiosk.visit.opening import forget

    folder = renditions_folder()
    freed = clear_cache(folder) + forget(cache_folder())
    if as_json:
        print_json({"folder": folder, "freed": freed})
    else:
        click.echo(f"{megabytes(freed)} freed in {folder}" if freed else f"Nothing was prepared in {folder}")


@click.command(hidden=True)
@config_option
def pixels(config: Path | None) -> None:
    """Print how many pixels the show has here, as WxH; nothing without a display."""
    from kiosk.front import RunOptions, pixels_here

    found = pixels_here(RunOptions(config=config or find_config()))
    click.echo(f"{found[0]}x{found[1]}" if found else "")


def _screen(config: Path | None) -> tuple[int, int]:
    """The pixels of the screen the show is on: as it is now, as it was at the last show, or the usual ones."""
    from kiosk.staff.screens import ask_for_pixels
    from kiosk.visit.opening import recall

    found = ask_for_pixels(config)
    if found:
        return found
    last = recall(cache_folder())
    if last:
        return last.pixels
    width, height = USUAL_SCREEN
    click.echo(
        f"How large the screen is, is not known here: {width} × {height} is taken. Name another with --size.", err=True
    )
    return USUAL_SCREEN


@contextlib.contextmanager
def _interrupted_by(stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` at the first Ctrl+C, and end at once at the second."""

    def first(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        click.echo("\nStopping after the pictures in hand; Ctrl+C once more ends at once.", err=True)
        stop()

    before = signal.signal(signal.SIGINT, first)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
