"""A file is replaced whole, or stays as it was."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from kiosk.exhibition import disk
from kiosk.exhibition.disk import remove_abandoned, replace_file, replacing, unfinished_name


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "notes.json"
    file.write_bytes(b"old")
    return file


def alone(file):
    return [path.name for path in file.parent.iterdir()] == [file.name]


def broken_off(file, mistake):
    with replacing(file) as opened:
        opened.write(b"half")
        raise mistake


def test_a_file_is_replaced(file):
    replace_file(file, b"new")
    assert file.read_bytes() == b"new"
    assert alone(file)


def test_what_is_being_written_is_not_seen(file):
    with replacing(file) as opened:
        opened.write(b"ne")
        opened.flush()
        assert file.read_bytes() == b"old"
        opened.write(b"w")
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("mistake", [OSError(28, "full"), KeyboardInterrupt(), ValueError("no number")])
def test_a_file_that_is_not_written_to_its_end_stays_as_it_was(file, mistake):
    with pytest.raises(type(mistake)):
        broken_off(file, mistake)
    assert file.read_bytes() == b"old"
    assert alone(file)


def test_what_this_process_has_left_is_in_nobodys_way(file):
    unfinished_name(file).write_bytes(b"half")
    replace_file(file, b"new")
    assert file.read_bytes() == b"new"
    assert alone(file)


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights and links")
def test_rights_stay_and_no_link_is_followed(file, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "passwords"
    elsewhere.write_bytes(b"kept")
    unfinished_name(file).symlink_to(elsewhere)
    file.chmod(0o664)
    replace_file(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o664
    assert elsewhere.read_bytes() == b"kept"
    replace_file(file, b"secret", private=True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_somebody_who_was_killed_has_not_finished_is_removed_later(tmp_path):
    file, other = tmp_path / "report.json", tmp_path / "notes.new"
    left = unfinished_name(file)
    for each in (file, other, left):
        each.write_bytes(b"")
    folders = (tmp_path / "nowhere", tmp_path)
    remove_abandoned(folders)
    assert left.exists(), "it may be finished yet"
    for far in (700, -700):
        left.write_bytes(b"")
        remove_abandoned(folders, lambda far=far: time.time() + far)
        assert not left.exists()
    assert file.exists()
    assert other.exists()


def test_a_folder_that_somebody_looks_into_is_renamed_a_moment_later(tmp_path, monkeypatch):
    """As on Windows, where whatever looks for viruses looks into all that is new."""
    monkeypatch.setattr(disk, "PAUSES_S", (0, 0))
    (tmp_path / "staged").mkdir()
    tries, rename = [], Path.rename

    def busy_twice(folder, to):
        tries.append(folder)
        if len(tries) < 3:
            raise PermissionError(13, "in use")
        return rename(folder, to)

    monkeypatch.setattr(Path, "rename", busy_twice)
    disk.Disk().rename(tmp_path / "staged", tmp_path / "1")
    assert (tmp_path / "1").is_dir()
