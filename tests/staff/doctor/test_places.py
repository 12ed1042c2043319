from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kiosk.staff.doctor import places
from kiosk.staff.doctor.line import State
from kiosk.staff.doctor.places import account, cache, folders, memory, pin
from tests.staff.doctor.machines import machine

if TYPE_CHECKING:
    from pathlib import Path


def test_the_cache_is_counted_and_a_full_disk_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "cache" / "renditions"
    folder.mkdir(parents=True)
    with (folder / "a.jpg").open("wb") as file:
        file.truncate(300_000_000)

    def left(free: float) -> State:
        monkeypatch.setattr(places.shutil, "disk_usage", lambda _folder: type("Usage", (), {"free": free})())
        line = cache(tmp_path / "cache", 4)
        assert line.found.startswith(f"{tmp_path / 'cache'}: 0.3 of 4 GB used, ")
        return line.state

    assert [left(free) for free in (10e9, 3e9, 0.1e9)] == [State.OK, State.ADVICE, State.PROBLEM]


def test_folders_that_nobody_may_write_in_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    kept = {"statistics": tmp_path / "state" / "deep", "exhibitions": tmp_path}
    assert [line.state for line in folders(kept)] == [State.OK]
    monkeypatch.setattr(places.os, "access", lambda folder, _mode: folder != tmp_path)
    lines = [*folders(kept)]
    assert [(line.state, line.subject) for line in lines] == [
        (State.PROBLEM, "folder of statistics"),
        (State.PROBLEM, "folder of exhibitions"),
    ]
    assert cache(tmp_path / "cache", 4).state is State.PROBLEM


BLOCKS = ("f_bavail", "f_blocks", "f_bfree", "f_frsize")


def test_a_read_only_disk_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    real = os.statvfs(tmp_path)
    status = type("Status", (), {"f_flag": os.ST_RDONLY, **{name: getattr(real, name) for name in BLOCKS}})
    monkeypatch.setattr(places.os, "statvfs", lambda _folder: status)
    assert "the disk is read-only" in cache(tmp_path, 4).found


@pytest.mark.parametrize(
    ("mode", "kiosk", "state"),
    [(None, True, State.ADVICE), (None, False, State.OK), (0o600, True, State.OK), (0o640, True, State.PROBLEM)],
)
def test_the_pin_is_set_and_secret(tmp_path: Path, mode: int | None, kiosk: bool, state: State):
    if mode is not None:
        (tmp_path / "pin.json").touch(mode)
        (tmp_path / "pin.json").chmod(mode)
    assert pin(tmp_path, machine(tmp_path), kiosk=kiosk).state is state


@pytest.mark.parametrize(
    ("frozen", "files", "system", "command"),
    [
        (False, {}, "linux", "kiosk pin"),
        (True, {}, "linux", "kiosk-gallery pin"),
        (True, {"usr/bin/kiosk": ""}, "linux", "kiosk pin"),
        (True, {}, "win32", "kiosk pin"),
    ],
)
def test_commands_are_told_as_they_are_called_here(
    tmp_path: Path, frozen: bool, files: dict[str, str], system: str, command: str
):
    pc = machine(tmp_path, files, frozen=frozen, system=system)
    assert pin(tmp_path / "state", pc, kiosk=True).remedy.endswith(f": {command}")


UNIT = {
    "usr/lib/systemd/system/kiosk-gallery.service": "[Service]\nUser=kiosk\n",
    "etc/passwd": "root:x:0:0::/root:/bin/sh\nkiosk:x:995:995::/var/lib/kiosk:/usr/sbin/nologin\n",
}


@pytest.mark.parametrize(
    ("files", "user", "words"),
    [
        ({}, 1000, None),
        (UNIT, 1000, "sudo -u kiosk"),
        (UNIT, 995, None),
        ({}, 0, "root"),
        ({"etc/systemd/system/kiosk-gallery.service": "User=gone\n"}, 1000, None),
        ({}, None, None),
    ],
)
def test_whose_folders_these_are(tmp_path: Path, files: dict[str, str], user: int | None, words: str | None):
    lines = [*account(machine(tmp_path, files, user=user))]
    assert bool(lines) is bool(words)
    assert all(line.state is State.ADVICE and (words or "") in f"{line.found} {line.remedy}" for line in lines)


@pytest.mark.parametrize(
    ("total", "available", "state"),
    [
        (8_000_000, 6_000_000, State.OK),
        (8_000_000, 200_000, State.ADVICE),
        (1_800_000, 1_200_000, State.ADVICE),
        (500_000, 400_000, State.PROBLEM),
    ],
)
def test_memory(tmp_path: Path, total: int, available: int, state: State):
    text = f"MemTotal:       {total} kB\nMemFree:  1 kB\nMemAvailable:   {available} kB\n"
    (line,) = memory(machine(tmp_path, {"proc/meminfo": text}))
    assert line.state is state
    assert line.found.startswith(f"{total * 1024 / 1e9:.1f} GB, ")


def test_a_system_that_does_not_tell_its_memory(tmp_path: Path):
    assert [*memory(machine(tmp_path))] == []
