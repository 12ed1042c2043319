"""The workflow that builds on each system: what it may do, and that it does what is here to be done."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FILE = ROOT / ".github" / "workflows" / "build.yml"
WORDS = FILE.read_text("utf-8")


@pytest.fixture
def flow():
    return yaml.safe_load(WORDS)


@pytest.fixture
def run_script():
    spec = importlib.util.spec_from_file_location("run_script", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def steps(flow):
    return [step for job in flow["jobs"].values() for step in job["steps"]]


def told(flow):
    return "\n".join(step.get("run", "") for step in steps(flow))


def test_it_may_read_and_nothing_else(flow):
    assert flow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in flow["jobs"].values())
    assert "secrets." not in WORDS
    assert "pull_request_target" not in WORDS
    checkouts = [step for step in steps(flow) if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_it_takes_actions_of_the_code_host_alone_each_with_a_version(flow):
    used = [step["uses"] for step in steps(flow) if "uses" in step]
    assert used
    assert [each for each in used if not re.fullmatch(r"actions/[\w-]+@(v\d+|[0-9a-f]{40})", each)] == []


def test_nothing_that_a_stranger_writes_is_part_of_a_command(flow):
    assert "${{" not in told(flow)


def test_no_address_and_no_folder_of_somebodys_is_in_it():
    assert "://" not in WORDS
    assert not re.search(r"/home/|/Users/|/tmp/", WORDS)


def test_each_system_tests_freezes_starts_and_packs(flow):
    assert {each["system"] for each in flow["jobs"]["build"]["strategy"]["matrix"]["include"]} == {
        *("ubuntu-22.04", "windows-2022", "macos-14")
    }
    assert flow["jobs"]["build"]["needs"] == "test"
    commands = [step["run"] for step in flow["jobs"]["build"]["steps"] if "run" in step]
    order = ["require-hashes", "packaging/freeze", '"$PROGRAM" tour', "packaging/debian", "packaging/windows"]
    order += ["packaging/macos", "packaging/sbom.py"]
    places = [next(place for place, words in enumerate(commands) if each in words) for each in order]
    assert places == sorted(places)
    assert "run.py test" in "".join(step.get("run", "") for step in flow["jobs"]["test"]["steps"])


def test_types_are_checked_for_each_system(flow):
    assert {"win32", "darwin"} == set(re.findall(r"mypy --platform (\w+)", told(flow)))


def test_the_system_gets_what_run_py_looks_for(flow, run_script):
    assert flow["env"]["LIBRARIES"].split() == list(run_script.LIBRARIES.values())
    wanted = {run_script.KOREAN_FONT, "xvfb", *run_script.READER_TO_TEST}
    wanted |= {*run_script.STRANGER_TO_TEST, *run_script.SPEECH_TO_TEST}
    assert wanted <= set(flow["env"]["TESTERS"].split())


def test_each_script_that_it_runs_is_here(flow):
    named = set(re.findall(r"packaging/[\w./-]+", told(flow)))
    assert len(named) >= 7
    assert {path for path in named if not (ROOT / path).exists()} == set()
