from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.text import UNTAGGED, Text, plain
from kiosk.staff.importing.iiif.values import text_of
from kiosk.staff.importing.texts import joined, offer_of, said, tag_of


def text(**spoken):
    return Text(tuple((tag.replace("_", "-") if tag != "none" else "", words) for tag, words in spoken.items()))


@pytest.mark.parametrize(
    ("value", "wanted", "shown"),
    [
        # All without a language: all of them.
        ({"none": ["One", "Two"]}, "fr", "One\nTwo"),
        (["One", "Two"], "fr", "One\nTwo"),
        ("One", "fr", "One"),
        ({"@value": "One"}, "fr", "One"),
        # The best match: all of its values.
        ({"fr": ["Un", "Deux"], "en": ["One"]}, "fr", "Un\nDeux"),
        ({"fr": ["Un"], "fr-CA": ["Une"]}, "fr-CA", "Une"),
        ({"pt-BR": ["Um"], "en": ["One"]}, "pt", "Um"),
        ([{"@value": "Un", "@language": "fr"}, {"@value": "One", "@language": "en"}], "en", "One"),
        ([{"@value": "Un", "@language": "fr"}, {"@value": "Deux", "@language": "fr"}], "fr", "Un\nDeux"),
        # No match, all with a language: one language, all of it.
        ({"fr": ["Un", "Deux"], "de": ["Eins"]}, "ko", "Un\nDeux"),
        # No match, some without: those.
        ({"fr": ["Un"], "none": ["One", "1"]}, "ko", "One\n1"),
        ([{"@value": "Un", "@language": "fr"}, "One"], "ko", "One"),
        ({"fr": ["Un"], "none": ["One"]}, "fr", "Un"),
        # What is no language is none.
        ({"@none": "One", "english": ["Two"]}, "ko", "One\nTwo"),
        ({"EN_gb": ["One"]}, "en", "One"),
        ({"en": []}, "en", ""),
        (None, "en", ""),
        ({"en": [None, 3, True, {"x": 1}]}, "en", "3\n1"),
    ],
)
def test_the_language_is_chosen_by_the_rule_of_iiif(value, wanted, shown):
    assert text_of(value).words(wanted) == shown


@pytest.mark.parametrize(
    ("words", "languages", "written"),
    [
        (plain("One"), ("en", "fr"), "One"),
        (text(en="One", fr="Un"), ("en", "fr", "de"), {"en": "One", "fr": "Un"}),
        (text(fr="Un", none="1"), ("en", "fr"), {"fr": "Un", "en": "1"}),
        (text(fr="Un", none="1"), ("fr",), {"fr": "Un"}),
        (text(pt_BR="Um", none="1"), ("pt", "en"), {"pt-BR": "Um", "en": "1"}),
        (Text((("en", "One"), ("en", "Two"), ("en", "One"))), (), {"en": "One\nTwo"}),
        (Text((("", "One"), ("", "Two"))), (), "One\nTwo"),
        (Text(), ("en",), ""),
    ],
)
def test_a_manifest_says_what_the_source_would_show(words, languages, written):
    assert said(words, languages) == written


@pytest.mark.parametrize(
    ("texts", "together"),
    [
        ((text(en="A", fr="Â"), text(en="B")), text(en="A\nB", fr="Â\nB")),
        ((plain("A"), plain("B")), plain("A\nB")),
        ((plain("A"), text(en="B")), text(en="A\nB")),
        ((text(en="Gift, Town Museum"), plain("Town museum")), text(en="Gift, Town Museum")),
        ((text(fr="Un", none="1"), text(fr="Deux")), text(fr="Un\nDeux", none="1\nDeux")),
        ((Text(), plain("A")), plain("A")),
        ((), Text()),
    ],
)
def test_texts_stand_together_in_every_language(texts, together):
    assert joined(texts) == together


SPOKEN = st.lists(st.tuples(st.sampled_from(["", "en", "fr", "pt-BR", "zh-Hant"]), st.sampled_from("abc")), max_size=6)


@given(SPOKEN, st.sampled_from(["en", "fr", "pt", "pt-BR", "zh-Hant-TW", "zh", "ko"]))
def test_what_is_written_shows_each_visitor_what_the_rule_of_iiif_shows(pairs, visitor):
    words = Text(tuple(dict.fromkeys(pairs)))
    written = said(words, ("en", "fr", "pt", "pt-BR", "zh-Hant-TW", "zh", "ko"))
    read = plain(written) if isinstance(written, str) else Text(tuple(written.items()))
    assert read.words(visitor) == words.words(visitor)


@given(st.lists(SPOKEN.map(tuple).map(Text), max_size=4), st.sampled_from(["en", "fr", "ko"]))
def test_nothing_is_lost_by_standing_together(texts, visitor):
    shown = joined(texts).words(visitor, ("en",))
    tags = tuple(dict.fromkeys(tag for each in texts if each for tag in each.languages))
    if sum(map(bool, texts)) > 1 and len(tags) <= 1:
        assert all(each.words(visitor, ("en",)) in shown for each in texts)


def test_tags_are_written_in_their_usual_spelling():
    assert [tag_of(tag) for tag in ("EN", "zh_hant", "none", "x-default", "english", None)] == [
        *("en", "zh-Hant"),
        *[UNTAGGED] * 4,
    ]


@pytest.mark.parametrize(
    ("heading", "works", "offer"),
    [
        (Text(), [[text(en="a", fr="b")], [text(fr="c")], [plain("d")]], (("fr", "en"), ())),
        (text(de="A"), [[text(fr="c"), text(fr="d")], [text(fr="c")]], (("de", "fr"), ())),
        (Text(), [[text(en="a")], [text(en="a")], [text(en="a")], [text(la="c"), text(la="d")]], (("en",), ("la",))),
        (Text(), [[plain("a")]], ((), ())),
        (Text(), [], ((), ())),
    ],
)
def test_visitors_choose_among_the_languages_that_most_is_written_in(heading, works, offer):
    assert offer_of(heading, works) == offer
