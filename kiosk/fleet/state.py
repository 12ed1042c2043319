"""What a kiosk tells of itself: nothing about anybody who visits."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.exhibition.config_fleet import Shows
from kiosk.staff.bundles.arrival import Standing

MOST_PROBLEMS = 5
MOST_SIGNS = 200
"""Of each text."""
MOST_BYTES = 16_384
"""Of a state or reply; what is longer is not read."""

_Text = Annotated[str, Meta(max_length=2 * MOST_SIGNS)]
_Count = Annotated[int, Meta(ge=0, le=2**53)]


class Screen(StrEnum):
    """What fills the screen. `CARD`: there is nothing to show, and visitors are told that we are back soon."""

    ATTRACT = "attract"
    STAGE = "stage"
    WALL = "wall"
    CLOSER = "closer"
    CLOSED = "closed"
    CARD = "card"


class Health(StrEnum):
    """Whether staff have to look: `TROUBLE` while problems stand."""

    WELL = "well"
    TROUBLE = "trouble"


class Trouble(msgspec.Struct, frozen=True):
    """A problem, as the staff report has it: what rule, of which work, in words, and since when (ISO 8601)."""

    rule: _Text
    words: _Text
    since: _Text
    work: _Text = ""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What a kiosk takes by itself from a folder: its `generation` where that is known, and why it is not shown yet.

    `rule` and `words` are as in a problem. `left`: the generation that staff went back from last, None for none.
    """

    standing: Standing = Standing.NOTHING
    generation: Annotated[int, Meta(ge=1, le=2**53)] | None = None
    rule: _Text = ""
    words: _Text = ""
    left: Annotated[int, Meta(ge=1, le=2**53)] | None = None


class Stand(StrEnum):
    """How a kiosk that follows another stands to it. `VISITED`: it is left to who uses it."""

    IN_STEP = "in step"
    ALONE = "alone"
    VISITED = "visited"


class Following(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a kiosk follows, and how well: `why` it is not in step, in words.

    The clocks compared: `round_trip_ms` of the best question for the time, of which half may be wrong; `drift_ppm`, how
    much faster the leader's clock runs, in millionths; `day_ms`, how much its time of day is ahead, by which nothing
    goes. `late_ms`: how much later than the leader's the last picture came here. None for what is not known.
    """

    leader: _Text
    shows: Shows = Shows.SAME
    ahead: _Count = 1
    stand: Stand = Stand.ALONE
    why: _Text = ""
    round_trip_ms: float | None = None
    drift_ppm: float | None = None
    day_ms: float | None = None
    late_ms: float | None = None


class State(msgspec.Struct, frozen=True, kw_only=True):
    """How a kiosk does.

    `generation`: of the bundle that is shown, None where no bundle is. `work`: the id of what is on the screen, empty
    between works. `problems`: the last ones of all `troubles`. `free_mb`, `memory_mb`: room on the disk and memory of
    the program in MB, roughly; None where that is not known. `pixels`: of the window. `lit`: whether the screen is on,
    as far as the program has to do with it. `restarts`: by the supervisor. `since`: when the program was started
    (ISO 8601), `commands`: whether they are carried out. `content`: how it stands with the next bundle.
    `leads`: others may follow it; `following`: whom it follows, None for nobody.
    """

    kiosk: _Text
    version: _Text = ""
    exhibition: _Text = ""
    generation: Annotated[int, Meta(ge=1, le=2**53)] | None = None
    work: _Text = ""
    title: _Text = ""
    screen: Screen = Screen.ATTRACT
    health: Health = Health.WELL
    troubles: _Count = 0
    problems: Annotated[tuple[Trouble, ...], Meta(max_length=MOST_PROBLEMS)] = ()
    free_mb: _Count | None = None
    memory_mb: _Count | None = None
    pixels: tuple[_Count, _Count] = (0, 0)
    lit: bool = True
    restarts: _Count = 0
    since: _Text = ""
    groups: Annotated[tuple[_Text, ...], Meta(max_length=64)] = ()
    commands: bool = False
    content: Content = Content()
    leads: bool = False
    following: Following | None = None


def with_trouble(state: State, trouble: Trouble) -> State:
    """The state with one problem more, which comes last."""
    problems = (*state.problems, trouble)[-MOST_PROBLEMS:]
    return msgspec.structs.replace(state, health=Health.TROUBLE, troubles=state.troubles + 1, problems=problems)


def short(words: str, most: int = MOST_SIGNS) -> str:
    """A text as it may stand in a message; also one that has the name of a file in it."""
    words = words.encode("utf-8", "replace").decode()
    return words if len(words) <= most else f"{words[: most - 1]}…"


def encode_state(state: State) -> bytes:
    """As it is published."""
    return msgspec.json.encode(state)


def decode_state(payload: bytes) -> State | None:
    """As it was published; None for what is none, whoever has sent it."""
    if len(payload) > MOST_BYTES:
        return None
    try:
        return msgspec.json.decode(payload, type=State)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
