"""The installer for Windows, and that it can be made. What it does: tests/long/windows_installer.py."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path

import pytest

WINDOWS = Path(__file__).parents[1] / "packaging" / "windows"
SCRIPT = (WINDOWS / "kiosk-gallery.nsi").read_text("utf-8")
WORDS = (WINDOWS / "words.nsh").read_text("utf-8")
LANGUAGES = ("English", "Russian", "Korean", "Arabic")


@pytest.fixture
def build():
    spec = importlib.util.spec_from_file_location("build", WINDOWS / "build.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    return build


@pytest.fixture
def staged(build, tmp_path):
    tree = tmp_path / "tree"
    (tree / "program" / "kiosk").mkdir(parents=True)
    for name in build.PROGRAMS:
        (tree / name).write_bytes(b"MZ")
    (tree / "program" / "kiosk" / "봄 $1.txt").write_text("a name that a script could trip over")
    build.stage(tree, tmp_path / "staged", None)
    return tmp_path / "staged"


def section(name):
    return re.search(rf"^Section (/o )?{re.escape(name)}.*?^SectionEnd", SCRIPT, re.MULTILINE | re.DOTALL)


def test_a_computer_becomes_a_kiosk_only_if_that_is_wished():
    assert section('"$(AUTOSTART)"')[1] == "/o "
    assert not section('"$(MENU)"')[1]


def test_settings_that_are_there_are_never_overwritten():
    program = section('"${TITLE}" SectionProgram')[0]
    before, after = program.split('File "/oname=config.yaml"')
    assert before.rstrip().endswith("SetOverwrite off")
    assert after.lstrip().partition("\n")[2].startswith("  SetOverwrite on")


def test_only_files_that_were_installed_are_removed_from_a_folder_of_somebodys_choice():
    assert set(re.findall(r"RMDir /r (.*)", SCRIPT)) == {'"$Cache\\Cache"', '"$Cache"', '"$Settings"'}


def test_each_file_is_brought_and_taken_away(build, staged):
    names = {file.relative_to(staged).as_posix() for file in build.files_below(staged)}
    assert {"LICENSE.txt", "lock-down/shell-launcher.xml", "program/kiosk/봄 $1.txt"} <= names
    brought = [line for line in build.install_lines(staged) if line.startswith("File")]
    gone = [line for line in build.uninstall_lines(staged) if line.startswith("Delete")]
    assert len(brought) == len(gone) == len(names)
    assert 'Delete "$INSTDIR\\program\\kiosk\\봄 $$1.txt"' in gone
    folders = [line for line in build.uninstall_lines(staged) if line.startswith("RMDir")]
    assert folders.index('RMDir "$INSTDIR\\program\\kiosk"') < folders.index('RMDir "$INSTDIR\\program"')


def test_the_installer_says_all_of_it_in_each_language():
    assert re.findall(r"MUI_LANGUAGE (\w+)", SCRIPT) == list(LANGUAGES)
    said = dict(re.findall(r'Say (\w+)((?: \\\n +"[^"\n]+"){4})\n', WORDS + "\n"))
    used = set(re.findall(r"\$\(([A-Z_]+)\)", SCRIPT))
    assert used == said.keys()
    for name, words in said.items():
        assert len(set(re.findall(r'"([^"]+)"', words))) == len(LANGUAGES), name


def test_each_switch_is_told_to_whoever_installs():
    switches = set(re.findall(r'(?:GetOptions\} \$R0|SwitchFor) "(/[A-Z]+)"', SCRIPT)) - {"/REPLACE"}
    page = (WINDOWS / "README.md").read_text("utf-8")
    assert {each for each in switches if f"`{each}`" not in page} == set()
    assert len(switches) >= 6


def test_settings_come_without_a_schema_that_leads_nowhere(build):
    assert "$schema" not in build.settings()
    assert build.settings().startswith("# How this kiosk behaves")


@pytest.mark.skipif(not shutil.which("makensis"), reason="makensis is not installed")
def test_the_installer_is_compiled_without_a_warning(build, staged, tmp_path):
    build.make_installer(staged, tmp_path / "kiosk-gallery-setup.exe", tmp_path, None, quick=True)
    assert (tmp_path / "kiosk-gallery-setup.exe").read_bytes()[:2] == b"MZ"
