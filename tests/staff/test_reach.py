"""Whether a drive answers, asked without waiting for it."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition.patience import Patience
from kiosk.staff.reach import Reach, silent, touch

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_there_answers_and_so_does_what_is_not(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    os.mkfifo(tmp_path / "pipe")
    assert Reach().answers(tmp_path, tmp_path / "file", tmp_path / "pipe", tmp_path / "gone")


def test_nobody_waits_for_what_hangs_and_less_the_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    hangs, asked = threading.Event(), []
    ask = Patience.ask

    def noted(self: Patience[object], call: object) -> object:
        asked.append(self._seconds)
        return ask(self, call)  # type: ignore[arg-type]

    monkeypatch.setattr(Patience, "ask", noted)
    reach = Reach(0.05)
    assert [reach.ask(hangs.wait, otherwise=None) for _ in range(2)] == [None, None]
    assert reach.ask(lambda: 1, 2) == 1
    assert reach.ask(lambda: 3, 2) == 3
    assert asked == [0.05, 0.2, 0.2, 0.05]
    hangs.set()


def test_a_system_without_threads_hangs_nobody_and_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    patience: Patience[bool] = Patience(5)
    with monkeypatch.context() as without:
        without.setattr(threading.Thread, "start", refuse)
        for _ in range(20):
            with pytest.raises(TimeoutError):
                patience.ask(touch)
    assert patience.ask(touch), "none of those is waited for"


def test_staff_are_told_which_file(tmp_path: Path) -> None:
    assert str(tmp_path) in str(silent(tmp_path))
