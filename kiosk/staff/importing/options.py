"""What staff may decide about an import."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from kiosk.staff.importing.column_names import Role


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """All decisions have a default.

    `mapping` has columns' headings by role and language (empty for none). `sheet` is a worksheet's name. `language` is
    that of words which do not say theirs; guessed when empty. `pictures` is a folder to look for pictures in besides
    the source's own. `themes_at_least` is how many works a theme needs; None chooses by the number of works.
    `photographs`: the pictures of a folder are the works themselves, not pictures of works. `link` makes hard links
    instead of copies. `remove_missing` takes works out that the source has no longer.
    """

    mapping: Mapping[tuple[Role, str], tuple[str, ...]] = msgspec.field(default_factory=dict)
    sheet: str = ""
    title: str = ""
    language: str = ""
    turn_names: bool = False
    pictures: Path | None = None
    photographs: bool = False
    link: bool = False
    themes_at_least: int | None = None
    remove_missing: bool = False
