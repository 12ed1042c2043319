from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition import disk as disk_module
from kiosk.exhibition.disk import Disk, unfinished_name
from kiosk.exhibition.installed import (
    EXHIBITION,
    GENERATIONS,
    LIST,
    Pointer,
    current_exhibition,
    is_installed,
    pointer_file,
    read_pointer,
)
from kiosk.exhibition.places import cache_folder
from kiosk.staff.bundles.contents import Bundle, decode
from kiosk.staff.bundles.extraction import is_as_listed
from kiosk.staff.bundles.installing import install, roll_back
from kiosk.staff.bundles.lock import hold, locked
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.secret_key import SecretKey, new_key
from kiosk.staff.bundles.signing import Signer
from kiosk.staff.bundles.store import Store
from kiosk.visit import opening
from tests.bundles import NOON, WatchedDisk, files, write_bundle

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "data" / "content"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return write_bundle(tmp_path / "first.kiosk", files("first"))


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return write_bundle(tmp_path / "second.kiosk", files("second", pictures=3), generation=2)


@pytest.fixture
def third(tmp_path: Path) -> Path:
    return write_bundle(tmp_path / "third.kiosk", files("third"), generation=3)


@pytest.fixture(scope="module")
def key() -> SecretKey:
    return new_key()


def shown(content: Path) -> dict[str, bytes]:
    """The files of the exhibition that is shown."""
    folder = current_exhibition(content)
    assert folder
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def generations(content: Path) -> list[str]:
    return sorted(path.name.partition("-")[0] or path.name for path in (content / GENERATIONS).iterdir())


def rule_of(told: pytest.ExceptionInfo[BundleRefused]) -> str:
    problem = told.value.problem
    assert problem.file
    assert problem.message
    assert problem.remedy
    return problem.rule


def test_what_is_installed_is_what_was_packed(first, content):
    assert current_exhibition(content) is None
    installed = install(first, Store(content))
    assert (installed.bundle.generation, installed.before, installed.already) == (1, None, False)
    assert shown(content) == files("first")
    assert is_installed(current_exhibition(content) / "manifest.yaml", content)
    assert not is_installed(first, content)


def test_a_newer_one_takes_its_place_and_the_last_good_one_is_kept(first, second, third, content):
    store = Store(content)
    assert install(first, store).before is None
    assert install(second, store).before.generation == 1
    assert shown(content) == files("second", pictures=3)
    assert generations(content) == ["1", "2"]
    assert install(third, store).before.generation == 2
    assert generations(content) == ["2", "3"]


def test_the_same_one_again_changes_nothing(first, content):
    store = Store(content)
    install(first, store)
    before = {path: path.stat().st_mtime_ns for path in content.rglob("*")}
    again = install(first, store)
    assert again.already
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*")} == before


def test_one_that_was_damaged_on_the_disk_is_put_there_anew(first, content):
    store = Store(content)
    install(first, store)
    (current_exhibition(content) / "pictures/a.jpg").write_bytes(b"rot")
    assert not install(first, store, older=True).already
    assert shown(content) == files("first")
    with pytest.raises(BundleRefused) as told:
        roll_back(store)
    assert rule_of(told) == "damaged"


def test_an_older_one_is_refused_unless_wanted(first, second, content, tmp_path):
    store = Store(content)
    install(second, store)
    with pytest.raises(BundleRefused, match="generation 2") as told:
        install(first, store)
    assert rule_of(told) == "older"
    same = write_bundle(tmp_path / "same.kiosk", files("other"), generation=2)
    with pytest.raises(BundleRefused, match="not the same") as told:
        install(same, store)
    assert rule_of(told) == "older"
    assert "--generation 3" in told.value.problem.remedy
    assert shown(content) == files("second", pictures=3)
    assert generations(content) == ["2"]
    assert install(first, store, older=True).bundle.generation == 1
    assert shown(content) == files("first")


