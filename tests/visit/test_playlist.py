"""The order of the works: every one once per round, and the visitor stays at theirs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.playlist import Playlist

WORKS = st.sets(st.integers(0, 200), min_size=1, max_size=40)


def walk(playlist: Playlist, steps: int, by: int = 1) -> list[int]:
    """The works shown from here on."""
    seen = []
    for _ in range(steps):
        seen.append(playlist.current)
        playlist = playlist.step(by)
    return seen


def test_works_follow_the_exhibition_and_begin_again() -> None:
    playlist = Playlist.of([7, 2, 4])
    assert walk(playlist, 5) == [2, 4, 7, 2, 4]
    assert walk(playlist, 4, by=-1) == [2, 7, 4, 2]
    assert (playlist.first().current, playlist.last().current) == (2, 7)
    assert (len(playlist), playlist.go_to(4).at) == (3, 1)


RANK = [3, 0, 2, 1, 4]


def test_works_may_come_in_another_order() -> None:
    playlist = Playlist.of([0, 1, 2, 4], rank=RANK)
    assert walk(playlist, 5) == [1, 2, 0, 4, 1]
    assert playlist.works == (0, 1, 2, 4)


@pytest.mark.parametrize(("current", "opens"), [(2, 2), (3, 2), (1, 1), (4, 0)])
def test_in_another_order_it_goes_on_at_the_work_or_the_next_one_there(current: int, opens: int) -> None:
    shown = {0, 1, 2, current} - {3, 4}
    assert Playlist.of(shown, current, rank=RANK).current == (opens if current != 4 else 1)


def test_an_order_that_is_wanted_is_not_shuffled() -> None:
    assert Playlist.of(range(5), seed=3, rank=RANK).step(5).order == (1, 3, 2, 0, 4)


def test_a_playlist_needs_a_work() -> None:
    with pytest.raises(ValueError, match="at least one work"):
        Playlist.of([])


def test_a_work_that_is_not_shown_cannot_be_gone_to() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        Playlist.of([1, 2]).go_to(3)


@pytest.mark.parametrize(
    ("current", "shown", "expected"),
    [
        (4, [2, 4, 7], 4),
        (4, [2, 7, 9], 7),
        (4, [1, 2], 1),
        (0, [5], 5),
    ],
)
@pytest.mark.parametrize("seed", [None, 1])
def test_a_filter_keeps_the_work_or_goes_to_the_next(
    current: int, shown: list[int], expected: int, seed: int | None
) -> None:
    playlist = Playlist.of(shown, Playlist.of(range(10), current, seed).current, seed)
    assert playlist.current == expected
    assert sorted(walk(playlist, len(playlist))) == shown


@given(WORKS, st.integers(), st.integers(-3, 3), st.one_of(st.none(), st.integers(0, 200)))
def test_every_work_is_shown_once_per_round(works: set[int], seed: int, round_: int, current: int | None) -> None:
    playlist = Playlist.of(works, current, seed).first().step(round_ * len(works))
    assert sorted(walk(playlist, len(works))) == sorted(works)


@given(st.sets(st.integers(0, 60), min_size=3, max_size=5), st.integers(), st.one_of(st.none(), st.integers(0, 60)))
def test_no_work_is_shown_twice_in_a_row(works: set[int], seed: int, current: int | None) -> None:
    seen = walk(Playlist.of(works, current, seed).step(-2 * len(works)), 6 * len(works))
    assert all(one != other for one, other in pairwise(seen))


@given(WORKS, st.one_of(st.none(), st.integers()), st.lists(st.integers(-90, 90)), st.integers(0, 200))
def test_a_way_forth_is_the_same_way_back(works: set[int], seed: int | None, steps: list[int], current: int) -> None:
    start = Playlist.of(works, current, seed)
    playlist = start
    for by in steps:
        playlist = playlist.step(by)
    for by in reversed(steps):
        playlist = playlist.step(-by)
    assert playlist == start


@given(WORKS, st.integers(0, 200), st.integers())
def test_the_first_round_opens_with_the_work_on_the_screen(works: set[int], current: int, seed: int) -> None:
    playlist = Playlist.of(works, current, seed)
    assert playlist.at == 0
    assert playlist.current == min([w for w in works if w >= current], default=min(works))


def test_rounds_differ() -> None:
    rounds = {tuple(walk(Playlist.of(range(20), seed=3).step(20 * n), 20)) for n in range(10)}
    assert len(rounds) == 10


@pytest.mark.parametrize(
    ("works", "order", "singly"),
    [
        ([0, 1, 2, 3, 4], (0, 1, 2, 4), (0, 1, 3, 2, 4)),
        ([0, 2, 3, 4], (0, 2, 3, 4), (0, 2, 3, 4)),
        ([0, 1, 2, 4], (0, 1, 2, 4), (0, 1, 2, 4)),
        ([1, 3], (1,), (1, 3)),
    ],
)
def test_a_pair_is_shown_together_where_both_are_on_show(
    works: list[int], order: tuple[int, ...], singly: tuple[int, ...]
) -> None:
    playlist = Playlist.of(works, pairs=[(1, 3)])
    assert (playlist.works, playlist.order, playlist.singly) == (tuple(works), order, singly)


def test_wherever_the_second_of_a_pair_comes_up_the_pair_does() -> None:
    pairs = [(1, 3), (4, 0)]
    playlist = Playlist.of(range(5), pairs=pairs)
    assert playlist.order == (1, 2, 4)
    for work, shown, position in ((1, (1, 3), 0), (3, (1, 3), 0), (2, (2,), 2), (0, (4, 0), 3), (4, (4, 0), 3)):
        for at in (playlist.go_to(work), Playlist.of(range(5), work, pairs=pairs)):
            assert (at.shown, at.position) == (shown, position)
        assert Playlist.of(range(5), work, 7, pairs=pairs).shown == shown


def test_in_another_order_a_pair_hangs_where_its_first_work_does() -> None:
    playlist = Playlist.of(range(5), 0, rank=RANK, pairs=[(0, 1)])
    assert (playlist.order, playlist.shown, playlist.singly) == ((3, 2, 0, 4), (0, 1), (3, 2, 0, 1, 4))


@given(
    WORKS,
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=8),
    st.one_of(st.none(), st.integers()),
    st.integers(-3, 3),
    st.integers(0, 200),
)
def test_with_pairs_every_work_is_shown_once_per_round(
    works: set[int], wanted: list[tuple[int, int]], seed: int | None, round_: int, current: int
) -> None:
    paired: set[int] = set()
    pairs = []
    for first, second in wanted:
        if first != second and not {first, second} & paired:
            paired |= {first, second}
            pairs.append((first, second))
    playlist = Playlist.of(works, current, seed, pairs=pairs).first()
    playlist = playlist.step(round_ * len(playlist))
    seen: list[int] = []
    for _ in range(len(playlist)):
        assert playlist.singly.index(playlist.current) == playlist.position == len(seen)
        seen += playlist.shown
        playlist = playlist.step(1)
    assert sorted(seen) == sorted(works)
    assert all(seen.index(second) == seen.index(first) + 1 for first, second in pairs if {first, second} <= works)
