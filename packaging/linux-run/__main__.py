"""One file for any Linux and for people without root: `python packaging/linux-run -o DIR` makes it.

Packs the frozen program of `--tree` (see packaging/freeze) with makeself (Debian: makeself), as a shell script with a
gzip archive behind it. A library that the program needs and libraries.txt does not know ends it with 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DESKTOP = tuple(
    ROOT / "packaging" / each
    for each in ("debian/kiosk-gallery.desktop", "debian/kiosk-gallery.mime.xml", "icons/kiosk-gallery.svg")
)
"""The entry for the desktop's menu, the type of .kiosk files, the icon."""
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")


def main() -> int:
    """Pack it; 0 when that is done."""
    parser = argparse.ArgumentParser(prog="python packaging/linux-run", description=__doc__.partition("\n")[0])
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist", help="where it goes; dist/")
    parser.add_argument("--tree", type=Path, default=ROOT / "dist" / "kiosk-gallery", help="the frozen program; dist/")
    asked = parser.parse_args()
    unknown = needed(asked.tree) - known()
    if unknown:
        sys.stderr.write(f"libraries.txt does not tell which packages have {', '.join(sorted(unknown))}\n")
        return 1
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    file = asked.output / f"kiosk-gallery-{version}-{platform.machine()}.run"
    asked.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kiosk-run-", dir=asked.output) as folder:
        lay_out(asked.tree, Path(folder))
        command = ["makeself", "--gzip", "--nox11", "--sha256", "--nomd5", "--nocrc", "--quiet", "--tar-format", "gnu"]
        extra = ["--tar-extra", "--owner=0 --group=0 --numeric-owner --sort=name --mtime=@1"]
        words = [folder, str(file), "Kiosk Gallery", "./setup.sh"]
        if subprocess.call([*command, *extra, *words]):  # noqa: S603 - our own tool
            return 1
    sys.stdout.write(f"{file}: {file.stat().st_size / 1e6:.1f} MB\n")
    return 0


def lay_out(tree: Path, folder: Path) -> None:
    """Put what is packed into a folder: the program, who sets it up, and what says which build it is."""
    shutil.copytree(tree, folder, symlinks=True, dirs_exist_ok=True, copy_function=_link)
    for name in ("setup.sh", "check-system.sh", "libraries.txt"):
        shutil.copy(HERE / name, folder / name)
    (folder / "setup.sh").chmod(0o755)
    (folder / "desktop").mkdir()
    for path in DESKTOP:
        shutil.copy(path, folder / "desktop")
    (folder / "build.txt").write_text(f"{digest(folder)}\n", "utf-8")


def digest(folder: Path) -> str:
    """What tells one build from another: all its files, by name and content."""
    content = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content.update(path.relative_to(folder).as_posix().encode() + b"\0")
        content.update(hashlib.sha256(path.read_bytes()).digest())
    return content.hexdigest()


def needed(tree: Path) -> set[str]:
    """The libraries that a frozen program takes from the system. Asks readelf (binutils)."""
    files = [path for path in tree.rglob("*") if path.is_file() and (".so" in path.name or path.parent == tree)]
    told = subprocess.run(["readelf", "-d", *files], capture_output=True, text=True, check=False)  # noqa: S603, S607
    return set(_NEEDED.findall(told.stdout)) - {path.name for path in files} - {"ld-linux-x86-64.so.2"}


def known() -> set[str]:
    """The libraries of libraries.txt."""
    lines = (HERE / "libraries.txt").read_text("utf-8").splitlines()
    return {line.split()[0] for line in lines if line and not line.startswith("#")}


def _link(source: str, destination: str) -> None:
    """A second name for a file instead of a copy, where the disk has that."""
    try:
        os.link(source, destination)
    except OSError:
        shutil.copy2(source, destination)


if __name__ == "__main__":
    sys.exit(main())