def test_another_exhibition_is_newer_when_it_was_made_later(second, content, tmp_path):
    store = Store(content)
    install(second, store)
    later, earlier = NOON + dt.timedelta(days=1), NOON - dt.timedelta(days=1)
    old = write_bundle(tmp_path / "old.kiosk", files("autumn"), title="Autumn", generation=9, made=earlier)
    with pytest.raises(BundleRefused, match="another exhibition") as told:
        install(old, store)
    assert rule_of(told) == "older"
    new = write_bundle(tmp_path / "new.kiosk", files("winter"), title="Winter", generation=1, made=later)
    assert install(new, store).bundle.title == "Winter"


def test_rolling_back_shows_the_last_good_one_and_back_again(first, second, content):
    store = Store(content)
    with pytest.raises(BundleRefused) as told:
        roll_back(store)
    assert rule_of(told) == "nothing-before"
    install(first, store)
    with pytest.raises(BundleRefused) as told:
        roll_back(store)
    assert rule_of(told) == "nothing-before"
    install(second, store)
    back = roll_back(store)
    assert (back.bundle.generation, back.before.generation) == (1, 2)
    assert shown(content) == files("first")
    pointer = store.pointer
    assert pointer.left == pointer.previous
    assert pointer.left.startswith("2-")
    assert roll_back(store).bundle.generation == 2
    assert shown(content) == files("second", pictures=3)


def test_after_going_back_the_newer_one_can_be_installed_again(first, second, content):
    store = Store(content)
    install(first, store)
    install(second, store)
    roll_back(store)
    assert install(second, store).bundle.generation == 2
    assert store.pointer.left is None


def test_the_first_picture_of_before_is_not_remembered(first, content):
    cache_folder().mkdir(parents=True)
    (cache_folder() / opening.FILE_NAME).write_text("[]")
    install(first, Store(content))
    assert not (cache_folder() / opening.FILE_NAME).exists()


def test_one_at_a_time(first, second, content):
    store = Store(content)
    install(first, store)
    with locked(content / "install.lock"):
        with pytest.raises(BundleRefused) as told:
            install(second, store)
        assert rule_of(told) == "busy"
        (content / GENERATIONS / ".new-2").mkdir()
        store.tidy()
        assert (content / GENERATIONS / ".new-2").is_dir()
    assert install(second, store)
    assert generations(content) == ["1", "2"]


def test_what_a_killed_install_has_left_goes(first, content):
    store = Store(content)
    install(first, store)
    for left in (".new-2-0123456789abcdef", ".old-0-0123456789abcdef", "2-0123456789abcdef"):
        (content / GENERATIONS / left / EXHIBITION).mkdir(parents=True)
        (content / GENERATIONS / left / EXHIBITION / "half.jpg").write_bytes(b"half")
    pointer_file(content).with_name(".current.json.1.new").write_bytes(b"{")
    store.tidy()
    assert generations(content) == ["1"]
    assert sorted(path.name for path in content.iterdir()) == ["current.json", "generations", "install.lock"]
    assert shown(content) == files("first")


def test_nothing_is_made_by_tidying(content):
    Store(content).tidy()
    assert not content.exists()


def test_what_is_on_a_screen_is_not_removed(first, second, third, content):
    store = Store(content)
    install(first, store)
    held = hold(current_exhibition(content))
    assert held
    install(second, store)
    install(third, store)
    assert generations(content) == ["1", "2", "3"]
    held.close()
    store.tidy()
    assert generations(content) == ["2", "3"]
    assert hold(content.parent) is None


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b'{"current": "../../etc"}', b"\0" * 100, b"x" * 10_000, b'{"current": "9-' + b"0" * 16 + b'"}'],
)
def test_the_show_goes_on_after_the_pointer_is_lost(first, second, content, damage):
    store = Store(content)
    install(first, store)
    install(second, store)
    os.utime(content / GENERATIONS / store.pointer.previous / LIST, ns=(0, 0))
    pointer_file(content).write_bytes(damage)
    assert shown(content) == files("second", pictures=3)
    assert store.current.generation == 2
    assert install(first, store, older=True)
    assert read_pointer(content).current.startswith("1-")


