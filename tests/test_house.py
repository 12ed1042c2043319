"""The house rules that the linters do not know."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORE = ("exhibition", "pictures", "visit", "staff", "fleet")
KINDS = {".py", ".qml", ".js", ".toml", ".yaml", ".yml", ".md", ".lock", ".svg", ".ini", ".json", ".sh", ".ts"}
NOT_OURS = {".git", ".venv", "build", "dist", "tour", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis"}


def committed() -> list[Path]:
    """The text files of the checkout, or of an unpacked source archive."""
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.suffix in KINDS and path.is_file() and not NOT_OURS.intersection(path.relative_to(ROOT).parts)
    ]


def contracts(package_root: Path) -> subprocess.CompletedProcess[str]:
    command = shutil.which("lint-imports", path=Path(sys.executable).parent)
    assert command
    environment = {**os.environ, "PYTHONPATH": str(package_root), "COLUMNS": "300"}
    return subprocess.run(
        [command, "--no-logo", "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=package_root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_run_one_way() -> None:
    checked = contracts(ROOT)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("wing", "statement", "fix"),
    [
        ("exhibition", "import kiosk.visit", "Fix: move the shared part down"),
        ("staff", "import kiosk.bridge", "Fix: move the shared part down"),
        ("visit", "from PySide6.QtCore import QObject", "Fix: pass plain values and callables across"),
        ("bridge", "from PIL import Image", "Fix: ask kiosk.pictures"),
    ],
)
def test_a_wrong_import_is_told_with_its_fix(wing: str, statement: str, fix: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "kiosk", tmp_path / "kiosk", ignore=shutil.ignore_patterns("__pycache__", "qml"))
    (tmp_path / "kiosk" / wing / "wrong.py").write_text(f"{statement}\n")
    checked = contracts(tmp_path)
    assert checked.returncode == 1
    assert any(fix in line and "BROKEN" in line for line in checked.stdout.splitlines()), checked.stdout


@pytest.mark.parametrize("wing", CORE)
def test_the_core_runs_without_qt(wing: str) -> None:
    question = (
        "import sys; from importlib import import_module; from pkgutil import walk_packages\n"
        f"import kiosk.{wing} as wing\n"
        "for found in walk_packages(wing.__path__, wing.__name__ + '.'): import_module(found.name)\n"
        "sys.exit('Qt was imported' if 'PySide6' in sys.modules else 0)"
    )
    asked = subprocess.run([sys.executable, "-c", question], cwd=ROOT, capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a path of one machine", r"(?<![\w.])/(?:root|work|opt/wheels|opt/pypi)/|/home/(?!kiosk)\w|C:\\Users\\"),
        ("unfinished work", r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b"),
        ("a registry's address", r"file:/{3}opt|--(?:extra-)?index-url|--find-links"),
    ],
)
def test_no_file_holds(what: str, pattern: str) -> None:
    files = committed()
    assert len(files) > 40, "the scan saw no files"
    mentions = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in files
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert not mentions, f"{what}:\n" + "\n".join(mentions)


def test_every_exception_to_a_lint_rule_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    rules = set(lint["ignore"]).union(*lint["per-file-ignores"].values())
    without = [rule for rule in rules if not re.search(rf'^    "{rule}", +# \w', text, re.MULTILINE)]
    assert rules
    assert not without


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    lines = text[text.index("\ndependencies = [") : text.index("\n]\n", text.index("\ndependencies = ["))].splitlines()
    reason, without = False, []
    for line in lines[2:]:
        if line.strip().startswith("#"):
            reason = True
        elif not reason:
            without.append(line)
    assert len(lines) > 10
    assert not without
