"""The show follows what staff save, while it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from kiosk.exhibition.places import state_folder
from kiosk.staff.statistics.reading import read
from kiosk.staff.statistics.schema import FILE_NAME
from tests.bundles import write_bundle
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


def test_the_show_follows_what_is_saved(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    manifest = build_exhibition(folder, works=12, size=(600, 400), themes=2)
    ended = program.walk("edited", manifest)
    lines = ended.err.splitlines()
    assert (ended.out, ended.code, len(lines)) == ("", 0, 1), ended.err
    assert lines[0].startswith(f"WARNING kiosk: {manifest}:")
    assert program.running() == []
    assert yaml.safe_load(manifest.read_text())["exhibition"]["title"] == "While somebody looked"
    assert sum(day.visits for day in read(state_folder()).days) == 1, "one visit, however often it was hung anew"


def test_the_show_begins_when_its_manifest_is_mended(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    manifest = build_exhibition(folder, works=3, size=(600, 400), themes=0)
    manifest.rename(folder / "good.yaml")
    ended = program.walk("mended", manifest)
    assert (ended.out, ended.code) == ("", 0), ended.err
    assert [line.rpartition(": ")[2] for line in ended.err.splitlines()] == [
        'There is no file "manifest.yaml" here. Check the name and the folder.'
    ]


def test_the_show_follows_what_is_installed(program: Program, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        manifest = build_exhibition(folder, works=3, size=(600, 400), themes=1, title=f"Generation {number}")
        names = ("manifest.yaml", *(f"pictures/0000{work}.jpg" for work in (1, 2, 3)))
        contents = {name: (manifest.parent / name).read_bytes() for name in names}
        write_bundle(tmp_path / f"{number}.kiosk", contents, generation=number)
    ended = program.walk("installed", config={"exhibition": "installed"})
    assert (ended.out, ended.code) == ("", 0), ended.err
    assert "Nothing is installed on this computer yet" in ended.err
    assert program.running() == []


def test_another_time_is_rehearsed(program: Program, few: Path) -> None:
    hours = {"timezone": "Europe/Berlin", "open": {"thu": "10:00-18:00"}, "screen": "card"}
    ended = program.walk("rehearsal", few, "--rehearse", "2026-12-24T17:55", config={"hours": hours})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    assert not (state_folder() / FILE_NAME).exists(), "nobody visits a rehearsal"
