"""What the fleet asks of a kiosk is done as staff would do it, and not to visitors."""

from __future__ import annotations

import io
import threading
import weakref
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QObject, Signal
from rich.console import Console

from kiosk.bridge.fleet import acts
from kiosk.bridge.fleet.acts import Acts, install
from kiosk.bridge.fleet.state import Known, Measured, state_of
from kiosk.exhibition.config import Config
from kiosk.fleet import commands as asked
from kiosk.fleet.commands import Result
from kiosk.fleet.roll import Row
from kiosk.fleet.state import Health, decode_state, encode_state
from kiosk.fleet.state import Screen as Shows
from kiosk.fleet.table import table
from kiosk.staff.bundles.arrival import Arrival, Standing
from kiosk.staff.bundles.at_hand import AtHand
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.signing import Signer
from kiosk.visit.session import Screen
from tests.bridge.fakes import exhibition
from tests.bridge.test_gallery import Opened

WRONG = BundleRefused("hash", Path("/a/b.kiosk"), "Wrong.", "Copy.", "sha256").problem
WHO = {"id": "a", "at": 0.0}
KNOWN = Known("hall-1", ("ground",), "2026-11-29T10:00:00+00:00", commands=True)


class Reading(QObject):
    heard = Signal()


class Desk:
    """What acts are given in place of a desk: a real gallery, and a note of what else was asked."""

    def __init__(self, opened: Opened, shown: Any) -> None:
        self.opened = opened
        self.hung = self
        self.gallery = opened.gallery
        self.exhibition = shown
        self.manifest = shown.source
        self.problems: tuple[Any, ...] = ()
        self.lit = True
        self.follows_installs = True
        self.bundles = SimpleNamespace(look=lambda _wanted: AtHand(), install=lambda *_, **__: None)
        self.done: list[str] = []
        self.answers = True

    def reload(self) -> None:
        self.done.append("reload")

    def leave(self, *, again: bool) -> None:
        self.done.append(f"leave again {again}")

    def turn_screen(self, on: bool, told: Any) -> bool:
        self.done.append(f"screen {on}")
        if self.answers:
            told(on, "" if on else "it cannot")
        return self.answers


class Kiosk:
    def __init__(self, qapp: Any) -> None:
        shown = exhibition(works=9, themes=3)
        self.desk = Desk(Opened(qapp, shown, Config()), shown)
        self.gallery = self.desk.gallery
        self.gallery.start()
        self.acts = Acts()
        self.reading = Reading()
        self.acts.heard = self.reading.heard
        self.answers: list[tuple[Result, str]] = []

    def ask(self, command: asked.AnyCommand, reception: Any = None) -> tuple[Result, str] | None:
        before = len(self.answers)
        self.acts.carry_out(command, reception or self.desk, lambda *answer: self.answers.append(answer))
        return self.answers[-1] if len(self.answers) > before else None

    def visited(self) -> None:
        self.gallery.explore(0)
        self.desk.opened.clock.now += 1
        self.gallery.sitting.touched(True)
        self.gallery.sitting.touched(False)


@pytest.fixture
def kiosk(qapp) -> Kiosk:
    return Kiosk(qapp)


def test_a_work_is_shown_and_then_the_next_and_the_one_before(kiosk):
    show = kiosk.gallery.show
    assert kiosk.ask(asked.Show(**WHO, work="work-2")) == (Result.DONE, "")
    assert (kiosk.gallery.sitting.session.screen, show.playlist.current) == (Screen.STAGE, 2)
    assert kiosk.gallery.sitting.session.advancing, "it goes on by itself"
    assert kiosk.ask(asked.Next(**WHO)) == (Result.DONE, "")
    assert show.playlist.current == 3
    assert kiosk.ask(asked.Previous(**WHO)) == (Result.DONE, "")
    assert show.playlist.current == 2


def test_a_work_of_another_theme_is_shown_among_all(kiosk):
    assert kiosk.ask(asked.Theme(**WHO, theme="theme-1")) == (Result.DONE, "")
    assert kiosk.gallery.show.playlist.works == (1, 4, 7)
    assert kiosk.ask(asked.Next(**WHO)) == (Result.DONE, "")
    assert kiosk.ask(asked.Show(**WHO, work="work-2")) == (Result.DONE, "")
    assert kiosk.gallery.show.playlist.current == 2
    assert len(kiosk.gallery.show.playlist.works) == 9
    assert kiosk.ask(asked.Theme(**WHO, theme="theme-2")) == (Result.DONE, "")
    assert kiosk.ask(asked.Theme(**WHO)) == (Result.DONE, "")
    assert len(kiosk.gallery.show.playlist.works) == 9


