"""Who looks at a fleet, without a broker: what comes is put into its ears."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet.commands import Reply, Result
from kiosk.fleet.state import State, encode_state
from kiosk.fleet.table import table
from kiosk.fleet.topics import Root

pytest.importorskip("paho")
from kiosk.fleet import watcher as watching
from kiosk.fleet.watcher import MOST_REPLIES, Watcher

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Root("kiosk")


@pytest.fixture
def watcher() -> Iterator[Watcher]:
    made = Watcher(Fleet(broker="mqtt://127.0.0.1:1"))
    made._join(made._joining.client)
    yield made
    made._joining.stop()


def come(watcher: Watcher, topic: str, payload: bytes, *, retain: bool = False) -> None:
    message: Any = SimpleNamespace(topic=topic, payload=payload, retain=retain)
    watcher._come(watcher._joining.client, None, message)


def replies(watcher: Watcher, *names: str) -> None:
    for name in names:
        reply = Reply(id="a", kiosk=name, result=Result.DONE)
        come(watcher, ROOT.reply(name), msgspec.json.encode(reply))


def test_a_fleet_that_never_ceases_to_tell_news_is_known_when_all_that_was_retained_has_come(
    watcher: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []

    def sleep(span_s: float) -> None:
        slept.append(span_s)
        state = State(kiosk="hall-1", title=f"{len(slept)}")
        come(watcher, ROOT.state("hall-1"), encode_state(state), retain=len(slept) == 1)

    monkeypatch.setattr(watching, "time", SimpleNamespace(monotonic=lambda: sum(slept), sleep=sleep))
    watcher.settle()
    assert len(slept) == 2, "one more than anything retained came in"


def test_answers_are_found_in_whatever_order_they_come_and_never_become_too_many(watcher: Watcher) -> None:
    replies(watcher, "hall-1", "hall-1")
    answers = watcher.replies("a", ["hall-1", "hall-2", "hall-3"], 5)
    assert next(answers).kiosk == "hall-1"
    replies(watcher, "hall-2", "hall-1")
    assert next(answers).kiosk == "hall-2"
    replies(watcher, *["elsewhere"] * (MOST_REPLIES + 10), "hall-3")
    assert [each.kiosk for each in answers] == ["hall-3"]
    assert len(watcher._replies) == MOST_REPLIES


def test_a_table_says_that_it_is_old_and_forgets_who_went_meanwhile(watcher: Watcher) -> None:
    come(watcher, ROOT.present("hall-1"), b"online", retain=True)
    assert str(table(watcher.rows, watcher.away).title) == "1 of 1 kiosks are here"
    watcher._lose("[red]the connection ended")
    title = str(table(watcher.rows, watcher.away).title)
    assert title == "1 of 1 kiosks were here before the broker was lost: [red]the connection ended"
    watcher._join(watcher._joining.client)
    assert not watcher.away
    assert watcher.rows == ()
