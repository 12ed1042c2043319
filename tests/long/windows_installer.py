"""Install, upgrade and remove the program by its Windows installer, under wine: `python tests/long/windows_installer.py`.

Needs makensis and wine (Debian: nsis, wine64). Takes a minute. What is installed is no Windows program but a few
files of ours with a command line of wine's as the executable; `--tree` takes a larger one.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
WINE = shutil.which("wine64") or "/usr/lib/wine/wine64"
RUNS = Path("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/cmd.exe")
ABOUT = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Kiosk Gallery"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
CLASSES = r"Software\Classes"
PROGRAMS = ("kiosk-gallery.exe", "kiosk.exe")


def build_script():
    spec = importlib.util.spec_from_file_location("build", ROOT / "packaging" / "windows" / "build.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    return build


def small_tree(folder: Path) -> Path:
    for name in PROGRAMS:
        (folder / "program" / "kiosk").mkdir(parents=True, exist_ok=True)
        shutil.copy(RUNS, folder / name)
    (folder / "program" / "kiosk" / "전시 $5.txt").write_text("a name that a script could trip over", "utf-8")
    (folder / "program" / "old.txt").write_text("what the next version has no more")
    return folder


class Windows:
    """A Windows of wine's in a folder."""

    def __init__(self, folder: Path) -> None:
        self.drive = folder / "drive_c"
        self.environment = {**os.environ, "WINEPREFIX": str(folder), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
        self.environment.pop("DISPLAY", None)
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win7")
        (self.home,) = (each for each in (self.drive / "users").iterdir() if each.name != "Public")

    def run(self, *command: str) -> int:
        return subprocess.run(
            [WINE, *command], env=self.environment, check=False, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ).returncode

    def value(self, half: str, key: str, name: str = "") -> str | None:
        """A value of the registry; None where there is none."""
        named = ["/v", name] if name else ["/ve"]
        done = subprocess.run(
            [WINE, "reg", "query", rf"{half}\{key}", *named, "/reg:64"],
            env=self.environment, check=False, capture_output=True, timeout=60,
        )
        found = re.search(r"REG_\w+\s+(.*?)\s*$", done.stdout.decode("utf-8", "replace"), re.MULTILINE)
        return found[1] if done.returncode == 0 and found else None

    def settle(self) -> None:
        """Wait for what a process has started and not waited for."""
        subprocess.run([shutil.which("wineserver") or "/usr/lib/wine/wineserver64", "-w"], env=self.environment, check=False)

    def below(self, path: Path) -> set[str]:
        return {each.relative_to(path).as_posix() for each in path.rglob("*") if each.is_file()}


def check(words: str, truth: object) -> None:
    print(f"{'ok  ' if truth else 'NOT '} {words}", flush=True)
    if not truth:
        sys.exit(1)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tree", type=Path)
    parser.add_argument("--installer", type=Path, help="one that packaging/windows/build.py has made of that tree")
    asked = parser.parse_args()
    build = build_script()
    with tempfile.TemporaryDirectory(prefix="kiosk-wine-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        windows = Windows(work / "wine")
        if asked.tree:
            tree, first = asked.tree, asked.installer
        else:
            tree, first = small_tree(work / "tree"), None
        (work / "lines").mkdir()
        build.stage(tree, staged := work / "staged", None)
        if first is None:
            build.make_installer(staged, first := work / "first.exe", work / "lines", None, quick=True)
        second_tree = small_tree(work / "second")
        (second_tree / "program" / "old.txt").unlink()
        (second_tree / "program" / "new.txt").write_text("new")
        build.version = lambda: "0.2.0"
        build.stage(second_tree, second_staged := work / "second-staged", None)
        build.make_installer(second_staged, second := work / "second.exe", work / "lines", None, quick=True)
        prove(windows, first, second, windows.below(staged))
        windows.run("wineboot", "-k")
        windows.settle()


def prove(windows: Windows, first: Path, second: Path, files: set[str]) -> None:
    there = windows.home / "AppData/Local/Programs/Kiosk Gallery"
    data = windows.home / "AppData/Local/kiosk-gallery"
    shortcut = windows.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Kiosk Gallery.lnk"
    program = r'"C:\users\{}\AppData\Local\Programs\Kiosk Gallery\kiosk-gallery.exe"'.format(windows.home.name)

    check("Windows 7 is too old: 2", windows.run(str(first), "/S") == 2 and not there.exists())
    windows.run("winecfg", "-v", "win10")
    began = time.monotonic()
    check("a silent installation leaves with 0", windows.run(str(first), "/S") == 0)
    print(f"      in {time.monotonic() - began:.1f} s", flush=True)
    check("all files are there, and the uninstaller, and nothing else", windows.below(there) == files | {"uninstall.exe"})
    check("the settings are there, without a schema that leads nowhere", "$schema" not in (data / "config.yaml").read_text("utf-8"))
    check("the Start menu has an entry", shortcut.is_file())
    check("nothing starts at sign-in", windows.value("HKCU", RUN, "Kiosk Gallery") is None)
    check("a .kiosk file is opened by it", windows.value("HKCU", rf"{CLASSES}\.kiosk") == "KioskGallery.Exhibition")
    command = windows.value("HKCU", rf"{CLASSES}\KioskGallery.Exhibition\shell\open\command")
    check("in a window, with the file", command == f'{program} --windowed "%1"')
    check("Windows lists it", windows.value("HKCU", ABOUT, "DisplayVersion") == build_script().version())
    check("for this account alone", windows.value("HKLM", ABOUT, "DisplayName") is None)

    (data / "config.yaml").write_text("exhibition: ours\n")
    (data / "content").mkdir()
    (data / "content" / "current.json").write_text("{}")
    (data / "Cache").mkdir()
    (data / "Cache" / "tile.jpg").write_text("made again")
    (there / "mine.txt").write_text("what somebody has put there")
    running = subprocess.Popen(
        [WINE, str(there / "kiosk-gallery.exe")], env=windows.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(3)
    check("while it runs nothing is replaced: 2", windows.run(str(second), "/S") == 2)
    check("and all of it stays", windows.below(there) == files | {"uninstall.exe", "mine.txt"})
    running.communicate(b"exit\r\n", timeout=30)

    check("an upgrade leaves with 0", windows.run(str(second), "/S", "/AUTOSTART", "/NOMENU") == 0)
    check("what is new is there, what is old is not", (there / "program/new.txt").is_file() and not (there / "program/old.txt").exists())
    check("the settings are as they were written", (data / "config.yaml").read_text() == "exhibition: ours\n")
    check("so are what is installed and the cache", (data / "content/current.json").is_file() and (data / "Cache/tile.jpg").is_file())
    check("it starts at sign-in, as was wished", windows.value("HKCU", RUN, "Kiosk Gallery") == f"{program} run --supervised")
    check("and has no entry in the Start menu", not shortcut.exists())
    check("Windows lists the new version", windows.value("HKCU", ABOUT, "DisplayVersion") == "0.2.0")

    check("the next upgrade leaves with 0", windows.run(str(second), "/S") == 0)
    check("and keeps what was chosen", windows.value("HKCU", RUN, "Kiosk Gallery") is not None and not shortcut.exists())

    check("the removal leaves with 0", windows.run(str(there / "uninstall.exe"), "/S") == 0)
    windows.settle()
    check("nothing of it is left but what is somebody's", windows.below(there) == {"mine.txt"})
    check("nor in the registry", not any(windows.value("HKCU", key) for key in (rf"{CLASSES}\.kiosk", rf"{CLASSES}\KioskGallery.Exhibition")))
    check("nor at sign-in", windows.value("HKCU", RUN, "Kiosk Gallery") is None and windows.value("HKCU", ABOUT, "DisplayName") is None)
    check("settings and exhibitions stay, the cache goes", windows.below(data) == {"config.yaml", "content/current.json"})

    other = "C:\\Ausstellung-öffnen"
    check("another folder is taken", windows.run(str(second), "/S", f"/D={other}") == 0)
    elsewhere = windows.drive / "Ausstellung-öffnen"
    check("with everything", (elsewhere / "program/new.txt").is_file())
    check("the settings are still as they were", (data / "config.yaml").read_text() == "exhibition: ours\n")
    check("a removal of everything leaves with 0", windows.run(str(elsewhere / "uninstall.exe"), "/S", "/REMOVEDATA") == 0)
    windows.settle()
    check("and nothing", not elsewhere.exists() and not data.exists())

    check("an installation for everybody leaves with 0", windows.run(str(second), "/S", "/ALLUSERS") == 0)
    everybody = windows.drive / "Program Files/Kiosk Gallery"
    check("in Program Files", (everybody / "kiosk-gallery.exe").is_file())
    check("with the computer's settings", (windows.drive / "ProgramData/kiosk-gallery/config.yaml").is_file())
    check("listed for the computer", windows.value("HKLM", ABOUT, "DisplayName") == "Kiosk Gallery")
    check("its removal leaves with 0", windows.run(str(everybody / "uninstall.exe"), "/S") == 0)
    windows.settle()
    check("and the settings", not everybody.exists() and (windows.drive / "ProgramData/kiosk-gallery/config.yaml").is_file())


if __name__ == "__main__":
    main()
