"""The year that the words of a date tell, as museums write dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.model import Work
from kiosk.exhibition.text import Text, plain
from kiosk.exhibition.years import year_in, year_of

TOLD = (
    ("1972", 1972),
    ("c. 1972", 1972),
    ("?c.1785", 1785),
    ("1826-7, reprinted 1892", 1826),
    ("1860s", 1860),
    ("12.03.1972", 1972),
    ("2026-07-01", 2026),
    ("before 850", 850),
    ("79 AD", 79),
    ("AD 79", 79),
    ("300 BC", -300),
    ("19th century", 1801),
    ("early 19th century", 1801),
    ("mid-19th century", 1834),
    ("late 19th century", 1867),
    ("2nd half of the 19th century", 1834),
    ("first half of the 20th century", 1901),
    ("18th and 19th centuries", 1701),
    ("17th–18th century", 1601),
    ("19th c.", 1801),
    ("5th century BC", -500),
    ("1890, 19th century", 1890),
    ("19th century, photographed 1956", 1801),
    ("19. Jh.", 1801),
    ("XVIIIe siècle", 1701),
    ("около 1905 г.", 1905),
    ("XIX век", 1801),
    ("первая половина XX века", 1901),
    ("середина XIX в.", 1834),
    ("конец XIX века", 1867),
    ("300 г. до н. э.", -300),
    ("1972년", 1972),
    ("19세기", 1801),
    ("19세기 말", 1867),
    ("기원전 300년", -300),
    ("١٩٧٢", 1972),
    ("نحو 1972", 1972),
    ("القرن التاسع عشر", 1801),
    ("القرن العشرين", 1901),
    ("القرن الـ19", 1801),
    ("أواخر القرن الـ19", 1867),
    ("٣٠٠ ق.م", -300),
    ("1431 هـ", 2010),
    ("1431 هـ / 2010 م", 2010),
    ("n.d.", None),
    ("", None),
    ("undated", None),
    ("0th century", None),
    ("Room 12", None),
    ("12345", None),
)


@pytest.mark.parametrize(("words", "year"), TOLD)
def test_a_date_tells_its_year(words: str, year: int | None) -> None:
    assert year_in(words) == year


@given(st.text())
def test_no_words_are_too_much(words: str) -> None:
    assert year_in(words) is None or isinstance(year_in(words), int)


@given(st.integers(100, 9999))
def test_a_year_is_found_among_words(year: int) -> None:
    assert year_in(f"about {year}, Paris") == year_in(str(year)) == year


def test_the_curators_year_comes_first() -> None:
    assert year_of(Work(id="a", date=plain("1972"), year=1850)) == 1850


def test_a_year_is_looked_for_in_every_language_the_first_one_first() -> None:
    work = Work(id="a", date=Text((("en", "undated"), ("ru", "1905"), ("ko", "1906"))))
    assert year_of(work, ("en", "ru")) == 1905
    assert year_of(work, ("ko",)) == 1906
    assert year_of(Work(id="a")) is None
