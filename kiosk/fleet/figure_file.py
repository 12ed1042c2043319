"""The file of figures, replaced whole: whoever reads finds the old one or the new one."""

from __future__ import annotations

import logging
import os
import time
from typing import TYPE_CHECKING

from kiosk.exhibition.disk import CacheDisk, remove_abandoned, replace_file
from kiosk.exhibition.episodes import Episodes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIGURES = "figures"
_EVERYBODY = 0o644
"""node_exporter runs as somebody else."""

_log = logging.getLogger("kiosk")


class FigureFile:
    """The one at `file`; its folder is node_exporter's, and is not made here. `now`: a clock that only runs on."""

    def __init__(self, file: Path, now: Callable[[], float] = time.monotonic) -> None:
        self._file = file
        self._episodes = Episodes(now)
        self._begun = False

    def write(self, words: str) -> None:
        """Write it; takes as long as its disk does. What keeps it from that is told once, and once when it is over."""
        try:
            if not self._begun:
                remove_abandoned([self._file.parent])
            replace_file(self._file, words.encode(), CacheDisk())
            if not self._begun and os.name == "posix":
                self._file.chmod(_EVERYBODY)  # kept from then on
            self._begun = True
        except OSError as error:
            if self._episodes.fails(FIGURES):
                why = error.strerror or type(error).__name__
                _log.warning("the figures cannot be written to %s: %s. The show goes on.", self._file, why)
            return
        if over := self._episodes.works(FIGURES):
            _log.info("the figures are written again, %s", over)
