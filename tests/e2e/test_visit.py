"""The real program, used as visitors use it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import yaml

from kiosk import __version__
from tests.e2e.paired import build_paired
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


def test_swiping_choosing_themes_and_the_wall_by_touch(program: Program, exhibition: Path) -> None:
    ended = program.walk("visit", exhibition)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    assert program.running() == []


def test_a_visit_by_keyboard_in_a_window(program: Program, exhibition: Path) -> None:
    ended = program.walk("keys", exhibition, "--size", "1280x720")
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    assert program.running() == []


def test_four_arrows_lead_from_every_control_to_every_other(program: Program, few: Path) -> None:
    ended = program.walk("every_stop", few, "--size", "1280x720")
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


@pytest.mark.parametrize("brand", [None, {"wall": "#7a7f86", "ink": "#9aa0a6", "accent": "#8a8f94"}], ids=["", "brand"])
def test_the_focus_ring_is_whole_alone_and_seen_on_every_wall(
    brand: dict[str, str] | None, program: Program, tmp_path: Path
) -> None:
    manifest = build_exhibition(tmp_path / "ringed", works=18, size=(1200, 800), languages=("en", "ar"))
    words = yaml.safe_load(manifest.read_text("utf-8"))
    words["exhibition"] |= {"intro": "It began with a rule.", "search": True, **({"brand": brand} if brand else {})}
    words["works"][0]["details"] = [
        {"at": [0.2, 0.2, 0.3, 0.3], "text": "Here"},
        {"at": [0, 0, 0.1, 0.1], "text": "Up"},
    ]
    manifest.write_text(json.dumps(words), "utf-8")
    ended = program.walk("branded_rings" if brand else "rings", manifest, "--size", "1280x720")
    assert (ended.out, ended.code) == ("", 0), ended.err


def test_read_from_the_right_every_screen_is_its_mirror_image(program: Program, tmp_path: Path) -> None:
    manifest = build_exhibition(tmp_path / "both", works=18, size=(1200, 800))
    manifest.write_text(manifest.read_text("utf-8").replace('["en"]', '["en", "en-Arab"]'), "utf-8")
    ended = program.walk("mirrored", manifest, "--size", "1280x720")
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_sorting_and_searching_by_touch_and_the_log_tells_nothing_of_it(
    program: Program, long: Path, home: Path
) -> None:
    ended = program.walk("search", long)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    (log,) = home.rglob("kiosk.log")
    told = [line.partition(" INFO kiosk: ")[2] for line in log.read_text("utf-8").splitlines()]
    assert told == [f"Kiosk Gallery {__version__} shows {long}"], "no word and no time of a visit"


def test_sorting_and_searching_by_keys(program: Program, long: Path) -> None:
    ended = program.walk("search_keys", long)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_no_key_leads_out_of_the_kiosk(program: Program, exhibition: Path) -> None:
    ended = program.walk("every_key", exhibition)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_ten_fingers_and_two_thousand_touches_leave_it_alive(program: Program, exhibition: Path) -> None:
    ended = program.walk("mash", exhibition)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_outside_the_opening_hours_nobody_is_answered(program: Program, exhibition: Path) -> None:
    days = [datetime.now(UTC) + timedelta(days=ahead) for ahead in (0, 1)]
    closed = {"timezone": "UTC", "closed": [f"{day:%Y-%m-%d}" for day in days], "screen": "card"}
    ended = program.walk("closed", exhibition, config={"hours": closed})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_the_card_of_the_exhibition_by_touch_by_keys_and_gone_for_the_next_visitor(
    program: Program, exhibition: Path
) -> None:
    introduced = exhibition.with_name("introduced.yaml")
    words = exhibition.read_text("utf-8").splitlines()
    head = json.loads(words[0].partition(": ")[2])
    head["intro"] = {"en": "A rule. " * 700, "ar": "بدأ كل شيء بقاعدة."}
    introduced.write_text("\n".join((f"exhibition: {json.dumps(head)}", *words[1:])), "utf-8")
    ended = program.walk("about", introduced)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_who_is_asked_whether_they_are_still_there_answers_by_anything(program: Program, exhibition: Path) -> None:
    ended = program.walk("still_there", exhibition)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_two_works_side_by_side_by_touch_and_by_keys(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    ended = program.walk("pair", build_paired(folder), "--size", "1280x720")
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
