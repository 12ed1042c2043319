"""A kiosk in its fleet, on the thread that draws: what it tells, and what comes of what it hears."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.bridge.fleet import fleet as bridge
from kiosk.bridge.fleet.fleet import Fleet
from kiosk.exhibition.config_fleet import Fleet as Settings
from kiosk.fleet import commands as asked
from kiosk.fleet import link as fleet_link
from kiosk.fleet.commands import Reply, Result
from kiosk.fleet.state import Health, State
from tests.bridge.test_fleet_acts import Kiosk
from tests.broker import broker, needs_broker, secret

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE_MS = 20_000
SETTINGS = Settings(broker="mqtt://127.0.0.1:1", name="hall-1")


class Quiet(threading.Thread):
    """In place of a link: keeps what is told. `lacks`: how often the system has no thread for it."""

    made: Quiet
    lacks = 0

    def __init__(
        self, _settings: Settings, _identity: Any, hear: Callable[[Any], None], *_: Any, noticed: Any, **__: Any
    ) -> None:
        super().__init__(daemon=True)
        self.hear, self.noticed = hear, noticed
        self.doubled = False
        self.states: list[State] = []
        self.replies: list[Reply] = []
        type(self).made = self

    def start(self) -> None:
        if type(self).lacks:
            type(self).lacks -= 1
            raise RuntimeError("can't start new thread")
        super().start()

    def run(self) -> None:
        pass

    def tell(self, state: State) -> None:
        self.states.append(state)

    def reply(self, reply: Reply) -> None:
        self.replies.append(reply)

    def close(self) -> None:
        pass


@pytest.fixture
def kiosk(qapp) -> Kiosk:
    return Kiosk(qapp)


@pytest.fixture
def quiet(monkeypatch) -> type[Quiet]:
    monkeypatch.setattr(bridge, "Link", Quiet)
    monkeypatch.setattr(bridge, "FIRST_MS", 0)
    monkeypatch.setattr(bridge, "SOON_MS", 0)
    monkeypatch.setattr(bridge, "TRY_AGAIN_MS", 1)
    return Quiet


@needs_broker
@pytest.mark.logs("another kiosk calls itself hall-1, too")
def test_two_kiosks_of_one_name_both_say_so(qapp, qtbot, tmp_path: Path, monkeypatch, caplog) -> None:
    from kiosk.fleet.watcher import Watcher

    monkeypatch.setattr(bridge, "FIRST_MS", 0)
    told: dict[str, list[State]] = {"a": [], "b": []}
    with broker(tmp_path / "broker", {"hall-1": "one"}) as house:
        settings = Settings(broker=house.address, name="hall-1", credentials=secret(tmp_path / "s", "hall-1", "one"))
        fleets = []
        for states in told.values():
            fleet, opened = Fleet(settings), Kiosk(qapp)
            tell = fleet._link.tell

            def also(state: State, states: list[State] = states, tell: Any = tell) -> None:
                states.append(state)
                tell(state)

            monkeypatch.setattr(fleet._link, "tell", also)
            fleet.follow(opened.desk)
            fleets.append((fleet, opened))
            qtbot.waitUntil(lambda: "joined the fleet" in caplog.text, timeout=PATIENCE_MS)
        with Watcher(settings).entered() as watcher:

            def both() -> bool:
                return all(states[-1].health is Health.TROUBLE for states in told.values())

            qtbot.waitUntil(both, timeout=PATIENCE_MS)
            assert [row.kiosk for row in watcher.rows] == ["hall-1"]
        for states in told.values():
            assert states[-1].problems[-1].rule == "fleet-name"
            assert "another kiosk calls itself hall-1, too" in states[-1].problems[-1].words
            assert states[0].health is Health.WELL
        for fleet, _ in fleets:
            fleet.close()
    assert caplog.text.count("calls itself hall-1, too") == 2


def test_when_the_other_one_has_gone_nobody_is_told_of_it_any_more(quiet, kiosk, qtbot) -> None:
    fleet = Fleet(SETTINGS)
    fleet.follow(kiosk.desk)
    link = quiet.made
    for doubled, health in ((True, Health.TROUBLE), (False, Health.WELL)):
        link.doubled = doubled
        threading.Thread(target=link.noticed).start()
        qtbot.waitUntil(lambda health=health: bool(link.states) and link.states[-1].health is health, timeout=5000)
    fleet.close()


def test_what_is_heard_on_another_thread_is_done_on_this_one_and_always_answered(
    quiet, kiosk, qtbot, monkeypatch
) -> None:
    fleet = Fleet(SETTINGS)
    link = quiet.made

    def heard(command: asked.AnyCommand) -> Reply:
        before = len(link.replies)
        threading.Thread(target=link.hear, args=(command,)).start()
        qtbot.waitUntil(lambda: len(link.replies) > before, timeout=5000)
        return link.replies[-1]

    show = asked.Show(id="a", at=time.time(), work="work-2")
    assert heard(show).result is Result.REFUSED, "nothing is followed yet"
    fleet.follow(kiosk.desk)
    assert heard(show) == Reply(id="a", kiosk="hall-1", result=Result.DONE)
    qtbot.waitUntil(lambda: link.states[-1].work == "work-2", timeout=5000)
    odd = heard(asked.Show(id="b", at=time.time(), work="w" * 200))
    assert odd.result is Result.REFUSED
    monkeypatch.setattr(kiosk.gallery.loop, "hold", lambda _on: 1 / 0)
    kiosk.gallery.sitting.go_home()
    fleet.leave()
    assert heard(show).words == "it is about to begin or to end"
    fleet.close()


@pytest.mark.logs("unexpected error while a command of the fleet was carried out")
def test_a_command_that_goes_wrong_is_answered_and_the_next_one_is_done(quiet, kiosk, monkeypatch) -> None:
    fleet = Fleet(SETTINGS)
    fleet.follow(kiosk.desk)
    with monkeypatch.context() as broken:
        broken.setattr(fleet._acts, "carry_out", lambda *_: 1 / 0)
        fleet._hear(asked.Next(id="a", at=0))
    fleet._hear(asked.Show(id="b", at=0, work="caf\udce9"))
    fleet._hear(asked.Show(id="c", at=0, work="work-1"))
    assert [(reply.id, reply.result) for reply in quiet.made.replies] == [
        ("a", Result.FAILED),
        ("b", Result.REFUSED),
        ("c", Result.DONE),
    ]
    assert all(reply.words.isprintable() for reply in quiet.made.replies), "also with the name of an odd file"
    fleet.close()


def test_a_system_without_a_thread_is_asked_again_for_one(quiet, kiosk, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(quiet, "lacks", 2)
    fleet = Fleet(SETTINGS)
    fleet.follow(kiosk.desk)
    qtbot.waitUntil(lambda: quiet.made.ident is not None, timeout=5000)
    assert fleet_link.Link is not bridge.Link
    fleet.close()
