"""The PIN of the staff panel: what may be one, and how often it may be guessed."""

from __future__ import annotations

import os
import stat
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.exhibition.disk import unfinished_name
from kiosk.staff import pin_file
from kiosk.staff.pin import FREE_TRIES, LONGEST_WAIT_S, Count, Tries, is_pin, keep, wait_after, weakness
from kiosk.staff.pin_file import PIN, TRIES, PinLock, set_pin

GOOD = "481516"


@pytest.mark.parametrize("pin", ["481516", "000001", "112358", "135791", "9081726354", "202611"])
def test_a_pin_that_nobody_tries_first_is_taken(pin):
    assert weakness(pin) == ""


@pytest.mark.parametrize(
    "pin",
    [
        "",
        "4815",
        "48151",
        "4815162342481",
        "000000",
        "777777",
        "123456",
        "654321",
        "234567",
        "0123456789",
        "121212",
        "123123",
        "112233",
        "48 516",
        "48151x",
        "٤٨١٥١٦",
        "-48151",
        "4815.6",
    ],
)
def test_other_signs_are_refused_with_a_reason(pin):
    assert weakness(pin).endswith(".")


def test_a_hash_is_known_by_its_pin_alone():
    kept = keep(GOOD, bytes(range(16)))
    assert is_pin(GOOD, kept)
    assert not any(is_pin(pin, kept) for pin in ("481517", "48151", GOOD + "0", ""))
    assert keep(GOOD, bytes(16)).scrypt != kept.scrypt
    assert GOOD not in kept.salt + kept.scrypt


def test_waits_double_from_half_a_minute_to_a_quarter_of_an_hour():
    waits = [wait_after(wrong) for wrong in range(13)]
    assert waits == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]
    assert wait_after(10**9) == LONGEST_WAIT_S


def test_ten_thousand_tries_take_months():
    """Reliability, part 4, item 21: by a clock that moves only when a try has to wait."""
    now, tries, free = 0.0, Tries(), 0
    for _ in range(10_000):
        begun = tries.begun(now)
        free += now == 0
        if begun is None:
            assert tries.begun(now + tries.wait_s(now) - 0.001) is None
            now += tries.wait_s(now)
            begun = tries.begun(now)
        assert begun is not None
        tries = begun
    assert free == FREE_TRIES + 1  # the sixth has waited
    assert now == 30 + 60 + 120 + 240 + 480 + 900 * (10_000 - FREE_TRIES - 5)


def test_ten_thousand_tries_over_restarts_and_other_clocks_take_months_all_the_same():
    """The same with a program that is ended before and between tries and in waits, and clocks that jump by years."""
    chance = Random(21)
    now, tries, free, waited = 0.0, Tries(), 0, 0.0
    for _ in range(10_000):
        if chance.random() < 0.3:
            now = chance.uniform(-1e9, 1e9)  # another boot, another clock
            tries = Tries.resumed(tries.count, now)
        while (begun := tries.begun(now)) is None:
            if chance.random() < 0.1:  # pulling the plug during a wait begins it again
                now = chance.uniform(-1e9, 1e9)
                tries = Tries.resumed(tries.count, now)
            wait = tries.wait_s(now)
            now, waited = now + wait, waited + wait
            tries = tries.waited(now)
        free += waited == 0
        tries = begun
    assert tries.wrong == 10_000
    assert free == FREE_TRIES
    assert waited >= 30 + 60 + 120 + 240 + 480 + 900 * (10_000 - FREE_TRIES - 5) - 1


steps = st.lists(st.sampled_from(["try", "restart", "wait", "wait all"]), max_size=60)


@settings(deadline=None)
@given(steps, st.floats(1, 1000))
def test_no_restart_and_no_pause_gives_another_try(todo, pause):
    now, tries, made, ran = 0.0, Tries(), 0, 0.0
    waited = 0.0
    for step in todo:
        if step == "try" and (begun := tries.begun(now)) is not None:
            tries, made, waited = begun, made + 1, 0.0
        elif step == "restart":
            now, waited = 0.0, 0.0  # the clock of another boot
            tries = Tries.resumed(tries.waited(now).count, now)
        elif step.startswith("wait"):
            ran = pause if step == "wait" else tries.wait_s(now)
            now, waited = now + ran, waited + ran
        assert tries.wrong == made
        if tries.wait_s(now) == 0 and made >= FREE_TRIES and tries.waits_from is not None:
            assert waited >= wait_after(made) - 1e-6


