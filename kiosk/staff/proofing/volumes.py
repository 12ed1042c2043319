"""A proof in several files: no browser and no reader of PDF opens thousands of pictures in one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_WORKS = 250
"""Works in one file: 30 to 60 MB where pictures are photographs, which old computers still open."""


class Volume(msgspec.Struct, frozen=True):
    """One file of a proof: its `number` from 1, and the `places` of its works. `names` are those of all its files."""

    number: int
    file: Path
    places: tuple[int, ...]
    names: tuple[str, ...]

    @property
    def of(self) -> int:
        """How many files the proof has."""
        return len(self.names)

    @property
    def words(self) -> str:
        """Which part of the proof it is, such as "2 of 40, works 251 to 500"; empty where there is one alone."""
        if self.of == 1:
            return ""
        first, last = self.places[0] + 1, self.places[-1] + 1
        works = f"works {first:,} to {last:,}" if last > first else f"work {first:,}"
        return f"{self.number:,} of {self.of:,}, {works}"


def volumes(file: Path, places: Sequence[int], most: int = MOST_WORKS) -> tuple[Volume, ...]:
    """The files for works at these `places`, none with more than `most` of them: `file` itself, where one is enough.

    Of several all are about as long: "sheet.pdf" of 600 works becomes "sheet-1-of-3.pdf" and so on, 200 in each.
    """
    count = max(1, -(-len(places) // most))
    width = len(str(count))
    names = tuple(f"{file.stem}-{number:0{width}}-of-{count}{file.suffix}" for number in range(1, count + 1))
    names = (file.name,) if count == 1 else names
    bounds = pairwise(len(places) * number // count for number in range(count + 1))
    return tuple(
        Volume(number, file.with_name(name), tuple(places[start:end]), names)
        for number, (name, (start, end)) in enumerate(zip(names, bounds, strict=True), start=1)
    )
