"""Each command once, soon after it was sent, and nothing else."""

from __future__ import annotations

import json

import pytest

from kiosk.fleet.commands import Message, Next, Result, decode_reply
from kiosk.fleet.gate import KEPT_S, MOST_AT_ONCE, OLDEST_S, Gate, Turned, Why
from kiosk.fleet.remembered import recall_ids, remember_ids

NOW = 1_800_000_000.0


def sent(at: float = NOW, **more: object) -> bytes:
    return json.dumps({"id": "a", "at": at, "do": "next", **more}).encode()


def test_a_command_is_carried_out_once() -> None:
    gate = Gate()
    assert gate.judge(sent(), NOW, retained=False) == Next(id="a", at=NOW)
    assert gate.judge(sent(), NOW + 1, retained=False) == Turned(Why.AGAIN, Why.AGAIN)
    assert isinstance(gate.judge(sent(id="b", force=True), NOW + 1, retained=False), Next)


@pytest.mark.parametrize(
    ("payload", "why"),
    [
        (b"", Why.NONSENSE),
        (b"\xff\xfe\x00", Why.NONSENSE),
        (b"next", Why.NONSENSE),
        (b"[]", Why.NONSENSE),
        (b"[" * 8000, Why.NONSENSE),
        (b'{"id":"a"}', Why.NONSENSE),
        (sent(do="explode"), Why.NONSENSE),
        (sent(do=3), Why.NONSENSE),
        (sent(id=""), Why.NONSENSE),
        (sent(id="../../x"), Why.NONSENSE),
        (sent(id=7), Why.NONSENSE),
        (sent(surprise=1), Why.NONSENSE),
        (sent(at="soon"), Why.NONSENSE),
        (sent(at=-1), Why.NONSENSE),
        (sent(force="yes"), Why.NONSENSE),
        (sent(do="show"), Why.NONSENSE),
        (sent(do="show", work=""), Why.NONSENSE),
        (sent(do="install", generation=0), Why.NONSENSE),
        (sent(do="pause", seconds=1e9), Why.NONSENSE),
        (sent(do="message", words={"en": "x" * 301}), Why.NONSENSE),
        (sent(do="message", words={"not a language": "x"}), Why.NONSENSE),
        (b"x" * 10_000_000, Why.LARGE),
        (sent(NOW - OLDEST_S - 1), Why.OLD),
        (sent(NOW + OLDEST_S + 1), Why.OLD),
    ],
)
def test_what_is_none_is_turned_away(payload: bytes, why: Why) -> None:
    turned = Gate().judge(payload, NOW, retained=False)
    assert isinstance(turned, Turned)
    assert turned.why is why
    assert turned.id == ("a" if why is Why.OLD else "")
    assert len(turned.words) < 300


def test_a_retained_command_is_never_carried_out() -> None:
    assert Gate().judge(sent(), NOW, retained=True) == Turned(Why.RETAINED, Why.RETAINED)


def test_a_flood_is_turned_away_and_what_comes_later_is_not() -> None:
    gate = Gate()
    judged = [gate.judge(sent(id=f"{number}"), NOW, retained=False) for number in range(1000)]
    assert sum(isinstance(command, Next) for command in judged) == MOST_AT_ONCE
    assert judged[-1] == Turned(Why.TOO_MANY, Why.TOO_MANY, "999")
    assert isinstance(gate.judge(sent(id="later"), NOW + 10, retained=False), Next)
    again = gate.judge(sent(id="999"), NOW + 10, retained=False)
    assert again == Turned(Why.TOO_MANY, Why.TOO_MANY), "what was refused is not done when it comes twice"


def test_ids_are_remembered_for_as_long_as_they_could_come_again_also_by_the_next_program(tmp_path) -> None:
    gate = Gate()
    gate.judge(sent(), NOW, retained=False)
    remember_ids(tmp_path / "state", gate.seen)
    after = Gate(recall_ids(tmp_path / "state"))
    assert after.judge(sent(), NOW + 5, retained=False) == Turned(Why.AGAIN, Why.AGAIN)
    after.judge(sent(NOW + 200, id="b"), NOW + KEPT_S + 70, retained=False)
    assert set(after.seen) == {"b"}


@pytest.mark.parametrize("content", [None, b"", b"{", b"[1]", b'{"a": "b"}'])
def test_a_record_that_cannot_be_read_is_an_empty_one(tmp_path, content) -> None:
    if content is not None:
        (tmp_path / "fleet-commands.json").write_bytes(content)
    assert recall_ids(tmp_path) == {}


def test_a_message_has_words_or_a_time_of_closing() -> None:
    told = Gate().judge(sent(do="message", words={"en": "Hello", "zh-Hant": "你好"}), NOW, retained=False)
    assert told == Message(id="a", at=NOW, words={"en": "Hello", "zh-Hant": "你好"})


@pytest.mark.parametrize(
    "payload", [b"", b"{}", b'{"id":"a","kiosk":"k","result":"maybe"}', b"[" * 8000, b" " * 10_000]
)
def test_what_is_no_reply_is_none(payload: bytes) -> None:
    assert decode_reply(payload) is None
    good = decode_reply(b'{"id":"a","kiosk":"k","result":"done"}')
    assert good
    assert good.result is Result.DONE
