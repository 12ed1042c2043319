"""Collecting the problems of one file, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.guarded_yaml import Document, FieldPath, Place, Refusal, Spot
from kiosk.exhibition.problems import Problem, Severity, nearest, printable

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

MAX_PROBLEMS = 1000
_MAX_COMPARISONS = 100_000


class Findings:
    """The problems found so far in the `document` that was read from `file`, at `most` so many in detail."""

    def __init__(self, file: Path, document: Document, most: int = MAX_PROBLEMS) -> None:
        self._file = file
        self._most = most
        self._document = document
        self._found: list[tuple[Spot, Problem]] = []
        self._more = 0
        self._comparisons = 0

    def add_repeated_keys(self) -> None:
        """Note every key that its mapping had already."""
        for path, place in self._document.repeated:
            self.add(
                "repeated-key",
                path,
                f'The key "{path[-1]}" comes a second time; the first one counts.',
                "Remove one of them.",
                place=place,
            )

    def add(
        self,
        rule: str,
        path: FieldPath,
        message: str,
        remedy: str,
        severity: Severity = Severity.ERROR,
        *,
        work: str = "",
        key: bool = False,
        place: Place | None = None,
    ) -> None:
        """Note a problem with the value at `path`, or with its key, at `place` where that is known already."""
        if len(self._found) >= self._most:
            self._more += 1
            return
        line, column = place or (0, 0)
        problem = Problem(
            rule=rule,
            message=printable(message),
            remedy=printable(remedy),
            severity=severity,
            file=self._file,
            line=line,
            column=column,
            field=printable(field_name(path)),
            work=printable(work),
        )
        self._found.append((Spot(path, key), problem))

    def suggest(self, name: str, known: Collection[str]) -> str:
        """' Did you mean "x"?' for the known name most like `name`, as long as looking for it stays quick."""
        self._comparisons += len(known)
        return nearest(name, known) if self._comparisons <= _MAX_COMPARISONS else ""

    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order of the file; beyond `most` only how many there are."""
        wanted = {spot for asked, problem in self._found if not problem.line for spot in _places_to_try(asked)}
        places = self._document.places(wanted)
        placed = [_put(problem, asked, places) for asked, problem in self._found]
        placed.sort(key=lambda problem: (problem.line, problem.column))
        if self._more:
            placed.append(
                Problem(
                    rule="more-problems",
                    message=f"{self._more} more problems are not listed.",
                    remedy="Correct these first.",
                    file=self._file,
                )
            )
        return tuple(placed)


def refused(file: Path, refusal: Refusal) -> Problem:
    """The one problem of a file that cannot be used at all."""
    line, column = refusal.place
    return Problem(
        rule=refusal.rule, message=refusal.message, remedy=refusal.remedy, file=file, line=line, column=column
    )


def field_name(path: FieldPath) -> str:
    """A path as it is printed: `works[3].themes[0]`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _places_to_try(asked: Spot) -> list[Spot]:
    """Where to point at: the thing itself, else the nearest thing around it that the file has."""
    path, key = asked
    spots = [asked] if key else [asked, Spot(path, key=True)]
    for end in range(len(path) - 1, -1, -1):
        spots += [Spot(path[:end], key=True), Spot(path[:end])]
    return spots


def _put(problem: Problem, asked: Spot, places: dict[Spot, Place]) -> Problem:
    if problem.line:
        return problem
    line, column = next((places[spot] for spot in _places_to_try(asked) if spot in places), (0, 0))
    return msgspec.structs.replace(problem, line=line, column=column)
