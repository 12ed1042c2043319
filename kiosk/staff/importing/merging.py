"""Three versions of a value: as it was imported, as it is in the manifest now, and as the source has it now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.staff.importing.yaml_words import Data


class Merged(NamedTuple):
    """What the value becomes; None for no value. `conflict`: both sides have changed it, and the hand's stands."""

    value: Data | None
    conflict: bool = False


def merge(base: Data | None, mine: Data | None, new: Data | None) -> Merged:
    """The value to write: what was changed by hand stays, what the source has changed is taken, languages by language.

    In lists each entry is judged by itself: what either side has added is there, what either has taken out is not.
    """
    if new in (mine, base):
        return Merged(mine)
    if mine == base:
        return Merged(new)
    sides = (base, mine, new)
    if isinstance(mine, Mapping) and all(isinstance(side, Mapping | None) for side in (base, new)):
        return _merge_maps(*((side if isinstance(side, Mapping) else {}) for side in sides))
    if any(_is_list(side) for side in sides) and all(side is None or _is_list(side) for side in sides):
        return Merged(_merge_lists(*(list(side or ()) for side in sides)) or None)
    return Merged(mine, conflict=True)


def _is_list(side: Data | None) -> bool:
    return isinstance(side, Sequence) and not isinstance(side, str)


def _merge_maps(base: Mapping[str, str], mine: Mapping[str, str], new: Mapping[str, str]) -> Merged:
    merged = {key: merge(base.get(key), mine.get(key), new.get(key)) for key in dict.fromkeys((*mine, *new))}
    words = {key: each.value for key, each in merged.items() if isinstance(each.value, str)}
    return Merged(words or None, any(each.conflict for each in merged.values()))


def _merge_lists(base: list[str], mine: list[str], new: list[str]) -> list[str]:
    kept = [each for each in mine if each in new or each not in base]
    return kept + [each for each in new if each not in base and each not in kept]
