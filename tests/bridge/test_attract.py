"""The attract loop: the next scene only once it is loaded, broken pictures passed over, words when none is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from kiosk.bridge.attract.attract import Attract, AttractScene, Led
from kiosk.bridge.pictures.shelf import Urgency
from kiosk.pictures.orders import Rendition
from kiosk.visit.attract import Scene, programme
from tests.bridge.fakes import Clock, Stock, exhibition

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GUARD_MS = 60_000
SCREEN = (1920, 1080)


class Loop:
    """A loop over some works, and a face that says that a scene is loaded when the test does."""

    def __init__(self, works: int = 6, teaser_every: int = 0, seconds: float = 3600) -> None:
        self.stock = Stock(exhibition(works))
        shown = self.stock.exhibition
        self.clock = Clock()
        self.attract = Attract(
            shown,
            self.stock.shelf,
            programme(shown.traits, (1 << works) - 1, teaser_every),
            self._words,
            seconds,
        )
        self.fronts: list[int] = []
        self.attract.frontChanged.connect(lambda: self.fronts.append(self.attract.front))
        self.attract.fit(*SCREEN)

    @staticmethod
    def _words(scene: Scene) -> tuple[str, str]:
        return scene.theme or f"work {scene.works[0]}", "words"

    @property
    def front(self) -> AttractScene:
        return self.attract.scenes[self.attract.front]

    @property
    def back(self) -> AttractScene:
        return self.attract.scenes[1 - self.attract.front]

    def start(self) -> None:
        """Begin, with the first two scenes ready."""
        self.attract.run(True)
        self.stock.workshop.make()
        self.attract.loaded(self.attract.front)
        self.stock.workshop.make()

    def turn(self) -> None:
        """Load the scene behind, bring it to the front, and fade the other one out."""
        self.attract.loaded(1 - self.attract.front)
        self.attract.advance()
        self.attract.faded()
        self.stock.workshop.make()


def test_the_first_scene_shows_as_soon_as_it_is_made() -> None:
    loop = Loop()
    loop.attract.run(True)
    assert loop.front.pictures == []
    loop.stock.workshop.make()
    assert loop.front.works == [0]
    assert [url.fileName() for url in loop.front.pictures] == ["0.1920x1280.jpg"], "it covers the screen"
    assert (loop.front.heading, loop.front.words, loop.front.teaser) == ("work 0", "words", False)
    assert QRectF(0, 0, 1, 1).contains(loop.front.start)
    assert QRectF(0, 0, 1, 1).contains(loop.front.end)
    assert loop.front.start != loop.front.end
    assert loop.back.works == [], "the next one is made once this one is seen"


def test_the_next_scene_comes_to_the_front_only_when_it_is_loaded() -> None:
    loop = Loop()
    loop.start()
    assert loop.back.works == [1]
    assert not loop.attract.advance(), "it is made but QML has not loaded it"
    assert loop.fronts == []
    loop.attract.loaded(1)
    assert loop.attract.advance()
    assert loop.fronts == [1]
    assert loop.front.works == [1]


def test_when_the_time_is_over_the_loaded_scene_comes_by_itself(qtbot: QtBot) -> None:
    loop = Loop(seconds=0.01)
    loop.start()
    with qtbot.waitSignal(loop.attract.frontChanged, timeout=GUARD_MS):
        loop.attract.loaded(1)


def test_a_scene_that_is_late_comes_as_soon_as_it_is_loaded(qtbot: QtBot) -> None:
    loop = Loop(seconds=0.01)
    loop.start()
    qtbot.wait(60)
    assert loop.fronts == [], "the time is over but nothing is loaded"
    loop.attract.loaded(1)
    assert loop.fronts == [1]


def test_a_place_is_filled_again_only_when_its_old_scene_is_out_of_sight() -> None:
    loop = Loop()
    loop.start()
    loop.attract.loaded(1)
    loop.attract.advance()
    assert loop.back.works == [0], "still fading"
    assert not loop.attract.advance()
    loop.attract.faded()
    loop.stock.workshop.make()
    assert loop.back.works == [2]


def test_the_loop_goes_round_and_passes_over_works_without_a_picture() -> None:
    loop = Loop(6)
    loop.start()
    seen = []
    for _ in range(8):
        seen += loop.front.works
        loop.turn()
    assert seen == [0, 1, 2, 3, 5, 0, 1, 2]


@pytest.mark.parametrize("broken", [[1], [0], [0, 1, 2], [5]])
def test_broken_pictures_are_passed_over(broken: list[int]) -> None:
    loop = Loop(6)
    loop.attract.run(True)
    loop.stock.workshop.make(broken)
    loop.attract.loaded(0)
    loop.stock.workshop.make(broken)
    seen = []
    for _ in range(6):
        seen += loop.front.works
        loop.attract.loaded(1 - loop.attract.front)
        assert loop.attract.advance()
        loop.attract.faded()
        loop.stock.workshop.make(broken)
    sound = [work for work in (0, 1, 2, 3, 5) if work not in broken]
    assert seen == (sound * 6)[:6]


def test_with_every_picture_broken_it_shows_words_and_still_goes_on() -> None:
    loop = Loop(6)
    broken = range(6)
    loop.attract.run(True)
    loop.stock.workshop.make(broken)
    assert len(loop.front.works) == 1
    assert loop.front.pictures == []
    assert loop.front.heading == f"work {loop.front.works[0]}"
    loop.attract.loaded(0)
    before = loop.front.works
    loop.attract.loaded(1)
    assert loop.attract.advance()
    assert loop.front.works != before
    assert loop.front.pictures == []


def test_an_exhibition_without_pictures_is_all_words() -> None:
    shown = exhibition(5)
    loop = Loop(5)
    loop.attract = Attract(shown, loop.stock.shelf, programme(shown.traits, 1 << 4), loop._words, seconds=3600)
    loop.attract.run(True)
    assert (loop.front.works, loop.front.pictures, loop.front.heading) == ([4], [], "work 4")
    loop.attract.loaded(0)
    assert loop.back.works == [4]


def test_one_work_takes_turns_with_itself() -> None:
    loop = Loop(1)
    loop.start()
    for _ in range(3):
        assert loop.front.works == loop.back.works == [0]
        loop.turn()


def test_after_some_pictures_comes_a_theme_with_three() -> None:
    loop = Loop(20, teaser_every=2)
    loop.start()
    for _ in range(2):
        assert not loop.attract.front_is_teaser
        loop.turn()
    assert loop.attract.front_is_teaser
    assert loop.front.teaser
    assert len(loop.front.works) == len(loop.front.pictures) == 3
    assert loop.front.heading == "theme-0"
    assert {url.fileName().partition(".")[2] for url in loop.front.pictures} == {"1920x1080.jpg"}


def test_a_theme_shows_what_is_left_of_its_pictures_and_a_touch_finds_the_work_under_it() -> None:
    loop = Loop(20, teaser_every=1)
    loop.attract.run(True)
    loop.stock.workshop.make()
    loop.attract.loaded(0)
    loop.stock.workshop.make(broken=[3])
    assert loop.back.teaser
    assert loop.back.works == [0, 6]
    assert [url.fileName().partition(".")[0] for url in loop.back.pictures] == ["0", "6"]


def test_a_theme_without_any_sound_picture_is_passed_over() -> None:
    loop = Loop(20, teaser_every=1)
    loop.attract.run(True)
    loop.stock.workshop.make()
    loop.attract.loaded(0)
    loop.stock.workshop.make(broken=[0, 3, 6])
    assert not loop.back.teaser
    assert loop.back.works == [1]


def test_a_scene_whose_picture_is_lost_before_it_is_seen_gives_way_to_the_next() -> None:
    loop = Loop()
    loop.start()
    assert loop.back.works == [1]
    loop.attract.lost(1)
    loop.stock.workshop.make()
    assert loop.back.works == [2]
    loop.turn()
    assert loop.front.works == [2]


def test_a_first_scene_that_is_lost_does_not_stop_the_loop() -> None:
    loop = Loop()
    loop.attract.run(True)
    loop.stock.workshop.make()
    opened: list[None] = []
    loop.attract.opened.connect(lambda: opened.append(None))
    loop.attract.lost(0)
    loop.stock.workshop.make()
    assert opened == []
    loop.attract.loaded(0)
    loop.attract.loaded(0)
    assert len(opened) == 1
    assert loop.front.works == [1]


def test_at_rest_nothing_turns_and_it_goes_on_where_it_was(qtbot: QtBot) -> None:
    loop = Loop(seconds=0.01)
    loop.start()
    loop.attract.run(False)
    loop.attract.loaded(1)
    qtbot.wait(60)
    assert loop.fronts == []
    with qtbot.waitSignal(loop.attract.frontChanged, timeout=GUARD_MS):
        loop.attract.run(True)
    assert loop.front.works == [1]


def test_interrupted_in_the_middle_of_a_fade_it_finds_its_way_back() -> None:
    loop = Loop()
    loop.start()
    loop.attract.loaded(1)
    loop.attract.advance()
    loop.attract.run(False)
    loop.attract.faded()
    assert loop.back.works == [0], "nothing is made while a visitor is there"
    loop.attract.run(True)
    loop.stock.workshop.make()
    assert loop.back.works == [2]
    loop.turn()
    assert loop.front.works == [2]


def test_the_very_first_picture_comes_as_its_preview_and_is_sharpened_in_place() -> None:
    loop = Loop()
    begun: list[bool] = []
    loop.attract.begun.connect(lambda: begun.append(True))
    loop.attract.run(True)
    loop.stock.workshop.make(most=1)
    assert (loop.front.works, loop.front.pictures) == ([0], [])
    assert not loop.front.wordsOnly
    assert loop.front.stand_in.fileName() == "0.preview.jpg"
    part = loop.front.part
    loop.attract.loaded(0)
    assert (loop.back.works, begun) == ([], []), "the next scene waits until this one is complete"
    loop.stock.workshop.make()
    assert [url.fileName() for url in loop.front.pictures] == ["0.1920x1280.jpg"]
    assert (loop.front.part, begun) == (part, [True])
    assert loop.back.works == [1]
    assert loop.back.stand_in.isEmpty()


def test_a_preview_whose_picture_turns_out_broken_makes_way_for_the_next_work() -> None:
    loop = Loop()
    loop.attract.run(True)
    loop.stock.workshop.make(most=1)
    loop.attract.loaded(0)
    loop.stock.workshop.make(broken=[0])
    assert loop.front.works == [1]
    assert loop.front.pictures


def test_what_the_loop_has_next_waits_while_a_visitor_is_there() -> None:
    loop = Loop()
    loop.attract.run(True)
    assert {order.urgency for order in loop.stock.workshop.orders} == {Urgency.NOW}
    loop.stock.workshop.make()
    loop.attract.loaded(0)
    urgencies = []
    for running in (True, False, True):
        loop.attract.run(running)
        urgencies.append({order.urgency for order in loop.stock.workshop.orders})
    assert urgencies == [{Urgency.NEXT}, {Urgency.REST}, {Urgency.NEXT}]


def test_the_loop_holds_what_it_shows_and_what_comes_next_and_nothing_else() -> None:
    loop = Loop(works=8)
    loop.start()
    for _ in range(6):
        loop.turn()
        held = {made.screen.stem for made in loop.stock.cache.held if isinstance(made, Rendition) and made.screen}
        shown = {url.fileName().removesuffix(".jpg") for url in (*loop.front.pictures, *loop.back.pictures)}
        assert len(shown) == 2
        assert held == shown


def test_pictures_have_the_shape_of_what_the_words_leave_them() -> None:
    loop = Loop()
    loop.start()
    full = loop.front.end
    loop.attract.leave(0.6)
    assert loop.attract.view == (1920, 648)
    for part in (loop.front.start, loop.front.end):
        assert part.width() * 3 / (part.height() * 2) == pytest.approx(1920 / 648), "the picture is 3:2"
    assert loop.front.end != full
    loop.attract.fit(1080, 1920)
    assert loop.attract.view == (1080, 1152)


def test_what_stands_is_told_to_who_watches():
    loop = Loop(seconds=7)
    assert loop.attract.standing == (None, None)
    loop.start()
    before = loop.attract.standing
    assert before == (loop.attract.front, 7)
    loop.attract.loaded(1 - loop.attract.front)
    assert loop.attract.advance()
    assert loop.attract.standing != before
    loop.attract.run(False)
    assert loop.attract.standing[1] is None


def test_a_loop_of_one_work_changes_too():
    loop = Loop(works=1)
    loop.start()
    loop.attract.loaded(1 - loop.attract.front)
    assert loop.attract.advance()


def test_led_it_turns_when_it_is_told_and_prepares_what_comes() -> None:
    loop = Loop()
    loop.start()
    loop.attract.loaded(1)
    loop.attract.lead(Led(3, Scene((3,)), now=False))
    loop.stock.workshop.make()
    assert loop.back.works == [3], "another scene than its own"
    assert not loop.attract._turn.isActive()
    loop.attract.loaded(1)
    assert loop.fronts == []
    loop.attract.lead(Led(3, Scene((3,)), now=True))
    assert (loop.front.works, loop.attract.number, loop.attract.hung) == ([3], 3, Scene((3,)))
    loop.attract.lead(Led(3, Scene((3,)), now=False))
    loop.attract.faded()
    loop.stock.workshop.make()
    assert loop.back.works == [0], "nothing else is known yet"
    loop.attract.lead(Led(4, Scene((5,)), now=True))
    loop.stock.workshop.make()
    loop.attract.loaded(0)
    assert loop.front.works == [5], "it comes as soon as it is loaded"
    loop.attract.faded()
    loop.attract.lead(None)
    loop.stock.workshop.make()
    loop.attract.loaded(1)
    assert loop.attract._turn.isActive()
    assert loop.attract.advance(), "and on by itself from there"


def test_led_a_picture_that_was_ordered_before_is_not_shown_for_another() -> None:
    loop = Loop()
    loop.start()
    loop.attract.lead(Led(3, Scene((3,)), now=True))
    loop.attract.loaded(1)
    assert loop.fronts == [], "QML tells of the one before"
    loop.stock.workshop.make()
    loop.attract.loaded(1)
    assert loop.front.works == [3]
