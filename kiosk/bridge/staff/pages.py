"""What stands on each page of the staff panel, as rows of plain values."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kiosk import __version__
from kiosk.bridge.look.fonts import has_letters_of
from kiosk.bridge.panel_rows import Row, button, fact, heading, note, trouble
from kiosk.bridge.staff.log import log_rows
from kiosk.bridge.staff.resting import resting_rows
from kiosk.bridge.staff.words import LANGUAGES
from kiosk.exhibition.palette import Wall
from kiosk.staff import safe_mode
from kiosk.staff.bundles.signing import Signer
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from kiosk.bridge.staff.desk import Desk, Health, Reception
    from kiosk.bridge.staff.words import StaffWords
    from kiosk.staff.bundles.at_hand import AtHand
    from kiosk.staff.bundles.contents import Bundle
    from kiosk.staff.logbook.line import Line
    from kiosk.staff.report import Entry
    from kiosk.staff.statistics.summary import Summary

OWN_NAMES = {"en": "English", "ru": "Русский", "ko": "한국어", "ar": "العربية"}
WALLS = {Wall.DARK: "Dark", Wall.LIGHT: "Light", Wall.HIGH_CONTRAST: "High contrast"}
MOST_LISTED = 2_000
"""The most works that the page of works lists."""
_SIGNERS = {
    Signer.OURS: "Signed with this kiosk’s key",
    Signer.OTHER: "Signed with another key",
    Signer.NOBODY: "Not signed",
}
_SCREENS = {
    Screen.ATTRACT: "Nobody",
    Screen.STAGE: "At a work",
    Screen.WALL: "At the wall of works",
    Screen.CLOSER: "Looking closer",
}


_FAILURES = {
    "crash": "The program crashed",
    "hang": "The program hung",
    "renderer": "Nothing could be drawn",
    "stuck": "The picture stood still",
}


class Page(StrEnum):
    """The pages, by their names in English."""

    NOW = "Now"
    HEALTH = "Health"
    PROBLEMS = "Problems"
    WORKS = "Works"
    CONTENT = "Content"
    STATISTICS = "Statistics"
    DISPLAY = "Display"
    LOG = "Log"
    PROGRAM = "Program"


class Known(NamedTuple):
    """What was found out beside the show, as far as it has been."""

    health: Health | None = None
    bundles: AtHand | None = None
    frames: tuple[int, int] = (0, 0)
    visits: Summary | None = None
    log: Sequence[Line] | None = None


def own_languages(chosen: str) -> list[tuple[str, str]]:
    """The languages of the interface that can be read here, and the one that is chosen: own name and tag."""
    return [(OWN_NAMES[each], each) for each in LANGUAGES if each == chosen or has_letters_of(each)]


def pages(desk: Reception) -> tuple[Page, ...]:
    """Those that there are; while nothing is shown, what is wrong comes first."""
    return tuple(page for page in Page if desk.hung or page in _ALWAYS)


def rows(page: Page, desk: Reception, words: StaffWords, known: Known) -> list[Row]:
    """A page. Each row has a `kind`; what else it has depends on that (see the components of Kiosk.Staff)."""
    if page in _ALWAYS:
        return list(_ALWAYS[page](desk, words, known))
    return list(_OF_THE_SHOW[page](desk.hung, words, known)) if desk.hung else []


def _now(desk: Desk, words: StaffWords, known: Known) -> Iterator[Row]:
    gallery, exhibition, say = desk.gallery, desk.exhibition, words.say
    yield from _safe_mode(words)
    session, shut = gallery.sitting.session, not gallery.entrance.are_open
    state = say("Night") if gallery.entrance.kept_shut else say("Closed") if shut else ""
    invitation = session.screen is Screen.ATTRACT
    seen = say("The invitation") if invitation else gallery.title_of(gallery.show.playlist.current)
    yield fact(say("Exhibition"), exhibition.title.words(words.language, exhibition.languages))
    yield fact(say("Installed"), _origin(desk, words, known.bundles))
    yield fact(say("On the screen"), state or seen)
    yield fact(say("Visitor"), say(_SCREENS[session.screen]))
    total = len(exhibition.works)
    yield fact(say("Works on show"), say("%1 of %2", total - len(desk.hidden()), total))
    if leader := desk.config.fleet.follow:
        yield fact(say("In step with"), leader if gallery.in_step else say("%1, now alone", leader))
    yield fact(say("Version"), __version__)
    yield fact(say("Running for"), _duration(words, desk.uptime_s))


def _origin(desk: Desk, words: StaffWords, bundles: AtHand | None) -> str:
    if bundles is None:
        return words.say("One moment …")
    installed = bundles.installed
    return (
        _generation(words, installed) if installed and bundles.manifest == desk.manifest else words.say("From a folder")
    )


def _health(_desk: Desk, words: StaffWords, known: Known) -> Iterator[Row]:
    say, health = words.say, known.health
    if health is None:
        yield note(say("One moment …"))
        return
    unknown = say("Not measured")
    drawn, late = known.frames
    yield fact(say("Frames while this page is open"), say("%1, of which %2 came late", drawn, late))
    yield fact(say("Memory"), unknown if health.memory is None else _size(health.memory))
    yield fact(say("Prepared pictures"), say("%1 of %2", _size(health.cache), _size(health.cache_limit)))
    yield fact(say("Free on the disk"), unknown if health.free is None else _size(health.free))
    yield fact(say("Helpers that prepare pictures"), say("%1 of %2", *health.workers))
    yield from _safe_mode(words)
    last = say("%1 (last: %2). %3", health.restarts, health.at.replace("T", " "), _failure(words, health.why))
    yield fact(say("Started again by itself"), last if health.restarts else "0")


def _safe_mode(words: StaffWords) -> Iterator[Row]:
    """What staff have to know before everything else, if it is so."""
    if reason := safe_mode.why():
        yield fact(words.say("Safe mode because"), _failure(words, reason))
        yield note(words.say("The last exhibition that was shown well is shown, without motion."))


def _failure(words: StaffWords, why: str) -> str:
    return words.say(_FAILURES.get(why, "The program ended"))


def _problems(desk: Reception, words: StaffWords, _known: Known) -> Iterator[Row]:
    if desk.hung:
        yield button(words.say("Try failed pictures again"), "retry", "repeat")
        yield from resting_rows(desk.hung, words)
    entries = desk.problems
    if not entries:
        yield note(words.say("No problems."))
    for entry in reversed(entries):
        yield _entry(entry)


def _entry(entry: Entry) -> Row:
    return trouble(entry.problem, _moment(entry.first_seen))


def _works(desk: Desk, words: StaffWords, _known: Known) -> Iterator[Row]:
    gallery, say, hidden = desk.gallery, words.say, desk.hidden()
    shown = [work for work in gallery.show.playlist.shown if work not in hidden]
    if gallery.sitting.session.screen is not Screen.ATTRACT:
        yield heading(say("The work on the screen"))
        yield from (_work(desk, words, work) for work in shown)
    if hidden:
        yield heading(say("Hidden works"))
    for work, until in hidden.items():
        note = say("Hidden until %1", until.isoformat()) if until else say("Hidden")
        yield {**_work(desk, words, work), "note": note, "actions": [_action(say("Show again"), "show", work)]}
    yield heading(say("All works"))
    listed = [work for work in range(len(desk.exhibition.works)) if work not in hidden]
    yield from (_work(desk, words, work) for work in listed[:MOST_LISTED])


def _work(desk: Desk, words: StaffWords, work: int) -> Row:
    exhibition = desk.exhibition
    shown = exhibition.works[work]
    title, creator = (text.words(words.language, exhibition.languages) for text in (shown.title, shown.creator))
    actions = [
        _action(words.say("Hide until tomorrow"), "today", work),
        _action(words.say("Hide for good"), "hide", work),
    ]
    return {"kind": "work", "name": title or shown.id, "note": creator, "value": shown.id, "actions": actions}


def _content(desk: Reception, words: StaffWords, known: Known) -> Iterator[Row]:
    say, bundles = words.say, known.bundles
    yield button(say("Open an exhibition …"), "browse", "folder")
    yield button(say("Read the files again"), "reload", "repeat")
    yield heading(say("On USB sticks and in watched folders"))
    if bundles is None:
        yield note(say("One moment …"))
        return
    if not bundles.offers:
        yield note(say("Nothing newer is there. Plug in a stick and wait a moment."))
    for place, offer in enumerate(bundles.offers):
        about = f"{_generation(words, offer.bundle)}. {say(_SIGNERS[offer.signer])}."
        action = _action(say("Install"), "install", place)
        value = offer.file.name
        yield {"kind": "work", "name": offer.bundle.title, "note": about, "value": value, "actions": [action]}
    if bundles.problems:
        yield heading(say("Bundles that cannot be installed"))
    yield from map(trouble, bundles.problems)
    if bundles.installed:
        yield heading(say("Installed"))
        yield _installed(desk, words, bundles, bundles.installed)
    if bundles.before:
        yield button(say("Back to the exhibition before"), "rollback", "previous")


def _installed(desk: Reception, words: StaffWords, bundles: AtHand, bundle: Bundle) -> Row:
    """It can be shown where the configuration names another."""
    say = words.say
    shown = desk.hung is not None and bundles.manifest == desk.manifest
    other = not shown and not desk.follows_installs
    actions = [_action(say("Show until the program ends"), "open", "")] if other else []
    about, value = f"{_generation(words, bundle)}.", say("Shown now") if shown else ""
    return {"kind": "work", "name": bundle.title, "note": about, "value": value, "actions": actions}


def _statistics(desk: Desk, words: StaffWords, known: Known) -> Iterator[Row]:
    say, visits = words.say, known.visits
    if not desk.config.statistics.enabled:
        yield note(say("Visits are not counted on this computer."))
        return
    if not desk.counting:
        yield note(say("Visits in this window are not counted."))
    if visits is None:
        yield note(say("One moment …"))
        return
    if visits.problem:
        yield {"kind": "problem", "name": visits.problem, "note": "", "value": ""}
        return
    yield fact(say("Visits in %1 days", visits.days), str(visits.visits))
    yield fact(say("Looking at works, for each visit"), say("%1 s", round(visits.mean_looked_s)))
    yield heading(say("Visits by day"))
    yield from (fact(day, str(number)) for day, number in reversed(visits.by_day))
    if visits.top:
        yield heading(say("Looked at longest"))
    index = desk.exhibition.index_by_id
    for work, seconds in visits.top:
        name = _title(desk, words, index[work]) if work in index else work
        yield fact(name, say("%1 min", round(seconds / 60)))


def _title(desk: Desk, words: StaffWords, work: int) -> str:
    shown = desk.exhibition.works[work]
    return shown.title.words(words.language, desk.exhibition.languages) or shown.id


def _display(desk: Reception, words: StaffWords, _known: Known) -> Iterator[Row]:
    say = words.say
    yield heading(say("Language of this panel"))
    yield _choices(own_languages(words.language), words.language, "speak")
    if not desk.hung:
        return
    yield heading(say("Wall, until the program ends"))
    yield _choices([(say(name), str(wall)) for wall, name in WALLS.items()], str(desk.hung.wall), "wall")
    yield heading(say("Night"))
    yield button(say("Black screen now"), "night", "stop")
    yield note(say("Until the next opening, or until staff enter here again."))


def _log(_desk: Reception, words: StaffWords, known: Known) -> Iterator[Row]:
    return log_rows(known.log, words, date.today())  # noqa: DTZ011 - the day on the wall, as in the log


def _program(_desk: Reception, words: StaffWords, _known: Known) -> Iterator[Row]:
    yield button(words.say("Restart"), "restart", "repeat")
    yield button(words.say("Quit"), "quit", "close")


_OF_THE_SHOW: dict[Page, Callable[[Desk, StaffWords, Known], Iterator[Row]]] = {
    Page.NOW: _now,
    Page.HEALTH: _health,
    Page.WORKS: _works,
    Page.STATISTICS: _statistics,
}
_ALWAYS: dict[Page, Callable[[Reception, StaffWords, Known], Iterator[Row]]] = {
    Page.PROBLEMS: _problems,
    Page.CONTENT: _content,
    Page.DISPLAY: _display,
    Page.LOG: _log,
    Page.PROGRAM: _program,
}


def _action(name: str, act: str, arg: object) -> Row:
    return {"name": name, "act": act, "arg": str(arg)}


def _choices(offered: list[tuple[str, str]], chosen: str, act: str) -> Row:
    choices = [{"name": name, "arg": arg} for name, arg in offered]
    return {"kind": "choices", "name": "", "act": act, "chosen": chosen, "choices": choices}


def _generation(words: StaffWords, bundle: Bundle) -> str:
    return words.say("Generation %1, made on %2", bundle.generation, f"{bundle.made:%Y-%m-%d}")


def _moment(when: datetime) -> str:
    return f"{when.astimezone():%Y-%m-%d %H:%M}"


def _duration(words: StaffWords, seconds: float) -> str:
    minutes = int(seconds // 60)
    if minutes < 120:
        return words.say("%1 min", minutes)
    return words.say("%1 h", minutes // 60) if minutes < 48 * 60 else words.say("%1 days", minutes // 1440)


def _size(size: int) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"
