from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.staff.doctor.line import State
from kiosk.staff.doctor.resting import blanking, logind, sleeping
from kiosk.staff.doctor.starting import starting
from tests.staff.doctor.machines import machine

PACKAGING = Path(__file__).parents[3] / "packaging"
RUN = r"reg query HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
AUTOSTART = "home/her/.config/autostart/show.desktop"


@pytest.mark.parametrize(
    ("files", "links", "found"),
    [
        ({}, {}, None),
        ({}, {"etc/systemd/system/display-manager.service": "/lib/systemd/system/gdm.service"}, None),
        ({}, {"etc/systemd/system/display-manager.service": "/lib/systemd/system/kiosk-gallery.service"}, "computer"),
        ({}, {"etc/systemd/system/graphical.target.wants/kiosk-gallery.service": "/gone"}, "with the computer"),
        ({}, {"home/her/.config/systemd/user/x.target.wants/kiosk-gallery.service": "/x"}, "with each session"),
        ({AUTOSTART: "[Desktop Entry]\nExec=kiosk run --supervised\n"}, {}, "show.desktop, with each session"),
        ({AUTOSTART: "[Desktop Entry]\nExec=kiosk run --supervised\nHidden=true\n"}, {}, None),
        ({AUTOSTART: "[Desktop Entry]\nExec=firefox\n"}, {}, None),
    ],
)
def test_what_starts_the_show_on_linux(tmp_path: Path, files: dict[str, str], links: dict[str, str], found: str | None):
    pc = machine(tmp_path, files)
    for name, target in links.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).symlink_to(target)
    line = starting(pc, kiosk=True)
    assert line.state is (State.ADVICE if found is None else State.OK)
    assert (found or "nothing starts the show") in line.found
    assert starting(pc, kiosk=False).state is State.OK


def test_what_starts_the_show_elsewhere(tmp_path: Path):
    told = {RUN: r"    Kiosk Gallery    REG_SZ    D:\Kiosk Gallery\kiosk.exe"}
    assert "HKCU" in starting(machine(tmp_path, {}, told, system="win32"), kiosk=True).found
    assert "installer" in starting(machine(tmp_path, system="win32"), kiosk=True).remedy
    agent = {"home/her/Library/LaunchAgents/org.example.kiosk.plist": ""}
    assert starting(machine(tmp_path, agent, system="darwin"), kiosk=True).state is State.OK


