from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kiosk.exhibition.config import read_config
from kiosk.exhibition.manifest import read_manifest
from kiosk.exhibition.places import checkout_config
from kiosk.staff.check import check
from kiosk.staff.scaffold import AlreadyThere, new_exhibition, new_settings


def test_a_new_exhibition_has_nothing_wrong_with_it(tmp_path):
    manifest = new_exhibition(tmp_path / "deep" / "spring show")
    assert manifest == tmp_path / "deep" / "spring show" / "manifest.yaml"
    assert (manifest.parent / "pictures").is_dir()
    report = check(manifest.parent)
    assert report.problems == ()
    assert report.works >= 2


def test_its_keys_that_wait_behind_comments_are_right_as_well(tmp_path):
    manifest = new_exhibition(tmp_path / "room")
    content = manifest.read_text(encoding="utf-8")
    for key in ("opens", "closes", "picture", "alt", "focus"):
        content = content.replace(f"# {key}:", f"{key}:")
    manifest.write_text(content, encoding="utf-8")
    reading = read_manifest(manifest)
    assert reading.problems == ()
    assert reading.exhibition.opens
    assert reading.exhibition.works[1].picture


def test_an_empty_folder_is_taken(tmp_path):
    assert new_exhibition(tmp_path).is_file()


@pytest.mark.parametrize("there", ["file", "folder"])
def test_nothing_is_overwritten(tmp_path, there):
    place = tmp_path / "room"
    if there == "folder":
        place.mkdir()
    content = place / "notes.txt" if there == "folder" else place
    content.write_text("mine")
    with pytest.raises(AlreadyThere):
        new_exhibition(place)
    assert content.read_text() == "mine"
    assert not (place / "manifest.yaml").exists()


def test_settings_are_written_once_and_are_as_they_come(tmp_path):
    config = new_settings(tmp_path / "kiosk")
    reading = read_config(config)
    assert (reading.problems, reading.config) == ((), read_config(checkout_config()).config)
    schema = config.read_text(encoding="utf-8").partition("$schema=")[2].partition("\n")[0]
    assert Path(urlsplit(schema).path).is_file()
    config.write_text("mine")
    with pytest.raises(AlreadyThere):
        new_settings(tmp_path / "kiosk")
    assert config.read_text() == "mine"
