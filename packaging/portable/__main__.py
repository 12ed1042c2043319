"""A folder to be carried about on a stick: `python packaging/portable -o DIR --linux TREE [--windows TREE]`.

Makes DIR/kiosk-gallery-portable-VERSION.zip, and with a Linux program a .tar.gz of the same, from programs that were
frozen (see packaging/freeze). One folder serves both systems, with one exhibition beside them.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NAME = "kiosk-gallery"
STARTS = {"kiosk-gallery", "start-linux.sh", "check-system.sh"}
"""What may be executed; the rest is read."""
_SYSTEM = ROOT / "packaging" / "linux-run"
_FOREVER = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can tell; the same for the same files."""


def main() -> int:
    """Pack it; 0 when that is done."""
    parser = argparse.ArgumentParser(prog="python packaging/portable", description=__doc__.partition("\n")[0])
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist", help="where it goes; dist/")
    parser.add_argument("--linux", type=Path, metavar="TREE", help="the program, frozen on Linux")
    parser.add_argument("--windows", type=Path, metavar="TREE", help="the program, frozen on Windows")
    asked = parser.parse_args()
    if not (asked.linux or asked.windows):
        parser.error("name a program: --linux or --windows")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    asked.output.mkdir(parents=True, exist_ok=True)
    files = dict(contents(asked.linux, asked.windows))
    made = [asked.output / f"{NAME}-portable-{version}.zip"]
    write_zip(made[0], files)
    if asked.linux:
        made.append(made[0].with_suffix(".tar.gz"))
        write_tar(made[1], files)
    for file in made:
        sys.stdout.write(f"{file}: {file.stat().st_size / 1e6:.1f} MB\n")
    return 0


def contents(linux: Path | None, windows: Path | None) -> Iterator[tuple[str, Path]]:
    """Each file of the folder by its path in it, and where it is taken from."""
    yield "portable.txt", HERE / "portable.txt"
    yield "exhibition/put it here.txt", HERE / "exhibition.txt"
    if linux:
        yield "start-linux.sh", HERE / "start-linux.sh"
        for name in ("check-system.sh", "libraries.txt"):
            yield f"linux/{name}", _SYSTEM / name
    for system, tree in (("linux", linux), ("windows", windows)):
        for path in sorted(tree.rglob("*")) if tree else ():
            if path.is_file():
                yield f"{system}/{path.relative_to(tree).as_posix()}", path


def write_zip(file: Path, files: dict[str, Path]) -> None:
    """The folder as a zip archive, which every system opens."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in {**files, **_builds(files)}.items():
            entry = zipfile.ZipInfo(f"{NAME}/{name}", _FOREVER)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, so that the mode counts
            entry.external_attr = (0o100000 | _mode(name)) << 16
            with archive.open(entry, "w") as to:
                if isinstance(content, bytes):
                    to.write(content)
                else:
                    with content.open("rb") as source:
                        shutil.copyfileobj(source, to)


def write_tar(file: Path, files: dict[str, Path]) -> None:
    """The folder as an archive that keeps on Linux what may be executed, whatever unpacks it."""
    with tempfile.TemporaryDirectory() as folder, tarfile.open(file, "w:gz", compresslevel=6) as archive:
        for name, content in {**files, **_builds(files)}.items():
            source = content
            if isinstance(content, bytes):
                source = Path(folder, "build")
                source.write_bytes(content)
            entry = archive.gettarinfo(source, f"{NAME}/{name}")
            entry.mode, entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = _mode(name), 1, 0, 0, "", ""
            entry.type, entry.size = tarfile.REGTYPE, source.stat().st_size
            with source.open("rb") as read:
                archive.addfile(entry, read)


def _builds(files: dict[str, Path]) -> dict[str, bytes]:
    """What tells one build for Linux from another: all its files, by name and content."""
    content = hashlib.sha256()
    own = {name: path for name, path in files.items() if name.startswith("linux/")}
    for name, path in own.items():
        content.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return {"linux/build.txt": f"{content.hexdigest()}\n".encode()} if own else {}


def _mode(name: str) -> int:
    return 0o755 if name.rpartition("/")[2] in STARTS else 0o644


if __name__ == "__main__":
    sys.exit(main())
