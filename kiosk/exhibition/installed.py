"""Which of the installed exhibitions is shown: the pointer in the content folder, a small file that is replaced whole.

Only `kiosk.staff.bundles` writes there. Whoever shows an exhibition asks `current_exhibition`, again whenever the
file at `pointer_file` has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from kiosk.exhibition import regular_files
from kiosk.exhibition.places import content_folder

if TYPE_CHECKING:
    from pathlib import Path

GENERATIONS = "generations"
EXHIBITION = "exhibition"
LIST = "bundle.json"
"""What a bundle says of itself, kept beside its exhibition: written last, so a generation with it is whole."""
BUNDLE = ".kiosk"
_POINTER = "current.json"
_MOST_BYTES = 4096

FolderName = Annotated[str, Meta(pattern=r"^[1-9][0-9]{0,9}-[0-9a-f]{16}(?:-[1-9][0-9]{0,2})?$")]


class Pointer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The generation that is `current` and the last good one before it, by the names of their folders.

    `left` is one that staff went back from: it is not to come again by itself.
    """

    current: FolderName
    previous: FolderName | None = None
    left: FolderName | None = None


def is_bundle(path: Path) -> bool:
    """Whether a path that somebody named is meant to be an exhibition in one file."""
    return path.suffix.lower() == BUNDLE and not path.is_dir()


def pointer_file(content: Path | None = None) -> Path:
    """The file that says what is shown. It is replaced in one step; nothing else in the folder has to be watched."""
    return (content or content_folder()) / _POINTER


def read_pointer(content: Path) -> Pointer | None:
    """The pointer in a content folder; None where nothing is installed, or the file is damaged."""
    try:
        return msgspec.json.decode(regular_files.read(pointer_file(content), _MOST_BYTES), type=Pointer)
    except (OSError, ValueError):
        return None


def current_generation(content: Path | None = None) -> Path | None:
    """The folder of the generation that is shown; None where nothing is installed.

    Without a pointer that can be used it is the newest one that is whole: the show goes on after a disk has lost it.
    """
    content = content or content_folder()
    pointer = read_pointer(content)
    if pointer:
        for name in filter(None, (pointer.current, pointer.previous)):
            if is_whole(content / GENERATIONS / name):
                return content / GENERATIONS / name
    return _newest(content / GENERATIONS)


def current_exhibition(content: Path | None = None) -> Path | None:
    """The folder of the installed exhibition that is to be shown now, with its manifest; None without one."""
    generation = current_generation(content)
    return generation / EXHIBITION if generation else None


def is_installed(manifest: Path, content: Path | None = None) -> bool:
    """Whether a manifest is that of an installed exhibition, of any generation."""
    return manifest.is_relative_to((content or content_folder()) / GENERATIONS)


def is_whole(generation: Path) -> bool:
    """Whether a generation was put there as a whole."""
    return (generation / LIST).is_file() and (generation / EXHIBITION).is_dir()


def _newest(folder: Path) -> Path | None:
    try:
        there = [
            generation for generation in folder.iterdir() if generation.name[:1].isdigit() and is_whole(generation)
        ]
        return max(there, key=lambda generation: (generation / LIST).stat().st_mtime_ns, default=None)
    except OSError:
        return None
