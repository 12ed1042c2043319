"""Both Debian packages, from the frozen program: `python packaging/debian/build.py TREE -o DIR`.

TREE is what `packaging/freeze` has made: the program `kiosk-gallery` and its folder `program`. Needs dpkg-deb and the
extra `dev`, and neither root nor a network. The same tree gives the same packages, byte by byte: all their times are
SOURCE_DATE_EPOCH, or when what is built was committed.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
import tomllib
from email.utils import formatdate
from pathlib import Path
from string import Template
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAM, SESSION = "kiosk-gallery", "kiosk-gallery-session"
FROZEN = f"usr/lib/{PROGRAM}"
SETTINGS = f"etc/{PROGRAM}/config.yaml"
INSIDE = "program"
"""Where the frozen program has all that is not its executable."""
SCHEMA = f"/{FROZEN}/{INSIDE}/kiosk/_assets/schemas/config.schema.json"
SCRIPTS = ("preinst", "postinst", "prerm", "postrm")
MAINTAINER = "The Kiosk Gallery authors <kiosk-gallery@example.org>"
OTHER_NAMES = {"libglib2.0-0": "libglib2.0-0t64 | libglib2.0-0"}
"""What packages are called elsewhere: Debian 13, Ubuntu 24.04."""
LINKED = HERE.parent / "linux-run" / "libraries.txt"
"""What the frozen program is linked to; the second column has Debian's packages."""


class Build(NamedTuple):
    """What is the same for both packages. `epoch`: seconds since 1970 of everything in them."""

    version: str
    epoch: int
    maintainer: str
    compression: str


def version(revision: int) -> str:
    """The version of the packages: the program's own, and how often that was packed."""
    return f"{tomllib.loads((ROOT / 'pyproject.toml').read_text('utf-8'))['project']['version']}-{revision}"


def depends(tree: Path) -> str:
    """What the program needs from the system: what `run.py` looks for, what it is linked to, and its C library."""
    loaded = runpy.run_path(str(ROOT / "run.py"))["LIBRARIES"].values()
    linked = [line.split()[1] for line in LINKED.read_text("utf-8").splitlines() if line[:3] == "lib"]
    wanted = dict.fromkeys(OTHER_NAMES.get(each, each) for each in (*loaded, *linked) if each != "libc6")
    return ", ".join((f"libc6 (>= {glibc(tree)})", *wanted))


def glibc(tree: Path) -> str:
    """The oldest C library that has every symbol that is asked for."""
    newest = 34  # what Qt's wheels are built for
    for file in tree.rglob("*"):
        if file.is_file() and (content := file.read_bytes())[:4] == b"\x7fELF":
            newest = max(newest, *map(int, re.findall(rb"GLIBC_2\.(\d+)\0", content)), 0)
    return f"2.{newest}"


