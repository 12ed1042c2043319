"""Whether what is to be shown has changed, found out where nobody waits for it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from kiosk import vital

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_file_that_is_another_one_is_noticed(tmp_path: Path) -> None:
    manifest, gone = tmp_path / "manifest.yaml", tmp_path / "current.json"
    manifest.write_text("one")
    edits = vital.Edits([manifest, gone])
    edits.look()
    edits.look()
    assert not edits._seen
    manifest.unlink()
    edits.look()
    assert not edits._seen, "its drive may be away"
    gone.write_text("here")
    edits.look()
    assert edits._seen


def test_a_drive_that_hangs_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = threading.Event()

    def hang(_files: object) -> list[None]:
        answers.wait(20)
        return []

    monkeypatch.setattr(vital, "_states", hang)
    edits = vital.Edits([])
    assert not edits.seen()
    looks = edits._thread
    assert looks
    assert looks.is_alive()
    assert not any(edits.seen() for _ in range(20))
    assert edits._thread is looks
    answers.set()
    looks.join()
