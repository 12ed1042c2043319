"""Publishing: bundles into a folder that something copies to the kiosks, and the index that says who shows which."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import replace_file, replacing
from kiosk.staff.bundles.archive import BLOCK, open_bundle
from kiosk.staff.bundles.contents import SUFFIX
from kiosk.staff.bundles.index import (
    INDEX,
    MOST_BUNDLES,
    MOST_INDEX_BYTES,
    Index,
    Shelved,
    Stage,
    digest,
    encode,
    read_index,
)
from kiosk.staff.bundles.refusal import COPY_AGAIN, BundleRefused, unreadable, unwritable
from kiosk.staff.bundles.signing import Signer, signer_of

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.staff.bundles.archive import Archive
    from kiosk.staff.bundles.secret_key import SecretKey

_LONGEST_STEM = 60
_TICK = dt.timedelta(seconds=1)
_NO_GENERATION = "See which there are: kiosk publish FOLDER --list"


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Who is to show what. No `groups`: all kiosks, also those whose group has a stage of its own.

    `older`: also kiosks that show a newer one. `tidy`: bundles that no kiosk is told to show any more go.
    """

    groups: tuple[str, ...] = ()
    older: bool = False
    tidy: bool = False


def publish(bundle: Path, folder: Path, key: SecretKey, wish: Wish, now: dt.datetime) -> tuple[Index, Shelved]:
    """Put a bundle into `folder`, and have kiosks show it. Raises `BundleRefused`; the folder then says what it said.

    `now` has a time zone. The index is replaced when the bundle is there as a whole.
    """
    index = index_of(folder, key)
    shelved = _put(bundle, folder, key)
    bundles = tuple(each for each in index.bundles if each.file != shelved.file)
    if len(bundles) >= MOST_BUNDLES:
        message = f"There are {len(bundles)} bundles in it already."
        raise BundleRefused("too-many-files", folder / INDEX, message, "Take old ones away with --tidy.")
    index = msgspec.structs.replace(index, bundles=(*bundles, shelved))
    return _say(index, shelved, folder, key, wish, now), shelved


def stage(generation: int, folder: Path, key: SecretKey, wish: Wish, now: dt.datetime) -> tuple[Index, Shelved]:
    """Have kiosks show a generation that was published before. Raises `BundleRefused`."""
    index, file = index_of(folder, key), folder / INDEX
    found = [each for each in index.bundles if each.generation == generation]
    if len({each.title for each in found}) > 1:
        message = f"{len(found)} exhibitions have a generation {generation} here."
        raise BundleRefused("generation", file, message, "Name the bundle: kiosk publish x.kiosk FOLDER", "bundles")
    if not found:
        message = f"No generation {generation} was published here."
        raise BundleRefused("generation", file, message, _NO_GENERATION, "bundles")
    shelved = max(found, key=lambda each: each.made)
    if not is_here(folder, shelved):
        message = "It was published, and is not here as a whole any more."
        raise BundleRefused("incomplete", folder / shelved.file, message, "Publish the bundle again.")
    return _say(index, shelved, folder, key, wish, now), shelved


def index_of(folder: Path, key: SecretKey) -> Index:
    """What the index in `folder` says; a new one where none is. Raises `BundleRefused`."""
    if not folder.is_dir():
        message, remedy = "This is no folder.", "Make it first, or see whether the drive is there."
        raise BundleRefused("missing", folder, message, remedy)
    try:
        return read_index(folder, key.public).index
    except BundleRefused as refused:
        if refused.problem.rule == "missing":
            return Index(published=dt.datetime.fromtimestamp(0, dt.UTC))
        raise


def is_here(folder: Path, shelved: Shelved) -> bool:
    """Whether a file of that size is there."""
    try:
        return (folder / shelved.file).stat().st_size == shelved.size
    except OSError:
        return False


