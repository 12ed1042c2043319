"""Which picture is made next, and who hears of it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from kiosk.pictures.orders import Failed, Result
from kiosk.pictures.workers.jobs import MeasureJob, PictureJob, WhenDone, Wish
from kiosk.pictures.workers.orderbook import MEASURE_BATCH, OrderBook, Urgency

FOLDER = Path("/exhibition")
BOX = (1920, 1080)


class Book(OrderBook):
    """An order book whose pictures are called by a word and whose listeners leave their names in `heard`."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def ask(self, name: str, box: tuple[int, int] | None = BOX, urgency: int = 0, listener: str = "") -> Wish:
        return self.order(Path(name), FOLDER, box, urgency, self._listener(listener or name))

    def make(self) -> str:
        """Take the next picture and finish it; "name" or "name preview", "" for none."""
        job = self.take()
        if job is None:
            return ""
        assert isinstance(job, PictureJob)
        for wish in self.finish(job) or ():
            wish.when_done(Failed(job.source, "", "", ""))
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
    assert len(book.finish(job) or ()) == 3


def test_a_screen_is_made_after_a_preview_under_way() -> None:
    book = Book()
    book.ask("a", None, listener="preview")
    job = book.take()
    assert isinstance(job, PictureJob)
    book.ask("a")
    assert len(book.finish(job) or ()) == 1
    assert book.make_all() == ["a"]


def test_a_finished_picture_may_be_asked_for_again() -> None:
    book = Book()
    book.ask("a")
    assert book.make_all() == ["a"]
    book.ask("a")
    assert book.make_all() == ["a"]


def test_what_is_on_the_screen_comes_first_then_what_is_next_and_what_nobody_waits_for_last() -> None:
    order = ["NOW", "NEXT", "PREVIOUS", "AHEAD", "THUMBNAIL", "TILE", "REST"]
    book = Book()
    for urgency in Urgency:
        book.ask(urgency.name, urgency=urgency)
    assert book.make_all() == order == [urgency.name for urgency in sorted(Urgency, reverse=True)]


def test_a_picture_nobody_wants_any_more_is_not_made() -> None:
    book = Book()
    wishes = {name: book.ask(name) for name in "abcd"}
    book.withdraw(wishes["b"])
    book.withdraw(wishes["d"])
    assert len(book) == 2
    assert book.make_all() == ["c", "a"]
    assert book.heard == ["c", "a"]


def test_a_picture_that_somebody_else_wants_is_made_no_more_urgently_than_for_them() -> None:
    book = Book()
    hasty = book.ask("a", urgency=9, listener="hasty")
    book.ask("a", urgency=1, listener="patient")
    book.ask("b", urgency=5)
    book.withdraw(hasty)
    assert book.make_all() == ["b", "a"]
    assert book.heard == ["b", "patient"]


def test_an_urgency_goes_up_and_down() -> None:
    book = Book()
    wishes = {name: book.ask(name, urgency=5) for name in "abc"}
    book.change(wishes["a"], 9)
    book.change(wishes["c"], 1)
    book.change(wishes["b"], 9)
    book.change(wishes["b"], 5)
    assert book.make_all() == ["a", "b", "c"]


def test_a_screen_nobody_wants_any_more_leaves_the_preview_that_somebody_wants() -> None:
    book = Book()
    screen = book.ask("a", urgency=5)
    book.ask("a", None, urgency=1, listener="preview")
    book.ask("b", urgency=3)
    book.withdraw(screen)
    assert book.make_all() == ["b", "a preview"]
    assert book.heard == ["b", "preview"]


def test_a_preview_joins_another_screen_when_its_own_is_not_wanted_any_more() -> None:
    book = Book()
    screen = book.ask("a", (1, 1))
    book.ask("a", None, listener="preview")
    book.ask("a", (2, 2), listener="other")
    book.withdraw(screen)
    assert len(book) == 1
    book.make_all()
    assert sorted(book.heard) == ["other", "preview"]


def test_what_is_under_way_and_not_wanted_any_more_goes_on_and_tells_nobody() -> None:
    book = Book()
    wish = book.ask("a")
    job = book.take()
    assert isinstance(job, PictureJob)
    assert not book.unwanted()
    book.withdraw(wish)
    assert book.unwanted() == [job]
    assert book.finish(job) == []
    assert not book.unwanted()


def test_what_is_under_way_is_wanted_again_and_not_begun_anew() -> None:
    book = Book()
    wish = book.ask("a")
    job = book.take()
    assert isinstance(job, PictureJob)
    book.withdraw(wish)
    book.ask("a", listener="again")
    assert not book.unwanted()
    assert book.take() is None
    assert len(book.finish(job) or ()) == 1


