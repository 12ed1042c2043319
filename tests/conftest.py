"""What every test gets: no screen, a home of its own, and a failure for a warning of ours that it did not expect."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.turns import place, turn

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).parents[1]

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
settings.register_profile("kiosk", deadline=None, print_blob=True)
settings.load_profile("kiosk")

OURS = {"kiosk", "qt"}
"""The loggers that must be silent; Pillow speaks up about every spoilt picture."""
HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those alone first, before there is anybody to wait for, then the longest files; the others keep their places."""
    items.sort(key=lambda item: (not _alone(item), place(item.nodeid)))


def _alone(item: pytest.Item) -> bool:
    return item.get_closest_marker("alone") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Tests run beside each other where `-n` asks for it, but those marked `alone`."""
    if "PYTEST_XDIST_TESTRUNUID" not in os.environ:
        return (yield)
    # What all processes of this run share; pytest removes it with what the tests leave.
    folder = item.config._tmp_path_factory.getbasetemp().parent  # type: ignore[attr-defined]
    with turn(folder, alone=_alone(item)):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What a test has logged may be no text that could be told to another process."""
    report = yield
    report.sections = [(name, words.encode("utf-8", "backslashreplace").decode()) for name, words in report.sections]
    return report


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, also for the programs that a test starts."""
    folder = tmp_path_factory.mktemp("home")
    for variable, below in HOMES.items():
        monkeypatch.setenv(variable, str(folder / below))
    return folder


@pytest.fixture(autouse=True)
def _only_expected_logs(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> object:
    """Fails a test that logs a warning or worse, unless `@pytest.mark.logs(pattern)` expects it; and one that does not
    log what is expected."""
    yield
    expected = [str(pattern) for marker in request.node.iter_markers("logs") for pattern in marker.args]
    logged = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING and record.name.partition(".")[0] in OURS
    ]
    surprises = [message for message in logged if not any(re.search(pattern, message) for pattern in expected)]
    silent = [pattern for pattern in expected if not any(re.search(pattern, message) for message in logged)]
    assert not surprises, f"logged and not expected: {surprises}"
    assert not silent, f"expected and not logged: {silent}"
