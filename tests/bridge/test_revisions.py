"""Reading the files of a show again, also after that has failed once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from kiosk.bridge import revisions
from kiosk.bridge.revisions import Revisions
from kiosk.staff.revision import Asked

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def test_a_reading_that_fails_is_told_and_is_not_the_last(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda failure: told.append(failure.exc_type))
    read = revisions.read_again

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(revisions, "read_again", fail)
    (tmp_path / "manifest.yaml").write_text("works: [{id: harvest, title: Harvest}]")
    reading = Revisions(Asked(None, tmp_path))
    reading.look()
    qtbot.waitUntil(lambda: told == [MemoryError])
    monkeypatch.setattr(revisions, "read_again", read)
    qtbot.waitUntil(lambda: not reading._reading)
    with qtbot.waitSignal(reading.came) as came:
        reading.look()
    assert came.args[0].exhibition
    reading.end()
    for thread in threading.enumerate():
        if thread.name in ("revision", "watch"):
            thread.join()