def test_what_is_abandoned_is_begun_anew_for_who_wants_it_then() -> None:
    book = Book()
    wish = book.ask("a")
    job = book.take()
    assert isinstance(job, PictureJob)
    book.withdraw(wish)
    book.abandon(job)
    book.ask("a", listener="again")
    assert book.finish(job) is None
    assert book.make_all() == ["a"]
    assert book.heard == ["again"]


def test_a_withdrawn_or_fulfilled_wish_can_be_withdrawn_and_changed_again() -> None:
    book = Book()
    wish, other = book.ask("a"), book.ask("b")
    book.withdraw(wish)
    book.make()
    for each in (wish, other):
        book.withdraw(each)
        book.change(each, 7)
    assert book.make_all() == []


def test_headers_are_read_in_batches_between_pictures_and_in_their_order() -> None:
    book = Book()
    sources = tuple(Path(f"{number}") for number in range(2 * MEASURE_BATCH + 1))
    book.measure(sources, FOLDER, 2, lambda _: None)
    book.measure((), FOLDER, 2, lambda _: None)
    book.ask("less", urgency=1)
    assert len(book) == 4
    read: list[Path] = []
    for length in (MEASURE_BATCH, MEASURE_BATCH, 1):
        book.ask("more", urgency=3)
        assert book.make() == "more"
        job = book.take()
        assert isinstance(job, MeasureJob)
        assert len(job.sources) == length
        read += job.sources
    assert tuple(read) == sources
    assert book.make_all() == ["less"]


def test_a_long_scroll_does_not_fill_the_book() -> None:
    book = Book()
    wish = book.ask("0", None)
    for number in range(1, 10_000):
        following = book.ask(f"{number}", None)
        book.withdraw(wish)
        wish = following
    assert len(book) == 1
    assert len(book._heap) < 100


names = st.sampled_from("abc")
boxes = st.sampled_from([None, (1, 1), (2, 2)])
urgencies = st.integers(0, 3)


class Visitors(RuleBasedStateMachine):
    """Wishes that come, go and change while pictures are made, against a plain list of who wants what."""

    wishes = Bundle("wishes")
    under_way = Bundle("under_way")

    def __init__(self) -> None:
        super().__init__()
        self.book = Book()
        self.wanted: dict[Wish, tuple[str, tuple[int, int] | None, str]] = {}
        self.numbers = iter(range(1_000_000))
        self.expected: list[str] = []

    @rule(target=wishes, name=names, box=boxes, urgency=urgencies)
    def ask(self, name: str, box: tuple[int, int] | None, urgency: int) -> Wish:
        listener = str(next(self.numbers))
        wish = self.book.ask(name, box, urgency, listener)
        self.wanted[wish] = name, box, listener
        return wish

    @rule(wish=wishes)
    def withdraw(self, wish: Wish) -> None:
        self.book.withdraw(wish)
        self.wanted.pop(wish, None)

    @rule(wish=wishes, urgency=urgencies)
    def change(self, wish: Wish, urgency: int) -> None:
        self.book.change(wish, urgency)

    @rule(target=under_way)
    def take(self) -> PictureJob | None:
        best = max((wish.urgency for wish in self.waiting()), default=None)
        job = self.book.take()
        assert (job is None) == (best is None)
        assert job is None or isinstance(job, PictureJob)
        assert job is None or job.urgency == best
        return job

    @rule(job=consumes(under_way))
    def finish(self, job: PictureJob | None) -> None:
        if job is None:
            return
        served = [wish for wish in self.wanted if wish.job is job]
        for wish in self.book.finish(job) or ():
            wish.when_done(Failed(job.source, "", "", ""))
        for wish in served:
            name, box, listener = self.wanted.pop(wish)
            assert (Path(name), box) in ((job.source, job.box), (job.source, None))
            self.expected.append(listener)

    @rule(job=consumes(under_way))
    def abandon(self, job: PictureJob | None) -> None:
        if job in self.book.unwanted():
            assert job is not None
            self.book.abandon(job)
            assert self.book.finish(job) is None

    def waiting(self) -> list[Wish]:
        return [wish for wish in self.wanted if wish.job and self.book._waits(wish.job)]

    @invariant()
    def everyone_who_wants_a_picture_is_served_by_a_job_and_nobody_else_is(self) -> None:
        assert all(wish.job and wish in wish.job.wishes for wish in self.wanted)
        jobs = {id(wish.job) for wish in self.waiting()}
        assert len(self.book) == len(jobs), "no job waits that nobody wants"

    @invariant()
    def who_wanted_a_picture_until_it_was_made_has_heard_of_it_once(self) -> None:
        assert sorted(self.book.heard) == sorted(self.expected)

    def teardown(self) -> None:
        for wish in list(self.wanted):
            self.book.withdraw(wish)
        assert len(self.book) == 0
        assert self.book.take() is None


TestVisitors = Visitors.TestCase
TestVisitors.settings = settings(max_examples=60, stateful_step_count=40)
