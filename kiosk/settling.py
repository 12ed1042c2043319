"""The first picture has been asked for, and nobody waits for a disk any more: what was put off until then."""

from __future__ import annotations

import gc
import logging
import threading
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.bridge.aside import eventually
from kiosk.exhibition.disk import remove_abandoned
from kiosk.exhibition.places import cache_folder, state_folder
from kiosk.staff.logbook.book import running_logbook
from kiosk.supervising.record import latest
from kiosk.supervising.watched import order

if TYPE_CHECKING:
    from pathlib import Path


def settle(shown: Path) -> None:
    """From now on the log is written down, and memory is tidied up. `shown` is the exhibition's manifest."""
    log = logging.getLogger("kiosk")
    restart = latest(state_folder(), datetime.now()) if order() else None  # noqa: DTZ005 - as the supervisor notes it
    if restart:
        log.warning("the show was started again at %s (%s)", restart.at.partition("T")[2], restart.why)
    log.info("Kiosk Gallery %s shows %s", __version__, shown)
    keep_log()
    gc.freeze()  # what lives as long as the show is never collected


def keep_log() -> None:
    """From now on the log is written down, and what was left half-written goes."""
    if logbook := running_logbook():
        logbook.keep(state_folder())
    left_in = (cache_folder(), cache_folder() / "exhibitions", state_folder())
    eventually(threading.Thread(target=remove_abandoned, args=(left_in,), name="tidy", daemon=True))
