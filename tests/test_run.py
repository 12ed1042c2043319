"""run.py: from a fresh checkout to the program with one command, and telling words where that cannot be."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py as a module, in a folder of its own, that starts nothing unless a test lets it."""
    for name in ("run.py", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    spec = importlib.util.spec_from_file_location("run", tmp_path / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.subprocess, "call", lambda *_args, **_kwargs: pytest.fail("started something"))
    monkeypatch.delenv("CI", raising=False)
    return module


@pytest.fixture
def calls(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were started; all of them succeed."""
    started: list[list[str]] = []

    def call(command: list[str], **_kwargs: object) -> int:
        started.append(command)
        return 0

    monkeypatch.setattr(run.subprocess, "call", call)
    return started


def lacking(run: ModuleType, monkeypatch: pytest.MonkeyPatch, *libraries: str, uid: int = 1000) -> None:
    """A machine without some libraries and without Korean letters."""
    monkeypatch.setattr(run, "loads", lambda library: library not in libraries)
    monkeypatch.setattr(run, "has_venv", lambda: "venv" not in libraries)
    monkeypatch.setattr(run, "has_korean_font", lambda: "korean" not in libraries)
    monkeypatch.setattr(run, "hears", lambda: "reader" not in libraries)
    monkeypatch.setattr(run, "has_broker", lambda: "broker" not in libraries)
    monkeypatch.setattr(run.shutil, "which", lambda name: None if name in libraries else f"/usr/bin/{name}")
    monkeypatch.setattr(run.os, "geteuid", lambda: uid, raising=False)


def test_an_old_python_can_read_it() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 7))


def test_it_uses_the_standard_library_only() -> None:
    imports = re.findall(r"^\s*(?:import|from) (\w+)", (ROOT / "run.py").read_text("utf-8"), re.MULTILINE)
    assert imports
    assert set(imports) <= {*sys.stdlib_module_names, "__future__"}


def test_an_old_python_hands_over_to_a_newer_one(
    run: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "python3.12" else None)
    assert run.main(["--windowed"]) == 0
    assert calls == [["/usr/bin/python3.12", run.__file__, "--windowed"]]


def test_an_old_python_alone_says_what_is_needed(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(run.shutil, "which", lambda _name: None)
    assert run.main([]) == 1
    assert "needs Python 3.11 or newer; this is 3.9" in capsys.readouterr().err


def test_all_that_is_missing_is_told_at_once_with_one_apt_line(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking(run, monkeypatch, "venv", "libEGL.so.1", "libxcb-cursor.so.0", "Xvfb", "korean")
    monkeypatch.setattr(run.sys, "executable", "/usr/bin/python3")
    assert not run.prepare_system(testing=True, may_install=True)
    told = capsys.readouterr().err
    (line,) = [line for line in told.splitlines() if "apt-get" in line]
    assert line.split()[:5] == ["sudo", "apt-get", "install", "-y", "--no-install-recommends"]
    assert line.split()[5:] == ["python3-venv", "libegl1", "libxcb-cursor0", "xvfb", "fonts-nanum"]


def test_running_needs_no_test_screen(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking(run, monkeypatch, "Xvfb")
    assert run.missing_packages(testing=False) == []
    assert run.missing_packages(testing=True) == ["xvfb"]


def test_the_tests_get_a_speech_service_where_it_may_be_installed_and_go_without_elsewhere(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking(run, monkeypatch, "speech-dispatcher", uid=0)
    installed: list[str] = []
    monkeypatch.setattr(run, "apt_install", installed.extend)
    assert run.prepare_system(testing=True, may_install=False)
    assert run.prepare_system(testing=False, may_install=True)
    assert installed == []
    assert run.prepare_system(testing=True, may_install=True)
    assert installed == ["speech-dispatcher", "speech-dispatcher-espeak-ng", "espeak-ng"]


def test_the_tests_get_an_accessibility_bus_where_it_may_be_installed(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking(run, monkeypatch, "reader", uid=0)
    installed: list[str] = []
    monkeypatch.setattr(run, "apt_install", installed.extend)
    assert run.prepare_system(testing=True, may_install=False)
    assert installed == []
    assert run.prepare_system(testing=True, may_install=True)
    assert installed == ["dbus", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0"]


def test_the_tests_get_a_window_manager_where_it_may_be_installed(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(run, "apt_install", installed.extend)
    lacking(run, monkeypatch, "openbox", uid=0)
    assert run.prepare_system(testing=False, may_install=True)
    assert installed == []
    assert run.prepare_system(testing=True, may_install=True)
    assert installed == ["openbox", "libxtst6", "libxss1", "x11-xserver-utils"]


@pytest.mark.parametrize(
    ("lacks", "packages"),
    [("broker", ["mosquitto", "mosquitto-clients", "openssl"]), ("promtool", ["prometheus"])],
)
def test_the_tests_get_a_broker_and_what_judges_figures_where_they_may_be_installed(
    lacks: str, packages: list[str], run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(run, "apt_install", installed.extend)
    lacking(run, monkeypatch, lacks, uid=0)
    assert run.prepare_system(testing=False, may_install=True)
    assert run.prepare_system(testing=True, may_install=False)
    assert installed == []
    assert run.prepare_system(testing=True, may_install=True)
    assert installed == packages


def test_a_missing_font_is_a_hint_and_no_stop(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking(run, monkeypatch, "korean")
    assert run.prepare_system(testing=False, may_install=False)
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "ci", "uid", "installs"),
    [
        ([], "", 0, False),
        (["--install-system"], "", 0, True),
        ([], "true", 0, True),
        ([], "false", 0, False),
        (["--install-system"], "true", 1000, False),
    ],
)
def test_only_root_that_says_so_has_packages_installed(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str], ci: str, uid: int, installs: bool
) -> None:
    lacking(run, monkeypatch, "libGL.so.1", uid=uid)
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(run.sys, "platform", "linux")
    installed: list[str] = []

    def install(packages: list[str]) -> None:
        installed.extend(packages)
        lacking(run, monkeypatch, uid=uid)

    monkeypatch.setattr(run, "apt_install", install)
    monkeypatch.setattr(run, "prepare_venv", lambda _lock: Path("python"))
    monkeypatch.setattr(run, "start", lambda _python, passed: 0 if passed == ["--windowed"] else 5)
    assert run.main([*arguments, "--windowed"]) == (0 if installs else 1)
    assert installed == (["libgl1"] if installs else [])


def test_apt_gets_fresh_lists_when_the_old_ones_do_not_do(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def call(command: list[str], env: dict[str, str]) -> int:
        assert env["DEBIAN_FRONTEND"] == "noninteractive"
        started.append(command)
        return 100 if len(started) == 1 and command[1] == "install" else 0

    monkeypatch.setattr(run.subprocess, "call", call)
    run.apt_install(["libgl1"])
    assert [command[1] for command in started][-2:] == ["update", "install"]
    assert started[-1][-1] == "libgl1"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_is_installed_once_and_again_when_it_changed(
    run: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    monkeypatch.setattr(run, "works", lambda _python: True)
    run.VENV.mkdir()
    for _ in range(2):
        assert run.prepare_venv(run.ROOT / lock)
    assert len(calls) == 1
    assert calls[0][-4:] == ["--no-deps", "--require-hashes", "-r", str(run.ROOT / lock)]
    (run.ROOT / lock).write_text("")
    assert run.prepare_venv(run.ROOT / lock)
    assert len(calls) == 2


def test_the_packages_to_test_with_are_enough_to_run(
    run: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "works", lambda _python: True)
    run.VENV.mkdir()
    run.prepare_venv(run.DEV_LOCK)
    run.prepare_venv(run.RUN_LOCK)
    assert len(calls) == 1


def test_without_a_network_it_says_how_to_bring_the_packages(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "works", lambda _python: True)
    monkeypatch.setattr(run.subprocess, "call", lambda *_args, **_kwargs: 1)
    run.VENV.mkdir()
    assert run.prepare_venv(run.RUN_LOCK) is None
    assert not list(run.VENV.iterdir())
    assert "pip download --require-hashes -d wheels -r requirements.lock" in capsys.readouterr().err


def test_a_broken_venv_is_made_anew(run: ModuleType, calls: list[list[str]]) -> None:
    python = run.VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    assert run.prepare_venv(run.RUN_LOCK) == python
    assert calls[0][1:4] == ["-m", "venv", "--clear"]


def test_all_checks_run_and_any_failure_counts(
    run: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checked: list[str] = []

    def check(command: list[str], **_kwargs: object) -> subprocess.CompletedProcess[bytes]:
        checked.append(" ".join(command[1:]))
        return subprocess.CompletedProcess(command, int("mypy" in command), b"what mypy says")

    monkeypatch.setattr(run.subprocess, "run", check)
    assert run.test(Path("bin/python"), ["-k", "wall"]) == 1
    assert sorted(checked) == [
        "--no-logo",
        "-m mypy",
        "-m pytest --collect-only -qq",
        "-m ruff check .",
        "-m ruff format --check .",
    ]
    assert [command[1:] for command in calls] == [["-m", "pytest", "-k", "wall"]]
    run.test(Path("bin/python"), [])
    assert calls[-1][1:4] == ["-m", "pytest", "-n"]
    told = capsys.readouterr().out
    assert "mypy: FAILED\nwhat mypy says" in told
    assert "1 of 5 checks failed" in told


@pytest.mark.parametrize(
    ("exits", "status"),
    [([0], 0), ([1, 0], 0), ([1, 1], 1), ([2], 2)],
    ids=["all well", "unsteady", "failed again", "not begun"],
)
def test_what_failed_beside_other_tests_is_run_again_alone(
    run: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    exits: list[int],
    status: int,
) -> None:
    started: list[list[str]] = []

    def call(command: list[str], **_kwargs: object) -> int:
        started.append(command)
        return exits[len(started) - 1]

    monkeypatch.setattr(run.subprocess, "call", call)
    monkeypatch.setattr(
        run.subprocess, "run", lambda command, **_kwargs: subprocess.CompletedProcess(command, 0, b"", b"")
    )
    assert run.test(Path("python"), []) == status
    assert [("-n" in command, "--last-failed" in command) for command in started] == [(True, False), (False, True)][
        : len(exits)
    ]
    assert ("unsteady" in capsys.readouterr().out) == (len(exits) > 1)


@pytest.mark.skipif(os.name == "nt", reason="the program does not replace run.py there")
def test_it_starts_from_anywhere_in_a_folder_with_spaces(tmp_path: Path) -> None:
    checkout = tmp_path / "a fresh checkout"
    elsewhere = tmp_path / "elsewhere"
    (checkout / "kiosk").mkdir(parents=True)
    elsewhere.mkdir()
    shutil.copy(ROOT / "run.py", checkout)
    (checkout / "requirements.lock").write_text("")
    (checkout / "kiosk" / "__main__.py").write_text("import os, sys; print(os.getcwd(), *sys.argv[1:], sep='|')\n")
    program = "import sys, run; run.prepare_system = lambda **_: True; run.main(sys.argv[1:])"
    command = [sys.executable, "-c", program, "my exhibition", "--windowed"]
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    ran = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1] == f"{elsewhere}|my exhibition|--windowed"


PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; ([^\\]+))? \\$", re.MULTILINE)


def locked(name: str) -> dict[str, list[str]]:
    """The packages of a lock with their versions."""
    found: dict[str, list[str]] = {}
    for package, version, _ in PINNED.findall((ROOT / name).read_text("utf-8")):
        found.setdefault(canonicalize_name(package), []).append(version)
    return found


def wanted(*extras: str) -> list[Requirement]:
    """The dependencies in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    return [requirement for line in lines if (requirement := Requirement(line)).name != project["name"]]


@pytest.mark.parametrize(("lock", "extras"), [("requirements.lock", ()), ("requirements-dev.lock", ("test", "dev"))])
def test_the_locks_have_what_pyproject_wants(lock: str, extras: tuple[str, ...]) -> None:
    pinned = locked(lock)
    missing = [
        str(requirement)
        for requirement in wanted(*extras)
        if not any(map(requirement.specifier.contains, pinned.get(canonicalize_name(requirement.name), [])))
    ]
    assert not missing, f"make {lock} anew, packaging/README.md tells how"


def test_the_two_locks_agree() -> None:
    to_run, to_test = locked("requirements.lock"), locked("requirements-dev.lock")
    assert to_run
    assert to_run.items() <= to_test.items()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert all("    --hash=sha256:" in entry for entry in re.split(r"^(?=\S)", text, flags=re.MULTILINE) if entry)
