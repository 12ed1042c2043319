"""The QML: linted with our Python types known, formatted, and tested file by file."""

from __future__ import annotations

import difflib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QML = ROOT / "kiosk" / "qml"
FILES = sorted(QML.rglob("*.qml"))
PYTHON = (sys.executable, "-P", "-W", "error")
TESTS = sorted((ROOT / "tests" / "qml").glob("tst_*.qml"))
assert TESTS, "tests/qml has no tst_*.qml"
FORMATTED = [*FILES, *sorted((ROOT / "tests" / "qml").glob("*.qml"))]


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run one of PySide6's tools."""
    command = shutil.which(f"pyside6-{name}", path=Path(sys.executable).parent)
    assert command, f"pyside6-{name} is not beside {sys.executable}"
    return run(command, *arguments)


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)), cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False
    )


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lint(types: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    return tool("qmllint", "-W", "0", "--unused-imports", "warning", "-I", QML, "-I", types, *options)


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which QML's tools find Kiosk.Bridge."""
    folder = tmp_path_factory.mktemp("types")
    described = run(*PYTHON, ROOT / "tests" / "qml" / "describe.py", folder)
    assert described.returncode == 0, described.stderr
    assert described.stdout.split(), "kiosk.bridge has no type for QML"
    return folder


@pytest.mark.parametrize("file", [file for file in FILES if "onTapped" in file.read_text("utf-8")], ids=relative)
def test_a_finger_that_stays_long_taps_too(file: Path) -> None:
    """Qt's own limit is 0.8 s, which slow hands do not keep, nor a show that is just being hung anew.

    In the attract loop the press itself is answered, and in its corner a finger that stays is staff's.
    """
    handlers = re.findall(r"TapHandler \{(.*?)onTapped:", file.read_text("utf-8"), re.DOTALL)
    limits = ["longPressThreshold: Motion.longestTap" in handler for handler in handlers]
    assert all(limits) or file.name == "Main.qml"


def test_the_qml_has_no_lint(types: Path) -> None:
    found = lint(types, *FILES)
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_lint_knows_our_python_types(types: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "Wrong.qml"
    wrong.write_text(
        "import QtQuick\nimport Kiosk.Bridge\nItem {\n    id: root\n    required property Visit visit\n"
        "    visible: root.visit.screen === Visit.STAGE && root.visit.nosuch\n}\n"
    )
    found = lint(types, wrong).stderr
    assert 'Member "nosuch" not found on type "Visit"' in found
    assert found.count("Warning:") == 1, found


@pytest.fixture(scope="module")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which all files lie as the formatter leaves them."""
    folder = tmp_path_factory.mktemp("formatted")
    copies = [folder / relative(file) for file in FORMATTED]
    for file, copy in zip(FORMATTED, copies, strict=True):
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    listed = folder / "files"
    listed.write_text("\n".join(map(str, copies)), "utf-8")
    ran = tool("qmlformat", "-s", ROOT / ".qmlformat.ini", "-F", listed)
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.mark.parametrize("file", FORMATTED, ids=relative)
def test_the_qml_is_formatted(file: Path, formatted: Path) -> None:
    difference = difflib.unified_diff(
        file.read_text("utf-8").splitlines(),
        (formatted / relative(file)).read_text("utf-8").splitlines(),
        relative(file),
        "formatted",
        lineterm="",
    )
    assert not list(difference), f"run: pyside6-qmlformat -s .qmlformat.ini -i {relative(file)}"


@pytest.mark.parametrize("file", TESTS, ids=relative)
def test_qml_tests_pass(file: Path) -> None:
    ran = run(*PYTHON, ROOT / "tests" / "qml" / "run.py", "-input", file)
    report = ran.stdout + ran.stderr
    assert ran.returncode == 0, report
    assert not re.search(r"^QWARN|^QSYSTEM", report, re.MULTILINE), report
    assert re.search(r"^PASS +: .*::test_", report, re.MULTILINE), f"no test in it:\n{report}"
