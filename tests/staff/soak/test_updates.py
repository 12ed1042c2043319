"""What staff do in a soak."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

from kiosk.staff.soak.home import Home
from kiosk.staff.soak.updates import prepare

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_pictures_are_prepared_for_its_screen_and_it_opens_without_those_that_take_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def run(words: list[str], **asking: Any) -> None:
        asked.append(words)
        raise subprocess.TimeoutExpired(words, asking["timeout"])

    monkeypatch.setattr(subprocess, "run", run)
    prepare(Home(tmp_path, tmp_path / "manifest.yaml", tmp_path / "config.yaml", {}), (1366, 768))
    (words,) = asked
    assert words[words.index("prepare") + 1] == str(tmp_path / "manifest.yaml")
    assert words[words.index("--size") + 1] == "1366x768"
    assert words[words.index("--config") + 1] == str(tmp_path / "config.yaml")
