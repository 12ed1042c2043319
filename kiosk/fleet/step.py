"""What a kiosk that leads others tells them, and how they compare their clocks with its own."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

MOST_BYTES = 8192
"""Of each message; what is longer is not read."""
MOST_AHEAD = 8
"""So many scenes on may a follower be."""
AT_ONCE = 3
"""Works on the screen at the same time, at most."""
BEAT_S = 2.0
"""What a leader has said it says again after so long: who has missed it catches up."""

Run = Annotated[str, Meta(pattern=r"^[a-z0-9]{1,32}$")]
_Text = Annotated[str, Meta(max_length=400)]
_Id = Annotated[str, Meta(min_length=1, max_length=200)]
_Moment = Annotated[float, Meta(ge=0, le=2**40)]
_Count = Annotated[int, Meta(ge=0, le=2**53)]
_Share = Annotated[float, Meta(ge=0, le=1)]
_Side = Annotated[float, Meta(ge=1e-6, le=1)]
_Message = TypeVar("_Message", bound=msgspec.Struct)


class Kind(StrEnum):
    """Which way works are shown: in the inviting loop, or on the stage."""

    ATTRACT = "attract"
    STAGE = "stage"


class Scene(msgspec.Struct, frozen=True):
    """Works that are on the screen together, by their ids: one, a pair, or three of a `theme`.

    `number`: of the scene in the loop, by which it moves.
    """

    works: Annotated[tuple[_Id, ...], Meta(min_length=1, max_length=AT_ONCE)]
    theme: Annotated[str, Meta(max_length=200)] = ""
    number: _Count = 0


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a leader shows, and what it will. Moments are in seconds of the clock of this `run` of its program.

    `number`: grows with every message of the run; `sent`: when this one was. `exhibition`: its title in its first
    language; `generation`: of the bundle, None where no bundle is. `shown`, and `since` when; None while nothing is
    that others could show, and `why`. `then`: what comes next, the first of it at `turns_at`; None while that is not
    known: it is paused, or the picture is not ready yet. `part`: what is looked at closer of the first work that is
    shown, as left, top, width and height in its fractions.
    """

    run: Run
    number: _Count
    sent: _Moment
    exhibition: _Text = ""
    generation: Annotated[int, Meta(ge=1, le=2**53)] | None = None
    kind: Kind = Kind.ATTRACT
    shown: Scene | None = None
    why: _Text = ""
    since: _Moment = 0.0
    then: Annotated[tuple[Scene, ...], Meta(max_length=MOST_AHEAD + 1)] = ()
    turns_at: _Moment | None = None
    part: tuple[_Share, _Share, _Side, _Side] | None = None


class Ask(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is the time with you? `asked`: when, by the clock of who asks."""

    asked: _Moment


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The `asked` of a question, when it was `heard` and `answered` by the clock of that `run`.

    `day`: the time of day then, in seconds since 1970 (UTC).
    """

    run: Run
    asked: _Moment
    heard: _Moment
    answered: _Moment
    day: _Moment


def decode(payload: bytes, kind: type[_Message]) -> _Message | None:
    """As it was sent; None for what is none, whoever has sent it."""
    if len(payload) > MOST_BYTES:
        return None
    try:
        return msgspec.json.decode(payload, type=kind)
    except (ValueError, RecursionError):
        return None
