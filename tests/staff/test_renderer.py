from __future__ import annotations

import json
import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Self

import pytest

from kiosk.staff import drivers
from kiosk.staff.drivers import nodes, state
from kiosk.staff.graphics import Sight, judge
from kiosk.staff.look import look, probe_command
from kiosk.staff.renderer import AUTO, NO_DEVICE, OPENGL, SOFTWARE, Choice, choose, note_failure
from kiosk.staff.sights import FILE_NAME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CARD = Sight(api="OpenGL", device="Mesa Intel(R) UHD Graphics 630, Intel", version="4.6 Mesa 23.2.1", loop="threaded")
LLVMPIPE = Sight(api="OpenGL", device="llvmpipe (LLVM 15.0.6, 256 bits), Mesa", version="4.5 Mesa 22.3.6")
QT = "6.11.3"


class Looks:
    """Takes the child's place: sees what it is told to, and counts."""

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        self.count = 0

    def __call__(self) -> Sight:
        self.count += 1
        return self.sight


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Linux system's files: one graphics device with a driver."""
    root = tmp_path / "root"
    put(root / "dev/dri/renderD128", "")
    device = root / "sys/devices/pci/0000:00:02.0"
    put(device / "vendor", "0x8086\n")
    put(device / "device", "0x3e92\n")
    (root / "sys/bus/i915").mkdir(parents=True)
    (device / "driver").symlink_to(root / "sys/bus/i915")
    node = root / "sys/class/drm/renderD128"
    node.mkdir(parents=True)
    (node / "device").symlink_to(device)
    put(root / "usr/lib64/libGLX_mesa.so.0", "")
    put(root / "usr/lib64/libpng.so", "")
    put(root / "proc/sys/kernel/random/boot_id", "monday\n")
    monkeypatch.setenv("DISPLAY", ":0")
    return root


def put(file: Path, words: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words)
    return file


def on(machine: Path, folder: Path, looks: Looks, wish: str = AUTO, qt: str = QT) -> Choice:
    return choose(wish, folder, qt, looks, "linux", machine)


# The choice


@pytest.mark.parametrize(("wish", "software"), [(SOFTWARE, True), (OPENGL, False)])
def test_the_configuration_is_obeyed_without_a_look(machine: Path, tmp_path: Path, wish: str, software: bool):
    looks = Looks(CARD)
    choice = on(machine, tmp_path, looks, wish)
    assert (choice.software, choice.detected, looks.count) == (software, False, 0)


def test_without_a_device_nobody_looks(machine: Path, tmp_path: Path):
    (machine / "dev/dri/renderD128").unlink()
    looks = Looks(CARD)
    choice = on(machine, tmp_path, looks)
    assert (choice.software, choice.reason, looks.count) == (True, NO_DEVICE, 0)
    assert not list(tmp_path.glob("*.json"))


def test_a_mac_needs_no_look(tmp_path: Path):
    looks = Looks(CARD)
    assert not choose(AUTO, tmp_path, QT, looks, system="darwin").software
    assert looks.count == 0


@pytest.mark.parametrize(("sight", "software"), [(CARD, False), (LLVMPIPE, True), (Sight(trouble="it hangs"), True)])
def test_the_first_start_looks_and_the_next_ones_know(machine: Path, tmp_path: Path, sight: Sight, software: bool):
    looks = Looks(sight)
    first, second = on(machine, tmp_path, looks), on(machine, tmp_path, looks)
    assert (first.software, second.software) == (software, software)
    assert (first.kept, second.kept) == (False, True)
    assert first.reason == second.reason
    assert first.detected is not software
    assert looks.count == 1


def updated(root: Path, _patch: pytest.MonkeyPatch) -> None:
    os.utime(root / "usr/lib64/libGLX_mesa.so.0", ns=(1, 1))


def another_card(root: Path, _patch: pytest.MonkeyPatch) -> None:
    put(root / "sys/devices/pci/0000:00:02.0/device", "0x9bc5\n")


def another_driver(root: Path, _patch: pytest.MonkeyPatch) -> None:
    link = root / "sys/devices/pci/0000:00:02.0/driver"
    link.unlink()
    (root / "sys/bus/vfio").mkdir()
    link.symlink_to(root / "sys/bus/vfio")


def second_card(root: Path, _patch: pytest.MonkeyPatch) -> None:
    put(root / "dev/dri/renderD129", "")


