"""The staff report: what went wrong while the exhibition was shown, one line for each fault however long it lasts."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import CacheDisk, replace_file
from kiosk.exhibition.file_names import storable
from kiosk.exhibition.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

MOST_ENTRIES = 500
FILE = "report.json"


class Entry(msgspec.Struct, frozen=True):
    """One fault and when it was first seen (UTC)."""

    first_seen: datetime
    problem: Problem


class StaffReport:
    """The faults since the program started, the first `MOST_ENTRIES` of them, kept as `report.json` in `folder`.

    A fault is the same while its rule, work, file and field are. Where the file cannot be written, the report lives
    in memory alone.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._file = folder / FILE
        self._now = now
        self._entries: dict[tuple[str, ...], Entry] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All faults, the oldest first."""
        return tuple(self._entries.values())

    def add(self, problem: Problem) -> bool:
        """Note a problem. Whether it is a new one that is worth a line in the log."""
        fault = _fault(problem)
        if fault in self._entries or len(self._entries) >= MOST_ENTRIES:
            return False
        self._entries[fault] = Entry(self._now(), problem)
        self._save()
        return True

    def clear(self, work: str) -> None:
        """Forget the faults of a work, because it is shown again; the next one is a new episode."""
        self._keep(lambda problem: problem.work != work)

    def clear_files(self, files: Collection[Path]) -> None:
        """Forget the faults in what these files say, because they can be read again."""
        self._keep(lambda problem: problem.file not in files)

    def clear_rule(self, rule: str) -> None:
        """Forget the faults of this kind, because what caused them is over."""
        self._keep(lambda problem: problem.rule != rule)

    def clear_fault(self, problem: Problem) -> None:
        """Forget this one, because it is over."""
        self._keep(lambda known: _fault(known) != _fault(problem))

    def _keep(self, is_kept: Callable[[Problem], bool]) -> None:
        kept = {fault: entry for fault, entry in self._entries.items() if is_kept(entry.problem)}
        if len(kept) < len(self._entries):
            self._entries = kept
            self._save()

    def _save(self) -> None:
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            content = msgspec.json.encode(self.entries, enc_hook=_written)
            replace_file(self._file, msgspec.json.format(content), CacheDisk())


def read_report(folder: Path) -> tuple[Entry, ...]:
    """The report that a running or the last program left in `folder`; empty when there is none that can be read."""
    try:
        return msgspec.json.decode(regular_files.read(folder / FILE), type=tuple[Entry, ...], dec_hook=_path)
    except (OSError, msgspec.MsgspecError):
        return ()


def _fault(problem: Problem) -> tuple[str, ...]:
    return problem.rule, problem.work, str(problem.file or ""), problem.field


def _written(path: object) -> str:
    return storable(str(path))


def _path(kind: type, value: object) -> object:
    if kind is Path:
        return Path(str(value))
    raise NotImplementedError(kind)
