"""What the packages carry for the operating system to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.staff import exits
from kiosk.supervising.vigil import Patience

ROOT = Path(__file__).parents[1]
SERVICE = ROOT / "packaging" / "linux" / "kiosk-gallery.service"


@pytest.fixture
def service() -> dict[str, str]:
    """The service's settings as Section.Key."""
    settings, section = {}, ""
    for line in SERVICE.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            key, _, value = line.partition("=")
            settings[f"{section}.{key}"] = value
    return settings


def test_the_service_never_gives_up(service: dict[str, str]):
    assert service["Unit.StartLimitIntervalSec"] == "0"
    assert service["Service.Restart"] == "always"
    kept = map(int, service["Service.RestartPreventExitStatus"].split())
    assert set(kept) == {exits.QUIT, exits.UNUSABLE}


def test_the_service_is_given_the_time_that_the_show_is_given_to_leave(service: dict[str, str]):
    assert float(service["Service.TimeoutStopSec"]) > Patience().dying + Patience().gone


def test_the_service_is_watched(service: dict[str, str]):
    assert service["Service.Type"] == "notify"
    assert service["Service.NotifyAccess"] == "main"
    assert 10 <= int(service["Service.WatchdogSec"]) <= 60
    assert service["Service.ExecStart"].endswith("kiosk run --supervised")
