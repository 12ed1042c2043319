"""What staff save while strangers are at it: each edit is sound by itself, and some are unkind."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    Said = dict[str, Any]

LONG = "A rule was written down, and a machine obeyed it. " * 350
"""3,500 words."""


class Staff:
    """Someone with the manifest open in an editor; every edit begins with the exhibition as it was at first."""

    def __init__(self, manifest: Path, said: Said, chance: Random) -> None:
        self.manifest = manifest
        self.first = said
        self.chance = chance

    def edit(self, shown: int | None) -> str:
        """Save something else; `shown` is the place of a work on the screen. What was done, in a word."""
        said = deepcopy(self.first)
        done = []
        for _ in range(self.chance.choice((1, 1, 2))):
            change: Callable[[Said, int | None], None] = self.chance.choice(
                (
                    self.nothing,
                    self.without_the_shown,
                    self.without_a_language,
                    self.with_another_language,
                    self.without_themes,
                    self.one_theme_of_one,
                    self.empty_themes,
                    self.forty_themes,
                    self.one_work,
                    self.two_works,
                    self.no_work,
                    self.long_label,
                    self.no_size,
                    self.pairs,
                    self.no_search,
                    self.no_intro,
                    self.no_zoom,
                )
            )
            change(said, shown)
            done.append(change.__name__)
        new = self.manifest.with_name("manifest.yaml.new")
        new.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
        new.replace(self.manifest)
        return "+".join(done)

    def nothing(self, said: Said, _shown: int | None) -> None:
        said["exhibition"]["title"] = f"Drawn again {self.chance.random():.3f}"

    def without_the_shown(self, said: Said, shown: int | None) -> None:
        if shown is not None and shown < len(said["works"]) and len(said["works"]) > 1:
            gone = said["works"].pop(shown)["id"]
            for work in said["works"]:
                if work.get("pair_with") == gone:
                    del work["pair_with"]

    def without_a_language(self, said: Said, _shown: int | None) -> None:
        languages = said["exhibition"]["languages"]
        said["exhibition"]["languages"] = [self.chance.choice(languages)]

    def with_another_language(self, said: Said, _shown: int | None) -> None:
        """Of which nothing has any words."""
        said["exhibition"]["languages"] = [*said["exhibition"]["languages"], "ja"]

    def without_themes(self, said: Said, _shown: int | None) -> None:
        said["themes"] = {}
        for work in said["works"]:
            work.pop("themes", None)

    def one_theme_of_one(self, said: Said, _shown: int | None) -> None:
        self.without_themes(said, None)
        said["themes"] = {"single": {"name": "Single"}}
        if said["works"]:
            said["works"][0]["themes"] = ["single"]

    def empty_themes(self, said: Said, _shown: int | None) -> None:
        """They are still there, but no work has them."""
        for work in said["works"]:
            work.pop("themes", None)

    def forty_themes(self, said: Said, _shown: int | None) -> None:
        said["themes"] = {f"t{number}": {"name": f"A theme of many, number {number}"} for number in range(40)}
        for number, work in enumerate(said["works"]):
            work["themes"] = [f"t{number % 40}"]

    def one_work(self, said: Said, _shown: int | None) -> None:
        said["works"] = said["works"][:1]
        self._alone(said)

    def two_works(self, said: Said, _shown: int | None) -> None:
        said["works"] = said["works"][:2]
        self._alone(said)

    def no_work(self, said: Said, _shown: int | None) -> None:
        said["works"] = []

    def long_label(self, said: Said, shown: int | None) -> None:
        for place in {0, shown or 0}:
            if place < len(said["works"]):
                said["works"][place]["description"] = LONG

    def no_size(self, said: Said, _shown: int | None) -> None:
        for work in said["works"]:
            work.pop("size_cm", None)

    def pairs(self, said: Said, _shown: int | None) -> None:
        works = said["works"]
        for work in works:
            work.pop("pair_with", None)
        for one, other in zip(works[::3], works[1::3], strict=False):
            one["pair_with"] = other["id"]

    def no_search(self, said: Said, _shown: int | None) -> None:
        said["exhibition"]["search"] = False

    def no_intro(self, said: Said, _shown: int | None) -> None:
        said["exhibition"].pop("intro", None)

    def no_zoom(self, said: Said, _shown: int | None) -> None:
        for work in said["works"]:
            work["allow"] = {"zoom": False}

    def _alone(self, said: Said) -> None:
        ids = {work["id"] for work in said["works"]}
        for work in said["works"]:
            if work.get("pair_with") not in ids:
                work.pop("pair_with", None)