class Clock:
    """Seconds, put on by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def quick(monkeypatch):
    """Hashing that costs nothing."""
    monkeypatch.setattr(
        "kiosk.staff.pin._hash", lambda pin, _salt: bytes(32) if pin == GOOD else bytes([len(pin)] * 32)
    )


@pytest.fixture
def clock():
    return Clock()


def fail(lock, times):
    for _ in range(times):
        assert lock.open("999999") is False


def test_a_pin_is_kept_in_a_file_for_one_account(tmp_path, clock):
    file = set_pin(GOOD, tmp_path / "state")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert GOOD.encode() not in file.read_bytes()
    assert [each.name for each in file.parent.iterdir()] == [PIN]
    lock = PinLock(file.parent, clock)
    assert lock.is_set
    assert lock.open("481517") is False
    assert stat.S_IMODE(file.with_name(TRIES).stat().st_mode) == 0o600
    assert lock.open(GOOD)


@pytest.mark.usefixtures("quick")
def test_five_tries_then_waits_that_survive_a_restart(tmp_path, clock):
    set_pin(GOOD, tmp_path)
    lock = PinLock(tmp_path, clock)
    fail(lock, 4)
    assert lock.wait_s() == 0
    fail(lock, 1)
    assert lock.wait_s() == 30
    assert lock.open(GOOD) is False  # while it waits, the right one is not tried either
    clock.now += 29
    lock = PinLock(tmp_path, clock)
    assert lock.wait_s() == 30
    clock.now += 30
    assert lock.wait_s() == 0
    fail(lock, 1)
    assert lock.wait_s() == 60
    clock.now += 60
    lock.rest()
    clock.now = 1.0  # another boot
    lock = PinLock(tmp_path, clock)
    assert lock.wait_s() == 0
    assert lock.open(GOOD)
    assert lock.wait_s() == 0
    fail(lock, 4)
    assert lock.wait_s() == 0


@pytest.mark.usefixtures("quick")
def test_who_ends_the_program_in_the_middle_of_a_try_has_made_it(tmp_path, clock, monkeypatch):
    set_pin(GOOD, tmp_path)
    fail(PinLock(tmp_path, clock), 4)

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(pin_file, "is_pin", killed)
    with pytest.raises(KeyboardInterrupt):
        PinLock(tmp_path, clock).open("999999")
    assert PinLock(tmp_path, clock).wait_s() == 30


@pytest.mark.usefixtures("quick")
def test_the_time_of_day_is_not_asked(tmp_path, clock, monkeypatch):
    set_pin(GOOD, tmp_path)
    lock = PinLock(tmp_path, clock)
    fail(lock, 5)
    monkeypatch.setattr("time.time", lambda: 4e9)
    for file in tmp_path.iterdir():
        os.utime(file, (4e9, 4e9))
    assert lock.wait_s() == 30
    assert PinLock(tmp_path, clock).wait_s() == 30


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("content", [b"", b"\xff\x00", b'{"wrong":', b'{"wrong":"no"}', b'{"other":1}'])
def test_a_damaged_count_waits(tmp_path, clock, content):
    set_pin(GOOD, tmp_path)
    (tmp_path / TRIES).write_bytes(content)
    lock = PinLock(tmp_path, clock)
    assert lock.wait_s() == 30
    clock.now += 30
    assert lock.open(GOOD)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"salt":"","scrypt":5}', b'{"salt":"zz","scrypt":"zz"}', b"\xff" * 5000]
)
def test_a_damaged_pin_opens_nothing(tmp_path, clock, content):
    (tmp_path / PIN).write_bytes(content)
    lock = PinLock(tmp_path, clock)
    assert lock.is_set
    assert [lock.open(pin) for pin in ("", GOOD)] == [False, False]


@pytest.mark.usefixtures("quick")
@pytest.mark.logs("wrong PINs are counted until the program ends")
def test_where_nothing_can_be_written_tries_are_counted_in_memory(tmp_path, clock):
    set_pin(GOOD, tmp_path)
    unfinished_name(tmp_path / TRIES).mkdir()
    lock = PinLock(tmp_path, clock)
    fail(lock, 5)
    assert lock.wait_s() == 30
    assert not (tmp_path / TRIES).exists()


def test_a_count_says_no_more_than_it_has_to():
    assert Tries.resumed(Count(-4, served=False), 0) == Tries()
    assert Tries.resumed(Count(7), 0).wait_s(0) == 0
    assert Tries.resumed(Count(7, served=False), 5).wait_s(5) == 120
