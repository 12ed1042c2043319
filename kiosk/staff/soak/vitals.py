"""What a process and its children take of the machine, as Linux tells of it; other systems tell nothing here."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

_PROC = Path("/proc")


class Vitals(msgspec.Struct, frozen=True):
    """Of one process: bytes that are resident, and its proportional share of them; open handles, and threads.

    `anonymous` are those resident bytes that are no file's: what a program has made, not what it has read.
    """

    rss: int
    pss: int
    handles: int
    threads: int
    anonymous: int = 0


class Household(msgspec.Struct, frozen=True):
    """Of a process and of all below it: how many those are, and the bytes that they take together."""

    viewer: Vitals
    helpers: int
    helpers_rss: int
    helpers_pss: int


def measure(process: int | None = None, proc: Path = _PROC) -> Household | None:
    """A process, this one unless told otherwise, and its children now; None where the system does not tell."""
    process = process or os.getpid()
    viewer = vitals(process, proc)
    if viewer is None:
        return None
    found = [each for child in children(process, proc) if (each := vitals(child, proc))]
    return Household(viewer, len(found), sum(each.rss for each in found), sum(each.pss for each in found))


def vitals(process: int, proc: Path = _PROC) -> Vitals | None:
    """Of one process; None of one that has gone."""
    folder = proc / str(process)
    try:
        memory = _fields((folder / "smaps_rollup").read_text())
        status = _fields((folder / "status").read_text())
        handles = len(os.listdir(folder / "fd"))  # noqa: PTH208 - names only
        return Vitals(
            memory["Rss"] << 10, memory["Pss"] << 10, handles, status["Threads"], memory.get("Anonymous", 0) << 10
        )
    except (OSError, KeyError):
        return None


def children(process: int, proc: Path = _PROC) -> list[int]:
    """All processes below one."""
    found: list[int] = []
    try:
        lists = [file.read_text() for file in (proc / str(process) / "task").glob("*/children")]
    except OSError:
        return found
    for child in (int(word) for words in lists for word in words.split()):
        found += [child, *children(child, proc)]
    return found


def _fields(text: str) -> dict[str, int]:
    """The lines `Name: number unit`."""
    pairs = (line.split()[:2] for line in text.splitlines() if ":" in line)
    return {pair[0].rstrip(":"): int(pair[1]) for pair in pairs if len(pair) > 1 and pair[1].isdigit()}
