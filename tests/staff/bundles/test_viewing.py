from __future__ import annotations

import pytest

from kiosk.staff.bundles.lock import hold
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.viewing import MOST_KEPT, unpacked
from tests.bundles import files, listed, write_bundle


def test_a_bundle_is_looked_into_without_being_installed(tmp_path, home):
    bundle = write_bundle(tmp_path / "x.kiosk")
    folder = unpacked(bundle)
    assert folder.is_relative_to(home)
    assert (folder / "manifest.yaml").read_bytes() == files()["manifest.yaml"]
    assert not (home / ".local/share").exists()
    before = (folder / "pictures/a.jpg").stat().st_mtime_ns
    assert unpacked(bundle) == folder
    assert (folder / "pictures/a.jpg").stat().st_mtime_ns == before


def test_what_is_missing_from_the_cache_is_unpacked_again(tmp_path):
    bundle = write_bundle(tmp_path / "x.kiosk")
    (unpacked(bundle, tmp_path / "cache") / "pictures/a.jpg").write_bytes(b"")
    assert (unpacked(bundle, tmp_path / "cache") / "pictures/a.jpg").read_bytes() == files()["pictures/a.jpg"]


def test_few_are_kept_and_those_on_a_screen(tmp_path):
    cache = tmp_path / "cache"
    first = unpacked(write_bundle(tmp_path / "0.kiosk", files("zero")), cache)
    held = hold(first)
    folders = [
        unpacked(write_bundle(tmp_path / f"{number}.kiosk", files(f"n{number}"), generation=number), cache)
        for number in range(2, 8)
    ]
    assert [folder.is_dir() for folder in folders] == [False] * (6 - MOST_KEPT) + [True] * MOST_KEPT
    assert first.is_dir()
    held.close()


def test_a_broken_one_leaves_nothing(tmp_path):
    contents = files()
    packed = listed(contents)
    for name, data in contents.items():
        packed.add(name, data[::-1] if name == "pictures/b.jpg" else data)
    (tmp_path / "x.kiosk").write_bytes(packed.end())
    with pytest.raises(BundleRefused) as told:
        unpacked(tmp_path / "x.kiosk", tmp_path / "cache")
    assert told.value.problem.rule == "hash"
    assert list((tmp_path / "cache/generations").iterdir()) == []
