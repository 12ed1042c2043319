"""Looking for newer bundles on USB sticks and in watched folders."""

from __future__ import annotations

import contextlib
import os
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.exhibition.config_sections import Take
from kiosk.exhibition.file_state import FileState
from kiosk.exhibition.public_key import NoKey, read_public_key
from kiosk.staff.bundles.archive import open_bundle
from kiosk.staff.bundles.contents import SUFFIX, Bundle
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.signing import Signer, signer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kiosk.exhibition.config_sections import Bundles
    from kiosk.exhibition.problems import Problem
    from kiosk.exhibition.public_key import PublicKey
    from kiosk.staff.bundles.store import Store

SETTLED_S = 2.0
"""A file that has been the same for so long is not being copied any more."""
_MOST_NAMES = 20_000
_MOST_BUNDLES = 200


class Offer(msgspec.Struct, frozen=True):
    """A bundle that is newer than what is shown. Its files' hashes are compared when it is installed."""

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


def settled(seen: Mapping[Path, Sighting], now: float, settled_s: float | None = None) -> tuple[Path, ...]:
    """Those that nobody is copying any more."""
    least = SETTLED_S if settled_s is None else settled_s
    return tuple(file for file, sighting in seen.items() if now - sighting.since >= least)


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


class Watch:
    """Looks, whenever `scan` is called, at the places that `bundles` in config.yaml names and at what is plugged in.

    `clock` gives seconds and never runs back, `plugged_in` the folders of sticks. `settled_s` is 0 for somebody who
    waits, and has copied the bundle before. For one thread at a time.
    """

    def __init__(
        self,
        bundles: Bundles,
        store: Store,
        clock: Callable[[], float],
        plugged_in: Callable[[], Iterable[Path]] | None = None,
        settled_s: float | None = None,
    ) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._bundles = bundles
        self._store = store
        self._clock = clock
        self._plugged_in = plugged_in or sticks
        self._settled_s = settled_s
        self._seen: dict[Path, Sighting] = {}
        self._known: dict[FileState, Offer | Problem] = {}
        self._offers: tuple[Offer, ...] = ()

    @property
    def key(self) -> PublicKey | None:
        """The key that this kiosk believes."""
        return public_key(self._bundles)

    def folders(self) -> tuple[Path, ...]:
        """Where it looks: the watched folders, then the sticks that are plugged in now."""
        return tuple(dict.fromkeys((*map(Path, self._bundles.watch), *self._plugged_in())))

    def offers(self) -> tuple[Offer, ...]:
        """What staff may install, as of the last `scan`; the last made comes first."""
        return self._offers

    def taken(self) -> Offer | None:
        """What is to be installed without anybody being asked: signed with this kiosk's key, if that is configured."""
        if self._bundles.take is not Take.SIGNED or self.key is None:
            return None
        return next((offer for offer in self._offers if offer.signer is Signer.OURS and not offer.left), None)

    def scan(self) -> None:
        """Look again. `problems` then tells of bundles that are not taken. Whatever cannot be read is not there."""
        now = self._clock()
        states = {state_file: state for folder in self.folders() for state_file, state in _bundles_in(folder)}
        self._seen = sighted(self._seen, states, now)
        known = {}
        for file in settled(self._seen, now, self._settled_s):
            state = self._seen[file].state
            known[state] = self._known.get(state) or self._look_into(file)
        self._known = known
        pointer = self._store.pointer
        left = pointer.left if pointer else None
        found = [
            msgspec.structs.replace(each, left=bool(left and left.startswith(each.bundle.name)))
            for each in known.values()
            if isinstance(each, Offer)
        ]
        self._offers = newer(found, self._store.current)
        self.problems = tuple(each for each in known.values() if not isinstance(each, Offer))

    def give_up(self, offer: Offer, problem: Problem) -> None:
        """Offer it no more until its file changes: it could not be installed."""
        self._known = {state: problem if each == offer else each for state, each in self._known.items()}
        self._offers = tuple(each for each in self._offers if each != offer)
        self.problems += (problem,)

    def _look_into(self, file: Path) -> Offer | Problem:
        try:
            with open_bundle(file) as archive:
                return Offer(file, archive.bundle, signer_of(archive, self.key))
        except BundleRefused as refused:
            return refused.problem


def public_key(bundles: Bundles) -> PublicKey | None:
    """The key in a configuration that has been read; None without one."""
    with contextlib.suppress(NoKey):
        return read_public_key(bundles.key, Path()) if bundles.key else None
    return None


def sticks(root: Path = Path("/"), platform: str = sys.platform) -> tuple[Path, ...]:
    """The folders of the USB sticks and other disks that are plugged in."""
    if platform == "win32":
        return _removable_drives()
    patterns = ("Volumes/*",) if platform == "darwin" else ("media/*", "media/*/*", "run/media/*/*")
    found: list[Path] = []
    for pattern in patterns:
        with contextlib.suppress(OSError):
            found += (folder for folder in sorted(root.glob(pattern)) if folder.is_dir() and not folder.is_symlink())
    return tuple(found)


def _removable_drives() -> tuple[Path, ...]:
    import ctypes  # noqa: PLC0415 - on Windows alone

    removable = 2  # DRIVE_REMOVABLE
    kind_of = ctypes.windll.kernel32.GetDriveTypeW  # type: ignore[attr-defined, unused-ignore]
    drives = (f"{letter}:\\" for letter in "DEFGHIJKLMNOPQRSTUVWXYZ")
    return tuple(Path(drive) for drive in drives if kind_of(drive) == removable)


def _bundles_in(folder: Path) -> list[tuple[Path, FileState]]:
    """The bundles at the top of a folder, as they are now; none where it has gone."""
    found: list[tuple[Path, FileState]] = []
    with contextlib.suppress(OSError, ValueError), os.scandir(folder) as entries:
        for entry in islice(entries, _MOST_NAMES):
            if len(found) < _MOST_BUNDLES and entry.name.lower().endswith(SUFFIX) and not entry.name.startswith("."):
                with contextlib.suppress(OSError, ValueError):
                    if entry.is_file(follow_symlinks=False):
                        found.append((Path(entry.path), FileState.of(Path(entry.path))))
    return found
