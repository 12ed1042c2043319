"""A fault is told when it begins and when it is over, and not between."""

from __future__ import annotations

import threading

import pytest

from kiosk.exhibition.episodes import MOST, RETURNS_S, Episode, Episodes


class Clock:
    """Seconds that pass when somebody says so."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        """Now."""
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def episodes(clock: Clock) -> Episodes:
    return Episodes(clock)


def test_a_fault_that_lasts_is_told_once_and_its_end_with_how_long_and_how_often(episodes, clock):
    assert episodes.works("disk") is None
    told = []
    for _ in range(40):
        told.append(episodes.fails("disk"))
        clock.time += 18
    assert told == [True] + 39 * [False]
    assert episodes.standing == ("disk",)
    over = episodes.works("disk")
    assert over == Episode(lasted_s=720.0, times=40)
    assert str(over) == "after 12 min and 40 failures"
    assert episodes.works("disk") is None
    assert episodes.standing == ()


def test_each_fault_has_episodes_of_its_own(episodes):
    assert episodes.fails("disk")
    assert episodes.fails("share")
    assert not episodes.fails("disk")
    assert episodes.standing == ("share", "disk")
    assert episodes.works("share")
    assert episodes.standing == ("disk",)


def test_what_comes_and_goes_is_told_at_most_twice_in_ten_minutes(episodes, clock):
    lines = 0
    for _ in range(2000):
        lines += episodes.fails("disk")
        clock.time += 1
        lines += episodes.works("disk") is not None
        clock.time += 1
    assert lines == 3, "began, over, began again: and since then it has not kept away"
    assert episodes.standing == ("disk",), "the last line says how it is"
    clock.time += RETURNS_S
    over = episodes.works("disk")
    assert over
    assert over.times == 1999
    clock.time += RETURNS_S
    assert episodes.fails("disk")
    assert episodes.works("disk"), "long after, it is a fault like any other"


def test_no_more_than_some_are_remembered(episodes):
    for number in range(2 * MOST):
        assert episodes.fails(str(number))
    assert len(episodes.standing) == MOST
    assert not episodes.fails(str(2 * MOST - 1))
    assert episodes.fails("0"), "it was forgotten"


def test_many_threads_may_fail_at_once(episodes):
    told = []
    threads = [
        threading.Thread(target=lambda: told.extend(episodes.fails("disk") for _ in range(200))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told.count(True) == 1
    assert episodes.works("disk").times == 1600


@pytest.mark.parametrize(
    ("seconds", "times", "words"),
    [
        (0.2, 1, "after 0 s and 1 failure"),
        (59.6, 2, "after 60 s and 2 failures"),
        (180, 3, "after 3 min and 3 failures"),
        (9000, 150, "after 2 h and 150 failures"),
    ],
)
def test_its_words(seconds, times, words):
    assert str(Episode(seconds, times)) == words
