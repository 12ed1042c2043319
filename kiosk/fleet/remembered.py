"""The ids of the last commands, on the disk: what was carried out before a restart is not carried out after it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.disk import CacheDisk, replace_file
from kiosk.exhibition.regular_files import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "fleet-commands.json"
_MOST_BYTES = 200_000


def recall_ids(folder: Path) -> dict[str, float]:
    """The ids that were remembered in `folder`, and when they were carried out."""
    try:
        return msgspec.json.decode(read(folder / FILE, _MOST_BYTES), type=dict[str, float])
    except (OSError, ValueError):
        return {}


def remember_ids(folder: Path, ids: Mapping[str, float]) -> None:
    """Remember them; where that cannot be written they are forgotten with the program."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / FILE, msgspec.json.encode(ids), CacheDisk(), private=True)
