"""A rush is recorded as it is seen: every frame, when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.touring.rush import CELLS, Film
from tests.bridge.fakes import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

QML = b'import QtQuick; Window { width: 320; height: 180; visible: true; color: "black" }'
GUARD_MS = 60_000


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QQuickWindow]:
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(QML, QUrl())
    window = component.create()
    assert isinstance(window, QQuickWindow), component.errorString()
    qtbot.waitUntil(window.isExposed, timeout=GUARD_MS)
    yield window
    window.close()


def show(qtbot: QtBot, window: QQuickWindow, film: Film, colour: str) -> None:
    """Let a frame of this colour be shown."""
    seen = len(film.frames)
    window.setColor(colour)
    qtbot.waitUntil(lambda: len(film.frames) > seen, timeout=GUARD_MS)


@pytest.mark.parametrize(("hz", "most"), [(2, 2), (3, 3), (5, 5)])
def test_flashes_are_counted_by_the_time_when_they_were_shown(
    hz: int, most: int, window: QQuickWindow, qtbot: QtBot
) -> None:
    clock = Clock()
    with Film(window, clock) as film:
        for number in range(1, 4 * hz):
            clock.now = number / (2 * hz)
            show(qtbot, window, film, "white" if number % 2 else "black")
    assert film.flashes() == most
    assert {len(cells) for _, cells in film.frames} == {CELLS * film.columns}


def test_a_frame_that_is_shown_again_is_no_flash(window: QQuickWindow, qtbot: QtBot) -> None:
    with Film(window) as film:
        show(qtbot, window, film, "white")
        for _ in range(3):
            seen = len(film.frames)
            window.update()
            qtbot.waitUntil(lambda seen=seen: len(film.frames) > seen, timeout=GUARD_MS)
    assert film.flashes() == 0
    assert min(film.frames[-1][1]) == pytest.approx(1.0)


def test_what_changes_between_two_frames_is_not_seen_and_counts_once_it_is(window: QQuickWindow, qtbot: QtBot) -> None:
    """A process that stands still makes up for what it missed, and shows the end of it."""
    clock = Clock()
    with Film(window, clock) as film:
        for number in range(1, 5):
            for colour in ("white", "black") * 5:
                window.setColor(colour)
            clock.now = number / 8
            show(qtbot, window, film, "white" if number % 2 else "black")
    assert film.flashes() == 2
