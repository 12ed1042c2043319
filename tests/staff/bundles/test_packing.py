from __future__ import annotations

import datetime as dt
import os
import zipfile
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.exhibition.installed import LIST
from kiosk.staff.bundles import packing
from kiosk.staff.bundles.archive import open_bundle
from kiosk.staff.bundles.contents import decode
from kiosk.staff.bundles.installing import install
from kiosk.staff.bundles.packing import Packed, Unusable, Wanted, pack
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.secret_key import new_key
from kiosk.staff.bundles.signing import Signer, signer_of
from kiosk.staff.bundles.store import Store
from kiosk.staff.check import CheckReport
from kiosk.staff.check import check as real_check
from tests.bundles import NOON

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "exhibition: {title: {en: Spring, ru: Весна}, brand: {logo: brand/logo.png, fonts: [fonts/Own.ttf]}}\nworks:\n"
WORKS = "- {id: a, picture: pictures/a.jpg}\n- {id: b, picture: pictures/B.JPG}\n- {id: c, picture: pictures/a.jpg}\n"
QUICK = Wanted(quick=True)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """An exhibition with everything that a bundle holds, and with what it does not."""
    room = tmp_path / "room"
    for folder in ("pictures/raw", "brand", "fonts"):
        (room / folder).mkdir(parents=True)
    for number, name in enumerate(("pictures/a.jpg", "pictures/b.jpg", "pictures/unused.jpg", "brand/logo.png")):
        Image.new("RGB", (40 + number, 30), "teal").save(room / name)
    (room / "fonts/Own.ttf").write_bytes(b"a font")
    (room / "notes.docx").write_bytes(b"mine")
    (room / "manifest.yaml").write_text(HEAD + WORKS, encoding="utf-8")
    return room


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are not looked at, which takes a worker process."""

    def check(path: Path, *_: object, **__: object) -> CheckReport:
        return real_check(path, pictures=False)

    monkeypatch.setattr(packing, "check", check)


def made(room: Path, file: Path, now: dt.datetime = NOON, wanted: Wanted = QUICK) -> Packed:
    return pack(room, file, now, wanted)


def names(file: Path) -> list[str]:
    with zipfile.ZipFile(file) as packed:
        return packed.namelist()


def test_a_bundle_has_the_manifest_and_what_it_names_and_nothing_else(room, tmp_path):
    packed = pack(room, tmp_path / "spring", NOON)
    assert packed.file == tmp_path / "spring.kiosk"
    assert names(packed.file) == [
        LIST,
        "manifest.yaml",
        "brand/logo.png",
        "fonts/Own.ttf",
        "pictures/a.jpg",
        "pictures/b.jpg",
    ]
    with zipfile.ZipFile(packed.file) as opened:
        bundle = decode(opened.read(LIST), packed.file)
        assert {entry.compress_type for entry in opened.infolist()} == {zipfile.ZIP_STORED}
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for file in bundle.files:
            assert opened.read(file.name) == (room / file.name).read_bytes()
    assert bundle == packed.bundle
    assert (bundle.format, bundle.title, bundle.generation, bundle.made) == (1, "Spring", 1, NOON)
    assert "small-picture" in {problem.rule for problem in packed.problems}
    installed = install(packed.file, Store(tmp_path / "content"))
    assert installed.bundle == bundle


@pytest.mark.usefixtures("unchecked")
def test_a_manifest_of_another_name_is_the_manifest(room, tmp_path):
    (room / "manifest.yaml").rename(room / "spring.yaml")
    packed = made(room / "spring.yaml", tmp_path / "x.kiosk")
    assert "manifest.yaml" in names(packed.file)
    assert (room / "spring.generation").read_text() == "1\n"


@pytest.mark.usefixtures("unchecked")
def test_the_same_exhibition_gives_the_same_bytes(room, tmp_path):
    one = made(room, tmp_path / "one.kiosk", wanted=Wanted(generation=7))
    os.utime(room / "pictures/a.jpg", ns=(0, 0))
    again = made(room, tmp_path / "again.kiosk", wanted=Wanted(generation=7))
    assert one.file.read_bytes() == again.file.read_bytes()
    later = made(room, tmp_path / "later.kiosk", NOON + dt.timedelta(days=1))
    assert later.bundle.generation == 8
    assert later.bundle.files == one.bundle.files
    assert later.bundle.name != one.bundle.name
    assert one.bundle.name == again.bundle.name


@pytest.mark.usefixtures("unchecked")
def test_each_bundle_is_one_generation_more(room, tmp_path):
    numbers = [made(room, tmp_path / "x.kiosk").bundle.generation for _ in range(2)]
    numbers.append(made(room, tmp_path / "x.kiosk", wanted=Wanted(generation=40)).bundle.generation)
    numbers.append(made(room, tmp_path / "x.kiosk").bundle.generation)
    assert numbers == [1, 2, 40, 41]
    assert (room / "manifest.generation").read_text() == "41\n"
    (room / "manifest.generation").write_text("forty")
    with pytest.raises(BundleRefused, match="--generation"):
        made(room, tmp_path / "x.kiosk")


@pytest.mark.usefixtures("unchecked")
def test_a_number_that_cannot_be_remembered_is_told(room, tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(30, "read-only")

    monkeypatch.setattr(packing, "replace_file", fail)
    packed = made(room, tmp_path / "x.kiosk")
    assert "--generation 2" in packed.problems[-1].remedy
    assert packed.file.is_file()


@pytest.mark.usefixtures("unchecked")
def test_a_bundle_is_signed_with_a_key(room, tmp_path):
    key = new_key()
    packed = made(room, tmp_path / "x.kiosk", wanted=Wanted(key=key))
    assert packed.signed
    assert names(packed.file)[:2] == [LIST, "bundle.json.minisig"]
    with open_bundle(packed.file) as opened:
        assert signer_of(opened, key.public) is Signer.OURS
        assert b"trusted comment: Spring, generation 1, made 2026-11-28" in opened.signature


def test_what_the_check_refuses_is_not_packed_and_told(room, tmp_path):
    outside = tmp_path / "secret.jpg"
    Image.new("RGB", (40, 30)).save(outside)
    broken = {
        "lfs": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 7\n",
        "page": b"<!DOCTYPE html>",
        "half": (room / "pictures/a.jpg").read_bytes()[:-200],
    }
    works = HEAD.replace("brand/logo.png", "brand/none.png") + WORKS + "- {id: gone, picture: gone.jpg}\n"
    for name, content in broken.items():
        (room / f"{name}.jpg").write_bytes(content)
        works += f"- {{id: {name}, picture: {name}.jpg}}\n"
    if hasattr(os, "symlink"):
        (room / "link.jpg").symlink_to(outside)
        works += "- {id: link, picture: link.jpg}\n"
    (room / "manifest.yaml").write_text(works, encoding="utf-8")
    packed = pack(room, tmp_path / "x.kiosk", NOON)
    assert names(packed.file) == [LIST, "manifest.yaml", "fonts/Own.ttf", "pictures/a.jpg", "pictures/b.jpg"]
    told = {problem.work: problem.rule for problem in packed.problems if problem.severity == "warning"}
    assert told["lfs"] == told["page"] == "not-a-picture"
    assert told["half"] == "truncated"
    assert told["gone"] == "missing"
    assert told.get("link", "outside-folder") == "outside-folder"


@pytest.mark.usefixtures("unchecked")
@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links are for POSIX")
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_font_that_lies_elsewhere_is_refused(room, tmp_path, kind):
    font = room / "fonts/Own.ttf"
    font.rename(tmp_path / "Own.ttf")
    if kind == "link":
        font.symlink_to(tmp_path / "Own.ttf")
        with pytest.raises(BundleRefused) as told:
            made(room, tmp_path / "x.kiosk")
        assert told.value.problem.rule == "outside-folder"
        assert told.value.problem.file == font
        assert not (tmp_path / "x.kiosk").exists()
    else:
        os.mkfifo(font)
        assert "fonts/Own.ttf" not in names(made(room, tmp_path / "x.kiosk").file)


def test_an_exhibition_that_cannot_be_shown_is_not_packed(room, tmp_path):
    (room / "manifest.yaml").write_text("exhibition: {title: X}\nworks: []\n")
    with pytest.raises(Unusable) as told:
        made(room, tmp_path / "x.kiosk")
    assert [problem.rule for problem in told.value.report.problems] == ["no-works"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["room"]
    assert not (room / "manifest.generation").exists()


@pytest.mark.usefixtures("unchecked")
def test_names_that_another_disk_cannot_hold_are_refused(room, tmp_path):
    try:
        Image.new("RGB", (9, 9)).save(room / "pictures/A.jpg")
        if (room / "pictures/a.jpg").samefile(room / "pictures/A.jpg"):
            pytest.skip("this disk does not tell capitals apart")
    except OSError:
        pytest.skip("this disk cannot hold it either")
    (room / "manifest.yaml").write_text(HEAD + WORKS + "- {id: d, picture: pictures/A.jpg}\n", encoding="utf-8")
    with pytest.raises(BundleRefused, match="same file") as told:
        made(room, tmp_path / "x.kiosk")
    assert told.value.problem.rule == "same-name"


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize("change", [b"", b"x" * 100_000, None])
def test_a_picture_that_is_saved_meanwhile_is_refused(room, tmp_path, monkeypatch, change):
    listed = packing.packed_file
    old = made(room, tmp_path / "x.kiosk").file.read_bytes()

    def then_change(name, source, folder):
        found = listed(name, source, folder)
        if name == "pictures/b.jpg":
            source.write_bytes(source.read_bytes()[::-1] if change is None else change)
        return found

    monkeypatch.setattr(packing, "packed_file", then_change)
    with pytest.raises(BundleRefused) as told:
        made(room, tmp_path / "x.kiosk")
    assert told.value.problem.rule == "changing"
    assert told.value.problem.file == room / "pictures/b.jpg"
    assert (tmp_path / "x.kiosk").read_bytes() == old
    assert sorted(path.name for path in tmp_path.iterdir()) == ["room", "x.kiosk"]
    assert (room / "manifest.generation").read_text() == "1\n"


@pytest.mark.usefixtures("unchecked")
def test_a_disk_that_refuses_the_bundle_keeps_the_old_one(room, tmp_path, monkeypatch):
    made(room, tmp_path / "x.kiosk")
    old = (tmp_path / "x.kiosk").read_bytes()

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BundleRefused) as told:
        made(room, tmp_path / "x.kiosk")
    assert told.value.problem.rule == "disk-full"
    assert (tmp_path / "x.kiosk").read_bytes() == old
    assert sorted(path.name for path in tmp_path.iterdir()) == ["room", "x.kiosk"]
