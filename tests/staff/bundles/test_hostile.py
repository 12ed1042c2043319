"""Zips that nobody should open: each is refused, named, and nothing of it is written."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from kiosk.exhibition.installed import LIST
from kiosk.staff.bundles import archive, directory, extraction
from kiosk.staff.bundles.archive import open_bundle
from kiosk.staff.bundles.contents import encode
from kiosk.staff.bundles.installing import install
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.secret_key import new_key
from kiosk.staff.bundles.signing import Signer, signer_of
from kiosk.staff.bundles.store import Store
from tests.bundles import RawZip, described, files, listed, write_bundle

if TYPE_CHECKING:
    from pathlib import Path

KEY = new_key()
NOTHING = {"manifest.yaml": b""}


def refused(file: Path, content: bytes | None = None) -> BundleRefused:
    """What is said about the bundle `file` with this content; nothing was written."""
    if content is not None:
        file.write_bytes(content)
    store = Store(file.parent / "content")
    with pytest.raises(BundleRefused) as told:
        install(file, store)
    problem = told.value.problem
    assert problem.file == file
    assert problem.message
    assert problem.remedy
    assert not [path for path in store.folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return told.value


def with_name(name: str | bytes, **how: Any) -> bytes:
    """A bundle with one more file of this name, listed as it should be."""
    words = name if isinstance(name, str) else name.decode("latin-1")
    contents = files() | {words: b"x"}
    packed = listed(contents)
    for each, data in files().items():
        packed.add(each, data)
    return packed.add(name, **how).end()


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("../evil.jpg", "outside-folder"),
        ("pictures/../../evil.jpg", "outside-folder"),
        ("/etc/passwd", "outside-folder"),
        ("//server/share/evil.jpg", "outside-folder"),
        ("\\\\server\\share\\evil.jpg", "outside-folder"),
        ("C:/evil.jpg", "outside-folder"),
        ("C:\\evil.jpg", "outside-folder"),
        ("file:///etc/passwd", "outside-folder"),
        ("..\\evil.jpg", "outside-folder"),
        ("pictures\\c.jpg", "file-name"),
        ("pictures/con", "file-name"),
        ("pictures/aux.jpg", "file-name"),
        ("pictures/LPT1.jpg", "file-name"),
        ("c.jpg:stream", "file-name"),
        ("pictures/c.jpg.", "file-name"),
        ("pictures/c.jpg ", "file-name"),
        ("pictures/./c.jpg", "file-name"),
        ("pictures//c.jpg", "file-name"),
        ("pictures/", "file-name"),
        ("pictures/c\njpg", "file-name"),
        ("pictures/c.jpg\0.exe", "file-name"),
        ("p" * 300, "file-name"),
        ("pictures/" * 120 + "c.jpg", "file-name"),
        ("PICTURES/A.jpg", "same-name"),
        ("pictures/a.jpg", "same-name"),
        ("Manifest.YAML", "same-name"),
        ("pictures", "same-name"),
        ("manifest.yaml/c.jpg", "same-name"),
        ("inner.zip", "nested"),
        ("inner.KIOSK", "nested"),
        (LIST, "not-a-bundle"),
    ],
)
def test_a_name_that_could_do_harm_is_refused(tmp_path, name, rule):
    problem = refused(tmp_path / "x.kiosk", with_name(name)).problem
    assert problem.rule == rule
    if rule != "not-a-bundle":
        assert problem.field
        assert problem.field.isprintable()
        assert len(problem.field) <= 120


def test_a_file_that_is_there_twice_is_refused(tmp_path):
    packed = listed({"manifest.yaml": b"", "a": b"1"})
    for name, data in (("manifest.yaml", b""), ("a", b"2"), ("a", b"1")):
        packed.add(name, data)
    assert refused(tmp_path / "x.kiosk", packed.end()).problem.rule == "same-name"


def test_names_that_differ_by_how_accents_are_encoded_are_the_same(tmp_path):
    contents = {"manifest.yaml": b"", "\u00e9.jpg": b"1", "e\u0301.jpg": b"2"}
    packed = listed(contents)
    for name, data in contents.items():
        packed.add(name, data)
    assert refused(tmp_path / "x.kiosk", packed.end()).problem.rule == "same-name"


@pytest.mark.parametrize(
    ("how", "rule"),
    [
        ({"mode": stat.S_IFLNK | 0o777, "content": b"/etc/passwd"}, "not-a-regular-file"),
        ({"mode": stat.S_IFCHR | 0o666}, "not-a-regular-file"),
        ({"mode": stat.S_IFDIR | 0o755}, "not-a-regular-file"),
        ({"mode": stat.S_IFIFO | 0o644}, "not-a-regular-file"),
        ({"flags": 0x801}, "encrypted"),
        ({"flags": 0x841}, "encrypted"),
        ({"flags": 0x2800}, "encrypted"),
        ({"method": 9}, "compression"),
        ({"method": 12}, "compression"),
        ({"method": 14}, "compression"),
        ({"method": 99}, "compression"),
        ({"size": 5}, "sizes"),
        ({"packed_size": 0, "size": 0, "content": b""}, "sizes"),
        ({"method": 8, "content": bytes(1 << 20)}, "bomb"),
        ({"method": 8, "size": 0xFFFFFFF0}, "bomb"),
    ],
)
def test_an_entry_that_could_do_harm_is_refused(tmp_path, how, rule):
    problem = refused(tmp_path / "x.kiosk", with_name("pictures/c.jpg", **how)).problem
    assert (problem.rule, problem.field) == (rule, "pictures/c.jpg")


def test_words_may_be_packed(tmp_path):
    contents = files()
    packed = listed(contents)
    for name, data in contents.items():
        packed.add(name, data, method=8)
    (tmp_path / "x.kiosk").write_bytes(packed.end())
    assert install(tmp_path / "x.kiosk", Store(tmp_path / "content")).bundle.generation == 1


def lying(content: bytes, said: int, **how: Any) -> bytes:
    """A bundle whose last file says that it has `said` bytes, in the list, too."""
    contents = files() | {"pictures/c.jpg": bytes(said)}
    packed = listed(contents)
    for name, data in files().items():
        packed.add(name, data)
    return packed.add("pictures/c.jpg", content, size=said, **how).end()


@pytest.mark.parametrize(
    "content",
    [
        lying(b"0123456789", 5, method=8),
        lying(b"0123456789", 500, method=8),
        lying(b"0123456789", 500, packed_size=500),
        with_name("pictures/c.jpg", method=8, packed_size=1),
    ],
    ids=["less", "more", "beyond-its-end", "packed-less"],
)
def test_sizes_that_lie_are_found_before_anything_is_shown(tmp_path, content):
    assert refused(tmp_path / "x.kiosk", content).problem.rule in ("damaged", "sizes", "overlap", "hash")


@pytest.mark.parametrize("given", [4, 6, 5])
def test_what_comes_out_is_counted_whatever_zipfile_says(tmp_path, monkeypatch, given):
    file = write_bundle(tmp_path / "x.kiosk", files() | {"pictures/c.jpg": b"12345"})

    class Generous(zipfile.ZipExtFile):
        told = False

        def read(self, *_):
            was, self.told = self.told, True
            return b"" if was else b"123456789"[:given]

    with open_bundle(file) as opened:
        (packed,) = (each for each in opened.bundle.files if each.name == "pictures/c.jpg")
        monkeypatch.setattr(zipfile, "ZipExtFile", Generous)
        if given == packed.size:
            assert b"".join(opened.blocks(packed)) == b"12345"
        else:
            with pytest.raises(BundleRefused) as told:
                list(opened.blocks(packed))
            assert told.value.problem.rule == "sizes"
            assert ("larger" if given > packed.size else "smaller") in told.value.problem.message


def test_what_is_not_what_was_packed_is_refused(tmp_path):
    contents = files()
    packed = listed(contents)
    for name, data in contents.items():
        packed.add(name, data[::-1] if name == "pictures/b.jpg" else data)
    problem = refused(tmp_path / "x.kiosk", packed.end()).problem
    assert (problem.rule, problem.field) == ("hash", "pictures/b.jpg")


def test_an_archive_that_calls_itself_a_picture_is_refused(tmp_path):
    file = write_bundle(tmp_path / "x.kiosk", files() | {"pictures/c.jpg": RawZip().add("a").end()})
    problem = refused(file).problem
    assert (problem.rule, problem.field) == ("nested", "pictures/c.jpg")


def test_entries_that_share_their_bytes_are_refused(tmp_path):
    packed = RawZip().add(LIST, encode(described(files() | {"c.jpg": b"x"})))
    for name, data in files().items():
        packed.add(name, data)
    start = packed.local.index(b"PK\3\4", 10)
    assert refused(tmp_path / "x.kiosk", packed.add("c.jpg", at=start).end()).problem.rule == "overlap"


def test_bytes_that_are_the_directory_are_no_file(tmp_path):
    packed = listed().add("manifest.yaml", b"x", packed_size=90, size=90)
    assert refused(tmp_path / "x.kiosk", packed.end()).problem.rule == "overlap"


@pytest.mark.parametrize("count", [directory.MOST_FILES + 1, 1_000_000])
def test_a_million_entries_are_refused_before_they_are_kept(tmp_path, count, monkeypatch):
    monkeypatch.setattr(zipfile, "ZipFile", None)
    one = RawZip().add(b"a")
    content = one.local + one.central * count
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(one.central) * count, len(one.local), 0)
    problem = refused(tmp_path / "x.kiosk", content + end).problem
    assert problem.rule == "too-many-files"


def test_entries_are_counted_where_zipfile_reads_them(tmp_path):
    packed = listed()
    decoy = packed.end(offset=len(packed.local) - 60)
    assert refused(tmp_path / "x.kiosk", decoy).problem.rule == "incomplete"


SOUND = listed({"manifest.yaml": b"x"}).add("manifest.yaml").end()


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "not-a-bundle"),
        (b"PK", "not-a-bundle"),
        (b"<!DOCTYPE html>", "not-a-bundle"),
        (b"PK\5\6" + bytes(18), "not-a-bundle"),
        (b"MZ" + SOUND, "not-a-bundle"),
        (b"PK\3\4" + SOUND, "incomplete"),
        (SOUND[: len(SOUND) // 2], "incomplete"),
        (SOUND[:-1], "incomplete"),
        (SOUND + b"\n", "incomplete"),
        (listed().end(comment=b"hello"), "incomplete"),
        (listed().end(length=10), "incomplete"),
        (RawZip().add("manifest.yaml").add(LIST, b"{}").end(), "not-a-bundle"),
        (RawZip().add(LIST, b"{}").end()[:-22].replace(b"PK\1\2", b"PK\7\7") + SOUND[-22:], "incomplete"),
        (RawZip().add(LIST, b"nonsense").end(), "bad-list"),
        (RawZip().add(LIST, b"[" * 100_000).end(), "bad-list"),
        (RawZip().add(LIST, b'"\xff"').end(), "bad-list"),
        (listed(NOTHING).end(), "bad-list"),
        (listed(NOTHING).add("manifest.yaml", b"").add("more.jpg").end(), "bad-list"),
        (listed(NOTHING).add("manifest.yaml", b"longer").end(), "sizes"),
    ],
)
def test_what_is_no_bundle_is_refused(tmp_path, content, rule):
    assert refused(tmp_path / "x.kiosk", content).problem.rule == rule


def content_of(file: Path) -> tuple[dict[str, bytes], bytes, Signer]:
    """The files of a bundle, as an install would find them; its list, and who has signed it."""
    with open_bundle(file) as opened:
        found = {packed.name: b"".join(opened.blocks(packed)) for packed in opened.bundle.files}
        sums = {packed.name: packed.sha256 for packed in opened.bundle.files}
        if {name: hashlib.sha256(data).hexdigest() for name, data in found.items()} != sums:
            raise BundleRefused("hash", file, "", "")
        return found, opened.list_bytes, signer_of(opened, KEY.public)


def test_whatever_byte_is_changed_it_is_refused_or_changes_nothing(tmp_path):
    file = tmp_path / "x.kiosk"
    contents = {"manifest.yaml": b"works", "a.jpg": b"a picture", "b.jpg": b"another"}
    whole = write_bundle(file, contents, KEY).read_bytes()
    sound = content_of(file)
    assert sound == (contents, sound[1], Signer.OURS)
    for place in range(0, len(whole), 3):
        change = (0x01, 0x20, 0x80, 0xFF)[place % 4]
        file.write_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
        with contextlib.suppress(BundleRefused):
            found = content_of(file)
            assert found[0] == contents, place
            assert found[1] == sound[1] or found[2] is not Signer.OURS, place


def test_however_much_is_missing_it_is_refused(tmp_path):
    whole = write_bundle(tmp_path / "x.kiosk").read_bytes()
    for length in range(0, len(whole), 37):
        (tmp_path / "x.kiosk").write_bytes(whole[:length])
        with pytest.raises(BundleRefused):
            content_of(tmp_path / "x.kiosk")


def test_many_files_are_counted_where_a_large_zip_says_how_many(tmp_path, monkeypatch):
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 2)
    file = write_bundle(tmp_path / "x.kiosk", files())
    assert b"PK\6\6" in file.read_bytes()
    assert content_of(file)[0] == files()
    monkeypatch.setattr(directory, "MOST_FILES", 3)
    assert refused(file).problem.rule == "too-many-files"
    file.write_bytes(file.read_bytes().replace(b"PK\6\6", b"PK\6\5"))
    assert refused(file).problem.rule == "incomplete"


def test_a_list_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_LIST_BYTES", 100)
    assert refused(tmp_path / "x.kiosk", SOUND).problem.rule == "too-large"


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"generation": 0}, "bad-list"),
        ({"generation": "1"}, "bad-list"),
        ({"generation": 1 << 70}, "bad-list"),
        ({"format": 0}, "bad-list"),
        ({"format": 2}, "newer-program"),
        ({"minimum_version": "99.1"}, "newer-program"),
        ({"minimum_version": "soon"}, "bad-list"),
        ({"made": "yesterday"}, "bad-list"),
        ({"made": "2026-11-28T12:00:00"}, "bad-list"),
        ({"files": []}, "bad-list"),
        ({"title": "x" * 2000}, "bad-list"),
        ({"surprise": 1}, "bad-list"),
        ({"files": [{"name": "manifest.yaml", "size": -1, "sha256": "0" * 64}]}, "bad-list"),
        ({"files": [{"name": "manifest.yaml", "size": 1, "sha256": "0"}]}, "bad-list"),
        ({"files": [{"name": "manifest.yaml", "size": 1, "sha256": "0" * 64, "run": "me"}]}, "bad-list"),
        ({"files": [{"name": "manifest.yaml", "size": 1, "sha256": "0" * 64}] * 2}, "bad-list"),
    ],
)
def test_what_a_bundle_says_of_itself_is_not_believed(tmp_path, facts, rule):
    said = msgspec.to_builtins(described({"manifest.yaml": b"x"})) | facts
    problem = refused(
        tmp_path / "x.kiosk", RawZip().add(LIST, msgspec.json.encode(said)).add("manifest.yaml").end()
    ).problem
    assert (problem.rule, problem.field) == (rule, LIST)


def test_a_program_that_is_too_old_is_told_which_one_is_needed(tmp_path):
    problem = refused(write_bundle(tmp_path / "x.kiosk", minimum_version="12.3")).problem
    assert "12.3" in problem.message
    assert "Update" in problem.remedy


@pytest.mark.parametrize(
    "error",
    [
        zipfile.BadZipFile("x"),
        NotImplementedError("x"),
        RuntimeError("x"),
        ValueError("x"),
        zlib.error("x"),
        EOFError(),
        MemoryError(),
        OverflowError(),
        LookupError(),
        OSError(errno.EIO, "x"),
    ],
    ids=lambda error: type(error).__name__,
)
@pytest.mark.parametrize("when", ["opening", "reading"])
def test_whatever_comes_out_of_zipfile_is_a_refusal(tmp_path, monkeypatch, error, when):
    def fail(*_, **__):
        raise error

    file = write_bundle(tmp_path / "x.kiosk")
    if when == "opening":
        monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", fail)
    else:
        monkeypatch.setattr(zipfile.ZipExtFile, "read", fail)
    assert refused(file).problem.rule == ("unreadable" if isinstance(error, OSError) else "damaged")


def test_a_bundle_that_takes_more_than_half_of_what_is_free_is_refused(tmp_path, monkeypatch):
    file = write_bundle(tmp_path / "x.kiosk")
    with open_bundle(file) as opened:
        size = opened.bundle.size
    free = msgspec.defstruct("Usage", ["free"])
    monkeypatch.setattr(extraction.shutil, "disk_usage", lambda _: free(2 * size - 1))
    problem = refused(file).problem
    assert problem.rule == "no-room"
    assert "MB are free" in problem.message


def test_what_cannot_be_shown_is_not_installed(tmp_path):
    file = write_bundle(tmp_path / "x.kiosk", {"manifest.yaml": b"works: []\n"})
    assert refused(file).problem.rule == "unusable"


@pytest.mark.parametrize("there", ["nothing", "folder", "pipe"])
def test_what_is_no_file_is_refused_at_once(tmp_path, there):
    file = tmp_path / "x.kiosk"
    if there == "folder":
        file.mkdir()
    elif there == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("pipes with names are for POSIX")
        os.mkfifo(file)
    assert refused(file).problem.rule == ("missing" if there == "nothing" else "not-a-bundle")
