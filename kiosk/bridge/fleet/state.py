"""What the fleet is told of what is shown: which work, which screen, and what is wrong; nothing of who visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk import __version__
from kiosk.exhibition.installed import GENERATIONS, is_installed
from kiosk.exhibition.problems import Severity, printable
from kiosk.fleet.state import MOST_PROBLEMS, Content, Health, Screen, State, Trouble, short
from kiosk.staff.bundles.arrival import Arrival
from kiosk.visit import session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff.desk import Desk, Reception
    from kiosk.staff.report import Entry


class Measured(NamedTuple):
    """What takes a disk to find out: room on it, memory in bytes, restarts, and what staff went back from."""

    free: int | None = None
    memory: int | None = None
    restarts: int = 0
    left: int | None = None


class Known(NamedTuple):
    """What does not change while the program runs."""

    kiosk: str
    groups: tuple[str, ...]
    since: str
    commands: bool


def state_of(
    reception: Reception,
    known: Known,
    measured: Measured,
    arrival: Arrival = Arrival(),  # noqa: B008 - frozen
) -> State:
    """How the kiosk does now."""
    desk, problems = reception.hung, reception.problems
    shown = _shown(desk) if desk else (Screen.CARD, "", "")
    wrong = worse(problems)
    return State(
        kiosk=known.kiosk,
        version=__version__,
        exhibition=title_of(desk) if desk else "",
        generation=generation_of(reception.manifest),
        work=shown[1],
        title=shown[2],
        screen=shown[0],
        health=Health.TROUBLE if wrong or desk is None else Health.WELL,
        troubles=len(wrong),
        problems=_last(wrong),
        free_mb=_roughly(measured.free, 100),
        memory_mb=_roughly(measured.memory, 10),
        pixels=desk.gallery.pixels if desk else (0, 0),
        lit=desk.lit if desk else True,
        restarts=measured.restarts,
        since=known.since,
        groups=known.groups,
        commands=known.commands,
        content=_content(arrival, measured.left),
    )


def worse(entries: Sequence[Entry]) -> list[Entry]:
    """Those of the staff report that are more than a hint."""
    return [entry for entry in entries if entry.problem.severity is not Severity.HINT]


def title_of(desk: Desk) -> str:
    """What is shown, in its first language."""
    return short(desk.exhibition.title.words(desk.exhibition.languages[0]))


def _content(arrival: Arrival, left: int | None) -> Content:
    return Content(
        standing=arrival.standing,
        generation=arrival.generation,
        rule=short(arrival.problem.rule) if arrival.problem else "",
        words=_brief(arrival),
        left=left,
    )


def _brief(arrival: Arrival) -> str:
    """The file without its folders, so that reason and remedy fit in."""
    problem = arrival.problem
    if problem is None:
        return short(arrival.words)
    place = ": ".join(filter(None, (printable(problem.file.name) if problem.file else "", problem.field)))
    return short(f"{place}: {problem.message} {problem.remedy}")


def _shown(desk: Desk) -> tuple[Screen, str, str]:
    gallery, exhibition = desk.gallery, desk.exhibition
    if not gallery.receiving:
        return Screen.CLOSED, "", ""
    work = _work(gallery)
    if work is None:
        return Screen(gallery.sitting.session.screen), "", ""
    hung = exhibition.works[work]
    return Screen(gallery.sitting.session.screen), short(hung.id), short(hung.title.words(exhibition.languages[0]))


def _work(gallery: Gallery) -> int | None:
    """The work that fills the screen."""
    on = gallery.sitting.session.screen
    if on is session.Screen.ATTRACT:
        scene = gallery.loop.front_scene.scene
        return scene.works[0] if scene and not scene.theme else None
    if on is session.Screen.CLOSER:
        return gallery.nearer.work
    return gallery.show.playlist.current if on is session.Screen.STAGE else None


def generation_of(manifest: Path) -> int | None:
    """Of an installed exhibition; its folder begins with it."""
    if not is_installed(manifest):
        return None
    folders = manifest.parts
    number = folders[folders.index(GENERATIONS) + 1].partition("-")[0]
    return int(number) if number.isdecimal() and int(number) else None


def _last(entries: Sequence[Entry]) -> tuple[Trouble, ...]:
    return tuple(
        Trouble(
            rule=short(entry.problem.rule),
            words=short(entry.problem.message),
            since=entry.first_seen.isoformat(timespec="seconds"),
            work=short(entry.problem.work),
        )
        for entry in entries[-MOST_PROBLEMS:]
    )


def _roughly(count: int | None, steps_mb: int) -> int | None:
    """In MB and whole steps, so that what only trembles is no news."""
    return None if count is None else round(count / 1e6 / steps_mb) * steps_mb
