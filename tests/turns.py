"""Whose turn it is when tests run beside each other: one marked `alone` waits until no other runs, and none begins.

What it measures, frames a second or flashes, depends on how busy the computer is.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
