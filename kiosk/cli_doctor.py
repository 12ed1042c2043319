"""The command about this machine: `kiosk doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from kiosk import __version__
from kiosk.exhibition.places import cache_folder, content_folder, find_config, state_folder
from kiosk.terminal import print_json

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.config import Config
    from kiosk.exhibition.model import Exhibition
    from kiosk.staff.doctor.line import Diagnosis

COLOURS = {"ok": "green", "advice": "yellow", "problem": "red"}


def tell_machine(config: Path | None, as_json: bool) -> int:
    """Print what this machine has for the show, a line each, and what to do about it. The exit code."""
    from kiosk.exhibition.config import Config, ConfigReading, read_config
    from kiosk.staff.doctor.examining import Places, examine, setting
    from kiosk.staff.doctor.line import Diagnosis

    file = config or find_config()
    reading = read_config(file) if file else ConfigReading(Config())
    exhibition = _exhibition(reading.config)
    places = Places(cache_folder(), state_folder(), content_folder())
    seen = examine(reading.config, places, exhibition, missing_letters)
    diagnosis = Diagnosis((*setting(file, reading, exhibition), *seen.lines))
    if as_json:
        told = [{"state": line.state, **msgspec.structs.asdict(line)} for line in diagnosis.lines]
        print_json({"exit_code": diagnosis.exit_code, "version": __version__, "lines": told})
    else:
        _print(diagnosis)
    return diagnosis.exit_code


def _exhibition(config: Config) -> Exhibition | None:
    from kiosk.exhibition.manifest import manifest_file
    from kiosk.exhibition.reading import read_exhibition

    try:
        return read_exhibition(manifest_file(config.exhibition), cache_folder()).exhibition
    except OSError:
        return None


def missing_letters(letters: frozenset[str], own: tuple[Path, ...]) -> frozenset[str]:
    """Those that no font can show. Raises ImportError where Qt cannot be loaded."""
    from kiosk.bridge.look.glyphs import missing_letters as ask

    return ask(letters, own)


def _print(diagnosis: Diagnosis) -> None:
    for line in diagnosis.lines:
        click.echo(f"{click.style(f'{line.state:8}', fg=COLOURS[line.state])} {line.subject}: {line.found}")
        if line.remedy:
            click.echo(f"         {line.remedy}")
    counts = [sum(line.state == state for line in diagnosis.lines) for state in ("problem", "advice")]
    problems, advice = counts
    click.echo(f"\nProblems: {problems or 'none'}. Advice: {advice or 'none'}." if any(counts) else "\nAll is well.")