def test_the_one_before_is_shown_when_the_current_one_is_gone(first, second, content):
    store = Store(content)
    install(first, store)
    install(second, store)
    shutil.rmtree(content / GENERATIONS / store.pointer.current)
    assert shown(content) == files("first")
    assert store.pointer == Pointer(store.pointer.current)
    assert store.current.generation == 1


def test_signatures_are_told_apart(content, tmp_path, key):
    other = new_key()
    bundle = write_bundle(tmp_path / "x.kiosk", key=key)
    assert install(bundle, Store(content), key.public).signer is Signer.OURS
    assert install(bundle, Store(content), other.public).signer is Signer.OTHER
    assert install(bundle, Store(content)).signer is Signer.OTHER
    assert install(write_bundle(tmp_path / "y.kiosk"), Store(content), key.public).signer is Signer.NOBODY


@pytest.mark.parametrize("signed", [True, False])
def test_only_signed_ones_where_that_is_asked_for(content, tmp_path, key, signed):
    bundle = write_bundle(tmp_path / "x.kiosk", key=new_key() if signed else None)
    with pytest.raises(BundleRefused) as told:
        install(bundle, Store(content), key.public, signed_only=True)
    assert rule_of(told) == "not-signed"
    assert not content.exists()
    assert install(write_bundle(tmp_path / "x.kiosk", key=key), Store(content), key.public, signed_only=True)


# The order that survives a power cut.


def test_everything_is_on_the_disk_before_it_is_shown(first, second, content):
    disk = WatchedDisk()
    install(first, Store(content, disk))
    disk.steps.clear()
    install(second, Store(content, disk))
    steps = [(what, Path(where)) for what, where in disk.steps]
    staged = next(where for what, where in steps if what == "make_folder" and where.name == EXHIBITION).parent
    renamed = next(place for place, (what, _) in enumerate(steps) if what == "rename")
    replaced = steps.index(("replace", pointer_file(content)))
    made = [where for what, where in steps[:renamed] if what == "create"]
    assert len(made) == 3 + 1 + 1  # pictures, manifest, list
    for file in made:
        written = max(place for place, step in enumerate(steps) if step == ("write", file))
        synced = steps.index(("sync", file))
        named = steps.index(("sync_folder", file.parent))
        assert written < synced < named < renamed
    assert made[-1] == staged / LIST
    assert steps[renamed][1].parent == content / GENERATIONS
    unfinished = unfinished_name(pointer_file(content))
    assert renamed < steps.index(("sync_folder", content / GENERATIONS), renamed)
    assert steps.index(("sync_folder", content / GENERATIONS), renamed) < steps.index(("create", unfinished))
    assert steps.index(("sync", unfinished)) < replaced
    assert steps.index(("sync_folder", content), replaced) == replaced + 1
    for folder in ("pictures", "."):
        assert ("sync_folder", staged / EXHIBITION / folder) in steps[:renamed]


def test_the_folders_above_are_on_the_disk_as_well(first, content):
    disk = WatchedDisk()
    install(first, Store(content, disk))
    for folder in (content, content.parent, content.parent.parent):
        assert ("sync_folder", str(folder)) in disk.steps


@pytest.mark.skipif(os.name != "posix", reason="Windows syncs no folders")
def test_to_sync_is_to_ask_the_system(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: asked.append(os.fstat(descriptor).st_ino))
    file = tmp_path / "file"
    with Disk().create(file) as opened:
        Disk().write(opened, b"x")
        Disk().sync(opened)
        assert file.read_bytes() == b"x"
    Disk().sync_folder(tmp_path)
    assert asked == [file.stat().st_ino, tmp_path.stat().st_ino]


