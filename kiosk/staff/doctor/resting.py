"""What would darken the screen or put the computer to sleep: the desktop, the system, a lid, an empty battery.

The running show asks that the screen stay lit (kiosk/staff/light.py); what is told here is what happens where nobody
listens, and while the show is being started.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.staff.doctor.line import Line, advice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.staff.doctor.machine import Machine

BLANKING = "blanking"
SLEEP = "sleep"
_GNOME = ("gnome", "unity", "cinnamon", "ubuntu")
_IDLE = ("gsettings", "get", "org.gnome.desktop.session", "idle-delay")
_LOCK = ("gsettings", "get", "org.gnome.desktop.screensaver", "lock-enabled")
_SUSPEND = ("gsettings", "get", "org.gnome.settings-daemon.plugins.power", "sleep-inactive-ac-type")
_OFF_AFTER = ("powercfg", "/query", "SCHEME_CURRENT", "SUB_VIDEO", "VIDEOIDLE")
_SLEEP_AFTER = ("powercfg", "/query", "SCHEME_CURRENT", "SUB_SLEEP", "STANDBYIDLE")
_LOGIND = ("usr/lib/systemd/logind.conf.d", "run/systemd/logind.conf.d", "etc/systemd/logind.conf.d")


def blanking(machine: Machine) -> Iterator[Line]:
    """Who would darken the screen, as far as they can be asked."""
    ways = tuple(_ways(machine))
    if not ways:
        return
    dark = [(what, how) for what, how in ways if how]
    if dark:
        yield advice(BLANKING, "; ".join(what for what, _ in dark), " ".join(how for _, how in dark))
    else:
        yield Line(BLANKING, "; ".join(what for what, _ in ways))


def _ways(machine: Machine) -> Iterator[tuple[str, str]]:
    """What is set, and what to do about it; nothing is to be done where it stays lit."""
    if machine.system == "win32":
        yield from _by_powercfg(
            machine.ask(_OFF_AFTER), ("switches the screen off", "leaves the screen on"), "monitor-timeout-ac"
        )
    elif machine.system == "darwin":
        yield from _by_pmset(machine.ask(("pmset", "-g")), "displaysleep", "the screen")
    else:
        if machine.on_x:
            yield from x_server(machine.ask(("xset", "q")))
        if any(name in _GNOME for name in machine.desktops):
            yield from gnome(machine.ask(_IDLE), machine.ask(_LOCK))
        if "kde" in machine.desktops:
            yield from kde(machine)


def x_server(told: str | None) -> Iterator[tuple[str, str]]:
    """As `xset q` tells."""
    if told is None:
        return
    timeout = re.search(r"timeout:\s+(\d+)", told)
    seconds = int(timeout[1]) if timeout else 0
    power = "DPMS is Enabled" in told and any(map(int, re.findall(r"(?:Standby|Suspend|Off): +(\d+)", told)))
    if seconds or power:
        when = f"after {seconds} s" if seconds else "to save power"
        yield f"the X server darkens the screen {when}", "xset s off -dpms, or use xorg-kiosk.conf of our package."
    else:
        yield "the X server leaves the screen lit", ""


def gnome(idle: str | None, lock: str | None) -> Iterator[tuple[str, str]]:
    """As GNOME's settings tell."""
    delay = re.search(r"(\d+)$", idle or "")
    if delay and int(delay[1]):
        yield f"GNOME darkens the screen after {delay[1]} s", f"{' '.join(_IDLE).replace('get', 'set')} 0."
    elif delay:
        yield "GNOME leaves the screen lit", ""
    if lock == "true":
        yield "GNOME locks it then", f"{' '.join(_LOCK).replace('get', 'set')} false."


def kde(machine: Machine) -> Iterator[tuple[str, str]]:
    """As the file of KDE's screen locker says; it locks unless told otherwise."""
    try:
        told = (machine.home / ".config/kscreenlockerrc").read_text("utf-8", "replace")
    except OSError:
        told = ""
    if re.search(r"^Autolock=false", told, re.MULTILINE):
        yield "KDE does not lock the screen", ""
    else:
        yield "KDE locks the screen after some minutes", "Switch that off: System Settings, Screen Locking."


