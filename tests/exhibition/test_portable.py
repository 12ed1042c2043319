"""A program on a stick: what it shows, and where it keeps things."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk import __main__ as entry
from kiosk.exhibition import places, portable


@pytest.fixture(params=["beside", "above", "told"])
def stick(request, tmp_path, monkeypatch):
    """A stick with the program, in all the ways in which it finds out that it is on one."""
    place = tmp_path / "Ausstellung Зима"
    program = place if request.param == "beside" else place / "linux"
    program.mkdir(parents=True)
    (place / portable.MARK).touch()
    if request.param == "told":
        monkeypatch.setenv(portable.PLACE, str(place))
    else:
        monkeypatch.setattr(portable.sys, "frozen", True, raising=False)
        monkeypatch.setattr(portable.sys, "executable", str(program / "kiosk-gallery"))
    monkeypatch.delenv("KIOSK_CONFIG", raising=False)
    return anew(place)


@pytest.fixture(autouse=True)
def _forgetful():
    yield
    anew()


def anew(place=None):
    portable.home.cache_clear()
    portable.kept.cache_clear()
    return place


def exhibition(folder):
    folder.mkdir(exist_ok=True)
    (folder / "manifest.yaml").touch()
    return folder / "manifest.yaml"


def bundle(file, when):
    file.parent.mkdir(exist_ok=True)
    file.touch()
    os.utime(file, (when, when))
    return file


def test_everything_is_kept_beside_it(stick):
    assert places.cache_folder() == stick / "data" / "cache"
    assert places.state_folder() == stick / "data" / "state"
    assert places.content_folder() == stick / "data" / "content"
    assert list((stick / "data").iterdir()) == [], "the trial leaves nothing behind"


def test_where_nothing_can_be_written_it_is_kept_in_the_account(stick, tmp_path, monkeypatch):
    (stick / "data").touch()  # as little to be written into as a stick with its lock on, for root as for others
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    assert places.cache_folder() == tmp_path / "home" / "kiosk-gallery"
    assert not places.state_folder().is_relative_to(stick)


def test_what_lies_beside_it_is_shown_in_a_window(stick):
    assert portable.usual_words() == ["show", "--windowed"], "nothing: the demo, and the guide"
    old, new = bundle(stick / "spring.kiosk", 1000), bundle(stick / "autumn.kiosk", 2000)
    assert portable.usual_words() == ["show", "--windowed", str(new)]
    os.utime(old, (3000, 3000))
    assert portable.usual_words() == ["show", "--windowed", str(old)]
    bundle(stick / "._spring.kiosk", 9000)  # what a Mac leaves on sticks
    assert portable.exhibition_beside() == old
    manifest = exhibition(stick)
    assert portable.exhibition_beside() == manifest
    inside = bundle(stick / "exhibition" / "winter.kiosk", 1000)
    assert portable.exhibition_beside() == inside
    manifest = exhibition(stick / "exhibition")
    assert portable.usual_words() == ["show", "--windowed", str(manifest)]


def test_settings_beside_it_are_the_only_ones_and_choose_the_window_themselves(stick, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "etc"))
    (tmp_path / "etc" / "kiosk-gallery").mkdir(parents=True)
    (tmp_path / "etc" / "kiosk-gallery" / "config.yaml").touch()
    assert places.find_config() is None, "the computer's are another kiosk's"
    (stick / "config.yaml").touch()
    manifest = exhibition(stick / "exhibition")
    assert places.find_config() == stick / "config.yaml"
    assert portable.usual_words() == ["show", str(manifest)]


def test_a_double_click_is_a_start_without_words(stick, monkeypatch):
    manifest, given = exhibition(stick / "exhibition"), []
    monkeypatch.setattr("kiosk.cli.commands", lambda words, **_: given.append(words))
    monkeypatch.setattr(entry.sys, "argv", ["kiosk-gallery"])
    entry.main()
    assert given == [["show", "--windowed", str(manifest)]]


def test_an_installed_program_looks_at_nothing_beside_it(tmp_path, monkeypatch):
    monkeypatch.setattr(portable.sys, "frozen", True, raising=False)
    monkeypatch.setattr(portable.sys, "executable", str(tmp_path / "kiosk-gallery"))
    exhibition(tmp_path / "exhibition")
    assert anew(portable.home()) is None
    assert portable.usual_words() == []
    assert portable.exhibition_beside() is None
    assert not Path(tmp_path, "data").exists()
