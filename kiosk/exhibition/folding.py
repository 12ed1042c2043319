"""Words as a search compares them: without case, accents, punctuation and the habits of a script.

Compatibility caseless matching of Unicode (NFKD, full case folding, chapter 3.13), then marks are left out. Hangul is
told apart into the keys that write it, so that a syllable half typed is the beginning of the whole one. In Arabic the
forms of alef, ya and ta marbuta are one, and hamza, vowel signs and tatweel nothing.
"""

from __future__ import annotations

from functools import cache
from unicodedata import category, combining, digit, normalize

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = [
    "ㅏ",
    "ㅐ",
    "ㅑ",
    "ㅒ",
    "ㅓ",
    "ㅔ",
    "ㅕ",
    "ㅖ",
    "ㅗ",
    "ㅗㅏ",
    "ㅗㅐ",
    "ㅗㅣ",
    "ㅛ",
    "ㅜ",
    "ㅜㅓ",
    "ㅜㅔ",
    "ㅜㅣ",
    "ㅠ",
    "ㅡ",
    "ㅡㅣ",
    "ㅣ",
]
_TAILS = [
    "ㄱ",
    "ㄲ",
    "ㄱㅅ",
    "ㄴ",
    "ㄴㅈ",
    "ㄴㅎ",
    "ㄷ",
    "ㄹ",
    "ㄹㄱ",
    "ㄹㅁ",
    "ㄹㅂ",
    "ㄹㅅ",
    "ㄹㅌ",
    "ㄹㅍ",
    "ㄹㅎ",
    "ㅁ",
    "ㅂ",
    "ㅂㅅ",
    "ㅅ",
    "ㅆ",
    "ㅇ",
    "ㅈ",
    "ㅊ",
    "ㅋ",
    "ㅌ",
    "ㅍ",
    "ㅎ",
]
_JAMO = {
    **{0x1100 + place: keys for place, keys in enumerate(_LEADS)},
    **{0x1161 + place: keys for place, keys in enumerate(_VOWELS)},
    **{0x11A8 + place: keys for place, keys in enumerate(_TAILS)},
}
_LATIN = {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n"}
_ARABIC = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ء": "", "ـ": ""}
_CYRILLIC = {"ґ": "г", "ў": "у"}
_NOTHING = "'’‘ʼʻʹ`´′·"
"""Signs inside a word that many people do not write."""


class _Folds(dict[int, str]):
    """What a character of decomposed, case-folded words becomes; each is found out once."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if combining(character):
        return ""
    kind = category(character)
    if kind == "Nd":
        return str(digit(character))
    if character.isalnum() or kind in {"Mn", "Mc"}:  # of these, marks that combine with 0 are the vowels of a script
        return character
    return "" if kind == "Cf" else " "


_FOLDS = _Folds(
    {
        **_JAMO,
        **{ord(each): plain for each, plain in (_LATIN | _ARABIC | _CYRILLIC).items()},
        **dict.fromkeys(map(ord, _NOTHING), ""),
    }
)


def fold(words: str) -> str:
    """`words` to be compared: letters and digits, and one space between words. Folding twice changes nothing."""
    if not words.isascii():
        words = normalize("NFKD", normalize("NFKD", words).casefold())
    return " ".join(words.lower().translate(_FOLDS).split())


@cache
def begins_within(character: str) -> bool:
    """Whether a word looked for that begins with this folded character may begin within a word.

    Scripts written without spaces, Korean compounds, and Semitic scripts, where articles are written together with
    what follows.
    """
    code = ord(character)
    return any(first <= code <= last for first, last in _WITHIN)


_WITHIN = (
    (0x0590, 0x08FF),  # Hebrew, Arabic, Syriac
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x9FFF),  # Han, kana, Hangul letters
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