def _say(index: Index, shelved: Shelved, folder: Path, key: SecretKey, wish: Wish, now: dt.datetime) -> Index:
    _refuse_older(index, shelved, folder, wish)
    now = max(now.astimezone(dt.UTC).replace(microsecond=0), index.published + _TICK)
    new = Stage(file=shelved.file, since=now, back=wish.older)
    if wish.groups:
        index = msgspec.structs.replace(index, groups=index.groups | dict.fromkeys(wish.groups, new))
    else:
        index = msgspec.structs.replace(index, everyone=new, groups={})
    index = msgspec.structs.replace(index, published=now)
    gone: tuple[Shelved, ...] = ()
    if wish.tidy:
        shown = {each.file for each in (index.everyone, *index.groups.values()) if each}
        gone = tuple(each for each in index.bundles if each.file not in shown)
        index = msgspec.structs.replace(index, bundles=tuple(each for each in index.bundles if each.file in shown))
    _write(index, folder, key)
    for each in gone:
        with contextlib.suppress(OSError):
            (folder / each.file).unlink(missing_ok=True)
    return index


def _refuse_older(index: Index, shelved: Shelved, folder: Path, wish: Wish) -> None:
    """Kiosks that show something newer would not go back; whoever wants that says so."""
    if wish.older:
        return
    stages = {f"groups.{group}": index.groups.get(group) for group in wish.groups} if wish.groups else {}
    if not wish.groups:
        stages = {"everyone": index.everyone} | {f"groups.{name}": each for name, each in index.groups.items()}
    for place, each in stages.items():
        before = index.bundle(each.file) if each else None
        if before and before.file != shelved.file and not shelved.is_newer_than(before):
            message = (
                f'"{shelved.title}", generation {shelved.generation}, is not newer than "{before.title}", '
                f"generation {before.generation}, which these kiosks are told to show now."
            )
            remedy = "Pack it with a higher --generation; or say with --older that they are to go back."
            raise BundleRefused("older", folder / INDEX, message, remedy, place)


def _write(index: Index, folder: Path, key: SecretKey) -> None:
    content = encode(index, key)
    if len(content) > MOST_INDEX_BYTES:
        raise BundleRefused("too-large", folder / INDEX, "It would be too large.", "Take old bundles away with --tidy.")
    try:
        replace_file(folder / INDEX, content)
    except OSError as error:
        raise unwritable(folder / INDEX, error, "The index") from error


def _put(bundle: Path, folder: Path, key: SecretKey) -> Shelved:
    """Copy a bundle that is sound and signed under a name that no other content ever has."""
    with open_bundle(bundle) as archive:
        if signer_of(archive, key.public) is not Signer.OURS:
            message = "It is not signed with this key, so kiosks would refuse it."
            raise BundleRefused("not-signed", bundle, message, "Pack it again: kiosk pack EXHIBITION --key FILE")
        _refuse_damaged(archive)
        made = archive.bundle
    try:
        size, sha256 = digest(bundle)
    except OSError as error:
        raise unreadable(bundle, error) from error
    name = f"{_stem(bundle)}-{made.generation}-{sha256[:8]}{SUFFIX}"
    shelved = Shelved(
        file=name,
        size=size,
        sha256=sha256,
        name=made.name,
        title=made.title,
        generation=made.generation,
        minimum_version=made.minimum_version,
        made=made.made,
    )
    with contextlib.suppress(OSError):
        if digest(folder / name) == (size, sha256):
            return shelved
    _copy(bundle, folder / name, sha256)
    return shelved


def _refuse_damaged(archive: Archive) -> None:
    for packed in archive.bundle.files:
        content = hashlib.sha256()
        for block in archive.blocks(packed):
            content.update(block)
        if content.hexdigest() != packed.sha256:
            raise BundleRefused("damaged", archive.file, "It is damaged.", COPY_AGAIN, packed.name)


def _copy(bundle: Path, to: Path, sha256: str) -> None:
    content = hashlib.sha256()
    try:
        with regular_files.reading(bundle) as opened, replacing(to) as target:
            while block := opened.read(BLOCK):
                content.update(block)
                target.write(block)
            if content.hexdigest() != sha256:
                raise BundleRefused("changing", bundle, "It has changed while it was copied.", "Start over.")
    except OSError as error:
        raise unwritable(to, error, "The bundle") from error


def _stem(bundle: Path) -> str:
    """What it is called, in letters that every disk and drive of a network keeps as they are."""
    words = re.sub(r"[^a-z0-9]+", "-", bundle.stem.lower()).strip("-")[:_LONGEST_STEM].strip("-")
    return words or "exhibition"
