from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec
import pytest

from kiosk.exhibition.config import Config
from kiosk.exhibition.config_sections import Cache, Display, Renderer, Speech
from kiosk.speech.orders import Failed, Found
from kiosk.speech.voices import Voice
from kiosk.staff import doctor
from kiosk.staff.doctor import Diagnosis, Line, State, examine
from kiosk.staff.graphics import Monitor, Sight
from kiosk.staff.renderer import choose, note_failure

if TYPE_CHECKING:
    from pathlib import Path

HALL = Monitor("HDMI-1", (3840, 2160), (941, 529), 60.0, 2.0)
CARD = Sight(api="OpenGL", device="V3D 4.2, Broadcom", version="3.1", loop="threaded", qt="6.11.3", monitors=(HALL,))
LLVMPIPE = msgspec.structs.replace(CARD, device="llvmpipe (LLVM 15.0.6)")
HERE = {"DISPLAY": ":0"}


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The files of a Linux system with a graphics device."""
    (tmp_path / "root/dev/dri").mkdir(parents=True)
    (tmp_path / "root/dev/dri/renderD128").touch()
    return tmp_path / "root"


def examined(
    tmp_path: Path,
    sight: Sight = CARD,
    config: Config | None = None,
    environment: dict[str, str] | None = None,
) -> Diagnosis:
    asked = HERE if environment is None else environment
    return examine(config or Config(), tmp_path / "cache", lambda: sight, asked, "linux", tmp_path / "root")


def line(diagnosis: Diagnosis, subject: str) -> Line:
    (found,) = (each for each in diagnosis.lines if each.subject.startswith(subject))
    return found


def drawing(renderer: Renderer) -> Config:
    return Config(display=Display(renderer=renderer))


@pytest.mark.usefixtures("machine")
def test_a_machine_with_all_it_needs(tmp_path: Path):
    diagnosis = examined(tmp_path)
    assert {each.state for each in diagnosis.lines} == {State.OK}
    assert diagnosis.exit_code == 0
    assert line(diagnosis, "graphics devices").found == "/dev/dri/renderD128"
    assert line(diagnosis, "graphics driver").found == "V3D 4.2, Broadcom; OpenGL 3.1, threaded render loop"
    assert line(diagnosis, "renderer").found == "the graphics card: V3D 4.2, Broadcom draws, through OpenGL"
    assert line(diagnosis, "screen 1").subject == "screen 1, HDMI-1"
    assert line(diagnosis, "screen 1").found == '3840 × 2160 pixels, 42.5", 4.1 pixels per mm, 60 Hz'
    assert line(diagnosis, "cache").found.startswith(f"{tmp_path / 'cache'}: 0.0 of 4 GB used, ")
    assert line(diagnosis, "PySide6-Essentials").found[0].isdigit()


@pytest.mark.usefixtures("machine")
def test_what_an_earlier_start_has_learned_is_said_to_be_so(tmp_path: Path):
    examined(tmp_path)
    told = line(examined(tmp_path), "renderer")
    assert told.found.endswith(f"(learned earlier, in {tmp_path / 'cache' / 'graphics.json'})")
    assert told.state is State.OK


def test_a_card_that_failed_can_be_tried_again(tmp_path: Path, machine: Path):
    choose("auto", tmp_path / "cache", CARD.qt, lambda: CARD, "linux", machine)
    note_failure(tmp_path / "cache", CARD.qt, "no context", machine)
    told = line(examined(tmp_path), "renderer")
    assert "Qt's software renderer: it failed when the show was to begin: no context" in told.found
    assert "remove" in told.remedy


@pytest.mark.usefixtures("machine")
@pytest.mark.parametrize(
    ("sight", "wish", "found", "warns"),
    [
        (LLVMPIPE, Renderer.AUTO, "Qt's software renderer: llvmpipe (LLVM 15.0.6) draws with the processor", False),
        (LLVMPIPE, Renderer.OPENGL, "the graphics card: config.yaml says so", True),
        (CARD, Renderer.OPENGL, "the graphics card: config.yaml says so", False),
        (CARD, Renderer.SOFTWARE, "Qt's software renderer: config.yaml says so", False),
        (Sight(trouble="it hangs", monitors=(HALL,)), Renderer.AUTO, "Qt's software renderer: it hangs", False),
    ],
)
def test_the_renderer_and_why(tmp_path: Path, sight: Sight, wish: Renderer, found: str, warns: bool):
    told = line(examined(tmp_path, sight, drawing(wish)), "renderer")
    assert told.found.startswith(found)
    assert bool(told.remedy) is warns


def test_a_machine_without_a_graphics_device(tmp_path: Path):
    diagnosis = examined(tmp_path, LLVMPIPE)
    assert line(diagnosis, "graphics devices").found == "none"
    assert line(diagnosis, "renderer").found == "Qt's software renderer: there is no graphics device"
    assert diagnosis.exit_code == 0


def test_without_a_display_everything_else_is_told(tmp_path: Path):
    diagnosis = examined(tmp_path, environment={})
    assert line(diagnosis, "screens").remedy
    assert line(diagnosis, "cache").found
    assert diagnosis.exit_code == 1


@pytest.mark.parametrize(
    ("monitor", "inches", "found", "remedy"),
    [
        (Monitor("", (1920, 1080), (0, 0), 60), None, "1920 × 1080 pixels, size unknown, 60 Hz", "diagonal_inches"),
        (Monitor("", (1920, 1080), (0, 0), 60), 32, '1920 × 1080 pixels, 32.0", 2.7 pixels per mm, 60 Hz', ""),
        (Monitor("", (3840, 2160), (941, 529), 30), None, '3840 × 2160 pixels, 42.5", 4.1', "60 Hz"),
    ],
)
def test_screens(tmp_path: Path, monitor: Monitor, inches: float | None, found: str, remedy: str):
    sight = msgspec.structs.replace(CARD, monitors=(monitor,))
    told = line(examined(tmp_path, sight, Config(display=Display(diagonal_inches=inches))), "screen 1")
    assert told.found.startswith(found)
    assert remedy in told.remedy
    assert bool(remedy) is bool(told.remedy)


def test_no_screen_at_all(tmp_path: Path):
    assert line(examined(tmp_path, Sight(trouble="no display")), "screens").remedy


def test_what_somebody_has_set_is_told(tmp_path: Path):
    told = line(
        examined(tmp_path, environment=HERE | {"QT_QUICK_BACKEND": "rhi", "XDG_SESSION_TYPE": "x11"}), "environ"
    )
    assert "QT_QUICK_BACKEND=rhi" in told.found
    assert told.state is State.WARNING


def test_a_package_that_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(doctor, "NEEDED", ("kiosk-no-such-package",))
    monkeypatch.setattr(doctor, "EXTRAS", {"kiosk-no-such-extra": "something is missing"})
    diagnosis = examined(tmp_path)
    assert line(diagnosis, "kiosk-no-such-package").remedy
    assert line(diagnosis, "kiosk-no-such-extra") == Line("kiosk-no-such-extra", "something is missing")


def test_the_cache_is_counted_and_a_full_disk_told(tmp_path: Path):
    folder = tmp_path / "cache" / "renditions"
    folder.mkdir(parents=True)
    with (folder / "a.jpg").open("wb") as file:
        file.truncate(300_000_000)
    assert "0.3 of 4 GB used" in line(examined(tmp_path), "cache").found
    told = line(examined(tmp_path, config=Config(cache=Cache(size_gb=1000))), "cache")
    free = os.statvfs(tmp_path).f_bavail * os.statvfs(tmp_path).f_frsize
    assert bool(told.remedy) is (free < 1000e9)


def reading_aloud(tmp_path: Path, answer: Found | Failed, *, enabled: bool = True) -> tuple[Line, int]:
    asked: list[None] = []

    def listen() -> Found | Failed:
        asked.append(None)
        return answer

    config = Config(speech=Speech(enabled=enabled))
    diagnosis = examine(config, tmp_path / "cache", lambda: CARD, HERE, "linux", tmp_path / "root", listen)
    return line(diagnosis, "reading aloud"), len(asked)


def test_the_speech_service_is_left_alone_where_labels_are_not_read_aloud(tmp_path: Path):
    told, asked = reading_aloud(tmp_path, Failed("it may not be asked"), enabled=False)
    assert (told.state, told.found, asked) == (State.OK, "off, as speech.enabled in config.yaml says", 0)


@pytest.mark.parametrize(
    ("answer", "found", "remedy"),
    [
        (Found({"en": Voice("espeak-ng", "en"), "en-gb": Voice("espeak-ng", "en-gb")}), "for 1 language", ""),
        (Found({}), "no voice", "espeak-ng"),
        (Failed("no socket"), "no socket", "espeak-ng"),
    ],
)
def test_where_labels_are_read_aloud_the_voices_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Found | Failed, found: str, remedy: str
):
    monkeypatch.setattr(doctor, "_version", lambda _package: "1")
    told, asked = reading_aloud(tmp_path, answer)
    assert found in told.found
    assert (remedy in told.remedy, bool(told.remedy), asked) == (True, bool(remedy), 1)


def test_without_the_extra_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(doctor, "_version", lambda package: None if package == doctor.SPEECH_PACKAGE else "1")
    told, asked = reading_aloud(tmp_path, Found({}))
    assert "kiosk-gallery[speech]" in told.remedy
    assert asked == 0
