"""Where settings are looked for."""

from __future__ import annotations

import pytest

from kiosk.exhibition import places


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A folder without settings, for an installed program; and where an installer would put them."""
    monkeypatch.delenv("KIOSK_CONFIG", raising=False)
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "program")
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "etc"))
    (here := tmp_path / "here").mkdir()
    monkeypatch.chdir(here)
    return places.settled_configs()


def write(file):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()


def test_an_installed_program_finds_what_its_installer_has_put_there(elsewhere):
    assert places.find_config() is None
    account, computer = elsewhere
    for each in (computer, account):
        write(each)
        assert places.find_config() == each
    write(places.Path(places.CONFIG))
    assert places.find_config() == places.Path(places.CONFIG)


def test_whoever_looks_at_a_kiosk_may_be_told_what_hangs_in_it(tmp_path, monkeypatch):
    own = places.content_folder()
    monkeypatch.setenv("KIOSK_CONTENT", str(tmp_path / "content"))
    assert places.content_folder() == tmp_path / "content" != own
