"""What the program tells the process that reads aloud, and what that answers: one line of JSON each."""

from __future__ import annotations

import msgspec

from kiosk.speech.voices import Voice


class Look(msgspec.Struct, frozen=True, tag=True):
    """Say which voices there are. Answered with `Found`."""


class Say(msgspec.Struct, frozen=True, tag=True):
    """Read `words`, in place of what is being read. `volume` is -100..100. Answered with `Said` at the end."""

    number: int
    words: str
    voice: Voice
    volume: int


class Hush(msgspec.Struct, frozen=True, tag=True):
    """Be silent."""


class Found(msgspec.Struct, frozen=True, tag=True):
    """The voices, by language tag in lower case."""

    voices: dict[str, Voice]


class Alive(msgspec.Struct, frozen=True, tag=True):
    """The speech service still answers."""


class Said(msgspec.Struct, frozen=True, tag=True):
    """The words of that number have been read, or the speech service broke them off."""

    number: int


class Failed(msgspec.Struct, frozen=True, tag=True):
    """The speech service cannot be used, for this reason. The process ends."""

    reason: str


Order = Look | Say | Hush
Answer = Found | Alive | Said | Failed

_orders = msgspec.json.Decoder(Order)
_answers = msgspec.json.Decoder(Answer)


def encode(told: Order | Answer) -> bytes:
    """One line."""
    return msgspec.json.encode(told) + b"\n"


def decode_order(line: bytes) -> Order:
    """The order in a line. Raises `msgspec.MsgspecError` when there is none."""
    order: Order = _orders.decode(line)
    return order


def decode_answer(line: bytes) -> Answer:
    """The answer in a line. Raises `msgspec.MsgspecError` when there is none."""
    answer: Answer = _answers.decode(line)
    return answer
