"""What has failed twice rests for a day, is tried again when it changes, and no clock makes it rest for longer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.pictures.refusal import NOT_THE_PICTURES, Refused
from kiosk.pictures.storage.quarantine import FILE, MOST, REST_S, Part, Quarantine
from kiosk.pictures.workers.asking import worker_died

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.pictures.orders import Failed

YEARS_S = 10 * 365 * 24 * 3600.0


class Wall:
    """A clock on the wall, that can be set."""

    def __init__(self) -> None:
        self.now = 1_780_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def kept(tmp_path: Path, wall: Wall) -> Iterator[Quarantine]:
    """A quarantine that puts down what it learned when it is closed."""
    quarantine = Quarantine(tmp_path, wall, save_after_s=1000)
    yield quarantine
    quarantine.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A file that fails."""
    path = tmp_path / "bad.jpg"
    path.write_bytes(b"bad")
    return path


def fail(quarantine: Quarantine, source: Path, times: int = 2, failed: Failed | None = None) -> None:
    for _ in range(times):
        quarantine.note(quarantine.look(source), failed or worker_died(source, -9))


def rests(quarantine: Quarantine, source: Path) -> bool:
    return quarantine.look(source).failed is not None


def test_it_rests_when_it_has_failed_twice_and_says_why(kept: Quarantine, picture: Path) -> None:
    fail(kept, picture, 1)
    assert not rests(kept, picture)
    assert kept.resting == ()
    fail(kept, picture, 1)
    assert kept.look(picture).failed == worker_died(picture, -9)
    assert [case.source for case in kept.resting] == [str(picture)]


def test_it_is_tried_again_a_day_later_and_rests_at_once_when_it_fails_then(
    kept: Quarantine, picture: Path, wall: Wall
) -> None:
    fail(kept, picture)
    wall.now += REST_S - 1
    assert rests(kept, picture)
    assert not kept.is_due(picture)
    wall.now += 1
    assert not rests(kept, picture)
    assert kept.is_due(picture)
    fail(kept, picture, 1)
    assert rests(kept, picture)


def test_it_is_tried_again_when_it_has_changed(kept: Quarantine, picture: Path) -> None:
    fail(kept, picture)
    picture.write_bytes(b"as bad")
    assert not rests(kept, picture)
    fail(kept, picture, 1)
    assert not rests(kept, picture), "what is there now has failed once"
    os.utime(picture, ns=(1, 1))
    assert kept.look(picture).failed is None


def test_what_changes_while_it_is_read_is_not_blamed_for_what_was_there(kept: Quarantine, picture: Path) -> None:
    look = kept.look(picture)
    picture.write_bytes(b"a better one")
    kept.note(look, worker_died(picture))
    kept.note(look, worker_died(picture))
    assert not rests(kept, picture)


@pytest.mark.parametrize("jump_s", [-YEARS_S, YEARS_S])
def test_a_clock_that_is_set_ten_years_on_or_back_makes_nothing_rest_for_longer(
    jump_s: float, kept: Quarantine, picture: Path, wall: Wall
) -> None:
    fail(kept, picture)
    wall.now += jump_s
    assert not rests(kept, picture)
    fail(kept, picture, 1)
    assert rests(kept, picture)
    wall.now -= jump_s
    assert not rests(kept, picture)
    wall.now += jump_s + REST_S
    assert not rests(kept, picture)


def test_it_rests_over_a_restart(tmp_path: Path, picture: Path, wall: Wall) -> None:
    before = Quarantine(tmp_path, wall, save_after_s=1000)
    fail(before, picture)
    before.close()
    after = Quarantine(tmp_path, wall)
    assert after.look(picture).failed == worker_died(picture, -9)


@pytest.mark.parametrize("spoilt", [b"", b"[1, 2", b"\xff\xfe", b'[{"source": 3}]', b"[" * 100_000, None])
def test_a_file_that_makes_no_sense_counts_as_none(spoilt: bytes | None, tmp_path: Path, picture: Path) -> None:
    if spoilt is None:
        (tmp_path / FILE).mkdir()
    else:
        (tmp_path / FILE).write_bytes(spoilt)
    quarantine = Quarantine(tmp_path, save_after_s=1000)
    assert not rests(quarantine, picture)
    fail(quarantine, picture)
    assert rests(quarantine, picture)
    quarantine.close()
    assert rests(Quarantine(tmp_path), picture)


