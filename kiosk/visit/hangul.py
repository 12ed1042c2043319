"""Hangul from the keys of a Korean keyboard with two sets (두벌식, KS X 5002).

The Python packages that compose syllables (jamo, hgtk, hangul-jamo) take whole syllables apart and together again; none
takes keys one after another. libhangul does and is C.
"""

from __future__ import annotations

from itertools import takewhile

LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_TOGETHER = {
    pair: whole
    for whole, pair in {
        "ㅘ": "ㅗㅏ",
        "ㅙ": "ㅗㅐ",
        "ㅚ": "ㅗㅣ",
        "ㅝ": "ㅜㅓ",
        "ㅞ": "ㅜㅔ",
        "ㅟ": "ㅜㅣ",
        "ㅢ": "ㅡㅣ",
        "ㄳ": "ㄱㅅ",
        "ㄵ": "ㄴㅈ",
        "ㄶ": "ㄴㅎ",
        "ㄺ": "ㄹㄱ",
        "ㄻ": "ㄹㅁ",
        "ㄼ": "ㄹㅂ",
        "ㄽ": "ㄹㅅ",
        "ㄾ": "ㄹㅌ",
        "ㄿ": "ㄹㅍ",
        "ㅀ": "ㄹㅎ",
        "ㅄ": "ㅂㅅ",
    }.items()
}
_FIRST_SYLLABLE = 0xAC00


def compose(keys: str) -> str:
    """What keys pressed one after another write: jamo become syllables, everything else stays as it is.

    A consonant after a vowel belongs to its syllable until a vowel follows, which takes it along.
    """
    written, at = [], 0
    while at < len(keys):
        syllable, used = _syllable(keys, at)
        written.append(syllable)
        at += used
    return "".join(written)


def _syllable(keys: str, at: int) -> tuple[str, int]:
    """What is written from `at` on, and by how many keys."""
    lead = keys[at]
    vowel, vowel_keys = _vowel(keys, at + 1) if lead in LEADS else ("", 0)
    if not vowel:
        alone, used = _vowel(keys, at)
        return (alone, used) if alone else (lead, 1)
    end = at + 1 + vowel_keys
    consonants = "".join(takewhile(lambda key: key in LEADS, keys[end : end + 3]))
    next_vowel = keys[end + len(consonants) : end + len(consonants) + 1]
    free = len(consonants) - (1 if next_vowel and next_vowel in VOWELS else 0)
    tail = consonants[: min(free, 2)]
    if len(tail) == 2:
        tail = _TOGETHER.get(tail, tail[0])
    if tail and tail not in TAILS:
        tail = ""
    place = (LEADS.index(lead) * len(VOWELS) + VOWELS.index(vowel)) * (len(TAILS) + 1)
    keys_of_tail = 0 if not tail else 2 if tail in _TOGETHER.values() else 1
    return chr(_FIRST_SYLLABLE + place + (TAILS.index(tail) + 1 if tail else 0)), 1 + vowel_keys + keys_of_tail


def _vowel(keys: str, at: int) -> tuple[str, int]:
    together = _TOGETHER.get(keys[at : at + 2], "")
    if together and together in VOWELS:
        return together, 2
    alone = keys[at : at + 1]
    return (alone, 1) if alone and alone in VOWELS else ("", 0)
