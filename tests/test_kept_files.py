"""What the program keeps may have become a pipe, a socket, a device or a folder: nobody waits, and it begins anew."""

from __future__ import annotations

import os
import re
import stat
import sys
import threading
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition import index, installed, regular_files
from kiosk.exhibition.disk import replace_file
from kiosk.fleet import remembered
from kiosk.pictures.storage import files, quarantine, tiles
from kiosk.pictures.storage.register import Register
from kiosk.staff import hidden, pin_file, report, safe_mode, sights
from kiosk.staff.bundles import lock
from kiosk.staff.laptop import settings
from kiosk.staff.logbook.files import LogFiles
from kiosk.staff.seat import Seat
from kiosk.staff.statistics import reading
from kiosk.staff.statistics.book import Book
from kiosk.supervising import record
from kiosk.visit import opening
from kiosk.visit.counting import Count, What

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these in a folder")
ROOT = Path(__file__).parents[1]
GUARD_S = 20


def pipe(file: Path) -> None:
    os.mkfifo(file)


def socket(file: Path) -> None:
    os.mknod(file, stat.S_IFSOCK | 0o600)


def device(file: Path) -> None:
    """One of its own: a link to the machine's could have that replaced."""
    if os.geteuid() != 0:
        pytest.skip("only root makes devices")
    os.mknod(file, stat.S_IFCHR | 0o600, os.makedev(1, 5))


def folder(file: Path) -> None:
    file.mkdir()


STRANGE = (pipe, socket, device, folder)


def promptly(call: Callable[[], object]) -> object:
    """What a call returns; it fails if that takes for ever."""
    answers: list[object] = []

    def work() -> None:
        try:
            answers.append(call())
        except Exception as error:  # noqa: BLE001 - told where it is asked for
            answers.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(GUARD_S)
    assert answers, "it waits for ever"
    return answers[0]


READERS: dict[str, Callable[[Path], object]] = {
    opening.FILE_NAME: opening.recall,
    "current.json": installed.read_pointer,
    report.FILE: report.read_report,
    sights.FILE_NAME: sights.recall,
    safe_mode.FILE_NAME: safe_mode._shown_well,
    record.FILE_NAME: record.read,
    pin_file.PIN: lambda place: pin_file.PinLock(place, lambda: 0.0).open("271828"),
    pin_file.TRIES: lambda place: pin_file.PinLock(place, lambda: 0.0).wait_s(),
    "hidden.json": hidden.HiddenWorks,
    remembered.FILE: remembered.recall_ids,
    settings.FILE: lambda place: settings.SettingsFile(place).read(),
    quarantine.FILE: lambda place: quarantine.Quarantine(place).resting,
    "stem.jpg": lambda place: files.look_up(place, "stem"),
    "0-0-0.jpg": tiles.whole_tiles,
    "kiosk.log": lambda place: LogFiles(place).last_lines(9),
    reading.FILE_NAME: reading.read,
    index._file(Path(), Path("/m")).name: lambda place: index.recall(place, Path("/m")),
}
"""By the name of the file, who reads it."""


@pytest.mark.parametrize("put", STRANGE)
def test_no_reader_of_what_is_kept_waits_for_what_is_no_file(put: Callable[[Path], None], tmp_path: Path) -> None:
    for number, (name, read) in enumerate(READERS.items()):
        place, without = tmp_path / f"{number}", tmp_path / f"{number}-without"
        place.mkdir()
        without.mkdir()
        put(place / name)
        found, nothing = promptly(partial(read, place)), promptly(partial(read, without))
        assert type(found) is type(nothing) or isinstance(found, reading.Unreadable), (name, found)
        if name == pin_file.TRIES:
            assert found, "a count that is lost is no way around the wait"


def write_book(place: Path) -> None:
    book = Book(place, lambda _problem: None)
    book.add([Count("2026-11-29", "x", What.VISITS, "", 1)])
    assert book.write(date(2026, 11, 29))


