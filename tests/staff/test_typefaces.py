"""Copies of an exhibition's own fonts: read once, kept by version, there while their drive is away."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.staff import typefaces
from kiosk.staff.typefaces import Typeface, copied, remembered

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_font_is_copied_once_and_again_when_it_is_another(tmp_path: Path) -> None:
    font, folder = tmp_path / "a.OTF", tmp_path / "kept"
    font.write_bytes(b"one")
    ((named, first),) = copied([font], folder)
    assert named == font
    assert first
    assert (first.read_bytes(), first.suffix) == (b"one", ".otf")
    made = first.stat().st_ino
    assert copied([font], folder) == (Typeface(font, first),)
    assert first.stat().st_ino == made, "it is there already"
    font.write_bytes(b"another")
    ((_, second),) = copied([font], folder)
    assert second
    assert second.read_bytes() == b"another"
    assert first.read_bytes() == b"one", "the running show may read on in it"


def test_a_drive_that_is_away_leaves_the_copy_that_was_made_last(tmp_path: Path) -> None:
    font, folder = tmp_path / "a.ttf", tmp_path / "kept"
    assert copied([font], folder) == remembered([font], folder) == (Typeface(font, None),)
    for content in (b"one", b"two, later"):
        font.write_bytes(content)
        ((_, copy),) = copied([font], folder)
    font.unlink()
    assert copied([font], folder) == remembered([font], folder) == (Typeface(font, copy),)
    os.mkfifo(font)
    assert copied([font], folder) == (Typeface(font, copy),)


def test_no_more_than_some_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typefaces, "MOST_KEPT", 3)
    fonts = [tmp_path / f"{number}.ttf" for number in range(6)]
    for age, font in enumerate(reversed(fonts)):
        font.write_bytes(font.name.encode())
        ((_, copy),) = copied([font], tmp_path / "kept")
        assert copy
        os.utime(copy, (1000 + age, 1000 + age))
    assert len([*(tmp_path / "kept").iterdir()]) == 3
    assert copy.is_file(), "what is needed now stays"
