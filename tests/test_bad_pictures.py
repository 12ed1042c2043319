"""Every kind of bad input that concerns pictures, through `kiosk check --picture`: shown, or refused by name."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest
from click.testing import CliRunner

from kiosk.cli import commands
from kiosk.pictures import orders, wire
from kiosk.pictures.workers import frames, process, workshop
from tests import drawn, strange

if TYPE_CHECKING:
    from typing import BinaryIO

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
SOUND = drawn.SOUND | strange.ODD
BROKEN = drawn.BROKEN | strange.WRONG
FORMATS = {
    "JPEG": ".jpg",
    "PNG": ".png",
    "TIFF": ".tif",
    "GIF": ".gif",
    "BMP": ".bmp",
    "WEBP": ".webp",
    "AVIF": ".avif",
}


def run(*arguments: object):
    return CliRunner().invoke(commands, ["check", *map(str, arguments)])


def look(picture: Path, *more: object) -> dict[str, Any]:
    result = run("--picture", picture, "--json", *more)
    told = json.loads(result.stdout)
    assert result.exit_code == (0 if told["shown"] else 3)
    return told


def refused(picture: Path, *more: object) -> str:
    """The rule that a picture breaks, once it has been seen that staff can read what is wrong."""
    told = look(picture, *more)["refused"]
    assert told["message"].isprintable()
    assert told["message"].startswith('"')
    assert told["remedy"].endswith(".")
    printed = run("--picture", picture, *more)
    assert (printed.exit_code, printed.stdout) == (3, f"{told['message']}\n{told['remedy']} ({told['rule']})\n")
    return told["rule"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the command says of all of them, by name; one command for all, for it starts its own workers."""
    folder = tmp_path_factory.mktemp("pictures")
    arguments: list[object] = []
    for name, kind in {**SOUND, **BROKEN}.items():
        (folder / name).write_bytes(kind.data())
        arguments += ["--picture", folder / name]
    result = run(*arguments, "--json")
    assert result.exit_code == 3
    return {Path(each["picture"]).name: each for each in json.loads(result.stdout)["pictures"]}


@pytest.mark.parametrize("name", SOUND)
def test_sound_but_odd_pictures_are_shown(name, told):
    picture = SOUND[name]
    assert told[name]["refused"] is None
    header = told[name]["header"]
    assert (header["format"], (header["width"], header["height"])) == (picture.format, picture.size)
    rules = {hint["rule"] for hint in told[name]["hints"]}
    assert ("small-picture" in rules) == (max(picture.size) < 1000)
    assert "spelling" not in rules


def test_a_profile_or_camera_notes_that_make_no_sense_are_a_hint(told):
    def named(rule: str) -> set[str]:
        return {name for name in SOUND if rule in [hint["rule"] for hint in told[name]["hints"]]}

    assert named("profile") == {
        "profile-garbage.jpg",
        "profile-of-cmyk.jpg",
        "profile-on-grey.jpg",
        "profile-empty.jpg",
        "profile-cut.jpg",
        "profile-cut.tif",
        "profile-of-grey.jpg",
        "profile-of-rgb-on-cmyk.jpg",
    }
    assert named("exif") == {
        "exif-garbage.jpg",
        "exif-cut.jpg",
        "exif-turn-99.jpg",
        "exif-garbage.png",
        "exif-full-of-noise.jpg",
    }


@pytest.mark.parametrize("name", BROKEN)
def test_the_others_are_refused_by_name_with_a_reason(name, told):
    picture, why = BROKEN[name], told[name]["refused"]
    assert told[name]["header"] is None
    assert why["rule"] == picture.rule, why["message"]
    assert f'"{name}"' in why["message"]
    assert picture.word in why["message"]
    assert why["remedy"].endswith(".")


@pytest.mark.parametrize(("form", "ending"), [(form, ending) for form in FORMATS for ending in (".jpg", ".png", "")])
def test_a_wrong_ending_is_a_hint(form, ending, told):
    names = [name for name, kind in SOUND.items() if kind.format == form and Path(name).suffix == ending]
    for name in names:
        hints = [hint for hint in told[name]["hints"] if hint["rule"] == "ending"]
        assert bool(hints) == (ending != FORMATS[form]), name
        assert all(form in hint["message"] and FORMATS[form] in hint["remedy"] for hint in hints)


