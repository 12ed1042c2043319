"""What is read aloud of a work, in which order and which language, and in how long pieces."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.model import Exhibition, LabelOrder, Work
from kiosk.exhibition.spoken import LONGEST, Passage, parts, passages
from kiosk.exhibition.text import Text, plain

WORK = Work(
    id="harvest",
    creator=plain("Marianne Brandt"),
    creator_bio=plain("1893–1983"),
    title=Text((("en", "Harvest"), ("ru", "Жатва"))),
    date=plain("c. 1972"),
    medium=Text((("en", "Oil on canvas"), ("ru", "Холст, масло"))),
    size_cm=(180, 240),
    description=Text((("en", "Two women bind sheaves.\n\nBehind them rain comes."),)),
    credit=plain("Gift of the artist"),
    accession="1972.4",
    alt=Text((("en", "A yellow field under a dark sky"),)),
    rights=plain("In copyright"),
)
SHOWN = Exhibition(source=Path("m.yaml"), folder=Path(), title=plain("x"), languages=("en", "ru"), works=(WORK,))


def test_the_picture_is_described_first_and_the_label_follows_in_its_own_order():
    assert [passage.words for passage in passages(WORK, SHOWN, "en")] == [
        "A yellow field under a dark sky",
        "Marianne Brandt",
        "Harvest",
        "c. 1972",
        "Oil on canvas",
        "Two women bind sheaves.",
        "Behind them rain comes.",
    ]
    title_first = msgspec.structs.replace(SHOWN, label_order=LabelOrder.TITLE_FIRST)
    heard = [passage.words for passage in passages(WORK, title_first, "en")]
    assert heard[1:4] == ["Harvest", "c. 1972", "Marianne Brandt"]


def test_each_run_of_text_keeps_the_language_it_is_in():
    heard = {passage.words: passage.language for passage in passages(WORK, SHOWN, "ru", ("en", "ru"))}
    assert heard["Жатва"] == heard["Холст, масло"] == heard["c. 1972"] == "ru"
    assert heard["Two women bind sheaves."] == heard["A yellow field under a dark sky"] == "en"


def test_a_work_with_nothing_to_say_is_silent():
    assert passages(Work(id="none", credit=plain("Somebody")), SHOWN, "en") == ()


def test_an_accession_number_in_a_date_is_read_as_it_stands():
    assert list(parts("1826–7, reprinted c. 1892")) == ["1826–7, reprinted c. 1892"]


def test_a_label_of_3000_words_comes_in_pieces_that_end_where_sentences_do():
    words = " ".join(f"This is sentence {n}, c. 1972 by Dr. no one." for n in range(300))
    heard = list(parts(words))
    assert len(words.split()) == 3000
    assert len(heard) > 50
    assert all(part.endswith("no one.") for part in heard)
    assert " ".join(heard) == words


@pytest.mark.parametrize(
    "mark", ["\N{LEFT-TO-RIGHT ISOLATE}", "\N{ZERO WIDTH SPACE}", "\N{RIGHT-TO-LEFT MARK}", "\x00", "\x1b"]
)
def test_marks_that_nobody_hears_are_not_read(mark):
    assert list(parts(f"{mark}180 × 240{mark}")) == ["180 × 240"]


SCRIPTS = st.text(st.sampled_from("aA bЖж. 한국의. الحصاد؟ 収穫。ไทย 🎨!\n\t1–"), max_size=2000)


@given(SCRIPTS)
def test_nothing_that_can_be_heard_is_lost_or_doubled_and_no_piece_is_long(words):
    heard = list(parts(words))
    assert all(0 < len(part) <= LONGEST for part in heard)

    def audible(text: str) -> str:
        return "".join(sign for sign in text if sign.isalnum())

    assert audible("".join(heard)) == audible(words)


def test_a_passage_knows_its_language():
    assert passages(WORK, SHOWN, "en")[0] == Passage("A yellow field under a dark sky", "en")
