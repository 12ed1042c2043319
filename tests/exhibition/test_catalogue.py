"""When and by whom: of all works at once, also out of an index."""

from __future__ import annotations

import tracemalloc

import pytest

from kiosk.exhibition.catalogue import NOBODY, UNDATED, catalogue_of, pack_catalogue, unpack_catalogue
from kiosk.exhibition.model import Work
from kiosk.exhibition.text import Text, plain

WORKS = (
    Work(id="a", creator=plain("Ada"), date=plain("1972")),
    Work(id="b", creator=Text((("en", "Ada"), ("ru", "Ада"))), creator_sort=plain("Example, Ada")),
    Work(id="c", creator=plain("Bo"), date=plain("n.d.")),
    Work(id="d", date=plain("1850")),
    Work(id="e", creator=plain("ada"), year=-300),
)


def test_each_work_has_its_year_and_its_creator() -> None:
    catalogue = catalogue_of(WORKS, ("en", "ru"))
    assert list(catalogue.years) == [1972, UNDATED, UNDATED, 1850, -300]
    assert list(catalogue.creator_of) == [0, 0, 1, NOBODY, 0]
    assert [creator.name.words("en") for creator in catalogue.creators] == ["Ada", "Bo"]
    assert [catalogue.works_of(creator) for creator in (0, 1, NOBODY)] == [0b10011, 0b00100, 0]


def test_what_was_packed_is_the_same() -> None:
    catalogue = catalogue_of(WORKS, ("en",))
    assert unpack_catalogue(pack_catalogue(catalogue)) == catalogue


@pytest.mark.parametrize(
    "name", ["Unknown", "unknown artist", "Неизвестный художник", "작자 미상", "مجهول", " ", "Anonymous"]
)
def test_those_who_are_not_known_have_nothing_in_common(name: str) -> None:
    catalogue = catalogue_of([Work(id="a", creator=plain(name)), Work(id="b", creator=plain(name))], ("en",))
    assert (catalogue.creators, list(catalogue.creator_of)) == ((), [NOBODY, NOBODY])


def test_there_may_be_no_work() -> None:
    assert catalogue_of(()).works_of(0) == 0


def test_many_creators_take_no_memory_by_works_times_creators() -> None:
    many = catalogue_of([Work(id=str(place), creator=plain(f"Maker {place}")) for place in range(4000)], ("en",))
    tracemalloc.start()
    assert many.works_of(3999) == 1 << 3999
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000, "a set for each of them takes more than 2 MB"
