"""The files that the PIN and the count of wrong tries are kept in, and the lock that they make together."""

from __future__ import annotations

import logging
import os
import secrets
import threading
from typing import TYPE_CHECKING, TypeVar

import msgspec

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import replace_file
from kiosk.exhibition.places import state_folder
from kiosk.staff.pin import FREE_TRIES, SALT_BYTES, Count, KeptPin, Tries, is_pin, keep

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PIN = "pin.json"
TRIES = "pin-tries.json"
_MOST_BYTES = 4096

_log = logging.getLogger(__name__)
T = TypeVar("T")


def pin_file() -> Path:
    """Where this computer's PIN is kept."""
    return state_folder() / PIN


def set_pin(pin: str, folder: Path) -> Path:
    """Keep a PIN in `folder`, and forgive the wrong tries. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = keep(pin, secrets.token_bytes(SALT_BYTES))
    replace_file(folder / PIN, msgspec.json.encode(kept), private=True)
    (folder / TRIES).unlink(missing_ok=True)
    return folder / PIN


class PinLock:
    """The PIN in `folder`, and how often it may be tried. `now`: seconds of a clock that only runs on.

    A wait that was cut short begins again at `since`, when the program started. Where the count cannot be written it
    lives in memory. For one try at a time; `wait_s` may be asked meanwhile.
    """

    def __init__(self, folder: Path, now: Callable[[], float], since: float | None = None) -> None:
        self._folder = folder
        self._now = now
        self._busy = threading.Lock()
        self._told = False
        self._tries = Tries.resumed(self._counted(), now() if since is None else since)

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN, if only a damaged one, which nobody knows."""
        return os.path.lexists(self._folder / PIN)

    def wait_s(self) -> float:
        """How long until the next try, in seconds."""
        return self._tries.wait_s(self._now())

    def open(self, pin: str) -> bool:
        """Whether this is the PIN, and it might be tried. Takes half a second; the try counts from its beginning."""
        with self._busy:
            begun = self._tries.begun(self._now())
            if begun is None:
                return False
            self._become(begun)
            kept = _read(self._folder / PIN, KeptPin)
            right = is_pin(pin, kept or keep("", bytes(SALT_BYTES))) and kept is not None
            if right:
                self._become(Tries())
            elif begun.waits_from is not None:
                self._tries = Tries(begun.wrong, self._now())  # the wait begins with the answer
            return right

    def rest(self) -> None:
        """Remember that a wait is over, so that it does not begin again with the next start."""
        with self._busy:
            waited = self._tries.waited(self._now())
            if waited != self._tries:
                self._become(waited)

    def _become(self, tries: Tries) -> None:
        self._tries = tries
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._folder / TRIES, msgspec.json.encode(tries.count), private=True)
        except OSError as error:
            if not self._told:
                _log.warning("wrong PINs are counted until the program ends: %s", error.strerror or error)
            self._told = True

    def _counted(self) -> Count:
        """What was counted; a count that cannot be read has been tampered with, or was lost in a power cut."""
        file = self._folder / TRIES
        if not os.path.lexists(file):
            return Count()
        return _read(file, Count) or Count(FREE_TRIES, served=False)


def _read(file: Path, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(regular_files.read(file, _MOST_BYTES), type=kind)
    except (OSError, ValueError):
        return None
