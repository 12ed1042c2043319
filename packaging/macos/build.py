"""A disk image to install from: `python packaging/macos/build.py "DIR/Kiosk Gallery.app" -o DIR`. On a Mac alone.

Kiosk Gallery.app is what `packaging/freeze` makes there. Needs hdiutil and codesign, which every Mac has. `--sign`
names a Developer ID to sign with; without one the program is signed by nobody, as the README tells.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TITLE = "Kiosk Gallery"
BESIDE = ("org.kiosk-gallery.kiosk.plist", "README.md")
"""What goes onto the image beside the program."""


def version() -> str:
    """The program's own."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def stage(application: Path, folder: Path) -> None:
    """Lay out what is on the image: the program, and a link to where it is to be dragged."""
    shutil.copytree(application, folder / application.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    for name in BESIDE:
        shutil.copy(HERE / name, folder / name)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")


def commands(application: Path, staged: Path, made: Path, identity: str) -> list[list[str]]:
    """What is to be run, in order: signing ("-" is nobody), checking, and making the image."""
    hardened = ["--options", "runtime", "--timestamp"] if identity != "-" else []
    return [
        ["codesign", "--force", "--deep", *hardened, "--sign", identity, str(staged / application.name)],
        ["codesign", "--verify", "--deep", "--strict", str(staged / application.name)],
        [
            "hdiutil",
            "create",
            "-volname",
            TITLE,
            "-srcfolder",
            str(staged),
            "-fs",
            "HFS+",
            "-format",
            "UDZO",
            str(made),
        ],
        ["hdiutil", "verify", str(made)],
    ]


def main() -> int:
    """Build what the command line asks for, and tell the file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("application", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("dist"), help="where the image goes")
    parser.add_argument("--sign", default="-", help="the identity of a Developer ID")
    asked = parser.parse_args()
    if not (asked.application / "Contents" / "MacOS").is_dir():
        parser.error(f"{asked.application} is no program: name what `python packaging/freeze` has made on a Mac")
    asked.output.mkdir(parents=True, exist_ok=True)
    made = asked.output / f"kiosk-gallery-{version()}.dmg"
    made.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="kiosk-dmg-") as folder:
        staged = Path(folder, "image")
        staged.mkdir()
        stage(asked.application, staged)
        for command in commands(asked.application, staged, made, asked.sign):
            subprocess.run(command, check=True)  # noqa: S603 - the system's own tools
    sys.stdout.write(f"{made}  {made.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
