"""Looking for newer bundles on USB sticks and in watched folders."""

from __future__ import annotations

import contextlib
import os
import sys
from itertools import islice
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.config_sections import Take
from kiosk.exhibition.file_state import FileState
from kiosk.exhibition.public_key import NoKey, read_public_key
from kiosk.staff.bundles.archive import open_bundle
from kiosk.staff.bundles.arrival import Arrival, Standing
from kiosk.staff.bundles.contents import SUFFIX
from kiosk.staff.bundles.offers import Offer, Sighting, newer, settled, sighted
from kiosk.staff.bundles.published import Published
from kiosk.staff.bundles.refusal import FAULTS_OF_THE_MACHINE, BundleRefused
from kiosk.staff.bundles.shelves import AGAIN_S
from kiosk.staff.bundles.signing import Signer, signer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kiosk.exhibition.config_sections import Bundles
    from kiosk.exhibition.problems import Problem
    from kiosk.exhibition.public_key import PublicKey
    from kiosk.staff.bundles.store import Store

SETTLED_S = 2.0
"""A file that has been the same for so long is not being copied any more."""
_MOST_NAMES = 20_000
_MOST_BUNDLES = 200


class Watch:
    """Looks, whenever `scan` is called, at the places that `bundles` in config.yaml names and at what is plugged in.

    In a folder with an index (`kiosk publish`) nothing else is there than what that lists, and what is not whole is not
    opened. `groups`: of this kiosk, by which an index tells it what to show.

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
        groups: Sequence[str] = (),
    ) -> None:
        self.problems: tuple[Problem, ...] = ()
        self.arrival = Arrival()
        self._bundles = bundles
        self._store = store
        self._clock = clock
        self._plugged_in = plugged_in or sticks
        self._settled_s = SETTLED_S if settled_s is None else settled_s
        self._seen: dict[Path, Sighting] = {}
        self._known: dict[FileState, tuple[Offer | Problem, float]] = {}
        self._found: tuple[Offer, ...] = ()
        self._offers: tuple[Offer, ...] = ()
        self._published = Published(self.key, self._settled_s, store, groups, follows=bundles.take is Take.INDEX)

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

    def of_generation(self, generation: int) -> tuple[Offer, ...]:
        """All that the last `scan` has found of that generation, newer than what is shown or not."""
        return tuple(offer for offer in self._found if offer.bundle.generation == generation)

    def taken(self) -> Offer | None:
        """What is to be installed without anybody being asked: signed with this kiosk's key, if that is configured."""
        if self._bundles.take is Take.ASK or self.key is None:
            return None
        if self._bundles.take is Take.INDEX:
            return self._published.wanted
        if self._published.holds:
            return None
        return next((offer for offer in self._offers if offer.signer is Signer.OURS and not offer.left), None)

    def goes_back(self, offer: Offer) -> bool:
        """Whether an index tells to show that although what is shown is newer."""
        return self._bundles.take is Take.INDEX and self._published.goes_back(offer)

    def note_installed(self, *, back: bool) -> None:
        """What was taken is installed; `back`: an index has led there."""
        if back:
            self._published.note_back()

    def scan(self, generation: int | None = None) -> None:
        """Look again. `problems` then tells of bundles that are not taken. Whatever cannot be read is not there.

        `generation`: somebody wants it, even if what is shown is newer.
        """
        now = self._clock()
        folders = self.folders()
        published = self._published.look(folders, now, generation)
        states = {
            state_file: state
            for folder in folders
            if folder not in published
            for state_file, state in _bundles_in(folder)
        }
        self._seen = sighted(self._seen, states, now)
        known = {}
        for file in settled(self._seen, now, self._settled_s):
            state = self._seen[file].state
            before = self._known.get(state)
            known[state] = before if before and now < before[1] else self._look_into(file, now)
        self._known = known
        pointer = self._store.pointer
        left = pointer.left if pointer else None
        unlisted = [each for each, _ in known.values()]
        self._found = tuple(
            msgspec.structs.replace(each, left=bool(left and left.startswith(each.bundle.name)))
            for each in (*self._published.offers, *unlisted)
            if isinstance(each, Offer)
        )
        self._offers = newer(self._found, self._store.current)
        self.problems = self._published.problems + tuple(each for each in unlisted if not isinstance(each, Offer))
        self.arrival = self._arrival()

    def _arrival(self) -> Arrival:
        """How it stands with what is taken without anybody being asked."""
        told = self._published.arrival
        if self._bundles.take is not Take.SIGNED or told.problem or self._published.holds:
            return told
        ours = [offer for offer in self._offers if offer.signer is Signer.OURS]
        if ours:
            comes = next((offer for offer in ours if not offer.left), None)
            return Arrival(Standing.WAITING if comes else Standing.LEFT, (comes or ours[0]).bundle.generation)
        if self.problems:
            return Arrival(Standing.REFUSED, None, self.problems[0])
        shown = self._store.current
        return Arrival(Standing.SHOWN, shown.generation) if shown else Arrival()

    def give_up(self, offer: Offer, problem: Problem) -> None:
        """It was not installed: it is not offered until it changes, or for a while where the machine is at fault."""
        now = self._clock()
        mark = problem, _again(problem, now)
        self._known = {
            state: mark if each[0] in (offer, msgspec.structs.replace(offer, left=False)) else each
            for state, each in self._known.items()
        }
        self._published.give_up(offer, problem)
        self._offers = tuple(each for each in self._offers if each != offer)
        self.problems += (problem,)
        self.arrival = Arrival(Standing.REFUSED, offer.bundle.generation, problem)

    def _look_into(self, file: Path, now: float) -> tuple[Offer | Problem, float]:
        """What there is, and until when that is believed as long as the file stays the same."""
        try:
            with open_bundle(file) as archive:
                return Offer(file, archive.bundle, signer_of(archive, self.key)), inf
        except BundleRefused as refused:
            return refused.problem, _again(refused.problem, now)


def _again(problem: Problem, now: float) -> float:
    return now + AGAIN_S if problem.rule in FAULTS_OF_THE_MACHINE else inf


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
