from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        (Text((("fr", "Salut"), ("", "Hi"))), "ko", ("fr",), ("Hi", "ko")),
        (Text((("zh-Hans", "你"), ("zh-Hant", "妳"))), "zh-Hant-TW", (), ("妳", "zh-Hant")),
        (Text((("ZH-hant", "妳"), ("zh", "你"))), "zh-Hant", (), ("妳", "ZH-hant")),
        (Text((("pt-PT", "Olá"), ("pt-BR", "Oi"))), "pt", ("pt-BR",), ("Olá", "pt-PT")),
        (Text((("en", "Bread"), ("fr", "Pain"), ("en", "Butter"))), "en", (), ("Bread\nButter", "en")),
        (Text((("fr", "Pain"), ("ru", "Хлеб"), ("fr", "Beurre"))), "ko", (), ("Pain\nBeurre", "fr")),
        (Text((("", "Bread"), ("", "Butter"))), "ko", (), ("Bread\nButter", "ko")),
    ],
)
def test_a_visitor_reads_the_nearest_language_there_is(text, language, fallbacks, answer):
    assert text.resolve(language, fallbacks) == answer


TAGS = st.sampled_from(["", "en", "en-GB", "pt", "pt-BR", "zh-Hans", "zh-Hant", "zh-Hant-TW", "ko"])
VALUES = st.lists(st.tuples(TAGS, st.sampled_from(["", "one", "two", "three"])), max_size=6)


@given(VALUES, TAGS.filter(bool), st.lists(TAGS.filter(bool), max_size=2))
def test_the_rule_of_iiif_holds_for_any_values(values, language, fallbacks):
    words, tag = Text(tuple(values)).resolve(language, fallbacks)
    spoken = [(each, said) for each, said in values if said]
    akin = [each for each, _ in spoken if each and primary(each) == primary(language)]
    untagged = [said for each, said in spoken if not each]
    if not spoken:
        assert (words, tag) == ("", language)
    elif akin:
        assert tag in akin
        assert tag == language or language not in akin
        assert words.split("\n") == [said for each, said in spoken if each == tag], "all its values"
    elif untagged:
        assert (words.split("\n"), tag) == (untagged, language), "the untagged ones rather than a foreign language"
    else:
        assert words.split("\n") == [said for each, said in spoken if each == tag], "one language, all of it"


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
