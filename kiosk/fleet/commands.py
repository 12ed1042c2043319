"""What may be asked of a kiosk from afar, and what it answers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

MOST_BYTES = 8192
"""Of a command."""
LONGEST_S = 3600.0
CARD_S = 120.0
PAUSE_S = 600.0

CommandId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9._-]{1,64}$")]
_Id = Annotated[str, Meta(min_length=1, max_length=200)]
_Span = Annotated[float, Meta(gt=0, le=LONGEST_S)]
_Language = Annotated[str, Meta(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
_Words = Annotated[str, Meta(min_length=1, max_length=300)]


class Command(msgspec.Struct, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """Has an `id` of its own, by which it is answered and carried out once, and the time `at` which it was sent.

    `at`: in seconds since 1970 (UTC). `force`: also while somebody visits.
    """

    id: CommandId
    at: Annotated[float, Meta(ge=0, le=2**40)]
    force: bool = False


class Next(Command, frozen=True, tag="next"):
    """On to the next work."""


class Previous(Command, frozen=True, tag="previous"):
    """Back to the work before."""


class Show(Command, frozen=True, tag="show"):
    """Show a work, by its id in the manifest."""

    work: _Id


class Theme(Command, frozen=True, tag="theme"):
    """Show the works of a theme, by its id in the manifest; all works without one."""

    theme: Annotated[str, Meta(max_length=200)] = ""


class Pause(Command, frozen=True, tag="pause"):
    """Stay with what is shown, at most so long."""

    seconds: _Span = PAUSE_S


class Resume(Command, frozen=True, tag="resume"):
    """Go on."""


class Reload(Command, frozen=True, tag="reload"):
    """Read the files of the exhibition again."""


class Install(Command, frozen=True, tag="install"):
    """Install the bundle of this generation that the kiosk finds where it looks for bundles."""

    generation: Annotated[int, Meta(ge=1, le=2**53)]


class Message(Command, frozen=True, tag="message"):
    """A card over whatever is shown, for so many seconds.

    `words` by language; or `closes_in_min`, for the sentence that the gallery closes in so many minutes, which the
    program has itself. Neither of them takes a card away.
    """

    words: Annotated[dict[_Language, _Words], Meta(max_length=40)] = {}
    closes_in_min: Annotated[int, Meta(ge=0, le=120)] | None = None
    seconds: _Span = CARD_S


class Light(Command, frozen=True, tag="screen"):
    """Switch the screen off until it is switched on again, or the next opening; or on."""

    on: bool


class Restart(Command, frozen=True, tag="restart"):
    """End the program, and start it again."""


AnyCommand = Next | Previous | Show | Theme | Pause | Resume | Reload | Install | Message | Light | Restart
INTERRUPTING = (Next, Previous, Show, Theme, Reload, Install)
"""What is not done to visitors, unless it is forced."""


class Result(StrEnum):
    """What came of a command. `REFUSED`: it was not carried out, and `words` say why; `FAILED`: it was tried."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of a kiosk to a command."""

    id: CommandId
    kiosk: Annotated[str, Meta(max_length=200)]
    result: Result
    words: Annotated[str, Meta(max_length=400)] = ""


def name_of(command: Command) -> str:
    """What it is called."""
    return str(command.__struct_config__.tag)


def encode_command(command: Command) -> bytes:
    """As it is sent."""
    return msgspec.json.encode(command)


def decode_command(payload: bytes) -> AnyCommand:
    """As it was sent. Raises ValueError, in words, for what is no command."""
    try:
        command: AnyCommand = msgspec.json.decode(payload, type=AnyCommand)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return command


def decode_reply(payload: bytes) -> Reply | None:
    """As it was sent; None for what is none."""
    if len(payload) > MOST_BYTES:
        return None
    try:
        return msgspec.json.decode(payload, type=Reply)
    except (ValueError, RecursionError):
        return None
