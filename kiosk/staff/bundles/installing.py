"""Installing a bundle, and going back: staged, on the disk, then shown by replacing one small file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.installed import Pointer
from kiosk.exhibition.places import cache_folder
from kiosk.staff.bundles.archive import open_bundle
from kiosk.staff.bundles.contents import Bundle
from kiosk.staff.bundles.extraction import is_as_listed, refuse_without_room, unpack
from kiosk.staff.bundles.refusal import BundleRefused, unwritable
from kiosk.staff.bundles.signing import Signer, signer_of
from kiosk.staff.inspection import to_nobody
from kiosk.visit.opening import forget

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.public_key import PublicKey
    from kiosk.staff.bundles.archive import Archive
    from kiosk.staff.bundles.store import Store
    from kiosk.staff.inspection import Progress


class Installed(msgspec.Struct, frozen=True):
    """What is shown from now on. `already`: it was before. `before` was shown until then."""

    bundle: Bundle
    signer: Signer
    already: bool = False
    before: Bundle | None = None


def install(
    file: Path,
    store: Store,
    key: PublicKey | None = None,
    *,
    older: bool = False,
    signed_only: bool = False,
    leaves: bool = False,
    progress: Progress = to_nobody,
) -> Installed:
    """Show the exhibition in the bundle `file` from now on. Raises `BundleRefused`; what is shown then stays.

    A signature is compared with `key`, and asked for with `signed_only`. With `older` a bundle may replace one that is
    newer than itself; with `leaves` that one does not come again by itself then, as after `roll_back`.
    """
    with open_bundle(file) as archive:
        signer = signer_of(archive, key)
        if signed_only:
            refuse_unsigned(file, signer)
        with store.alone():
            before, pointer = store.current, store.pointer
            new = archive.bundle
            known = _whole(store, pointer, new)
            if pointer and known == pointer.current:
                return Installed(new, signer, already=True, before=before)
            if before and not older and not new.is_newer_than(before):
                _refuse_older(file, new, before)
            name = known or _stage(archive, store, progress)
            left = pointer.current if pointer and leaves and before and not new.is_newer_than(before) else None
            wanted = Pointer(name, pointer.current if pointer else None, left=left)
            try:
                store.switch(wanted)
            except OSError as error:
                if not known and not store.shows(wanted):
                    store.remove(store.generations / name)
                raise unwritable(store.folder, error, "What is shown") from error
            forget(cache_folder())
            store.sweep()
            return Installed(new, signer, before=before)


def roll_back(store: Store) -> Installed:
    """Show what was shown before again. Raises `BundleRefused` when there is nothing, or it is damaged."""
    with store.alone():
        pointer, before = store.pointer, store.current
        earlier = store.bundle(pointer.previous) if pointer else None
        if pointer is None or pointer.previous is None or earlier is None:
            message = "There is no exhibition to go back to."
            raise BundleRefused("nothing-before", store.folder, message, "Install a bundle: kiosk install x.kiosk")
        if not is_as_listed(store.generations / pointer.previous, earlier.files):
            message = f"Generation {earlier.generation}, which was shown before, has been damaged on the disk."
            raise BundleRefused("damaged", store.folder, message, "Install its bundle again: kiosk install --older")
        try:
            store.switch(Pointer(pointer.previous, pointer.current, left=pointer.current))
        except OSError as error:
            raise unwritable(store.folder, error, "What is shown") from error
        forget(cache_folder())
        return Installed(earlier, Signer.NOBODY, before=before)


def refuse_unsigned(file: Path, signer: Signer) -> None:
    """Refuse a bundle that is not signed with this kiosk's key."""
    if signer is not Signer.OURS:
        message = "It is not signed with the key of this kiosk."
        raise BundleRefused("not-signed", file, message, "Pack it with --key and that key, or install it by hand.")


def _whole(store: Store, pointer: Pointer | None, bundle: Bundle) -> str | None:
    """The generation that has this content already, shown now or before, and has it undamaged."""
    for name in (pointer.current, pointer.previous) if pointer else ():
        if name and name.startswith(bundle.name) and is_as_listed(store.generations / name, bundle.files):
            return name
    return None


def _refuse_older(file: Path, new: Bundle, shown: Bundle) -> None:
    remedy = f"Pack it with --generation {shown.generation + 1}, or install it all the same with --older."
    if new.title != shown.title:
        made, later = f"{new.made:%Y-%m-%d %H:%M}", f"{shown.made:%Y-%m-%d %H:%M}"
        remedy = "Have it packed again, or install it all the same with --older."
        message = f"It was made on {made}; what is shown is another exhibition, made on {later}."
    elif new.generation == shown.generation:
        message = f"What is shown is generation {shown.generation}, too, but not the same."
    else:
        message = f"It is generation {new.generation}; what is shown is newer: generation {shown.generation}."
    raise BundleRefused("older", file, message, remedy)


def _stage(archive: Archive, store: Store, progress: Progress) -> str:
    """The name of a generation with the bundle's content, on the disk as a whole."""
    name = store.free_name(archive.bundle.name)
    staged = store.staging(name)
    try:
        refuse_without_room(archive, store.generations)
        unpack(archive, staged, store.disk, progress)
        store.disk.rename(staged, store.generations / name)
        store.disk.sync_folder(store.generations)
    except OSError as error:
        store.remove(staged)
        store.remove(store.generations / name)
        raise unwritable(store.folder, error, "The exhibition") from error
    except BaseException:
        store.remove(staged)
        raise
    return name