def test_one_command_looks_at_several(tmp_path):
    (tmp_path / "good.png").write_bytes(drawn.png(drawn.np.zeros((1000, 1500), drawn.np.uint8), 0))
    (tmp_path / "bad.jpg").write_bytes(b"")
    good, bad = ("--picture", tmp_path / "good.png"), ("--picture", tmp_path / "bad.jpg")
    assert run(*good).stdout == "PNG, 1500 × 1000 pixels: it will be shown.\n"
    both = run(*good, *bad)
    assert both.exit_code == 3
    assert both.stdout.splitlines()[:2] == [
        '"good.png": PNG, 1500 × 1000 pixels: it will be shown.',
        '"bad.jpg" is empty.',
    ]


@pytest.fixture
def exhibition(tmp_path: Path) -> Path:
    """The folder of an exhibition with one picture, and a picture beside it that is none of its business."""
    folder = tmp_path / "exhibition"
    (folder / "pictures").mkdir(parents=True)
    (folder / "manifest.yaml").write_text("exhibition: {title: X}\nworks: [{id: a, picture: pictures/plain.jpg}]\n")
    (folder / "pictures" / "plain.jpg").write_bytes(drawn.jpeg())
    (tmp_path / "private.jpg").write_bytes(drawn.jpeg())
    return folder


@posix
def test_a_link_is_followed_within_the_exhibition_and_not_out_of_it(exhibition, tmp_path):
    pictures = exhibition / "pictures"
    (exhibition / "original.jpg").write_bytes(drawn.jpeg())
    (pictures / "inside.jpg").symlink_to("../original.jpg")
    (pictures / "outside.jpg").symlink_to("../../private.jpg")
    (pictures / "circle.jpg").symlink_to("circle.jpg")
    (pictures / "dangling.jpg").symlink_to("gone.jpg")
    (exhibition / "elsewhere").symlink_to(tmp_path)
    assert look(pictures / "inside.jpg")["shown"]
    assert refused(pictures / "outside.jpg") == "outside-folder"
    assert refused(exhibition / "elsewhere" / "private.jpg") == "outside-folder"
    assert refused(pictures / "circle.jpg") == "missing"
    assert refused(pictures / "dangling.jpg") == "missing"
    assert refused(tmp_path / "private.jpg", exhibition) == "outside-folder"
    assert look(tmp_path / "private.jpg")["shown"], "alone it is a picture like any other"
    assert refused(exhibition / ".." / "private.jpg", exhibition) == "outside-folder"
    (tmp_path / "loose").mkdir()
    (tmp_path / "loose" / "link.jpg").symlink_to(pictures / "plain.jpg")
    assert refused(tmp_path / "loose" / "link.jpg") == "outside-folder", "its own folder is all it has"


@posix
def test_only_regular_files_are_pictures(exhibition):
    pictures = exhibition / "pictures"
    os.link(pictures / "plain.jpg", pictures / "hard.jpg")
    os.mkfifo(pictures / "pipe.jpg")
    (pictures / "folder.jpg").mkdir()
    with socket.socket(socket.AF_UNIX) as door:
        here = Path.cwd()
        os.chdir(pictures)
        door.bind("socket.jpg")
        os.chdir(here)
    assert look(pictures / "hard.jpg")["shown"]
    for name in ("pipe.jpg", "folder.jpg", "socket.jpg"):
        assert refused(pictures / name) == "not-a-regular-file"
    for device in ("/dev/zero", "/dev/null"):
        assert refused(Path(device)) == "not-a-regular-file"


NAMES = [
    "Ünïcödé.jpg",
    "Blue \U0001f98b.jpg",
    "\u05e9\u05dc\u05d5\u05dd.jpg",
    "  spaces  .jpg",
    "$(d)`e`&;a'b.jpg",
    "%n%s{0}.jpg",
    "-rf.jpg",
]
HOSTILE = [
    'quo"te.jpg',
    "line\nbreak.jpg",
    "\x1b[2Jclear.jpg",
    "\u202egpj.exe.jpg",
    os.fsdecode(b"caf\xe9.jpg"),
    "\x07bell.jpg",
]
"""Names that Windows does not allow."""


