"""Which graphics devices and drivers a system has, read from its files in a moment: what a look at them depends on."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NODES = re.compile(r"renderD\d+|nvidia\d+|mali\d+|kgsl-3d\d+|dxg")
"""What a program opens to have something drawn on Linux: the kernel's render nodes, or a vendor's own."""
ENVIRONMENT = (
    "QT_QPA_PLATFORM",
    "QT_QUICK_BACKEND",
    "QSG_RHI_BACKEND",
    "QSG_RENDER_LOOP",
    "QT_XCB_GL_INTEGRATION",
    "QT_OPENGL",
    "XDG_SESSION_TYPE",
    "XDG_CURRENT_DESKTOP",
    "LIBGL_ALWAYS_SOFTWARE",
    "GALLIUM_DRIVER",
    "MESA_LOADER_DRIVER_OVERRIDE",
    "__GLX_VENDOR_LIBRARY_NAME",
    "__EGL_VENDOR_LIBRARY_FILENAMES",
    "DRI_PRIME",
)
"""What Qt and the drivers read; another value may lead to another driver."""
_LIBRARIES = ("libGLX_", "libEGL_", "libgallium")
_DISPLAY_CLASS = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}"
ROOT = Path("/")


def nodes(root: Path = ROOT) -> tuple[Path, ...]:
    """The files through which this Linux system can have something drawn; none means that it cannot."""
    found = []
    for folder in (root / "dev", root / "dev/dri"):
        with contextlib.suppress(OSError):
            found += [folder / name for name in os.listdir(folder) if NODES.fullmatch(name)]  # noqa: PTH208 - every start
    return tuple(sorted(found))


def state(qt: str, environment: Mapping[str, str] = os.environ, root: Path = ROOT) -> tuple[str, ...]:
    """Everything a look at the graphics depends on, a line each. `qt` is the version of Qt that is used."""
    import platform  # noqa: PLC0415 - most starts need no state

    lines = [f"qt {qt}", f"system {platform.system()} {platform.release()} {platform.version()}"]
    lines += _windows_drivers() if sys.platform == "win32" else _linux_drivers(root)
    lines += [f"{name}={environment[name]}" for name in ENVIRONMENT if name in environment]
    return (*lines, *_display(environment))


def boot(root: Path = ROOT) -> str:
    """What is another after each start of the system; empty where the system does not tell."""
    return _read(root / "proc/sys/kernel/random/boot_id")


def _display(environment: Mapping[str, str]) -> Iterator[str]:
    """The kind of display, not its number: a local one is as good as another."""
    if environment.get("WAYLAND_DISPLAY"):
        yield "display wayland"
    if name := environment.get("DISPLAY"):
        host = name.rpartition(":")[0]
        yield f"display x11 {host if host not in ('', 'unix') else 'here'}"


def _linux_drivers(root: Path) -> Iterator[str]:
    for node in nodes(root):
        device = root / "sys/class/drm" / node.name / "device"
        told = [_read(device / name) for name in ("vendor", "device", "driver/module/version")]
        with contextlib.suppress(OSError):
            told.append((device / "driver").readlink().name)
        yield " ".join(("node", node.name, *filter(None, told)))
    yield from sorted(_changed(_driver_files(root)))


def _driver_files(root: Path) -> Iterator[Path]:
    places = ("usr/lib", "usr/lib64", f"usr/lib/{getattr(sys.implementation, '_multiarch', '')}")
    for place in {(root / place).resolve() for place in places}:
        with contextlib.suppress(OSError):
            yield from (place / name for name in os.listdir(place) if name.startswith(_LIBRARIES))  # noqa: PTH208 - a thousand Paths less
        yield place / "dri"


def _changed(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        with contextlib.suppress(OSError):
            yield f"driver {file.name} {file.stat().st_mtime_ns}"


def _windows_drivers() -> Iterator[str]:
    """The display drivers that Windows knows, with their versions."""
    registry = import_module("winreg")
    with contextlib.suppress(OSError), registry.OpenKey(registry.HKEY_LOCAL_MACHINE, _DISPLAY_CLASS) as drivers:
        for number in range(registry.QueryInfoKey(drivers)[0]):
            with contextlib.suppress(OSError), registry.OpenKey(drivers, registry.EnumKey(drivers, number)) as driver:
                told = [registry.QueryValueEx(driver, name)[0] for name in ("DriverDesc", "DriverVersion")]
                yield f"driver {' '.join(told)}"


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
