"""Freeze the program into a folder that needs no Python: `python packaging/freeze -o DIR` makes DIR/kiosk-gallery.

The Python that runs this is the one that is frozen. Needs pip's index (or PIP_NO_INDEX and PIP_FIND_LINKS) the first
time; on Linux also `strip` (binutils). A file that is on no list of `allowed/`, or one that should be there and is
not, ends it with 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
import icu
from allowing import PROGRAM, files_of, judge, rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LOCK = HERE / "requirements.lock"
NAME = "kiosk-gallery"
MOST_MB = 165
"""Megabytes (10^6 bytes) that the program may take on a disk; more on a Mac, where each library is there twice."""
BUNDLE = "Kiosk Gallery.app"
ICONS = {"win32": "icon.ico", "darwin": "icon.icns"}
_EXECUTABLE = f"{NAME}.exe" if os.name == "nt" else NAME


class Failed(Exception):
    """It could not be frozen; in words that say why."""


def main() -> int:
    """Freeze it; 0 when that is done and all is on the lists."""
    parser = argparse.ArgumentParser(prog="python packaging/freeze", description=__doc__.partition("\n")[0])
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist", help="where kiosk-gallery/ goes; dist/")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "freeze", help="kept for the next time; build/")
    asked = parser.parse_args()
    began = time.monotonic()
    try:
        tree = freeze(asked.output.resolve(), asked.work.resolve())
    except (Failed, icu.Unreadable, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    size = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir()) / 1e6
    say(f"{tree}: {size:.1f} MB in {len(files_of(tree))} files, frozen in {time.monotonic() - began:.0f} s")
    if size > MOST_MB and sys.platform != "darwin":
        sys.stderr.write(f"That is more than {MOST_MB} MB.\n")
        return 1
    return 0


def freeze(output: Path, work: Path) -> Path:
    """The program, frozen into a folder below `output`. Raises `Failed`."""
    work.mkdir(parents=True, exist_ok=True)
    python = prepared_python(work / "venv")
    ready = work / "ready"
    make_ready(ready, python)
    made = work / "made"
    run(
        [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"],
        ["--distpath", made, "--workpath", work / "pyinstaller", HERE / f"{NAME}.spec"],
        cwd=work,
        environment=_reproducible() | {"KIOSK_FREEZE_READY": str(ready), "KIOSK_VERSION": version()},
    )
    tree = made / NAME
    if sys.platform.startswith("linux"):
        strip(tree)
        forget_builder(tree, Path(sys.base_prefix, "lib"))
        for library in (tree / PROGRAM).glob("PySide6/Qt/lib/libicudata.so.*"):
            icu.make_small(library)
    verdict = judge(files_of(tree), rules())
    if verdict:
        raise Failed("\n".join(_told(verdict.unlisted, verdict.missing)))
    run([tree / _EXECUTABLE, "--version"], cwd=work)
    finished = output / NAME
    shutil.rmtree(finished, ignore_errors=True)
    shutil.copytree(tree, finished, symlinks=True)
    if sys.platform == "darwin":
        shutil.rmtree(output / BUNDLE, ignore_errors=True)
        shutil.copytree(made / BUNDLE, output / BUNDLE, symlinks=True)
    return finished


def version() -> str:
    """The program's own."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def prepared_python(venv: Path) -> Path:
    """The Python of an environment with exactly what the lock names."""
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = venv / "lock.sha256"
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != wanted:
        run([sys.executable, "-m", "venv", "--clear", venv])
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        run([*pip, "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", LOCK])
        stamp.write_text(wanted)
    return python


def make_ready(ready: Path, python: Path) -> None:
    """Put the interface there, each file with its compiled form beside it, as Qt looks for it first."""
    shutil.rmtree(ready, ignore_errors=True)
    qml = ready / "qml"
    shutil.copytree(ROOT / "kiosk" / "qml", qml)
    compiler = _of_qt(python, "qmlcachegen")
    for file in sorted(qml.rglob("*.qml")):
        run([compiler, "--only-bytecode", "-o", file.with_suffix(".qmlc"), file])
    for statistics in qml.rglob("*.aotstats"):
        statistics.unlink()
    if icon := ICONS.get(sys.platform):
        icons = HERE.parent / "icons"
        run([python, icons / "raster.py", icons / f"{NAME}.svg", "-o", ready / icon])


def strip(tree: Path) -> None:
    """Leave out of every library what only a debugger reads."""
    tool = shutil.which("strip")
    if not tool:
        raise Failed("strip is missing. On Debian and Ubuntu: apt-get install binutils")
    libraries = [path for path in sorted(tree.rglob("*")) if ".so" in path.name and not path.is_symlink()]
    run([tool, "--strip-unneeded", *libraries])


def forget_builder(tree: Path, libraries: Path) -> None:
    """Have no library look for others in `libraries`, where the Python of this computer has its own: in RUNPATH."""
    there = f"{libraries}\0".encode()
    beside = b"$ORIGIN".ljust(len(there), b"\0")
    for library in tree.rglob("*.so*"):
        content = library.read_bytes()
        if there in content and len(there) == len(beside):
            library.write_bytes(content.replace(there, beside))


def run(*command: Sequence[str | Path], cwd: Path | None = None, environment: dict[str, str] | None = None) -> None:
    """Run a program, without what is set for this Python. Raises `Failed`."""
    words = [str(word) for part in command for word in part]
    around = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(words, cwd=cwd, env=around | (environment or {}), check=False)  # noqa: S603 - our tools
    if done.returncode:
        raise Failed(f"{Path(words[0]).name} ended with {done.returncode}: {' '.join(words)[:300]}")


def say(words: str) -> None:
    """Tell how it goes."""
    print(words, flush=True)  # noqa: T201 - it talks to the terminal


def _reproducible() -> dict[str, str]:
    return {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1"}


def _of_qt(python: Path, tool: str) -> Path:
    """A tool that comes with Qt's package."""
    packages = python.parents[1]
    found = next((path for path in packages.rglob(f"{tool}*") if path.stem == tool and "PySide6" in path.parts), None)
    if found is None:
        raise Failed(f"{tool} is not in {packages}")
    return found


def _told(unlisted: Sequence[str], missing: Sequence[str]) -> Iterator[str]:
    if unlisted:
        yield "These are on no list in packaging/freeze/allowed/:"
        yield from (f"    {path}" for path in unlisted)
    if missing:
        yield "Nothing was found for these of its patterns:"
        yield from (f"    {pattern}" for pattern in missing)


if __name__ == "__main__":
    sys.exit(main())