def test_any_name_is_found_and_printed_safely(exhibition):
    pictures = [exhibition / "pictures" / name for name in (*NAMES, *(HOSTILE if sys.platform != "win32" else ()))]
    arguments = [argument for picture in pictures for argument in ("--picture", picture)]
    for picture in pictures:
        picture.write_bytes(drawn.jpeg())
    shown = run(*arguments)
    assert (shown.exit_code, shown.stdout.count("it will be shown")) == (0, len(pictures))
    for picture in pictures:
        picture.write_bytes(b"")
    empty = run(*arguments)
    assert (empty.exit_code, empty.stdout.count("is empty")) == (3, len(pictures))
    for picture in pictures:
        picture.unlink()
    missing = run(*arguments)
    assert (missing.exit_code, missing.stdout.count("does not exist")) == (3, len(pictures))
    assert len(json.loads(run(*arguments, "--json").stdout)["pictures"]) == len(pictures)
    for result in (shown, empty, missing):
        lines = result.stdout.splitlines()
        assert "".join(lines).isprintable()
        assert len(lines) == 2 * len(pictures)


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("GEMÄLDE.JPG", "Gemälde.jpg"),
        (unicodedata.normalize("NFD", "Gemälde.jpg"), unicodedata.normalize("NFC", "Gemälde.jpg")),
        (unicodedata.normalize("NFC", "Gemälde.jpg"), unicodedata.normalize("NFD", "Gemälde.jpg")),
    ],
)
def test_another_spelling_is_found_and_a_hint(asked, there, exhibition):
    (exhibition / "pictures" / there).write_bytes(drawn.jpeg())
    if (exhibition / "pictures" / asked).exists():
        pytest.skip("this disk takes both for one")
    told = look(exhibition / "pictures" / asked)
    assert told["shown"]
    assert "spelling" in [hint["rule"] for hint in told["hints"]]
    (exhibition / "pictures" / asked).write_bytes(drawn.jpeg())
    assert "spelling" not in [hint["rule"] for hint in look(exhibition / "pictures" / asked)["hints"]]


@pytest.mark.parametrize("name", ["x" * 300 + ".jpg", "plain.jpg/below.jpg", "gone.jpg"])
def test_a_name_without_a_file_is_missing(name, exhibition):
    assert refused(exhibition / "pictures" / name) == "missing"


def over(name: str, monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    """Stop or kill every worker as soon as it has an order for the file `name`."""
    asked: list[orders.Order] = []

    def encode(order: orders.Order) -> bytes:
        asked.append(order)
        return wire.encode(order)

    def read_frame(pipe: BinaryIO) -> bytes:
        if name in str(asked[-1]):
            for child in psutil.Process().children():
                getattr(child, deed)()
        return frames.read_frame(pipe)

    monkeypatch.setattr(process, "encode", encode)
    monkeypatch.setattr(process, "read_frame", read_frame)


@posix
@pytest.mark.parametrize(("deed", "rules"), [("kill", {"worker-died"}), ("suspend", {"not-answering", "out-of-time"})])
def test_a_picture_that_ends_or_hangs_who_reads_it_is_refused_for_that(deed, rules, exhibition, monkeypatch):
    over("plain.jpg", monkeypatch, deed)
    monkeypatch.setattr(workshop.Workshop.__init__, "__defaults__", (1, 1.0, process.MEMORY_BYTES, None, None))
    assert refused(exhibition / "pictures" / "plain.jpg") in rules


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits address space")
def test_a_picture_that_needs_too_much_memory_is_refused(exhibition, monkeypatch):
    (exhibition / "large.png").write_bytes(drawn.saved(drawn.quarters(size=(6000, 6000)), "PNG"))
    monkeypatch.setattr(workshop.Workshop.__init__, "__defaults__", (1, 10.0, 100 << 20, None, None))
    assert refused(exhibition / "large.png") == "out-of-memory"


def test_the_command_itself_prints_on_any_terminal(exhibition):
    """As staff run it: on a terminal that knows no letters but ASCII."""
    pictures = exhibition / "pictures"
    (pictures / "사과.jpg").write_bytes(b"")
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    for name, code, words in (("plain.jpg", 0, "it will be shown"), ("사과.jpg", 3, "is empty")):
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", "check", "--picture", name],
            cwd=pictures,
            env=os.environ | ascii_only,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (code, "")
        assert words in done.stdout
