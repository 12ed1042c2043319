"""Keys to sign with, in minisign's own format: made by `kiosk keygen` or `minisign -G`, with a password or without."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import os
import struct
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.disk import Disk
from kiosk.exhibition.public_key import PublicKey

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".key"
PUBLIC_SUFFIX = ".pub"
OPERATIONS, MEMORY_BYTES = 1 << 25, 1 << 30
"""What a password costs to try, as minisign has it: a gigabyte and some seconds of scrypt (RFC 7914)."""
_MOST_OPERATIONS, _MOST_MEMORY = 1 << 27, 1 << 31
_FILE = struct.Struct("<2s2s2s32sQQ104s")
_SECRETS = struct.Struct("<8s32s32s32s")
_MOST_BYTES = 4096
_ALGORITHM, _SCRYPT, _NO_PASSWORD, _BLAKE2B = b"Ed", b"Sc", b"\0\0", b"B2"


class SecretKey(NamedTuple):
    """A key to sign with: its 32 secret bytes, and its public part."""

    seed: bytes
    public: PublicKey


class NotAKey(Exception):
    """A secret key that cannot be used; in words that continue "it is not used:"."""


class WrongPassword(NotAKey):
    """The key has a password, and this is not it; or none was given."""


def new_key() -> SecretKey:
    """A key that nobody has."""
    from nacl.signing import SigningKey  # noqa: PLC0415 - only to sign

    seed = os.urandom(32)
    return SecretKey(seed, PublicKey(os.urandom(8), bytes(SigningKey(seed).verify_key)))


def write_key(
    key: SecretKey, file: Path, password: str, operations: int = OPERATIONS, memory_bytes: int = MEMORY_BYTES
) -> Path:
    """Write a key to the new `file`, for its owner alone, and its public part beside it, which is returned.

    Raises OSError, FileExistsError for a key that is there already.
    """
    secrets = key.public.id + key.seed + key.public.key
    packed = secrets + _checksum(secrets)
    how = (_NO_PASSWORD, _BLAKE2B, bytes(32), 0, 0)
    if password:
        salt = os.urandom(32)
        packed = _mixed(packed, password, salt, operations, memory_bytes)
        how = (_SCRYPT, _BLAKE2B, salt, operations, memory_bytes)
    public = file.with_suffix(PUBLIC_SUFFIX)
    with public.open("x", encoding="ascii", newline="\n") as opened:
        opened.write(f"untrusted comment: minisign public key {key.public.id[::-1].hex().upper()}\n{key.public}\n")
    words = "minisign encrypted secret key" if password else "minisign secret key without a password"
    data = base64.b64encode(_FILE.pack(_ALGORITHM, *how, packed))
    try:
        _write_secret(file, f"untrusted comment: {words}\n".encode() + data + b"\n")
    except OSError:
        with contextlib.suppress(OSError):
            public.unlink()
        raise
    return public


def _write_secret(file: Path, content: bytes) -> None:
    """Make a file for its owner alone, on the disk as a whole or not at all."""
    disk = Disk()
    with disk.create(file, private=True) as opened:
        try:
            disk.write(opened, content)
            disk.sync(opened)
        except OSError:
            file.unlink(missing_ok=True)
            raise


def has_password(file: Path) -> bool:
    """Whether the key in `file` asks for a password. Raises `NotAKey`."""
    return _read(file)[0] == _SCRYPT


def read_key(file: Path, password: str = "") -> SecretKey:
    """The key in `file`. Raises `NotAKey`, and `WrongPassword` where it is one but does not open."""
    how, salt, operations, memory_bytes, packed = _read(file)
    if how == _SCRYPT:
        if not password:
            raise WrongPassword("it has a password")
        packed = _mixed(packed, password, salt, operations, memory_bytes)
    name, seed, public, checksum = _SECRETS.unpack(packed)
    if checksum not in (_checksum(name + seed + public), bytes(32)) or (how == _SCRYPT and not any(checksum)):
        raise WrongPassword("the password is wrong") if how == _SCRYPT else NotAKey("it is damaged")
    from nacl.signing import SigningKey  # noqa: PLC0415 - only to sign

    if bytes(SigningKey(seed).verify_key) != public:
        raise NotAKey("it is damaged")
    return SecretKey(seed, PublicKey(name, public))


def _read(file: Path) -> tuple[bytes, bytes, int, int, bytes]:
    try:
        with file.open("rb") as opened:
            lines = opened.read(_MOST_BYTES).decode("utf-8", "replace").splitlines()
        data = base64.b64decode(lines[1].strip(), validate=True)
        algorithm, how, checksum, salt, operations, memory_bytes, packed = _FILE.unpack(data)
    except OSError as error:
        raise NotAKey(f"it cannot be read ({error.strerror or error})") from error
    except (IndexError, binascii.Error, ValueError, struct.error) as error:
        raise NotAKey("it is no secret key of minisign or `kiosk keygen`") from error
    if algorithm != _ALGORITHM or checksum != _BLAKE2B or how not in (_SCRYPT, _NO_PASSWORD):
        raise NotAKey("it is of a kind that is not known here")
    if operations > _MOST_OPERATIONS or memory_bytes > _MOST_MEMORY:
        raise NotAKey("its password costs more memory than a computer has")
    return how, salt, operations, memory_bytes, packed


def _mixed(packed: bytes, password: str, salt: bytes, operations: int, memory_bytes: int) -> bytes:
    """Secrets with a password mixed in, or taken out again. Raises `NotAKey`."""
    from nacl.pwhash import scrypt  # noqa: PLC0415 - only for keys with a password

    try:
        stream = scrypt.kdf(len(packed), password.encode(), salt, operations, memory_bytes)
    except (ValueError, TypeError, RuntimeError, MemoryError) as error:
        raise NotAKey("it is damaged, or its password costs more memory than is free") from error
    return bytes(one ^ other for one, other in zip(packed, stream, strict=True))


def _checksum(secrets: bytes) -> bytes:
    return hashlib.blake2b(_ALGORITHM + secrets, digest_size=32).digest()
