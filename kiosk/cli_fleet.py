"""The commands about many kiosks: a live table of them, and what they are asked to do."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from kiosk.exhibition.places import find_config
from kiosk.exhibition.problems import printable
from kiosk.terminal import config_option, fail, json_option, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibition.config_fleet import Fleet
    from kiosk.fleet.commands import Reply
    from kiosk.fleet.roll import Row
    from kiosk.fleet.watcher import Watcher

_REDRAW_S = 2.0
_LEAST_S = 0.2
_COLOURS = {"done": "green", "refused": "yellow", "failed": "red"}
_HELP = """\
COMMAND is one of: next, previous, show WORK, theme [THEME], pause [SECONDS], resume, reload, install GENERATION,
message, screen on, screen off, restart.

A message is told in words, --words en="..." for each language, or as --closes-in 10; with neither, what lies there is
taken away. Visitors are not interrupted unless --force says so.

Leaves with 0 when all kiosks have done it, and 1 when any has not, or does not answer."""


@click.group(name="fleet", invoke_without_command=True)
@config_option
@click.option("--once", is_flag=True, help="The table as it is now, instead of one that goes on.")
@json_option
@click.pass_context
def fleet(context: click.Context, config: Path | None, once: bool, as_json: bool) -> None:
    """Show all kiosks of the fleet that config.yaml names, as they are now, until Ctrl+C."""
    context.obj = config
    if context.invoked_subcommand:
        return
    with _watching(_settings(config)) as watcher:
        watcher.settle()
        if as_json:
            print_json({"kiosks": [_plain(row) for row in watcher.rows]})
        elif once or not sys.stdout.isatty():
            _print_once(watcher)
        else:
            _print_live(watcher)


@fleet.command(help=f"Have kiosks do something.\n\n{_HELP}")
@click.argument("words", nargs=-1, required=True, metavar="COMMAND")
@click.option("--to", "kiosks", multiple=True, metavar="NAME", help="To this kiosk; may be given several times.")
@click.option("--group", "groups", multiple=True, metavar="GROUP", help="To all of this group; several times, too.")
@click.option("--all", "everybody", is_flag=True, help="To all kiosks.")
@click.option("--force", is_flag=True, help="Also where somebody visits.")
@click.option("--words", "texts", multiple=True, metavar="LANG=TEXT", help="What a message says in a language.")
@click.option("--closes-in", type=click.IntRange(0, 120), metavar="MINUTES", help="That the gallery closes then.")
@click.option("--for", "seconds", type=click.FloatRange(1, 3600), metavar="SECONDS", help="How long a message stays.")
@click.option("--wait", "patience_s", type=click.FloatRange(0, 600), default=20, help="Seconds to wait for answers.")
@config_option
@click.pass_context
def send(
    context: click.Context,
    words: tuple[str, ...],
    kiosks: tuple[str, ...],
    groups: tuple[str, ...],
    everybody: bool,
    force: bool,
    texts: tuple[str, ...],
    closes_in: int | None,
    seconds: float | None,
    patience_s: float,
    config: Path | None,
) -> None:
    """Have kiosks do something."""
    settings = _settings(config or context.obj)
    if bool(kiosks) + bool(groups) + everybody != 1:
        raise click.UsageError("To whom? Name kiosks with --to, groups with --group, or all of them with --all.")
    from kiosk.fleet.asking import NotUnderstood, command_of

    try:
        command = command_of(words, _told(texts), closes_in, seconds, force=force)
    except NotUnderstood as no:
        raise click.UsageError(str(no)) from no
    with _watching(settings) as watcher:
        watcher.settle()
        root = watcher.root
        asked = kiosks or watcher.present(groups)
        topics = map(root.to_one, kiosks) if kiosks else map(root.to_group, groups) if groups else (root.to_all,)
        if not asked:
            fail("No such kiosk is there.")
        command = msgspec.structs.replace(command, at=time.time())
        watcher.send(command, topics)
        answered = {reply.kiosk: _tell(reply) for reply in watcher.replies(command.id, asked, patience_s)}
    silent = sorted(set(asked) - set(answered))
    for kiosk in silent:
        click.echo(f"{kiosk:20} {click.style('silent', fg='red')}: no answer within {patience_s:g} s")
    sys.exit(0 if not silent and all(answered.values()) else 1)


@fleet.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path(), help="The folder to write into; else this one."
)
def prometheus(output: Path) -> None:
    """Write an example of alert rules for Prometheus, and of a dashboard for Grafana, about kiosks' figures."""
    from kiosk.exhibition.disk import replace_file
    from kiosk.exhibition.places import assets_folder

    for file in sorted((assets_folder() / "prometheus").iterdir()):
        try:
            output.mkdir(parents=True, exist_ok=True)
            replace_file(output / file.name, file.read_bytes())
        except OSError as error:
            fail(f"{output / file.name} cannot be written: {error.strerror or error}")
        click.echo(output / file.name)


def _settings(config: Path | None) -> Fleet:
    """What config.yaml says of the fleet; problems with that end the command."""
    from importlib.util import find_spec

    from kiosk.exhibition.config import read_config

    config = config or find_config()
    reading = read_config(config) if config else None
    if reading is None or reading.config.fleet.broker is None:
        told = [str(each) for each in reading.problems if each.field.startswith("fleet")] if reading else []
        fail("\n".join(told) or "There is no fleet: write the broker into config.yaml, fleet.broker (docs/fleet.md).")
    if find_spec("paho") is None:
        fail("The extra fleet is not installed: pip install kiosk-gallery[fleet]")
    return reading.config.fleet


@contextlib.contextmanager
def _watching(settings: Fleet) -> Iterator[Watcher]:
    """Joined to the fleet; why that cannot be ends the command."""
    from kiosk.fleet.watcher import NoBroker, Watcher

    try:
        with Watcher(settings).entered() as watcher:
            yield watcher
    except NoBroker as no:
        fail(f"The fleet cannot be joined: {no}.")


def _told(texts: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for text in texts:
        language, _, words = text.partition("=")
        if not (language and words):
            raise click.BadParameter(f'"{text}" is not like en="Back at three"', param_hint="--words")
        found[language] = words
    return found


def _tell(reply: Reply) -> bool:
    """Print an answer; whether all is well."""
    result = click.style(reply.result, fg=_COLOURS[reply.result])
    click.echo(f"{printable(reply.kiosk):20} {result}{reply.words and ': '}{printable(reply.words)}")
    return reply.result == "done"


def _plain(row: Row) -> dict[str, object]:
    return {"kiosk": row.kiosk, "present": row.present, "state": row.state}


def _print_once(watcher: Watcher) -> None:
    from rich.console import Console

    from kiosk.fleet.table import table

    Console().print(table(watcher.rows))


def _print_live(watcher: Watcher) -> None:
    from rich.live import Live

    from kiosk.fleet.table import table

    with contextlib.suppress(KeyboardInterrupt), Live(table(watcher.rows), auto_refresh=False, screen=True) as live:
        while True:
            watcher.wait(_REDRAW_S)
            live.update(table(watcher.rows, watcher.away), refresh=True)
            time.sleep(_LEAST_S)
