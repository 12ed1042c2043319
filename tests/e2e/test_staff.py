"""Staff at the kiosk: the corner, the PIN, and what they do behind it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kiosk.staff.bundles.installing import install
from kiosk.staff.bundles.secret_key import new_key
from kiosk.staff.bundles.store import Store
from tests.bundles import NOON, write_bundle
from tests.e2e.staff import PIN, WRONG
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program

STAFF = {"gesture": {"corner": "top-right", "hold_s": 1}}


def test_staff_come_in_and_hide_a_work(program: Program, tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    manifest = build_exhibition(folder, works=6, size=(600, 400), themes=1)
    ended = program.walk("staff", manifest, config={"staff": STAFF})
    lines = ended.err.splitlines()
    assert (ended.out, ended.code, len(lines)) == ("", 10, 1), ended.err
    assert lines[0].startswith(f"WARNING kiosk: {manifest}:")
    assert program.running() == []
    (log,) = home.rglob("kiosk.log")
    written = log.read_text("utf-8")
    assert lines[0].partition("WARNING kiosk: ")[2] in written
    assert PIN not in written
    assert WRONG not in written


def test_the_corner_works_on_every_screen(program: Program, few: Path) -> None:
    ended = program.walk("staff_corner", few, config={"staff": STAFF})
    assert (ended.err, ended.out, ended.code) == ("", "again", 0)


def test_the_corner_works_while_it_is_closed(program: Program, few: Path) -> None:
    hours = {"open": {"mon": "10:00-10:01"}, "closed": [], "screen": "black"}
    ended = program.walk("staff_closed", few, "--rehearse", "2026-12-24T17:55", config={"staff": STAFF, "hours": hours})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


@pytest.mark.parametrize("size", ["640x480"])
def test_in_a_window_without_a_pin_anybody_enters(program: Program, few: Path, size: str) -> None:
    ended = program.walk("staff_window", few, "--size", size, config={"staff": STAFF})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_all_pages_of_the_panel_can_be_touched_on_low_and_tall_screens(program: Program, few: Path) -> None:
    ended = program.walk("staff_tabs", few, config={"staff": STAFF})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_staff_install_what_is_on_a_stick_and_go_back(program: Program, tmp_path: Path) -> None:
    stick, key = tmp_path / "stick", new_key()
    stick.mkdir()
    install(bundle(tmp_path, "1", "Generation 1", 1), Store())
    bundle(stick, "3", "Generation 3", 3, key=key)
    damaged = bundle(stick, "4", "Generation 4", 4)
    damaged.write_bytes(damaged.read_bytes().replace(b"JFIF", b"JFIG", 1))
    bundle(stick, "other", "Another exhibition", 1, title="Autumn", made=NOON + timedelta(days=1))
    (stick / "broken.kiosk").write_bytes(damaged.read_bytes()[:3000])
    bundles = {"watch": [str(stick)], "key": str(key.public)}
    ended = program.walk("staff_content", config={"staff": STAFF, "exhibition": "installed", "bundles": bundles})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    assert program.running() == []


def bundle(folder: Path, name: str, shown: str, generation: int, **facts: Any) -> Path:
    """A bundle of three works, the first two of them a pair; `shown` is the exhibition's title."""
    source = folder / f"{name}.source"
    source.mkdir()
    manifest = build_exhibition(source, works=3, size=(600, 400), themes=1, title=shown)
    words = yaml.safe_load(manifest.read_text("utf-8"))
    words["works"][0]["pair_with"] = words["works"][1]["id"]
    contents = {"manifest.yaml": json.dumps(words).encode()}
    contents |= {f"pictures/{file.name}": file.read_bytes() for file in (source / "pictures").iterdir()}
    return write_bundle(folder / f"{name}.kiosk", contents, generation=generation, **facts)


def test_staff_find_out_why_nothing_is_shown_and_mend_it(program: Program, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    bundle(stick, "1", "Generation 1", 1)
    bundles = {"watch": [str(stick)]}
    ended = program.walk("staff_back_soon", config={"staff": STAFF, "exhibition": "gone", "bundles": bundles})
    assert (ended.out, ended.code) == ("", 10), ended.err
    assert "There is no file" in ended.err
    assert len(ended.err.splitlines()) == 1
    assert program.running() == []
