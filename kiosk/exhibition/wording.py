"""Texts as a manifest writes them, and the languages they come in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kiosk.exhibition.guarded_yaml import Flag
from kiosk.exhibition.problems import Severity
from kiosk.exhibition.text import UNTAGGED, Text, language_tag, plain, primary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.exhibition.findings import Findings
    from kiosk.exhibition.guarded_yaml import FieldPath

LONGEST = 20_000
"""Characters of one text; nobody stands long enough at a screen to read more."""

_NOTHING = Text()
_CODES = "Use codes such as en, ru, ko, ar or zh-Hant."
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_tag = cache(language_tag)


class Wording:
    """Turns what is written into `Text`, and remembers in which languages there were words."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._first_use: dict[str, FieldPath] = {}

    def text(self, written: str | dict[str, str | None] | None, path: FieldPath, work: str = "") -> Text:
        """The text at `path`, plain or by language; what cannot be used is noted and left out."""
        if written is None:
            return _NOTHING
        if isinstance(written, str):
            words = self._words(written, path, work)
            self._first_use.setdefault(UNTAGGED, path)
            return plain(words)
        by_language: dict[str, str] = {}
        for name, said in written.items():
            tag = _tag(name)
            if tag is None:
                message = f'"{name}" is not the code of a language.'
                remedy = _CODES if said is not None else 'Put text with a comma in quotes: {en: "Red, yellow, blue"}.'
                self._findings.add("language-code", (*path, name), message, remedy, work=work, key=True)
            elif said and tag not in by_language:
                self._first_use.setdefault(tag, (*path, name))
                by_language[tag] = self._words(said, (*path, name), work)
        return Text(tuple(by_language.items()))

    def _words(self, said: str, path: FieldPath, work: str) -> str:
        if isinstance(said, Flag):
            self._findings.add(
                "yes-or-no",
                path,
                f"{said} without quotes means yes or no to most programs; it is shown as written.",
                f'Put it in quotes: "{said}".',
                Severity.HINT,
                work=work,
            )
        words = _INVISIBLE.sub("", said).strip()
        if len(words) > LONGEST:
            message = f"The text has {len(words):,} characters; it is cut after {LONGEST:,}."
            self._findings.add("text-too-long", path, message, "Shorten it.", Severity.WARNING, work=work)
            words = words[: LONGEST - 1] + "…"
        return words

    def languages(self, listed: Iterable[str] | None, title: Text, path: FieldPath) -> tuple[str, ...]:
        """The languages that visitors can choose: those `listed` at `path`, else those of the title, else English.

        To be asked when all texts have been read, because a language without words is noted.
        """
        if listed is None:
            return title.languages or ("en",)
        languages: dict[str, int] = {}
        for index, name in enumerate(listed):
            tag = _tag(name)
            if tag is None:
                message = f'"{name}" is not the code of a language.'
                self._findings.add("language-code", (*path, index), message, _CODES)
            elif tag in languages:
                self._findings.add(
                    "repeated", (*path, index), f'"{name}" is listed twice.', "Remove one.", Severity.HINT
                )
            else:
                languages[tag] = index
        self._compare(languages, path)
        return tuple(languages) or title.languages or ("en",)

    def _compare(self, languages: dict[str, int], path: FieldPath) -> None:
        used = {primary(tag) for tag in self._first_use if tag != UNTAGGED}
        offered = {primary(tag) for tag in languages}
        # Untagged words are taken to be in the exhibition's first language.
        excused = primary(next(iter(languages), "")) if UNTAGGED in self._first_use or not used else None
        for tag, index in languages.items():
            if primary(tag) not in used and primary(tag) != excused:
                message = f'The language "{tag}" is offered, but no text is written in it.'
                remedy = f"Add texts in {tag}, or take it off the list."
                self._findings.add("language-without-texts", (*path, index), message, remedy, Severity.WARNING)
        for tag, first_use in self._first_use.items():
            if tag != UNTAGGED and primary(tag) not in offered:
                message = f'There are texts in "{tag}", but visitors cannot choose it.'
                remedy = f"Add {tag} to exhibition.languages."
                self._findings.add("language-not-offered", first_use, message, remedy, Severity.HINT, key=True)
