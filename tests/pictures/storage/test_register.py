"""What is known of pictures without opening them: remembered, shared, and learned again when it is lost."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pictures.orders import Identity, Stamp
from kiosk.pictures.storage import register as registers
from kiosk.pictures.storage.register import Entry, Register, compact


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.jpg"
    path.write_bytes(b"a picture")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "pictures.register"


def entry(source: Path, size: tuple[int, int] = (3, 2), content: bytes | None = b"0123456789abcdef") -> Entry:
    return Entry(Stamp.of(source.stat()), size, content)


def identity(source: Path) -> Identity:
    return Identity(Stamp.of(source.stat()), b"0123456789abcdef")


def copies(source: Path, number: int) -> list[Path]:
    made = [source.with_name(f"{n}.jpg") for n in range(number)]
    for path in made:
        os.link(source, path)
    return made


def test_a_picture_is_known_until_it_changes(source: Path, file: Path) -> None:
    register = Register(file)
    assert register.identity(source) is None
    register.learn([(source, entry(source))])
    for known in (register, Register(file)):
        assert known.identity(source) == identity(source)
        assert known.sizes([source, source.with_name("other"), source.with_name("nul\0")]) == {source: (3, 2)}
    os.utime(source, (1, 1))
    assert register.identity(source) is None
    assert register.sizes([source]) == {}
    source.unlink()
    assert register.sizes([source]) == {}


def test_of_a_header_only_the_size_is_known(source: Path, file: Path) -> None:
    register = Register(file)
    register.learn([(source, entry(source, content=None))])
    assert register.identity(source) is None
    assert register.sizes([source]) == {source: (3, 2)}
    register.learn([(source, entry(source))])
    register.learn([(source, entry(source, content=None))])
    for known in (register, Register(file)):
        assert known.identity(source) == identity(source)


def test_what_is_known_already_is_not_written_again(source: Path, file: Path) -> None:
    register = Register(file)
    for _ in range(3):
        register.learn([(source, entry(source))])
    assert file.stat().st_size == registers._RECORD


def test_two_programs_keep_what_either_learns(source: Path, file: Path) -> None:
    first, second = Register(file), Register(file)
    one, other = copies(source, 2)
    assert first.sizes([one]) == second.sizes([one]) == {}
    first.learn([(one, entry(one))])
    second.learn([(other, entry(other, (5, 4)))])
    assert Register(file).sizes([one, other]) == {one: (3, 2), other: (5, 4)}


LEARN = """
import sys
from pathlib import Path
from kiosk.pictures.orders import Stamp
from kiosk.pictures.storage.register import Entry, Register, compact
file, mine = Path(sys.argv[1]), sys.argv[2]
register = Register(file)
for number in range(300):
    register.learn([(file.with_name(f"{mine}-{number}"), Entry(Stamp(number, number), (number + 1, 1)))])