def listed(package: str) -> dict[str, Path]:
    """What a package's `.install` file says: where, and from which file."""
    lines = (HERE / f"{package}.install").read_text("utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {target: ROOT / source for source, target in pairs}


def put(target: Path, content: str | bytes) -> None:
    """Write a file, with its folders."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content if isinstance(content, bytes) else content.encode())


def packed(content: str | bytes) -> bytes:
    """As gzip, the same each time."""
    return gzip.compress(content if isinstance(content, bytes) else content.encode(), 9, mtime=0)


def stage(package: str, build: Build, staged: Path) -> None:
    """Lay out what both packages have alike."""
    for target, source in listed(package).items():
        put(staged / target, source.read_bytes())
        (staged / target).chmod(0o755 if os.access(source, os.X_OK) else 0o644)
    documents = staged / "usr/share/doc" / package
    put(documents / "copyright", copyright_of(package))
    entry = f"{package} ({build.version}) stable; urgency=medium\n\n  * See changelog.gz for what has changed.\n\n"
    put(documents / "changelog.Debian.gz", packed(f"{entry} -- {build.maintainer}  {formatdate(build.epoch)}\n"))
    put(documents / "changelog.gz", packed((ROOT / "CHANGELOG.md").read_bytes()))


def stage_program(tree: Path, build: Build, staged: Path) -> None:
    """Lay out the program."""
    shutil.copytree(tree, staged / FROZEN, symlinks=True)
    stage(PROGRAM, build, staged)
    (staged / f"usr/bin/{PROGRAM}").symlink_to("kiosk")
    first, _, rest = (ROOT / "config.yaml").read_text("utf-8").partition("\n")
    put(staged / SETTINGS, f"{first.partition('$schema=')[0]}$schema=file://{SCHEMA}\n{rest}")
    manual = staged / "usr/share/man/man1"
    run("manpage.py", "--date", str(build.epoch), "-o", str(_made(manual) / "kiosk.1"))
    put(manual / "kiosk.1.gz", packed((manual / "kiosk.1").read_bytes()))
    (manual / "kiosk.1").unlink()
    (manual / f"{PROGRAM}.1.gz").symlink_to("kiosk.1.gz")
    documents = staged / f"usr/share/doc/{PROGRAM}"
    run("documents.py", str(documents / "html"))
    run("sbom.py", "-o", str(documents / f"{PROGRAM}.cdx.json"))
    _tell_release(staged, build)


def _tell_release(staged: Path, build: Build) -> None:
    (about,) = (staged / "usr/share/metainfo").iterdir()
    release = f'<release version="{build.version.partition("-")[0]}" timestamp="{build.epoch}"/>'
    text = about.read_text("utf-8")
    put(about, text.replace("  <content_rating", f"  <releases>\n    {release}\n  </releases>\n  <content_rating"))


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def run(script: str, *arguments: str) -> None:
    """Run a script of `packaging/`."""
    subprocess.run([sys.executable, str(HERE.parent / script), *arguments], check=True, stdout=subprocess.DEVNULL)


def copyright_of(package: str) -> str:
    """Who has which rights: ours, and for the program those of what is frozen with it."""
    terms = (ROOT / "LICENSE").read_text("utf-8").split("\n\n", 2)[2].strip()
    ours = "\n".join(f" {line}" if line else " ." for line in terms.splitlines())
    told = Template((HERE / "copyright").read_text("utf-8")).substitute(
        terms=ours, inside=f"{FROZEN}/{INSIDE}", parts=parts()
    )
    return told if package == PROGRAM else told.partition("\n\nFiles: usr/")[0] + "\n"


def parts() -> str:
    """The packages that are frozen with the program, a line each, with their licences."""
    sys.path.insert(0, str(HERE.parent))
    from sbom import LOCK, licence, packages  # noqa: PLC0415 - a script beside this folder

    return "\n".join(f" {each.name} {each.version}: {licence(each.name)}" for each in packages(LOCK) if not each.marker)


def control(package: str, build: Build, staged: Path, tree: Path) -> str:
    """A package's stanza of the control file."""
    stanzas = (HERE / "control").read_text("utf-8").split("\n\n")
    (stanza,) = (each for each in stanzas if each.startswith(f"Package: {package}\n"))
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    kilobytes = sum(-(-file.lstat().st_size // 1024) for file in staged.rglob("*"))
    known = {"version": build.version, "architecture": architecture, "maintainer": build.maintainer}
    return Template(stanza).substitute(known, size=kilobytes, libraries=depends(tree)).rstrip() + "\n"


def close(package: str, build: Build, staged: Path, tree: Path, folder: Path) -> Path:
    """Make the package of what is laid out. Its file."""
    sums = [
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(staged)}\n"
        for file in sorted(staged.rglob("*"))
        if file.is_file() and not file.is_symlink() and not file.is_relative_to(staged / "etc")
    ]
    about = control(package, build, staged, tree)
    put(staged / "DEBIAN/control", about)
    put(staged / "DEBIAN/md5sums", "".join(sums))
    if (staged / "etc").is_dir():
        files = sorted(file for file in (staged / "etc").rglob("*") if file.is_file())
        put(staged / "DEBIAN/conffiles", "".join(f"/{file.relative_to(staged)}\n" for file in files))
    for script in SCRIPTS:
        source = HERE / f"{package}.{script}"
        if source.exists():
            put(staged / f"DEBIAN/{script}", source.read_bytes())
            (staged / f"DEBIAN/{script}").chmod(0o755)
    _settle(staged, build.epoch)
    name = f"{package}_{build.version}_{re.findall('Architecture: (.+)', about)[0]}.deb"
    command = ["dpkg-deb", "--root-owner-group", "--threads-max=2", *build.compression.split(), "--build"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(build.epoch)}
    subprocess.run([*command, str(staged), str(folder / name)], check=True, env=environment, stdout=subprocess.DEVNULL)
    return folder / name


def _settle(staged: Path, epoch: int) -> None:
    """Modes and times that do not depend on who builds. What is frozen is read; only the program itself is started."""
    inside = staged / FROZEN / INSIDE
    for path in (staged, *staged.rglob("*")):
        if not path.is_symlink():
            started = path.stat().st_mode & 0o100 and not path.is_relative_to(inside)
            path.chmod(0o755 if path.is_dir() or started else 0o644)
    for path in (staged, *staged.rglob("*")):
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def main() -> int:
    """Build what the command line asks for, and tell the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tree", type=Path, help="the frozen program")
    parser.add_argument("-o", "--output", type=Path, default=Path("dist"), help="where the packages go")
    parser.add_argument("--revision", type=int, default=1, help="how often this version was packed")
    parser.add_argument("--quick", action="store_true", help="hardly compressed, to try something")
    asked = parser.parse_args()
    if not os.access(asked.tree / PROGRAM, os.X_OK) or not (asked.tree / INSIDE).is_dir():
        parser.error(f"{asked.tree} has no {PROGRAM} and no {INSIDE}/: name what `python packaging/freeze` has made")
    committed = subprocess.check_output(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], text=True)
    build = Build(
        version(asked.revision),
        int(os.environ.get("SOURCE_DATE_EPOCH") or committed),
        os.environ.get("KIOSK_MAINTAINER", MAINTAINER),
        "-Zgzip -z1" if asked.quick else "-Zxz -z6",
    )
    _made(asked.output)
    with tempfile.TemporaryDirectory(prefix="kiosk-debs-") as folder:
        program, session = Path(folder, PROGRAM), Path(folder, SESSION)
        stage_program(asked.tree, build, program)
        stage(SESSION, build, session)
        for package, staged in ((PROGRAM, program), (SESSION, session)):
            made = close(package, build, staged, asked.tree, asked.output)
            print(f"{made}  {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
