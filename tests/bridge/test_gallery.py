"""One visitor, one exhibition: slideshow, filmstrip, wall and theme bar tell the same story."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from kiosk.bridge.changes import COLOURS, EXCHANGE, SCREEN
from kiosk.bridge.gallery import Gallery
from kiosk.bridge.visit import Screen
from kiosk.bridge.wall.themes_model import Role as ChipRole
from kiosk.bridge.wall.wall_model import Role as RowRole
from kiosk.bridge.wall.works_model import Role as WorkRole
from kiosk.bridge.words import Words
from kiosk.exhibition.config import Config, Slideshow
from kiosk.exhibition.config_sections import Order
from kiosk.exhibition.model import Exhibition, ThemesMatch
from kiosk.exhibition.places import assets_folder
from kiosk.visit.boxes import pair_box
from tests.bridge.fakes import Clock, Stock, exhibition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QGuiApplication

NOON = datetime(2026, 9, 9, 12, tzinfo=UTC)


class Opened:
    """A gallery at noon of some day, with every picture prepared."""

    def __init__(
        self, application: QGuiApplication, shown: Exhibition, config: Config, seed: int = 7, *, paced: bool = False
    ) -> None:
        self.stock = Stock(shown)
        self.clock = Clock()
        self.time = NOON
        self.words = Words(application, assets_folder() / "translations", shown.languages)
        self.gallery = Gallery(
            shown, config, self.stock.shelf, self.words, self.clock, lambda: self.time, seed=seed, paced=paced
        )
        self.gallery.fit(1920, 1080, 1.0, None, False)
        self.gallery.wall.fit(1800, 200, 8, 1.0)

    def pass_time(self) -> None:
        """So much that nothing has to wait; first what no window shows counts as seen, and then it is over."""
        for _ in range(2):
            self.clock.now += 5
            self.gallery.changes._go()

    def on_stage(self) -> list[int]:
        show = self.gallery.show
        works = []
        for _ in range(show.count):
            works.append(show.current.work)
            show.next()
            show.settled()
        return works

    def in_strip(self) -> list[int]:
        strip = self.gallery.strip
        return [strip.data(strip.index(row), WorkRole.WORK) for row in range(strip.rowCount())]

    def on_wall(self) -> list[int]:
        wall = self.gallery.wall
        wall.watch(True)
        rows = (wall.data(wall.index(row), RowRole.THUMBNAILS) for row in range(wall.rowCount()))
        return [thumbnail["work"] for row in rows for thumbnail in row]

    def chips(self) -> dict[str, tuple[str, int, bool]]:
        bar = self.gallery.themes
        told = [
            [
                bar.data(bar.index(row), role)
                for role in (ChipRole.THEME, ChipRole.NAME, ChipRole.COUNT, ChipRole.CHOSEN)
            ]
            for row in range(bar.rowCount())
        ]
        return {theme: (name, count, chosen) for theme, name, count, chosen in told}


@pytest.fixture
def opened(qapp: QGuiApplication) -> Iterator[Any]:
    """Opens galleries; English is spoken again afterwards."""
    all_opened: list[Opened] = []

    def make(
        shown: Exhibition | None = None, config: Config | None = None, seed: int = 7, *, paced: bool = False
    ) -> Opened:
        all_opened.append(Opened(qapp, shown or exhibition(12), config or Config(), seed, paced=paced))
        return all_opened[-1]

    yield make
    for each in all_opened:
        each.words.speak("none")


def test_at_first_all_works_are_everywhere(opened: Any) -> None:
    it = opened()
    assert it.on_stage() == it.in_strip() == it.on_wall() == list(range(12))
    assert it.chips()[""] == ("All works", 12, True)
    assert it.gallery.visit.screen == Screen.ATTRACT
    assert it.gallery.theme_ids == ("theme-0", "theme-1", "theme-2")


def test_chosen_themes_are_followed_by_all_four(opened: Any) -> None:
    it = opened()
    for theme, works in (
        ("theme-1", [1, 4, 7, 10]),
        ("theme-2", [1, 2, 4, 5, 7, 8, 10, 11]),
        ("theme-1", [2, 5, 8, 11]),
        ("", list(range(12))),
    ):
        it.gallery.choose(theme)
        assert sorted(it.on_stage()) == it.in_strip() == it.on_wall() == works
        assert it.gallery.show.count == len(works)
        assert it.gallery.show.playlist.current in works
    assert [count for _, count, _ in it.chips().values()] == [12, 4, 4, 4]


def test_the_bar_shows_what_is_chosen(opened: Any) -> None:
    it = opened()
    it.gallery.choose("theme-2")
    assert [theme for theme, (_, _, chosen) in it.chips().items() if chosen] == ["theme-2"]
    it.gallery.choose("theme-2")
    assert [theme for theme, (_, _, chosen) in it.chips().items() if chosen] == [""]


def test_where_all_themes_are_needed_the_counts_say_what_would_be_left(opened: Any) -> None:
    shown = exhibition(12, themes_match=ThemesMatch.ALL)
    it = opened(shown)
    it.gallery.choose("theme-1")
    assert [count for _, count, _ in it.chips().values()] == [12, 0, 4, 0]


def test_a_choice_that_would_leave_nothing_shows_everything(opened: Any) -> None:
    """The chip is disabled then; but two fingers can be faster than that."""
    it = opened(exhibition(12, themes_match=ThemesMatch.ALL))
    it.gallery.choose("theme-1")
    it.gallery.choose("theme-2")
    assert it.on_stage()
    assert sorted(it.on_stage()) == sorted(it.in_strip()) == it.on_wall()


def test_works_outside_their_dates_are_left_out(opened: Any) -> None:
    shown = exhibition(6)
    works = tuple(
        msgspec.structs.replace(work, show_until=date(2026, 9, 8) if index % 2 else None)
        for index, work in enumerate(shown.works)
    )
    it = opened(msgspec.structs.replace(shown, works=works))
    assert it.on_stage() == it.in_strip() == it.on_wall() == [0, 2, 4]
    assert it.chips()[""] == ("All works", 3, True)


def test_an_exhibition_that_is_over_is_still_shown(opened: Any) -> None:
    shown = exhibition(6)
    works = tuple(msgspec.structs.replace(work, show_until=date(2026, 9, 9)) for work in shown.works)
    it = opened(msgspec.structs.replace(shown, works=works))
    it.gallery.choose("theme-0")
    it.time = datetime(2026, 9, 10, 0, 1, tzinfo=UTC)
    it.gallery.sitting.go_home()
    assert it.on_stage() == it.in_strip() == it.on_wall() == list(range(6))


def test_another_language_is_spoken_everywhere_at_once(opened: Any) -> None:
    it = opened()
    heard: list[tuple[str, str]] = []
    it.gallery.languageChanged.connect(lambda: heard.append((it.gallery.title, it.chips()[""][0])))
    it.gallery.visit.speak("ar")
    assert heard == [("القاعدة والصدفة", "كل الأعمال")]
    assert it.gallery.show.current.label[0] == {
        "role": "creator",
        "words": "A Maker",
        "bound": "A Maker",
        "rightToLeft": True,
        "upright": True,
        "family": "Noto Sans Arabic",
    }
    assert it.gallery.show.current.label[1]["words"] == "عمل 0"
    assert it.chips()["theme-1"][0] == "موضوع 1"
    strip = it.gallery.strip
    assert strip.data(strip.index(3), WorkRole.TITLE) == "عمل 3"


def test_at_home_everything_is_as_it_was(opened: Any) -> None:
    it = opened()

    def seen() -> tuple[object, ...]:
        look, visit = it.gallery.look, it.gallery.visit
        return (
            it.chips(),
            it.in_strip(),
            it.on_wall(),
            it.gallery.title,
            look.wall,
            look.ink,
            visit.screen,
            visit.language,
            visit.rightToLeft,
            visit.textSize,
            it.gallery.typography.scale,
            visit.highContrast,
            visit.playing,
            it.gallery.show.running,
        )

    before = seen()
    it.gallery.explore(3)
    it.gallery.choose("theme-1")
    it.gallery.visit.speak("ar")
    it.gallery.visit.nextTextSize()
    it.gallery.visit.toggleContrast()
    it.gallery.visit.showWall()
    after = seen()
    assert all(then != now for then, now in zip(before[:-2], after[:-2], strict=True))
    it.gallery.sitting.go_home()
    assert seen() == before


@pytest.mark.parametrize("go", ["explore", "open"])
def test_a_work_that_is_touched_is_on_the_stage(go: str, opened: Any) -> None:
    it = opened()
    getattr(it.gallery, go)(7)
    assert (it.gallery.visit.screen, it.gallery.show.current.work, it.gallery.show.position) == (Screen.STAGE, 7, 7)
    it.gallery.visit.showWall()
    it.gallery.leaveWall()
    assert (it.gallery.visit.screen, it.gallery.show.current.work) == (Screen.STAGE, 7)


def test_the_loop_runs_at_home_and_the_slideshow_on_the_stage(opened: Any) -> None:
    it = opened(config=Config(slideshow=Slideshow(dwell_s=20)))
    it.gallery.start()
    it.stock.workshop.make()
    assert it.gallery.attract.scenes[0].pictures
    it.gallery.explore(0)
    assert not it.gallery.show.running, "the finger that came holds it"
    it.gallery.sitting.used()
    it.gallery.visit.togglePlaying()
    assert it.gallery.show.running
    assert it.gallery.show.dwellSeconds == 20
    it.gallery.visit.showWall()
    assert not it.gallery.show.running


@pytest.mark.parametrize("seed", range(5))
def test_shuffled_the_filmstrip_shows_the_round_that_is_running(seed: int, opened: Any) -> None:
    it = opened(config=Config(slideshow=Slideshow(order=Order.SHUFFLE)), seed=seed)
    show = it.gallery.show
    for _ in range(30):
        assert it.in_strip()[show.position] == show.current.work
        show.next()
        show.settled()
    for _ in range(30):
        show.previous()
        assert it.in_strip()[show.position] == show.current.work
    assert it.on_wall() == list(range(12)), "the wall keeps the curator's order"


def test_the_size_of_the_window_is_that_of_the_pictures(opened: Any) -> None:
    it = opened()
    it.gallery.fit(960, 540, 2.0, 3.0, False)
    it.gallery.explore(0)
    assert it.gallery.look.unit == 3.0
    assert {order.box for order in it.stock.workshop.orders if order.box} == {(1920, 1080)}


def test_pictures_are_found_by_their_shape(opened: Any) -> None:
    it = opened()
    assert it.gallery.find(lambda shape: shape == 0) == 0, "nothing is measured yet"
    it.gallery.start()
    it.gallery.explore(0)
    it.stock.workshop.measured(lambda picture: (100, 300) if picture.stem == "3" else (300, 100))
    assert it.gallery.find(lambda shape: 0 < shape < 1) == 3
    assert it.gallery.find(lambda shape: shape > 2) == 0
    assert it.gallery.find(lambda shape: shape == 0) == 4
    assert it.gallery.find(lambda shape: shape == 2) is None


def test_venue_and_dates_are_told(opened: Any) -> None:
    it = opened(exhibition(2, opens=date(2026, 9, 9), closes=date(2026, 10, 10)))
    assert it.gallery.dates == "September 9, 2026 – October 10, 2026"
    assert it.gallery.venue == it.gallery.subtitle == ""
    assert it.gallery.logo.isEmpty()
    assert [each["language"] for each in it.gallery.languages] == ["en", "ar"]
    assert [each["language"] for each in it.gallery.invitations] == ["en", "ar"]


def test_a_new_day_shows_its_own_works(opened: Any) -> None:
    shown = exhibition(works=6)
    lent = msgspec.structs.replace(shown.works[0], show_until=NOON.date())
    it = opened(msgspec.structs.replace(shown, works=(lent, *shown.works[1:])))
    assert 0 in it.on_wall()
    it.time = NOON + timedelta(days=1)
    it.gallery.explore(1)
    it.gallery.sitting.go_home()
    assert it.on_wall() == [1, 2, 3, 4, 5]
    assert it.on_stage() == [1, 2, 3, 4, 5]
    assert it.chips()[""][1] == 5


def paired(first: int, second: int) -> Exhibition:
    shown = exhibition(9)
    named = msgspec.structs.replace(shown.works[first], pair_with=shown.works[second].id)
    return msgspec.structs.replace(shown, works=(*shown.works[:first], named, *shown.works[first + 1 :]))


def test_a_pair_is_beside_each_other_in_the_filmstrip_and_at_its_places_on_the_wall(opened: Any) -> None:
    it = opened(paired(1, 6))
    assert it.in_strip() == [0, 1, 6, 2, 3, 4, 5, 7, 8]
    assert it.on_wall() == list(range(9))
    it.gallery.open(6)
    shown = it.gallery.show
    assert (shown.current.works, shown.subject.work, shown.count) == ((1, 6), 6, 9)


def test_a_pair_of_which_one_lacks_the_chosen_theme_is_no_pair(opened: Any) -> None:
    it = opened(paired(1, 6))
    it.gallery.open(6)
    it.gallery.choose("theme-0")
    assert (it.in_strip(), it.gallery.show.current.works) == ([0, 3, 6], (6,))
    it.gallery.choose("")
    assert it.gallery.show.current.works == (1, 6)


def test_closer_leads_to_the_work_of_a_pair_that_a_visitor_turned_to(opened: Any) -> None:
    it = opened(paired(1, 6))
    it.stock.fill((1920, 1080), pair_box((1920, 1080)))
    it.gallery.open(1)
    for work in (6, 1):
        it.gallery.show.attend(work)
        it.gallery.lookCloser(0, 0, 300)
        assert (it.gallery.nearer.work, it.gallery.show.subject.work) == (work, work)
        it.gallery.sitting.showStage()


def test_of_a_pair_with_a_broken_picture_the_other_one_can_be_looked_at(opened: Any) -> None:
    it = opened(paired(1, 6))
    it.gallery.open(1)
    it.stock.workshop.make(broken=[6])
    first, second = it.gallery.show.current, it.gallery.show.current.second
    assert (first.card, second.card, second.broken) == (False, True, True)
    assert [it.gallery.nearer.allows(work) for work in (1, 6)] == [True, False]
    assert it.gallery.nearer.possible
    it.gallery.show.attend(6)
    it.gallery.lookCloser(0, 0, 300)
    assert it.gallery.nearer.work is None
    it.gallery.show.attend(1)
    it.gallery.lookCloser(0, 0, 300)
    assert it.gallery.nearer.work == 1


def test_each_work_of_a_pair_tells_its_own_kin_and_leads_to_it(opened: Any) -> None:
    it = opened(paired(1, 6))
    it.gallery.open(1)
    slide = it.gallery.show.current
    assert [[chip["name"] for chip in part.kin] for part in slide.parts] == [
        ["A Maker", "Theme 1"],
        ["A Maker", "Theme 0"],
    ]
    slide.second.wander(1)
    assert (it.gallery.sitting.session.themes, it.gallery.show.current.works) == (("theme-0",), (6,))


def test_the_curator_may_forbid_a_closer_look_at_one_of_a_pair(opened: Any) -> None:
    shown = paired(1, 6)
    shut = msgspec.structs.replace(shown.works[6], allow_zoom=False)
    it = opened(msgspec.structs.replace(shown, works=(*shown.works[:6], shut, *shown.works[7:])))
    it.gallery.open(1)
    slide = it.gallery.show.current
    assert [part.zoomable for part in slide.parts] == [True, False]


def test_who_stays_in_the_next_exhibition_is_shown_what_it_has_of_the_chosen_themes(opened: Any) -> None:
    """All works, and said to be all, where no work has the chosen theme any more; no keyboard without a search."""
    before, shown = opened(msgspec.structs.replace(exhibition(12), search=True)), exhibition(12)
    before.gallery.explore(1)
    before.gallery.choose("theme-1")
    before.gallery.visit.showWall()
    before.gallery.search.press("w")
    same = opened(shown)
    same.gallery.succeed(before.gallery)
    assert same.gallery.sitting.session.themes == ("theme-1",)
    assert (same.gallery.search.typing, same.gallery.search.typed) == (False, "")
    emptied = [msgspec.structs.replace(work, themes=()) if "theme-1" in work.themes else work for work in shown.works]
    next_one = opened(msgspec.structs.replace(shown, works=tuple(emptied)))
    next_one.gallery.succeed(before.gallery)
    assert next_one.gallery.sitting.session.themes == ()
    assert next_one.chips()[""] == ("All works", 12, True)


def test_what_flickered_before_an_edit_was_saved_counts_after_it(opened: Any) -> None:
    it, same = opened(paced=True), opened(paced=True)
    it.gallery.explore(2)
    it.pass_time()
    it.gallery.changes._same.stop()
    while not it.gallery.changes.waiting:
        RUSHES["contrast"](it.gallery)
        it.gallery.changes._same.stop()
    same.clock.now = it.clock.now
    assert same.gallery.changes.admits(COLOURS)
    same.gallery.succeed(it.gallery)
    assert not same.gallery.changes.admits(COLOURS)
    assert not it.gallery.changes.admits(EXCHANGE), "the exchange itself waits"
    same.gallery.changes._over.timeout.emit()
    same.gallery._pace.drawn()
    same.clock.now += 1.1
    assert same.gallery.changes.admits(COLOURS), "nor does it count for ever"


def test_the_exchange_of_what_is_shown_counts_as_the_change_that_it_is(opened: Any) -> None:
    it, same = opened(paced=True), opened(paced=True)
    same.clock.now = it.clock.now
    before = same.gallery._pace._flicker
    same.gallery.succeed(it.gallery)
    assert {len(cell.times) for cell in same.gallery._pace._flicker.cells} == {EXCHANGE.times}
    assert {len(cell.times) for cell in before.cells} == {0}


RUSHES: dict[str, Callable[[Gallery], object]] = {
    "wall": lambda it: (it.sitting.showWall(), it.leaveWall()),
    "work": lambda it: (it.sitting.showWall(), it.open(3)),
    "closer": lambda it: (it.lookCloser(0, 0, 900), it.sitting.showStage()),
    "theme": lambda it: it.choose("theme-1"),
    "contrast": lambda it: it.sitting.toggleContrast(),
    "text": lambda it: it.sitting.nextTextSize(),
    "language": lambda it: it.sitting.speak("ar" if it.sitting.session.language == "en" else "en"),
    "card": lambda it: it.sitting.tellAbout(not it.sitting.session.about),
    "home": lambda it: (it.explore(3), it.sitting.startAgain()),
}


@pytest.mark.parametrize("rush", RUSHES)
def test_whatever_a_visitor_does_in_a_rush_waits_for_the_limit_of_flashes_but_not_once(rush: str, opened: Any) -> None:
    it = opened(paced=True)
    it.stock.fill((1920, 1080))
    gallery, changes = it.gallery, it.gallery.changes
    if rush != "home":
        gallery.explore(2)
        it.clock.now += 5
        changes._same.stop()
    for pressed in range(12):
        RUSHES[rush](gallery)
        assert pressed or not changes.waiting
        if changes.waiting:
            break
        it.clock.now += 0.01
        changes._same.stop()
    assert changes.waiting
    it.pass_time()
    assert not changes.waiting


CHANGED_MINDS: dict[str, tuple[Callable[[Gallery], object], Callable[[Gallery], object]]] = {
    "wall": (lambda it: it.sitting.showWall(), lambda it: it.sitting.showStage()),
    "closer": (lambda it: it.lookCloser(0, 0, 900), lambda it: it.sitting.showStage()),
    "language": (lambda it: it.sitting.speak("ar"), lambda it: it.sitting.speak("en")),
    "card": (lambda it: it.sitting.tellAbout(True), lambda it: it.sitting.tellAbout(False)),
    "theme": (lambda it: it.choose("theme-1"), lambda it: it.choose("theme-1")),
    "contrast": (lambda it: it.sitting.toggleContrast(), lambda it: it.sitting.toggleContrast()),
    "text": (lambda it: it.sitting.setTextSize(2), lambda it: it.sitting.setTextSize(0)),
    "creator": (lambda it: it.sitting.wander(creator=0), lambda it: it.sitting.showStage()),
}


@pytest.mark.parametrize("mind", CHANGED_MINDS)
def test_who_wants_it_back_while_it_waits_has_it_back(mind: str, opened: Any) -> None:
    it = opened(paced=True)
    it.stock.fill((1920, 1080))
    gallery = it.gallery
    ask, take_back = CHANGED_MINDS[mind]
    gallery.explore(2)
    it.pass_time()
    gallery.sitting.showStage()
    it.pass_time()
    before, wall = gallery.sitting.session, gallery.look.wall
    fill_the_second(it)
    ask(gallery)
    take_back(gallery)
    it.pass_time()
    after = gallery.sitting.session
    told = ("screen", "language", "about", "themes", "high_contrast", "text_size")
    assert [getattr(after, name) for name in told] == [getattr(before, name) for name in told]
    assert gallery.look.wall == wall


def fill_the_second(it: Any) -> None:
    """So that whatever is asked for now waits."""
    changes = it.gallery.changes
    while changes.make(SCREEN, lambda: None):
        changes._same.stop()
    assert changes.waiting


def test_a_closer_look_that_is_asked_for_on_the_way_back_to_the_stage_comes_after_it(opened: Any) -> None:
    it = opened(paced=True)
    it.stock.fill((1920, 1080))
    it.gallery.explore(2)
    it.gallery.sitting.showWall()
    it.pass_time()
    fill_the_second(it)
    it.gallery.leaveWall()
    it.gallery.lookCloser(0, 0, 900)
    it.pass_time()
    assert it.gallery.sitting.screen == Screen.CLOSER


def test_what_a_visitor_who_has_gone_asked_for_is_not_done_to_the_next(opened: Any) -> None:
    it = opened(paced=True)
    it.gallery.explore(2)
    while not it.gallery.changes.waiting:
        it.gallery.changes._same.stop()
        it.gallery.choose("theme-1")
    it.gallery.sitting.go_home()
    it.pass_time()
    assert it.gallery.sitting.session.themes == ()
    assert it.in_strip() == list(range(12))
