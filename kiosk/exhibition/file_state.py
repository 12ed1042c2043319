"""Which version of a file something was learned from."""

from __future__ import annotations

import errno
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


_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL})


def is_out_of_reach(error: Exception) -> bool:
    """Whether no look at a file was possible, since its disk or network drive fails; False for a file that is gone."""
    return isinstance(error, OSError) and error.errno is not None and error.errno not in _GONE
