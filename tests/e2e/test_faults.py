"""Broken pictures and manifests: visitors see a calm screen, staff hear what to do, and nothing stops."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import stat
import struct
import subprocess
import sys
import time
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import font_source_sans_pro
import pytest
import yaml
from platformdirs import user_cache_dir, user_state_dir

from kiosk.staff.report import read_report
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.e2e.conftest import Program


SPOIL: tuple[Callable[[Path], object], ...] = (
    lambda file: (file.unlink(), os.mkfifo(file)),
    lambda file: file.write_bytes(random.Random(file.name).randbytes(3000)),
    lambda file: (file.unlink(), file.mkdir()),
    lambda file: file.write_bytes(b""),
    lambda file: (file.unlink(), os.mknod(file, stat.S_IFSOCK | 0o600)),
)


def claims_to_be_huge() -> bytes:
    """A PNG of 100,000 × 100,000 pixels, by what its header says."""
    header = b"IHDR" + struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunks = [header, b"IDAT" + zlib.compress(b"\0" * 100), b"IEND"]
    framed = (struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO in a folder")
def test_broken_missing_huge_and_hanging_pictures_are_cards_and_are_reported(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    manifest = build_exhibition(folder, works=12, size=(600, 400), broken_every=2)
    pictures = [folder / "pictures" / f"{number:05}.jpg" for number in range(1, 13)]
    for picture in pictures[:7:2]:
        picture.unlink()
    os.mkfifo(pictures[0])
    pictures[2].write_bytes(claims_to_be_huge())
    pictures[4].mkdir()
    outside = tmp_path / "outside.jpg"
    outside.write_bytes(pictures[8].read_bytes())
    pictures[6].symlink_to(outside)

    ended = program.walk("broken", manifest)

    assert (ended.out, ended.code) == ("", 0), ended.err
    assert program.running() == []
    report = {entry.problem.work: entry.problem for entry in read_report(Path(user_state_dir("kiosk-gallery")))}
    broken = [number for number in range(1, 13) if number not in (9, 11)]
    assert sorted(report) == [f"work-{number:05}" for number in broken]
    assert all(problem.file == pictures[int(work[-2:]) - 1] for work, problem in report.items())
    assert all(problem.message and problem.remedy for problem in report.values())
    assert sorted(ended.err.splitlines()) == sorted(f"WARNING kiosk: {problem}" for problem in report.values())
    assert "100000 x 100000 pixels" in report["work-00003"].message
    assert "outside the exhibition's folder" in report["work-00007"].message


@pytest.mark.parametrize(
    ("manifest", "reason"),
    [
        (None, ": error: There is no file"),
        (b"", ":1:1: error: The file is empty."),
        (b"\x00\x01\x02\xff\xfe" * 200, "not a text file"),
        (b"exhibition: [", ":2:1: error: A value is missing here."),
        (b"exhibition: {title: X}\nworks: []\n", "Expected a list of works"),
    ],
    ids=["missing", "empty", "binary", "unfinished", "without works"],
)
def test_a_manifest_that_cannot_be_used_is_explained(
    manifest: bytes | None, reason: str, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "manifest.yaml"
    if manifest is not None:
        file.write_bytes(manifest)
    ended = program.walk("back_soon", file)
    assert (ended.out, ended.code) == ("", 2)
    assert str(file) in ended.err
    assert reason in ended.err
    assert not re.search(r"WARNING|ERROR|Traceback", ended.err)


def test_what_was_prepared_and_is_lost_is_made_anew(program: Program, exhibition: Path) -> None:
    ended = program.walk("lost", exhibition)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_the_loop_goes_on_when_what_was_prepared_is_lost(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    ended = program.walk("lost_loop", build_exhibition(folder, works=3, pictures=3, size=(600, 400), themes=0))
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_the_show_goes_on_while_the_drive_of_the_exhibition_hangs_or_is_gone(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    manifest = build_exhibition(folder, works=3, pictures=3, size=(2400, 1600), themes=0)
    ended = program.walk("drive", manifest)
    assert (ended.out, ended.code) == ("", 0), ended.err
    told = [re.search(r": (?:warning|error): (.*?)\. ", line)[1] for line in ended.err.splitlines()]
    assert told == [
        "The disk or network drive does not answer",
        "None of the pictures in this folder can be reached",
        'There is no file "manifest.yaml" here',
    ], "one line each"


@pytest.mark.parametrize("hangs", ["exhibition", "exhibition config.yaml cache state"])
def test_a_drive_that_hangs_when_the_program_starts_is_waited_for_with_a_card(
    hangs: str, program: Program, tmp_path: Path
) -> None:
    """Any look at it on the thread that draws fails the walk."""
    folder = tmp_path / "exhibition"
    folder.mkdir()
    manifest = build_exhibition(folder, works=3, pictures=3, size=(600, 400), themes=0)
    ours = {"cache": user_cache_dir("kiosk-gallery"), "state": user_state_dir("kiosk-gallery")}
    drives = [ours.get(each, str(tmp_path / each)) for each in hangs.split()]
    program.environment["KIOSK_TEST_HANGS"] = os.pathsep.join(drives)
    ended = program.walk("hung_start", manifest)
    assert (ended.out, ended.code) == ("", 0), ended.err
    told = [line for line in ended.err.splitlines() if "does not answer" in line]
    assert len(told) == len(ended.err.splitlines()) == 1, ended.err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="FUSE")
def test_a_drive_that_hangs_costs_no_frame(program: Program, tmp_path: Path) -> None:
    """On a real one, whose server is stopped: whoever waits for it waits until the walk is over, and so fails it."""
    folder, drive = tmp_path / "exhibition", tmp_path / "drive"
    folder.mkdir()
    drive.mkdir()
    manifest = build_exhibition(folder, works=3, pictures=3, size=(600, 400), themes=0)
    said = yaml.safe_load(manifest.read_text("utf-8"))
    font = next(Path(font_source_sans_pro.__file__).parent.rglob("SourceSansPro-Semibold.ttf"))
    (folder / "own.ttf").write_bytes(font.read_bytes())
    said["exhibition"]["brand"] = {"fonts": ["own.ttf"]}
    manifest.write_text(json.dumps(said), "utf-8")
    with bound(folder, drive) as server:
        program.environment |= {"KIOSK_DRIVE": f"{server}", "KIOSK_ROUNDS": "1"}
        ended = program.walk("gaps", drive / manifest.name)
    assert (ended.err, ended.code) == ("", 0)
    told = json.loads(ended.out)
    assert told["hung"]["frames"] == told["before"]["frames"] == 20


@contextmanager
def bound(folder: Path, drive: Path) -> Iterator[int]:
    """The folder as a FUSE drive; the process that serves it."""
    if not shutil.which("bindfs"):
        pytest.skip("bindfs is not installed: there is no drive that can hang")
    server = subprocess.Popen(["bindfs", "-f", folder, drive], stderr=subprocess.DEVNULL)
    try:
        while not any(drive.iterdir()):
            if server.poll() is not None:
                pytest.skip("nothing can be mounted here")
            time.sleep(0.05)
        yield server.pid
    finally:
        server.send_signal(signal.SIGCONT)
        subprocess.run(["umount", "-l", drive], check=False)
        server.wait()


def test_pictures_are_made_elsewhere_while_their_disk_takes_none(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    ended = program.walk("full", build_exhibition(folder, works=6, pictures=6, size=(600, 400), themes=0))
    assert (ended.out, ended.code) == ("", 0), ended.err
    (line,) = ended.err.splitlines()
    assert "Prepared pictures cannot be written to" in line


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps nobody from removing what is open")
def test_a_start_is_clean_whatever_became_of_what_was_kept(program: Program, tmp_path: Path, home: Path) -> None:
    """Killed, then every kept file is spoilt in one way or another: nothing of it is missed."""
    folder = tmp_path / "exhibition"
    folder.mkdir()
    manifest = build_exhibition(folder, works=3, pictures=3, size=(600, 400), themes=0)
    busy = program.start("tests.e2e.driver", "busy", manifest, "--config", program.configure({}))
    limit = time.monotonic() + 60
    while time.monotonic() < limit and not (*home.rglob("*.index"), *home.rglob("*.jpg"))[3:]:
        time.sleep(0.1)
    busy.kill()
    busy.communicate()
    while program.running() and time.monotonic() < limit:
        time.sleep(0.05)  # its workers leave when they find it gone: until then they write and rename
    assert program.running() == []
    files = sorted(file for file in home.rglob("*") if file.is_file() and file.name != "screens.json")
    assert len(files) > 4
    for number, file in enumerate(files):
        SPOIL[number % len(SPOIL)](file)
    ended = program.walk("opens", manifest)
    assert (ended.out, ended.code) == ("", 0), ended.err
    assert "Traceback" not in ended.err
    assert program.running() == []
