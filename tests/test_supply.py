"""What the program is made of: locked by hash, listed, and under licences that are allowed."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")


@cache
def sbom() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sbom", ROOT / "packaging" / "sbom.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["sbom"] = module
    spec.loader.exec_module(module)
    return module


def listed(lock: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """What the script prints of a lock."""
    monkeypatch.setattr(sys, "argv", ["sbom.py", str(ROOT / lock)])
    assert sbom().main() == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("lock", LOCKS)
def test_the_list_of_parts_is_cyclonedx_and_names_all_that_is_locked_with_its_hashes(
    lock: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = listed(lock, capsys, monkeypatch)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    told: dict[str, Any] = json.loads(text)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    locked = set(re.findall(r"(?m)^([\w.-]+)==([\w.+!-]+)", (ROOT / lock).read_text("utf-8")))
    parts = told["components"]
    assert {(part["name"], part["version"]) for part in parts} == locked
    assert all(part["hashes"] and part["licenses"] and part["purl"].startswith("pkg:pypi/") for part in parts)
    (program,) = [each for each in told["dependencies"] if each["ref"] == "kiosk-gallery"]
    assert len(program["dependsOn"]) == len(locked)


def test_the_same_lock_gives_the_same_list(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert listed(LOCKS[0], capsys, monkeypatch) == listed(LOCKS[0], capsys, monkeypatch)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_licence_is_allowed(lock: str) -> None:
    for package in sbom().packages(ROOT / lock):
        named = set(re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", sbom().licence(package.name))) - {""}
        assert named <= sbom().allowed(), f"{package.name}: {named}; see packaging/licences.toml"


def test_a_package_of_which_no_licence_is_known_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text(f"nobody-knows==1.0 \\\n    --hash=sha256:{'0' * 64}\n")
    monkeypatch.setattr(sys, "argv", ["sbom.py", str(lock)])
    assert sbom().main() == 1
    assert "the licence of nobody-knows is not known" in capsys.readouterr().err


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_locked_by_hash_and_installed_only_so(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    entries = [entry for entry in re.split(r"(?m)^(?=[\w.-]+==)", text) if entry]
    assert entries
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)
    assert not re.search(r"(?m)^(?![\w.-]+==| {4}--hash=sha256:[0-9a-f]{64})", text.strip())
    assert '"--no-deps", "--require-hashes", "-r"' in (ROOT / "run.py").read_text("utf-8")


def test_the_threat_model_names_what_it_promises() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    for word in ("## Threat model", "## Reporting", "7 days", "Pillow", "PyYAML", "PySide6", "STRIDE"):
        assert word in text, word
    for path in re.findall(r"`((?:kiosk|docs|tests|packaging)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), path
