"""Words written as YAML come back as they were, and look like what people write."""

from __future__ import annotations

import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kiosk.exhibition.guarded_yaml import Flag, parse_document
from kiosk.staff.importing.yaml_words import WIDTH, entry, numbers, scalar

LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
WORDS = st.text(st.one_of(LETTERS, st.sampled_from(":#-?'\"{}[],&*!|>%@` \n~0123456789.")), min_size=1, max_size=300)
TAGS = st.sampled_from(["en", "de", "ko", "ar", "zh-Hant", "no", "nb"])


def read_back(lines: list[str]) -> object:
    return parse_document("\n".join(lines).encode()).data


@settings(max_examples=60)
@given(WORDS)
@example("no")
@example("1972.10")
@example("a" * 200)
@example("one\n\ntwo\nthree")
@example("1e3")
@example("12:30:45")
@example("2026-11-28")
@example("word " * 100 + "end")
@example(" leading")
@example("trailing:")
def test_words_come_back(words):
    back = read_back(list(entry("title", words, "    ")))
    assert back == {"title": words}
    assert not isinstance(back["title"], Flag)


@settings(max_examples=40)
@given(st.dictionaries(TAGS, WORDS, min_size=1))
def test_words_by_language_come_back(words):
    assert read_back(list(entry("title", words, "  "))) == {"title": words}


@settings(max_examples=40)
@given(st.lists(WORDS.map(lambda words: words.replace("\n", " ")), min_size=1, max_size=6))
def test_lists_come_back(words):
    assert read_back(list(entry("themes", words, "  "))) == {"themes": words}


@pytest.mark.parametrize(
    "words",
    ["no", "On", "null", "~", "1972", "0012.3", "1984.10", "1e3", "0x1F", "12:30", "2026-11-28", "=", "", ".5", "+1"],
)
def test_other_programs_take_them_for_text_too(words):
    for version in ((1, 1), (1, 2)):
        yaml = YAML(typ="safe", pure=True)
        yaml.version = version
        back = yaml.load(io.StringIO(f"key: {scalar(words)}\n"))
        assert back == {"key": words}, version


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Oil on canvas", "Oil on canvas"),
        ("c. 1972", "c. 1972"),
        ("?c.1785", '"?c.1785"'),
        ("Study: red", '"Study: red"'),
        ("© Ada Example", "© Ada Example"),
        ("가을 수확", "가을 수확"),
        ("Red, yellow", "Red, yellow"),
        ("1972", '"1972"'),
    ],
)
def test_words_are_plain_where_they_can_be(words, written):
    assert scalar(words) == written


def test_long_text_is_folded_and_paragraphs_kept():
    lines = list(entry("description", "word " * 60 + "end\n\nsecond paragraph", "    "))
    assert lines[0] == "    description: >-"
    assert all(len(line) <= WIDTH for line in lines)
    assert read_back(lines)["description"].endswith("end\n\nsecond paragraph")


def test_short_languages_share_a_line_and_long_ones_do_not():
    assert list(entry("title", {"en": "Red, yellow", "ko": "수확"}, "  ")) == ['  title: {en: "Red, yellow", ko: 수확}']
    assert next(entry("title", {"en": "x" * 100, "ko": "y"}, "  ")) == "  title:"
    assert numbers("size_cm", ["60", "45.5"], "  ") == "  size_cm: [60, 45.5]"
