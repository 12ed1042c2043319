"""The public key that bundles are signed with, as minisign writes it: whether it is one, before anything is trusted."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition import regular_files

if TYPE_CHECKING:
    from pathlib import Path

_ALGORITHM = b"Ed"
_ID_BYTES = 8
_KEY_BYTES = 32
_MOST_BYTES = 4096


class PublicKey(NamedTuple):
    """An Ed25519 key and the eight bytes it is known by."""

    id: bytes
    key: bytes

    def __str__(self) -> str:
        return base64.b64encode(_ALGORITHM + self.id + self.key).decode("ascii")


class NoKey(Exception):
    """There is no public key; in words that continue "it is not used:"."""


def read_public_key(words: str, folder: Path) -> PublicKey:
    """The key that `words` are, or that is in the file they name, relative to `folder`. Raises `NoKey`."""
    key = _decoded(words.strip())
    if key:
        return key
    try:
        file = folder / words
        if not file.is_file():
            raise NoKey("it is neither a public key nor a file with one")
        return parse_public_key(regular_files.read(file, _MOST_BYTES))
    except (OSError, ValueError) as error:
        raise NoKey(f"it cannot be read ({getattr(error, 'strerror', None) or error})") from error


def parse_public_key(content: bytes) -> PublicKey:
    """The key in a file such as minisign.pub: a comment, and the key in Base64. Raises `NoKey`."""
    lines = content.decode("utf-8", "replace").splitlines()
    if any("secret key" in line for line in lines[:1]):
        raise NoKey("it is a secret key, which nobody but its owner may have")
    key = next(filter(None, map(_decoded, (line.strip() for line in lines[:3]))), None)
    if key is None:
        raise NoKey("there is no minisign public key in it")
    return key


def _decoded(words: str) -> PublicKey | None:
    try:
        data = base64.b64decode(words, validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(data) != len(_ALGORITHM) + _ID_BYTES + _KEY_BYTES or not data.startswith(_ALGORITHM):
        return None
    return PublicKey(data[2 : 2 + _ID_BYTES], data[2 + _ID_BYTES :])