def wayland(_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-1")


def far_display(_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "desk:10")


def told_otherwise(_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBGL_ALWAYS_SOFTWARE", "1")


@pytest.mark.parametrize(
    "change", [updated, another_card, another_driver, second_card, wayland, far_display, told_otherwise]
)
def test_another_card_driver_or_display_is_looked_at(
    machine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[..., None]
):
    looks = Looks(CARD)
    on(machine, tmp_path, looks)
    change(machine, monkeypatch)
    assert not on(machine, tmp_path, looks).kept
    assert looks.count == 2


def test_so_is_another_qt(machine: Path, tmp_path: Path):
    looks = Looks(CARD)
    on(machine, tmp_path, looks)
    on(machine, tmp_path, looks, qt="6.12.0")
    assert looks.count == 2


def test_nothing_else_makes_it_look_again(machine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    looks = Looks(CARD)
    on(machine, tmp_path, looks)
    monkeypatch.setenv("DISPLAY", ":1")
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    os.utime(machine / "usr/lib64/libpng.so", ns=(1, 1))
    put(machine / "proc/sys/kernel/random/boot_id", "tuesday\n")
    assert on(machine, tmp_path, looks).kept


def test_trouble_is_forgotten_when_the_system_starts_again(machine: Path, tmp_path: Path):
    looks = Looks(Sight(trouble="it hangs"))
    assert on(machine, tmp_path, looks).software
    looks.sight = CARD
    assert on(machine, tmp_path, looks).software
    put(machine / "proc/sys/kernel/random/boot_id", "tuesday\n")
    assert not on(machine, tmp_path, looks).software
    assert looks.count == 2


def test_a_card_that_failed_when_the_show_was_to_begin_is_left_alone_until_then(machine: Path, tmp_path: Path):
    looks = Looks(CARD)
    assert on(machine, tmp_path, looks).detected
    note_failure(tmp_path, QT, "Failed to create\nRHI", machine)
    choice = on(machine, tmp_path, looks)
    assert choice.software
    assert choice.reason.endswith("Failed to create RHI")
    assert choice.sight is not None
    assert choice.sight.device == CARD.device
    put(machine / "proc/sys/kernel/random/boot_id", "tuesday\n")
    assert on(machine, tmp_path, looks).detected


@pytest.mark.parametrize("words", ["", "{", "[]", '{"machine": [], "sight": {"api": 3}}', "\0" * 100])
def test_a_damaged_answer_is_asked_for_again(machine: Path, tmp_path: Path, words: str):
    (tmp_path / FILE_NAME).write_text(words)
    looks = Looks(CARD)
    assert on(machine, tmp_path, looks).detected
    assert on(machine, tmp_path, looks).kept
    assert json.loads((tmp_path / FILE_NAME).read_text())["sight"]["device"] == CARD.device


def test_a_disk_that_refuses_costs_nothing_but_another_look(machine: Path, tmp_path: Path):
    put(tmp_path / "cache", "a file where the folder should be")
    looks = Looks(CARD)
    assert on(machine, tmp_path / "cache", looks).detected
    assert on(machine, tmp_path / "cache", looks).detected
    assert looks.count == 2


# What a look depends on


def test_the_state_names_device_and_driver(machine: Path):
    lines = state(QT, root=machine)
    assert "node renderD128 0x8086 0x3e92 i915" in lines
    assert "display x11 here" in lines
    assert any(line.startswith("driver libGLX_mesa.so.0 ") for line in lines)
    assert not any("libpng" in line for line in lines)


@pytest.mark.parametrize("name", ["dri/renderD128", "nvidia0", "mali0", "kgsl-3d0", "dxg"])
def test_these_are_devices(tmp_path: Path, name: str):
    put(tmp_path / "dev" / name, "")
    assert len(nodes(tmp_path)) == 1


@pytest.mark.parametrize("name", ["dri/card0", "nvidiactl", "fb0", "null"])
def test_and_these_are_not(tmp_path: Path, name: str):
    put(tmp_path / "dev" / name, "")
    assert nodes(tmp_path) == ()


def test_windows_tells_its_display_drivers(monkeypatch: pytest.MonkeyPatch):
    class Key(str):
        __slots__ = ()

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    values = {"0000": {"DriverDesc": "Intel(R) UHD Graphics", "DriverVersion": "31.0.101.2111"}, "Properties": {}}

    def value(key: str, name: str) -> tuple[str, int]:
        if name not in values[key]:
            raise FileNotFoundError(name)
        return values[key][name], 1

    registry = SimpleNamespace(
        HKEY_LOCAL_MACHINE="",
        OpenKey=lambda _above, name: Key(name),
        EnumKey=lambda _key, number: list(values)[number],
        QueryInfoKey=lambda _key: (len(values), 0, 0),
        QueryValueEx=value,
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)
    assert list(drivers._windows_drivers()) == ["driver Intel(R) UHD Graphics 31.0.101.2111"]


def test_a_machine_without_any_of_this_has_a_state_too(tmp_path: Path):
    assert state(QT, {}, tmp_path)[0] == f"qt {QT}"


# The child


def child(words: str) -> list[str]:
    return [sys.executable, "-c", words]


def test_what_a_child_tells_is_what_was_seen():
    told = json.dumps({"api": "OpenGL", "device": "V3D 4.2, Broadcom", "monitors": []})
    assert look(child(f"print({told!r})")) == Sight(api="OpenGL", device="V3D 4.2, Broadcom")


def test_a_child_that_hangs_is_ended():
    sight = look(child("import time; time.sleep(60)"), patience_s=0.2)
    assert "did not answer within 0.2 seconds" in sight.trouble


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("import os; os.abort()", "status -6" if os.name != "nt" else "status"),
        ("import os; os.kill(os.getpid(), 11)", "status -11" if os.name != "nt" else "status"),
        ("import sys; sys.exit('no display\\nat all')", "(status 1): no display at all"),
        ("print('not what was asked')", "status 0"),
    ],
)
def test_a_child_that_crashes_tells_how(words: str, told: str):
    assert told in look(child(words)).trouble


def test_a_child_that_cannot_be_started_is_trouble(tmp_path: Path):
    assert "could not be tried" in look([str(tmp_path / "nothing")]).trouble


def test_the_real_child_looks_at_a_screen_in_memory():
    sight = look()
    assert sight.platform == "offscreen"
    assert sight.qt
    assert len(sight.monitors) == 1
    assert judge(sight).software
    assert probe_command()[0] == sys.executable
