from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.exhibition.label import LabelLine, Role, exhibition_lines, label_lines, paragraphs, size_words, word_count
from kiosk.exhibition.model import Exhibition, LabelOrder, Work
from kiosk.exhibition.text import Text, plain

FULL = Work(
    id="harvest",
    creator=plain("Ada Example"),
    creator_bio=Text((("en", "British, born 1950"), ("ru", "Великобритания, родилась в 1950"))),
    title=Text((("en", "Harvest"), ("ru", "Урожай"))),
    date=plain("c. 1972"),
    medium=plain("Oil on canvas"),
    size_cm=(180, 240.5),
    description=plain("A field."),
    credit=plain("Gift of nobody"),
    accession="1984.10",
    rights=plain("© Ada Example"),
    alt=plain("Not on the label"),
)
MAKER = ["creator", "creator-bio"]
NAME = ["title", "date"]
REST = ["medium", "dimensions", "description", "credit", "accession", "rights"]


def exhibition(order: LabelOrder = LabelOrder.CREATOR_FIRST) -> Exhibition:
    return Exhibition(source=Path("/x/m.yaml"), folder=Path("/x"), title=plain("X"), label_order=order)


@pytest.mark.parametrize(
    ("order", "roles"),
    [(LabelOrder.CREATOR_FIRST, MAKER + NAME + REST), (LabelOrder.TITLE_FIRST, NAME + MAKER + REST)],
)
def test_lines_come_in_the_order_of_a_museum_label(order, roles):
    assert [line.role for line in label_lines(FULL, exhibition(order), "en")] == roles


def test_only_fields_with_something_to_say_make_a_line():
    assert label_lines(Work(id="bare"), exhibition(), "en") == ()
    untitled = Work(id="bare", title=Text((("en", ""),)), date=plain("1972"))
    assert label_lines(untitled, exhibition(), "en") == (LabelLine(Role.DATE, "1972", "en"),)


def test_each_line_knows_the_language_its_words_are_in():
    work = Work(id="w", title=Text((("ru", "Урожай"),)), medium=plain("Oil"))
    assert label_lines(work, exhibition(), "ko", ("en", "ru")) == (
        LabelLine(Role.TITLE, "Урожай", "ru"),
        LabelLine(Role.MEDIUM, "Oil", "ko"),
    )


@pytest.mark.parametrize(
    ("size", "language", "words"),
    [
        ((180, 240), "en", "180 × 240 cm"),
        ((24.5, 30), "en", "24.5 × 30 cm"),
        ((24.5, 30.25), "ru", "24,5 × 30,25 см"),
        ((24.5, 30), "de-AT", "24,5 × 30 cm"),
        ((1200, 0.999), "ko", "1200 × 1 cm"),
        ((180, 240), "ar", "\u2066180 × 240\u2069 سم"),
        ((180, 240), "he", "\u2066180 × 240\u2069 cm"),
    ],
)
def test_sizes_are_written_as_the_language_writes_them(size, language, words):
    assert size_words(size, language) == words


def test_dimensions_in_words_are_used_when_there_is_no_size():
    work = Work(id="w", dimensions=Text((("en", "Variable"),)))
    assert label_lines(work, exhibition(), "en") == (LabelLine(Role.DIMENSIONS, "Variable", "en"),)


def test_accession_numbers_stay_left_to_right():
    lines = {line.role: line.words for line in label_lines(FULL, exhibition(), "ar")}
    assert lines[Role.ACCESSION] == "\u20661984.10\u2069"
    assert {line.role: line.words for line in label_lines(FULL, exhibition(), "en")}[Role.ACCESSION] == "1984.10"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0),
        ("One two three", 3),
        ("The artist’s well-known work, 180 × 240 cm – c. 1972.", 9),
        ("Урожай на юге", 3),
        ("서울의 봄", 2),
        ("春の海", 2),
        ("東京 Tokyo", 2),
        ("— … ×", 0),
    ],
)
def test_words_are_counted_as_they_are_read(words, count):
    assert word_count((LabelLine(Role.DESCRIPTION, words, "en"),)) == count


def test_the_words_of_all_lines_are_counted_together():
    assert word_count(label_lines(FULL, exhibition(), "en")) == 22


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("", ()),
        ("  One.  ", ("One.",)),
        ("One.\nTwo.", ("One.", "Two.")),
        ("One,\ntwo.\n \nThree.\n\n\nFour.", ("One,\ntwo.", "Three.", "Four.")),
        ("\n\n", ()),
    ],
)
def test_a_long_text_is_told_by_its_paragraphs(words, parts):
    assert paragraphs(words) == parts
    work = Work(id="w", description=plain(words), medium=plain("Oil\nCanvas"))
    told = [line.words for line in label_lines(work, exhibition(), "en")]
    assert told == ["Oil\nCanvas", *parts]


def test_the_exhibition_has_a_label_of_its_own():
    shown = Exhibition(
        source=Path("/x/m.yaml"),
        folder=Path("/x"),
        title=Text((("en", "Rule"), ("ru", "Правило"))),
        subtitle=plain("And chance"),
        venue=Text((("en", "Room 1"),)),
        intro=Text((("ru", "Ночь.\n Дождь."),)),
    )
    assert exhibition_lines(shown, "Until May", 28, "ru", ("en", "ru")) == (
        LabelLine(Role.EXHIBITION, "Правило", "ru"),
        LabelLine(Role.SUBTITLE, "And chance", "ru"),
        LabelLine(Role.DATES, "Until May", "ru"),
        LabelLine(Role.VENUE, "Room 1", "en"),
        LabelLine(Role.WORKS, "28", "ru"),
        LabelLine(Role.DESCRIPTION, "Ночь.", "ru"),
        LabelLine(Role.DESCRIPTION, "Дождь.", "ru"),
    )
    bare = Exhibition(source=Path("/x/m.yaml"), folder=Path("/x"), title=plain("Rule"))
    assert exhibition_lines(bare, "", 0, "en") == (LabelLine(Role.EXHIBITION, "Rule", "en"),)