def test_where_a_reader_is_in_the_way_it_is_tried_again(first, second, content, monkeypatch):
    """As on Windows."""
    install(first, Store(content))
    monkeypatch.setattr(disk_module, "PAUSES_S", (0, 0))
    tries, replace = [], Path.replace

    def busy_twice(file: Path, target: Path) -> Path:
        if target.name == "current.json":
            tries.append(file)
            if len(tries) < 3:
                raise PermissionError(13, "in use")
        return replace(file, target)

    monkeypatch.setattr(Path, "replace", busy_twice)
    assert install(second, Store(content)).bundle.generation == 2
    assert len(tries) == 3


# The disk refuses.

REASONS = {errno.ENOSPC: "disk-full", errno.EIO: "unwritable", errno.EROFS: "read-only"}


def whole(content: Path) -> Bundle:
    """What is shown is as its own list says."""
    folder = current_exhibition(content).parent
    bundle = decode((folder / LIST).read_bytes(), folder / LIST)
    assert is_as_listed(folder, bundle.files)
    return bundle


def fails(do: Callable[[], object], rule: str) -> bool:
    """Whether it does, for this reason."""
    try:
        do()
    except BundleRefused as told:
        if told.problem.rule != rule:
            raise
        return True
    return False


@pytest.mark.parametrize(
    ("error", "for_ever"), [(errno.ENOSPC, False), (errno.EROFS, False), (errno.EIO, False), (errno.EIO, True)]
)
def test_when_the_disk_refuses_at_any_step_the_old_one_stays(first, second, content, error, for_ever):
    install(first, Store(content))
    before = sorted(path.name for path in (content / GENERATIONS).iterdir())
    counting = WatchedDisk()
    trial = content.with_name("trial")
    install(first, Store(trial))
    install(second, Store(trial, counting))
    assert len(counting.steps) > 20
    for step in range(len(counting.steps)):
        disk = WatchedDisk(step, error, for_ever=for_ever)
        with pytest.raises(BundleRefused) as told:
            install(second, Store(content, disk))
        assert disk.failed
        assert rule_of(told) == REASONS[error], disk.steps[step]
        assert whole(content).generation == 1, disk.steps[step]
        assert sorted(path.name for path in (content / GENERATIONS).iterdir()) == before, disk.steps[step]
        assert sorted(path.name for path in content.iterdir()) == ["current.json", "generations", "install.lock"]
    assert install(second, Store(content)).before.generation == 1


@pytest.mark.parametrize("error", REASONS, ids=errno.errorcode.get)
def test_when_the_disk_refuses_the_first_one_there_is_none(first, content, error):
    for step in range(100):
        disk = WatchedDisk(step, error)
        if not fails(lambda disk=disk: install(first, Store(content, disk)), REASONS[error]):
            break
        assert current_exhibition(content) is None, disk.steps[step]
    assert step > 15
    assert shown(content) == files("first")


@pytest.mark.parametrize("error", REASONS, ids=errno.errorcode.get)
def test_when_the_disk_refuses_to_go_back_nothing_changes(first, second, content, error):
    install(first, Store(content))
    install(second, Store(content))
    for step in range(20):
        disk = WatchedDisk(step, error)
        if not fails(lambda disk=disk: roll_back(Store(content, disk)), REASONS[error]):
            break
        assert whole(content).generation == 2
    assert step > 3
    assert whole(content).generation == 1


def test_a_stick_that_is_pulled_leaves_nothing_behind(first, second, content, monkeypatch):
    install(first, Store(content))
    import zipfile

    reads = iter(range(1000))

    def read(self, n=-1):
        if next(reads) > 4:
            raise OSError(errno.EIO, "pulled")
        return plain(self, n)

    plain = zipfile.ZipExtFile.read
    monkeypatch.setattr(zipfile.ZipExtFile, "read", read)
    with pytest.raises(BundleRefused) as told:
        install(second, Store(content))
    assert rule_of(told) == "unreadable"
    assert generations(content) == ["1"]
    assert shown(content) == files("first")