def write_register(place: Path) -> None:
    Register(place / "known")._add(b"a record")


WRITERS: dict[str, Callable[[Path], object]] = {
    "kiosk.log": lambda place: LogFiles(place).write("a line\n"),
    "kept.json": lambda place: replace_file(place / "kept.json", b"{}"),
    reading.FILE_NAME: write_book,
    "known": write_register,
    "a.lock": lambda place: lock.take(place / "a.lock").close(),
}


@pytest.mark.parametrize("put", STRANGE)
def test_what_is_written_takes_its_place_again(put: Callable[[Path], None], tmp_path: Path) -> None:
    for name, write in WRITERS.items():
        put(tmp_path / name)
        error = promptly(partial(write, tmp_path))
        assert error is None, name
        assert (tmp_path / name).is_file(), name


@pytest.mark.parametrize("beside", ["-wal", "-shm", "-journal"])
def test_statistics_go_on_whatever_is_beside_them(beside: str, tmp_path: Path) -> None:
    write_book(tmp_path)
    (tmp_path / (reading.FILE_NAME + beside)).unlink(missing_ok=True)
    pipe(tmp_path / (reading.FILE_NAME + beside))
    assert promptly(lambda: write_book(tmp_path)) is None


def test_a_seat_is_taken_whatever_is_in_its_place(tmp_path: Path) -> None:
    seat = Seat(tmp_path, "screen")
    seat.leave()
    seat._file.unlink()
    pipe(seat._file)
    again = promptly(lambda: Seat(tmp_path, "screen"))
    assert isinstance(again, Seat)
    assert again._held is not None
    again.leave()


def test_a_folder_with_something_in_it_is_left(tmp_path: Path) -> None:
    (tmp_path / "kept" / "deeper").mkdir(parents=True)
    assert not regular_files.clear_way(tmp_path / "kept")
    with pytest.raises(OSError, match="kept"):
        regular_files.open_to_write(tmp_path / "kept", os.O_WRONLY)


FOREIGN = (
    "streams.py",
    "touring.py",
    "staff/importing/",
    "staff/proofing/",
    "staff/advising/",
    "staff/soak/",
    "cli_",
    "bridge/proofs/",
    "speech/",
)
"""Commands that staff wait for, and files that are nobody's to replace."""
ALLOWED = {
    "exhibition/disk.py": "what is made anew",
    "exhibition/regular_files.py": "the place itself",
    "exhibition/reader.py": "a pipe",
    "pictures/storage/register.py": "its own temporary file",
    "pictures/making/": "its own temporary file, and a worker's rendition",
    "pictures/workers/": "pipes, /proc",
    "staff/bundles/packing.py": "what staff pack",
    "staff/bundles/zipping.py": "what staff pack",
    "staff/bundles/secret_key.py": "a key that staff name",
    "staff/bundles/extraction.py": "what was just unpacked",
    "staff/bundles/archive.py": "within the archive",
    "staff/bundles/zipping": "within the archive",
    "staff/doctor/": "a command that staff wait for",
    "staff/drivers.py": "/sys, /proc",
    "staff/health.py": "/proc",
    "staff/desktop.py": "the desktop's own settings",
    "staff/scaffold.py": "what staff have made",
    "staff/statistics/previews.py": "a rendition that was just made",
}


def test_all_that_is_kept_is_opened_at_one_place() -> None:
    opens = re.compile(r'\.read_(bytes|text)\(|\.open\("|[^.\w]open\(|os\.open\(')
    found = []
    for file in sorted((ROOT / "kiosk").rglob("*.py")):
        name = file.relative_to(ROOT / "kiosk").as_posix()
        if name.startswith((*FOREIGN, *ALLOWED)):
            continue
        lines = file.read_text("utf-8").splitlines()
        found += [f"{name}:{at}: {line.strip()}" for at, line in enumerate(lines, 1) if opens.search(line)]
    assert [line for line in found if "def open(" not in line] == []
