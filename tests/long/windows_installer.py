"""Install, upgrade and remove the program by its installer, under wine: `python tests/long/windows_installer.py`.

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
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
WINE = shutil.which("wine64") or "/usr/lib/wine/wine64"
SERVER = shutil.which("wineserver") or "/usr/lib/wine/wineserver64"
RUNS = Path("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/cmd.exe")
ABOUT = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Kiosk Gallery"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
CLASSES = r"Software\Classes"
CLASS = rf"{CLASSES}\KioskGallery.Exhibition"
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
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
        self.environment = {**os.environ, "WINEPREFIX": str(folder), "WINEDEBUG": "-all"}
        self.environment.pop("DISPLAY", None)
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win7")
        (self.home,) = (each for each in (self.drive / "users").iterdir() if each.name != "Public")

    def run(self, *command: str | Path) -> int:
        words = [WINE, *map(str, command)]
        return subprocess.run(words, env=self.environment, check=False, timeout=300, **QUIET).returncode

    def start(self, program: Path) -> subprocess.Popen[bytes]:
        started = subprocess.Popen([WINE, str(program)], env=self.environment, stdin=subprocess.PIPE, **QUIET)
        time.sleep(3)
        return started

    def value(self, half: str, key: str, name: str = "") -> str | None:
        """A value of the registry; None where there is none."""
        words = [WINE, "reg", "query", rf"{half}\{key}", *(["/v", name] if name else ["/ve"]), "/reg:64"]
        done = subprocess.run(words, env=self.environment, check=False, capture_output=True, timeout=60)
        found = re.search(r"REG_\w+\s+(.*?)\s*$", done.stdout.decode("utf-8", "replace"), re.MULTILINE)
        return found[1] if done.returncode == 0 and found else None

    def settle(self) -> None:
        """Wait for what a process has started and not waited for: an uninstaller goes on as a copy of itself."""
        subprocess.run([SERVER, "-w"], env=self.environment, check=False)
        time.sleep(2)


def below(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}


def check(words: str, truth: object) -> None:
    print(f"{'ok  ' if truth else 'NOT '} {words}", flush=True)
    if not truth:
        sys.exit(1)


@dataclass
class Proof:
    """Two versions of an installer, and what the first one brings."""

    windows: Windows
    first: Path
    second: Path
    files: set[str]

    def __post_init__(self) -> None:
        home = self.windows.home / "AppData"
        self.there, self.data = home / "Local/Programs/Kiosk Gallery", home / "Local/kiosk-gallery"
        self.settings = self.data / "config.yaml"
        self.shortcut = home / "Roaming/Microsoft/Windows/Start Menu/Programs/Kiosk Gallery.lnk"
        folder = rf"C:\users\{self.windows.home.name}\AppData\Local\Programs\Kiosk Gallery"
        self.program = rf'"{folder}\kiosk-gallery.exe"'

    def mine(self, key: str, name: str = "") -> str | None:
        return self.windows.value("HKCU", key, name)

    def autostart(self) -> str | None:
        return self.mine(RUN, "Kiosk Gallery")

    def installs(self) -> None:
        check("Windows 7 is too old: 2", self.windows.run(self.first, "/S") == 2 and not self.there.exists())
        self.windows.run("winecfg", "-v", "win10")
        began = time.monotonic()
        check("a silent installation leaves with 0", self.windows.run(self.first, "/S") == 0)
        print(f"      in {time.monotonic() - began:.1f} s, {len(self.files)} files", flush=True)
        check("all files are there, and nothing else", below(self.there) == self.files | {"uninstall.exe"})
        check("the settings are there, without a schema", "$schema" not in self.settings.read_text("utf-8"))
        check("the Start menu has an entry", self.shortcut.is_file())
        check("nothing starts at sign-in", self.autostart() is None)
        check("a .kiosk file is opened by it", self.mine(rf"{CLASSES}\.kiosk") == "KioskGallery.Exhibition")
        opened = self.mine(rf"{CLASS}\shell\open\command")
        check("in a window, with the file", opened == f'{self.program} --windowed "%1"')
        check("Windows lists it", self.mine(ABOUT, "DisplayVersion") == build_script().version())
        check("for this account alone", self.windows.value("HKLM", ABOUT, "DisplayName") is None)

    def leaves_alone_what_runs(self) -> None:
        self.settings.write_text("exhibition: ours\n")
        for name in ("content/current.json", "Cache/tile.jpg"):
            (self.data / name).parent.mkdir()
            (self.data / name).write_text("{}")
        (self.there / "mine.txt").write_text("what somebody has put there")
        running = self.windows.start(self.there / "kiosk-gallery.exe")
        check("while it runs nothing is replaced: 2", self.windows.run(self.second, "/S") == 2)
        check("and all of it stays", below(self.there) == self.files | {"uninstall.exe", "mine.txt"})
        running.communicate(b"exit\r\n", timeout=30)

    def upgrades(self) -> None:
        check("an upgrade leaves with 0", self.windows.run(self.second, "/S", "/AUTOSTART", "/NOMENU") == 0)
        names = below(self.there)
        check("what is new is there, what is old is not", "program/new.txt" in names and "program/old.txt" not in names)
        check("the settings are as they were written", self.settings.read_text() == "exhibition: ours\n")
        check("so are exhibitions and cache", {"content/current.json", "Cache/tile.jpg"} < below(self.data))
        check("it starts at sign-in, as was wished", self.autostart() == f"{self.program} run --supervised")
        check("and has no entry in the Start menu", not self.shortcut.exists())
        check("Windows lists the new version", self.mine(ABOUT, "DisplayVersion") == "0.2.0")
        check("the next upgrade leaves with 0", self.windows.run(self.second, "/S") == 0)
        check("and keeps what was chosen", self.autostart() and not self.shortcut.exists())

    def goes(self) -> None:
        check("the removal leaves with 0", self.windows.run(self.there / "uninstall.exe", "/S") == 0)
        self.windows.settle()
        check("nothing is left but what is somebody's", below(self.there) == {"mine.txt"})
        check("nor in the registry", not any(map(self.mine, (rf"{CLASSES}\.kiosk", CLASS))))
        check("nor at sign-in, nor listed", not self.autostart() and not self.mine(ABOUT, "DisplayName"))
        kept = {"config.yaml", "content/current.json"}
        check("settings and exhibitions stay, the cache goes", below(self.data) == kept)

    def goes_elsewhere_and_for_good(self) -> None:
        folder = "Ausstellung-öffnen"
        check("another folder is taken", self.windows.run(self.second, "/S", f"/D=C:\\{folder}") == 0)
        elsewhere = self.windows.drive / folder
        check("with everything", (elsewhere / "program/new.txt").is_file())
        check("the settings are still as they were", self.settings.read_text() == "exhibition: ours\n")
        gone = self.windows.run(elsewhere / "uninstall.exe", "/S", "/REMOVEDATA")
        check("a removal of everything leaves with 0", gone == 0)
        self.windows.settle()
        check("and nothing", not elsewhere.exists() and not self.data.exists())

    def is_for_everybody(self) -> None:
        check("an installation for everybody leaves with 0", self.windows.run(self.second, "/S", "/ALLUSERS") == 0)
        there = self.windows.drive / "Program Files/Kiosk Gallery"
        settings = self.windows.drive / "ProgramData/kiosk-gallery/config.yaml"
        check("in Program Files", (there / "kiosk-gallery.exe").is_file())
        check("with the computer's settings", settings.is_file() and not self.settings.exists())
        check("listed for the computer", self.windows.value("HKLM", ABOUT, "DisplayName") == "Kiosk Gallery")
        check("its removal leaves with 0", self.windows.run(there / "uninstall.exe", "/S") == 0)
        self.windows.settle()
        check("and the settings", not there.exists() and settings.is_file())


def installers(work: Path, tree: Path | None, first: Path | None) -> tuple[Path, Path, set[str]]:
    """Both installers, and the files of the first."""
    build = build_script()
    (work / "lines").mkdir()
    build.stage(tree or small_tree(work / "tree"), staged := work / "staged", None)
    if first is None:
        build.make_installer(staged, first := work / "first.exe", work / "lines", None, quick=True)
    later = small_tree(work / "later")
    (later / "program" / "old.txt").rename(later / "program" / "new.txt")
    build.version = lambda: "0.2.0"
    build.stage(later, later_staged := work / "later-staged", None)
    build.make_installer(later_staged, second := work / "second.exe", work / "lines", None, quick=True)
    return first, second, below(staged)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tree", type=Path, help="a larger program than the small one")
    parser.add_argument("--installer", type=Path, help="what packaging/windows/build.py has made of it")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-wine-", ignore_cleanup_errors=True) as folder:
        made = installers(Path(folder), asked.tree, asked.installer)
        windows = Windows(Path(folder, "wine"))
        proof = Proof(windows, *made)
        proof.installs()
        proof.leaves_alone_what_runs()
        proof.upgrades()
        proof.goes()
        proof.goes_elsewhere_and_for_good()
        proof.is_for_everybody()
        windows.run("wineboot", "-k")
        windows.settle()


if __name__ == "__main__":
    main()
