"""One line of the log, as it is written and as it is read again."""

from __future__ import annotations

import logging
import re
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 4000
"""Letters of what was logged at once; of more the middle is left out, since a traceback tells most at its ends."""
_INDENT = "    "
_LINE = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)[+-]\d{4} ([A-Z]+) ([\w.]+): (.*)")


class Line(NamedTuple):
    """What was noted: day and time by the wall clock, a level of `logging`, a part of the program, and the words."""

    day: str
    time: str
    level: int
    part: str
    words: str


class Wording:
    """What is written of a record: one line, and indented ones of what else belongs to it, such as a traceback.

    Nothing in it can pass for another line or change how a terminal shows it, and no account is named: the folder of
    whoever runs the program is `~`, wherever it stands.
    """

    def __init__(self, home: Path | None = None) -> None:
        self._hide = _hiding(home or _home())

    def words(self, record: logging.LogRecord) -> str:
        """What is told, without when, how bad and by whom."""
        from kiosk.exhibition.problems import printable  # noqa: PLC0415 - the first picture waits for the log, not for that

        said = record.getMessage()
        if record.exc_info:
            said = f"{said}\n{''.join(traceback.format_exception(*record.exc_info))}"
        said = self._hide(_shortened(said)).expandtabs(4)
        return (
            f"\n{_INDENT}".join(printable(line.rstrip()) for line in said.splitlines() if line.strip()) or "(nothing)"
        )


def written_line(created: float, level: int, part: str, words: str) -> str:
    """A line for the files, without its end. `created`: seconds since 1970, by the wall clock."""
    stamp = time.strftime("%Y-%m-%d %H:%M:%S%z", time.localtime(created))
    return f"{stamp} {logging.getLevelName(level)} {part}: {words}"


def read_line(written: str) -> Line | None:
    """A line as it was written; None for one that belongs to the line before, or is none."""
    found = _LINE.fullmatch(written)
    if not found:
        return None
    level = logging.getLevelNamesMapping().get(found[3], logging.INFO)
    return Line(found[1], found[2], level, found[4], found[5])


def _shortened(said: str) -> str:
    if len(said) <= LONGEST:
        return said
    half = LONGEST // 2
    return f"{said[:half]}\n... {len(said) - 2 * half} letters are left out ...\n{said[-half:]}"


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _hiding(home: Path | None) -> Callable[[str], str]:
    """Puts ~ for a home folder, and for the account's name in other paths, as in /media/NAME/STICK."""
    if home is None or len(home.parts) < 2:
        return lambda said: said
    folder = re.compile(rf"{re.escape(str(home))}(?=[/\\\s\"'.,:;]|$)")
    name = re.compile(rf"(?<=[/\\]){re.escape(home.name)}(?=[/\\])")
    return lambda said: name.sub("~", folder.sub("~", said))
