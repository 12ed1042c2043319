"""The installer for Windows: `python packaging/windows/build.py TREE -o DIR`.

TREE is what `packaging/freeze` makes on Windows: `kiosk-gallery.exe`, `kiosk.exe` and the folder `program`. Needs
makensis (NSIS 3) in PATH, on Windows or Linux; with `--icon` an .ico file, with `--documents` their folder.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NAME = "kiosk-gallery"
PROGRAMS = (f"{NAME}.exe", "kiosk.exe")
BESIDE = ("shell-launcher.xml", "assigned-access.xml", "keyboard-filter.txt", "keyboard-filter.ps1", "kiosk.reg")
"""What is to be told to Windows, in the folder `lock-down` of the installed program."""


def version() -> str:
    """The program's own."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def settings() -> str:
    """The settings as they come. Their schema lies inside the program, and wherever that is installed."""
    return (ROOT / "config.yaml").read_text("utf-8").partition("\n")[2].lstrip()


def stage(tree: Path, folder: Path, documents: Path | None) -> None:
    """Lay out in `folder` what is installed."""
    shutil.copytree(tree, folder)
    (folder / "lock-down").mkdir()
    for name in BESIDE:
        shutil.copy(HERE / name, folder / "lock-down" / name)
    (folder / "LICENSE.txt").write_bytes((ROOT / "LICENSE").read_bytes())
    if documents:
        shutil.copytree(documents, folder / "documents")


def files_below(folder: Path) -> list[Path]:
    """The files in a folder, those of one folder after another."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(files, key=lambda path: (str(path.parent), path.name))


def install_lines(folder: Path) -> Iterator[str]:
    """What brings each file of `folder` to $INSTDIR."""
    last = None
    for file in files_below(folder):
        if file.parent != last:
            last = file.parent
            yield f'SetOutPath "{_there(folder, last)}"'
        yield f'File "{file}"'  # where it is now, which holds no variables


def uninstall_lines(folder: Path) -> Iterator[str]:
    """What takes each of them away, and each folder that is empty then."""
    yield from (f'Delete "{_there(folder, file)}"' for file in files_below(folder))
    folders = sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True)
    yield from (f'RMDir "{_there(folder, path)}"' for path in folders)


def _there(folder: Path, path: Path) -> str:
    inside = "\\".join(path.relative_to(folder).parts)
    return f"$INSTDIR\\{_quoted(inside)}" if inside else "$INSTDIR"


def _quoted(words: str) -> str:
    return words.replace("$", "$$").replace('"', '$\\"')


def make_installer(staged: Path, made: Path, work: Path, icon: Path | None, *, quick: bool = False) -> None:
    """Have the installer compiled. Every warning is an error."""
    (work / "install.nsh").write_text("\n".join(install_lines(staged)) + "\n", "utf-8")
    (work / "uninstall.nsh").write_text("\n".join(uninstall_lines(staged)) + "\n", "utf-8")
    (work / "config.yaml").write_text(settings(), "utf-8")
    number = version()
    defined = {
        "VERSION": number,
        "NUMBERS": ".".join([*number.split("."), "0", "0", "0"][:4]),
        "OUTPUT": str(made),
        "FILES": str(work),
        "SETTINGS": str(work / "config.yaml"),
        "KILOBYTES": str(sum(file.stat().st_size for file in files_below(staged)) // 1024),
    }
    if icon:
        defined["ICON"] = str(icon.resolve())
    if quick:
        defined["QUICK"] = ""
    makensis = shutil.which("makensis") or sys.exit("makensis is missing: apt-get install nsis, or choco install nsis")
    words = [f"-D{name}={value}" for name, value in defined.items()]
    command = [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(HERE / f"{NAME}.nsi")]
    subprocess.run(command, check=True)  # noqa: S603 - a tool, with our own paths


def main() -> int:
    """Build what the command line asks for, and tell the files."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("tree", type=Path, help="the frozen program")
    parser.add_argument("-o", "--output", type=Path, default=Path("dist"), help="where it goes")
    parser.add_argument("--icon", type=Path, help="an .ico for the installer")
    parser.add_argument("--documents", type=Path, help="what packaging/documents.py has made")
    parser.add_argument("--quick", action="store_true", help="hardly compressed, to try something")
    asked = parser.parse_args()
    for name in PROGRAMS:
        if not (asked.tree / name).is_file():
            parser.error(f"{asked.tree} has no {name}: name what `python packaging/freeze` has made on Windows")
    output = asked.output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    made = output / f"{NAME}-{version()}-setup.exe"
    with tempfile.TemporaryDirectory(prefix="kiosk-windows-") as folder:
        staged = Path(folder, "staged")
        stage(asked.tree, staged, asked.documents)
        make_installer(staged, made, Path(folder), asked.icon, quick=asked.quick)
    sys.stdout.write(f"{made}  {made.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
