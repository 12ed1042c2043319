"""Noticing that files have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.bridge.watch import Watch

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_saving_is_noticed_however_it_is_done(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "manifest.yaml"
    file.write_text("one")
    watch = Watch()
    watch.follow([file])
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


def test_what_is_put_into_a_folder_is_noticed_once(qtbot: QtBot, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    watch = Watch()
    watch.follow([tmp_path / "manifest.yaml"], [pictures])
    heard: list[None] = []
    watch.changed.connect(lambda: heard.append(None))
    with qtbot.waitSignal(watch.changed):
        for number in range(5):
            (pictures / f"{number}.jpg").write_bytes(b"")
    assert len(heard) == 1


def test_what_is_no_longer_followed_is_not_noticed(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    watch = Watch()
    watch.follow([one / "manifest.yaml"])
    watch.follow([other / "manifest.yaml"])
    with qtbot.assertNotEmitted(watch.changed, wait=300):
        (one / "manifest.yaml").write_text("")
    with qtbot.waitSignal(watch.changed):
        (other / "manifest.yaml").write_text("")
