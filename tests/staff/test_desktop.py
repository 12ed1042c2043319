"""What the desktop says of movement, with programs and files of its kind in a folder of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.staff.desktop import more_contrast, reduced_motion

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its programs are shell scripts")
QUICK_S = 20.0


class Desktop:
    """A home, and programs that answer as told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / "bin"
        self.programs.mkdir()
        self.environment = {
            "HOME": str(folder),
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
        }
        for name in ("gdbus", "gsettings", "defaults"):
            self.program(name, "exit 1")

    def program(self, name: str, script: str) -> None:
        file = self.programs / name
        file.write_text(f'#!/bin/sh\necho "$@" >> {self.folder}/{name}.asked\n{script}\n')
        file.chmod(0o755)

    def file(self, name: str, words: str) -> None:
        file = self.folder / ".config" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words)

    def asked(self, name: str) -> str:
        file = self.folder / f"{name}.asked"
        return file.read_text() if file.exists() else ""

    def answer(self, system: str = "linux", patience_s: float = QUICK_S) -> bool | None:
        return reduced_motion(self.environment, system, patience_s)


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


def test_a_desktop_that_says_nothing_is_not_guessed(desktop: Desktop) -> None:
    assert desktop.answer() is None
    assert desktop.answer("darwin") is None


@pytest.mark.parametrize(("told", "reduced"), [("(<uint32 1>,)", True), ("(<uint32 0>,)", False), ("(<'x'>,)", None)])
def test_the_portal_is_asked(desktop: Desktop, told: str, reduced: bool | None) -> None:
    desktop.program("gdbus", f'echo "{told}"')
    assert desktop.answer() is reduced
    assert "org.freedesktop.appearance reduced-motion" in desktop.asked("gdbus")


@pytest.mark.parametrize(("told", "reduced"), [("false", True), ("true", False)])
def test_gnome_is_asked(desktop: Desktop, told: str, reduced: bool) -> None:
    desktop.program("gsettings", f"echo {told}")
    assert desktop.answer() is reduced


@pytest.mark.parametrize(
    ("file", "words", "reduced"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=slow\n", False),
        ("kdeglobals", "no section\n", None),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
    ],
)
def test_files_of_kde_and_gtk_are_read(desktop: Desktop, file: str, words: str, reduced: bool | None) -> None:
    desktop.file(file, words)
    assert desktop.answer() is reduced


def test_one_that_asks_for_less_is_enough(desktop: Desktop) -> None:
    desktop.file("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n")
    desktop.program("gdbus", 'echo "(<uint32 0>,)"')
    desktop.program("gsettings", "echo false")
    assert desktop.answer() is True


def test_where_a_file_says_it_nobody_else_is_asked(desktop: Desktop) -> None:
    desktop.file("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n")
    assert desktop.answer() is True
    assert desktop.asked("gdbus") == desktop.asked("gsettings") == ""


def test_without_a_bus_no_program_starts_one(desktop: Desktop) -> None:
    del desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
    desktop.program("gsettings", "echo false")
    assert desktop.answer() is None
    assert desktop.asked("gdbus") == desktop.asked("gsettings") == ""
    (desktop.folder / "bus").touch()
    desktop.environment["XDG_RUNTIME_DIR"] = str(desktop.folder)
    assert desktop.answer() is True


def test_a_desktop_that_hangs_is_left_alone(desktop: Desktop) -> None:
    desktop.program("gdbus", "exec sleep 600")
    desktop.program("gsettings", "echo false")
    assert desktop.answer(patience_s=0.5) is True


@pytest.mark.parametrize(("told", "reduced"), [("1", True), ("0", False)])
def test_a_mac_is_asked(desktop: Desktop, told: str, reduced: bool) -> None:
    desktop.program("defaults", f"echo {told}")
    assert desktop.answer("darwin") is reduced


@pytest.mark.parametrize("answer", [True, False, None])
def test_windows_is_asked(answer: bool | None) -> None:
    assert reduced_motion({}, "win32", ask_windows=lambda: answer) is answer


@pytest.mark.parametrize(("told", "more"), [("(<uint32 1>,)", True), ("(<uint32 0>,)", False), ("(<1>,)", None)])
def test_the_portal_is_asked_for_contrast(desktop: Desktop, told: str, more: bool | None) -> None:
    desktop.program("gdbus", f"echo '{told}'")
    assert more_contrast(desktop.environment, "linux", QUICK_S) is more
    assert "contrast" in desktop.asked("gdbus")


def test_without_a_bus_nobody_is_asked_for_contrast(desktop: Desktop) -> None:
    del desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
    desktop.program("gdbus", "echo '(<uint32 1>,)'")
    assert more_contrast(desktop.environment, "linux", QUICK_S) is None
    assert desktop.asked("gdbus") == ""


FAKE_PORTAL = """
from gi.repository import Gio, GLib
told = {"reduced-motion": 1, "contrast": 1}
node = Gio.DBusNodeInfo.new_for_xml('<node><interface name="org.freedesktop.portal.Settings"><method name="ReadOne">'
    '<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>'
    '</interface></node>')
def call(bus, sender, path, interface, method, given, answer):
    value = GLib.Variant("u", told[given.unpack()[1]])
    answer.return_value(GLib.Variant("(v)", (value,)))
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/org/freedesktop/portal/desktop", node.interfaces[0], call, None, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.portal.Desktop", 0, lambda *_: print("on", flush=True), None)
GLib.MainLoop().run()
"""


def has_a_bus() -> bool:
    found = all(map(shutil.which, ("dbus-daemon", "gdbus")))
    asked = ["/usr/bin/python3", "-c", "from gi.repository import Gio"]
    return found and Path(asked[0]).exists() and not subprocess.run(asked, check=False, capture_output=True).returncode


@pytest.mark.skipif(not has_a_bus(), reason="dbus-daemon, gdbus and python3-gi are not installed")
def test_a_portal_on_a_real_bus_is_heard(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert bus.stdout is not None
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    portal = subprocess.Popen(
        ["/usr/bin/python3", "-c", FAKE_PORTAL], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert portal.stdout is not None
    try:
        assert portal.stdout.readline().strip() == "on"
        assert reduced_motion(environment, "linux", QUICK_S) is True
        assert more_contrast(environment, "linux", QUICK_S) is True
    finally:
        for process in (portal, bus):
            process.terminate()
            process.communicate()
