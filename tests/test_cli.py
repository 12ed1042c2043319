from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner
from PIL import Image

import kiosk
from kiosk import __main__ as entry
from kiosk.cli import commands
from kiosk.exhibition import places
from kiosk.exhibition.places import checkout_config, find_config
from kiosk.staff.display_power import command_for
from kiosk.touring import TourOptions
from tests.pdf_words import Pdf

pytestmark = pytest.mark.usefixtures("room")

GOOD = "exhibition: {title: Spring}\nworks: [{id: a}]\n"
BAD = "exhibition: {title: Spring}\nworks:\n- {id: a, focus: here}\n"


def run(*arguments: object):
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KIOSK_CONFIG", raising=False)
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "manifest.yaml").write_text(GOOD)
    return tmp_path / "room"


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the program is asked to do, instead of doing it; it leaves with 7."""
    asked: list[dict[str, Any]] = []

    def do(options: Any) -> int:
        asked.append({name: value for name, value in options._asdict().items() if value})
        return 7

    for name, function in {"app": "run", "touring": "tour"}.items():
        module = ModuleType(f"kiosk.{name}")
        setattr(module, function, do)
        monkeypatch.setitem(sys.modules, f"kiosk.{name}", module)
        monkeypatch.setattr(kiosk, name, module, raising=False)
    sys.modules["kiosk.touring"].TourOptions = TourOptions
    return asked


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["room"], {"exhibition": "room"}),
        (["show", "room"], {"exhibition": "room"}),
        (["room", "--windowed"], {"exhibition": "room", "windowed": True}),
        (["--windowed", "room"], {"exhibition": "room", "windowed": True}),
        (["--size", "1366x768"], {"size": (1366, 768)}),
        (["room", "--screen", "2", "--config", "c.yaml"], {"exhibition": "room", "screen": "2", "config": "c.yaml"}),
        (["/nowhere/usb/stick"], {"exhibition": "/nowhere/usb/stick"}),
    ],
)
def test_an_exhibition_is_shown_as_asked(app, arguments, asked):
    assert run(*arguments).exit_code == 7
    (options,) = app
    given = {key: str(value) if key in ("exhibition", "config") else value for key, value in options.items()}
    assert given == {"config": str(checkout_config())} | asked


def test_without_arguments_nothing_is_parsed(app, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["kiosk"])
    monkeypatch.setitem(sys.modules, "kiosk.cli", None)
    with pytest.raises(SystemExit) as left:
        entry.main()
    assert left.value.code == 7
    assert app == [{"config": checkout_config()}]


def test_with_a_config_alone_nothing_is_parsed_either(app, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["kiosk", "--config", "c.yaml"])
    monkeypatch.setitem(sys.modules, "kiosk.cli", None)
    with pytest.raises(SystemExit) as left:
        entry.main()
    assert left.value.code == 7
    assert app == [{"config": Path("c.yaml")}]


def test_a_worker_of_the_frozen_program_gets_its_limits(monkeypatch):
    worker, given = ModuleType("kiosk.pictures.workers.worker"), []
    worker.main = lambda *limits: given.append(limits)
    monkeypatch.setitem(sys.modules, "kiosk.pictures.workers.worker", worker)
    monkeypatch.setattr(sys, "argv", ["kiosk", "picture-worker", "1000", "10", "/path"])
    entry.main()
    assert given == [(1000, 10)]


def test_the_frozen_program_switches_a_screen_by_itself(monkeypatch):
    monkeypatch.setattr("kiosk.staff.dpms.main", lambda word: 4 if word == "off" else 0)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", list(command_for(False, {"DISPLAY": ":0"}, "linux")))
    assert sys.argv[0] == sys.executable
    with pytest.raises(SystemExit) as left:
        entry.main()
    assert left.value.code == 4


def test_a_mistyped_command_is_guessed(app):
    result = run("chek")
    assert result.exit_code == 2
    assert 'Did you mean "check"?' in result.stderr
    assert app == []


@pytest.mark.parametrize("size", ["big", "12x", "1366", "1x1", "1366x768x2"])
def test_a_size_that_is_none_is_explained(app, size):
    result = run("room", "--size", size)
    assert result.exit_code == 2
    assert "such as 1366x768" in result.stderr
    assert app == []


def test_the_config_is_looked_for_where_staff_expect_it(room, monkeypatch):
    assert find_config() == checkout_config()
    (room.parent / "config.yaml").touch()
    assert find_config().resolve() == room.parent / "config.yaml"
    monkeypatch.setenv("KIOSK_CONFIG", "/etc/kiosk.yaml")
    assert str(find_config()) == "/etc/kiosk.yaml"


def test_the_tour_is_drawn_as_asked(app):
    result = run("tour", "room", "-o", "out", "--size", "1920x1080", "--size", "1080x1920", "--lang", "ko")
    assert result.exit_code == 7
    (options,) = app
    assert options["sizes"] == ((1920, 1080), (1080, 1920))
    assert options["languages"] == ("ko",)
    assert (str(options["exhibition"]), str(options["folder"])) == ("room", "out")


@pytest.mark.parametrize(("content", "code"), [(GOOD, 0), (BAD, 1), ("", 2)])
def test_check_leaves_with_what_it_found(room, content, code):
    (room / "manifest.yaml").write_text(content)
    assert run("check", room).exit_code == code


def test_check_prints_place_field_reason_and_remedy(room):
    (room / "manifest.yaml").write_text(BAD)
    lines = run("check", room).stdout.splitlines()
    assert lines[0] == f"{room / 'manifest.yaml'}:3:18"
    assert lines[1].split()[:2] == ["error", "works[0].focus:"]
    assert 'found "here"' in lines[1]
    assert "[0.4, 0.3]" in lines[2]
    assert lines[3:] == ["Spring: 1 work, 0 pictures, 0 themes.", "1 error"]


def test_check_prints_json_for_programs(room):
    (room / "manifest.yaml").write_text(BAD)
    data = json.loads(run("check", room, "--json").stdout)
    assert (data["exit_code"], data["works"], data["usable"]) == (1, 1, True)
    (problem,) = data["problems"]
    assert (problem["rule"], problem["line"], problem["field"]) == ("wrong-value", 3, "works[0].focus")
    assert problem["file"] == str(room / "manifest.yaml")


def test_check_alone_looks_at_the_config_and_its_exhibition(room):
    config = room.parent / "config.yaml"
    config.write_text("exhibition: room\ndisplay: {mode: x}\n")
    data = json.loads(run("check", "--json").stdout)
    assert data["source"] == str(room / "manifest.yaml")
    assert [problem["field"] for problem in data["problems"]] == ["display.mode"]
    assert data["exit_code"] == 1


def test_check_decodes_every_picture_unless_it_has_to_be_quick(room):
    Image.effect_noise((1200, 900), 90).save(room / "half.jpg")
    (room / "half.jpg").write_bytes((room / "half.jpg").read_bytes()[:100_000])
    (room / "manifest.yaml").write_text(GOOD.replace("id: a", "id: a, alt: x, credit: Gift, picture: half.jpg"))
    assert "is incomplete" in run("check", room).stdout
    assert run("check", room, "--quick").stdout == "Spring: 1 work, 1 picture, 0 themes.\nNo problems.\n"
    small = run("check", room, "--quick", "--screen", "3840x2160").stdout
    assert "on a screen of 3840 × 2160 it is enlarged 2.4 times" in small


def test_check_tells_many_of_a_kind_together_and_programs_each(room):
    works = "".join(f"- {{id: w{number}, themes: [x]}}\n" for number in range(9))
    (room / "manifest.yaml").write_text(
        f"exhibition: {{title: {{en: X, ru: Ы}}}}\nthemes: {{a: {{name: A}}}}\nworks:\n{works}"
    )
    told = run("check", room).stdout
    assert told.count("belongs to no theme") == told.count("There is no theme") == 3
    assert "6 more of this kind (no-theme): w3, w4, w5, w6, w7, w8\n" in told
    assert told.index("error") < told.index("hint")
    assert "9 errors, 10 hints" in told
    data = json.loads(run("check", room, "--json").stdout)
    assert [problem["work"] for problem in data["problems"] if problem["rule"] == "no-theme"] == [
        f"w{number}" for number in range(9)
    ]


def test_new_writes_an_exhibition_that_check_accepts():
    assert run("new", "spring").exit_code == 0
    assert run("check", "spring").exit_code == 0
    again = run("new", "spring")
    assert again.exit_code == 1
    assert "there already" in again.stderr


def test_new_writes_settings_that_an_installed_kiosk_finds(tmp_path, monkeypatch):
    """It has its assets inside, and none of the settings that a source checkout has beside it."""
    shutil.copytree(
        places.assets_folder(), tmp_path / "site" / "kiosk" / "_assets", ignore=shutil.ignore_patterns("*.jpg")
    )
    shutil.copy(checkout_config(), tmp_path / "site" / "kiosk" / "_assets")
    (tmp_path / "site" / "config.yaml").write_text("somebody: else's")
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "site" / "kiosk")
    assert find_config() is None
    assert run("new").exit_code == 2
    assert run("new", "--settings").exit_code == 0
    assert find_config() == Path("config.yaml")
    assert "is left as it is" in run("new", "--settings").stderr


def test_the_version_is_told():
    assert run("--version").stdout == f"Kiosk Gallery {kiosk.__version__}\n"


def test_reading_an_exhibition_imports_nothing_heavy():
    heavy = "click", "rich", "PIL", "PySide6", "importlib.metadata", "difflib", "zoneinfo"
    code = (
        "import sys\n"
        "from kiosk.exhibition.config import read_config\n"
        "from kiosk.exhibition.manifest import read_manifest\n"
        "from kiosk.exhibition.places import checkout_config\n"
        "read_manifest(read_config(checkout_config()).config.exhibition)\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_doctor_needs_no_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    config = tmp_path / "config.yaml"
    config.write_text("cache: {size_gb: 0.1}\n")
    told = run("doctor", "--config", config)
    assert "pillow: " in told.output
    assert "of 0.1 GB used" in told.output
    data = json.loads(run("doctor", "--config", config, "--json").output)
    assert data["exit_code"] == told.exit_code
    assert {line["state"] for line in data["lines"]} <= {"ok", "advice", "problem"}


def test_the_doctor_sees_the_screens():
    told = run("doctor")
    assert "screen 1" in told.output
    assert "Qt's software renderer" in told.output


def test_a_proof_is_written_with_what_the_check_finds(room):
    Image.new("RGB", (300, 200), "teal").save(room / "a.png")
    (room / "b.png").write_bytes(b"<html>")
    works = "- {id: a, picture: a.png, title: A lake}\n- {id: b, picture: b.png}\n- {id: c, themes: [t]}\n"
    (room / "manifest.yaml").write_text(f"exhibition: {{title: Spring}}\nthemes: {{t: {{name: T}}}}\nworks:\n{works}")
    done = run("proof", room, "-o", "sheet.html", "--json")
    data = json.loads(done.stdout)
    assert (data["exit_code"], data["works"], data["broken"]) == (0, 3, 1)
    sheet = Path("sheet.html").read_text(encoding="utf-8")
    assert data["bytes"] == Path("sheet.html").stat().st_size
    assert data["digest"] in sheet
    for told in (
        "A lake",
        "soft on a large screen",
        "There is no alt text",
        'card broken"><b><bdi>&quot;b.png&quot; is',
    ):
        assert told in sheet
    assert "1 work" in run("proof", room, "-o", "sheet.html", "--theme", "t").stdout
    assert "A lake" not in Path("sheet.html").read_text(encoding="utf-8")
    refused = run("proof", room, "-o", "sheet.html", "--works", "a,bb")
    assert (refused.exit_code, 'no work "bb"' in refused.stderr) == (2, True)
    assert run("proof", room, "-o", "sheet.docx").exit_code == 2
    paper = json.loads(run("proof", room, "-o", "sheet.pdf", "--works", "a,b", "--json").stdout)
    assert (paper["works"], paper["broken"], paper["pages"]) == (2, 1, Pdf(Path("sheet.pdf").read_bytes()).pages)
    parted = run("proof", room, "-o", "sheet.html", "--per-file", "2")
    assert "3 works are too many to open in one file: they become 2 of at most 2." in parted.stderr
    assert "sheet-1-of-2.html: 1 work, " in parted.stdout
    assert "sheet-2-of-2.html: 2 works, " in parted.stdout
    (room / "manifest.yaml").write_text("")
    assert run("proof", room, "-o", "other.html").exit_code == 2
    assert not Path("other.html").exists()
