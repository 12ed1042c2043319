"""Whether this machine can read labels aloud, found out as the show does: by a process of its own."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import msgspec

from kiosk.speech.orders import Failed, Found, Look, decode_answer, encode
from kiosk.speech.start import voice_command

if TYPE_CHECKING:
    from kiosk.speech.orders import Answer

PATIENCE_S = 10.0


def voices(command: tuple[str, ...] = (), patience_s: float = PATIENCE_S) -> Found | Failed:
    """The voices of the speech service, or why there are none, within `patience_s` seconds."""
    try:
        asked = subprocess.run(  # noqa: S603 - ourselves
            command or voice_command(), input=encode(Look()), capture_output=True, timeout=patience_s, check=False
        )
    except subprocess.TimeoutExpired:
        return Failed(f"the speech service did not answer within {patience_s:g} seconds")
    except OSError as error:
        return Failed(f"it could not be asked: {error.strerror or error}")
    answer = _first(asked.stdout)
    return answer if isinstance(answer, Found | Failed) else Failed("the process that asks it came to an end")


def _first(told: bytes) -> Answer | None:
    try:
        return decode_answer(told.partition(b"\n")[0])
    except msgspec.MsgspecError:
        return None
