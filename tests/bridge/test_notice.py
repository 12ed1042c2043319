"""The card that the house lays over everything."""

from __future__ import annotations

import pytest

from kiosk.bridge.notice import Notice
from kiosk.bridge.visit import Visit
from kiosk.bridge.words import Words
from kiosk.exhibition.places import assets_folder
from kiosk.visit.session import Rules, Screen
from tests.bridge.fakes import Clock

LANGUAGES = ("en", "ru", "ko", "ar")


@pytest.fixture
def visit() -> Visit:
    return Visit(Rules(languages=LANGUAGES), Clock())


@pytest.fixture
def board(visit, qapp) -> Notice:
    return Notice(visit, Words(qapp, assets_folder() / "translations", LANGUAGES))


def told(board: Notice) -> dict[str, str]:
    return {each["language"]: each["words"] for each in board.property("told")}


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (10, {"en": "closes in 10 minutes.", "ru": "через 10 минут.", "ko": "10분 후에", "ar": "10 دقائق."}),
        (1, {"en": "closes in 1 minute.", "ru": "через 1 минуту.", "ko": "1분 후에", "ar": "دقيقة واحدة."}),
        (2, {"en": "closes in 2 minutes.", "ru": "через 2 минуты.", "ko": "2분 후에", "ar": "دقيقتين."}),
        (0, {"en": "is closing now.", "ru": "закрывается.", "ko": "지금", "ar": "الآن."}),
    ],
)
def test_that_the_gallery_closes_is_told_in_every_language_with_its_plurals(board, minutes, words):
    board.tell_closing(minutes, 60)
    assert list(told(board)) == list(LANGUAGES)
    for language, part in words.items():
        assert part in told(board)[language].replace("\N{NO-BREAK SPACE}", " "), told(board)[language]


def test_a_visitor_reads_it_in_their_language_and_the_invitation_has_all(board, visit):
    board.tell({"en": "Guided tour at three", "ar": "جولة في الثالثة"}, 60)
    assert list(told(board)) == ["en", "ar"], "each text once, however many languages lack it"
    visit.enter(Screen.STAGE)
    visit.speak("ar")
    assert told(board) == {"ar": "جولة في الثالثة"}
    visit.speak("ko")
    assert told(board) == {"en": "Guided tour at three"}


def test_who_has_read_it_is_rid_of_it_and_the_next_visitor_is_not(board, visit):
    board.tell_closing(5, 60)
    visit.enter(Screen.STAGE)
    assert board.property("open")
    board.dismiss()
    assert not board.property("open")
    visit.go_home()
    assert board.property("open")
    board.take_away()
    assert not board.property("open")
    assert told(board) == {}


def test_its_time_is_over_by_itself(board, qtbot):
    with qtbot.waitSignal(board.changed, timeout=5000):
        board.tell({"en": "A moment"}, 0.01)
    qtbot.waitUntil(lambda: not board.property("open"), timeout=5000)


def test_it_lies_in_the_next_exhibition_too(board, qapp):
    board.tell_closing(5, 60)
    board.dismiss()
    visit = Visit(Rules(languages=("ko",)), Clock())
    after = Notice(visit, Words(qapp, assets_folder() / "translations", ("ko",)))
    after.succeed(board)
    assert list(told(after)) == ["ko"]
    assert not after.property("open"), "it has been read"
    assert after.property("minutes") == 5
    untouched = Notice(visit, Words(qapp, assets_folder() / "translations", ("ko",)))
    after.take_away()
    untouched.succeed(after)
    assert told(untouched) == {}
