"""Which version of a file something was learned from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class FileState(NamedTuple):
    """A file or folder as it was: its length in bytes and its time of change in nanoseconds."""

    path: str
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, path: Path) -> FileState:
        """The state of the file at `path` now. Raises `OSError`."""
        status = path.stat()
        return cls(os.fsdecode(path.absolute()), status.st_size, status.st_mtime_ns)

    @property
    def current(self) -> bool:
        """Whether the file is still as it was."""
        try:
            return FileState.of(Path(self.path)) == self
        except (OSError, ValueError):
            return False
