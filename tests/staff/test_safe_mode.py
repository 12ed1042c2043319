from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition import places
from kiosk.exhibition.config import Config, Display
from kiosk.exhibition.config_sections import Motion, Renderer
from kiosk.staff import safe_mode
from kiosk.staff.bundles.installing import install
from kiosk.staff.bundles.store import Store
from tests.bundles import files, write_bundle

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _back() -> Iterator[None]:
    yield
    safe_mode._mode.why, safe_mode._mode.files = "", ()
    places._aside.clear()


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    manifest = tmp_path / "now" / "manifest.yaml"
    manifest.parent.mkdir()
    manifest.write_text("works: []")
    return manifest


def installed(tmp_path: Path, *marks: str) -> Path:
    """Bundles one after another; the folder of the one that is shown."""
    store = Store(places.content_folder())
    for number, mark in enumerate(marks, 1):
        write_bundle(tmp_path / f"{mark}.kiosk", files(mark, 1, 2000), generation=number)
        install(tmp_path / f"{mark}.kiosk", store)
    from kiosk.exhibition.installed import current_exhibition

    folder = current_exhibition()
    assert folder is not None
    return folder


def test_the_usual_way_changes_nothing():
    config = Config(display=Display(renderer=Renderer.OPENGL))
    assert safe_mode.calm(config) is config
    assert safe_mode.why() == ""


def test_nothing_moves_and_the_processor_draws(asked: Path):
    safe_mode.enter("hang", None, asked)
    calm = safe_mode.calm(Config(display=Display(renderer=Renderer.OPENGL, viewing_distance_mm=900)))
    assert (calm.display.renderer, calm.display.reduced_motion) == (Renderer.SOFTWARE, Motion.ON)
    assert calm.display.viewing_distance_mm == 900
    assert "hung again and again" in safe_mode.problem().message


def test_the_cache_is_another_one_and_empty(asked: Path):
    usual = places.cache_folder()
    kept = usual / "renditions" / "kept.jpg"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"x")
    safe_mode.enter("crash", None, asked)
    assert places.cache_folder().is_relative_to(usual / "safe")
    left = places.cache_folder() / "renditions" / "left.jpg"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"x")
    safe_mode.enter("crash", None, asked)
    assert not left.exists()
    assert kept.exists()


def test_two_kiosks_of_one_account_have_one_each(asked: Path, monkeypatch: pytest.MonkeyPatch):
    """What begins second empties its own, not the other's."""
    folders = []
    for screen, display in (("HDMI-1", ":0"), ("HDMI-2", ":0"), ("HDMI-1", ":1")):
        monkeypatch.setenv("DISPLAY", display)
        safe_mode.enter("crash", None, asked, screen)
        folders.append(places.cache_folder())
        folders[-1].mkdir(parents=True)
        places._aside.clear()
    assert all(folder.is_dir() for folder in folders)
    assert len(set(folders)) == 3


def test_what_was_shown_well_is_shown(asked: Path, tmp_path: Path):
    before = tmp_path / "before" / "manifest.yaml"
    before.parent.mkdir()
    before.write_text("works: []")
    safe_mode.note_shown_well(places.state_folder(), before)
    assert safe_mode.enter("crash", tmp_path / "config.yaml", asked) == before
    assert safe_mode.files()[:2] == (tmp_path / "config.yaml", asked)


def test_two_kiosks_of_one_account_know_what_was_shown_well_on_their_own_screen(asked: Path, tmp_path: Path):
    state, content = places.state_folder(), places.content_folder()
    shown = {screen: tmp_path / f"{screen}.yaml" for screen in ("hall", "stairs")}
    for screen, manifest in shown.items():
        manifest.write_text("works: []")
        safe_mode.note_shown_well(state, manifest, screen)
    for screen, manifest in shown.items():
        assert safe_mode.last_good(asked, state, content, screen) == manifest
    assert safe_mode.last_good(asked, state, content) == asked
    for number in range(50):
        safe_mode.note_shown_well(state, asked, f"screen {number}")
    assert len(json.loads((state / safe_mode.FILE_NAME).read_bytes())) < 20


def test_without_that_it_is_what_was_asked_for(asked: Path, tmp_path: Path):
    state, content = places.state_folder(), places.content_folder()
    assert safe_mode.last_good(asked, state, content) == asked
    safe_mode.note_shown_well(state, tmp_path / "gone.yaml")
    assert safe_mode.last_good(asked, state, content) == asked


def test_of_what_is_installed_it_is_the_generation_before(tmp_path: Path):
    shown = installed(tmp_path, "first", "second")
    before = safe_mode.last_good(shown, places.state_folder(), places.content_folder())
    assert before.parts[-3].startswith("1-")
    assert shown.parts[-2].startswith("2-")
    assert before.read_bytes() == files("first", 1, 2000)["manifest.yaml"]


def test_an_exhibition_that_was_shown_for_months_is_not_at_fault(tmp_path: Path):
    shown = installed(tmp_path, "first", "second")
    safe_mode.note_shown_well(places.state_folder(), shown / "manifest.yaml")
    assert safe_mode.last_good(shown, places.state_folder(), places.content_folder()) == shown / "manifest.yaml"


@pytest.mark.parametrize("words", ["", "[]", "{}", '{"primary": 3}', json.dumps({"primary": "/nowhere"})])
def test_a_note_that_makes_no_sense_is_none(asked: Path, words: str):
    state = places.state_folder()
    state.mkdir(parents=True)
    (state / safe_mode.FILE_NAME).write_text(words)
    assert safe_mode.last_good(asked, state, places.content_folder()) == asked
    assert Path(asked).is_file()
