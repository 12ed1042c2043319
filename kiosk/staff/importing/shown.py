"""Numbers and dates of a workbook in the words that its cells show."""

from __future__ import annotations

import datetime as dt
import re

_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*')
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_UNSAID = re.compile(r"\[[^\]]*\]|_.|\*.")
_DIGITS = re.compile(r"[#0?,]*[0#?](?:\.[0#?]*)?")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATE_SIGN = re.compile(r"y+|m+|d+|h+|s+|am/pm|a/p", re.IGNORECASE)
_TIME = re.compile(r"[\s,]*h.*$", re.IGNORECASE | re.DOTALL)
"""The part of a format that tells the time; midnight is that of a day alone, which nobody typed."""
_LOCAL = frozenset(("mm-dd-yy", "m/d/yy", "m/d/yy h:mm", "general", ""))
"""Dates as each computer writes them; here by ISO 8601."""


def shown(value: object, pattern: str | None) -> str:
    """What a cell with that `value` and number format shows. A date without a format of its own: 1972-05-01."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return _date(value, pattern or "")
    if isinstance(value, int | float):
        return _number(value, pattern or "General")
    return str(value)


def _number(value: float, pattern: str) -> str:
    section = _section(pattern, value)
    bare = _UNSAID.sub("", section)
    digits = _DIGITS.search(_LITERAL.sub(" ", bare))
    if "general" in bare.lower() or "@" in bare or "/" in bare or "e+" in bare.lower() or not digits:
        return _general(value)
    words = bare.replace("%", "")
    scaled = abs(value) * 100 if "%" in bare else abs(value)
    places = digits[0]
    whole, _, decimals = places.partition(".")
    written = f"{scaled:{',' if ',' in whole.strip(',') else ''}.{len(decimals)}f}"
    if decimals.endswith("#"):
        written = _without_zeros(written, decimals.count("0"))
    least = whole.count("0")
    before, point, after = written.partition(".")
    if "," not in before:
        before = before.zfill(least)
    figure = f"{before}{point}{after}" + ("%" if "%" in bare else "")
    said = _DIGITS.sub("\0", _LITERAL.sub(lambda found: _hidden(found[1] or found[2] or ""), words), count=1)
    sign = "-" if value < 0 and section == pattern.partition(";")[0] else ""
    return sign + said.replace("\0", figure).translate(_SHOWN).strip()


_HIDDEN = {ord(digit): 0xE000 + int(digit) for digit in "0123456789"} | {ord("#"): 0xE00A, ord("?"): 0xE00B}
_SHOWN = {code: chr(letter) for letter, code in _HIDDEN.items()}


def _hidden(words: str) -> str:
    """Words within a number format, so that their digits are not taken for places."""
    return words.translate(_HIDDEN)


def _section(pattern: str, value: float) -> str:
    """The part of a number format that is for this value: positive; negative; zero."""
    sections: list[str] = [section for section in _SECTION.findall(pattern) if section]
    if value < 0 and len(sections) > 1:
        return sections[1]
    if value == 0 and len(sections) > 2:
        return sections[2]
    return sections[0] if sections else "General"


def _without_zeros(written: str, least: int) -> str:
    whole, _, decimals = written.partition(".")
    kept: str = decimals.rstrip("0").ljust(least, "0")
    return f"{whole}.{kept}" if kept else whole


def _general(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return str(int(value)) if abs(value) < 1e15 else f"{value:g}"
    return f"{value:.10g}"


def _date(value: dt.datetime | dt.date | dt.time, pattern: str) -> str:
    section = _UNSAID.sub("", pattern.partition(";")[0])
    if section.lower() in _LOCAL or isinstance(value, dt.time) or not _DATE_SIGN.search(section):
        if isinstance(value, dt.datetime) and value.time() == dt.time():
            return value.date().isoformat()
        return value.isoformat(" ", "minutes") if isinstance(value, dt.datetime) else value.isoformat()
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        section = _TIME.sub("", section) or section
    words = []
    place = 0
    for literal in _LITERAL.finditer(section):
        words += [_spelled(section[place : literal.start()], value), literal[1] or literal[2] or ""]
        place = literal.end()
    return "".join((*words, _spelled(section[place:], value))).strip()


def _spelled(pattern: str, value: dt.datetime | dt.date) -> str:
    hour = value.hour if isinstance(value, dt.datetime) else 0
    minute, second = (value.minute, value.second) if isinstance(value, dt.datetime) else (0, 0)
    after_hour = False

    def sign(found: re.Match[str]) -> str:
        nonlocal after_hour
        said = found[0].lower()
        minutes = said[0] == "m" and after_hour and len(said) <= 2
        after_hour = said[0] == "h"
        if said[0] == "y":
            return f"{value.year % 100:02}" if len(said) <= 2 else str(value.year)
        if minutes:
            return f"{minute:0{len(said)}}"
        if said[0] == "m":
            month = _MONTHS[value.month - 1]
            months: tuple[str, ...] = (str(value.month), f"{value.month:02}", month[:3], month, month[0])
            return months[min(len(said), 5) - 1]
        if said[0] == "d":
            day = _DAYS[value.weekday()]
            days: tuple[str, ...] = (str(value.day), f"{value.day:02}", day[:3], day)
            return days[min(len(said), 4) - 1]
        return f"{hour if said[0] == 'h' else second:0{len(said)}}" if said[0] in "hs" else ""

    return _DATE_SIGN.sub(sign, pattern)
