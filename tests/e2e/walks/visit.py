"""By touch: into the stage, along it, by two themes, along the wall and back to the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from tests.e2e.hand import Hand, Wait, same, until
from tests.exhibitions import colour_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

PICTURES = 8
WORKS = 123


def walk(hand: Hand) -> Iterator[Wait]:
    yield from enter_from_the_loop(hand)
    yield from swipe(hand)
    yield from choose_themes(hand)
    yield from look_at_the_wall(hand)
    hand.ask_to_leave()


def enter_from_the_loop(hand: Hand) -> Iterator[Wait]:
    """A touch enters the stage at the picture that was touched."""
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    attract = hand.gallery.attract
    yield hand.at_rest("AttractView")
    assert hand.says("Drawn for a test")
    yield until("it invites, in one language after the other", lambda: hand.says("Touch to explore"))
    assert hand.share(hand.item("AttractPicture"), colour_of(0)) > 0.3
    yield until("the second scene is in front", hand.gallery.loop.advance)
    yield until("the first is out of sight", lambda: hand.item("AttractScenery").property("faded") == 1)
    (work,) = attract.scenes[attract.front].works
    same(work, 1)
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    on_stage(hand, work)
    same(hand.gallery.visit.playing, False)


def swipe(hand: Hand) -> Iterator[Wait]:
    """The picture follows the finger, its neighbour behind it; half a way is enough, a little and back is not."""
    for ways, work in (
        ((-50, -100, -300, -500), 2),
        ((-50, -100, -200, -400), 3),
        ((50, 100, 300, 500), 2),
        ((-50, -220, -190, -150), 2),
        ((50, 220, 190, 150), 2),
    ):
        page = hand.item("StagePage")
        rest, start = page.x(), hand.place(page, 0.4, 0.5)
        hand.touch((0, start), act="press")
        yield from hand.slide(start, ways[0])
        for way in ways[1:]:
            yield from hand.slide(start, way)
            same(page.x(), rest + way)
        assert len(hand.items("StagePage")) >= 2, "the neighbour is seen"
        yield from hand.lift(start + QPoint(ways[-1], 0))
        yield hand.at_rest("StageView")
        on_stage(hand, work)


def choose_themes(hand: Hand) -> Iterator[Wait]:
    """Slideshow, filmstrip and counter follow one theme, and two."""
    gallery = hand.gallery
    yield from hand.tap(hand.item("Chip", theme="theme-3"))
    yield hand.at_rest("StageView")
    works = carrying(hand, "theme-3")
    same(hand.item("Chip", theme="theme-3").property("count"), len(works))
    same((gallery.slideshow.count, gallery.strip.rowCount()), (len(works), len(works)))
    current = next(work for work in works if work >= 6)
    on_stage(hand, current, works)
    yield from hand.tap(hand.item("Chip", theme="theme-5"))
    yield hand.at_rest("StageView")
    works = carrying(hand, "theme-3", "theme-5")
    same((gallery.slideshow.count, gallery.strip.rowCount()), (len(works), len(works)))
    on_stage(hand, current, works)
    same([chip.property("theme") for chip in hand.items("Chip", chosen=True)], ["theme-3", "theme-5"])
    yield until("the chip is lit", lambda: lit(hand, "theme-5"))


def lit(hand: Hand, theme: str) -> bool:
    """Whether a theme's chip has the colour of what is chosen, above its words; the last step of a fade is not seen."""
    seen = hand.look().pixelColor(hand.place(hand.item("Chip", theme=theme), 0.5, 0.12))
    accent = QColor(hand.gallery.look.accent)
    return all(abs(one - other) <= 3 for one, other in zip(seen.getRgb(), accent.getRgb(), strict=True))


def look_at_the_wall(hand: Hand) -> Iterator[Wait]:
    """The wall shows the chosen works; it scrolls on when the finger has left; a tap leads to the stage."""
    works = carrying(hand, "theme-3", "theme-5")
    yield from hand.tap(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")
    same(hanging(hand), works)
    (view,) = [item for item in hand.items("WallView")[0].childItems() if item.inherits("QQuickListView")]
    before = view.property("contentY")
    start, way = hand.place(view, 0.4, 0.8), QPoint(0, -200)
    yield from hand.drag(start, way)
    hand.touch((0, start + way - QPoint(0, 40)), act="move")
    hand.touch((0, start + way - QPoint(0, 40)), act="release")
    at_release = view.property("contentY")
    assert at_release > before + 150, "it follows the finger"
    yield until("it goes on by itself", lambda: view.property("contentY") > at_release + 20)
    yield until("it comes to rest", lambda: not view.property("moving"))
    yield hand.at_rest("WallView")
    seen = whole_thumbnails(hand, view)
    assert seen, "no row is seen as a whole"
    image = hand.look()
    for thumbnail in seen:
        assert hand.shows(thumbnail, work_of(thumbnail) % PICTURES, image), thumbnail.property("title")
    touched = seen[len(seen) // 2]
    work = work_of(touched)
    yield from hand.tap(touched)
    yield hand.at_rest("StageView")
    on_stage(hand, work, works)


def on_stage(hand: Hand, work: int, works: list[int] | None = None) -> None:
    """A work is on the stage: its picture, its label, its place among the works on show."""
    works = list(range(WORKS)) if works is None else works
    same(hand.gallery.slideshow.current.work, work)
    same(hand.gallery.slideshow.position, works.index(work))
    assert hand.says(f"{works.index(work) + 1} of {len(works)}"), "the counter"
    assert hand.says(f"Work {work + 1}"), "the label"
    assert hand.shows(hand.item("Picture"), work % PICTURES), "the picture"


def carrying(hand: Hand, *themes: str) -> list[int]:
    """The works that carry any of these themes."""
    works = hand.gallery._exhibition.works
    return [index for index, work in enumerate(works) if set(themes) & set(work.themes)]


def hanging(hand: Hand) -> list[int]:
    """The works on the wall, seen or not."""
    wall = hand.gallery.wall
    thumbnails = next(role for role, name in wall.roleNames().items() if name == b"thumbnails")
    rows = (wall.data(wall.index(row), thumbnails) for row in range(wall.rowCount()))
    return [thumbnail["work"] for row in rows for thumbnail in row]


def whole_thumbnails(hand: Hand, view: QQuickItem) -> list[QQuickItem]:
    """The thumbnails that can be seen from top to bottom."""
    top, bottom = hand.place(view, 0, 0).y(), hand.place(view, 0, 0.85).y()
    return [
        item
        for item in hand.items("Thumbnail")
        if item.width() > 0 and hand.place(item, 0, 0).y() > top and hand.place(item, 0, 1).y() < bottom
    ]


def work_of(thumbnail: QQuickItem) -> int:
    """The work of a thumbnail, by its title: Work 1 is the first."""
    return int(thumbnail.property("title").split()[1]) - 1