@pytest.mark.parametrize(
    "command",
    [
        asked.Next(**WHO),
        asked.Previous(**WHO),
        asked.Show(**WHO, work="work-2"),
        asked.Theme(**WHO, theme="theme-1"),
        asked.Reload(**WHO),
        asked.Install(**WHO, generation=3),
    ],
    ids=asked.name_of,
)
def test_visitors_are_not_interrupted_unless_that_is_forced(kiosk, command):
    kiosk.visited()
    before = kiosk.gallery.sitting.session, kiosk.gallery.show.playlist.current
    assert kiosk.ask(command) == (Result.REFUSED, "a visitor is using it")
    assert (kiosk.gallery.sitting.session, kiosk.gallery.show.playlist.current) == before
    assert kiosk.desk.done == []
    forced = type(command)(**{**{name: getattr(command, name) for name in command.__struct_fields__}, "force": True})
    assert kiosk.ask(forced) != (Result.REFUSED, "a visitor is using it")


def test_who_touches_what_a_command_has_shown_is_a_visitor(kiosk):
    kiosk.ask(asked.Show(**WHO, work="work-2"))
    kiosk.desk.opened.clock.now += 1
    kiosk.gallery.sitting.touched(True)
    assert kiosk.ask(asked.Next(**WHO)) == (Result.REFUSED, "a visitor is using it")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (asked.Show(**WHO, work="work-22"), 'there is no work "work-22". Did you mean "work-2"?'),
        (asked.Theme(**WHO, theme="theme-9"), 'there is no theme "theme-9". Did you mean "theme-2"?'),
        (asked.Previous(**WHO), "the inviting loop does not go back"),
    ],
)
def test_what_cannot_be_is_refused_with_words(kiosk, command, words):
    assert kiosk.ask(command) == (Result.REFUSED, words)


def test_the_loop_stays_until_it_is_to_go_on_or_somebody_has_visited(kiosk):
    loop = kiosk.gallery.loop
    loop.loaded(loop.property("front"))
    for end in (lambda: kiosk.ask(asked.Resume(**WHO)), kiosk.visited):
        kiosk.gallery.sitting.go_home()
        kiosk.ask(asked.Pause(**WHO, seconds=60))
        assert loop.standing[1] is None, "nothing is stuck that is meant to stay"
        end()
        kiosk.gallery.sitting.go_home()
        assert loop.standing[1] == 14


def test_a_slideshow_pauses_and_goes_on(kiosk):
    kiosk.ask(asked.Show(**WHO, work="work-2"))
    kiosk.ask(asked.Pause(**WHO))
    assert kiosk.gallery.sitting.session.paused
    assert kiosk.ask(asked.Next(**WHO)) == (Result.DONE, ""), "still nobody's"
    kiosk.ask(asked.Resume(**WHO))
    assert kiosk.gallery.sitting.session.advancing


def test_a_pause_of_a_slideshow_ends_when_it_was_said_to(kiosk, qtbot):
    kiosk.ask(asked.Show(**WHO, work="work-2"))
    assert kiosk.ask(asked.Pause(**WHO, seconds=0.01)) == (Result.DONE, "for 0.01 s at most")
    qtbot.waitUntil(lambda: kiosk.gallery.sitting.session.advancing, timeout=5000)
    assert not kiosk.gallery.sitting.visited


def test_a_pause_that_a_visitor_has_come_into_is_theirs(kiosk, qtbot):
    kiosk.ask(asked.Show(**WHO, work="work-2"))
    kiosk.ask(asked.Pause(**WHO, seconds=0.01))
    kiosk.desk.opened.clock.now += 1
    kiosk.gallery.sitting.touched(True)
    kiosk.gallery.sitting.touched(False)
    kiosk.gallery.sitting.rest(True)
    qtbot.waitUntil(lambda: not kiosk.acts._resume.isActive(), timeout=5000)
    assert kiosk.gallery.sitting.session.paused


