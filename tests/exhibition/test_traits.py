"""What is asked of all works at once: which are shown beside each other."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.model import Work
from kiosk.exhibition.traits import pairs_of, traits_of

IDS = "abcdefgh"


def works(partners: dict[str, str]) -> tuple[Work, ...]:
    return tuple(Work(id=name, pair_with=partners.get(name)) for name in IDS)


@pytest.mark.parametrize(
    ("partners", "pairs"),
    [
        ({}, ()),
        ({"b": "d"}, ((1, 3),)),
        ({"d": "b"}, ((3, 1),)),
        ({"b": "d", "d": "b"}, ((1, 3),)),
        ({"a": "c", "b": "c"}, ((0, 2),)),
        ({"a": "b", "b": "c", "c": "d"}, ((0, 1), (2, 3))),
        ({"a": "b", "g": "h"}, ((0, 1), (6, 7))),
        ({"a": "a"}, ()),
        ({"a": "nobody"}, ()),
    ],
)
def test_who_names_another_comes_first_and_nobody_has_two_partners(
    partners: dict[str, str], pairs: tuple[tuple[int, int], ...]
) -> None:
    assert traits_of(works(partners), ()).pairs == pairs


@given(st.dictionaries(st.sampled_from(IDS), st.sampled_from(IDS)))
def test_no_work_is_in_two_pairs_and_each_pair_was_asked_for(partners: dict[str, str]) -> None:
    pairs = pairs_of(works(partners))
    paired = list(chain.from_iterable(pairs))
    assert len(paired) == len(set(paired))
    assert all(partners[IDS[first]] == IDS[second] for first, second in pairs)
    left = [name for name in partners if IDS.index(name) not in paired and partners[name] != name]
    assert all(IDS.index(partners[name]) in paired for name in left), "who is left alone named somebody who is taken"
