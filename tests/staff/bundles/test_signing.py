"""Signatures and keys. What minisign 0.11 itself has written is read here as it was."""

from __future__ import annotations

import base64
import stat
import sys

import pytest

from kiosk.exhibition.disk import Disk
from kiosk.exhibition.public_key import NoKey, parse_public_key, read_public_key
from kiosk.staff.bundles.installing import install
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.secret_key import NotAKey, WrongPassword, has_password, new_key, read_key, write_key
from kiosk.staff.bundles.signing import BadSignature, parse, sign, verify
from kiosk.staff.bundles.store import Store
from tests.bundles import write_bundle

PUBLIC = b"""untrusted comment: minisign public key 9AE1EB822778BFA8
RWSov3gnguvhmkN1yPl/KJnqQ6kpLksRX9Vh6CMT0vSk3XCLd5NdBRCK
"""
OF_NOBODY = """untrusted comment: minisign encrypted secret key
RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAqL94J4Lr4ZqjsvTPEuqi2URLRsdL2/WOQ5SKsz/oI8QMY\
+pIBHvTCkN1yPl/KJnqQ6kpLksRX9Vh6CMT0vSk3XCLd5NdBRCKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
"""
HASHED = b"""untrusted comment: signature from minisign secret key
RUSov3gnguvhmrW59tT9Lte4p7x3G+h6ivWR3BsJi6vY3m45iv005Jb8eYW1dcr2T8+KG2GUq6Z9CBnkrtaa7MBaeyiL12YkFQ4=
trusted comment: signed for the tests
dIHVxJlqhk3jNULWn2hXjivEYNQXaVRe0MPVgb7CqMxOrX/rDs2Z9F+SktEaKNoe098c1AEk/mXp62GYOSWlAQ==
"""
LEGACY = b"""untrusted comment: signature from minisign secret key
RWSov3gnguvhmnlDCcfbODalz7BhMJIxR/rHpUcpdf325DxvPojBpLr9wgxT/Ki25KHPhXzYlKBAm7L5YxmTQWTOoqEiLiEfEwc=
trusted comment: timestamp:1795896097\tfile:t
xLLtRr9TE1NIuFp7yk2tCAAWLmkvDDlA/hBd+7SjUL41ONPqCm4XTZglrLK3nY1qp2kcTd5UWzxJjCfitp28DQ==
"""
CHEAP = (1 << 15, 1 << 24)
"""As little as scrypt takes."""


@pytest.mark.parametrize("signature", [HASHED, LEGACY, HASHED.replace(b"\n", b"\r\n"), HASHED.rstrip()])
def test_minisigns_signatures_are_believed(signature):
    verify(b"test", parse(signature), parse_public_key(PUBLIC))


@pytest.mark.parametrize("signature", [HASHED, LEGACY])
def test_what_was_changed_is_not(signature):
    key = parse_public_key(PUBLIC)
    with pytest.raises(BadSignature):
        verify(b"Test", parse(signature), key)
    with pytest.raises(BadSignature):
        verify(b"test", parse(signature.replace(b"trusted comment: s", b"trusted comment: S")), new_key().public)
    changed = parse(signature)._replace(comment="another")
    with pytest.raises(BadSignature):
        verify(b"test", changed, key)


def test_minisigns_keys_sign(tmp_path):
    (tmp_path / "minisign.key").write_text(OF_NOBODY)
    key = read_key(tmp_path / "minisign.key")
    assert not has_password(tmp_path / "minisign.key")
    assert key.public == parse_public_key(PUBLIC)
    signature = sign(b"something", key, "a comment")
    assert signature == sign(b"something", key, "a comment")
    verify(b"something", parse(signature), key.public)
    assert parse(signature).comment == "a comment"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"one line",
        HASHED + b"more\n",
        HASHED.replace(b"untrusted", b"mistrusted"),
        HASHED.replace(b"trusted comment: s", b"comment: s"),
        HASHED.replace(b"RUS", b"RXS"),
        HASHED.replace(b"RUSov3", b"RUS!!!"),
        HASHED.replace(b"RUSov3gn", b""),
        HASHED.replace(b"dIHVxJlq", b""),
    ],
)
def test_what_is_no_signature_is_refused(content):
    with pytest.raises(BadSignature):
        parse(content)


