"""The survey learns the size of every picture, a batch at a time."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition.model import Work
from kiosk.pictures.orders import Failed, Header, Measured, Stamp
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.workers.survey import BATCH, Survey
from kiosk.pictures.workers.workshop import Workshop
from tests.exhibitions import build_exhibition, draw_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kiosk.pictures.orders import Box

FOLDER = Path("exhibition").resolve()


def picture(number: int) -> Path:
    return FOLDER / f"{number}.jpg"


def measured(source: Path) -> Measured:
    return Measured(source, Header("JPEG", int(source.stem) + 1, 7), Stamp(1, 1))


def at_once(do: Callable[[], None]) -> bool:
    do()
    return True


class Office:
    """A cache and a workshop in one that know some sizes and are asked for the others."""

    def __init__(self, works: Sequence[Work], known: Iterable[Path] = ()) -> None:
        self.known = set(known)
        self.asked: list[tuple[Path, ...]] = []
        self.told: list[dict[int, Box]] = []
        self.survey = Survey(works, FOLDER, self, self, self.told.append, at_once, 0)  # type: ignore[arg-type]
        self.done = lambda _: None

    def known_sizes(self, sources: Iterable[Path]) -> dict[Path, Box]:
        return {source: (int(source.stem) + 1, 7) for source in sources if source in self.known}

    def measure(self, sources: Sequence[Path], folder: Path, done: object) -> None:
        assert folder == FOLDER
        self.asked.append(tuple(sources))
        self.done = done  # type: ignore[assignment]

    @property
    def learned(self) -> dict[int, Box]:
        return {work: size for batch in self.told for work, size in batch.items()}


WORKS = [Work(id=str(n), picture=None if n % 10 == 4 else picture(n)) for n in range(3 * BATCH + 5)]
ALL = {n: (n + 1, 7) for n in range(len(WORKS)) if n % 10 != 4}


def test_what_is_known_is_told_and_nothing_is_measured() -> None:
    office = Office(WORKS, map(picture, range(len(WORKS))))
    office.survey.begin()
    assert office.learned == ALL
    assert office.asked == []
    assert office.told[-1] == {}, "the end"


def test_the_next_batch_is_asked_for_when_the_last_one_is_measured() -> None:
    office = Office(WORKS, map(picture, range(BATCH // 2)))
    office.survey.begin()
    for asked in range(1, 5):
        assert len(office.asked) == asked, "no more than one waits in the workshop"
        office.done([measured(source) for source in office.asked[-1]])  # type: ignore[arg-type]
    assert office.learned == ALL
    assert office.told[-1] == {}


def test_answers_may_come_in_parts_and_may_be_refusals() -> None:
    office = Office(WORKS[:BATCH])
    office.survey.begin()
    first, second, *others = office.asked[0]
    office.done([measured(first)])  # type: ignore[arg-type]
    office.done([Failed(second, "missing", "It is gone.", "Put it back.")])  # type: ignore[arg-type]
    assert {} not in office.told
    office.done([measured(source) for source in others])  # type: ignore[arg-type]
    assert office.learned == {work: ALL[work] for work in range(BATCH) if work in ALL and work != 1}
    assert office.told[-1] == {}


def test_works_that_share_a_picture_share_its_size() -> None:
    office = Office([Work(id="a", picture=picture(0)), Work(id="b", picture=picture(0))])
    office.survey.begin()
    assert office.asked == [(picture(0),)]
    office.done([measured(picture(0))])  # type: ignore[arg-type]
    assert office.learned == {0: (1, 7), 1: (1, 7)}


def test_ended_it_asks_for_nothing_more() -> None:
    office = Office(WORKS)
    office.survey.begin()
    office.survey.end()
    office.done([measured(source) for source in office.asked[-1]])  # type: ignore[arg-type]
    assert len(office.asked) == 1


@pytest.mark.parametrize("works", [0, 3])
def test_with_a_real_workshop_it_comes_to_an_end(tmp_path: Path, works: int) -> None:
    build_exhibition(tmp_path, works=works, pictures=2, size=(60, 40))
    shown = [Work(id=str(n), picture=tmp_path / "pictures" / f"{n:05}.jpg") for n in range(1, works + 1)]
    told: SimpleQueue[dict[int, Box]] = SimpleQueue()
    cache = Cache(tmp_path / "cache", 10**9)
    workshop = Workshop(cache, workers=1)
    try:
        Survey(shown, tmp_path, cache, workshop, told.put).begin()
        sizes: dict[int, Box] = {}
        while batch := told.get(timeout=60):
            sizes |= batch
    finally:
        workshop.close()
        cache.close()
    expected = [draw_picture(n % 2, (60, 40)).size for n in range(works)]
    assert [sizes[work] for work in range(works)] == expected
