"""What a bundle says of itself: `bundle.json`, the first entry of the zip. See docs/decisions."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from kiosk import __version__
from kiosk.exhibition.installed import BUNDLE, LIST
from kiosk.staff.bundles.refusal import PACK_AGAIN, BundleRefused

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = BUNDLE
SIGNATURE = f"{LIST}.minisig"
FORMAT = 1
"""To be raised when what a bundle holds, or means, changes so that older programs would go wrong with it."""
MINIMUM_VERSION = "0.1.0"
"""The oldest program that shows what is packed by this one; to be raised with what a manifest cannot do without."""
MOST_FILES = 200_000
MOST_LIST_BYTES = 64 << 20
MOST_BYTES = 1 << 42

Version = Annotated[str, Meta(pattern=r"^\d{1,6}(\.\d{1,6}){0,3}$")]


class PackedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of an exhibition: its name from the manifest's folder on, its size in bytes, its SHA-256 as hex."""

    name: Annotated[str, Meta(min_length=1, max_length=1000)]
    size: Annotated[int, Meta(ge=0, le=MOST_BYTES)]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Bundle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is in a bundle. `made` is in UTC; `minimum_version` is of the program that can show it."""

    format: Annotated[int, Meta(ge=1, le=FORMAT)]
    title: Annotated[str, Meta(max_length=1000)]
    generation: Annotated[int, Meta(ge=1, le=2_000_000_000)]
    minimum_version: Version
    made: Annotated[dt.datetime, Meta(tz=True)]
    files: Annotated[tuple[PackedFile, ...], Meta(min_length=1, max_length=MOST_FILES)]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    @property
    def name(self) -> str:
        """What its folder is called: the same for the same content in the same generation."""
        content = hashlib.sha256(msgspec.json.encode((self.title, sorted(self.files, key=lambda file: file.name))))
        return f"{self.generation}-{content.hexdigest()[:16]}"

    def is_newer_than(self, other: Bundle) -> bool:
        """Whether this one replaces `other`: of the same title by its generation, of another by when it was made."""
        if self.title == other.title:
            return self.generation > other.generation
        return self.made > other.made


class _Needs(msgspec.Struct):
    """What every format says, so that a newer one can be told from a broken one."""

    format: int = 0
    minimum_version: Version = "0"


def encode(bundle: Bundle) -> bytes:
    """`bundle` as the bytes of bundle.json: the same for the same."""
    return msgspec.json.format(msgspec.json.encode(bundle), indent=1) + b"\n"


def decode(content: bytes, file: Path) -> Bundle:
    """The bundle that bundle.json in the bundle `file` describes. Raises `BundleRefused`."""
    try:
        needs = msgspec.json.decode(content, type=_Needs)
        if needs.format > FORMAT or is_too_new(needs.minimum_version):
            raise BundleRefused(
                "newer-program",
                file,
                f"It needs Kiosk Gallery {needs.minimum_version} or newer; this is {__version__}.",
                "Update the program on this computer first, then install the bundle again.",
                LIST,
            )
        return msgspec.json.decode(content, type=Bundle)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        message = f"What the bundle says of itself makes no sense: {error}."
        raise BundleRefused("bad-list", file, message, PACK_AGAIN, LIST) from error


def is_too_new(minimum_version: str) -> bool:
    """Whether this program is older than what a bundle needs."""
    return _numbers(minimum_version) > _numbers(__version__)


def _numbers(version: str) -> tuple[int, ...]:
    """A version to be compared; 1.2 and 1.2.0 are the same."""
    numbers = [int(part) for part in version.split(".")]
    return tuple(numbers + [0] * (4 - len(numbers)))
