"""Which voice reads which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ALSO = {"no": "nb", "zh": "cmn"}
"""Languages that speech services list under another name: Norwegian as Bokmål, Chinese as Mandarin."""


class Voice(msgspec.Struct, frozen=True):
    """A synthesiser of the speech service (its output module) and the tag under which it lists a language."""

    module: str
    language: str


def voices_of(modules: Iterable[tuple[str, Iterable[str]]]) -> dict[str, Voice]:
    """A voice for each language tag, in lower case, that some module lists; the first module that does has it."""
    voices: dict[str, Voice] = {}
    for module, tags in modules:
        for tag in sorted(set(tags)):
            voices.setdefault(tag.lower(), Voice(module, tag))
            voices.setdefault(_primary(tag), Voice(module, tag))
    return voices


def voice_for(voices: Mapping[str, Voice], language: str) -> Voice | None:
    """The voice for a language tag, else for the language without its region; None when it cannot be read."""
    primary = _primary(language)
    for tag in (language.lower(), primary, ALSO.get(primary, "")):
        if tag in voices:
            return voices[tag]
    return None


def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