"""


def test_two_programs_at_once_lose_nothing(file: Path) -> None:
    programs = [subprocess.Popen([sys.executable, "-c", LEARN, str(file), name]) for name in "ab"]
    assert [program.wait() for program in programs] == [0, 0]
    records = registers._split(file.read_bytes())
    assert len(records) == 600
    assert all(registers._unpacked(key, record) for key, record in records.items())


SPOILT: dict[str, bytes] = {
    "empty": b"",
    "one byte": b"x",
    "random": random.Random(2).randbytes(5000),
    "zeros": bytes(640),
}


@pytest.mark.parametrize("data", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_register_knows_nothing_and_learns_anew(data: bytes, source: Path, file: Path) -> None:
    file.write_bytes(data)
    learn_anew(source, file)


def test_a_folder_in_the_place_of_the_register_is_replaced(source: Path, file: Path) -> None:
    (file / "inside").mkdir(parents=True)
    learn_anew(source, file)


def learn_anew(source: Path, file: Path) -> None:
    register = Register(file)
    assert register.sizes([source]) == {}
    register.learn([(source, entry(source))])
    assert Register(file).identity(source) == identity(source)


def test_a_record_that_was_cut_off_costs_itself_alone(source: Path, file: Path) -> None:
    one, other, third = copies(source, 3)
    Register(file).learn([(path, entry(path)) for path in (one, other)])
    os.truncate(file, 100)
    Register(file).learn([(third, entry(third))])
    assert list(Register(file).sizes([one, other, third])) == [one, third]


@given(st.integers(0, 191), st.integers(1, 255))
def test_no_damaged_record_is_believed(place: int, change: int) -> None:
    sources = [Path(f"{number}.jpg") for number in range(3)]
    known = [Entry(Stamp(number, 7), (4, 3), bytes([65 + number]) * 16) for number in range(3)]
    keys = [registers._key(source) for source in sources]
    data = bytearray(b"".join(key + registers._packed(key, each) for key, each in zip(keys, known, strict=True)))
    data[place] ^= change
    records = registers._split(bytes(data))
    found = [registers._unpacked(key, records[key]) if key in records else None for key in keys]
    assert [number for number, each in enumerate(found) if each is None] == [place // 64]
    assert all(each in (None, expected) for each, expected in zip(found, known, strict=True))


def test_a_register_that_cannot_be_written_does_no_harm(source: Path, file: Path) -> None:
    register = Register(file / "gone" / "register")
    register.learn([(source, entry(source))])
    assert register.sizes([source]) == {source: (3, 2)}


def test_a_full_register_keeps_the_latest(source: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registers, "MAX_ENTRIES", 2)
    monkeypatch.setattr(registers, "_SLACK", 0)
    made = copies(source, 5)
    register = Register(file)
    register.learn([(path, entry(path)) for path in made])
    assert list(register.sizes(made)) == made[3:]
    compact(file)
    assert list(Register(file).sizes(made)) == made[3:]


def test_compacting_drops_what_is_out_of_date_and_keeps_what_is_known(
    source: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registers, "_SLACK", 0)
    register = Register(file)
    for number in range(10):
        os.utime(source, (number, number))
        register.learn([(source, entry(source))])
    length = file.stat().st_size
    compact(file)
    assert file.stat().st_size == length / 10
    assert Register(file).identity(source) == identity(source)
    before = file.stat().st_ino
    compact(file)
    assert file.stat().st_ino == before
    assert not list(file.parent.glob("*.tmp"))


def test_a_register_far_too_long_to_be_ours_is_given_up(
    source: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registers, "_LONGEST", 1 << 16)
    monkeypatch.setattr(registers, "_SLACK", 0)
    file.write_bytes(bytes(1 << 17))
    assert Register(file).sizes([source]) == {}
    compact(file)
    assert file.stat().st_size == 0
    compact(file.with_name("none"))


def test_what_was_seen_is_believed_without_a_look_until_it_is_doubted(
    source: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Register(file).learn([(source, entry(source))])
    register = Register(file)
    assert not register.has_looked(source)
    assert register.believed(source) is None
    known = identity(source)
    assert register.remembered(source) == known
    register.look(source)
    stat = Path.stat
    with monkeypatch.context() as nobody_may_look:
        nobody_may_look.setattr(Path, "stat", lambda path: stat(path) if path == file else pytest.fail("looked"))
        assert register.has_looked(source)
        assert register.believed(source) == known
        register.doubt([str(source)])
        assert not register.has_looked(source)
        register.believe(source)
        assert register.believed(source), "who waits in vain takes what was learned"
        register.doubt([str(source)])
        register.learn([(source, Entry(Stamp(1, 1), (3, 2), b"0123456789abcdef"))])
        assert register.believed(source) == Identity(Stamp(1, 1), b"0123456789abcdef"), "whoever learns has looked"
    register.look(source)
    assert register.believed(source) is None, "it has changed"
    source.unlink()
    register.look(source)
    assert register.has_looked(source)
    assert register.believed(source) is None


@pytest.mark.parametrize(("number", "known"), [(errno.EIO, True), (errno.ESTALE, True), (errno.ENOENT, False)])
def test_what_no_look_is_possible_at_is_believed_to_be_as_it_was(
    number: int, known: bool, source: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = Register(file)
    register.learn([(source, entry(source))])

    def fail(_: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "stat", fail)
    assert (register.identity(source) is not None) == known
    assert (register.believed(source) is not None) == known
