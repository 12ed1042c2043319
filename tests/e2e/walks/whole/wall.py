"""The wall: themes, orders, the strip, the search; and from a label to more like it. All of it in Arabic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.hand import same
from tests.e2e.walks.whole.eyes import (
    DIGITS,
    arabic,
    hanging,
    inside,
    on_stage,
    place_of,
    scroller_in,
    shown_fully,
    themed,
    wall_of,
    work_here,
    work_of,
)
from tests.e2e.whole import WORKS, creator_of, year_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtQuick import QQuickItem

    from tests.e2e.hand import Hand, Wait
    from tests.e2e.walks.whole.hands import Means

THEME = "theme-2"


def go_to_the_wall(means: Means) -> Iterator[Wait]:
    """The work of the stage is in sight there."""
    hand = means.hand
    work = work_here(hand)
    yield from means.use(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")
    assert work in hanging(hand), (work, hanging(hand))
    assert arabic(hand)


def choose_a_theme(means: Means) -> Iterator[Wait]:
    """Only its works hang, as many as its chip says; chosen again it lets all hang."""
    hand = means.hand
    works = themed(hand, THEME)
    chip = inside(hand, "Chip", hand.item("WallView"), theme=THEME)[0]
    same(chip.property("count"), len(works))
    yield from means.use(chip)
    yield hand.at_rest("WallView")
    assert set(hanging(hand)) <= set(works)
    same(hanging(hand), works[: len(hanging(hand))])
    yield from means.use(chip)
    yield hand.at_rest("WallView")
    same(hanging(hand), list(range(len(hanging(hand)))))


def sort(means: Means) -> Iterator[Wait]:
    """By date, by creator and as the curator hung them; the strip leads along."""
    hand = means.hand
    for order, key in (("date", year_of), ("creator", creator_of)):
        yield from means.use(hand.item("WordButton", modelData=order))
        yield hand.at_rest("WallView")
        in_order(hand, key)
        if order == "date":
            yield from jump(means)
            in_order(hand, key)
    yield from means.use(hand.item("WordButton", modelData="curator"))
    yield hand.at_rest("WallView")
    same(hanging(hand), list(range(len(hanging(hand)))))
    same(hand.items("JumpStrip"), [])


def in_order(hand: Hand, key: Callable[[int], int]) -> None:
    """What is seen hangs in an order, as one reads."""
    told = [key(work) for work in hanging(hand)]
    same(told, sorted(told))


def jump(means: Means) -> Iterator[Wait]:
    """To a later mark: the works at the top are other ones, and near it."""
    hand = means.hand
    strip, before = hand.item("JumpStrip"), hanging(hand)
    marks = strip.property("marks")
    wanted = min(3, len(marks) - 1)
    yield from means.jump(strip, wanted)
    yield hand.at_rest("WallView")
    same(strip.property("current"), wanted)
    assert hanging(hand) != before
    (said,) = DIGITS.findall(hand.item("SortBar").property("where"))
    assert abs(int(said) - int(DIGITS.findall(marks[wanted]["words"])[0])) <= 5, (said, marks[wanted]["words"])


def search(means: Means) -> Iterator[Wait]:
    """Letter by letter on our own keyboard, in Arabic; the one work that is found is opened, and all works again."""
    hand = means.hand
    yield from means.use(hand.item("IconButton", icon="search"))
    yield shown_fully(hand, "the keyboard is there", "TouchKeyboard")
    yield hand.at_rest("WallView")
    for letter in ("ع", "م", "ل", " ", "9", "9"):
        yield from means.use(key(hand, letter))
    yield hand.at_rest("WallView")
    same(hanging(hand), [98])
    yield from means.use(key(hand, "ض"))
    yield hand.at_rest("WallView")
    same(hanging(hand), [])
    assert hand.items("NothingFound")
    (back,) = [each for each in hand.items("Key") if each.property("icon") == "backspace"]
    yield from means.use(back)
    yield hand.at_rest("WallView")
    same(hanging(hand), [98])
    found = next(item for item in wall_of(hand) if work_of(item) == 98 and in_view(hand, item))
    yield from means.use(found)
    yield hand.at_rest("StageView")
    on_stage(hand, 98, at=0, of=1)
    yield from means.use(hand.item("Chip", undoes=True))
    yield hand.at_rest("StageView")
    on_stage(hand, 98)


def key(hand: Hand, sign: str) -> QQuickItem:
    """A key of the keyboard on the screen."""
    return hand.item("Key", sign=sign)


def wander(means: Means) -> Iterator[Wait]:
    """From a label to all works of its creator, and of one of its themes; a work of them is opened."""
    hand = means.hand
    for kind in ("creator", "theme"):
        work = work_here(hand)
        (chip, *_) = [each for each in kin(hand) if each.property("modelData")["kind"] == kind]
        count = chip.property("count")
        yield from means.use(chip)
        yield hand.at_rest("WallView")
        seen = hanging(hand)
        if kind == "creator":
            assert {creator_of(each) for each in seen} == {creator_of(work)}
        else:
            assert any(set(seen) <= set(themed(hand, f"theme-{number}")) for number in range(1, 7))
        other = next(item for item in wall_of(hand) if in_view(hand, item) and work_of(item) != work)
        chosen = work_of(other)
        yield from means.use(other)
        yield hand.at_rest("StageView")
        same(work_here(hand), chosen)
        assert hand.says(f"عمل {chosen + 1}")
        on_stage(hand, chosen, at=place_among(hand, kind, chosen, count), of=count)
    yield from means.use(hand.items("Chip")[0])
    yield hand.at_rest("StageView")
    on_stage(hand, chosen)
    same(chosen < WORKS, True)


def place_among(hand: Hand, kind: str, work: int, count: int) -> int:
    """The place of a work among those of its creator, or of the theme that has so many works."""
    same_creator = [other for other in range(WORKS) if creator_of(other) == creator_of(work)]
    themes = (themed(hand, f"theme-{number}") for number in range(1, 7))
    groups = [same_creator] if kind == "creator" else [each for each in themes if work in each and len(each) == count]
    return groups[0].index(work)


def kin(hand: Hand) -> list[QQuickItem]:
    """The chips below the label of the work on the stage."""
    return [chip for row in hand.items("KinRow") for chip in inside(hand, "Chip", row)]


def in_view(hand: Hand, item: QQuickItem) -> bool:
    """Whether a thumbnail is wholly seen."""
    return place_of(scroller_in(hand.item("WallView"))).contains(place_of(item))
