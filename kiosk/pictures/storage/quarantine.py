"""Pictures that have failed twice: they rest for a day, so that one bad file costs its card and nothing else.

What is remembered is the version of a file, by its length and time of change, as in the register: nothing has to be
read for it, and a file that hangs or kills whoever reads it is known again. See docs/decisions/0033.
"""

from __future__ import annotations

import contextlib
import threading
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import replace_file
from kiosk.exhibition.file_names import storable
from kiosk.exhibition.threads import begin
from kiosk.pictures.orders import Failed, Stamp
from kiosk.pictures.refusal import NOT_THE_PICTURES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FILE = "quarantine.json"
FAILURES = 2
"""So many before a picture rests."""
REST_S = 24 * 3600.0
MOST = 1000
"""What failed longest ago is forgotten, and tried again."""
SAVE_AFTER_S = 1.0
"""Failures come in bursts: what is learned is put down so long after the first of them, in one go."""
_LONGEST = 8 << 20


class Part(StrEnum):
    """What of a picture could not be made."""

    PICTURE = "picture"
    TILES = "tiles"


class Case(msgspec.Struct, frozen=True):
    """A version of a file that failed: how often, when last (seconds since 1970, by the wall clock), and why."""

    source: str
    part: Part
    stamp: Stamp
    failures: int
    since: float
    rule: str
    message: str
    remedy: str

    def rests(self, now: float) -> bool:
        """Whether it is left alone. Not by a clock that has been set back to before it failed: nobody knows then."""
        return self.failures >= FAILURES and self.since <= now < self.until

    @property
    def until(self) -> float:
        """When it is tried again, by the wall clock."""
        return self.since + REST_S

    @property
    def failed(self) -> Failed:
        """What it failed with."""
        return Failed(Path(self.source), self.rule, self.message, self.remedy)


class Look(NamedTuple):
    """A file before it is worked on: which version it is, None without one, and what it failed with if it rests."""

    stamp: Stamp | None
    failed: Failed | None


_Key = tuple[str, Part]


class Quarantine:
    """Kept as `quarantine.json` in `folder`; where that cannot be written, in memory. Safe to call on any thread.

    `now`: the wall clock, in seconds. Of more than `MOST` failures the latest are kept.
    """

    def __init__(self, folder: Path, now: Callable[[], float] = time.time, save_after_s: float = SAVE_AFTER_S) -> None:
        self._file = folder / FILE
        self._now = now
        self._save_after_s = save_after_s
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._cases: dict[_Key, Case] | None = None
        self._saver: threading.Timer | None = None

    def look(self, source: Path, part: Part = Part.PICTURE) -> Look:
        """Which version of a file there is, and whether it rests. Costs a look at its status."""
        stamp = _stamp(source)
        with self._lock:
            case = self._read().get(_key(source, part))
            rests = case is not None and case.stamp == stamp and case.rests(self._now())
            return Look(stamp, case.failed if case and rests else None)

    def note(self, look: Look, failed: Failed, part: Part = Part.PICTURE, *, of_itself: bool = False) -> None:
        """Count a failure of what was looked at, unless it is a fault that any picture would have had.

        `of_itself`: it is known that this one alone has it.
        """
        if look.stamp is None or (failed.rule in NOT_THE_PICTURES and not of_itself):
            return
        key = _key(failed.source, part)
        with self._lock:
            cases = self._read()
            before = cases.pop(key, None)
            failures = before.failures if before and before.stamp == look.stamp else 0
            cases[key] = Case(
                key[0],
                part,
                look.stamp,
                min(FAILURES, failures + 1),
                self._now(),
                failed.rule,
                failed.message,
                failed.remedy,
            )
            while len(cases) > MOST:
                del cases[next(iter(cases))]
            self._save_soon()

    def recovered(self, source: Path, part: Part = Part.PICTURE) -> None:
        """Forget the failures of a picture that has been made."""
        with self._lock:
            if self._read().pop(_key(source, part), None):
                self._save_soon()

    def is_due(self, source: Path) -> bool:
        """Whether a picture that failed may be tried again, as far as is known without a look at its file."""
        with self._lock:
            case = self._read().get(_key(source, Part.PICTURE))
            return case is None or not case.rests(self._now())

    def forgive(self, sources: Iterable[Path] | None = None) -> None:
        """Let pictures be tried again at once, all of them unless some are named."""
        keys = None if sources is None else {_key(source, part) for source in sources for part in Part}
        with self._lock:
            cases = self._read()
            kept = {} if keys is None else {key: case for key, case in cases.items() if key not in keys}
            if len(kept) < len(cases):
                self._cases = kept
                self._save_soon()

    @property
    def resting(self) -> tuple[Case, ...]:
        """What rests now, the one that failed last comes last."""
        with self._lock:
            now = self._now()
            return tuple(case for case in self._read().values() if case.rests(now))

    def close(self) -> None:
        """Put down what has not been yet."""
        with self._lock:
            saver, self._saver = self._saver, None
        if saver:
            saver.cancel()
            self._save()

    def _read(self) -> dict[_Key, Case]:
        if self._cases is None:
            self._cases = {(case.source, case.part): case for case in _kept(self._file)}
        return self._cases

    def _save_soon(self) -> None:
        if self._saver is None or not self._saver.is_alive():  # where no thread was left it is tried again
            self._saver = threading.Timer(self._save_after_s, self._save_now)
            self._saver.daemon = True
            begin(self._saver)

    def _save_now(self) -> None:
        with self._lock:
            self._saver = None
        self._save()

    def _save(self) -> None:
        """Not while anybody waits for the lock: a disk may hang."""
        with self._writing, contextlib.suppress(OSError):
            with self._lock:
                content = msgspec.json.encode(list((self._cases or {}).values()))
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, content)


def _key(source: Path, part: Part) -> _Key:
    return storable(str(source)), part


def _stamp(source: Path) -> Stamp | None:
    try:
        return Stamp.of(source.stat())
    except (OSError, ValueError):
        return None


def _kept(file: Path) -> list[Case]:
    """What was put down; nothing where that is gone, damaged, or was written by something else."""
    try:
        cases = msgspec.json.decode(regular_files.read(file, _LONGEST), type=list[Case])
    except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return []
    return cases[-MOST:]
