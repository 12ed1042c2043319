"""One thing that was looked at, and whether something is to be done about it."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class State(StrEnum):
    """Whether something is to be done: nothing, better sooner than later, or before the show can be relied on."""

    OK = "ok"
    ADVICE = "advice"
    PROBLEM = "problem"


class Line(msgspec.Struct, frozen=True):
    """What it is called, how it is, and what to do where that is not well."""

    subject: str
    found: str
    remedy: str = ""
    state: State = State.OK


def advice(subject: str, found: str, remedy: str) -> Line:
    """Something that could be better."""
    return Line(subject, found, remedy, State.ADVICE)


def problem(subject: str, found: str, remedy: str) -> Line:
    """Something that the show lacks, or will fail by."""
    return Line(subject, found, remedy, State.PROBLEM)


class Diagnosis(msgspec.Struct, frozen=True):
    """Everything that was looked at."""

    lines: tuple[Line, ...]

    @property
    def exit_code(self) -> int:
        """0 when there is nothing or only advice, 1 when there are problems."""
        return int(any(line.state is State.PROBLEM for line in self.lines))
