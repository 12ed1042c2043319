"""What the supervisor starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.supervising import start

if TYPE_CHECKING:
    import pytest


def test_no_variable_and_no_folder_of_strangers_gives_the_show_code(tmp_path: Path) -> None:
    stick, loaded = tmp_path / "stick", tmp_path / "loaded"
    user = stick / f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
    user.mkdir(parents=True)
    for module in ("sitecustomize", "usercustomize", "startup", "kiosk", "signal", "click"):
        for folder in (stick, user):
            (folder / f"{module}.py").write_text(f"open({str(loaded)!r}, 'a').write(__name__ + chr(10))")
    strange = {
        "PYTHONPATH": str(stick),
        "PYTHONUSERBASE": str(stick),
        "PYTHONSTARTUP": str(stick / "startup.py"),
        "PYTHONINSPECT": "1",
        "PYTHONHOME": str(stick),
        "PYTHONVERBOSE": "1",
    }
    show = subprocess.run(
        [*start._ourselves(), "--version"],
        env={"HOME": str(tmp_path), **strange},
        cwd=stick,
        input="open('prompt', 'w')",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (show.stdout, show.stderr, show.returncode) == (f"Kiosk Gallery {__version__}\n", "", 0)
    assert not loaded.exists(), loaded.read_text()
    assert not (stick / "prompt").exists()


def test_it_starts_what_it_is_itself(tmp_path: Path) -> None:
    """Of two checkouts, or one beside what is installed, that which was started."""
    *command, ours = start._ourselves()
    other = tmp_path / "kiosk"
    other.mkdir()
    (other / "__init__.py").touch()
    (other / "__main__.py").write_text("main = lambda: print('another', __file__)")
    assert Path(ours, "kiosk", "supervising", "start.py").is_file()
    said = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, check=True).stdout
    assert said == f"another {other / '__main__.py'}\n"


def test_one_executable_is_started_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start._ourselves() == [sys.executable]
