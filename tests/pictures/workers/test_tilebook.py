"""Which picture is cut into tiles next, and who hears of it."""

from __future__ import annotations

from pathlib import Path

from kiosk.pictures.orders import Failed, PyramidReady
from kiosk.pictures.workers.tilebook import TileBook, TilesJob

FOLDER = Path("/exhibition")


class Book(TileBook):
    """A tile book whose pictures are called by a word and whose listeners leave their names in `heard`."""

    def __init__(self, at_once: int = 1) -> None:
        super().__init__(at_once)
        self.heard: list[str] = []

    def ask(self, name: str, urgency: int = 0, listener: str = "") -> None:
        def done(_: PyramidReady | Failed) -> None:
            self.heard.append(listener or name)

        self.order(Path(name), FOLDER, urgency, lambda _: None, done)

    def begin(self) -> TilesJob:
        job = self.take()
        assert job
        return job

    def end(self, job: TilesJob) -> str:
        for done in self.finish(job):
            done(PyramidReady(job.source, 1, 1))
        return str(job.source)


def test_the_most_urgent_comes_first_and_the_latest_among_equals() -> None:
    book = Book()
    for name, urgency in (("a", 1), ("b", 3), ("c", 1), ("d", 3)):
        book.ask(name, urgency)
    assert book.urgency() == 3
    assert [book.end(book.begin()) for _ in range(4)] == ["d", "b", "c", "a"]
    assert book.take() is None


def test_only_so_many_are_under_way_at_once() -> None:
    book = Book(at_once=2)
    for name in "abc":
        book.ask(name)
    assert len(book) == 2
    first = book.begin()
    book.begin()
    assert (len(book), book.urgency(), book.take()) == (0, -1, None)
    book.end(first)
    assert book.begin().source == Path("a")


def test_asking_again_joins_the_job_even_while_it_is_under_way() -> None:
    book = Book()
    book.ask("a", 1, "first")
    book.ask("a", 5, "second")
    assert book.urgency() == 5
    job = book.begin()
    book.ask("a", 9, "third")
    assert (job.urgency, book.take()) == (9, None)
    book.end(job)
    assert book.heard == ["first", "second", "third"]


def test_what_is_withdrawn_is_not_begun_and_nobody_hears_of_what_is_under_way() -> None:
    book = Book()
    book.ask("a")
    book.ask("b")
    book.withdraw(Path("b"))
    book.withdraw(Path("unknown"))
    job = book.begin()
    assert job.source == Path("a")
    book.withdraw(Path("a"))
    assert not job.wanted
    book.put_back(job)
    assert book.take() is None
    assert not book.heard


def test_a_job_left_unfinished_waits_behind_its_equals() -> None:
    book = Book()
    book.ask("a", 1)
    job = book.begin()
    book.ask("b", 1)
    book.put_back(job)
    assert [book.end(book.begin()) for _ in range(2)] == ["b", "a"]
    assert book.heard == ["b", "a"]


def test_what_is_asked_for_after_it_was_withdrawn_begins_once_the_old_job_has_ended() -> None:
    book = Book(at_once=2)
    book.ask("a", listener="old")
    old = book.begin()
    book.withdraw(Path("a"))
    book.ask("a", listener="new")
    assert book.take() is None
    book.put_back(old)
    book.end(book.begin())
    assert book.heard == ["new"]


def test_nothing_is_left_after_clearing() -> None:
    book = Book(at_once=2)
    book.ask("a")
    job = book.begin()
    book.ask("b")
    book.clear()
    assert (book.take(), job.wanted) == (None, False)
