"""Temporary folders go with the program; what a killed one has left goes with the next."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from kiosk.staff.rooms import room

KILLED = """
import os, sys
from kiosk.staff.rooms import room
with room("check") as place:
    (place / "picture.jpg").write_bytes(b"x" * 1000)
    print(place, flush=True)
    os.kill(os.getpid(), 9) if os.name == "posix" else os._exit(9)
"""


@pytest.fixture
def base(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def test_a_room_is_empty_and_gone_when_it_is_left(base):
    with room("check") as place:
        assert not list(place.iterdir())
        (place / "picture.jpg").touch()
    assert not list(base.iterdir())


def test_what_a_killed_program_has_left_goes_with_the_next_and_nothing_else(base):
    killed = subprocess.run([sys.executable, "-c", KILLED], check=False, capture_output=True, text=True)
    left = Path(killed.stdout.strip())
    assert (left / "picture.jpg").is_file()
    (base / "kiosk-check-mine").mkdir()
    with room("proof") as proof:
        assert left.is_dir(), "another kind is looked after by others"
        with room("check") as first, room("check") as second:
            assert not left.parent.exists()
            assert len({proof, first, second} & set(base.glob("*/room"))) == 3
    assert [place.name for place in base.iterdir()] == ["kiosk-check-mine"]
