"""Whoever asks a disk gets an answer, or none, but does not wait for ever."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kiosk.exhibition.patience import Patience


def test_an_answer_is_passed_on_and_so_is_an_error() -> None:
    patience: Patience[int] = Patience(20)
    assert patience.ask(lambda: 3) == 3
    with pytest.raises(FileNotFoundError):
        patience.ask(lambda: Path("/nowhere/at/all").stat().st_size)


def test_nobody_waits_for_a_disk_that_hangs_and_few_threads_do() -> None:
    answers, asked = threading.Event(), []
    patience: Patience[bool] = Patience(0.001, most_waiting=3)

    def hang() -> bool:
        asked.append(threading.current_thread())
        return answers.wait(20)

    for _ in range(50):
        with pytest.raises(TimeoutError):
            patience.ask(hang)
    assert len(asked) == 3
    answers.set()
    for thread in asked:
        thread.join()
    patience = Patience(20, most_waiting=1)
    assert all(patience.ask(lambda: True) for _ in range(5))
