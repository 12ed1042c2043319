"""The commands. Each parses, calls one function and prints."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk import __version__
from kiosk.cli_access import measure, tell_accessibility
from kiosk.cli_bundle import install, keygen, pack, rollback
from kiosk.cli_check import check
from kiosk.cli_doctor import tell_machine
from kiosk.cli_fleet import fleet
from kiosk.cli_guide import guide
from kiosk.cli_import import import_command
from kiosk.cli_pictures import clear, pixels, prepare
from kiosk.cli_pin import pin_command
from kiosk.cli_proof import proof
from kiosk.cli_publish import publish
from kiosk.cli_soak import soak
from kiosk.cli_stats import stats
from kiosk.exhibition.installed import is_bundle
from kiosk.exhibition.places import CONFIG, find_config
from kiosk.exhibition.problems import nearest
from kiosk.terminal import UNUSABLE, Way, config_option, exhibition_argument, fail, json_option, size

if TYPE_CHECKING:
    from datetime import datetime

_DEFAULT = "show"


class _Commands(click.Group):
    """A first argument that is not a command is an exhibition to show."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="Kiosk Gallery", message="%(prog)s %(version)s")
def commands() -> None:
    """Show an exhibition of pictures and labels on a touchscreen.

    Without a command, kiosk shows what config.yaml names, and kiosk EXHIBITION a manifest, a folder that holds one, or
    a bundle.
    """


@commands.command(_DEFAULT)
@click.argument("exhibition", required=False, type=Way())
@click.option("--windowed", is_flag=True, help="In a window that can be moved and closed, as bundles are.")
@click.option("--fullscreen", is_flag=True, help="All over the screen, as a kiosk; a bundle, too.")
@click.option("--size", type=size, metavar="WxH", help="In a window of this size, such as 1366x768.")
@click.option("--screen", metavar="N", help="The number of the screen, from 1, or its name.")
@click.option(
    "--rehearse",
    type=click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d"]),
    metavar="WHEN",
    help="As it will be then, such as 2026-12-24T17:55: opening hours, works shown from or until a day.",
)
@config_option
def show(
    exhibition: Path | None,
    windowed: bool,
    fullscreen: bool,
    size: tuple[int, int] | None,
    screen: str | None,
    rehearse: datetime | None,
    config: Path | None,
) -> None:
    """Show an exhibition. The word show itself may be left out."""
    from kiosk.staff.reach import Reach

    there = exhibition is None or Reach().ask(exhibition.exists, otherwise=True)
    if not there and (command := nearest(str(exhibition), commands.commands)):
        fail(f'"{exhibition}" is neither a command nor an exhibition.{command}', UNUSABLE)
    from kiosk.app import run
    from kiosk.front import RunOptions

    if windowed and fullscreen:
        raise click.UsageError("Either --windowed or --fullscreen.")
    # A bundle is double-clicked on somebody's own computer: nobody is locked in there.
    windowed = windowed or bool(exhibition and is_bundle(exhibition) and not (fullscreen or screen))
    config = config or find_config()
    if config is None and exhibition is None:
        click.echo("There is no config.yaml here: everything is as it comes. For one: kiosk new --settings", err=True)
    sys.exit(run(RunOptions(exhibition, config, windowed, size, screen, rehearse)))


def _run(supervised: bool, **asked: Any) -> None:  # noqa: ARG001 - `kiosk.__main__` supervises before anything is parsed
    show.callback(**asked)  # type: ignore[misc]


commands.add_command(
    click.Command(
        "run",
        params=[
            *show.params,
            click.Option(
                ["--supervised"],
                is_flag=True,
                help="Start it again whenever it ends, hangs or shows nothing any more, until staff quit.",
            ),
        ],
        callback=_run,
        help="Show an exhibition, as kiosk does alone, and keep it going if that is wanted.",
    )
)


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--settings", is_flag=True, help="A config.yaml with the kiosk's settings instead, here or into FOLDER.")
def new(folder: Path | None, settings: bool) -> None:
    """Write a small exhibition to start from into FOLDER."""
    from kiosk.staff.scaffold import AlreadyThere, new_exhibition

    if settings:
        _new_settings(folder or Path())
        return
    if folder is None:
        raise click.UsageError('Name a new folder for it, such as "kiosk new spring".')
    try:
        manifest = new_exhibition(folder)
    except AlreadyThere:
        fail(f'"{folder}" is there already and is not an empty folder. Name a new one.')
    except OSError as error:
        fail(f'"{folder}" cannot be written: {error.strerror or error}.')
    click.echo(f"{manifest}\n\nShow it:   kiosk {folder} --windowed\nCheck it:  kiosk check {folder}")


def _new_settings(folder: Path) -> None:
    from kiosk.staff.scaffold import AlreadyThere, new_settings

    try:
        config = new_settings(folder)
    except AlreadyThere:
        fail(f'"{folder / CONFIG}" is there already, and is left as it is.')
    except OSError as error:
        fail(f'"{folder}" cannot be written: {error.strerror or error}.')
    click.echo(f"{config}\n\nkiosk uses it when it is started in this folder, or with --config {config}")


@commands.command()
@exhibition_argument
@config_option
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), default="tour", help="Where to."
)
@click.option(
    "--size", "sizes", type=size, metavar="WxH", multiple=True, help="Such as 1920x1080; may be given several times."
)
@click.option("--lang", "languages", metavar="xx", multiple=True, help="Such as en; may be given several times.")
def tour(
    exhibition: Path | None,
    config: Path | None,
    folder: Path,
    sizes: tuple[tuple[int, int], ...],
    languages: tuple[str, ...],
) -> None:
    """Draw each screen of an exhibition as a PNG. Needs no display."""
    from kiosk.touring import TourOptions
    from kiosk.touring import tour as walk

    code = walk(TourOptions(exhibition, config or find_config(), folder, sizes, languages))
    click.echo(f"The tour is in {folder}." if code == 0 else "There is nothing to tour.", err=code != 0)
    sys.exit(code)


@commands.command()
@config_option
@click.option("--accessibility", is_flag=True, help="Measure the running interface instead: sizes, contrast, reach.")
@click.option(
    "--size", type=size, metavar="WxH", help="With --accessibility, a screen of this size instead of the one here."
)
@click.option(
    "--windowed", is_flag=True, help="With --accessibility, a window on a laptop, with its menu and its guide."
)
@json_option
def doctor(
    config: Path | None, accessibility: bool, size: tuple[int, int] | None, windowed: bool, as_json: bool
) -> None:
    """Tell what this machine shows, and what it has for that: libraries, fonts, screens, touch, disk, clock, power.

    Each line says what to do where something is to be done. Leaves with 0 when there is nothing but advice, and with 1
    when there are problems. Needs no display.
    """
    if accessibility:
        sys.exit(tell_accessibility(config, size, as_json, windowed=windowed))
    sys.exit(tell_machine(config, as_json))


commands.add_command(check)
commands.add_command(fleet)
commands.add_command(proof)
commands.add_command(import_command)
commands.add_command(prepare)
commands.add_command(clear)
commands.add_command(pixels)
commands.add_command(measure)
commands.add_command(pin_command)
commands.add_command(stats)
commands.add_command(soak)
commands.add_command(guide)
for command in (pack, install, rollback, keygen, publish):
    commands.add_command(command)
