"""What a fleet is made of, without a broker: topics, states, the table, the words on a command line, the times."""

from __future__ import annotations

import json
from random import Random

import msgspec
import pytest

from kiosk.fleet import commands as known
from kiosk.fleet.asking import NotUnderstood, command_of
from kiosk.fleet.discovery import discovery, discovery_topic
from kiosk.fleet.pacing import FIRST_S, LONGEST_S, SOONEST_S, Pacing, rest_s
from kiosk.fleet.roll import MOST_KIOSKS, Roll
from kiosk.fleet.secret import NoSecret, read_secret
from kiosk.fleet.state import MOST_PROBLEMS, Health, State, Trouble, decode_state, encode_state, short, with_trouble
from kiosk.fleet.topics import Root, name_from

ROOT = Root("kiosk")


def test_topics_lead_back_to_their_kiosk() -> None:
    assert ROOT.kiosk_of(ROOT.state("hall-1")) == ("state", "hall-1")
    assert ROOT.kiosk_of(ROOT.present("hall-1")) == ("present", "hall-1")
    for foreign in ("kiosk/state/", "kiosk/command/one/hall-1", "other/state/hall-1", "", "kiosk/state/a/b"):
        assert ROOT.kiosk_of(foreign) == ("", "")
    assert ROOT.heard_by("a", ("g",)) == ("kiosk/command/one/a", "kiosk/command/all", "kiosk/command/group/g")


@pytest.mark.parametrize(
    ("host", "name"),
    [("Hall-1.museum.lan", "hall-1"), ("kiosk_7", "kiosk-7"), ("музей", "kiosk"), ("", "kiosk"), ("x" * 99, "x" * 63)],
)
def test_a_computers_name_becomes_a_kiosks(host: str, name: str) -> None:
    assert name_from(host) == name


def test_a_state_comes_as_it_was_told_and_garbage_does_not() -> None:
    state = State(kiosk="a", exhibition="E", generation=3, pixels=(1, 2))
    assert decode_state(encode_state(state)) == state
    for garbage in (b"", b"{}", b"[" * 9000, b'{"kiosk":7}', b'{"kiosk":"a","screen":"moon"}', b" " * 20_000, b"\xff"):
        assert decode_state(garbage) is None
    assert decode_state(b'{"kiosk":"a","later":"a newer kiosk says more"}') == State(kiosk="a")
    assert short("x" * 300) == "x" * 199 + "…"
    odd = State(kiosk="a", title=short("a file named caf\udce9"))
    assert decode_state(encode_state(odd)) == odd, "a name that is no UTF-8 keeps nobody from telling"


def test_the_table_has_who_is_there_and_who_has_gone() -> None:
    roll = Roll(ROOT)
    assert roll.hear(ROOT.present("b"), b"online")
    assert roll.hear(ROOT.state("b"), encode_state(State(kiosk="b", groups=("ground",))))
    assert not roll.hear(ROOT.state("b"), encode_state(State(kiosk="b", groups=("ground",))))
    assert roll.hear(ROOT.state("a"), b"garbage")
    assert not roll.hear("elsewhere/state/c", b"{}")
    assert [(row.kiosk, row.present, row.needs_staff) for row in roll.rows] == [("a", False, True), ("b", True, False)]
    assert roll.present() == ("b",)
    assert roll.present(("ground",)) == ("b",)
    assert roll.present(("attic",)) == ()
    roll.hear(ROOT.present("b"), b"offline")
    assert roll.rows[1].needs_staff
    assert roll.present() == ()
    assert roll.hear(ROOT.present("b"), b""), "taken off the broker"
    assert not roll.hear(ROOT.state("b"), b"")
    assert [row.kiosk for row in roll.rows] == ["a"]
    for number in range(MOST_KIOSKS + 100):
        roll.hear(ROOT.present(f"k{number}"), b"online")
    assert len(roll.rows) == MOST_KIOSKS


def test_the_table_is_drawn_whatever_kiosks_say() -> None:
    from rich.console import Console

    from kiosk.fleet.table import table

    roll = Roll(ROOT)
    for kiosk, payload in {
        "bad": b"{",
        "evil": encode_state(State(kiosk="evil", exhibition="[red]\x1b[2Jgone", title="\n\n", health=Health.TROUBLE)),
        "good": encode_state(State(kiosk="good", exhibition="Rule", generation=7, free_mb=60_000, lit=False)),
    }.items():
        roll.hear(ROOT.present(kiosk), b"online")
        roll.hear(ROOT.state(kiosk), payload)
    console = Console(width=160)
    with console.capture() as drawn:
        console.print(table(roll.rows))
    told = drawn.get()
    assert "\x1b[2J" not in told
    for words in ("3 of 3", "unreadable", "[red]", "Rule (7)", "60 GB", "attract, dark", "trouble"):
        assert words in told


