"""Orders of the works: by date and by creator, in the order of a language; what is the same keeps its place."""

from __future__ import annotations

import locale
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.catalogue import Catalogue, catalogue_of
from kiosk.exhibition.model import Work
from kiosk.exhibition.text import Text, plain
from kiosk.visit.arrangement import ranks, sorted_names, sorts
from kiosk.visit.seeking import Sort


def catalogue(*works: tuple[str, str]) -> Catalogue:
    """Works by (creator, date)."""
    made = (Work(id=f"w{n}", creator=plain(who), date=plain(when)) for n, (who, when) in enumerate(works))
    return catalogue_of(made, ("en",))


def order(of: Catalogue, sort: Sort) -> list[int]:
    rank = ranks(of, sort, sorted_names(of, "en", ("en",)), str.casefold)
    assert rank is not None
    return sorted(range(len(rank)), key=rank.__getitem__)


def test_works_without_a_date_come_last() -> None:
    assert order(catalogue(("A", "n.d."), ("B", "1900"), ("C", "300 BC"), ("D", "")), Sort.DATE) == [2, 1, 0, 3]


def test_creators_come_by_name_their_works_by_date() -> None:
    shown = catalogue(("blake", "1800"), ("Ada", "1950"), ("", "1700"), ("Blake", "1790"), ("Ada", ""))
    assert order(shown, Sort.CREATOR) == [1, 4, 3, 0, 2]


def test_a_creator_is_sorted_by_the_name_the_curator_gives() -> None:
    works = (
        Work(id="a", creator=plain("William Blake"), creator_sort=plain("Blake, William")),
        Work(id="b", creator=Text((("en", "Ada"), ("ru", "Яда")))),
    )
    shown = catalogue_of(works, ("en", "ru"))
    assert sorted_names(shown, "en", ("en", "ru")) == ["Blake, William", "Ada"]
    assert sorted_names(shown, "ru", ("en", "ru")) == ["Blake, William", "Яда"]


def test_the_curators_order_needs_no_numbers() -> None:
    assert ranks(catalogue(("A", "1900")), Sort.CURATOR, ("A",), str) is None


@pytest.mark.parametrize(
    ("works", "offered"),
    [
        ((), ["curator"]),
        ((("A", "1900"),), ["curator"]),
        ((("A", "1900"), ("A", "n.d.")), ["curator"]),
        ((("A", "1900"), ("A", "1901")), ["curator", "date"]),
        ((("A", ""), ("B", "")), ["curator", "creator"]),
        ((("A", "1900"), ("B", "1901")), ["curator", "date", "creator"]),
        ((("Unknown", "1900"), ("B", "1901")), ["curator", "date"]),
    ],
)
def test_only_orders_that_make_a_difference_are_offered(works: tuple[tuple[str, str], ...], offered: list[str]) -> None:
    assert sorts(catalogue(*works)) == tuple(map(Sort, offered))


WORKS = st.lists(st.tuples(st.sampled_from(["Ada", "Bo", "", "Ćo"]), st.sampled_from(["1900", "1850", "", "n.d."])))


@given(WORKS, st.sampled_from([Sort.DATE, Sort.CREATOR]))
def test_every_work_has_a_place_and_equals_keep_the_curators_order(works: list[tuple[str, str]], sort: Sort) -> None:
    shown = catalogue(*works)
    found = order(shown, sort)
    assert sorted(found) == list(range(len(works)))
    for one, other in pairwise(found):
        if works[one] == works[other]:
            assert one < other


def test_any_key_that_can_be_compared_will_do() -> None:
    assert ranks(catalogue(("B", ""), ("A", "")), Sort.CREATOR, ["B", "A"], locale.strxfrm) is not None
