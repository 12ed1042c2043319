"""What stands on each page of a window's menu, as rows of plain values."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kiosk import __version__
from kiosk.bridge.panel_rows import Row, entry, fact, note, trouble
from kiosk.exhibition.places import state_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.bridge.laptop.browser import Browser
    from kiosk.bridge.laptop.window import Choice
    from kiosk.bridge.laptop.words import OwnWords
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.check import CheckReport
    from kiosk.staff.laptop.settings import Recent

REOPEN = "reopen"


class OwnPage(Enum):
    """The pages; each but the first is an act of that name in small letters, too."""

    MENU = auto()
    BROWSE = auto()
    RECENT = auto()
    SCREENS = auto()
    CHECK = auto()
    ABOUT = auto()
    REFUSED = auto()


TITLES = {
    OwnPage.MENU: "Menu",
    OwnPage.BROWSE: "Open an exhibition …",
    OwnPage.RECENT: "Opened before",
    OwnPage.SCREENS: "Screen",
    OwnPage.CHECK: "Check this exhibition",
    OwnPage.ABOUT: "About Kiosk Gallery",
}
NARROW = frozenset({OwnPage.MENU, OwnPage.SCREENS})


class Checked(NamedTuple):
    """How far a check has got, and what it has found when it is over."""

    done: int = 0
    total: int = 0
    report: CheckReport | None = None


class Told(Protocol):
    """What the pages go by."""

    browser: Browser
    checked: Checked
    refused: tuple[Problem, ...]

    @property
    def full(self) -> bool: ...
    @property
    def shown(self) -> Path: ...
    def screens(self) -> list[Choice]: ...
    def recent(self) -> tuple[Recent, ...]: ...


def own_rows(page: OwnPage, told: Told, words: OwnWords) -> list[Row]:
    """A page. Each row has a `kind`, as on the pages of the staff panel."""
    return list(_PAGES[page](told, words))


def _menu(told: Told, words: OwnWords) -> Iterator[Row]:
    say = words.say
    yield entry(say("Open an exhibition …"), "folder", "browse", "", value="Ctrl+O", more=True)
    yield entry(say("Opened before"), "recent", "recent", "", more=True)
    yield entry(say("Screen"), "screen", "screens", "", value="Shift+F11", more=True)
    yield entry(say("Leave full screen" if told.full else "Full screen"), "whole", "full", "", value="F11")
    yield entry(say("Read the files again"), "repeat", "reload", "", value="Ctrl+R")
    yield entry(say("Check this exhibition"), "check", "check", "", more=True)
    yield entry(say("First steps"), "steps", "steps", "", value="F1")
    yield entry(say("About Kiosk Gallery"), "about", "about", "", more=True)
    yield entry(say("Quit"), "close", "quit", "", value="Ctrl+Q")


def _browse(told: Told, words: OwnWords) -> Iterator[Row]:
    return told.browser.rows(words)


def _recent(told: Told, words: OwnWords) -> Iterator[Row]:
    recent = told.recent()
    if not recent:
        yield note(words.say("Nothing was opened yet."))
    for each in recent:
        icon = "bundle" if each.path.lower().endswith(".kiosk") else "exhibition"
        yield entry(each.title, icon, REOPEN, each.path, note=f"\u2068{each.path}\u2069")


def _screens(told: Told, words: OwnWords) -> Iterator[Row]:
    for number, screen in enumerate(told.screens(), 1):
        named = screen.model or screen.name or f"{words.say('Screen')} {number}"
        width, height = screen.pixels
        beside = screen.name if screen.model else ""
        about = "  ·  ".join(filter(None, (beside, f"{width} × {height}")))
        isolated = f"\u2066{about}\u2069"
        yield entry(named, "screen", "screen", screen.name, note=isolated, chosen=screen.chosen)
    yield note(words.say("The show fills this screen, also the next time."))


def _check(told: Told, words: OwnWords) -> Iterator[Row]:
    say, (done, total, report) = words.say, told.checked
    if report is None:
        yield note(say("Checking: picture %1 of %2", done, total) if total else say("One moment …"))
        return
    yield fact(say("Exhibition"), report.title)
    yield fact(say("Works"), f"{report.works:,}")
    yield fact(say("Pictures that can be shown"), f"{report.pictures:,}")
    if not report.problems:
        yield note(say("Nothing is wrong."))
    yield from map(trouble, report.problems)


def _about(told: Told, words: OwnWords) -> Iterator[Row]:
    say = words.say
    yield note(say("Pictures and labels on a touchscreen, without a network."))
    yield fact(say("Version"), f"Kiosk Gallery {__version__}")
    yield fact(say("It is shown from"), str(told.shown))
    yield fact(say("What the program remembers"), str(state_folder()))
    yield fact(say("Licence"), "MIT")


def _refused(told: Told, _words: OwnWords) -> Iterator[Row]:
    return map(trouble, told.refused)


_PAGES: dict[OwnPage, Callable[[Told, OwnWords], Iterator[Row]]] = {
    OwnPage.MENU: _menu,
    OwnPage.BROWSE: _browse,
    OwnPage.RECENT: _recent,
    OwnPage.SCREENS: _screens,
    OwnPage.CHECK: _check,
    OwnPage.ABOUT: _about,
    OwnPage.REFUSED: _refused,
}
