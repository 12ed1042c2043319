"""Noticing that files have changed."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from kiosk.bridge.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def watch() -> Iterator[Watch]:
    """It outlives its threads, as it does in the program, where it belongs to something."""
    made = Watch()
    yield made
    for thread in threading.enumerate():
        if thread.name == "watch":
            thread.join()


def following(qtbot: QtBot, watch: Watch, files: Iterable[Path], folders: Iterable[Path] = ()) -> None:
    """Follow them; what is new to it may have changed until now, so that it tells once."""
    with qtbot.waitSignal(watch.changed):
        watch.follow(files, folders)


def test_saving_is_noticed_however_it_is_done(watch: Watch, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "manifest.yaml"
    file.write_text("one")
    following(qtbot, watch, [file])
    with qtbot.waitSignal(watch.changed):
        file.write_text("two")
    for words in ("three", "four"):
        new = tmp_path / "new"
        new.write_text(words)
        with qtbot.waitSignal(watch.changed):
            new.replace(file)
    with qtbot.waitSignal(watch.changed):
        file.unlink()
    with qtbot.waitSignal(watch.changed):
        file.write_text("five")
    with qtbot.waitSignal(watch.changed):
        file.write_text("six")


def test_what_is_put_into_a_folder_is_noticed_once(watch: Watch, qtbot: QtBot, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    following(qtbot, watch, [tmp_path / "manifest.yaml"], [pictures])
    heard: list[None] = []
    watch.changed.connect(lambda: heard.append(None))
    with qtbot.waitSignal(watch.changed):
        for number in range(5):
            (pictures / f"{number}.jpg").write_bytes(b"")
    assert len(heard) == 1


def test_what_is_no_longer_followed_is_not_noticed(watch: Watch, qtbot: QtBot, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    following(qtbot, watch, [one / "manifest.yaml"])
    following(qtbot, watch, [other / "manifest.yaml"])
    with qtbot.assertNotEmitted(watch.changed, wait=300):
        (one / "manifest.yaml").write_text("")
    with qtbot.waitSignal(watch.changed):
        (other / "manifest.yaml").write_text("")


def test_what_is_watched_already_is_no_news(watch: Watch, qtbot: QtBot, tmp_path: Path) -> None:
    following(qtbot, watch, [tmp_path / "manifest.yaml"])
    with qtbot.assertNotEmitted(watch.changed, wait=100):
        watch.follow([tmp_path / "manifest.yaml", tmp_path / "config.yaml"])


def test_a_drive_that_does_not_answer_keeps_nobody_waiting(
    watch: Watch, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, lexists = threading.Event(), os.path.lexists

    def wait(path: str) -> bool:
        return answers.wait(20) and lexists(path)

    monkeypatch.setattr(os.path, "lexists", wait)
    with qtbot.assertNotEmitted(watch.changed, wait=50):
        watch.follow([tmp_path / "manifest.yaml"])
        watch.follow([tmp_path / "other.yaml"])
    with qtbot.waitSignal(watch.changed):
        answers.set()
    with qtbot.waitSignal(watch.changed):
        (tmp_path / "other.yaml").write_text("")
