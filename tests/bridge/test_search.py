"""Search, orders and kin: what a visitor asks for is shown everywhere, and undone for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from kiosk.bridge.visit import Screen
from kiosk.bridge.wall.search import OFFERED_FROM
from kiosk.bridge.wall.themes_model import Role as ChipRole
from kiosk.exhibition.config import Config, Slideshow
from kiosk.exhibition.config_sections import Order
from kiosk.exhibition.text import Text, plain
from tests.bridge.fakes import exhibition
from tests.bridge.test_gallery import Opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QGuiApplication

    from kiosk.exhibition.model import Exhibition

MADE = (
    ("Blake, William", "Блейк", "1805", "Harvest", "land"),
    ("Čapek", "Чапек", "", "Smart harbour", "sea"),
    ("Ada", "Ада", "1972", "Night", "sea"),
    ("Blake, William", "Блейк", "1790", "Art of night", "land"),
    ("Unknown", "", "300 BC", "Vase", "land"),
    ("", "", "n.d.", "Harbour", "sea"),
)


def shown(**more: Any) -> Exhibition:
    """Six works by Blake (two), Čapek, Ada and nobody."""
    bare = exhibition(len(MADE), 2, languages=("en", "ru", "ko"), search=True, **more)
    works = tuple(
        replace(
            work,
            creator=Text((("en", who), ("ru", russian))),
            date=plain(when),
            title=plain(title),
            themes=("theme-0",) if theme == "land" else ("theme-1",),
            picture=bare.works[0].picture,
        )
        for work, (who, russian, when, title, theme) in zip(bare.works, MADE, strict=True)
    )
    return replace(bare, works=works)


@pytest.fixture
def opened(qapp: QGuiApplication) -> Iterator[Any]:
    """Opens galleries; English is spoken again afterwards."""
    all_opened: list[Opened] = []

    def make(exhibition_: Exhibition | None = None, config: Config | None = None) -> Opened:
        all_opened.append(Opened(qapp, exhibition_ or shown(), config or Config()))
        all_opened[-1].gallery.sitting.showWall()
        return all_opened[-1]

    yield make
    for each in all_opened:
        each.words.speak("none")


def everywhere(it: Opened) -> list[int]:
    """The works in their order, the same on the wall, in the filmstrip and on the stage."""
    hung, strip = it.on_wall(), it.in_strip()
    assert hung == strip
    it.gallery.show.first()
    assert it.on_stage() == hung
    return hung


def kinds(it: Opened) -> list[tuple[str, str, int]]:
    bar = it.gallery.themes
    roles = (ChipRole.KIND, ChipRole.NAME, ChipRole.COUNT)
    return [tuple(bar.data(bar.index(row), role) for role in roles) for row in range(bar.rowCount())]  # type: ignore[misc]


def type_(it: Opened, words: str) -> None:
    for sign in words:
        it.gallery.search.press(sign)


def test_the_stage_follows_the_order_of_the_wall(opened: Any) -> None:
    it = opened()
    assert it.gallery.sorting.sorts == ["curator", "date", "creator"]
    for order, works in (
        ("date", [4, 3, 0, 2, 1, 5]),
        ("creator", [2, 3, 0, 1, 4, 5]),
        ("curator", [0, 1, 2, 3, 4, 5]),
    ):
        it.gallery.sorting.sortBy(order)
        assert (it.gallery.sorting.sort, everywhere(it)) == (order, works)


def test_the_work_on_the_stage_stays_when_the_order_changes(opened: Any) -> None:
    it = opened()
    it.gallery.open(3)
    it.gallery.sorting.sortBy("creator")
    assert (it.gallery.show.playlist.current, it.gallery.show.position) == (3, 1)


def test_an_order_there_is_not_changes_nothing(opened: Any) -> None:
    it = opened(exhibition(6))
    assert it.gallery.sorting.sorts == ["curator"]
    it.gallery.sorting.sortBy("date")
    it.gallery.sorting.sortBy("size")
    assert everywhere(it) == list(range(6))


def test_creators_are_in_the_order_of_the_visitors_language(opened: Any) -> None:
    it = opened()
    it.gallery.sorting.sortBy("creator")
    it.gallery.sitting.speak("ru")
    assert everywhere(it) == [2, 3, 0, 1, 4, 5]
    assert [it.gallery.sorting.where(place) for place in (0, 1, 3, 5)] == ["Ада", "Блейк", "Чапек", "–"]


def test_one_is_told_where_one_is(opened: Any) -> None:
    it = opened()
    assert it.gallery.sorting.where(0) == ""
    it.gallery.sorting.sortBy("date")
    assert [it.gallery.sorting.where(place) for place in (0, 1, 5, 6, -1)] == ["300 BC", "1790", "Undated", "", ""]


def test_a_shuffled_show_is_shuffled_until_a_visitor_wants_an_order(opened: Any) -> None:
    it = opened(config=Config(slideshow=Slideshow(order=Order.SHUFFLE)))
    before = it.in_strip()
    it.gallery.sorting.sortBy("date")
    assert it.in_strip() == it.on_wall() == [4, 3, 0, 2, 1, 5]
    it.gallery.sorting.sortBy("curator")
    assert it.on_wall() == sorted(before) == list(range(6))


def test_what_is_typed_is_found_everywhere_at_once(opened: Any) -> None:
    it = opened()
    for typed, works in (("h", [0, 1, 5]), ("ha", [0, 1, 5]), ("har", [0, 1, 5]), ("harv", [0])):
        it.gallery.search.clear()
        type_(it, typed)
        assert (everywhere(it), it.gallery.search.works, it.gallery.search.typed) == (works, len(works), typed)
    assert kinds(it)[:2] == [("theme", "All works", 6), ("words", "harv", 1)]
    assert [count for _, _, count in kinds(it)[2:]] == [1, 0]


def test_the_order_holds_for_what_was_found(opened: Any) -> None:
    it = opened()
    it.gallery.sorting.sortBy("date")
    type_(it, "blake")
    assert everywhere(it) == [3, 0]


def test_nothing_found_leaves_the_stage_as_it_is(opened: Any) -> None:
    it = opened()
    type_(it, "harvx")
    assert (it.on_wall(), it.gallery.search.fruitless, it.gallery.show.count) == ([], True, 1)
    it.gallery.search.takeBack()
    assert (it.on_wall(), it.gallery.search.fruitless) == ([0], False)
    type_(it, "x")
    it.gallery.leaveWall()
    assert (it.gallery.search.typed, everywhere(it), it.gallery.visit.screen) == ("", list(range(6)), Screen.STAGE)


def test_all_works_and_the_chip_undo_a_search(opened: Any) -> None:
    it = opened()
    type_(it, "blake")
    it.gallery.undo("words")
    assert (everywhere(it), it.gallery.search.typing) == (list(range(6)), True)
    type_(it, "blake")
    it.gallery.choose("")
    assert (everywhere(it), it.gallery.search.typed) == (list(range(6)), "")


def test_the_next_visitor_finds_nothing_of_it(opened: Any) -> None:
    it = opened()
    it.gallery.sorting.sortBy("date")
    type_(it, "bla")
    it.gallery.search.switchLayout()
    it.gallery.sitting.go_home()
    it.gallery.sitting.showWall()
    search = it.gallery.search
    assert (search.typed, search.typing, it.gallery.sorting.sort, everywhere(it)) == (
        "",
        False,
        "curator",
        list(range(6)),
    )
    assert search.rows[1][0] == "q"


def test_going_to_the_stage_puts_the_keyboard_away_and_keeps_what_was_found(opened: Any) -> None:
    it = opened()
    type_(it, "blake")
    it.gallery.open(3)
    assert (it.gallery.search.typing, it.gallery.search.typed, it.gallery.show.count) == (False, "blake", 2)


def test_the_keyboard_speaks_the_visitors_language_and_all_others(opened: Any) -> None:
    it = opened()
    search = it.gallery.search
    seen = []
    for _ in range(4):
        seen.append((search.rows[1][0], search.other, search.shiftable))
        search.switchLayout()
    assert seen == [("q", "АБВ", False), ("й", "가나다", False), ("ㅂ", "ABC", True), ("q", "АБВ", False)]
    assert search.rows[0] == list("1234567890")


def test_shift_brings_the_second_signs_for_one_key(opened: Any) -> None:
    it = opened()
    it.gallery.sitting.speak("ko")
    search = it.gallery.search
    search.shift()
    assert (search.rows[1][0], search.shifted) == ("ㅃ", True)
    search.press("ㅃ")
    assert (search.rows[1][0], search.shifted, search.typed) == ("ㅂ", False, "ㅃ")


def test_a_connected_keyboard_types_in_the_keyboard_that_is_shown(opened: Any) -> None:
    it = opened()
    search = it.gallery.search
    assert not search.type(" ")
    assert not search.type("\r")
    assert not search.type("")
    assert search.type("b")
    assert search.type(" ")
    assert (search.typed, search.typing) == ("b ", True)
    search.clear()
    it.gallery.sitting.speak("ru")
    assert search.type("x")
    assert (search.typed, everywhere(it)) == ("ч", [1])


@pytest.mark.parametrize(
    ("works", "asked", "offered"),
    [(OFFERED_FROM - 1, None, False), (OFFERED_FROM, None, True), (5, True, True), (OFFERED_FROM, False, False)],
)
def test_a_search_is_offered_when_there_are_many_works_or_the_curator_wants_it(
    opened: Any, works: int, asked: bool | None, offered: bool
) -> None:
    it = opened(exhibition(works, search=asked))
    assert it.gallery.search.offered is offered
    it.gallery.search.open()
    assert it.gallery.search.typing is offered
    assert it.gallery.search.type("w") is offered


def test_nothing_is_read_for_a_search_before_the_wall_is_looked_at(opened: Any, qapp: QGuiApplication) -> None:
    it = opened()
    search = it.gallery.search
    assert search._index is None
    search.prepare(True)
    while search._growing.isActive():
        qapp.processEvents()
    assert search._index is not None
    assert search._index.complete
    search.prepare(True)
    assert not search._growing.isActive()


def test_a_label_leads_to_more_of_its_creator_and_of_its_themes(opened: Any) -> None:
    it = opened()
    it.gallery.open(3)
    slide = it.gallery.slideshow.current
    assert slide.kin == [
        {"kind": "creator", "name": "Blake, William", "works": 2},
        {"kind": "theme", "name": "Theme 0", "works": 3},
    ]
    it.gallery.choose("theme-1")
    it.gallery.open(5)
    type_(it, "harb")
    it.gallery.choose("")
    it.gallery.open(3)
    it.gallery.slideshow.current.wander(0)
    assert (it.gallery.visit.screen, everywhere(it)) == (Screen.WALL, [0, 3])
    assert kinds(it)[1] == ("creator", "Blake, William", 2)
    it.gallery.undo("creator")
    assert everywhere(it) == list(range(6))
    it.gallery.open(0)
    it.gallery.slideshow.current.wander(1)
    assert (it.gallery.visit.screen, it.gallery.sitting.session.themes) == (Screen.WALL, ("theme-0",))
    assert everywhere(it) == [0, 3, 4]
    it.gallery.slideshow.current.wander(7)
    assert everywhere(it) == [0, 3, 4]


def test_who_is_alone_or_unknown_has_no_kin(opened: Any) -> None:
    it = opened(exhibition(4, 4))
    it.gallery.open(0)
    assert [kin["kind"] for kin in it.gallery.slideshow.current.kin] == ["creator"]
    it = opened()
    it.gallery.open(4)
    assert [kin["kind"] for kin in it.gallery.slideshow.current.kin] == ["theme"]


def test_no_more_themes_are_told_than_fit_below_a_label(opened: Any) -> None:
    bare = exhibition(3, 40)
    works = tuple(replace(work, themes=tuple(f"theme-{n}" for n in range(40))) for work in bare.works)
    it = opened(replace(bare, works=works))
    it.gallery.open(1)
    assert [kin["name"] for kin in it.gallery.slideshow.current.kin] == ["A Maker", "Theme 0", "Theme 1"]


def test_marks_lead_along_a_long_wall(opened: Any) -> None:
    bare = exhibition(100, 2)
    works = tuple(replace(work, date=plain(str(1900 + n % 50))) for n, work in enumerate(bare.works))
    it = opened(replace(bare, works=works))
    sorting = it.gallery.sorting
    sorting.fit(12)
    assert (sorting.long, sorting.marks) == (False, [])
    sorting.sortBy("date")
    assert sorting.long
    assert sorting.marks == [{"words": str(1900 + 5 * n), "place": 10 * n} for n in range(10)]
    assert [sorting.markAt(place) for place in (0, 9, 10, 99)] == [0, 0, 1, 9]
    row = it.gallery.wall.rowAt(10)
    assert it.gallery.wall.firstIn(row) <= 10
    assert it.gallery.wall.firstIn(-1) == it.gallery.wall.firstIn(10_000) == -1
    sorting.fit(4)
    assert [mark["words"] for mark in sorting.marks] == ["1900", "1920", "1940"]
    it.gallery.choose("theme-0")
    assert (sorting.long, sorting.marks) == (False, [])
