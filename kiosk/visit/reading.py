"""Reading a label aloud: what is being read, how far, and what the next thing that happens does to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.exhibition.spoken import Passage

VOLUMES = 5
"""Steps of volume, from 1, a voice for one's own ears, to the loudest."""
USUAL_VOLUME = 3


class Phase(StrEnum):
    """What can be heard."""

    SILENT = "silent"
    READING = "reading"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Reading:
    """The label on the stage in passages, and the place `at` which it is read or paused.

    `goes_on`: reading was left on, so that the next work a visitor goes to is read as well. As with an audio guide,
    only the visitor's own way leads on: what the slideshow shows by itself is not read.
    """

    passages: tuple[Passage, ...] = ()
    at: int = 0
    phase: Phase = Phase.SILENT
    goes_on: bool = False

    @property
    def passage(self) -> Passage | None:
        """What is being read just now."""
        return self.passages[self.at] if self.phase is Phase.READING else None


def begin(passages: tuple[Passage, ...]) -> Reading:
    """Read from the beginning; a label without a word to read is read at once."""
    return Reading(passages, 0, Phase.READING if passages else Phase.SILENT, goes_on=True)


def heard(reading: Reading) -> Reading:
    """A passage has been read to its end: the next follows, or silence."""
    if reading.phase is not Phase.READING:
        return reading
    if reading.at + 1 < len(reading.passages):
        return replace(reading, at=reading.at + 1)
    return replace(reading, at=0, phase=Phase.SILENT)


def pause(reading: Reading) -> Reading:
    """Be silent and keep the place."""
    return replace(reading, phase=Phase.PAUSED) if reading.phase is Phase.READING else reading


def resume(reading: Reading) -> Reading:
    """Go on with the passage that the pause broke off, from its beginning."""
    return replace(reading, phase=Phase.READING) if reading.phase is Phase.PAUSED else reading


def stop(reading: Reading) -> Reading:
    """The visitor wants silence, at the next work too."""
    return Reading(reading.passages)


def interrupt(reading: Reading) -> Reading:
    """The visitor does something else. Who had paused before is not read to later."""
    return Reading(reading.passages, goes_on=reading.goes_on and reading.phase is not Phase.PAUSED)


def arrive(reading: Reading, passages: tuple[Passage, ...], by_visitor: bool) -> Reading:
    """Another label is on the stage, because the visitor went there or because time did."""
    interrupted = interrupt(reading)
    return begin(passages) if by_visitor and interrupted.goes_on else replace(interrupted, passages=passages)
