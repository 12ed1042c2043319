"""The folder of prepared pictures is kept within its budget, and never loses what is looked at."""

from __future__ import annotations

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kiosk.pictures.storage import sweep as sweeping
from kiosk.pictures.storage.sweep import clear, sweep

if TYPE_CHECKING:
    import pytest


def put(folder: Path, name: str, size: int, age_s: float) -> Path:
    path = folder / name
    path.write_bytes(bytes(size))
    os.utime(path, (time.time() - age_s,) * 2)
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_sweep_removes_what_was_not_used_for_longest(tmp_path: Path) -> None:
    for day in range(1, 11):
        put(tmp_path, f"{day}.jpg", 100, day * 86_400)
    sweep(tmp_path, 1000)
    assert len(names(tmp_path)) == 10
    sweep(tmp_path, 600)
    assert names(tmp_path) == {f"{day}.jpg" for day in range(1, 6)}


def test_a_sweep_spares_what_is_in_use(tmp_path: Path) -> None:
    for number in range(10):
        put(tmp_path, f"{number}.png", 100, number)
    put(tmp_path, "old.png", 100, 86_400)
    sweep(tmp_path, 300)
    assert names(tmp_path) == {f"{number}.png" for number in range(10)}


def test_a_sweep_takes_a_time_in_the_future_for_an_old_one(tmp_path: Path) -> None:
    put(tmp_path, "future.jpg", 100, -10 * 365 * 86_400)
    put(tmp_path, "yesterday.jpg", 100, 86_400)
    sweep(tmp_path, 150)
    assert names(tmp_path) == {"yesterday.jpg"}


def test_a_sweep_removes_what_was_left_half_written_and_leaves_what_is_not_ours(tmp_path: Path) -> None:
    put(tmp_path, "left.jpg.99.tmp", 100, 86_400)
    put(tmp_path, "now.jpg.98.tmp", 100, 0)
    put(tmp_path, "pictures.register", 10_000, 86_400)
    put(tmp_path, "sizes.msgpack", 100, 0)
    put(tmp_path, "notes.txt", 10_000, 86_400)
    sweep(tmp_path, 10)
    assert names(tmp_path) == {"now.jpg.98.tmp", "pictures.register", "notes.txt"}


def test_a_sweep_copes_with_folders_and_with_no_folder_at_all(tmp_path: Path) -> None:
    pyramid(tmp_path, "a.jpg", 1, 86_400)
    sweep(tmp_path, 0)
    assert not names(tmp_path)
    sweep(tmp_path / "gone", 0)


def pyramid(folder: Path, name: str, tiles: int, age_s: float) -> Path:
    path = folder / name
    (path / "0").mkdir(parents=True)
    for number in range(tiles):
        put(path / "0", f"{number}_0.jpg", 100, age_s)
    os.utime(path, (time.time() - age_s,) * 2)
    return path


def test_a_folder_of_tiles_counts_with_all_its_files_and_goes_as_a_whole(tmp_path: Path) -> None:
    pyramid(tmp_path, "old", 5, 3 * 86_400)
    pyramid(tmp_path, "new", 5, 86_400)
    put(tmp_path, "between.jpg", 100, 2 * 86_400)
    sweep(tmp_path, 1100)
    assert names(tmp_path) == {"old", "new", "between.jpg"}
    sweep(tmp_path, 1000)
    assert names(tmp_path) == {"new", "between.jpg"}
    assert len(names(tmp_path / "new" / "0")) == 5


def test_what_is_held_is_spared_however_long_it_was_not_used(tmp_path: Path) -> None:
    for day in range(1, 6):
        put(tmp_path, f"{day}.jpg", 100, day * 86_400)
    pyramid(tmp_path, "tiles", 1, 9 * 86_400)
    sweep(tmp_path, 300, held={"5.jpg", "tiles"})
    assert names(tmp_path) == {"5.jpg", "tiles"}


def test_what_is_used_while_it_is_swept_is_spared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(1, 4):
        put(tmp_path, f"{day}.jpg", 100, day * 86_400)
    kept = list(sweeping._kept(tmp_path))
    os.utime(tmp_path / "3.jpg")
    monkeypatch.setattr(sweeping, "_kept", lambda _: kept)
    sweep(tmp_path, 0)
    assert names(tmp_path) == {"3.jpg"}


def test_what_another_program_has_removed_counts_as_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(1, 11):
        put(tmp_path, f"{day}.jpg", 100, day * 86_400)
    kept = list(sweeping._kept(tmp_path))
    sweep(tmp_path, 600)
    monkeypatch.setattr(sweeping, "_kept", lambda _: kept)
    sweep(tmp_path, 600)
    assert names(tmp_path) == {f"{day}.jpg" for day in range(1, 6)}, "two sweeps at once remove no more than one"


def test_clearing_leaves_what_is_being_written_and_what_is_not_ours(tmp_path: Path) -> None:
    put(tmp_path, "now.jpg.98.tmp", 100, 0)
    put(tmp_path, "left.jpg.99.tmp", 100, 86_400)
    put(tmp_path, "just used.jpg", 100, 0)
    put(tmp_path, "notes.txt", 100, 0)
    put(tmp_path, "pictures.register", 100, 0)
    pyramid(tmp_path, "tiles", 3, 0)
    assert clear(tmp_path) == 600
    assert names(tmp_path) == {"now.jpg.98.tmp", "notes.txt"}


files = st.lists(st.tuples(st.integers(0, 500), st.integers(-86_400, 86_400), st.booleans()), max_size=12)


@given(files, st.integers(0, 3000))
def test_a_sweep_keeps_the_budget_and_what_is_in_use_and_removes_the_oldest(
    kept: list[tuple[int, int, bool]], budget: int
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        ages = {put(folder, f"{n}.jpg", size, age).name: abs(age) for n, (size, age, _) in enumerate(kept)}
        held = {f"{n}.jpg" for n, (_, _, is_held) in enumerate(kept) if is_held}
        sweep(folder, budget, held)
        left = names(folder)
        spared = held | {name for name, age in ages.items() if age < 590}
        assert spared <= left
        total = sum((folder / name).stat().st_size for name in left)
        over = {name for name in left - spared if ages[name] > 610}
        assert total <= budget or not over
        removed = ages.keys() - left
        assert all(ages[gone] >= ages[stayed] for gone in removed for stayed in over)
        sweep(folder, budget, held)
        assert names(folder) == left, "a second sweep finds nothing to do"
