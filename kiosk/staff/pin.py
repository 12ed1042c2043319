"""The PIN of the staff panel: what may be one, how it is kept, and how often it may be guessed. No clock, no disk."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Annotated

import msgspec
from msgspec import Meta

LEAST_DIGITS = 6
MOST_DIGITS = 12
FREE_TRIES = 5
FIRST_WAIT_S = 30.0
LONGEST_WAIT_S = 900.0
SALT_BYTES = 16
_COST, _BLOCK, _LANES = 2**15, 8, 1
_MEMORY_BYTES = 64 * 2**20
"""scrypt needs 128 · N · r of it, 32 MiB, and a little more (RFC 7914)."""
_COMMON = frozenset({"112233", "121212", "123123", "123321", "654321"})


def weakness(pin: str) -> str:
    """Why these signs cannot be a PIN; empty when they can."""
    if not re.fullmatch("[0-9]+", pin):
        return "A PIN has digits only, 0 to 9."
    if not LEAST_DIGITS <= len(pin) <= MOST_DIGITS:
        return f"A PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits."
    steps = {int(later) - int(sooner) for sooner, later in pairwise(pin)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
        return "Digits that are all the same or follow each other are guessed at once."
    half = pin[: len(pin) // 2]
    if pin in _COMMON or half * 2 == pin or pin[:2] * (len(pin) // 2) == pin:
        return "Digits that repeat are among the first that are guessed."
    return ""


class KeptPin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept of a PIN: a salt and its scrypt hash (RFC 7914; N = 2^15, r = 8, p = 1), both in hexadecimal."""

    salt: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
    scrypt: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


def keep(pin: str, salt: bytes) -> KeptPin:
    """What to keep of a PIN; `salt` is random. Takes about half a second and 32 MiB."""
    return KeptPin(salt.hex(), _hash(pin, salt).hex())


def is_pin(pin: str, kept: KeptPin) -> bool:
    """Whether this is the PIN. Takes as long for any."""
    return hmac.compare_digest(_hash(pin, bytes.fromhex(kept.salt)), bytes.fromhex(kept.scrypt))


def _hash(pin: str, salt: bytes) -> bytes:
    signs = pin.encode()
    return hashlib.scrypt(signs, salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY_BYTES, dklen=32)


class Count(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What outlives the program: wrong tries since the last right one, and whether the wait after them is served."""

    wrong: int = 0
    served: bool = True


@dataclass(frozen=True, slots=True)
class Tries:
    """How often a PIN was tried in vain. `waits_from`: when the wait began, in seconds of a clock that only runs on.

    The time of day is not asked: setting a clock shortens no wait. A wait that the end of the program has cut short
    begins again with the next start.
    """

    wrong: int = 0
    waits_from: float | None = None

    @classmethod
    def resumed(cls, count: Count, now: float) -> Tries:
        """Those of the program that ran before."""
        wrong = max(0, count.wrong)
        return cls(wrong, now if not count.served and wrong >= FREE_TRIES else None)

    @property
    def count(self) -> Count:
        """What to remember of them."""
        return Count(self.wrong, self.waits_from is None)

    def wait_s(self, now: float) -> float:
        """How long until the next try, in seconds; 0 when it may be made."""
        if self.waits_from is None:
            return 0.0
        return max(0.0, self.waits_from + wait_after(self.wrong) - now)

    def waited(self, now: float) -> Tries:
        """The same, without a wait that is over."""
        return self if self.wait_s(now) > 0 else replace(self, waits_from=None)

    def begun(self, now: float) -> Tries | None:
        """With one more, noted before it is known whether it is right; None while none may be made.

        Whoever ends the program in the middle of a try has made it.
        """
        if self.wait_s(now) > 0:
            return None
        wrong = self.wrong + 1
        return Tries(wrong, now if wrong >= FREE_TRIES else None)


def wait_after(wrong: int) -> float:
    """How long nobody may try after so many wrong tries, in seconds: 30 after the fifth, then twice as long."""
    over = wrong - FREE_TRIES
    return 0.0 if over < 0 else min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(over, 10))
