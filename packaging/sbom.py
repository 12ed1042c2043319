"""What the program is made of, as CycloneDX 1.6 in JSON: `python packaging/sbom.py [LOCK] [-o FILE]`.

Each package of a lock with its version, the hashes of its files, its licence and its package URL (purl). The licences
are those that packages state of themselves where they are installed (importlib.metadata), and those of `licences.toml`
where they say nothing that a program can read. The same lock gives the same file, byte by byte.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import re
import sys
import tomllib
import uuid
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
KNOWN = Path(__file__).with_name("licences.toml")
_PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.+!-]+)(?: ; (?P<marker>[^\\]+))?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


class Package(NamedTuple):
    """A package of a lock. `marker`: on which systems it is installed, empty for all."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def packages(lock: Path) -> Iterator[Package]:
    """Each package of a lock, in its order."""
    entries = re.split(r"(?m)^(?=[\w.-]+==)", lock.read_text("utf-8"))
    for entry in entries:
        found = _PINNED.match(entry)
        if found:
            marker = (found["marker"] or "").strip()
            yield Package(found["name"], found["version"], marker, tuple(_HASH.findall(entry)))


def licence(name: str) -> str:
    """The SPDX expression of a package's licence. Raises LookupError when nobody knows it."""
    known = tomllib.loads(KNOWN.read_text("utf-8"))
    if name in known["packages"]:
        return str(known["packages"][name])
    try:
        about = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        about = None
    stated = about.get("License-Expression") if about else None
    if stated:
        return str(stated)
    words = [*((about.get_all("Classifier") or []) if about else ()), (about.get("License") or "") if about else ""]
    for said in words:
        if said in known["said"]:
            return str(known["said"][said])
    raise LookupError(f"the licence of {name} is not known: write it into {KNOWN.name}")


def allowed() -> frozenset[str]:
    """The licences, as SPDX names them, under which what the program is made of may be."""
    return frozenset(tomllib.loads(KNOWN.read_text("utf-8"))["allowed"])


def bom(lock: Path) -> Bom:
    """All of it."""
    licences = LicenseFactory()
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    made = Bom(serial_number=uuid.UUID(bytes=sha256(lock.read_bytes()).digest()[:16], version=4))
    made.metadata.timestamp = datetime(2000, 1, 1, tzinfo=UTC)  # the same for the same lock
    program = Component(
        name=about["name"],
        version=about["version"],
        type=ComponentType.APPLICATION,
        bom_ref=about["name"],
        licenses=[licences.make_from_string(about["license"])],
    )
    made.metadata.component = program
    parts = [_component(package, licences) for package in packages(lock)]
    for part in parts:
        made.components.add(part)
    made.register_dependency(program, parts)
    return made


def _component(package: Package, licences: LicenseFactory) -> Component:
    purl = PackageURL("pypi", None, package.name, package.version)
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        scope=ComponentScope.OPTIONAL if package.marker else ComponentScope.REQUIRED,
        bom_ref=str(purl),
        purl=purl,
        licenses=[licences.make_from_string(licence(package.name))],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in package.hashes],
    )


def main() -> int:
    """Write it; 0 when that is done."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("lock", type=Path, nargs="?", default=LOCK)
    parser.add_argument("-o", "--output", type=Path, help="a file instead of the terminal")
    asked = parser.parse_args()
    try:
        text = JsonV1Dot6(bom(asked.lock)).output_as_string(indent=1) + "\n"
    except LookupError as unknown:
        sys.stderr.write(f"{unknown}\n")
        return 1
    if asked.output:
        asked.output.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
