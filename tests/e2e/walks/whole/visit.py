"""All that a visit can be, in one go, by whatever means; and the next visitor after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.hand import until
from tests.e2e.walks.whole import aloud, closer, comfort, home, stage, wall
from tests.e2e.walks.whole.hands import Fingers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.hand import Wait
    from tests.e2e.walks.whole.hands import Means


def visit(means: Means) -> Iterator[Wait]:
    """From the loop to the loop, twice."""
    hand = means.hand
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    looks = yield from home.screens(hand)
    yield from stage.arrive(means)
    first = home.found(hand)
    yield from stage.read_the_card(means)
    yield from stage.turn_pages(means)
    yield from stage.let_it_play(means)
    yield from stage.read_a_long_label(means)
    yield from stage.see_a_pair(means)
    yield from look_closer(means)
    yield from comfort.make_it_comfortable(means)
    yield from comfort.turn_a_page_calmly(means)
    if aloud.speaks():
        yield from aloud.have_it_read(means)
    yield from comfort.speak_arabic(means)
    yield from look_along_the_wall(means)
    yield from wall.wander(means)
    yield from home.stay(means)
    yield from home.leave(means, again=isinstance(means, Fingers))
    yield from stage.arrive(means)
    yield from home.find_nothing_left(means, first)
    yield from home.leave(means, again=not isinstance(means, Fingers))
    again = yield from home.screens(hand)
    for view, look in looks.items():
        places = home.unlike(look, again[view]) + home.unlike(again[view], look)
        assert not places, f"{view} changed at {places[0]}, {len(places)}"
    hand.ask_to_leave()


def look_closer(means: Means) -> Iterator[Wait]:
    """At the work of which the most is told."""
    yield from stage.go_to_the_sized_work(means)
    yield from closer.look_closer(means)
    if isinstance(means, Fingers):
        yield from closer.pinch(means.hand)
        yield from closer.drag(means.hand)
        yield from closer.slide(means.hand)
    yield from closer.see_the_whole(means)
    yield from closer.see_its_pixels(means)
    yield from closer.see_it_as_large_as_it_is(means)
    yield from closer.see_the_details(means)
    yield from closer.read_its_label(means)
    yield from closer.come_back(means)


def look_along_the_wall(means: Means) -> Iterator[Wait]:
    """By theme, in each order, and by words."""
    yield from wall.go_to_the_wall(means)
    yield from wall.choose_a_theme(means)
    yield from wall.sort(means)
    yield from wall.search(means)
