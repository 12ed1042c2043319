"""A kiosk of its own for a soak: what it has, what staff save there, and what it takes of the machine."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from random import Random

import pytest

from kiosk.exhibition.config import read_config
from kiosk.exhibition.manifest import read_manifest
from kiosk.exhibition.places import cache_folder, content_folder, state_folder
from kiosk.staff.soak import vitals
from kiosk.staff.soak.days import short_nights
from kiosk.staff.soak.edits import CHANGES, edited
from kiosk.staff.soak.home import DESKTOP, HOMES, Home, NotAtHome, move_in, screens
from tests.exhibitions import build_exhibition


@pytest.fixture
def exhibition(tmp_path: Path) -> Path:
    folder = tmp_path / "shown"
    folder.mkdir()
    return build_exhibition(folder, works=7, pictures=2, size=(60, 40), languages=("en", "ar"))


@pytest.fixture
def home_of_its_own(tmp_path: Path, exhibition: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    for name in HOMES:
        monkeypatch.setenv(name, "elsewhere")  # so that all are given back
    for name in DESKTOP:
        monkeypatch.setenv(name, "a desktop")
    config = tmp_path / "config.yaml"
    config.write_text("display: {mode: windowed, wall: light}\nspeech: {enabled: yes}\nattract: {seconds: 20}\n")
    folder = tmp_path / "soak"
    folder.mkdir()
    return move_in(folder, exhibition, config, os.environ)


def test_all_that_is_written_is_below_it_and_what_was_there_stays(home_of_its_own: Home, exhibition: Path) -> None:
    for place in (cache_folder(), state_folder(), content_folder(), home_of_its_own.manifest, home_of_its_own.config):
        assert place.is_relative_to(home_of_its_own.folder)
    before = exhibition.read_bytes()
    home_of_its_own.manifest.write_text("something else")
    assert exhibition.read_bytes() == before


def test_the_copy_says_what_the_exhibition_says(home_of_its_own: Home, exhibition: Path) -> None:
    one, other = (read_manifest(file) for file in (exhibition, home_of_its_own.manifest))
    assert one.exhibition
    assert other.exhibition
    assert [work.id for work in other.exhibition.works] == [work.id for work in one.exhibition.works]
    assert other.exhibition.languages == ("en", "ar")
    assert other.problems == ()


def test_it_goes_by_the_kiosks_configuration_but_on_a_screen_in_memory(home_of_its_own: Home) -> None:
    reading = read_config(home_of_its_own.config)
    assert reading.problems == ()
    config = reading.config
    assert (config.display.mode, config.display.wall, config.attract.seconds) == ("fullscreen", "light", 20)
    assert (config.display.renderer, config.speech.enabled, len(config.hours.open)) == ("software", False, 1)
    assert config.exhibition == home_of_its_own.manifest
    home_of_its_own.show(installed=True)
    assert read_config(home_of_its_own.config).config.exhibition == content_folder() / "installed"


def test_it_does_not_begin_where_files_would_be_elsewhere(tmp_path: Path, exhibition: Path) -> None:
    with pytest.raises(NotAtHome, match="is not below"):
        move_in(tmp_path, exhibition, None, {})


def test_every_edit_is_sound_and_begins_with_what_was_there_at_first(home_of_its_own: Home) -> None:
    chance, done = Random(1), set()
    for _ in range(40):
        before = json.dumps(home_of_its_own.said)
        what, words = edited(home_of_its_own.said, chance)
        done.add(what)
        assert json.dumps(home_of_its_own.said) == before
        home_of_its_own.manifest.write_text(words, "utf-8")
        reading = read_manifest(home_of_its_own.manifest)
        assert reading.exhibition is not None
        assert [problem for problem in reading.problems if problem.severity == "error"] == []
    assert len(done) == len(CHANGES)


def test_it_has_nothing_to_do_with_the_desktop(home_of_its_own: Home) -> None:
    assert home_of_its_own.folder.is_dir()
    assert [name for name in DESKTOP if name in os.environ] == []


def test_its_screen_has_the_size_asked_for(tmp_path: Path) -> None:
    platform, _, file = screens(tmp_path, (1080, 1920)).partition(":configfile=")
    (screen,) = json.loads(Path(file).read_text())["screens"]
    assert (platform, screen["width"], screen["height"]) == ("offscreen", 1080, 1920)


def test_its_days_have_twelve_open_hours_and_hardly_a_night() -> None:
    seconds = [0.0]
    clock = short_nights(lambda: seconds[0], date(2026, 11, 28))
    shown = []
    for seconds[0] in (0, 12 * 3600, 12 * 3600 + 599, 12 * 3600 + 600, 12 * 3600 + 1200):
        shown.append(f"{clock():%d %H:%M}")
    assert shown == ["28 10:00", "28 22:00", "28 22:09", "29 09:50", "29 10:00"]


def test_what_linux_tells_of_a_process_and_its_children(tmp_path: Path) -> None:
    for process, child in ((10, "11 12"), (11, ""), (12, "")):
        folder = tmp_path / str(process)
        (folder / "fd").mkdir(parents=True)
        (folder / "fd" / "0").touch()
        (folder / "task" / "1").mkdir(parents=True)
        (folder / "task" / "1" / "children").write_text(child)
        (folder / "status").write_text("Name:\tkiosk\nThreads:\t9\n")
        memory = "Rss:  200 kB\nPss: 100 kB\nAnonymous: 50 kB\n"
        (folder / "smaps_rollup").write_text(f"55-7f ---p 00 00:00 0 [rollup]\n{memory}")
    (tmp_path / "12" / "status").unlink()  # it has just gone
    household = vitals.measure(10, tmp_path)
    assert household == vitals.Household(vitals.Vitals(204_800, 102_400, 1, 9, 51_200), 1, 204_800, 102_400)
    assert vitals.measure(99, tmp_path) is None
