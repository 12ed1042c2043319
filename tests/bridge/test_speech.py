"""Labels read aloud: what is read when, what silences it, and that it never disturbs the show."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from kiosk.bridge.gallery import Gallery
from kiosk.bridge.words import Words
from kiosk.exhibition.config import Config, Speech
from kiosk.exhibition.places import assets_folder
from kiosk.exhibition.text import Text, plain
from kiosk.speech.voices import Voice
from tests.bridge.fakes import Clock, Stock, exhibition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QGuiApplication

    from kiosk.exhibition.model import Exhibition

EN, AR = Voice("espeak-ng", "en"), Voice("espeak-ng", "ar")


class FakeService:
    """A speech service that a test speaks for. `said` holds the words, the voice's language and the volume."""

    def __init__(self) -> None:
        self.looks = self.hushes = self.rests = 0
        self.audible = False
        self.said: list[tuple[str, str, int]] = []

    def listen(
        self,
        found: Callable[[Mapping[str, Voice]], None],
        said: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None:
        self.find, self._said, self.fail = found, said, failed

    def look(self) -> None:
        self.looks += 1

    def say(self, words: str, voice: Voice, volume: int) -> None:
        self.said.append((words, voice.language, volume))
        self.audible = True

    def finish(self) -> None:
        """What is being read has come to its end."""
        if self.audible:
            self.audible = False
            self._said()

    def hush(self) -> None:
        self.hushes += 1
        self.audible = False

    def rest(self) -> None:
        self.rests += 1
        self.audible = False


class Reader:
    """A visitor on the stage of a gallery with a speech service."""

    def __init__(
        self, application: QGuiApplication, shown: Exhibition, *, speech: Speech, with_service: bool = True
    ) -> None:
        self.stock = Stock(shown)
        self.clock = Clock()
        self.service = FakeService()
        words = Words(application, assets_folder() / "translations", shown.languages)
        self.gallery = Gallery(
            shown,
            msgspec.structs.replace(Config(), speech=speech),
            self.stock.shelf,
            words,
            self.clock,
            lambda: datetime(2026, 9, 9, 12, tzinfo=UTC),
            voice=self.service if with_service else None,
        )
        self.gallery.fit(1920, 1080, 1.0, None, False)
        self.visit, self.show = self.gallery.sitting, self.gallery.show
        self.speech = self.gallery.speech

    def come(self, **voices: Voice) -> None:
        """A visitor comes, and these languages have a voice."""
        self.gallery.explore(0)
        self.service.find(voices)

    def ask(self) -> None:
        """The visitor asks to be read to."""
        self.come(en=EN, ar=AR)
        self.speech.toggle()

    def touch(self) -> None:
        self.visit.touched(True)
        self.visit.touched(False)

    def pass_time(self, seconds: float) -> None:
        self.clock.now += seconds
        self.visit._tick()

    def settle(self) -> None:
        """The work that has come is looked at, not passed by."""
        if self.speech._settling.isActive():
            self.speech._settling.timeout.emit()

    def listen_to_the_end(self) -> None:
        for _ in range(50):
            if self.speech.reading:
                self.service.finish()

    @property
    def words(self) -> list[str]:
        return [words for words, _, _ in self.service.said]


@pytest.fixture
def reader(qapp: QGuiApplication) -> Iterator[Any]:
    made: list[Reader] = []

    def make(shown: Exhibition | None = None, *, volume: int = 3, with_service: bool = True) -> Reader:
        speech = Speech(enabled=True, volume=volume)
        made.append(Reader(qapp, shown or exhibition(12), speech=speech, with_service=with_service))
        return made[-1]

    yield make
    for each in made:
        each.stock.shelf.close()
    Words(qapp, assets_folder() / "translations", ("en",))


def test_nothing_is_asked_of_the_machine_before_a_visitor_comes(reader):
    here = reader()
    here.gallery.start()
    assert here.service.looks == 0
    here.gallery.explore(0)
    assert here.service.looks == 1
    assert here.service.said == []


def test_without_a_service_nothing_is_offered(reader):
    here = reader(with_service=False)
    here.gallery.explore(0)
    here.speech.toggle()
    here.speech.read()
    here.speech.change(1)
    assert not here.speech.offered
    assert not here.speech.on
    assert not here.speech.reading


def test_it_is_offered_in_the_languages_that_have_a_voice(reader):
    here = reader()
    here.gallery.explore(0)
    assert not here.speech.offered
    here.service.find({"ar": AR})
    assert not here.speech.offered
    here.visit.speak("ar")
    assert here.speech.offered
    assert here.service.rests == 1, "the process that looked for voices is still there"


def test_it_is_silent_until_somebody_asks(reader):
    here = reader()
    here.come(en=EN)
    here.show.next()
    here.settle()
    assert not here.speech.on
    assert here.service.said == []


def test_a_label_is_read_in_its_order_each_passage_in_the_voice_of_its_language(reader):
    shown = exhibition(3)
    work = msgspec.structs.replace(
        shown.works[0], alt=Text((("ar", "وصف"),)), description=Text((("en", "First.\nSecond."),))
    )
    here = reader(msgspec.structs.replace(shown, works=(work, *shown.works[1:])))
    here.ask()
    here.listen_to_the_end()
    assert [(words, language) for words, language, _ in here.service.said] == [
        ("وصف", "ar"),
        ("A Maker", "en"),
        ("Work 0", "en"),
        ("First.", "en"),
        ("Second.", "en"),
    ]
    assert not here.speech.reading
    assert here.speech.on


def test_of_two_works_side_by_side_both_labels_are_read_and_of_one_that_stands_alone_its_own(reader):
    shown = exhibition(4)
    first = msgspec.structs.replace(shown.works[0], pair_with="work-2")
    here = reader(msgspec.structs.replace(shown, works=(first, *shown.works[1:])))
    here.ask()
    here.listen_to_the_end()
    assert here.words == ["A Maker", "Work 0", "A Maker", "Work 2"]
    here.service.said.clear()
    here.gallery.choose("theme-2")
    here.settle()
    here.listen_to_the_end()
    assert here.words == ["A Maker", "Work 2"]


def test_what_has_no_voice_is_left_out_rather_than_garbled(reader):
    shown = exhibition(3)
    work = msgspec.structs.replace(shown.works[0], alt=Text((("ar", "وصف"),)))
    here = reader(msgspec.structs.replace(shown, works=(work, *shown.works[1:])))
    here.come(en=EN)
    here.speech.toggle()
    here.listen_to_the_end()
    assert here.words == ["A Maker", "Work 0"]


def test_the_slideshow_rests_while_a_label_is_read_and_goes_on_where_it_was(reader):
    here = reader()
    here.gallery.explore(0)
    here.service.find({"en": EN})
    here.visit.togglePlaying()
    here.visit.togglePlaying()
    assert here.show.running
    left = here.show._dwell.remaining(here.clock())
    here.touch()
    here.speech.toggle()
    assert not here.show.running
    here.clock.now += 600
    here.visit._tick()
    assert here.gallery.sitting.session.screen == "stage", "sent home while listening"
    assert not here.visit.session.asking, "asked while listening"
    here.listen_to_the_end()
    assert here.show.running, "the slideshow does not go on after the label"
    assert here.show._dwell.remaining(here.clock()) == pytest.approx(left)


def test_after_the_label_time_counts_again(reader):
    here = reader()
    here.ask()
    here.clock.now += 600
    here.listen_to_the_end()
    here.clock.now += 74
    here.visit._tick()
    assert not here.visit.session.asking
    here.clock.now += 2
    here.visit._tick()
    assert here.visit.session.asking


def test_a_pause_of_the_slideshow_outlives_the_reading(reader):
    here = reader()
    here.gallery.explore(0)
    here.service.find({"en": EN})
    here.visit.togglePlaying()
    here.visit.togglePlaying()
    here.visit.togglePlaying()
    assert here.visit.session.paused
    here.speech.toggle()
    here.listen_to_the_end()
    assert here.visit.session.paused


ACTIONS = {
    "wall": lambda here: here.visit.showWall(),
    "theme": lambda here: here.gallery.choose("theme-0"),
    "language": lambda here: here.visit.speak("ar"),
    "about": lambda here: here.visit.tellAbout(True),
    "more of the theme": lambda here: here.visit.wander(("theme-0",)),
    "panel": lambda here: here.speech.hush(),
    "stop": lambda here: here.speech.read(),
    "off": lambda here: here.speech.toggle(),
    "home": lambda here: here.visit.go_home(),
    "play": lambda here: here.visit.togglePlaying(),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_the_next_action_silences_it(action, reader):
    here = reader()
    here.ask()
    here.touch()
    hushed = here.service.hushes + here.service.rests
    ACTIONS[action](here)
    assert here.service.hushes + here.service.rests > hushed
    assert not here.speech.reading
    assert not here.visit.session.reading


def test_the_next_work_silences_this_one_at_once_and_is_read_once_it_is_looked_at(reader):
    here = reader()
    here.ask()
    said = len(here.service.said)
    for _ in range(3):
        here.touch()
        here.show.next()
    assert here.service.hushes >= 1
    assert len(here.service.said) == said, "a work that is passed by is read"
    here.settle()
    here.listen_to_the_end()
    assert here.words[said:] == ["A Maker", "Work 3"]


def test_what_the_slideshow_shows_by_itself_is_not_read(reader):
    here = reader()
    here.ask()
    here.listen_to_the_end()
    said = len(here.service.said)
    here.show._advance()
    here.settle()
    assert len(here.service.said) == said
    here.touch()
    here.show.next()
    here.settle()
    assert here.words[said:] == ["A Maker"]


def test_after_stop_the_next_work_is_silent_and_one_press_reads_it(reader):
    here = reader()
    here.ask()
    here.speech.read()
    here.touch()
    here.show.next()
    here.settle()
    assert len(here.service.said) == 1
    here.speech.read()
    assert here.speech.reading


def test_pause_and_going_on_and_repeat(reader):
    here = reader()
    here.ask()
    here.service.finish()
    here.speech.togglePause()
    assert here.speech.paused
    assert here.service.hushes == 1
    assert not here.visit.session.reading, "a pause must not hold the kiosk for ever"
    here.speech.togglePause()
    assert here.words == ["A Maker", "Work 0", "Work 0"]
    here.speech.repeat()
    assert here.words[3:] == ["A Maker"]
    here.listen_to_the_end()
    here.speech.repeat()
    assert here.words[-1] == "A Maker"


def test_a_paused_reading_expires_with_the_visit(reader):
    here = reader()
    here.ask()
    here.speech.togglePause()
    here.clock.now += 106
    here.visit._tick()
    assert here.visit.session.screen == "attract"
    assert not here.speech.on


def test_volume_has_steps_is_heard_at_once_and_is_back_for_the_next_visitor(reader):
    here = reader(volume=2)
    here.ask()
    here.speech.change(1)
    assert here.speech.volume == 3
    assert [volume for _, _, volume in here.service.said] == [-20, 20]
    for _ in range(9):
        here.speech.change(1)
    assert (here.speech.volume, here.service.said[-1][2]) == (5, 100)
    assert len(here.service.said) == 4, "read again though nothing is louder"
    for _ in range(9):
        here.speech.change(-1)
    assert (here.speech.volume, here.service.said[-1][2]) == (1, -60)
    here.visit.go_home()
    assert here.speech.volume == 2
    assert not here.speech.on


def test_the_next_visitor_finds_silence_and_the_process_is_gone(reader):
    here = reader()
    here.ask()
    rests = here.service.rests
    here.visit.go_home()
    assert here.service.rests > rests
    said = len(here.service.said)
    here.gallery.explore(3)
    here.settle()
    assert len(here.service.said) == said
    assert here.service.looks == 1, "voices that are known are looked for again"


@pytest.mark.logs("labels cannot be read aloud for now: it died")
def test_a_service_that_fails_is_logged_once_its_row_goes_and_the_show_goes_on(reader, caplog):
    here = reader()
    here.ask()
    here.service.fail("it died")
    assert not here.speech.offered
    assert not here.speech.on
    assert not here.visit.session.reading
    for _ in range(3):
        here.visit.go_home()
        here.clock.now += 61
        here.gallery.explore(0)
        here.service.fail("it is still dead")
    assert here.service.looks == 4
    assert len([record for record in caplog.records if record.levelname == "WARNING"]) == 1
    here.visit.go_home()
    here.clock.now += 61
    here.gallery.explore(0)
    here.service.find({"en": EN})
    assert here.speech.offered


@pytest.mark.logs("it is not there")
def test_a_service_that_fails_disturbs_nobody_who_is_not_read_to(reader):
    here = reader()
    here.gallery.explore(0)
    here.visit.togglePlaying()
    here.visit.togglePlaying()
    before = here.visit.session
    assert before.advancing
    here.clock.now += 5
    here.service.fail("it is not there")
    assert here.visit.session == before, "that counts as something the visitor did"


@pytest.mark.logs("no voice")
def test_a_service_without_voices_is_not_offered_and_not_asked_at_every_visit(reader):
    here = reader()
    here.come()
    assert not here.speech.offered
    here.visit.go_home()
    here.gallery.explore(0)
    assert here.service.looks == 1
    here.visit.go_home()
    here.clock.now += 61
    here.gallery.explore(0)
    assert here.service.looks == 2


def test_a_work_without_words_is_passed_over(reader):
    shown = exhibition(3)
    silent = msgspec.structs.replace(shown.works[0], title=plain(""), creator=plain(""))
    here = reader(msgspec.structs.replace(shown, works=(silent, *shown.works[1:])))
    here.ask()
    assert not here.speech.readable
    assert not here.speech.reading
    here.touch()
    here.show.next()
    here.settle()
    assert here.words == ["A Maker"]


def test_back_from_the_wall_the_chosen_work_is_read(reader):
    here = reader()
    here.ask()
    here.touch()
    here.visit.showWall()
    here.touch()
    here.gallery.open(5)
    here.settle()
    assert here.words == ["A Maker", "A Maker"]
    assert here.speech.reading
    here.touch()
    here.visit.showWall()
    here.touch()
    here.gallery.leaveWall()
    here.settle()
    assert not here.speech.reading, "a work that was left and come back to is read again unasked"


STEPS: tuple[Callable[[Any], object], ...] = (
    *ACTIONS.values(),
    lambda here: here.gallery.explore(3),
    lambda here: here.gallery.open(here.show.playlist.works[-1]),
    lambda here: here.visit.showStage(),
    lambda here: here.visit.look_closer(True),
    lambda here: here.touch(),
    lambda here: here.show.next(),
    lambda here: here.show._advance(),
    lambda here: here.speech.togglePause(),
    lambda here: here.speech.repeat(),
    lambda here: here.speech.change(1),
    lambda here: here.settle(),
    lambda here: here.service.finish(),
    lambda here: here.pass_time(20),
    lambda here: here.pass_time(400),
)


@pytest.mark.parametrize("seed", range(40))
def test_whatever_visitors_do_what_is_heard_is_what_the_kiosk_says_is_read(seed, reader):
    here, chance = reader(), random.Random(seed)
    here.come(en=EN, ar=AR)
    for _ in range(80):
        chance.choice(STEPS)(here)
        session = here.visit.session
        assert here.speech.reading == session.reading
        assert here.service.audible <= here.speech.reading
        assert here.service.audible or here.speech.reading <= here.speech._settling.isActive()
        assert not (here.speech.reading and here.show.running), "the slideshow goes on over the voice"
        if session.screen != "stage":
            assert not here.service.audible, "read on a screen without a label"
        if not session.listening:
            assert not here.service.audible, "read unasked"
