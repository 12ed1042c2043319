"""What staff save while the show goes on: each edit is sound, and begins with the exhibition as it was at first."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Said = dict[str, Any]
LONG = "A rule was written down, and a machine obeyed it. " * 60
"""540 words."""


def edited(said: Said, chance: Random) -> tuple[str, str]:
    """What was done, in a word, and the manifest that says it: JSON, which is YAML, too."""
    new = deepcopy(said)
    change = chance.choice(CHANGES)
    change(new, chance)
    return change.__name__.strip("_"), json.dumps(new, ensure_ascii=False)


def _title(said: Said, chance: Random) -> None:
    said["exhibition"]["title"] = f"Hung again {chance.randrange(1000)}"


def _works_gone(said: Said, chance: Random) -> None:
    works = said["works"]
    for _ in range(min(3, len(works) - 1)):
        gone = works.pop(chance.randrange(len(works))).get("id")
        for work in works:
            if gone is not None and work.get("pair_with") == gone:
                del work["pair_with"]


def _label(said: Said, chance: Random) -> None:
    chance.choice(said["works"])["description"] = LONG


def _order(said: Said, chance: Random) -> None:
    chance.shuffle(said["works"])


def _themes_gone(said: Said, _: Random) -> None:
    for work in said["works"]:
        work.pop("themes", None)


def _nothing(_said: Said, _: Random) -> None:
    """As it was at first."""


CHANGES: tuple[Callable[[Said, Random], None], ...] = (_title, _works_gone, _label, _order, _themes_gone, _nothing)
