"""The stage: in from the loop, the card of the exhibition, pages, the slideshow, a long label and a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.hand import until
from tests.e2e.walks.whole.eyes import (
    inside,
    kind_of,
    on_stage,
    place_of,
    shown_fully,
    work_here,
)
from tests.e2e.walks.whole.hands import FiveKeys
from tests.e2e.whole import FIRST, LAST_LINE, LONG, SECOND, SIZED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.hand import Wait
    from tests.e2e.walks.whole.hands import Means


def arrive(means: Means) -> Iterator[Wait]:
    """From the loop to the work that was shown in it."""
    hand = means.hand
    yield hand.at_rest("AttractView")
    assert hand.says("Drawn for a test")
    assert not any(ring.isVisible() for ring in hand.items("FocusRing"))
    yield from means.come()
    yield hand.at_rest("StageView")


def read_the_card(means: Means) -> Iterator[Wait]:
    """It is offered in words, opened, read to its end, and closed again."""
    hand = means.hand
    assert hand.says("About the exhibition")
    work = work_here(hand)
    yield from means.use(hand.item("AboutButton"))
    yield shown_fully(hand, "the card is there", "AboutCard")
    card = hand.item("AboutCard")
    assert hand.says("Drawn for a test")
    (label,) = inside(hand, "Label", card)
    yield from means.read(label)
    last = inside(hand, "LabelLine", label)[-1]
    assert place_of(last).bottom() <= place_of(label).bottom() + 1, "the last line is seen"
    yield from means.shut()
    yield until("the card is gone", lambda: not hand.items("AboutCard"))
    yield hand.at_rest("StageView")
    on_stage(hand, work)


def turn_pages(means: Means) -> Iterator[Wait]:
    """On and back, by the picture itself and by buttons; anywhere by the filmstrip."""
    hand = means.hand
    start = work_here(hand)
    for by, work in ((1, start + 1), (-1, start)):
        yield from means.turn(by)
        yield hand.at_rest("StageView")
        on_stage(hand, work)
    for icon, work in (("next", start + 1), ("next", start + 2), ("previous", start + 1)):
        yield from means.use(hand.item("IconButton", icon=icon))
        yield hand.at_rest("StageView")
        on_stage(hand, work)
    yield from means.pick(6)
    yield hand.at_rest("StageView")
    on_stage(hand, 6)


def let_it_play(means: Means) -> Iterator[Wait]:
    """It goes on by itself when it is told to, rests when it is told to, and not for ever."""
    hand = means.hand
    here = work_here(hand)
    yield from means.use(hand.item("IconButton", icon="play"))
    assert hand.item("IconButton", icon="pause")
    hand.pass_time(5)
    yield until(
        "a line tells the time", lambda: any(each.property("shown") > 0.3 for each in hand.items("ProgressLine"))
    )
    hand.pass_time(8)
    yield until("the next work comes by itself", lambda: hand.says(f"Work {here + 2}"))
    yield hand.at_rest("StageView")
    on_stage(hand, here + 1)
    yield from means.use(hand.item("IconButton", icon="pause"))
    hand.pass_time(30)
    yield from hand.frame()
    on_stage(hand, here + 1)
    assert hand.item("IconButton", icon="play")
    hand.pass_time(16)
    yield until("the pause is over", lambda: bool(hand.items("IconButton", icon="pause")))


def read_a_long_label(means: Means) -> Iterator[Wait]:
    """It goes on below its edge, and is read to its end."""
    hand = means.hand
    yield from means.pick(LONG)
    yield hand.at_rest("StageView")
    on_stage(hand, LONG)
    yield from read_to_the_end(means)


def read_to_the_end(means: Means) -> Iterator[Wait]:
    """The last line of the label on the stage comes into view; the work stays."""
    hand = means.hand
    (label,) = [each for each in inside(hand, "Label", hand.item("StageView")) if kind_of(each) == "Label"]
    (last,) = [line for line in inside(hand, "LabelLine", label) if line.property("words") == LAST_LINE]
    assert place_of(last).top() > place_of(label).bottom(), "it is longer than its place"
    yield from means.read(label)
    assert place_of(last).bottom() <= place_of(label).bottom() + 1, "the last line is seen"
    assert hand.texts(LAST_LINE)
    on_stage(hand, LONG)


def see_a_pair(means: Means) -> Iterator[Wait]:
    """Two works side by side, counted as two; one page on is the work after both."""
    hand = means.hand
    yield from means.turn(1)
    yield hand.at_rest("StageView")
    on_stage(hand, FIRST, SECOND)
    first, second = (place_of(each) for each in hand.items("StageWork"))
    assert first.right() < second.left(), "side by side"
    if isinstance(means, FiveKeys):  # from one work to the other, and then on
        yield from means.turn(1)
        yield hand.at_rest("StageView")
        on_stage(hand, FIRST, SECOND)
    yield from means.turn(1)
    yield hand.at_rest("StageView")
    on_stage(hand, SECOND + 1)


def go_to_the_sized_work(means: Means) -> Iterator[Wait]:
    """Back along the filmstrip."""
    hand = means.hand
    yield from means.pick(SIZED)
    yield hand.at_rest("StageView")
    on_stage(hand, SIZED)
