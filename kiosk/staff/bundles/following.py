"""What the indexes tell a kiosk to show, and whether that is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.staff.bundles.arrival import Arrival, Standing
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.signing import Signer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kiosk.exhibition.installed import Pointer
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.bundles.contents import Bundle
    from kiosk.staff.bundles.followed import Memory
    from kiosk.staff.bundles.index import Index, Shelved, SignedIndex, Stage


class Told(NamedTuple):
    """What a kiosk is told to show: a bundle, by the stage that stands at `place` in the index in `file`."""

    file: Path
    place: str
    stage: Stage
    listed: Shelved


def told(indexes: Iterable[SignedIndex], memory: Memory, groups: Sequence[str]) -> Told | Problem | None:
    """What the index that was published last says for a kiosk of these groups; None where it says nothing.

    One that was published before what was followed is not, whoever has put it there.
    """
    ours = [each for each in indexes if each.signer is Signer.OURS]
    newest = max(ours, key=lambda each: each.index.published, default=None)
    if newest is None:
        return None
    file, index, followed = newest.file, newest.index, memory.followed
    if followed.published and index.published < followed.published:
        message = (
            f"The index is older than one that was followed before: published {index.published:%Y-%m-%d %H:%M:%S} UTC, "
            f"the other {followed.published:%Y-%m-%d %H:%M:%S} UTC."
        )
        remedy = "See why an old copy has come back here; if it is meant, publish again with `kiosk publish`."
        return BundleRefused("older-index", file, message, remedy, "published").problem
    place, stage = index.stage_of(groups)
    memory.note(msgspec.structs.replace(followed, published=index.published))
    return Told(file, place, stage, _listed(index, stage)) if stage else None


def stand(told: Told, pointer: Pointer | None, shown: Bundle | None, memory: Memory) -> Arrival:
    """Whether that is shown, is to be installed, which is `WAITING`, or is not to be."""
    listed, stage = told.listed, told.stage
    if pointer and is_of(pointer.current, listed):
        return Arrival(Standing.SHOWN, listed.generation)
    if pointer and is_of(pointer.left, listed):
        return Arrival(Standing.LEFT, listed.generation)
    if shown is None or listed.is_newer_than(shown):
        return Arrival(Standing.WAITING, listed.generation)
    if stage.back:
        done = memory.followed.back == stage.since
        return Arrival(Standing.LEFT if done else Standing.WAITING, listed.generation)
    message = (
        f'It says "{listed.title}", generation {listed.generation}; what is shown is newer: "{shown.title}", '
        f"generation {shown.generation}."
    )
    remedy = f"Publish a newer one; or have kiosks go back: kiosk publish --generation {listed.generation} --older"
    return Arrival(
        Standing.REFUSED,
        listed.generation,
        BundleRefused("backwards", told.file, message, remedy, told.place).problem,
    )


def is_of(folder: str | None, listed: Shelved) -> bool:
    """Whether a generation's folder has the content of that bundle."""
    return bool(folder and folder.startswith(listed.name))


def _listed(index: Index, stage: Stage) -> Shelved:
    listed = index.bundle(stage.file)
    if listed is None:
        raise ValueError(stage.file)  # `read_index` takes no such index
    return listed