XSET = "Screen Saver:\n  timeout:  {}    cycle:  600\nDPMS (Display Power Management Signaling):\n"
XSET += "  Standby: {}    Suspend: 0    Off: 0\n  DPMS is {}\n"
IDLE = "gsettings get org.gnome.desktop.session idle-delay"
LOCK = "gsettings get org.gnome.desktop.screensaver lock-enabled"
SUSPEND = "gsettings get org.gnome.settings-daemon.plugins.power sleep-inactive-ac-type"
OFF = "powercfg /query SCHEME_CURRENT SUB_VIDEO VIDEOIDLE"
STANDBY = "powercfg /query SCHEME_CURRENT SUB_SLEEP STANDBYIDLE"
GERMAN = "Maximale Einstellung: 0xffffffff\nIndex des Netzstroms: 0x{:08x}\nIndex des Gleichstroms: 0x0000012c\n"
GNOME = {"WAYLAND_DISPLAY": "w", "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}


@pytest.mark.parametrize(
    ("environment", "system", "answers", "state", "words"),
    [
        ({"DISPLAY": ":0"}, "linux", {"xset q": XSET.format(0, 0, "Enabled")}, State.OK, "leaves the screen lit"),
        ({"DISPLAY": ":0"}, "linux", {"xset q": XSET.format(600, 0, "Disabled")}, State.ADVICE, "after 600 s"),
        ({"DISPLAY": ":0"}, "linux", {"xset q": XSET.format(0, 600, "Enabled")}, State.ADVICE, "xset s off -dpms"),
        ({"DISPLAY": ":0"}, "linux", {}, None, ""),
        ({"WAYLAND_DISPLAY": "w"}, "linux", {}, None, ""),
        (GNOME, "linux", {IDLE: "uint32 300", LOCK: "true"}, State.ADVICE, "gsettings set org.gnome.desktop.session"),
        (GNOME, "linux", {IDLE: "uint32 0", LOCK: "false"}, State.OK, "GNOME leaves the screen lit"),
        ({"DISPLAY": ":0", "XDG_CURRENT_DESKTOP": "KDE"}, "linux", {}, State.ADVICE, "KDE locks"),
        ({}, "win32", {OFF: GERMAN.format(600)}, State.ADVICE, "powercfg /change monitor-timeout-ac 0"),
        ({}, "win32", {OFF: GERMAN.format(0)}, State.OK, "Windows leaves the screen on"),
        ({}, "darwin", {"pmset -g": " displaysleep         10\n sleep   0\n"}, State.ADVICE, "pmset -a displaysleep 0"),
        ({}, "darwin", {"pmset -g": " displaysleep         0\n sleep   0\n"}, State.OK, "awake"),
    ],
)
def test_who_would_darken_the_screen(
    tmp_path: Path, environment: dict[str, str], system: str, answers: dict[str, str], state: State | None, words: str
):
    lines = [*blanking(machine(tmp_path, {}, answers, environment=environment, system=system))]
    assert [line.state for line in lines] == ([] if state is None else [state])
    assert all(words in f"{line.found} {line.remedy}" for line in lines)


def test_kde_that_does_not_lock(tmp_path: Path):
    files = {"home/her/.config/kscreenlockerrc": "[Daemon]\nAutolock=false\n"}
    (line,) = blanking(machine(tmp_path, files, environment={"DISPLAY": ":0", "XDG_CURRENT_DESKTOP": "KDE"}))
    assert line.state is State.OK


LID = {"proc/acpi/button/lid/LID0/state": "state:      open\n"}
BATTERY = {"sys/class/power_supply/BAT0/type": "Battery\n", "sys/class/power_supply/AC/type": "Mains\n"}
OURS = {"etc/systemd/logind.conf.d/90-kiosk.conf": (PACKAGING / "linux" / "logind-kiosk.conf").read_text("utf-8")}


@pytest.mark.parametrize(
    ("files", "answers", "system", "state", "words"),
    [
        ({}, {}, "linux", None, ""),
        (LID, {}, "linux", State.ADVICE, "HandleLidSwitch=ignore"),
        ({**LID, **OURS}, {}, "linux", State.OK, "closing the lid does nothing"),
        ({**LID, "etc/systemd/system/sleep.target": ""}, {}, "linux", State.OK, "never sleeps"),
        ({"etc/systemd/logind.conf": "[Login]\nIdleAction=suspend\n"}, {}, "linux", State.ADVICE, "IdleAction=suspend"),
        ({**BATTERY, "sys/class/power_supply/AC/online": "1\n"}, {}, "linux", State.OK, "plugged in"),
        ({**BATTERY, "sys/class/power_supply/AC/online": "0\n"}, {}, "linux", State.ADVICE, "runs on its battery"),
        ({}, {SUSPEND: "'suspend'"}, "linux", State.ADVICE, "sleep-inactive-ac-type nothing"),
        ({}, {STANDBY: GERMAN.format(1800)}, "win32", State.ADVICE, "goes to sleep after 30 min"),
        ({}, {"pmset -g": " displaysleep         0\n sleep   0\n"}, "darwin", State.OK, "the computer awake"),
    ],
)
def test_what_would_put_the_computer_to_sleep(
    tmp_path: Path, files: dict[str, str], answers: dict[str, str], system: str, state: State | None, words: str
):
    desktop = {"XDG_CURRENT_DESKTOP": "GNOME"} if answers else {}
    pc = machine(tmp_path, files, answers, system=system, environment=desktop)
    lines = [*sleeping(pc, kiosk=True)]
    assert [line.state for line in lines] == ([] if state is None else [state])
    assert all(words in f"{line.found} {line.remedy}" for line in lines)
    assert all(line.state is State.OK for line in sleeping(pc, kiosk=False))


def test_later_files_of_logind_win(tmp_path: Path):
    files = {
        "etc/systemd/logind.conf": "HandleLidSwitch=suspend\n",
        "usr/lib/systemd/logind.conf.d/90-kiosk.conf": "HandleLidSwitch=ignore\n",
        "etc/systemd/logind.conf.d/95-local.conf": "HandleLidSwitch=poweroff\n",
    }
    assert logind(machine(tmp_path, files)) == {"HandleLidSwitch": "poweroff"}
