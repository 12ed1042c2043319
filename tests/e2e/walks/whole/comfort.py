"""Reading and display, and another language: each is chosen, seen, and changes nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.hand import same, until
from tests.e2e.walks.whole.eyes import (
    arabic,
    focus,
    ground,
    inside,
    letters,
    on_stage,
    place_of,
    shown_fully,
    work_here,
)
from tests.e2e.walks.whole.hands import FiveKeys
from tests.e2e.walks.whole.stage import read_to_the_end
from tests.e2e.whole import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.hand import Hand, Wait
    from tests.e2e.walks.whole.hands import Means

BLACK = "#000000"


def open_comforts(means: Means) -> Iterator[Wait]:
    """The panel of reading and display."""
    yield from means.use(means.hand.item("IconButton", icon="comfort"))
    yield shown_fully(means.hand, "the panel is there", "ComfortPanel")


def shut(means: Means, panel: str, opener: str) -> Iterator[Wait]:
    """Close a panel; keys are then where they were before it."""
    hand = means.hand
    yield from means.shut()
    yield until("the panel is gone", lambda: not hand.items(panel))
    yield hand.at_rest("StageView")
    if isinstance(means, FiveKeys):
        same(focus(hand).property("icon"), opener)


def make_it_comfortable(means: Means) -> Iterator[Wait]:
    """Each size of text is larger than the one before and read to its end; contrast and calm, while the panel stays."""
    hand = means.hand
    yield from means.pick(LONG)
    yield hand.at_rest("StageView")
    size = letters(hand)
    for larger in (1, 2):
        yield from open_comforts(means)
        panel = hand.item("ComfortPanel")
        yield from means.use(inside(hand, "Choice", panel)[larger])
        same([each.property("chosen") for each in inside(hand, "Choice", panel)], [each == larger for each in range(3)])
        yield from shut(means, "ComfortPanel", "comfort")
        assert letters(hand) > size, (larger, size)
        size = letters(hand)
        yield from read_to_the_end(means)
    yield from open_comforts(means)
    wall = ground(hand)
    for icon in ("contrast", "motion"):
        yield from means.use(hand.item("SwitchRow", icon=icon))
        same(hand.item("SwitchRow", icon=icon).property("on"), True)
        assert hand.item("ComfortPanel")
    yield from shut(means, "ComfortPanel", "comfort")
    same((ground(hand), wall == BLACK), (BLACK, False))


def turn_a_page_calmly(means: Means) -> Iterator[Wait]:
    """With less motion nothing slides."""
    hand = means.hand
    yield from means.pick(LONG + 4)
    yield hand.at_rest("StageView")
    rest = place_of(hand.item("StagePage")).left()
    yield from means.use(hand.item("IconButton", icon="next"))
    while not turned(hand, LONG + 5):
        same({round(place_of(page).left() - rest) for page in hand.items("StagePage")}, {0})
        yield from hand.frame()
    yield hand.at_rest("StageView")
    on_stage(hand, LONG + 5)


def turned(hand: Hand, work: int) -> bool:
    """Whether a work, and nothing of another, is on the stage."""
    return len(hand.items("StagePage")) == 1 and work_here(hand) == work


def speak_arabic(means: Means) -> Iterator[Wait]:
    """The screen is read from the right: the label is left of the picture, and on is to the left."""
    hand = means.hand
    work = work_here(hand)
    assert not arabic(hand)
    yield from means.use(hand.item("IconButton", icon="language"))
    yield shown_fully(hand, "the panel is there", "LanguagePanel")
    yield from means.use(hand.item("Choice", name="العربية"))
    yield until("the panel is gone", lambda: not hand.items("LanguagePanel"))
    yield hand.at_rest("StageView")
    assert arabic(hand)
    on_stage(hand, work)
    (picture,) = [
        each for each in hand.items("Picture") if place_of(hand.item("StageView")).contains(place_of(each).center())
    ]
    (title,) = hand.texts(f"عمل {work + 1}")
    assert place_of(title).right() < place_of(picture).left()
    previous, following = (place_of(hand.item("IconButton", icon=icon)) for icon in ("previous", "next"))
    assert following.right() < previous.left()
    yield from means.turn(1)
    yield hand.at_rest("StageView")
    on_stage(hand, work + 1)
