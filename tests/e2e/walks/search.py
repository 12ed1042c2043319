"""Sort and search by touch: along the wall, into a creator's works, by letters, and all of it undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKS = 210


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    yield from wander(hand)
    yield from sort(hand)
    yield from search(hand)
    yield from leave(hand)
    hand.ask_to_leave()


def works(hand: Hand) -> list[int]:
    return list(hand.gallery._hanging.works)


def wander(hand: Hand) -> Iterator[Wait]:
    """From a label to the wall of its creator's works, and by one tap to all works again."""
    made_by = [work for work in range(WORKS) if (work - hand.gallery.show.playlist.current) % 17 == 0]
    chip = hand.item("Chip", name="Same creator")
    same(chip.property("count"), len(made_by))
    yield from hand.tap(chip)
    yield hand.at_rest("WallView")
    same(works(hand), made_by)
    yield from hand.tap(hand.item("Chip", undoes=True))
    yield hand.at_rest("WallView")
    same(len(works(hand)), WORKS)
    same(hand.items("Chip", undoes=True), [])


def sort(hand: Hand) -> Iterator[Wait]:
    """By date, along the strip by a tap and by a finger that moves, by creator, and as the curator hung them."""
    same(hand.items("JumpStrip"), [])
    yield from hand.tap(hand.item("WordButton", name="By date"))
    yield hand.at_rest("WallView")
    years = [1900 + (work + 1) % 120 for work in works(hand)]
    same(years, sorted(years))
    strip = hand.item("JumpStrip")
    unit = hand.gallery.painting.property("unit")
    marks = strip.property("marks")
    assert strip.property("step") >= 12 * unit
    assert strip.width() >= 12 * unit
    assert hand.says("1900")
    for mark in (len(marks) - 2, 2):
        yield from hand.tap(hand.place(strip, 0.5, (mark + 0.5) * strip.property("step") / strip.height()))
        yield hand.at_rest("WallView")
        near(int(said(hand)), int(marks[mark]["words"]))
        same(strip.property("current"), mark)
    start, end = hand.place(strip, 0.5, 0.1), hand.place(strip, 0.5, 0.5)
    yield from hand.drag(start, end - start)
    pointed = strip.property("pointed")
    assert 0 < pointed < len(marks) - 1
    yield from hand.lift(end)
    yield hand.at_rest("WallView")
    near(int(said(hand)), int(marks[pointed]["words"]))
    yield from hand.tap(hand.item("WordButton", name="By creator"))
    yield hand.at_rest("WallView")
    assert said(hand).startswith("Maker ")
    yield from hand.tap(hand.item("WordButton", name="Exhibition order"))
    yield hand.at_rest("WallView")
    same(works(hand), list(range(WORKS)))


def said(hand: Hand) -> str:
    """Where on the wall one is said to be."""
    return str(hand.item("SortBar").property("where"))


def near(got: int, wanted: int) -> None:
    """A row begins a little before the work that a mark stands for."""
    assert abs(got - wanted) <= 5, (got, wanted)


def search(hand: Hand) -> Iterator[Wait]:
    """Letter by letter, taken back, in vain, and in another alphabet."""
    yield from hand.tap(hand.item("IconButton", icon="search"))
    yield until("the keyboard is there", lambda: bool(hand.items("TouchKeyboard")))
    yield hand.at_rest("WallView")
    unit = hand.gallery.painting.property("unit")
    for key in hand.items("Key"):
        assert min(key.width(), key.height()) >= 12 * unit, key.property("name")
    for letter in "work":
        yield from press(hand, letter)
    same((hand.gallery.search.typed, len(works(hand))), ("work", WORKS))
    for letter in ("Space", "9", "9"):
        yield from press(hand, letter)
    yield hand.at_rest("WallView")
    same(works(hand), [98])
    assert hand.says("1 work")
    yield from press(hand, "x")
    yield hand.at_rest("WallView")
    same(works(hand), [])
    assert hand.says("No work has these words.")
    yield from hand.tap(hand.item("WordButton", name="Take back the last letter"))
    yield hand.at_rest("WallView")
    same(works(hand), [98])
    yield from hand.tap(hand.items("Thumbnail")[0])
    yield hand.at_rest("StageView")
    same((hand.gallery.show.playlist.current, hand.gallery.show.count), (98, 1))
    yield from hand.tap(hand.item("Chip", undoes=True))
    yield hand.at_rest("StageView")
    same(hand.gallery.show.count, WORKS)
    yield from hand.tap(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")
    yield from hand.tap(hand.item("IconButton", icon="search"))
    yield until("the keyboard is there", lambda: bool(hand.items("Key", sign="가나다")))
    yield hand.at_rest("WallView")
    yield from hand.tap(hand.item("Key", sign="가나다"))
    for jamo in "ㅈㅏㄱㅍㅜㅁ":
        yield from press(hand, jamo)
    same((hand.gallery.search.typed, len(works(hand))), ("작품", WORKS))


def press(hand: Hand, name: str) -> Iterator[Wait]:
    yield from hand.tap(hand.item("Key", name=name))


def leave(hand: Hand) -> Iterator[Wait]:
    """The next visitor finds nothing typed and nothing sorted."""
    yield from hand.tap(hand.item("WordButton", name="By date"))
    hand.pass_time(120)
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    yield from hand.tap(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")
    same((hand.gallery.search.typed, hand.items("TouchKeyboard"), works(hand)), ("", [], list(range(WORKS))))
