"""README and the technician's guide are true: their commands are there, their settings are read, their figures ours."""

from __future__ import annotations

import re
import shlex
from math import hypot
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from kiosk.cli import commands
from kiosk.exhibition.config import read_config
from kiosk.staff import exits
from kiosk.staff.access import EYES_MM, OBSTRUCTED_MM
from kiosk.visit.reach import HIGHEST_MM, LOWEST_MM

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TECHNICIAN = (ROOT / "docs" / "technician-guide.md").read_text("utf-8")
PROGRAM = "\n".join(
    file.read_text("utf-8") for kind in ("py", "qml") for file in sorted((ROOT / "kiosk").rglob(f"*.{kind}"))
)
EXITS = {
    *(exits.FINE, exits.TROUBLE, exits.UNUSABLE, exits.RENDERER, exits.QUIT, exits.AGAIN),
    *(exits.STUCK, exits.DISPLAY, exits.AFRESH, exits.ALREADY),
}


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)


def typed() -> list[str]:
    """Every line that begins with kiosk, in blocks or in words, without what follows as a comment."""
    lines = [line.strip() for block in blocks(TECHNICIAN, "sh") for line in block.splitlines()]
    lines += [line.strip() for line in README.splitlines() if line.startswith("    kiosk ")]
    lines += re.findall(r"`((?:sudo )?kiosk [^`]+)`", README + TECHNICIAN)
    kiosk = (line.removeprefix("sudo ").partition(" #")[0].strip() for line in lines)
    return sorted({line for line in kiosk if line.startswith("kiosk ")})


@pytest.mark.parametrize("line", typed())
def test_commands_are_there_with_their_options(line: str) -> None:
    words = shlex.split(line)[1:]
    if words[0] == "run":
        assert words == ["run", "--supervised"]
        return
    command = commands.commands[words[0] if words[0] in commands.commands else "show"]
    options = {name for each in command.params if isinstance(each, click.Option) for name in each.opts}
    assert {word for word in words if word.startswith("-")} <= options | {"--help", "--version"}


@pytest.mark.parametrize("block", blocks(TECHNICIAN, "yaml"))
def test_settings_are_read_without_a_complaint(block: str, tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(block, "utf-8")
    reading = read_config(tmp_path / "config.yaml")
    assert reading.problems == ()
    assert reading.config.hours.open


def test_every_setting_that_is_named_is_one() -> None:
    known = yaml.safe_load((ROOT / "config.yaml").read_text("utf-8"))
    sections = "|".join(name for name, inside in known.items() if isinstance(inside, dict))
    named = set(re.findall(rf"`({sections})\.(\w+)", README + TECHNICIAN))
    assert len(named) >= 4
    assert [pair for pair in named if pair[1] not in known[pair[0]]] == []


def test_the_heights_are_those_that_everybody_reaches() -> None:
    rows = re.findall(
        r'^\| (\d+)" (\w+) \| (\d+) × (\d+) \| (\d+)(?: to (\d+))? mm \| (.*) \|$', TECHNICIAN, re.MULTILINE
    )
    assert len(rows) == 8
    for inches, turned, *figures, then in rows:
        width, height, lowest, highest = (int(figure or 0) for figure in figures)
        sides = [int(inches) * 25.4 * side / hypot(16, 9) for side in (16, 9)]
        assert [width, height] == [round(side) for side in (sides if turned == "landscape" else sides[::-1])]
        if highest:
            assert (lowest, highest) == (LOWEST_MM, HIGHEST_MM - height)
        else:
            reached = HIGHEST_MM - lowest
            assert then == f"the lowest {reached:.0f} mm ({reached / height:.0%})".replace("%", " %")
    for limit in (f"{LOWEST_MM:.0f} and {HIGHEST_MM:.0f} mm", f"{OBSTRUCTED_MM:.0f} mm", f"{EYES_MM:.0f} mm"):
        assert f"**{limit}**" in TECHNICIAN


def test_exit_codes_are_all_there() -> None:
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", TECHNICIAN, re.MULTILINE)} == EXITS


@pytest.mark.parametrize("words", ["Content", "Install", "Problems", "Log", "Quit", "Still there?", "Back soon"])
def test_words_of_the_screen_are_those_of_the_screen(words: str) -> None:
    assert re.search(rf"\*{re.escape(words)}\*", TECHNICIAN)
    assert f'"{words}"' in PROGRAM


def test_what_the_doctor_is_said_to_look_at_it_looks_at() -> None:
    subjects = set(re.findall(r"`kiosk doctor`(?:,|: the line) \*(\w+)\*", TECHNICIAN))
    assert subjects == {"touchscreen", "fonts", "clock"}
    assert all(f'"{subject}"' in PROGRAM for subject in subjects)


def test_files_that_are_named_are_in_the_packages() -> None:
    named = set(re.findall(r"`([\w.-]+\.(?:conf|xml|reg|ps1|txt))`", TECHNICIAN))
    named |= {name.rpartition("/")[2] for name in re.findall(r"`(/\S+\.(?:conf|xml))`", TECHNICIAN)}
    there = {file.name for file in (ROOT / "packaging").rglob("*")}
    assert len(named) >= 4
    assert named <= there


def test_what_readme_says_of_an_exhibition_of_ones_own_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line after the other, but those that show it and that other tests do (the tour, the proof, the import)."""
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^    kiosk ([^#\n]+?) *#", README, re.MULTILINE)
    done = [line for line in lines if line.split()[0] in ("new", "check", "prepare", "pack", "install", "stats")]
    assert len(done) == 6
    for line in done:
        words = shlex.split(line.replace(" show ", " my-exhibition "))
        result = CliRunner().invoke(commands, words)
        assert result.exit_code == 0, f"{line}\n{result.output}"
    assert Path("visits.html").is_file()
