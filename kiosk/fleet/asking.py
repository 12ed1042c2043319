"""From words on a command line to a command."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.problems import nearest
from kiosk.fleet.commands import AnyCommand, decode_command

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_ARGUMENTS: dict[str, tuple[str, bool]] = {
    "next": ("", False),
    "previous": ("", False),
    "show": ("work", True),
    "theme": ("theme", False),
    "pause": ("seconds", False),
    "resume": ("", False),
    "reload": ("", False),
    "install": ("generation", True),
    "message": ("", False),
    "screen": ("on", True),
    "restart": ("", False),
}
"""What a command's one argument is called in it, and whether it must be there."""


class NotUnderstood(Exception):
    """Why words are no command, in words."""


def new_id(make: Callable[[int], str] = secrets.token_hex) -> str:
    """An id that no other command has."""
    return make(8)


def command_of(
    words: Sequence[str],
    told: Mapping[str, str],
    closes_in: int | None = None,
    seconds: float | None = None,
    *,
    force: bool = False,
) -> AnyCommand:
    """The command in `words`, with what a message tells. Raises NotUnderstood."""
    name, *arguments = words
    if name not in _ARGUMENTS:
        raise NotUnderstood(f'"{name}" is no command.{nearest(name, _ARGUMENTS)} Use one of {", ".join(_ARGUMENTS)}.')
    key, needed = _ARGUMENTS[name]
    if len(arguments) > bool(key) or len(arguments) < needed:
        takes = "one word" if needed else "at most one word" if key else "nothing"
        raise NotUnderstood(f'After "{name}" comes {takes}.')
    if name != "message" and (told or closes_in is not None or seconds is not None):
        raise NotUnderstood("Only a message has words, a closing time, and seconds that it stays.")
    if told and closes_in is not None:
        raise NotUnderstood("A message has words of its own, or tells when the gallery closes.")
    made: dict[str, object] = {"do": name, "id": new_id(), "at": time.time(), "force": force}
    if arguments:
        made[key] = _value(name, arguments[0])
    if name == "message":
        made |= {"words": dict(told), "closes_in_min": closes_in}
        made |= {"seconds": seconds} if seconds is not None else {}
    try:
        return decode_command(msgspec.json.encode(made))
    except ValueError as error:
        raise NotUnderstood(f"That cannot be asked: {error}.") from error


def _value(name: str, word: str) -> object:
    if name == "screen":
        if word not in {"on", "off"}:
            raise NotUnderstood("The screen is switched on or off.")
        return word == "on"
    try:
        return int(word) if name == "install" else float(word) if name == "pause" else word
    except ValueError as error:
        raise NotUnderstood(f'"{word}" is no number.') from error
