"""Whose turn it is when tests run beside each other: one marked `alone` waits until no other runs, and none begins.

What it measures, frames a second or flashes, depends on how busy the computer is. The longest files begin first, so
that all who test are done at about the same time.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST = (
    "tests/test_qml.py",
    "tests/e2e/test_access.py",
    "tests/e2e/test_whole.py",
    "tests/e2e/test_visit.py",
    "tests/e2e/test_faults.py",
    "tests/test_bench.py",
    "tests/e2e/",
    "tests/test_",
)
"""Files and folders, the longest first; all others are done in seconds."""


def place(test: str) -> int:
    """Where a test stands by how long its file takes; `test` is its id."""
    return next((number for number, begins in enumerate(LONGEST) if test.startswith(begins)), len(LONGEST))


@contextlib.contextmanager
def turn(folder: Path, *, alone: bool) -> Iterator[None]:
    """Holds a place among the tests that keep their locks in `folder`; on Windows they all run one after another."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (folder / "door.lock").open("w") as door, (folder / "room.lock").open("w") as room:
        fcntl.flock(door, fcntl.LOCK_EX)  # whoever waits to be alone keeps others from coming in
        fcntl.flock(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        fcntl.flock(door, fcntl.LOCK_UN)
        yield
