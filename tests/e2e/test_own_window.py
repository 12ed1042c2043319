"""The show on somebody's own laptop: menu, screens, a clicker, other exhibitions, and the guide for staff."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kiosk.exhibition import portable
from tests.bundles import write_bundle
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


def two_screens(program: Program, home: Path) -> None:
    """A laptop's, and a projector's beside it."""
    desk = {"name": "desk", "x": 0, "y": 0, "width": 1280, "height": 720, "dpr": 1, "logicalDpi": 96}
    wall = {**desk, "name": "wall", "x": 1280, "width": 1024, "height": 768}
    file = home / "two.json"
    file.write_text(json.dumps({"screens": [desk, wall]}))
    program.environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def carried_about(program: Program, home: Path) -> Path:
    """The folder of a program that was started from a stick."""
    stick = home / "stick"
    stick.mkdir()
    (stick / portable.MARK).touch()
    program.environment[portable.PLACE] = str(stick)
    return stick


def test_a_window_has_all_that_a_laptop_needs(program: Program, tmp_path: Path, home: Path) -> None:
    two_screens(program, home)
    stick = carried_about(program, home)
    (folder := tmp_path / "shown").mkdir()
    shown = build_exhibition(folder, works=6, size=(600, 400), themes=1)
    somewhere = tmp_path / "somewhere"
    (other := somewhere / "other").mkdir(parents=True)
    build_exhibition(other, works=3, size=(600, 400), themes=1, title="Another")
    (source := tmp_path / "third").mkdir()
    third = build_exhibition(source, works=2, size=(600, 400), themes=1, title="Third")
    contents = {"manifest.yaml": third.read_bytes()}
    contents |= {f"pictures/{file.name}": file.read_bytes() for file in (source / "pictures").iterdir()}
    write_bundle(somewhere / "third.kiosk", contents, generation=1)
    (somewhere / "broken.kiosk").write_bytes(b"PK")
    ended = program.walk("own_window", shown, "--windowed")
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    (file,) = home.rglob("window.json")
    assert file.is_relative_to(stick / portable.KEPT)
    kept = json.loads(file.read_text("utf-8"))
    assert (kept["place"], kept["size"], kept["screen"]) == ([200, 60], [800, 600], "desk")
    assert not kept["guided"]


def test_the_guide_is_shown_once_and_whenever_staff_want_it(program: Program, tmp_path: Path) -> None:
    (folder := tmp_path / "shown").mkdir()
    shown = build_exhibition(folder, works=3, size=(600, 400), themes=0)
    ended = program.walk("own_guide", "--windowed", config={"exhibition": str(shown)})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_a_kiosk_has_nothing_of_it_but_staff_open_an_exhibition(program: Program, tmp_path: Path) -> None:
    (folder := tmp_path / "shown").mkdir()
    (other := tmp_path / "somewhere" / "other").mkdir(parents=True)
    shown = build_exhibition(folder, works=3, size=(600, 400), themes=0)
    build_exhibition(other, works=3, size=(600, 400), themes=0, title="Another")
    (tmp_path / "somewhere" / "broken.kiosk").write_bytes(b"PK")
    ended = program.walk("own_by_staff", shown, config={"staff": {"gesture": {"corner": "top-right", "hold_s": 1}}})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
