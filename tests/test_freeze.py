"""What is frozen: the lists that decide, held against the Qt that is installed. Nothing is frozen here."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

ROOT = Path(__file__).parents[1]
FREEZE = ROOT / "packaging" / "freeze"
QT = Path(PySide6.__path__[0])
KEPT = Path(__file__).with_name("frozen_qt.txt")
SORTED = """
import functools, os, sys
from PySide6.QtCore import QCollator, QDateTime, QLocale, QTimeZone
words = sys.argv[1].split()
for language in ("C", "en", "de", "sv", "da", "cs", "tr", "es", "ru", "ar", "he", "ko", "ja", "zh", "hi", "th"):
    collator = QCollator(QLocale(language))
    collator.setNumericMode(True)
    print(language, *sorted(words, key=functools.cmp_to_key(collator.compare)), QLocale(language).toUpper("istanbul"))
for zone in (b"Europe/Berlin", b"Asia/Seoul", b"America/St_Johns"):
    print(QTimeZone(zone).offsetFromUtc(QDateTime.fromString("2026-07-01", "yyyy-MM-dd")))
loaded = [line.split()[-1] for line in open("/proc/self/maps") if "libicudata" in line]
print(max(os.stat(file).st_size for file in loaded), file=sys.stderr)
"""
WORDS = """
zebra Äpfel apfel Öl oz čaj cena džem dz ñandú nube lz ll Ångström aa ø Ёж ежи яблоко 가방 나무 東京 大阪 あお アオ
ابن باب 2 10 ı i שלום अनार ไก่
"""
IMPORT = re.compile(r"^\s*import (Qt[\w.]*)", re.MULTILINE)
PINNED = re.compile(r"(?m)^([\w.-]+)==(\S+)")

sys.path.insert(0, str(FREEZE))
import icu  # noqa: E402
from allowing import Fate, assets, decide, files_of, judge, rules  # noqa: E402

sys.path.remove(str(FREEZE))

linux = pytest.mark.skipif(sys.platform != "linux", reason="the list of Linux")


def fate(path: str) -> Fate | None:
    rule = decide(path, rules("linux"))
    return rule and rule.fate


def test_the_first_pattern_that_fits_decides():
    assert fate("kiosk-gallery") is Fate.NEEDED
    assert fate("program/libffi.so.8") is Fate.NEEDED
    assert fate("program/liblzma.so.5") is Fate.WELCOME
    assert fate("program/libX11.so.6") is Fate.LEFT_OUT


@pytest.mark.parametrize(
    "path", ["program/numpy/core.so", "program/kiosk/qml/secret.txt", "config.yaml", "program/up/libc.so.6"]
)
def test_nobody_has_decided_about_strangers(path):
    assert fate(path) is None


def test_a_stranger_stops_the_build_and_so_does_what_should_have_been_left_out():
    found = judge(["program/numpy/core.so", "program/libX11.so.6"], rules("linux"))
    assert found.unlisted == ("program/libX11.so.6", "program/numpy/core.so")


def test_what_is_missing_stops_the_build():
    found = judge(["kiosk-gallery"], rules("linux"))
    assert "program/PySide6/Qt/plugins/platforms/libqxcb.so" in found.missing
    assert "kiosk-gallery" not in found.missing
    assert not any(each.startswith("program/liblzma") for each in found.missing), "welcome, not needed"


@linux
def test_of_the_installed_qt_exactly_what_was_decided_is_taken():
    taken = {
        path for path in map("program/PySide6/{}".format, files_of(QT)) if fate(path) in {Fate.NEEDED, Fate.WELCOME}
    }
    assert sorted(taken) == KEPT.read_text("utf-8").split()


@linux
def test_what_is_needed_of_qt_is_there():
    found = judge(map("program/PySide6/{}".format, files_of(QT)), rules("linux"))
    assert not [pattern for pattern in found.missing if pattern.startswith("program/PySide6/")]


def test_somebody_has_decided_about_every_asset():
    found = [file.relative_to(ROOT / "assets").as_posix() for file in assets(ROOT / "assets")]
    assert "exhibitions/demo/manifest.yaml" in found
    assert not [each for each in found if fate(f"program/kiosk/_assets/{each}") is None]


def test_every_module_that_the_interface_imports_is_taken():
    imported = {
        name for file in (ROOT / "kiosk" / "qml").rglob("*.qml") for name in IMPORT.findall(file.read_text("utf-8"))
    }
    assert {"QtQuick", "QtQuick.Shapes"} <= imported
    for name in imported:
        assert fate(f"program/PySide6/Qt/qml/{name.replace('.', '/')}/qmldir") is Fate.NEEDED, name


def test_every_module_of_qt_that_python_imports_is_taken():
    imported = {
        name
        for file in (ROOT / "kiosk").rglob("*.py")
        for name in re.findall(r"(?m)^\s*(?:from|import) PySide6\.(\w+)", file.read_text("utf-8"))
    }
    assert {"QtCore", "QtQuick"} <= imported
    for name in imported:
        assert fate(f"program/PySide6/{name}.abi3.so") is Fate.NEEDED, name


def test_the_lock_is_that_of_the_program_and_names_no_host():
    lock = (FREEZE / "requirements.lock").read_text("utf-8")
    frozen, locked = (dict(PINNED.findall(text)) for text in (lock, (ROOT / "requirements.lock").read_text("utf-8")))
    assert "://" not in lock
    assert "pyinstaller" in frozen
    assert frozen.items() >= locked.items()
    blocks = re.split(r"(?m)^(?=[\w.-]+==)", lock)
    assert all("--hash=sha256:" in block for block in blocks if "==" in block)


@linux
def test_words_are_sorted_by_a_seventh_of_icus_data_as_by_all_of_it(tmp_path):
    library = next((QT / "Qt" / "lib").glob("libicudata.so.*"))
    small = shutil.copy(library, tmp_path)
    icu.make_small(Path(small))

    def told(**environment: str) -> tuple[str, int]:
        around = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
        command = [sys.executable, "-c", SORTED, WORDS]
        done = subprocess.run(command, env=around, capture_output=True, text=True, check=True)
        return done.stdout, int(done.stderr)

    (usual, whole), (same, seventh) = told(), told(LD_PRELOAD=str(small))
    assert same == usual
    assert len(set(usual.splitlines())) > 10, "languages differ"
    assert seventh * 5 < whole, "it was loaded"


@pytest.mark.parametrize("data", [b"", b"\x7fELF\x02" + bytes(9000), bytes(9000)])
def test_a_library_that_is_laid_out_otherwise_is_left_as_it_is(tmp_path, data):
    library = tmp_path / "libicudata.so.99"
    library.write_bytes(data)
    with pytest.raises(icu.Unreadable):
        icu.make_small(library)
    assert library.read_bytes() == data


@pytest.mark.parametrize(
    ("before", "loader"), [("", "/p"), ("/theirs", "/p:/theirs"), ("/theirs:/too", "/p:/p:/theirs:/too")]
)
def test_what_the_program_starts_gets_the_environment_that_it_was_started_in(monkeypatch, before, loader):
    beginning, seen = ModuleType("kiosk.__main__"), []
    beginning.main = lambda: seen.append(dict(os.environ))
    monkeypatch.setitem(sys.modules, "kiosk.__main__", beginning)
    monkeypatch.setattr(sys, "_MEIPASS", "/p", raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", loader)
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    monkeypatch.setenv("_PYI_ARCHIVE_FILE", "/p/kiosk-gallery")
    runpy.run_path(str(FREEZE / "start.py"))
    (around,) = seen
    assert around.get("LD_LIBRARY_PATH", "") == before
    assert not [name for name in around if name.startswith(("_PYI_", "LD_LIBRARY_PATH_"))]
