"""Nobody waits for a drive that hangs, however many pictures are asked for meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from kiosk.bridge.pictures.sources import Sources

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_visitor_who_turns_pages_puts_nothing_off(qtbot: QtBot) -> None:
    answers, believed, looked = threading.Event(), list[Path](), list[Path]()
    register = SimpleNamespace(look=lambda _source: answers.wait(20), believe=believed.append)
    cache: Any = SimpleNamespace(register=register)
    sources = Sources(cache)
    sources.looked.connect(looked.append)
    sources.look(Path("one"))
    first = sources._patience.timerId()
    sources.look(Path("two"))
    assert sources._patience.timerId() == first
    sources._patience.setInterval(1)
    qtbot.waitUntil(lambda: len(looked) == 2)
    assert set(believed) == set(looked) == {Path("one"), Path("two")}
    answers.set()
    sources.close()