def test_a_message_lies_there_until_it_is_taken_away(kiosk):
    assert kiosk.ask(asked.Message(**WHO, closes_in_min=10)) == (Result.DONE, "")
    assert kiosk.gallery.board.property("minutes") == 10
    assert kiosk.ask(asked.Message(**WHO, words={"und": "12:00"})) == (Result.DONE, "")
    assert [each["words"] for each in kiosk.gallery.board.property("told")] == ["12:00"]
    assert kiosk.ask(asked.Message(**WHO)) == (Result.DONE, "")
    assert not kiosk.gallery.board.property("open")


def test_files_are_read_again_and_that_is_answered_when_it_is_done(kiosk):
    assert kiosk.ask(asked.Reload(**WHO)) is None
    assert kiosk.desk.done == ["reload"]
    kiosk.reading.heard.emit()
    kiosk.reading.heard.emit()
    assert kiosk.answers == [(Result.DONE, "")]


def test_the_screen_is_switched_and_what_came_of_it_is_told(kiosk):
    assert kiosk.ask(asked.Light(**WHO, on=False)) == (Result.DONE, "it is black, but not off: it cannot")
    assert kiosk.ask(asked.Light(**WHO, on=True)) == (Result.DONE, "")
    kiosk.desk.answers = False
    assert kiosk.ask(asked.Light(**WHO, on=False)) == (Result.DONE, "it is black, but not off")
    assert kiosk.desk.done == ["screen False", "screen True", "screen False"]


def test_a_restart_is_answered_before_it_is_done(kiosk):
    order: list[str] = []
    kiosk.desk.leave = lambda *, again: order.append(f"leaves {again}")
    kiosk.acts.carry_out(asked.Restart(**WHO), kiosk.desk, lambda result, _words: order.append(result))
    assert order == ["done", "leaves True"]


def test_behind_closed_doors_and_without_an_exhibition_only_some_things_can_be_done(kiosk):
    kiosk.gallery.entrance.keep_shut(True)
    assert kiosk.ask(asked.Next(**WHO)) == (Result.REFUSED, "it is closed")
    assert kiosk.ask(asked.Message(**WHO, closes_in_min=0)) == (Result.DONE, "it is closed: nobody sees it")
    card = SimpleNamespace(hung=None, reload=lambda: None, leave=lambda **_: None)
    assert kiosk.ask(asked.Next(**WHO), card) == (Result.REFUSED, "nothing is shown")
    kiosk.acts.heard = None
    assert kiosk.ask(asked.Reload(**WHO), card) == (Result.DONE, "")


def offer(generation: int, signer: Signer) -> Any:
    return SimpleNamespace(bundle=SimpleNamespace(generation=generation), signer=signer)


@pytest.mark.parametrize(
    ("offers", "installed", "answer"),
    [
        ([offer(7, Signer.OURS)], None, (Result.DONE, "")),
        ([offer(7, Signer.NOBODY)], None, (Result.REFUSED, "its bundle is not signed with the key of this kiosk")),
        ([offer(8, Signer.OURS)], None, (Result.REFUSED, "no bundle of generation 7 is here; newer ones that are: 8")),
        ([], SimpleNamespace(generation=7), (Result.DONE, "it was installed before")),
    ],
)
def test_only_a_signed_bundle_of_the_generation_that_was_asked_for_is_installed(offers, installed, answer):
    put: list[Any] = []
    bundles: Any = SimpleNamespace(
        look=lambda wanted: AtHand(
            tuple(offers),
            installed=installed,
            wanted=tuple(each for each in offers if each.bundle.generation == wanted),
        ),
        install=lambda each, _progress, *, older: put.append((each, older)),
    )
    assert install(bundles, 7) == answer
    assert len(put) == (answer == (Result.DONE, ""))


def test_a_bundle_is_installed_beside_the_show_and_a_refusal_is_told(kiosk, qtbot):
    threads: list[str] = []

    def look(_wanted: int) -> AtHand:
        threads.append(threading.current_thread().name)
        raise BundleRefused("damaged", kiosk.desk.manifest, "It is damaged.", "Copy it again.")

    kiosk.desk.bundles = SimpleNamespace(look=look)
    kiosk.ask(asked.Install(**WHO, generation=7))
    qtbot.waitUntil(lambda: bool(kiosk.answers), timeout=5000)
    assert kiosk.answers == [(Result.FAILED, "It is damaged.")]
    assert threads == ["fleet-install"]


