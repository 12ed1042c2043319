"""Which letters the bytes of a table stand for, when it does not say."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple
from unicodedata import category, name

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = (
    *("cp1252", "cp949", "cp1251", "cp1256", "mac_roman", "cp1250", "cp1253", "cp1254", "cp1255", "cp1257"),
    *("koi8_r", "mac_cyrillic", "cp932", "gb18030", "big5"),
)
"""What spreadsheets on Windows and the Mac write, the most likely first."""
_NAMES = {
    "cp1252": "Windows-1252 (Latin-1)",
    "mac_roman": "Mac Roman",
    "cp949": "Korean Windows-949 (EUC-KR)",
    "cp932": "Japanese Windows-932 (Shift-JIS)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
_COMMON = " ,;\t\r\n"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_SAMPLE = 200_000
"""Bytes around letters beyond ASCII that are judged."""


class Letters(NamedTuple):
    """The text of a file. `encoding` is what it was taken for, in words; empty where there was no doubt."""

    text: str
    encoding: str = ""
    lost: int = 0
    """Bytes that stand for no letter."""


def decoded(content: bytes) -> Letters:
    """`content` as text. A byte order mark decides, then UTF-8 if it is that without a flaw, else likelihood."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(content, encoding)
    if encoding := _wide(content):
        text = content.decode(encoding, "replace")
        return Letters(text, _NAMES[encoding], text.count("\ufffd"))
    try:
        return Letters(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return Letters(content[: error.start].decode("utf-8"), lost=len(content) - error.start)
    likely = _likely(content)
    text = content.decode(likely, "replace")
    return Letters(text, _NAMES.get(likely, likely.replace("cp", "Windows-").replace("_", " ")), text.count("\ufffd"))


def _lenient(content: bytes, encoding: str) -> Letters:
    text = content.decode(encoding, "replace")
    return Letters(text, lost=text.count("\ufffd"))


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of blanks, commas and line ends is NUL. Empty for anything else."""
    sample = content[: _SAMPLE & ~1]
    if sample.count(0) * 50 < len(sample):
        return ""
    texts = {encoding: sample.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")}
    likely = max(texts, key=lambda encoding: sum(map(texts[encoding].count, _COMMON)))
    text = texts[likely]
    return likely if not _CONTROLS.search(text) and any(map(text.count, "\r\n")) else ""


def _likely(content: bytes) -> str:
    """The encoding in which words look most like words, of those that charset-normalizer thinks possible."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most tables are UTF-8

    sample = _telling(content)
    possible = {match.encoding for match in from_bytes(sample, cp_isolation=list(_CANDIDATES))}
    ranked = [encoding for encoding in _CANDIDATES if encoding in possible or encoding in {"cp1252", "mac_roman"}]
    return min(ranked, key=lambda encoding: (_oddness(sample.decode(encoding, "replace")), ranked.index(encoding)))


def _telling(content: bytes) -> bytes:
    """Whole lines with letters beyond ASCII, as many as are needed to judge."""
    kept: list[bytes] = []
    length = 0
    for line in content.replace(b"\r", b"\n").split(b"\n"):
        if not line.isascii():
            kept.append(line[:_SAMPLE])
            length += len(line)
            if length > _SAMPLE:
                break
    return b"\n".join(kept)


def _oddness(text: str) -> float:
    """How little `text` looks like words, a part of its letters beyond ASCII: symbols in words, mixed scripts."""
    odd = beyond = 0
    before = " "
    for letter, after in zip(text, f"{text[1:]} ", strict=True):
        if not letter.isascii():
            beyond += 1
            odd += _odd(letter, before, after)
        before = letter
    return odd / (beyond or 1)


def _odd(letter: str, before: str, after: str) -> int:
    if letter == "\ufffd" or category(letter) in {"Cc", "Co", "Cn"}:
        return 4
    if not letter.isalpha():
        inside = before.isalpha() and after.isalpha() and letter not in "’‘·-"
        return (2 if inside else 0) + (0 if letter in _USUAL else 1)
    strange = letter.isupper() and before.islower()
    mixed = any(near.isalpha() and _script(near) != _script(letter) for near in (before, after))
    return int(strange) + 2 * int(mixed) + int(letter in _RARE)


_USUAL = frozenset("’‘“”„«»–—…×°©®½¼¾€£§\u00a0·،؟；，。、「」（）")
_RARE = frozenset("ƒªºˆ˜ıþðÞÐýŸµ")


@cache
def _script(letter: str) -> str:
    return name(letter, "?").partition(" ")[0]
