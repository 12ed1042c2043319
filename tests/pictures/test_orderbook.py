"""Which picture is made next, and who hears of it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kiosk.pictures.orderbook import MeasureJob, OrderBook, PictureJob, WhenDone
from kiosk.pictures.orders import Failed, Result

FOLDER = Path("/exhibition")
BOX = (1920, 1080)


class Book(OrderBook):
    """An order book whose pictures are called by a word and whose listeners leave their names in `heard`."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def ask(self, name: str, box: tuple[int, int] | None = BOX, urgency: int = 0, listener: str = "") -> None:
        self.order(Path(name), FOLDER, box, urgency, self._listener(listener or name))

    def make(self) -> str:
        """Take the next picture and finish it; "name" or "name preview", "" for none."""
        job = self.take()
        if job is None:
            return ""
        assert isinstance(job, PictureJob)
        for done in self.finish(job):
            done(Failed(job.source, "", "", ""))
        return f"{job.source}{'' if job.box else ' preview'}"

    def make_all(self) -> list[str]:
        return list(iter(self.make, ""))

    def _listener(self, name: str) -> WhenDone:
        def listen(_: Result) -> None:
            self.heard.append(name)

        return listen


def test_the_most_urgent_comes_first_and_the_latest_among_equals() -> None:
    book = Book()
    for name, urgency in (("a", 1), ("b", 3), ("c", 1), ("d", 2), ("e", 3)):
        book.ask(name, urgency=urgency)
    assert book.make_all() == ["e", "b", "d", "c", "a"]


def test_asking_again_makes_a_picture_urgent_and_not_twice() -> None:
    book = Book()
    book.ask("a", urgency=1, listener="first")
    book.ask("b", urgency=2)
    book.ask("a", urgency=3, listener="second")
    book.ask("a", urgency=0, listener="third")
    assert book.make_all() == ["a", "b"]
    assert book.heard == ["first", "second", "third", "b"]


def test_another_box_is_another_picture() -> None:
    book = Book()
    book.ask("a", (10, 10))
    book.ask("a", (20, 20))
    assert book.make_all() == ["a", "a"]


def test_a_preview_comes_with_a_screen_that_waits() -> None:
    book = Book()
    book.ask("a", urgency=1)
    book.ask("b", urgency=2)
    book.ask("a", None, urgency=3, listener="preview")
    assert book.make_all() == ["a", "b"]
    assert book.heard == ["a", "preview", "b"]


def test_a_screen_takes_over_a_preview_that_waits() -> None:
    book = Book()
    book.ask("a", None, urgency=3, listener="preview")
    book.ask("b", urgency=2)
    book.ask("a", urgency=1)
    assert book.make_all() == ["a", "b"]
    assert book.heard == ["preview", "a", "b"]


def test_who_asks_for_a_picture_under_way_hears_of_it() -> None:
    book = Book()
    book.ask("a", listener="first")
    job = book.take()
    assert isinstance(job, PictureJob)
    book.ask("a", listener="second")
    book.ask("a", None, listener="preview")
    assert book.take() is None
    assert len(book.finish(job)) == 3


def test_a_screen_is_made_after_a_preview_under_way() -> None:
    book = Book()
    book.ask("a", None, listener="preview")
    job = book.take()
    assert isinstance(job, PictureJob)
    book.ask("a")
    assert len(book.finish(job)) == 1
    assert book.make_all() == ["a"]


def test_a_finished_picture_may_be_asked_for_again() -> None:
    book = Book()
    book.ask("a")
    assert book.make_all() == ["a"]
    book.ask("a")
    assert book.make_all() == ["a"]


def test_only_the_pictures_kept_are_made_and_nobody_hears_of_the_others() -> None:
    book = Book()
    for name in "abcd":
        book.ask(name)
        book.ask(name, (5, 5))
    book.keep_only({Path("b"), Path("d")})
    assert book.make_all() == ["d", "d", "b", "b"]
    assert set(book.heard) == {"b", "d"}


def test_what_is_less_urgent_is_forgotten() -> None:
    book = Book()
    for name, urgency in (("a", 1), ("b", 5), ("c", 9)):
        book.ask(name, urgency=urgency)
    book.ask("a", urgency=7)
    book.forget(5)
    assert book.make_all() == ["c", "a", "b"]


def test_a_forgotten_picture_may_be_asked_for_again() -> None:
    book = Book()
    book.ask("a", urgency=1, listener="first")
    book.keep_only(())
    book.ask("a", urgency=1, listener="second")
    assert book.make_all() == ["a"]
    assert book.heard == ["second"]


def test_measuring_has_its_turn_and_is_not_forgotten() -> None:
    book = Book()
    book.ask("a", urgency=1)
    book.measure((Path("m"),), FOLDER, 2, lambda _: None)
    book.ask("b", urgency=3)
    book.forget(9)
    book.keep_only(())
    job = book.take()
    assert isinstance(job, MeasureJob)
    assert book.take() is None


def test_a_long_scroll_does_not_fill_the_book() -> None:
    book = Book()
    for number in range(10_000):
        book.ask(f"{number}", None)
        book.keep_only({Path(f"{number}")})
    assert len(book) == 1


names = st.sampled_from("abc")
boxes = st.sampled_from([None, (1, 1), (2, 2)])
steps = st.one_of(
    st.tuples(st.just("ask"), names, boxes, st.integers(0, 3)),
    st.tuples(st.just("make")),
    st.tuples(st.just("keep"), st.sets(names)),
    st.tuples(st.just("forget"), st.integers(0, 3)),
)


@given(st.lists(steps, max_size=40))
def test_everyone_hears_once_unless_forgotten(history: list[tuple[str, *tuple[object, ...]]]) -> None:
    book = Book()
    asked: dict[str, Path] = {}
    dropped = False
    for number, (step, *details) in enumerate(history):
        if step == "ask":
            name, box, urgency = details
            book.ask(str(name), box, urgency, listener=str(number))  # type: ignore[arg-type]
            asked[str(number)] = Path(str(name))
        elif step == "make":
            book.make()
        elif step == "keep":
            dropped = True
            book.keep_only({Path(name) for name in details[0]})  # type: ignore[attr-defined]
        else:
            dropped = True
            book.forget(details[0])  # type: ignore[arg-type]
    book.make_all()
    assert len(book) == 0
    assert len(book.heard) == len(set(book.heard))
    assert set(book.heard) <= set(asked)
    if not dropped:
        assert set(book.heard) == set(asked)
