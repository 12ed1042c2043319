"""The folder of prepared pictures, kept below its budget."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.pictures.files import TEMPORARY_SUFFIX, find
from kiosk.pictures.orders import Stamp
from kiosk.pictures.refusal import Refused
from kiosk.pictures.sizes import Sizes
from kiosk.pictures.sweep import remove, sweep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.pictures.orders import Box, Rendition

SIZES_NAME = "sizes.msgpack"

_TOUCH_AFTER_S = 300.0


class Cache:
    """Renditions in `folder`, at most `budget_bytes` of them after a sweep.

    Where `folder` cannot be written, a temporary one takes its place and `problem` says why; `folder` is then that
    one. Any file in it may be lost or damaged at any time: it is not found then, and made again.
    """

    def __init__(self, folder: Path, budget_bytes: int) -> None:
        self.budget_bytes = budget_bytes
        self.problem: Refused | None = None
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self.folder = folder
        try:
            _try_out(folder)
        except OSError as error:
            self._temporary = tempfile.TemporaryDirectory(prefix="kiosk-pictures-", ignore_cleanup_errors=True)
            self.folder = Path(self._temporary.name)
            self.problem = Refused(
                "cache-unwritable",
                f"Prepared pictures cannot be kept in {folder}: {error.strerror or error}.",
                "Check the disk and the rights of that folder. Until then pictures are prepared anew at every start.",
            )
        self.sizes = Sizes(self.folder / SIZES_NAME)

    def find(self, source: Path, box: Box | None) -> Rendition | None:
        """The rendition of `source` as it is now for `box`, or its preview alone for None; None if not prepared.

        Costs a look at the source's status and at the first and last bytes of its rendition.
        """
        try:
            stamp = Stamp.of(source.stat())
        except (OSError, ValueError):
            return None
        rendition = find(self.folder, source, stamp, box)
        if rendition:
            for path in (rendition.screen, rendition.preview):
                if path:
                    _touch(path)
        return rendition

    def discard(self, rendition: Rendition) -> None:
        """Throw a rendition away that turned out to be broken, so that the next order makes it again."""
        for path in (rendition.screen, rendition.preview):
            if path and path.parent == self.folder:
                remove(path)

    def known_sizes(self, sources: Iterable[Path]) -> dict[Path, Box]:
        """The shown (width, height) of those of `sources` that were measured and have not changed since."""
        return self.sizes.known(sources)

    def sweep(self) -> None:
        """Bring the folder below its budget."""
        sweep(self.folder, self.budget_bytes)

    def close(self) -> None:
        """Keep what was learned; remove the temporary folder, if there is one."""
        if self._temporary:
            self._temporary.cleanup()
        else:
            self.sizes.save()


def _try_out(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder, suffix=TEMPORARY_SUFFIX) as file:
        file.write(b"\0")


def _touch(path: Path) -> None:
    """Note that `path` is in use, by its time of change; seldom enough to spare a memory card."""
    with contextlib.suppress(OSError):
        if abs(time.time() - path.stat().st_mtime) > _TOUCH_AFTER_S:
            os.utime(path)
