"""What is wrong with a file, in words staff can act on."""

from __future__ import annotations

import os
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


_MOST_BESIDE = 1000


class Severity(StrEnum):
    """How bad a problem is.

    ERROR: the thing named is left out or the file cannot be used. WARNING: shown, but not as intended.
    HINT: shown as intended, could be better.
    """

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One problem: where it is, what is wrong and what to do.

    `line` and `column` count from 1, 0 when unknown. `field` is a path such as `works[3].themes[0]`, empty for the
    file itself. `work` is the id of the work concerned, if any. `rule` is a short stable name such as `unknown-key`.
    """

    rule: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    file: Path | None = None
    line: int = 0
    column: int = 0
    field: str = ""
    work: str = ""

    @property
    def place(self) -> str:
        """`file:line:column` as far as known."""
        parts = [printable(str(self.file)) if self.file else ""]
        if self.line:
            parts += [str(self.line)] + ([str(self.column)] if self.column else [])
        return ":".join(parts)

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        return f"{self.place}: {self.severity}: {field}{self.message} {self.remedy}".strip()


def printable(words: str) -> str:
    """`words` without anything that would change how a terminal or a screen shows the words around them."""
    if words.isprintable():
        return words
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)


def nearest(name: str, known: Iterable[str]) -> str:
    """' Did you mean "x"?' for the known name most like `name`, else an empty string."""
    from difflib import get_close_matches  # noqa: PLC0415 (a manifest without mistakes never needs it)

    match = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f' Did you mean "{match[0]}"?' if match else ""


def nearest_beside(path: Path) -> str:
    """' Did you mean "x"?' for what lies in the folder of `path` and is called most like it, else an empty string."""
    try:
        with os.scandir(path.parent) as entries:
            there = [entry.name for entry in islice(entries, _MOST_BESIDE) if not entry.name.startswith(".")]
    except (OSError, ValueError):
        return ""
    return printable(nearest(path.name, there))
