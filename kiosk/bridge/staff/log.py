"""The page of the log in the staff panel: the last lines by day, how bad each is, in the language of staff."""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kiosk.bridge.panel_rows import Row, heading, note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kiosk.bridge.staff.words import StaffWords
    from kiosk.staff.logbook.line import Line

MOST_LINES = 200
"""So many are listed."""
LEVELS = ((logging.ERROR, "error"), (logging.WARNING, "warning"), (logging.NOTSET, "note"))
_MARKS = {"error": "Error", "warning": "Warning", "note": ""}
WORDS = tuple(
    str(word)
    for word in (
        QT_TRANSLATE_NOOP("Staff", "Kiosk Gallery %1 shows %2"),
        QT_TRANSLATE_NOOP("Staff", "Shows what %1 says now"),
        QT_TRANSLATE_NOOP("Staff", "Installed %1, generation %2"),
        QT_TRANSLATE_NOOP("Staff", "Labels can be read aloud again"),
        QT_TRANSLATE_NOOP(
            "Staff",
            "Labels cannot be read aloud: the speech service has no voice. Install one, as espeak-ng.",
        ),
        QT_TRANSLATE_NOOP("Staff", "Labels cannot be read aloud for now: %1. The speech service is asked again later."),
        QT_TRANSLATE_NOOP("Staff", "Labels are not read aloud: the extra speech is not installed. %1"),
        QT_TRANSLATE_NOOP("Staff", "The log cannot be written: %1. It is kept in memory."),
        QT_TRANSLATE_NOOP("Staff", "The log is written again, %1"),
        QT_TRANSLATE_NOOP("Staff", "The last words of a process that prepares pictures: %1"),
        QT_TRANSLATE_NOOP("Staff", "Wrong PINs are counted until the program ends: %1"),
        QT_TRANSLATE_NOOP("Staff", "Unexpected error while bundles were looked for"),
        QT_TRANSLATE_NOOP("Staff", "Unexpected error while a bundle was installed"),
        QT_TRANSLATE_NOOP("Staff", "Unexpected error"),
        QT_TRANSLATE_NOOP("Staff", "%1 is not a font that can be used. Save it as OpenType or TrueType (.otf, .ttf)."),
        QT_TRANSLATE_NOOP("Staff", "The disk or network drive of the exhibition answers again, %1"),
        QT_TRANSLATE_NOOP("Staff", "The pictures of the exhibition can be reached again, %1"),
        QT_TRANSLATE_NOOP("Staff", "Prepared pictures can be kept again, %1"),
        QT_TRANSLATE_NOOP("Staff", "Shows on %1"),
        QT_TRANSLATE_NOOP("Staff", "%1. The show goes on, and follows when it is plugged in."),
        QT_TRANSLATE_NOOP("Staff", "The screen is kept lit by %1"),
        QT_TRANSLATE_NOOP("Staff", "The screen may go dark, since nobody keeps it lit (%1). %2"),
        QT_TRANSLATE_NOOP(
            "Staff", "The screen may go dark: Windows refuses to keep it lit. Switch off its power saving."
        ),
        QT_TRANSLATE_NOOP("Staff", "A second start will not be noticed: %1: %2"),
        QT_TRANSLATE_NOOP("Staff", "Not listened to in full screen: %1. Unset them, or use a window: kiosk --windowed"),
        QT_TRANSLATE_NOOP("Staff", "A listener for prepared pictures failed"),
        QT_TRANSLATE_NOOP("Staff", "The show was started again at %1 (%2)"),
        QT_TRANSLATE_NOOP(
            "Staff", "The screen cannot be drawn on: %1 Set display.renderer to software in config.yaml."
        ),
    )
)
"""What the program logs itself, with %1 and %2 for what it tells; all else is shown as it was logged."""
_PROBLEM = re.compile(r".*?: (?:error|warning|hint): (?:[\w.\[\]-]+: )?(\S.*)")
"""A problem as it is logged: what comes after its place and its field names the file itself."""
_EPISODE = re.compile(r"after (\d+) (s|min|h) and (\d+) failures?")
_AGAIN = re.compile(r"(.*) \((\d+) more times since\)")


def log_rows(lines: Sequence[Line] | None, words: StaffWords, today: date) -> Iterator[Row]:
    """Rows for `lines`, the latest first; None while they are being read."""
    if lines is None:
        yield note(words.say("One moment …"))
        return
    if not lines:
        yield note(words.say("Nothing."))
    day = ""
    for line in lines:
        if line.day != day:
            day = line.day
            yield heading(_day(day, words, today))
        level = next(name for least, name in LEVELS if line.level >= least)
        mark = words.say(_MARKS[level]) if _MARKS[level] else ""
        yield {"kind": "log", "name": said(line.words, words), "value": line.time[:5], "level": level, "mark": mark}


def said(logged: str, words: StaffWords) -> str:
    """What was logged in staff's language, as far as the words are the program's own."""
    again = _AGAIN.fullmatch(logged)
    if again:
        return f"{said(again[1], words)} ({words.say('%1 more times since', again[2])})"
    for pattern, template in _patterns():
        found = pattern.fullmatch(logged)
        if found:
            return words.say(template, *(_episode(each, words) for each in found.groups()))
    problem = _PROBLEM.fullmatch(logged)
    return problem[1] if problem else logged


def _episode(told: str, words: StaffWords) -> str:
    """How long a fault lasted, as `kiosk.exhibition.episodes` says it; anything else as it is."""
    found = _EPISODE.fullmatch(told)
    if not found or words.language == "en":
        return told
    return words.say("After %1 and %2 failures", words.say(f"%1 {found[2]}", found[1]), found[3])


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(re.sub(r"%\d", "(.*?)", re.escape(word)), re.IGNORECASE), word) for word in WORDS)


def _day(day: str, words: StaffWords, today: date) -> str:
    if day == today.isoformat():
        return words.say("Today")
    return words.say("Yesterday") if day == (today - timedelta(1)).isoformat() else day