@pytest.mark.parametrize("password", ["", "open sesame"])
def test_a_key_comes_back_as_it_was_written(tmp_path, password):
    key = new_key()
    file = tmp_path / "museum.key"
    public = write_key(key, file, password, *CHEAP)
    assert public == tmp_path / "museum.pub"
    assert parse_public_key(public.read_bytes()) == key.public
    assert f"minisign public key {key.public.id[::-1].hex().upper()}" in public.read_text()
    assert has_password(file) == bool(password)
    assert read_key(file, password) == key
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_is_never_overwritten(tmp_path):
    file = tmp_path / "museum.key"
    write_key(new_key(), file, "", *CHEAP)
    before = file.read_bytes()
    with pytest.raises(FileExistsError):
        write_key(new_key(), file, "", *CHEAP)
    (tmp_path / "museum.pub").unlink()
    with pytest.raises(FileExistsError):
        write_key(new_key(), file, "", *CHEAP)
    assert file.read_bytes() == before
    assert not (tmp_path / "museum.pub").exists()


def test_a_wrong_password_opens_nothing(tmp_path):
    file = tmp_path / "museum.key"
    write_key(new_key(), file, "open sesame", *CHEAP)
    for password in ("", "open barley"):
        with pytest.raises(WrongPassword):
            read_key(file, password)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "one line",
        "comment\nnonsense\n",
        "comment\nAAAA\n",
        OF_NOBODY.replace("RWQAAEIy", "RXQAAEIy"),
        OF_NOBODY.replace("RWQAAEIy", "RWRBQUIy"),
        OF_NOBODY.replace("Y+pIBHvT", "Y+pIBHvU"),
    ],
)
def test_what_is_no_key_is_not_used(tmp_path, content):
    file = tmp_path / "museum.key"
    with pytest.raises(NotAKey):
        read_key(file)
    file.write_text(content)
    with pytest.raises(NotAKey):
        read_key(file)


def test_a_key_with_a_cost_that_is_none_is_not_used(tmp_path):
    file = tmp_path / "museum.key"
    write_key(new_key(), file, "open sesame", *CHEAP)
    head, data = file.read_text().splitlines()
    raw = bytearray(base64.b64decode(data))
    raw[46:54] = (1).to_bytes(8, "little")
    file.write_text(f"{head}\n{base64.b64encode(raw).decode()}\n")
    with pytest.raises(NotAKey, match="damaged"):
        read_key(file, "open sesame")


def test_a_key_that_cannot_be_written_leaves_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(Disk, "sync", full)
    with pytest.raises(OSError, match="full"):
        write_key(new_key(), tmp_path / "museum.key", "")
    assert not list(tmp_path.iterdir())


def test_a_key_that_would_take_all_memory_is_not_tried(tmp_path):
    file = tmp_path / "museum.key"
    write_key(new_key(), file, "open sesame", *CHEAP)
    head, data = file.read_text().splitlines()
    raw = bytearray(base64.b64decode(data))
    raw[46:54] = (1 << 40).to_bytes(8, "little")
    file.write_text(f"{head}\n{base64.b64encode(raw).decode()}\n")
    with pytest.raises(NotAKey, match="memory"):
        read_key(file, "open sesame")


def test_a_public_key_is_given_as_words_or_as_a_file(tmp_path):
    (tmp_path / "museum.pub").write_bytes(PUBLIC)
    key = parse_public_key(PUBLIC)
    words = PUBLIC.decode().splitlines()[1]
    assert str(key) == words
    assert read_public_key(words, tmp_path) == read_public_key(f" {words}\n", tmp_path) == key
    assert read_public_key("museum.pub", tmp_path) == key
    assert read_public_key(str(tmp_path / "museum.pub"), tmp_path.parent) == key


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "neither"), (b"", "no minisign"), (b"\xff\0", "no minisign"), (OF_NOBODY.encode(), "secret key")],
)
def test_what_is_no_public_key_is_told(tmp_path, content, reason):
    if content is not None:
        (tmp_path / "museum.pub").write_bytes(content)
    with pytest.raises(NoKey, match=reason):
        read_public_key("museum.pub", tmp_path)


def test_a_bundle_that_was_changed_after_it_was_signed_is_refused(tmp_path):
    key = new_key()
    file = write_bundle(tmp_path / "x.kiosk", key=key)
    content = file.read_bytes()
    start = content.index(b"trusted comment: for a test")
    import zipfile

    with zipfile.ZipFile(file) as packed:
        signature = packed.read("bundle.json.minisig")
    forged = sign(b"something else", key, "for a test")
    assert len(signature) == len(forged)
    import zlib

    crc = zlib.crc32(signature).to_bytes(4, "little")
    content = content.replace(signature, forged).replace(crc, zlib.crc32(forged).to_bytes(4, "little"))
    file.write_bytes(content)
    assert start
    store = Store(tmp_path / "content")
    with pytest.raises(BundleRefused) as told:
        install(file, store, key.public)
    assert told.value.problem.rule == "bad-signature"
    assert told.value.problem.field == "bundle.json.minisig"
    assert not store.folder.exists()
