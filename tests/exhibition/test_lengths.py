"""Lengths in words: the unit that needs the fewest figures, in the language's own letters."""

from __future__ import annotations

import pytest

from kiosk.exhibition.lengths import length_words, size_words

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("mm", "language", "words"),
    [
        (0.5, "en", "0.5 mm"),
        (0.5, "ru", "0,5 мм"),
        (5, "en", "5 mm"),
        (10, "ko", "1 cm"),
        (200, "ru", "20 см"),
        (500, "en-GB", "50 cm"),
        (1000, "en", "1 m"),
        (2000, "ru", "2 м"),
        (20_000, "de", "20 m"),
    ],
)
def test_a_length_in_the_unit_that_needs_the_fewest_figures(mm: float, language: str, words: str) -> None:
    assert length_words(mm, language) == words.replace(" ", SPACE)


def test_numbers_stay_left_to_right_in_arabic() -> None:
    assert length_words(200, "ar") == f"\N{LEFT-TO-RIGHT ISOLATE}20\N{POP DIRECTIONAL ISOLATE}{SPACE}سم"
    assert size_words((200, 600), "ar") == "\N{LEFT-TO-RIGHT ISOLATE}200 × 600\N{POP DIRECTIONAL ISOLATE} سم"
