"""Folders with an index: which of their bundles are here as a whole, before any of them is opened."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, NamedTuple

from kiosk import __version__
from kiosk.exhibition.file_state import FileState
from kiosk.staff.bundles.archive import open_bundle
from kiosk.staff.bundles.contents import is_too_new
from kiosk.staff.bundles.index import INDEX, PUBLISH_AGAIN, Shelved, SignedIndex, digest, read_index
from kiosk.staff.bundles.offers import Offer, Sighting, sighted
from kiosk.staff.bundles.refusal import FAULTS_OF_THE_MACHINE, BundleRefused, unreadable
from kiosk.staff.bundles.signing import signer_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.exhibition.problems import Problem
    from kiosk.exhibition.public_key import PublicKey

OVERDUE_S = 600.0
"""What is not here as a whole after so long without a change is told of: it may not be on its way any more."""
AGAIN_S = 60.0
"""What could not be read for a reason of the machine is read again after so long."""


class Missing(NamedTuple):
    """A listed bundle that cannot be taken, and why. `waiting`: it may be on its way."""

    problem: Problem
    waiting: bool = False


class Shelves:
    """Looks into folders and at their indexes, whenever `look` is called. For one thread at a time."""

    def __init__(self, key: PublicKey | None, settled_s: float) -> None:
        self.indexes: dict[Path, SignedIndex] = {}
        self.problems: tuple[Problem, ...] = ()
        self.settling: frozenset[Path] = frozenset()
        """Folders whose index is another one now, which has not been read yet."""
        self._key = key
        self._settled_s = settled_s
        self._now = 0.0
        self._seen: dict[Path, Sighting] = {}
        self._files: dict[Path, Sighting] = {}
        self._read: dict[Path, tuple[FileState, SignedIndex | Problem, float]] = {}
        self._checked: dict[tuple[FileState, str], tuple[Offer | Problem, float]] = {}
        self._first: dict[tuple[Path, str], float] = {}

    def look(self, folders: Iterable[Path], now: float) -> frozenset[Path]:
        """Read the indexes that have changed. The folders that have one, whether it can be used or not."""
        self._now = now
        there = {folder: state for folder in folders if (state := _state(folder / INDEX))}
        self._seen = sighted(self._seen, {folder / INDEX: state for folder, state in there.items()}, now)
        self._read = {folder: read for folder, read in self._read.items() if folder in there}
        for folder, state in there.items():
            if now - self._seen[folder / INDEX].since >= self._settled_s:
                self._renew(folder, state)
        read_now = {folder: read[0] for folder, read in self._read.items()}
        self.settling = frozenset(folder for folder, state in there.items() if read_now.get(folder) != state)
        self.indexes = {folder: read for folder, (_, read, _) in self._read.items() if isinstance(read, SignedIndex)}
        self.problems = tuple(
            read for _, read, _ in self._read.values() if not isinstance(read, SignedIndex) and read.rule != "missing"
        )
        return frozenset(there)

    def _renew(self, folder: Path, state: FileState) -> None:
        known = self._read.get(folder)
        if known and known[0] == state and self._now < known[2]:
            return
        try:
            self._read[folder] = state, read_index(folder, self._key), float("inf")
        except BundleRefused as refused:
            self._read[folder] = state, refused.problem, self._again(refused.problem)

    def fetch(self, folder: Path, listed: Shelved) -> Offer | Missing:
        """A bundle of that folder's index, if it is here as a whole. One that is not is not opened."""
        file = folder / listed.file
        if is_too_new(listed.minimum_version):
            message = f"{listed.file} needs Kiosk Gallery {listed.minimum_version} or newer; this is {__version__}."
            remedy = "Update the program on this computer first."
            return Missing(_refused("newer-program", folder / INDEX, message, remedy, "minimum_version"))
        try:
            status = file.lstat()
            state = FileState.of(file)
        except (FileNotFoundError, NotADirectoryError):
            return self._late(file, listed, f"It is listed, and has not come yet ({listed.size:,} bytes).", "not-here")
        except OSError as error:
            return Missing(unreadable(file, error).problem)
        if not stat.S_ISREG(status.st_mode):
            return Missing(_refused("not-a-regular-file", file, "This is no file.", PUBLISH_AGAIN))
        self._first.pop((file, listed.sha256), None)
        self._files[file] = seen = sighted(self._files, {file: state}, self._now)[file]
        if state.size != listed.size:
            message = f"It is not here as a whole: {state.size:,} of {listed.size:,} bytes."
            return self._late(file, listed, message, "incomplete", seen.since)
        if self._now - seen.since < self._settled_s:
            return Missing(_refused("settling", file, "It has just come.", ""), waiting=True)
        checked, again = self._checked.get((state, listed.sha256), (None, 0.0))
        if checked is None or self._now >= again:
            checked = self._check(file, listed)
            self._checked[state, listed.sha256] = checked, self._again(checked)
        if isinstance(checked, Offer):
            return checked
        return Missing(checked, waiting=checked.rule == "hash" and not self._is_overdue(seen.since))

    def give_up(self, offer: Offer, problem: Problem) -> None:
        """It could not be installed: it is not offered until it changes, or until the machine may do better."""
        self._checked = {
            key: (problem, self._again(problem)) if checked[0] == offer else checked
            for key, checked in self._checked.items()
        }

    def _check(self, file: Path, listed: Shelved) -> Offer | Problem:
        try:
            _compare(file, listed)
            with open_bundle(file) as archive:
                if archive.bundle.name != listed.name:
                    message = f"It is generation {archive.bundle.generation}, and listed as {listed.generation}."
                    return _refused("bad-index", file, message, PUBLISH_AGAIN)
                return Offer(file, archive.bundle, signer_of(archive, self._key))
        except BundleRefused as refused:
            return refused.problem

    def _late(self, file: Path, listed: Shelved, message: str, rule: str, since: float | None = None) -> Missing:
        since = self._first.setdefault((file, listed.sha256), self._now) if since is None else since
        remedy = "See whether what copies into this folder still runs; if it does, wait. Or publish it again."
        return Missing(_refused(rule, file, message, remedy), waiting=not self._is_overdue(since))

    def _is_overdue(self, since: float) -> bool:
        return self._now - since >= OVERDUE_S

    def _again(self, found: Offer | Problem) -> float:
        at_fault = not isinstance(found, Offer) and found.rule in FAULTS_OF_THE_MACHINE
        return self._now + AGAIN_S if at_fault else float("inf")


def _state(file: Path) -> FileState | None:
    try:
        return FileState.of(file)
    except (OSError, ValueError):
        return None


def _compare(file: Path, listed: Shelved) -> None:
    try:
        _, content = digest(file)
    except OSError as error:
        raise unreadable(file, error) from error
    if content != listed.sha256:
        message = f"It is not what {INDEX} lists: its SHA-256 is {content[:12]}…, not {listed.sha256[:12]}…."
        remedy = "It may still be copied; if not, copy it again, or publish it again."
        raise BundleRefused("hash", file, message, remedy, "sha256")


def _refused(rule: str, file: Path, message: str, remedy: str, place: str = "") -> Problem:
    return BundleRefused(rule, file, message, remedy, place).problem
