"""The files of the log: a few, none larger than a megabyte, for ever."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.exhibition import regular_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "kiosk.log"
FILES = 4
MOST_BYTES = 1 << 20
"""Of each. With what else grows beside the show, 20 MB are never exceeded: docs/decisions/0034."""
READ_BYTES = 1 << 18
"""Of each, from its end, when somebody wants to see the last lines: some thousands."""


class LogFiles:
    """`kiosk.log` in `folder`, to which is added, and `kiosk.log.1` and so on, the older the higher the number.

    For this account alone. Two programs may write: each adds whole lines, and notices when the other has begun a file.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES, files: int = FILES) -> None:
        self._folder = folder
        self._most = most_bytes
        self._files = files
        self._opened: int | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where they are, the latest first, whether they are there or not."""
        return tuple(self._folder / (f"{NAME}.{age}" if age else NAME) for age in range(self._files))

    def write(self, lines: str) -> None:
        """Add lines, each with its end. Raises OSError."""
        data = lines.encode("utf-8", "backslashreplace")
        opened = self._current()
        if os.fstat(opened).st_size + len(data) > self._most:
            self._begin_another()
            opened = self._current()
        while data:
            data = data[os.write(opened, data) :]

    def close(self) -> None:
        """Nothing more is written."""
        opened, self._opened = self._opened, None
        if opened is not None:
            os.close(opened)

    def last_lines(self, most: int) -> list[str]:
        """The last lines, the latest first. What cannot be read is left out."""
        lines: list[str] = []
        for path in self.paths:
            lines += _backwards(path)
            if len(lines) >= most:
                break
        return lines[:most]

    def _current(self) -> int:
        """The file that is added to, opened anew if it is no longer the one of that name."""
        path = self.paths[0]
        if self._opened is not None:
            try:
                there = os.path.samestat(path.stat(), os.fstat(self._opened))
            except OSError:
                there = False
            if not there:
                self.close()
        if self._opened is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
            self._opened = regular_files.open_to_write(path, flags)
        return self._opened

    def _begin_another(self) -> None:
        self.close()
        *older, first = reversed(self.paths)
        for to, path in zip(older, [*older[1:], first], strict=True):
            if path.exists():
                path.replace(to)


def _backwards(path: Path) -> Iterator[str]:
    try:
        with regular_files.reading(path) as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - READ_BYTES))
            text = file.read(READ_BYTES).decode("utf-8", "replace")
    except OSError:
        return
    yield from reversed(text.splitlines())
