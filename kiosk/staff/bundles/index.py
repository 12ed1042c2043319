"""What a folder of bundles says of itself: `kiosk-index.json`, which lists its bundles and says who is to show which.

It is one file, so that whoever reads it finds list and signature of the same moment: a JSON object with `index`, the
list as text, and `signature`, what `minisign -S` would write of that text. See docs/decisions.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
from msgspec import Meta

from kiosk.exhibition import regular_files
from kiosk.exhibition.config_fleet import GroupName
from kiosk.exhibition.installed import FolderName
from kiosk.staff.bundles.archive import BLOCK
from kiosk.staff.bundles.contents import MOST_BYTES, Version
from kiosk.staff.bundles.refusal import BundleRefused, unreadable
from kiosk.staff.bundles.signing import BadSignature, Signer, parse, sign, verify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibition.public_key import PublicKey
    from kiosk.staff.bundles.contents import Bundle
    from kiosk.staff.bundles.secret_key import SecretKey

INDEX = "kiosk-index.json"
FORMAT = 1
"""To be raised when an index means something that older programs would get wrong."""
MOST_INDEX_BYTES = 4 << 20
MOST_BUNDLES = 1000
PUBLISH_AGAIN = (
    "Publish into this folder again, with `kiosk publish`; a copy that is cut off is mended by copying again."
)

FileName = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,120}\.kiosk$")]
_Moment = Annotated[dt.datetime, Meta(tz=True)]


class Shelved(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A bundle in the folder: its file, with size in bytes and SHA-256, and what it says of itself.

    `name` is that of its content, as of the folder into which it is installed.
    """

    file: FileName
    size: Annotated[int, Meta(ge=1, le=MOST_BYTES)]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    name: FolderName
    title: Annotated[str, Meta(max_length=1000)]
    generation: Annotated[int, Meta(ge=1, le=2_000_000_000)]
    minimum_version: Version
    made: _Moment

    def is_newer_than(self, shown: Bundle | Shelved) -> bool:
        """As bundles are."""
        if self.title == shown.title:
            return self.generation > shown.generation
        return self.made > shown.made


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which of the bundles some kiosks are to show, and since when. `back`: also those that show a newer one."""

    file: FileName
    since: _Moment
    back: bool = False


class Index(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A folder of bundles. `published` rises with each that is published, and an older one is not obeyed after it.

    `groups` have a stage of their own; `everyone` is that of all other kiosks.
    """

    format: Annotated[int, Meta(ge=1, le=FORMAT)] = FORMAT
    published: _Moment
    bundles: Annotated[tuple[Shelved, ...], Meta(max_length=MOST_BUNDLES)] = ()
    everyone: Stage | None = None
    groups: Annotated[dict[GroupName, Stage], Meta(max_length=1000)] = {}

    def bundle(self, file: str) -> Shelved | None:
        """The one in that file."""
        return next((each for each in self.bundles if each.file == file), None)

    def stage_of(self, groups: Sequence[str]) -> tuple[str, Stage | None]:
        """What a kiosk of these groups is to show, and where that stands: the first group with a stage counts."""
        for group in groups:
            if group in self.groups:
                return f"groups.{group}", self.groups[group]
        return "everyone", self.everyone


class SignedIndex(msgspec.Struct, frozen=True):
    """An index that was read, and whose signature is on it. `file`: where."""

    file: Path
    index: Index
    signer: Signer


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    index: str
    signature: Annotated[str, Meta(max_length=4096)] = ""


class _Needs(msgspec.Struct):
    format: int = 0


_T = TypeVar("_T")
_PLACE = re.compile(r" - at `\$\.?(?P<place>[^`]*)`$")


def digest(file: Path) -> tuple[int, str]:
    """Size in bytes and SHA-256 of what is in a file. Raises OSError."""
    size, content = 0, hashlib.sha256()
    with regular_files.reading(file) as opened:
        while block := opened.read(BLOCK):
            size += len(block)
            content.update(block)
    return size, content.hexdigest()


def encode(index: Index, key: SecretKey) -> bytes:
    """`index` as the bytes of its file; the same for the same."""
    text = msgspec.json.format(msgspec.json.encode(index), indent=1) + b"\n"
    signature = sign(text, key, f"published {index.published.isoformat()}", INDEX)
    return msgspec.json.format(msgspec.json.encode(_Envelope(text.decode(), signature.decode())), indent=1) + b"\n"


def read_index(folder: Path, key: PublicKey | None) -> SignedIndex:
    """The index in a folder; with a `key`, only one that is signed with it. Raises `BundleRefused`, rule "missing".

    Without a key it tells which files are whole, and nobody has to believe more of it.
    """
    file = folder / INDEX
    try:
        content = regular_files.read(file, MOST_INDEX_BYTES + 1)
    except OSError as error:
        raise unreadable(file, error) from error
    if len(content) > MOST_INDEX_BYTES:
        raise BundleRefused("bad-index", file, "It is far too large for an index.", PUBLISH_AGAIN)
    envelope = _decoded(content, _Envelope, file)
    text = envelope.index.encode("utf-8", "replace")
    signer = _signer_of(envelope.signature, text, key, file)
    if _decoded(text, _Needs, file).format > FORMAT:
        message = "It is written for a newer Kiosk Gallery than this one."
        raise BundleRefused("newer-program", file, message, "Update the program on this computer first.", "format")
    index = _decoded(text, Index, file)
    _refuse_inconsistent(index, file)
    return SignedIndex(file, index, signer)


def _decoded(content: bytes, kind: type[_T], file: Path) -> _T:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        words = str(error)
        found = _PLACE.search(words)
        message = f"The index is damaged, or cut off: {_PLACE.sub('', words)}."
        raise BundleRefused("bad-index", file, message, PUBLISH_AGAIN, found["place"] if found else "") from error


def _signer_of(signature: str, text: bytes, key: PublicKey | None, file: Path) -> Signer:
    if key is None:
        return Signer.OTHER if signature else Signer.NOBODY
    try:
        parsed = parse(signature.encode())
        if parsed.key_id != key.id:
            message = "It is signed with another key than this kiosk's; nothing in this folder is taken."
            remedy = "Publish with the key whose public part stands in config.yaml, bundles.key; or correct that."
            raise BundleRefused("other-key", file, message, remedy, "signature")
        verify(text, parsed, key)
    except BadSignature as error:
        message = "The signature is wrong: the index has been changed since it was signed."
        remedy = "Do not use this folder before somebody who has the key has published into it again."
        raise BundleRefused("bad-signature", file, message, remedy, "signature") from error
    return Signer.OURS


def _refuse_inconsistent(index: Index, file: Path) -> None:
    known = {each.file for each in index.bundles}
    if len(known) < len(index.bundles):
        raise BundleRefused("bad-index", file, "A file is listed twice.", PUBLISH_AGAIN, "bundles")
    stages = {f"groups.{name}": stage for name, stage in index.groups.items()} | {"everyone": index.everyone}
    for place, stage in stages.items():
        if stage and stage.file not in known:
            raise BundleRefused("bad-index", file, f'"{stage.file}" is not listed.', PUBLISH_AGAIN, place)
