"""What the frozen program is made of: the lists of `allowed/`, and whether a file is on them.

A list has a pattern a line, of paths below the program's folder with forward slashes; the first that fits decides.
`*` stands for anything within a folder, `**` also for what is below, `[ab]` for one of these letters, and a line with
`{one,other}` for a line with each.

    program/libffi.so.8       has to be there
    ? program/nacl/py.typed   may be there
    - program/lib*            is known, and left out

What fits no pattern is neither taken nor left out: it stops the build until somebody has decided.
"""

from __future__ import annotations

import re
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LISTS = Path(__file__).with_name("allowed")
SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
"""The name of the list for each `sys.platform`; `all.txt` goes before."""
PROGRAM = "program"
"""The folder with everything but the executable."""


class Fate(Enum):
    """What becomes of a file that is found."""

    NEEDED = ""
    WELCOME = "?"
    LEFT_OUT = "-"


class Rule(NamedTuple):
    """A line of a list."""

    pattern: str
    fate: Fate
    fits: re.Pattern[str]


class Verdict(NamedTuple):
    """What is wrong with a program: files that are on no list or should have been left out, patterns without a file."""

    unlisted: tuple[str, ...]
    missing: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.unlisted or self.missing)


def assets(top: Path) -> Iterable[Path]:
    """Of the folder assets/: the exhibitions without what draws them, what is for Prometheus, schemas, translations."""
    for path in sorted(top.rglob("*")):
        inside = path.relative_to(top).parts
        whole = inside[0] in {"exhibitions", "prometheus"} and "make" not in inside
        if path.is_file() and (whole or path.suffix in {".qm", ".json"}):
            yield path


def rules(platform: str = sys.platform) -> tuple[Rule, ...]:
    """The rules for a system, in their order."""
    names = ("all", SYSTEMS[platform])
    lines = [line for name in names for line in (LISTS / f"{name}.txt").read_text("utf-8").splitlines()]
    return tuple(_rule(each) for line in lines if line and not line.startswith("#") for each in _spelled_out(line))


def decide(path: str, among: Sequence[Rule]) -> Rule | None:
    """The rule for a path; None where nobody has decided yet."""
    return next((rule for rule in among if rule.fits.fullmatch(path)), None)


def judge(paths: Iterable[str], among: Sequence[Rule]) -> Verdict:
    """Whether a finished program has what it should have, and nothing else."""
    decided = {path: decide(path, among) for path in sorted(paths)}
    unlisted = tuple(path for path, rule in decided.items() if rule is None or rule.fate is Fate.LEFT_OUT)
    met = {rule.pattern for rule in decided.values() if rule}
    missing = tuple(rule.pattern for rule in among if rule.fate is Fate.NEEDED and rule.pattern not in met)
    return Verdict(unlisted, missing)


def files_of(folder: Path) -> list[str]:
    """The files of a program, as its lists name them."""
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or path.is_file()]


def _rule(line: str) -> Rule:
    fate = next((fate for fate in Fate if fate.value and line.startswith(f"{fate.value} ")), Fate.NEEDED)
    pattern = line.removeprefix(f"{fate.value} ").strip()
    return Rule(pattern, fate, re.compile(_expression(pattern)))


def _spelled_out(line: str) -> list[str]:
    """A line for each word in braces."""
    choice = re.search(r"\{([^}]*)\}", line)
    if not choice:
        return [line]
    before, after = line[: choice.start()], line[choice.end() :]
    return [each for word in choice[1].split(",") for each in _spelled_out(f"{before}{word}{after}")]


def _expression(pattern: str) -> str:
    """A pattern as a regular expression."""
    parts = re.split(r"(\*\*|\*|\[[^]]+\])", pattern)
    wild = {"**": ".*", "*": "[^/]*"}
    return "".join(wild.get(part, part if part.startswith("[") else re.escape(part)) for part in parts)
