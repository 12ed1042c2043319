"""Where a proof sheet is written: beside its place, and moved there when it is whole."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from kiosk.exhibition.disk import Disk, unfinished_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@contextlib.contextmanager
def whole(file: Path) -> Iterator[Path]:
    """The name of a new file that takes the place of `file` once it is written and on the disk; nothing if that fails.

    Raises OSError.
    """
    unfinished = unfinished_name(file)
    try:
        yield unfinished
        with unfinished.open("r+b") as written:
            os.fsync(written.fileno())
        Disk().replace(file, unfinished)
        Disk().sync_folder(file.parent)
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def write_page(parts: Iterable[str], file: Path) -> None:
    """The parts of a page, one after the other, as the file `file`. Raises OSError."""
    with whole(file) as unfinished, unfinished.open("x", encoding="utf-8", newline="\n") as opened:
        for part in parts:
            opened.write(part)