def test_words_on_a_command_line_are_commands() -> None:
    assert isinstance(command_of(["next"], {}), known.Next)
    shown = command_of(["show", "dice"], {}, force=True)
    assert isinstance(shown, known.Show)
    assert (shown.work, shown.force) == ("dice", True)
    assert isinstance(command_of(["theme"], {}), known.Theme)
    installed = command_of(["install", "7"], {})
    assert isinstance(installed, known.Install)
    assert installed.generation == 7
    light = command_of(["screen", "off"], {})
    assert isinstance(light, known.Light)
    assert light.on is False
    closing = command_of(["message"], {}, 10, 30)
    assert isinstance(closing, known.Message)
    assert (closing.closes_in_min, closing.seconds) == (10, 30)
    ids = {
        command_of([name], {}).id for name in ("next", "previous", "pause", "resume", "reload", "restart", "message")
    }
    assert len(ids) == 7


@pytest.mark.parametrize(
    ("words", "more", "says"),
    [
        (["nexxt"], {}, 'Did you mean "next"?'),
        (["show"], {}, "comes one word"),
        (["next", "2"], {}, "comes nothing"),
        (["install", "seven"], {}, "no number"),
        (["install", "0"], {}, ">= 1"),
        (["screen", "dim"], {}, "on or off"),
        (["pause", "99999"], {}, "<= 3600"),
        (["next"], {"told": {"en": "x"}}, "Only a message"),
        (["message"], {"told": {"en": "x"}, "closes_in": 5}, "of its own"),
    ],
)
def test_what_is_not_understood_is_told(words: list[str], more: dict[str, object], says: str) -> None:
    with pytest.raises(NotUnderstood, match=says.replace("?", r"\?")):
        command_of(words, **{"told": {}, **more})  # type: ignore[arg-type]


def test_states_are_told_at_most_so_often() -> None:
    pacing = Pacing(2.0)
    assert pacing.wait_s(0) == 0
    pacing.told(10)
    assert pacing.wait_s(10.5) == 1.5
    assert pacing.wait_s(12) == 0


def test_a_broker_is_tried_less_and_less_often_and_by_nobody_at_the_same_time() -> None:
    chance = Random(1)
    rests = [[rest_s(failures, chance) for _ in range(200)] for failures in range(20)]
    assert all(SOONEST_S <= rest <= LONGEST_S for tried in rests for rest in tried)
    assert max(rests[0]) <= FIRST_S
    assert max(rests[19]) > 0.9 * LONGEST_S
    assert len({round(rest, 2) for rest in rests[4]}) > 150


def test_credentials_are_in_a_file_that_nobody_else_may_read_and_are_not_printed(tmp_path) -> None:
    file = tmp_path / "fleet.secret"
    file.write_text("hall-1:open:sesame\n")
    file.chmod(0o644)
    with pytest.raises(NoSecret, match="chmod 600"):
        read_secret(file)
    file.chmod(0o600)
    secret = read_secret(file)
    assert (secret.user, secret.password) == ("hall-1", "open:sesame")
    assert "sesame" not in repr(secret) + str(secret) + f"{[secret]}"
    for wrong in (b"", b"hall-1", b":x", b"a:", b"a:b\nc:d", b"\xff:x", b"a:" + b"x" * 5000):
        file.write_bytes(wrong)
        with pytest.raises(NoSecret, match="no line such as"):
            read_secret(file)
    file.unlink()
    with pytest.raises(NoSecret, match="cannot be read"):
        read_secret(file)


def test_home_assistant_is_told_of_figures_that_a_state_has() -> None:
    told = json.loads(discovery(ROOT, "hall-1", "1.2", commands=True))
    assert discovery_topic("homeassistant", ROOT, "hall-1") == "homeassistant/device/kiosk-hall-1/config"
    assert (told["state_topic"], told["availability_topic"]) == (ROOT.state("hall-1"), ROOT.present("hall-1"))
    fields = {field.name for field in msgspec.structs.fields(State)}
    parts = told["components"].values()
    named = {each.partition("value_json.")[2].split()[0] for part in parts if (each := part.get("value_template"))}
    assert {name.rstrip("'}") for name in named} <= fields
    assert len({part["unique_id"] for part in parts}) == len(parts)
    buttons = {part["command_topic"] for part in parts if part["platform"] == "button"}
    assert buttons == {ROOT.to_one("hall-1")}
    without = json.loads(discovery(ROOT, "hall-1", "1.2", commands=False))["components"].values()
    assert all(part["platform"] != "button" for part in without)


def test_a_button_of_home_assistant_sends_a_command() -> None:
    part = json.loads(discovery(ROOT, "hall-1", "1.2", commands=True))["components"]["next"]
    made = part["command_template"]
    for written, value in (("{{ (now().timestamp() * 1000) | int }}", "1800"), ("{{ now().timestamp() }}", "1.8")):
        assert written in made
        made = made.replace(written, value)
    assert known.decode_command(made.encode()) == known.Next(id="ha-1800", at=1.8)


def test_a_trouble_of_the_fleet_itself_is_the_last_of_a_state():
    state = State(kiosk="hall-1")
    for number in range(MOST_PROBLEMS + 2):
        state = with_trouble(state, Trouble(rule="fleet-name", words=f"{number}", since=""))
    assert (state.health, state.troubles) == (Health.TROUBLE, MOST_PROBLEMS + 2)
    assert [each.words for each in state.problems] == [f"{number}" for number in range(2, MOST_PROBLEMS + 2)]
    assert decode_state(encode_state(state)) == state
