"""Lengths in words, as museums write them in the language of a label."""

from __future__ import annotations

from kiosk.exhibition.text import is_right_to_left, primary

MILLIMETRE = {"ar": "مم", "be": "мм", "bg": "мм", "el": "χιλ.", "mk": "мм", "ru": "мм", "uk": "мм"}
CENTIMETRE = {"ar": "سم", "be": "см", "bg": "см", "el": "εκ.", "mk": "см", "ru": "см", "uk": "см"}
METRE = {"ar": "م", "be": "м", "bg": "м", "el": "μ.", "mk": "м", "ru": "м", "uk": "м"}
_POINT = frozenset(("ar", "en", "he", "hi", "ja", "ko", "th", "zh"))
"""Languages that write 24.5; the others here write 24,5."""
_UNITS = ((1000.0, METRE, "m"), (10.0, CENTIMETRE, "cm"), (0.0, MILLIMETRE, "mm"))
"""The least length in mm that is told in a unit, its words, and those of other languages."""


def length_words(mm: float, language: str) -> str:
    """A length of one figure in the unit that needs the fewest, such as "20 cm" for 200 mm or "5 mm"."""
    spoken = primary(language)
    least, words, other = next(unit for unit in _UNITS if mm >= unit[0] * (1 - 1e-9))
    return f"{number_words(mm / (least or 1), language)}\N{NO-BREAK SPACE}{words.get(spoken, other)}"


def size_words(size_cm: tuple[float, float], language: str) -> str:
    """A size of (height, width) in cm as museums write it, such as "180 × 240 cm"; numbers run left to right always."""
    numbers = left_to_right(" × ".join(_plain(side, language) for side in size_cm), language)
    return f"{numbers} {CENTIMETRE.get(primary(language), 'cm')}"


def number_words(number: float, language: str) -> str:
    """A number with two decimals at most and no more than it needs."""
    return left_to_right(_plain(number, language), language)


def left_to_right(words: str, language: str) -> str:
    """`words`, kept in left-to-right order inside text of a right-to-left `language`."""
    return (
        f"\N{LEFT-TO-RIGHT ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}"
        if words and is_right_to_left(language)
        else words
    )


def _plain(number: float, language: str) -> str:
    written = f"{round(number, 2):.2f}".rstrip("0").rstrip(".")
    return written if primary(language) in _POINT else written.replace(".", ",")
