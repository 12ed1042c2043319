"""The folder to be carried about: what is packed, and that it starts from whatever it lies on."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from kiosk.exhibition import portable

PACKED = Path(__file__).parents[1] / "packaging" / "portable"


@pytest.fixture(scope="module")
def packing():
    spec = importlib.util.spec_from_file_location("packing_portable", PACKED / "__main__.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def trees(tmp_path):
    """A program for each system."""
    linux, windows = tmp_path / "frozen", tmp_path / "frozen for windows"
    for tree, name in ((linux, "kiosk-gallery"), (windows, "kiosk-gallery.exe")):
        (tree / "program").mkdir(parents=True)
        (tree / "program" / "Ж.txt").write_text(name, "utf-8")
        (tree / name).write_text('#!/bin/sh\necho "$0" "$KIOSK_PORTABLE" "$@"\n')
        (tree / name).chmod(0o755)
    return linux, windows


@pytest.fixture
def archives(packing, trees, tmp_path, monkeypatch):
    words = ["portable", "-o", str(tmp_path / "made"), "--linux", str(trees[0]), "--windows", str(trees[1])]
    monkeypatch.setattr(sys, "argv", words)
    assert packing.main() == 0
    return sorted((tmp_path / "made").iterdir())


def test_both_archives_hold_the_same_folder(archives):
    tar, zipped = archives
    with tarfile.open(tar) as from_tar, zipfile.ZipFile(zipped) as from_zip:
        modes = {entry.name: entry.mode for entry in from_tar.getmembers()}
        assert modes == {entry.filename: entry.external_attr >> 16 & 0o777 for entry in from_zip.infolist()}
        assert {"kiosk-gallery/linux/program/Ж.txt", "kiosk-gallery/windows/kiosk-gallery.exe"} <= modes.keys()
        assert {name for name, mode in modes.items() if mode == 0o755} == {
            "kiosk-gallery/start-linux.sh",
            "kiosk-gallery/linux/kiosk-gallery",
            "kiosk-gallery/linux/check-system.sh",
        }
        for name in modes:
            assert from_tar.extractfile(name).read() == from_zip.read(name)


def test_the_program_knows_the_folder_by_its_mark(archives):
    with zipfile.ZipFile(archives[1]) as folder:
        names = folder.namelist()
    assert f"kiosk-gallery/{portable.MARK}" in names
    assert any(name.startswith(f"kiosk-gallery/{portable.EXHIBITION}/") for name in names)


def test_the_same_program_makes_the_same_archive(archives, packing):
    before = [file.read_bytes() for file in archives if file.suffix == ".zip"]
    assert packing.main() == 0
    assert [file.read_bytes() for file in archives if file.suffix == ".zip"] == before


@pytest.fixture
def stick(archives, tmp_path):
    place = tmp_path / "Stick von Åsa"
    with tarfile.open(archives[0]) as folder:
        folder.extractall(place, filter="data")
    return place / "kiosk-gallery"


def start(stick, home, *words):
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"}
    command = ["/bin/sh", str(stick / "start-linux.sh"), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="for Linux")
def test_it_starts_from_where_it_lies(stick, tmp_path):
    done = start(stick, tmp_path / "home", "check", "a room")
    assert done.stdout == f"{stick}/linux/kiosk-gallery {stick} check a room\n"
    assert not (tmp_path / "home").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="for Linux")
def test_where_nothing_may_be_started_from_the_stick_it_is_copied_once(stick, tmp_path):
    (stick / "linux" / "kiosk-gallery").chmod(0o644)
    kept = tmp_path / "home/.cache/kiosk-gallery/program"
    assert start(stick, tmp_path / "home").stdout == f"{kept}/kiosk-gallery {stick}\n"
    (kept / "program" / "here").touch()
    assert "Copying" not in start(stick, tmp_path / "home").stderr
    assert (kept / "program" / "here").exists(), "not copied anew"
    (stick / "linux" / "build.txt").write_text("another\n")
    assert "Copying" in start(stick, tmp_path / "home").stderr
    assert not (kept / "program" / "here").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="for Linux")
def test_what_the_computer_lacks_is_told(stick, tmp_path):
    (stick / "linux" / "check-system.sh").write_text("echo lacking; exit 1\n")
    done = start(stick, tmp_path / "home")
    assert (done.returncode, done.stderr, done.stdout) == (1, "lacking\n", "")
