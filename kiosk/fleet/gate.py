"""Which messages are carried out: each command once, soon after it was sent, and nothing else."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kiosk.fleet.commands import MOST_BYTES, AnyCommand, decode_command

if TYPE_CHECKING:
    from collections.abc import Mapping

OLDEST_S = 60.0
"""A command that was sent longer ago is not carried out, and so much the clocks of two computers may differ."""
KEPT_S = 2 * OLDEST_S + 10
"""So long the ids of commands are remembered; after that they are too old anyway."""
MOST_AT_ONCE = 20
MOST_IDS = 1000
PER_S = 2.0
"""Commands a second, after `MOST_AT_ONCE`."""


class Why(StrEnum):
    """Why a message is not carried out."""

    RETAINED = "it was retained by the broker"
    LARGE = "it is too large"
    NONSENSE = "it is no command"
    OLD = "it was sent too long ago, or a clock is wrong"
    AGAIN = "it has been carried out"
    TOO_MANY = "there are too many"


class Turned(NamedTuple):
    """A message that is not carried out. `id`: of a command that is answered all the same."""

    why: Why
    words: str
    id: str = ""


class Gate:
    """Lets messages in. Times are the computer's (seconds since 1970) for the age of commands.

    `seen`: ids that were carried out, and when, by the program that ran before.
    """

    def __init__(self, seen: Mapping[str, float] | None = None) -> None:
        self._seen = dict(seen or {})
        self._refused: dict[str, None] = {}
        self._credit = float(MOST_AT_ONCE)
        self._counted_at: float | None = None

    @property
    def seen(self) -> dict[str, float]:
        """The ids that have been carried out, and when."""
        return dict(self._seen)

    def judge(self, payload: bytes, at: float, *, retained: bool) -> AnyCommand | Turned:
        """The command in a message that has come `at` this time, or why there is none."""
        if retained:
            return Turned(Why.RETAINED, Why.RETAINED)
        if len(payload) > MOST_BYTES:
            return Turned(Why.LARGE, f"{Why.LARGE}: {len(payload)} bytes")
        try:
            command = decode_command(payload)
        except ValueError as error:
            return Turned(Why.NONSENSE, f"{Why.NONSENSE}: {str(error)[:200]}")
        if abs(at - command.at) > OLDEST_S:
            return Turned(Why.OLD, f"{Why.OLD}: {at - command.at:+.0f} s", command.id)
        self._forget(at)
        if command.id in self._seen:
            return Turned(Why.AGAIN, Why.AGAIN)
        if command.id in self._refused:  # who was told so is not to see it done after all
            return Turned(Why.TOO_MANY, Why.TOO_MANY)
        if not self._admits(at):
            self._refuse(command.id)
            return Turned(Why.TOO_MANY, Why.TOO_MANY, command.id)
        self._seen[command.id] = at
        return command

    def _refuse(self, command: str) -> None:
        self._refused[command] = None
        while len(self._refused) > MOST_IDS:
            del self._refused[next(iter(self._refused))]

    def _forget(self, at: float) -> None:
        self._seen = {known: when for known, when in self._seen.items() if abs(at - when) <= KEPT_S}

    def _admits(self, at: float) -> bool:
        passed = max(0.0, at - self._counted_at) if self._counted_at is not None else 0.0
        self._counted_at = at
        self._credit = min(float(MOST_AT_ONCE), self._credit + PER_S * passed)
        if self._credit < 1 or len(self._seen) >= MOST_IDS:
            return False
        self._credit -= 1
        return True
