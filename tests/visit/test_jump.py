"""The marks beside a long wall: as fine as there is room for, in the language's own letters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from kiosk.visit.jump import Mark, at, letter_marks, letter_of, thinned, year_marks

YEARS = st.lists(st.integers(-600, 2026), min_size=1).map(sorted)


def test_years_become_coarser_until_they_fit() -> None:
    years = [1861, 1861, 1864, 1872, 1890, None]
    assert year_marks(years, 10) == (("1861", 0), ("1864", 2), ("1872", 3), ("1890", 4), ("", 5))
    assert [mark.label for mark in year_marks(years, 4)] == ["1860", "1870", "1890", ""]
    assert [mark.label for mark in year_marks(years, 3)] == ["1860", "1880", ""]
    assert [mark.label for mark in year_marks(years, 2)] == ["1850", ""]


def test_years_before_christ_go_down() -> None:
    assert [mark.label for mark in year_marks([-455, -41, 12], 3)] == ["-455", "-41", "12"]
    assert [mark.label for mark in year_marks([-455, -452, -41, -39, 12], 4)] == ["-455", "-45", "-40", "10"]


@given(YEARS, st.integers(0, 20))
def test_there_are_never_more_marks_than_fit_and_they_go_down_the_wall(years: list[int], most: int) -> None:
    marks = year_marks(years, most)
    assert len(marks) <= most
    assert all(one.place < other.place and int(one.label) < int(other.label) for one, other in pairwise(marks))
    if most:
        assert marks[0].place == 0


@given(st.integers(0, 60), st.integers(2, 20))
def test_thinned_marks_keep_both_ends(count: int, most: int) -> None:
    marks = tuple(Mark(str(n), n) for n in range(count))
    kept = thinned(marks, most)
    assert len(kept) == min(count, most) == len(set(kept))
    if count:
        assert (kept[0], kept[-1]) == (marks[0], marks[-1])


def test_letters_mark_where_they_begin_and_come_once() -> None:
    assert letter_marks("AABBC", 9) == (("A", 0), ("B", 2), ("C", 4))
    assert letter_marks("AOÅOB", 9) == (("A", 0), ("O", 1), ("Å", 2), ("B", 4))
    assert [mark.label for mark in letter_marks("ABCDEFGHI", 3)] == ["A", "E", "I"]


def test_a_place_stands_under_the_mark_before_it() -> None:
    marks = (Mark("A", 0), Mark("B", 5))
    assert [at(marks, place) for place in (0, 4, 5, 99)] == [0, 0, 1, 1]
    assert at((), 3) == -1


LETTERS = (
    ("en", "Blake, William", "B"),
    ("en", "čapek", "C"),
    ("en", " Élan", "E"),
    ("en", "Ærø", "A"),
    ("en", "3 men", "#"),
    ("en", "“The Group”", "T"),
    ("en", "", ""),
    ("cs", "Čapek", "Č"),
    ("sv", "Åsa", "Å"),
    ("de", "Ähre", "A"),
    ("es", "Ñu", "Ñ"),
    ("ru", "Блейк", "Б"),
    ("ru", "Ёлкин", "Е"),
    ("ru", "Йод", "Й"),
    ("ko", "한국", "ㅎ"),
    ("ko", "까치", "ㄱ"),
    ("ko", "Blake", "B"),
    ("ar", "أحمد", "ا"),
    ("ar", "بيت", "ب"),
    ("zh", "李", "李"),
    ("ja", "はな", "は"),
)


@pytest.mark.parametrize(("language", "name", "letter"), LETTERS)
def test_a_name_is_looked_up_under_its_languages_letter(language: str, name: str, letter: str) -> None:
    assert letter_of(name, QCollator(QLocale(language)).sortKey) == letter
