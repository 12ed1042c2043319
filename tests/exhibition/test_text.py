from __future__ import annotations

import pytest

from kiosk.exhibition.text import Text, is_right_to_left, language_tag, plain, primary


@pytest.mark.parametrize(
    ("text", "language", "fallbacks", "answer"),
    [
        (Text((("en", "Hi"), ("ru", "Привет"))), "ru", (), ("Привет", "ru")),
        (Text((("pt", "Olá"),)), "pt-BR", (), ("Olá", "pt")),
        (Text((("pt-BR", "Oi"),)), "pt", (), ("Oi", "pt-BR")),
        (Text((("en", "Hi"), ("fr", "Salut"))), "ko", ("fr", "en"), ("Salut", "fr")),
        (Text((("fr", "Salut"), ("", "Hi"))), "ko", (), ("Hi", "ko")),
        (Text((("fr", "Salut"),)), "ko", ("en",), ("Salut", "fr")),
        (Text((("ko", ""), ("fr", "Salut"))), "ko", (), ("Salut", "fr")),
        (Text(), "ko", ("en",), ("", "ko")),
        (plain("1972"), "ar", (), ("1972", "ar")),
    ],
)
def test_a_visitor_reads_the_nearest_language_there_is(text, language, fallbacks, answer):
    assert text.resolve(language, fallbacks) == answer


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("EN-gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("ES-419", "es-419"),
        ("deutsch", None),
        ("e", None),
        ("en_GB", None),
        ("", None),
        ("עב", None),
        ("en\n", None),
    ],
)
def test_language_tags_take_their_usual_spelling(written, tag):
    assert language_tag(written) == tag


@pytest.mark.parametrize(
    ("language", "right_to_left"),
    [("ar", True), ("he-IL", True), ("fa", True), ("en", False), ("ko", False), ("az-Arab", True), ("ar-Latn", False)],
)
def test_the_script_decides_the_direction(language, right_to_left):
    assert is_right_to_left(language) is right_to_left


def test_the_primary_language_is_without_region():
    assert primary("zh-Hant-TW") == "zh"


def test_a_text_without_words_is_empty():
    assert not Text((("en", ""),))
    assert not plain("")
    assert Text((("en", ""), ("", "x"))).languages == ()
