"""The log: bounded for ever, in nobody's way, safe to read, of nobody; whatever becomes of its disk."""

from __future__ import annotations

import errno
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.staff.logbook import beside, dam
from kiosk.staff.logbook.beside import Beside
from kiosk.staff.logbook.book import Logbook, running_logbook
from kiosk.staff.logbook.dam import Dam
from kiosk.staff.logbook.files import FILES, MOST_BYTES, NAME, LogFiles
from kiosk.staff.logbook.journal import for_journal, is_journal
from kiosk.staff.logbook.line import LONGEST, Wording, read_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE_S = 60
_log = logging.getLogger("elsewhere")


class Clock:
    """Seconds that run on when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(clock: Clock) -> Iterator[Logbook]:
    """A log that hears of what this test logs, and of nothing else."""
    logbook = Logbook(clock, Wording(Path("/home/kiosk")))
    logbook.begin()
    yield logbook
    logbook.close()


def wait_for(true: Callable[[], object]) -> None:
    done = threading.Event()
    for _ in range(PATIENCE_S * 100):
        if true():
            return
        done.wait(0.01)
    pytest.fail("it did not come about")


def open_deep(levels: int) -> None:
    """Fails far down, by ways that differ: Python would shorten a traceback of one."""
    functions = [f"def f{n}(): f{n + 1}()" for n in range(levels)]
    exec("\n".join((*functions, f"def f{levels}(): bad()", "f0()")), {"bad": bad})  # noqa: S102 - functions of ours


def bad() -> None:
    raise RuntimeError("at the very end")


def written(folder: Path) -> str:
    return (folder / NAME).read_text("utf-8")


def test_what_was_logged_before_the_files_and_after_is_in_them_and_is_read_again(book: Logbook, tmp_path: Path) -> None:
    _log.info("at first")
    book.keep(tmp_path)
    _log.warning("then %s", "that")
    book.flush()
    lines = written(tmp_path).splitlines()
    assert [line.partition(" elsewhere: ")[2] for line in lines] == ["at first", "then that"]
    told = book.lines(10)
    assert [(line.level, line.words) for line in told] == [(logging.WARNING, "then that"), (logging.INFO, "at first")]
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600 or sys.platform == "win32"


def test_the_next_run_tells_of_the_one_before(book: Logbook, tmp_path: Path, clock: Clock) -> None:
    book.keep(tmp_path)
    _log.info("yesterday")
    book.close()
    after = Logbook(clock)
    after.begin()
    after.keep(tmp_path)
    _log.info("today")
    try:
        assert [line.words for line in after.lines(5)] == ["today", "yesterday"]
        assert running_logbook() is after
    finally:
        after.close()
    assert running_logbook() is None


def test_fifty_megabytes_of_lines_leave_four_files_of_one(tmp_path: Path) -> None:
    files = LogFiles(tmp_path)
    line = "2026-11-28 23:00:00+0000 WARNING kiosk: " + "x" * 500 + "\n"
    for _ in range(50 * MOST_BYTES // (100 * len(line))):
        files.write(100 * line)
    files.close()
    there = sorted(path.name for path in tmp_path.iterdir())
    assert there == [NAME, *(f"{NAME}.{age}" for age in range(1, FILES))]
    assert all(path.stat().st_size <= MOST_BYTES for path in tmp_path.iterdir())
    assert len(files.last_lines(1000)) == 1000


def test_two_programs_add_to_the_same_files(tmp_path: Path) -> None:
    one, other = LogFiles(tmp_path, 100, 3), LogFiles(tmp_path, 100, 3)
    for number in range(6):
        (one if number % 2 else other).write(f"{number}{'x' * 40}\n")
    assert [line[0] for line in one.last_lines(10)] == ["5", "4", "3", "2", "1", "0"]
    (tmp_path / NAME).unlink()
    one.write("after it was removed\n")
    assert written(tmp_path) == "after it was removed\n"
    one.close()
    other.close()


def test_a_link_in_the_place_of_the_log_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    try:
        (tmp_path / NAME).symlink_to(tmp_path / "precious")
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(OSError, match="symbolic links" if os.name == "posix" else ""):
        LogFiles(tmp_path).write("x\n")
    assert (tmp_path / "precious").read_text() == "precious"


@pytest.mark.logs("the log cannot be written: No space left")
def test_a_full_disk_is_told_of_once_and_what_was_logged_meanwhile_is_written_later(
    book: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, tried = [True], []
    write = LogFiles.write

    def writing(self: LogFiles, lines: str) -> None:
        tried.append(lines)
        if full[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(self, lines)

    monkeypatch.setattr(LogFiles, "write", writing)
    monkeypatch.setattr(Beside.__init__, "__kwdefaults__", {"quietly": False, "retry_s": 0.01})
    book.keep(tmp_path)
    for number in range(5):
        _log.warning("number %d", number)
    wait_for(lambda: len(tried) > 5)
    told = [line.words for line in book.lines(100)]
    assert sum("cannot be written" in words for words in told) == 1
    assert {f"number {number}" for number in range(5)} < set(told), "in memory"
    full[0] = False
    wait_for(lambda: (tmp_path / NAME).exists() and "written again" in written(tmp_path))
    lines = written(tmp_path).splitlines()
    assert [line.rpartition(": ")[2] for line in lines if "number" in line] == [f"number {n}" for n in range(5)]
    assert sum("cannot be written" in line for line in lines) == 1


def test_a_disk_that_hangs_holds_up_nobody_and_costs_no_more_than_the_oldest_lines(clock: Clock) -> None:
    go_on, reached, wrote = threading.Event(), threading.Event(), []

    def write(lines: str) -> None:
        reached.set()
        go_on.wait(PATIENCE_S)
        wrote.append(lines)

    slow = Beside(write, clock)
    slow.put("the one that hangs")
    assert reached.wait(PATIENCE_S)
    for number in range(2 * beside.MOST_WAITING):
        slow.put(str(number))
    assert wrote == [], "and yet all of this was said"
    assert len(slow._waiting) == beside.MOST_WAITING
    go_on.set()
    wait_for(lambda: len(wrote) == 2)
    lines = wrote[1].splitlines()
    assert lines[0] == f"... {beside.MOST_WAITING} lines are lost ..."
    assert lines[1] == str(beside.MOST_WAITING)
    slow.close()


def test_the_same_words_are_told_once_in_ten_minutes_and_counted(clock: Clock) -> None:
    held = Dam(clock)
    assert held.passes("qt", "again") == "again"
    assert [held.passes("qt", "again") for _ in range(1000)] == [None] * 1000
    assert held.passes("kiosk", "again") == "again", "said by another"
    clock.now += dam.AGAIN_S
    assert held.passes("qt", "again") == "again (1000 more times since)"


def test_a_flood_of_words_that_differ_is_cut_off_and_counted(clock: Clock) -> None:
    held = Dam(clock)
    passed = [held.passes("qt", str(number)) for number in range(100_000)]
    assert sum(words is not None for words in passed) == dam.BURST
    assert len(held._told) <= dam.REMEMBERED
    clock.now += 60
    assert (
        held.passes("qt", "calm again")
        == f"calm again ({100_000 - dam.BURST} other lines are left out before this one)"
    )


def test_an_hour_of_a_standing_fault_is_a_handful_of_lines(book: Logbook, clock: Clock, tmp_path: Path) -> None:
    book.keep(tmp_path)
    for _ in range(3600):
        clock.now += 1
        _log.debug("not even this")
        _log.warning("the same every frame")
    book.flush()
    assert len(written(tmp_path).splitlines()) == 6


def test_nothing_in_a_message_passes_for_a_line_or_changes_the_terminal(book: Logbook, tmp_path: Path) -> None:
    book.keep(tmp_path)
    _log.warning("a.jpg\n2026-01-01 00:00:00+0000 ERROR kiosk: forged \x1b[2J\u202egpj.b\x00\ud800")
    book.flush()
    assert [line.words for line in book.lines(9)] == ["a.jpg"]
    text = written(tmp_path)
    assert "\n    2026-01-01" in text
    assert all(letter.isprintable() or letter == "\n" for letter in text)


def test_a_traceback_keeps_its_ends_and_its_lines_are_indented(book: Logbook, tmp_path: Path) -> None:
    book.keep(tmp_path)
    try:
        open_deep(200)
    except RuntimeError:
        _log.exception("unexpected error")
    book.flush()
    first, *more = written(tmp_path).splitlines()
    assert read_line(first)
    assert all(line.startswith("    ") and read_line(line) is None for line in more)
    assert "Traceback" in more[0]
    assert more[-1].strip() == "RuntimeError: at the very end"
    assert len(written(tmp_path)) < 1.5 * LONGEST


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("/home/kiosk/.local/state is full", "~/.local/state is full"),
        ('File "/home/kiosk", line 3', 'File "~", line 3'),
        ("/media/kiosk/STICK/a.jpg", "/media/~/STICK/a.jpg"),
        ("/home/kiosks/a.jpg", "/home/kiosks/a.jpg"),
        ("two kiosks, one kiosk", "two kiosks, one kiosk"),
    ],
)
def test_the_account_is_not_named(said: str, kept: str) -> None:
    record = logging.LogRecord("kiosk", logging.INFO, "", 0, "%s", (said,), None)
    assert Wording(Path("/home/kiosk")).words(record) == kept


def test_a_message_that_cannot_be_worded_stops_nothing(book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "handleError", lambda _record: None)
    book.emit(logging.LogRecord("kiosk", logging.INFO, "", 0, "%d", ("no number",), None))
    assert book.lines(1) == []


def test_the_first_picture_waits_for_little_of_it() -> None:
    loaded = "import sys, kiosk.staff.logbook.book; sys.exit(bool({'msgspec', 'yaml', 'socket'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0


def test_the_journal_gets_priorities_and_no_times() -> None:
    assert for_journal(logging.WARNING, "kiosk", "one\n    two") == "<4>kiosk: one\n<4>    two"
    assert for_journal(logging.ERROR, "qt", "x") == "<3>qt: x"
    assert for_journal(logging.INFO, "qt", "x") == "<6>qt: x"


def test_the_journal_is_known_by_its_stream(tmp_path: Path) -> None:
    with (tmp_path / "stream").open("wb") as stream:
        status = os.fstat(stream.fileno())
        named = {"JOURNAL_STREAM": f"{status.st_dev}:{status.st_ino}"}
        assert is_journal(stream.fileno(), named)
        assert not is_journal(stream.fileno(), {})
        assert not is_journal(stream.fileno(), {"JOURNAL_STREAM": "9:9"})


def test_the_standard_error_is_the_journals_where_it_says_so(monkeypatch, clock: Clock) -> None:
    root, said = logging.getLogger(), []
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr("kiosk.staff.logbook.book.write_to_stderr", said.append)
    for journal in (True, False):
        monkeypatch.setattr("kiosk.staff.logbook.book.is_journal", lambda *_, to=journal: to)
        logbook = Logbook(clock)
        logbook.begin()
        logging.getLogger("kiosk").info("shows it")
        _log.warning("cannot")
        logbook.close()
    assert "".join(said) == "<6>kiosk: shows it\n<4>elsewhere: cannot\nWARNING elsewhere: cannot\n"
