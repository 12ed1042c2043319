from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from kiosk.exhibition.config import Config
from kiosk.exhibition.config_sections import Speech
from kiosk.exhibition.model import Exhibition
from kiosk.exhibition.text import Text
from kiosk.speech.orders import Failed, Found
from kiosk.speech.voices import Voice
from kiosk.staff.doctor.letters import fonts
from kiosk.staff.doctor.libraries import (
    ANY,
    SPEECH_PACKAGE,
    WAYLAND,
    X11,
    installed,
    loads,
    packages,
    reading_aloud,
    system_libraries,
    system_name,
)
from kiosk.staff.doctor.line import Line, State
from tests.staff.doctor.machines import machine

ROOT = Path(__file__).parents[3]


def test_the_libraries_are_those_that_run_py_and_the_packagers_know():
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    assert spec
    assert spec.loader
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    assert {**ANY, **X11, **WAYLAND} == run.LIBRARIES
    table = (ROOT / "packaging" / "README.md").read_text("utf-8")
    for row, group in (("any picture", ANY), ("X11", X11), ("Wayland", WAYLAND)):
        listed = re.search(rf"^\| {row}[^|]*\| `([^`]+)`", table, re.MULTILINE)
        assert listed
        assert set(listed[1].split()) == set(group.values())


@pytest.mark.parametrize(
    ("environment", "missing", "state", "words"),
    [
        ({}, set(), State.OK, "all 16 are here"),
        ({}, {"libEGL.so.1", "libwayland-egl.so.1"}, State.PROBLEM, "apt-get install libegl1 libwayland-egl1 ("),
        ({"DISPLAY": ":0"}, {"libwayland-egl.so.1"}, State.OK, "libwayland-egl.so.1 not, which only Wayland needs"),
        ({"DISPLAY": ":0"}, {"libxcb-cursor.so.0"}, State.PROBLEM, "libxcb-cursor0"),
        ({"WAYLAND_DISPLAY": "w"}, {"libxcb-cursor.so.0"}, State.OK, "which only X11 needs"),
        ({"WAYLAND_DISPLAY": "w"}, {"libGL.so.1"}, State.PROBLEM, "libgl1"),
    ],
)
def test_libraries_that_are_missing(
    tmp_path: Path, environment: dict[str, str], missing: set[str], state: State, words: str
):
    pc = machine(tmp_path, environment=environment)
    (line,) = system_libraries(pc, lambda name: name not in missing)
    assert line.state is state
    assert words in f"{line.found} {line.remedy}"


def test_other_systems_bring_their_own(tmp_path: Path):
    assert [*system_libraries(machine(tmp_path, system="win32"), lambda _name: False)] == []
    assert not loads("libkiosk-no-such-thing.so.1")


@pytest.mark.parametrize(("frozen", "how"), [(True, "not part of this package"), (False, "extra deepzoom")])
def test_packages_that_are_missing(tmp_path: Path, frozen: bool, how: str):
    lines = {line.subject: line for line in packages(machine(tmp_path, frozen=frozen), lambda _package, _module: "")}
    assert lines["pillow"].state is State.PROBLEM
    assert lines["pyvips"] == Line("pyvips", f"not installed: very large pictures are limited ({how})")


def test_a_frozen_program_may_have_no_versions_and_all_the_same_its_modules():
    assert installed("pillow", "PIL")[0].isdigit()
    assert installed("kiosk-no-such-package", "kiosk") == "here"
    assert installed("kiosk-no-such-package", "kiosk_no_such_module") == ""


def reading(
    tmp_path: Path, answer: Found | Failed, version: str = "1", *, enabled: bool = True, frozen: bool = False
) -> tuple[Line, int]:
    asked: list[None] = []

    def listen() -> Found | Failed:
        asked.append(None)
        return answer

    config = Config(speech=Speech(enabled=enabled))
    line = reading_aloud(config, machine(tmp_path, frozen=frozen), listen, lambda _package, _module: version)
    return line, len(asked)


def test_the_speech_service_is_left_alone_where_labels_are_not_read_aloud(tmp_path: Path):
    line, asked = reading(tmp_path, Failed("it may not be asked"), enabled=False)
    assert (line.state, line.found, asked) == (State.OK, "off, as speech.enabled in config.yaml says", 0)


@pytest.mark.parametrize(
    ("answer", "found", "remedy"),
    [
        (Found({"en": Voice("espeak-ng", "en"), "en-gb": Voice("espeak-ng", "en-gb")}), "for 1 language", ""),
        (Found({}), "no voice", "espeak-ng"),
        (Failed("no socket"), "no socket", "espeak-ng"),
    ],
)
def test_where_labels_are_read_aloud_the_voices_are_looked_for(
    tmp_path: Path, answer: Found | Failed, found: str, remedy: str
):
    line, asked = reading(tmp_path, answer)
    assert found in line.found
    assert (remedy in line.remedy, line.state is State.PROBLEM, asked) == (True, bool(remedy), 1)


@pytest.mark.parametrize(("frozen", "remedy"), [(False, f"kiosk-gallery[{'speech'}]"), (True, "speech.enabled")])
def test_without_the_extra_it_says_what_to_do(tmp_path: Path, frozen: bool, remedy: str):
    line, asked = reading(tmp_path, Found({}), "", frozen=frozen)
    assert (remedy in line.remedy, asked, SPEECH_PACKAGE) == (True, 0, "speechd-unofficial")


def exhibition(words: str) -> Exhibition:
    return Exhibition(source=Path("/show/manifest.yaml"), folder=Path("/show"), title=Text((("en", words),)), works=())


def test_letters_that_no_font_has_are_named_with_the_package_that_has_them(tmp_path: Path):
    pc = machine(tmp_path)
    line = fonts(exhibition("한국 ກ Spring"), lambda letters, _own: letters - {"국"}, pc)
    assert line.state is State.PROBLEM
    assert line.found.startswith("2 letters of the exhibition cannot be shown:")
    assert "HANGUL SYLLABLE HAN" in line.found
    assert "apt-get install fonts-noto-core fonts-noto-extra fonts-noto-cjk. Or" in line.remedy
    assert (
        "apt-get"
        not in fonts(exhibition("한"), lambda letters, _own: letters, machine(tmp_path, system="win32")).remedy
    )


def test_letters_that_all_fonts_have(tmp_path: Path):
    pc = machine(tmp_path)
    assert fonts(exhibition("Spring"), lambda letters, _own: letters, pc).found.endswith("with the program's own")
    assert fonts(exhibition("한"), lambda _letters, _own: frozenset(), pc).state is State.OK
    assert fonts(None, lambda letters, _own: letters, pc).state is State.OK


def test_without_qt_the_letters_are_a_problem_and_no_traceback(tmp_path: Path):
    def cannot(_letters: frozenset[str], _own: tuple[Path, ...]) -> frozenset[str]:
        raise ImportError("libGL.so.1: cannot open shared object file")

    line = fonts(exhibition("한"), cannot, machine(tmp_path))
    assert (line.state, "libGL.so.1" in line.found) == (State.PROBLEM, True)


def test_the_system_is_named(tmp_path: Path):
    pc = machine(tmp_path, {"etc/os-release": 'NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n'})
    assert system_name(pc).found.startswith("Debian GNU/Linux 12 (bookworm), ")