def test_a_folder_that_cannot_be_written_leaves_it_in_memory(tmp_path: Path, picture: Path) -> None:
    quarantine = Quarantine(picture / "below a file", save_after_s=1000)
    fail(quarantine, picture)
    quarantine.close()
    assert rests(quarantine, picture)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("rule", sorted(NOT_THE_PICTURES))
def test_a_fault_of_the_machine_is_no_fault_of_the_picture(rule: str, kept: Quarantine, picture: Path) -> None:
    fail(kept, picture, 5, Refused(rule, "m", "r").of(picture))
    assert not rests(kept, picture)


def test_a_disk_that_answers_for_others_makes_it_one(kept: Quarantine, picture: Path) -> None:
    failed = Refused("not-answering", "m", "r").of(picture)
    for _ in range(2):
        kept.note(kept.look(picture), failed, of_itself=True)
    assert kept.look(picture).failed == failed


def test_what_is_gone_does_not_rest(kept: Quarantine, tmp_path: Path) -> None:
    fail(kept, tmp_path / "gone.jpg", 3)
    assert kept.resting == ()


def test_tiles_rest_apart_from_their_picture(kept: Quarantine, picture: Path) -> None:
    for _ in range(2):
        kept.note(kept.look(picture, Part.TILES), worker_died(picture), Part.TILES)
    assert kept.look(picture, Part.TILES).failed
    assert not rests(kept, picture)
    assert kept.is_due(picture)


def test_one_that_was_made_after_all_begins_anew(kept: Quarantine, picture: Path) -> None:
    fail(kept, picture, 1)
    kept.recovered(picture)
    fail(kept, picture, 1)
    assert not rests(kept, picture)


def test_staff_let_it_be_tried_at_once(kept: Quarantine, picture: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jpg"
    other.write_bytes(b"other")
    fail(kept, picture)
    fail(kept, other)
    kept.forgive([picture])
    assert (rests(kept, picture), rests(kept, other)) == (False, True)
    kept.forgive()
    assert not rests(kept, other)


def test_of_very_many_the_latest_are_remembered_and_the_file_stays_small(
    kept: Quarantine, tmp_path: Path, wall: Wall
) -> None:
    look = kept.look(tmp_path)
    for number in range(2 * MOST):
        for _ in range(2):
            kept.note(look, worker_died(tmp_path / f"{number}.jpg"))
    assert len(kept.resting) == MOST
    assert kept.resting[-1].source.endswith(f"{2 * MOST - 1}.jpg")
    kept.close()
    assert (tmp_path / FILE).stat().st_size < 1 << 20
    assert len(Quarantine(tmp_path, wall).resting) == MOST


def test_a_burst_of_failures_is_put_down_in_one_go(tmp_path: Path, picture: Path, monkeypatch) -> None:
    written: list[Path] = []
    monkeypatch.setattr("kiosk.pictures.storage.quarantine.replace_file", lambda file, _: written.append(file))
    quarantine = Quarantine(tmp_path, save_after_s=1000)
    fail(quarantine, picture, 100)
    assert quarantine._saver is not None
    quarantine._saver.cancel()
    quarantine._save_now()
    assert written == [tmp_path / FILE]
    assert quarantine._saver is None


def test_names_that_are_no_text_can_be_kept(tmp_path: Path, wall: Wall) -> None:
    name = Path(os.fsdecode(os.fsencode(str(tmp_path)) + b"/\xff\xfe.jpg"))
    try:
        name.write_bytes(b"bad")
    except OSError:
        pytest.skip("this disk has no such names")
    before = Quarantine(tmp_path, wall, save_after_s=1000)
    fail(before, name)
    before.close()
    assert rests(Quarantine(tmp_path, wall), name)
