"""Words that a visitor takes for the same are the same once folded, in every script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.folding import begins_within, fold

SAME = (
    ("Čapek", "capek"),
    ("ÆRØ, Łódź", "aero lodz"),
    ("Straße", "STRASSE"),
    ("İstanbul", "istanbul"),
    ("ﬁne", "fine"),
    ("O’Keeffe", "okeeffe"),
    ("O'Keeffe", "okeeffe"),
    ("Blake, William", "blake william"),
    ("1984.10", "1984 10"),
    ("Ёлкин Йод", "елкин иод"),
    ("ΌΔΟΣ", "οδος"),
    ("أحمد", "احمد"),
    ("آدم إبراهيم", "ادم ابراهيم"),
    ("مَـــوْضُوع", "موضوع"),
    ("لوحة فنية كبرى", "لوحه فنيه كبري"),
    ("ماء", "ما"),
    ("١٩٨٤", "1984"),
    ("۱۹۸۴", "1984"),
    ("ＡＢＣ１２", "abc12"),
    ("한국", "ㅎㅏㄴㄱㅜㄱ"),
    ("값과 왜", "ㄱㅏㅂㅅㄱㅗㅏ ㅇㅗㅐ"),
    ("ﾊﾝ", "ハン"),
    ("a\tb\nc – d", "a b c d"),
    ("…", ""),
)


@pytest.mark.parametrize(("words", "plain"), SAME)
def test_what_is_taken_for_the_same_is_the_same(words: str, plain: str) -> None:
    assert fold(words) == fold(plain)


@pytest.mark.parametrize("plain", ["capek", "1984 10", "елкин", "موضوع", "ㅎㅏㄴㄱㅜㄱ", "ไทย"])
def test_what_is_plain_stays_as_it_is(plain: str) -> None:
    assert fold(plain) == plain


@pytest.mark.parametrize("whole", ["한국", "까치", "괜찮은 그림", "닭", "의자"])
def test_a_syllable_half_typed_is_the_beginning_of_the_whole(whole: str) -> None:
    folded = fold(whole)
    for typed in ("하", "한", "한구") if whole == "한국" else (whole[0],):
        assert folded.startswith(fold(typed))


def test_the_next_syllable_takes_no_consonant_away() -> None:
    assert fold("하나").startswith(fold("한"))


@given(st.text())
def test_folding_twice_changes_nothing(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@given(st.text(), st.text())
def test_words_are_folded_each_for_itself(one: str, other: str) -> None:
    assert fold(f"{one} {other}") == " ".join(filter(None, (fold(one), fold(other))))


@given(st.text(st.characters(categories=["L", "N"])))
def test_case_and_composition_do_not_matter(words: str) -> None:
    assert fold(words.casefold()) == fold(words)


@pytest.mark.parametrize(("character", "within"), [("a", False), ("я", False), ("1", False), ("ㅎ", True), ("ب", True)])
def test_some_scripts_are_found_within_words(character: str, within: bool) -> None:
    assert begins_within(character) is within
