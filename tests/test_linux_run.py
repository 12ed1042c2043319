"""The .run: what it tells of a system that lacks something, and what it leaves where. Nothing is packed here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="for Linux")

RUN = Path(__file__).parents[1] / "packaging" / "linux-run"
LACKING = Path(PySide6.__path__[0], "Qt/plugins/egldeviceintegrations/libqeglfs-kms-integration.so")
"""A part of Qt that wants libraries which no package of Qt for Python has."""
LIBRARY = "libQt6EglFsKmsGbmSupport.so.6"
TOOLS = ("awk", "dirname", "grep", "id", "sed", "sort", "tr")


def script(name, *words, **environment):
    return subprocess.run(
        ["/bin/sh", name, *words],
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def system(tmp_path):
    """A program of one part, and a folder for the tools of a system."""
    plugins = tmp_path / "it's here" / "program" / "PySide6" / "Qt" / "plugins" / "egl"
    plugins.mkdir(parents=True)
    shutil.copy(LACKING, plugins)
    for name in ("check-system.sh", "libraries.txt"):
        shutil.copy(RUN / name, tmp_path)
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(shutil.which(tool))
    return tmp_path


@pytest.mark.parametrize(
    ("installer", "line"),
    [
        ("apt-get", "apt-get install -y --no-install-recommends of-apt\n"),
        ("dnf", "dnf install -y of-dnf\n"),
        ("zypper", "zypper install -y of-zypper\n"),
        ("pacman", "pacman -S --needed of-pacman\n"),
    ],
)
def test_what_a_system_lacks_is_told_in_its_own_words(system, installer, line):
    with (system / "libraries.txt").open("a") as rows:
        rows.write(f"{LIBRARY} of-apt of-dnf of-zypper of-pacman\n")
    (system / "bin" / installer).symlink_to("/bin/true")
    done = script(str(system / "check-system.sh"), str(system / "it's here"), PATH=str(system / "bin"))
    assert done.returncode == 1
    assert line in done.stderr
    assert "and whatever has: libQt6" in done.stderr, "of others no package is known"
    assert LIBRARY not in done.stderr


def test_an_unknown_system_is_told_the_libraries(system):
    done = script(str(system / "check-system.sh"), str(system / "it's here"), PATH=str(system / "bin"))
    assert done.returncode == 1
    assert f"    {LIBRARY}\n" in done.stderr


def test_a_system_that_has_everything_is_told_nothing(system):
    shutil.rmtree(system / "it's here" / "program" / "PySide6")
    done = script(str(system / "check-system.sh"), str(system / "it's here"))
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")


def test_the_table_is_whole():
    rows = [line.split() for line in (RUN / "libraries.txt").read_text().splitlines() if not line.startswith("#")]
    assert {len(row) for row in rows} == {5}
    assert len({row[0] for row in rows}) == len(rows)


@pytest.fixture
def home(tmp_path):
    """An account with a home that scripts stumble over, and what makeself has unpacked for it."""
    home, unpacked = tmp_path / 'Зал "$1" & 100%', tmp_path / "selfgz1234"
    home.mkdir()
    (unpacked / "program").mkdir(parents=True)
    (unpacked / "desktop").mkdir()
    shutil.copy(RUN / "setup.sh", unpacked)
    (unpacked / "check-system.sh").write_text('[ ! -e "$1/lacking" ] || { echo "lacking: libGL.so.1"; exit 1; }\n')
    program = unpacked / "kiosk-gallery"
    program.write_text('#!/bin/sh\necho "$0" "$PWD" "$@"\n')
    program.chmod(0o755)
    (unpacked / "build.txt").write_text("1\n")
    (unpacked / "libraries.txt").touch()
    (unpacked / "desktop" / "kiosk-gallery.desktop").write_text(
        "[Desktop Entry]\nTryExec=kiosk-gallery\nExec=kiosk-gallery --windowed %f\n"
    )
    for name in ("kiosk-gallery.svg", "kiosk-gallery.mime.xml"):
        (unpacked / "desktop" / name).touch()
    return home


def setup(home, *words):
    elsewhere = home.parent
    return script(str(home.parent / "selfgz1234" / "setup.sh"), *words, HOME=str(home), USER_PWD=str(elsewhere))


def files(home):
    """All files but the databases that a desktop makes of entries."""
    found = (path.relative_to(home).as_posix() for path in home.rglob("*") if not path.is_dir())
    return sorted(file for file in found if "kiosk" in file)


def test_it_is_placed_in_the_account_and_started_where_it_was_called(home):
    app = home / ".local/share/kiosk-gallery/app"
    assert setup(home).stdout == f"{app}/kiosk-gallery {home.parent} --windowed\n"
    assert (app / "build.txt").read_text() == "1\n"
    assert not (home.parent / "selfgz1234" / "program").exists(), "moved, not copied"


def test_another_build_takes_the_place_of_the_one_before(home):
    app = home / ".local/share/kiosk-gallery/app"
    app.mkdir(parents=True)
    (app / "old").touch()
    (app / "build.txt").write_text("0\n")
    assert setup(home, "check", "a room").stdout.endswith(" check a room\n")
    assert not (app / "old").exists()


def test_what_goes_into_the_menu_comes_out_again(home):
    settings = home / ".config/kiosk-gallery/config.yaml"
    settings.parent.mkdir(parents=True)
    settings.touch()
    assert setup(home, "menu").returncode == 0
    entry = (home / ".local/share/applications/kiosk-gallery.desktop").read_text().splitlines()
    app = f'{home.parent}/Зал \\\\"\\\\$1\\\\" & 100%%/.local/share/kiosk-gallery/app/kiosk-gallery'
    assert entry == ["[Desktop Entry]", f'Exec="{app}" --windowed %f']
    assert (home / ".local/bin/kiosk-gallery").is_symlink()
    installed = home / ".local/share/kiosk-gallery/app/setup.sh"
    assert script(str(installed), "remove", HOME=str(home)).returncode == 0
    assert files(home) == [".config/kiosk-gallery/config.yaml"]
    assert script(str(RUN / "setup.sh"), "remove", "all", HOME=str(home)).returncode == 0
    assert files(home) == []
    assert not (home / ".local/share/kiosk-gallery").exists()


def test_with_a_target_it_stays_there_and_nothing_is_put_elsewhere(home):
    target = home.parent / "on a stick"
    (home.parent / "selfgz1234").rename(target)
    done = script(str(target / "setup.sh"), "--version", HOME=str(home), USER_PWD=str(home.parent))
    assert done.stdout == f"{target}/kiosk-gallery {home.parent} --version\n"
    assert files(home) == []


def test_a_system_that_lacks_something_is_told_before_anything_is_placed(home):
    (home.parent / "selfgz1234" / "lacking").touch()
    done = setup(home)
    assert done.returncode == 1
    assert "lacking: libGL.so.1" in done.stderr
    assert files(home) == []