def _by_powercfg(told: str | None, does: tuple[str, str], setting: str) -> Iterator[tuple[str, str]]:
    """What Windows does by itself, and when it does not, in words.

    The last two numbers that powercfg tells are the seconds on mains and on battery, in whatever language.
    """
    numbers = re.findall(r"0x[0-9a-f]{8}", told or "")
    if len(numbers) < 2:
        return
    seconds = int(numbers[-2], 16)
    if seconds:
        yield f"Windows {does[0]} after {seconds // 60} min", f"powercfg /change {setting} 0."
    else:
        yield f"Windows {does[1]}", ""


def _by_pmset(told: str | None, name: str, what: str) -> Iterator[tuple[str, str]]:
    found = re.search(rf"^\s*{name}\s+(\d+)", told or "", re.MULTILINE)
    if found and int(found[1]):
        yield f"macOS puts {what} to sleep after {found[1]} min", f"sudo pmset -a {name} 0."
    elif found:
        yield f"macOS leaves {what} awake", ""


def sleeping(machine: Machine, *, kiosk: bool) -> Iterator[Line]:
    """What would put the computer to sleep. `kiosk`: nobody is there who would wake it."""
    told = tuple(_sleep_ways(machine))
    todo = [(what, how) for what, how in told if how]
    if todo and kiosk:
        yield advice(SLEEP, "; ".join(what for what, _ in todo), " ".join(how for _, how in todo))
    elif told:
        yield Line(SLEEP, "; ".join(what for what, _ in told))


def _sleep_ways(machine: Machine) -> Iterator[tuple[str, str]]:
    if machine.system == "win32":
        yield from _by_powercfg(
            machine.ask(_SLEEP_AFTER), ("goes to sleep", "does not go to sleep"), "standby-timeout-ac"
        )
    elif machine.system == "darwin":
        yield from _by_pmset(machine.ask(("pmset", "-g")), "sleep", "the computer")
    elif machine.linux:
        yield from _linux_sleep(machine)


def _linux_sleep(machine: Machine) -> Iterator[tuple[str, str]]:
    masked = machine.there("etc/systemd/system/sleep.target") or machine.there("etc/systemd/system/suspend.target")
    settings = logind(machine)
    if masked:
        yield "the system never sleeps", ""
    else:
        if settings.get("IdleAction", "ignore") != "ignore":
            yield f"logind: IdleAction={settings['IdleAction']}", "Use logind-kiosk.conf of our package."
        if any(name in _GNOME for name in machine.desktops) and "suspend" in (machine.ask(_SUSPEND) or ""):
            yield "GNOME suspends when nobody touches", f"{' '.join(_SUSPEND).replace('get', 'set')} nothing."
    if any(machine.found("proc/acpi/button/lid", "*")):
        if masked or settings.get("HandleLidSwitch") == "ignore":
            yield "closing the lid does nothing", ""
        else:
            yield "closing the lid puts it to sleep", "Use logind-kiosk.conf of our package: HandleLidSwitch=ignore."
    yield from _power(machine)


def logind(machine: Machine) -> dict[str, str]:
    """What systemd-logind is told, later files over earlier ones."""
    files = {file.name: file for folder in _LOGIND for file in machine.found(folder, "*.conf")}
    texts = [machine.text("etc/systemd/logind.conf")]
    texts += [machine.text(str(files[name].relative_to(machine.root))) for name in sorted(files)]
    return dict(found for text in texts for found in re.findall(r"^(\w+)=(\S+)", text, re.MULTILINE))


def _power(machine: Machine) -> Iterator[tuple[str, str]]:
    supplies = [
        (
            machine.text(f"sys/class/power_supply/{each.name}/type"),
            machine.text(f"sys/class/power_supply/{each.name}/online"),
        )
        for each in machine.found("sys/class/power_supply", "*")
    ]
    if any(kind == "Battery" for kind, _ in supplies):
        plugged = any(online == "1" for kind, online in supplies if kind != "Battery")
        yield ("it is plugged in", "") if plugged else ("it runs on its battery", "Plug it in.")
