"""Bundles that were found, and files as they were seen: which are whole, and which of them are newer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.staff.bundles.contents import Bundle
from kiosk.staff.bundles.signing import Signer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.exhibition.file_state import FileState


class Offer(msgspec.Struct, frozen=True):
    """A bundle that was found. Its files' hashes are compared when it is installed."""

    file: Path
    bundle: Bundle
    signer: Signer
    left: bool = False
    """Staff went back from it: it does not come again by itself."""


class Sighting(NamedTuple):
    """A bundle's file as it was last seen, and since when; in seconds of a clock that never runs back."""

    state: FileState
    since: float


def sighted(before: Mapping[Path, Sighting], states: Mapping[Path, FileState], now: float) -> dict[Path, Sighting]:
    """What is there now, each since it has been as it is."""
    return {
        file: before[file] if file in before and before[file].state == state else Sighting(state, now)
        for file, state in states.items()
    }


def settled(seen: Mapping[Path, Sighting], now: float, least_s: float) -> tuple[Path, ...]:
    """Those that nobody is copying any more."""
    return tuple(file for file, sighting in seen.items() if now - sighting.since >= least_s)


def newer(found: Iterable[Offer], shown: Bundle | None) -> tuple[Offer, ...]:
    """The newest of each exhibition, if it is newer than what is shown; made last comes first."""
    best: dict[str, Offer] = {}
    for offer in found:
        other = best.get(offer.bundle.title)
        if (shown is None or offer.bundle.is_newer_than(shown)) and (other is None or _is_better(offer, other)):
            best[offer.bundle.title] = offer
    return tuple(sorted(best.values(), key=lambda offer: offer.bundle.made, reverse=True))


def _is_better(offer: Offer, other: Offer) -> bool:
    """The same bundle on two sticks: the signed one."""
    if offer.bundle.generation == other.bundle.generation:
        return offer.signer is Signer.OURS and other.signer is not Signer.OURS
    return offer.bundle.is_newer_than(other.bundle)
