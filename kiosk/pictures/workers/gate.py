"""Which pictures are let through to a worker, and what is remembered of how it went."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kiosk.exhibition.patience import Patience
from kiosk.pictures.orders import Failed
from kiosk.pictures.storage.quarantine import Look, Part

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.pictures.orders import PyramidReady, Ready
    from kiosk.pictures.storage.quarantine import Quarantine

PATIENCE_S = 2.0
"""A drive that takes longer to tell of a file is left to the worker, who may be ended."""

_NOBODY = Look(None, None)


class Gate:
    """In front of the workers; without a `quarantine` every picture is let through. Safe to call on any thread."""

    def __init__(self, quarantine: Quarantine | None, patience_s: float = PATIENCE_S) -> None:
        self._quarantine = quarantine
        self._patience: Patience[Look] = Patience(patience_s)
        self._made_at = -1.0

    def look(self, source: Path, part: Part = Part.PICTURE) -> Look:
        """Which version of a picture there is; with what it failed, if it rests and no worker is to be asked."""
        quarantine = self._quarantine
        if quarantine is None:
            return _NOBODY
        try:
            return self._patience.ask(lambda: quarantine.look(source, part))
        except TimeoutError:
            return _NOBODY

    def resting(self, sources: Iterable[Path]) -> dict[Path, Failed]:
        """Those of some pictures that rest, and with what they failed."""
        return {source: failed for source in sources if (failed := self.look(source).failed)}

    def heed(self, look: Look, result: Ready | PyramidReady | Failed, since: float, part: Part = Part.PICTURE) -> None:
        """Remember what became of a picture that was looked at; work on it began at `since`, by `time.monotonic`.

        A disk that does not answer is not the picture's fault, unless it has answered for another one meanwhile.
        """
        if not isinstance(result, Failed):
            self._made_at = time.monotonic()
            if self._quarantine:
                self._quarantine.recovered(result.source, part)
        elif self._quarantine:
            alone = result.rule == "not-answering" and self._made_at > since
            self._quarantine.note(look, result, part, of_itself=alone)
