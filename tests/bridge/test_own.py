"""A window of somebody's own: what keys and mice ask of it, and what its menu tells."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.bridge.laptop.browser import Browser
from kiosk.bridge.laptop.pages import OwnPage
from kiosk.bridge.laptop.panel import OwnPanel
from kiosk.bridge.laptop.window import OwnWindow, come_up
from kiosk.bridge.laptop.wishes import BLACKING, Wish, Wishes
from kiosk.bridge.laptop.words import STEPS, WORDS, OwnWords
from kiosk.bridge.window.face import Face
from kiosk.bridge.window.stand import Stand
from kiosk.exhibition.places import assets_folder
from kiosk.staff.laptop.settings import OwnSettings, Recent, SettingsFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickWindow

NOTHING = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT, ALT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Shift", "Alt"))


@pytest.fixture
def window() -> Iterator[QQuickWindow]:
    face = Face()
    yield face.open_empty(kiosk=False)
    face.close()


class Watched:
    """A window with somebody who wishes."""

    def __init__(self, window: QQuickWindow) -> None:
        self.window = window
        self.free, self.full = True, False
        self.heard: list[Wish] = []
        self.wishes = Wishes(window, lambda: self.free, self.blacken, lambda: self.full)
        self.wishes.wished.connect(self.heard.append)

    def blacken(self, black: bool) -> None:
        self.wishes.black = black

    def press(self, key: int, helper: Qt.KeyboardModifier = NOTHING, text: str = "") -> bool:
        """Whether nobody else gets the key."""
        down, up = (QKeyEvent(kind, key, helper, text) for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease))
        swallowed = self.wishes.eventFilter(self.window, down)
        self.wishes.eventFilter(self.window, up)
        return swallowed


def test_keys_that_are_for_the_window_reach_nobody_else(window: QQuickWindow) -> None:
    watched = Watched(window)
    asked = {
        (Qt.Key.Key_F11, NOTHING): Wish.TOGGLE_FULL,
        (Qt.Key.Key_F11, SHIFT): Wish.NEXT_SCREEN,
        (Qt.Key.Key_F5, NOTHING): Wish.FULL,
        (Qt.Key.Key_F10, NOTHING): Wish.MENU,
        (Qt.Key.Key_Alt, ALT): Wish.MENU,
        (Qt.Key.Key_O, CONTROL): Wish.OPEN,
        (Qt.Key.Key_F1, NOTHING): Wish.GUIDE,
        (Qt.Key.Key_R, CONTROL): Wish.RELOAD,
        (Qt.Key.Key_W, CONTROL): Wish.QUIT,
    }
    assert all(watched.press(*keys) for keys in asked)
    assert watched.heard == list(asked.values())
    for key, helper in ((Qt.Key.Key_O, NOTHING), (Qt.Key.Key_F11, ALT), (Qt.Key.Key_PageDown, NOTHING)):
        assert not watched.press(key, helper)
    assert not watched.press(0x418, NOTHING, "п")  # a key of a Russian keyboard, which Qt has no name for
    assert len(watched.heard) == len(asked)


def test_alt_with_another_key_asks_for_no_menu(window: QQuickWindow) -> None:
    watched = Watched(window)
    for kind, key in (
        (QEvent.Type.KeyPress, Qt.Key.Key_Alt),
        (QEvent.Type.KeyPress, Qt.Key.Key_Tab),
        (QEvent.Type.KeyRelease, Qt.Key.Key_Tab),
        (QEvent.Type.KeyRelease, Qt.Key.Key_Alt),
    ):
        watched.wishes.eventFilter(window, QKeyEvent(kind, key, ALT))
    assert watched.heard == []


@pytest.mark.parametrize("sign", ["b", "B", ".", "и", "ю", "ㅠ"])
def test_a_clicker_blacks_the_screen_whatever_language_the_keyboard_has(window: QQuickWindow, sign: str) -> None:
    watched = Watched(window)
    assert watched.press(Qt.Key.Key_unknown, NOTHING, sign)
    assert watched.wishes.black
    assert watched.press(Qt.Key.Key_PageDown), "any key brings the show back, and does nothing else"
    assert not watched.wishes.black
    watched.free = False  # somebody writes
    assert not watched.press(Qt.Key.Key_unknown, NOTHING, sign)
    assert not watched.wishes.black
    assert sign in BLACKING


def test_escape_is_the_shows_unless_it_leaves_full_screen(window: QQuickWindow) -> None:
    watched = Watched(window)
    assert not watched.press(Qt.Key.Key_Escape)
    watched.full = True
    assert watched.press(Qt.Key.Key_Escape)


def test_a_window_comes_up_where_it_was(window: QQuickWindow) -> None:
    kept = OwnSettings(place=(30, 40), size=(700, 500), screen=QGuiApplication.primaryScreen().name())
    come_up(window, Stand(windowed=True), kept)
    assert (window.framePosition().toTuple(), window.size().toTuple()) == ((30, 40), (700, 500))
    window.hide()
    come_up(window, Stand(windowed=True, size=(640, 480)), kept)
    assert window.size().toTuple() == (640, 480), "as large as somebody asks for now"


def test_what_is_written_down_is_its_own_place_and_not_the_screens(window: QQuickWindow, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path)
    come_up(window, Stand(windowed=True), OwnSettings(place=(30, 40), size=(700, 500), screen="x"))
    own = OwnWindow(window, settings)
    before = window.framePosition().toTuple()
    own.fill()
    assert own.full
    assert window.geometry() == window.screen().geometry()
    own.end()
    kept = settings.read()
    assert (kept.place, kept.size, kept.maximised) == (before, (700, 500), False)


class Somebody:
    """Whose window it is."""

    beside = None
    full = False
    shown = Path("/exhibitions/spring/manifest.yaml")

    def __init__(self) -> None:
        self.done: list[tuple[str, object]] = []

    def screens(self) -> list[object]:
        return []

    def recent(self) -> tuple[Recent, ...]:
        return (Recent("/x.kiosk", "Spring"),)

    def __getattr__(self, name: str) -> object:
        return lambda *told: self.done.append((name, *told))  # type: ignore[arg-type]


def test_the_menu_leads_to_pages_and_back_and_does_what_it_says() -> None:
    somebody = Somebody()
    panel = OwnPanel(somebody, OwnWords(assets_folder() / "translations"))  # type: ignore[arg-type]
    closed: list[None] = []
    panel.closed.connect(lambda: closed.append(None))
    panel.begin()
    assert [row["act"] for row in rows(panel)] == [
        *("browse", "recent", "screens", "full", "reload", "check", "steps", "about", "quit")
    ]
    panel.act("recent", "")
    assert (panel.page, rows(panel)[0]["name"]) == (OwnPage.RECENT, "Spring")
    panel.act("reopen", "/x.kiosk")
    assert somebody.done == [("open", Path("/x.kiosk"))]
    panel.tell_refused(Path("/x.kiosk"), ())
    assert panel.page is OwnPage.REFUSED
    panel.goBack()
    panel.goBack()
    assert panel.page is OwnPage.MENU
    panel.goBack()
    assert closed == [None]
    panel.act("quit", "")
    assert somebody.done[-1] == ("quit",)


def rows(panel: OwnPanel) -> list[dict[str, object]]:
    return [panel.rows.data(panel.rows.index(place), 257) for place in range(panel.rows.rowCount())]


def test_who_has_gone_on_is_not_shown_the_folder_before(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    words = OwnWords(assets_folder() / "translations")
    browser = Browser()
    browser.go(str(tmp_path))
    found = browser.look()
    browser.go(str(tmp_path / "in"))
    browser.learn(found)
    assert [row["name"] for row in browser.rows(words)] == ["All places", "One moment …"]
    browser.learn(browser.look())
    assert [row["name"] for row in browser.rows(words)][:2] == ["All places", "Up"]


def test_the_guide_has_five_pages_of_title_text_and_note_in_every_language() -> None:
    words = OwnWords(assets_folder() / "translations")
    assert [len(page) for page in STEPS] == [3] * 5
    for language in ("ru", "ko", "ar"):
        words.speak(language)
        for word in (*WORDS, *(word for page in STEPS for word in page)):
            assert words.say(word) != word, (language, word)
