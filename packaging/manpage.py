"""The man page kiosk(1), from the commands themselves: `python packaging/manpage.py [-o FILE]`."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import click  # noqa: E402 - found from the checkout

from kiosk import __version__  # noqa: E402 - see above
from kiosk.cli import commands  # noqa: E402 - see above

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = {
    "/etc/kiosk-gallery/config.yaml": "How this computer's kiosk behaves; every key is explained in it.",
    "./config.yaml": "The same for whoever works in its folder: there it comes first.",
    "~/.local/share/kiosk-gallery/content": "Exhibitions that were installed, and which of them is shown.",
    "~/.local/state/kiosk-gallery": "The log, counts of visits, what is kept of the PIN, works that are hidden.",
    "~/.cache/kiosk-gallery": "Pictures made ready for the screen; may be removed.",
    "/var/lib/kiosk-gallery": "Home of the account kiosk, which the package kiosk-gallery-session has the show run in.",
}
ENVIRONMENT = {
    "KIOSK_CONFIG": "The configuration to use when --config names none.",
    "KIOSK_CONTENT": "The folder of installed exhibitions, in place of one's own.",
}
SESSION = """\
Where the package kiosk-gallery-session is installed, the computer has one kiosk, with an account of its own. install,
rollback, pin, stats, doctor, and prepare and clear without anything behind them, are then done for that kiosk, whoever
types them; they ask for an administrator's password. Everything else is done for whoever types it."""


def page(now: datetime) -> str:
    """The page, in the macros of man(7)."""
    lines = [f'.TH KIOSK 1 "{now:%Y-%m-%d}" "Kiosk Gallery {__version__}" "User Commands"']
    lines += [".SH NAME", r"kiosk, kiosk\-gallery \- show an exhibition of pictures and labels on a touchscreen"]
    lines += [".SH SYNOPSIS", *_synopsis(commands.commands["show"], "kiosk"), ".br", '.BI kiosk " COMMAND " [options]']
    lines += [".SH DESCRIPTION", *_words(commands.help)]
    show = commands.commands["show"]
    lines += [
        ".SH OPTIONS",
        *_parameters(show),
        *_option(click.Option(["--version"], is_flag=True, help="Tell which one this is.")),
    ]
    lines += [".SH COMMANDS", *_words("What kiosk COMMAND --help tells of each.")]
    for name, command in sorted(commands.commands.items()):
        if command.hidden or command is show:
            continue
        lines += [f".SS {_safe(name)}", *_synopsis(command, f"kiosk {name}"), ".PP", *_words(command.help)]
        lines += _parameters(command)
    lines += [".SH FILES", *_table(FILES), ".SH ENVIRONMENT", *_table(ENVIRONMENT)]
    lines += [".SH NOTES", *_words(SESSION)]
    lines += [
        ".SH SEE ALSO",
        *_words("All documents, for staff and for technicians: /usr/share/doc/kiosk-gallery/html/index.html"),
    ]
    return "\n".join(lines) + "\n"


def _synopsis(command: click.Command, name: str) -> Iterator[str]:
    arguments = [parameter.make_metavar(_context(command)) for parameter in command.params if _is_argument(parameter)]
    yield f".B {_safe(name)}"
    if any(not _is_argument(parameter) for parameter in command.params):
        yield "[options]"
    yield from map(_safe, arguments)


def _parameters(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            yield from _option(parameter, command)


def _option(option: click.Option, command: click.Command = commands) -> Iterator[str]:
    record = option.get_help_record(_context(command))
    if record:
        yield ".TP"
        yield f".B {_safe(record[0])}"
        yield from _words(record[1])


def _table(rows: dict[str, str]) -> Iterator[str]:
    for name, meaning in rows.items():
        yield from (".TP", f".I {_safe(name)}", *_words(meaning))


def _words(text: str | None) -> Iterator[str]:
    """Paragraphs, with nothing in them that troff would take for its own."""
    for number, paragraph in enumerate(re.split(r"\n\s*\n", (text or "").replace("\b", "").strip())):
        if number:
            yield ".PP"
        for line in filter(None, map(str.strip, paragraph.splitlines())):
            yield _safe(line)


def _safe(words: str) -> str:
    told = words.replace("\\", r"\e").replace("-", r"\-").replace("…", "...").replace("×", r"\(mu")
    return f"\\&{told}" if told[:1] in {".", "'"} else told


def _is_argument(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Argument)


def _context(command: click.Command) -> click.Context:
    return click.Context(command, info_name="kiosk", max_content_width=1000)


def main() -> int:
    """Write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, help="a file instead of the terminal")
    parser.add_argument("--date", type=float, metavar="SECONDS", help="of the page, since 1970; else now")
    asked = parser.parse_args()
    text = page(datetime.fromtimestamp(asked.date, UTC) if asked.date is not None else datetime.now(UTC))
    if asked.output:
        asked.output.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
