"""Signatures of bundles as minisign makes them (https://jedisct1.github.io/minisign/, Ed25519 of RFC 8032).

What is signed is bundle.json, which names the SHA-256 of everything else in the bundle. The signature is an entry of
its own, so that it travels along, and is exactly what `minisign -S` writes and `minisign -V` reads.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.installed import LIST
from kiosk.staff.bundles.contents import SIGNATURE
from kiosk.staff.bundles.refusal import BundleRefused

if TYPE_CHECKING:
    from kiosk.exhibition.public_key import PublicKey
    from kiosk.staff.bundles.archive import Archive
    from kiosk.staff.bundles.secret_key import SecretKey

_PLAIN, _HASHED = b"Ed", b"ED"
_SIGNATURE_BYTES = 64
_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "


class Signer(StrEnum):
    """Whose signature a bundle has."""

    OURS = "ours"
    """That of the key of this kiosk, and right."""
    OTHER = "other"
    """That of a key this kiosk does not know; it says nothing."""
    NOBODY = "nobody"


class Signature(NamedTuple):
    """A minisign signature: of the content itself, or of its BLAKE2b when `hashed`, and of both it and `comment`."""

    key_id: bytes
    hashed: bool
    signed: bytes
    comment: str
    signed_comment: bytes


class BadSignature(Exception):
    """A signature that is none, or not of this content."""


def signer_of(archive: Archive, key: PublicKey | None) -> Signer:
    """Whose signature is on an open bundle. Raises `BundleRefused` for one that is wrong."""
    if archive.signature is None:
        return Signer.NOBODY
    try:
        signature = parse(archive.signature)
        if key is None or signature.key_id != key.id:
            return Signer.OTHER
        verify(archive.list_bytes, signature, key)
    except BadSignature as error:
        message = "The signature is wrong: the bundle has been changed since it was signed."
        remedy = "Do not use it. Ask whoever made it for another copy."
        raise BundleRefused("bad-signature", archive.file, message, remedy, SIGNATURE) from error
    return Signer.OURS


def verify(content: bytes, signature: Signature, key: PublicKey) -> None:
    """Whether a signature is that of `key`, under `content` and under its own comment. Raises `BadSignature`."""
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - most bundles are not signed
    from nacl.signing import VerifyKey  # noqa: PLC0415 - only to check or to sign

    signed = hashlib.blake2b(content).digest() if signature.hashed else content
    try:
        verifier = VerifyKey(key.key)
        verifier.verify(signed, signature.signed)
        verifier.verify(signature.signed + signature.comment.encode(), signature.signed_comment)
    except (CryptoError, ValueError, TypeError) as error:
        raise BadSignature from error


def sign(content: bytes, key: SecretKey, comment: str, name: str = LIST) -> bytes:
    """The signature of `content` and of a `comment` in one line, as a file of minisign's; the same for the same.

    `name`: what the content is called.
    """
    from nacl.signing import SigningKey  # noqa: PLC0415 - only to check or to sign

    signer = SigningKey(key.seed)
    signed = signer.sign(hashlib.blake2b(content).digest()).signature
    of_both = signer.sign(signed + comment.encode()).signature
    lines = (
        f"{_UNTRUSTED}signature of {name} from Kiosk Gallery",
        _base64(_HASHED + key.public.id + signed),
        f"{_TRUSTED}{comment}",
        _base64(of_both),
    )
    return "".join(f"{line}\n" for line in lines).encode()


def parse(content: bytes) -> Signature:
    """The signature in a file of minisign's. Raises `BadSignature`."""
    try:
        lines = content.decode("utf-8").replace("\r\n", "\n").removesuffix("\n").split("\n")
        untrusted, first, trusted, second = lines
        data, of_both = (base64.b64decode(line, validate=True) for line in (first, second))
    except (UnicodeDecodeError, binascii.Error, ValueError) as error:
        raise BadSignature from error
    sound = untrusted.startswith(_UNTRUSTED) and trusted.startswith(_TRUSTED) and data[:2] in (_PLAIN, _HASHED)
    if not sound or len(data) != 10 + _SIGNATURE_BYTES or len(of_both) != _SIGNATURE_BYTES:
        raise BadSignature
    return Signature(data[2:10], data[:2] == _HASHED, data[10:], trusted.removeprefix(_TRUSTED), of_both)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