def test_whoever_asks_for_an_installation_may_be_gone_when_it_ends(qapp, qtbot):
    asking = Kiosk(qapp)
    gone = weakref.ref(asking)
    asking.ask(asked.Install(**WHO, generation=7))
    del asking
    qtbot.waitUntil(lambda: gone() is None, timeout=5000)


def test_an_answer_that_does_not_come_is_given_all_the_same(kiosk, qtbot, monkeypatch):
    monkeypatch.setattr(acts, "PATIENCE_MS", 1)
    kiosk.ask(asked.Reload(**WHO))
    qtbot.waitUntil(lambda: bool(kiosk.answers), timeout=5000)
    assert kiosk.answers == [(Result.DONE, "it is still reading")]


def test_a_state_says_what_is_shown_and_nothing_of_who_looks(kiosk):
    kiosk.visited()
    kiosk.gallery.sitting.speak("ar")
    kiosk.gallery.sitting.choose("theme-0")
    kiosk.gallery.sitting.setTextSize(2)
    state = state_of(kiosk.desk, KNOWN, Measured(59_960_000_000, 149_000_000, 2))
    assert (state.screen, state.work, state.title, state.exhibition) == (
        Shows.STAGE,
        "work-0",
        "Work 0",
        "Rule and Chance",
    )
    assert (state.free_mb, state.memory_mb, state.restarts, state.health) == (60_000, 150, 2, Health.WELL)
    assert set(state.__struct_fields__) == {
        *("kiosk", "version", "exhibition", "generation", "work", "title", "screen", "health", "troubles", "problems"),
        *("free_mb", "memory_mb", "pixels", "lit", "restarts", "since", "groups", "commands", "content"),
        *("leads", "following"),
    }, "whoever adds a field asks whether it tells of a visitor"
    kiosk.gallery.entrance.keep_shut(True)
    closed = state_of(kiosk.desk, KNOWN, Measured())
    assert (closed.screen, closed.work) == (Shows.CLOSED, "")
    card: Any = SimpleNamespace(hung=None, problems=(), manifest=kiosk.desk.manifest)
    nothing = state_of(card, KNOWN, Measured())
    assert (nothing.screen, nothing.health) == (Shows.CARD, Health.TROUBLE)


@pytest.mark.parametrize(
    ("arrival", "left", "words", "cell"),
    [
        (Arrival(), None, "", "Spring (1)"),
        (Arrival(Standing.SHOWN, 1), None, "", "Spring (1)"),
        (Arrival(Standing.WAITING, 2), None, "generation 2 is about to be installed", "Spring (1 → 2)"),
        (Arrival(Standing.REFUSED, 2, WRONG), None, "b.kiosk: sha256: Wrong. Copy.", "Spring (1 → 2)"),
        (Arrival(Standing.LEFT, 2), 2, "staff went back from generation 2; it does", "Spring (1, back from 2)"),
    ],
)
def test_a_state_says_how_it_stands_with_the_next_bundle(kiosk, arrival, left, words, cell):
    state = state_of(kiosk.desk, KNOWN, Measured(left=left), arrival)
    told = state.content
    assert (told.standing, told.generation, told.left) == (arrival.standing, arrival.generation, left)
    assert told.words.startswith(words)
    assert told.rule == ("hash" if arrival.problem else "")
    assert decode_state(encode_state(state)) == state
    console = Console(width=250, record=True, file=io.StringIO())
    console.print(table([Row("hall-1", True, msgspec.structs.replace(state, exhibition="Spring", generation=1))]))
    drawn = console.export_text()
    assert f" {cell} " in drawn
    if arrival.standing in {Standing.WAITING, Standing.REFUSED}:
        assert words in drawn


@pytest.mark.parametrize("command", [asked.Next(**WHO), asked.Show(**WHO, work="work-2"), asked.Pause(**WHO)])
def test_a_kiosk_in_step_leaves_it_to_its_leader(kiosk, command):
    kiosk.acts.in_step_with = lambda: "hall-1"
    assert kiosk.ask(command) == (Result.REFUSED, "it goes in step with hall-1: ask that one")
    kiosk.acts.in_step_with = str
    kiosk.gallery.explore(0)
    kiosk.gallery.sitting.lead(kiosk.gallery.sitting.showStage)
    answer = kiosk.ask(command)
    assert answer
    assert answer[0] is Result.DONE
