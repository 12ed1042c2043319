from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from kiosk.exhibition.config_sections import Display
from kiosk.staff.doctor.drawing import devices, drawing, variables
from kiosk.staff.doctor.line import Line, State
from kiosk.staff.doctor.screens import screen, screens
from kiosk.staff.graphics import Monitor, Sight
from kiosk.staff.renderer import choose, note_failure
from tests.staff.doctor.machines import machine

if TYPE_CHECKING:
    from pathlib import Path

HALL = Monitor("HDMI-1", (3840, 2160), (941, 529), 60.0, 2.0)
CARD = Sight(api="OpenGL", device="V3D 4.2, Broadcom", version="3.1", loop="threaded", qt="6.11.3", monitors=(HALL,))
LLVMPIPE = msgspec.structs.replace(CARD, device="llvmpipe (LLVM 15.0.6)")
NODE = {"dev/dri/renderD128": ""}


def told(tmp_path: Path, sight: Sight = CARD, wish: str = "auto") -> dict[str, Line]:
    choice = choose(wish, tmp_path / "cache", sight.qt, lambda: sight, "linux", tmp_path)
    return {line.subject: line for line in drawing(sight, choice, tmp_path / "cache")}


def test_a_card_and_its_driver(tmp_path: Path):
    pc = machine(tmp_path, NODE)
    assert [*devices(pc)] == [Line("graphics devices", "/dev/dri/renderD128")]
    lines = told(tmp_path)
    assert lines["graphics driver"].found == "V3D 4.2, Broadcom; OpenGL 3.1, threaded render loop"
    assert lines["renderer"] == Line("renderer", "the graphics card: V3D 4.2, Broadcom draws, through OpenGL")


def test_what_an_earlier_start_has_learned_is_said_to_be_so(tmp_path: Path):
    machine(tmp_path, NODE)
    told(tmp_path)
    again = told(tmp_path)["renderer"]
    assert again.found.endswith(f"(learned earlier, in {tmp_path / 'cache' / 'graphics.json'})")
    assert again.state is State.OK


def test_a_card_that_failed_can_be_tried_again(tmp_path: Path):
    machine(tmp_path, NODE)
    choose("auto", tmp_path / "cache", CARD.qt, lambda: CARD, "linux", tmp_path)
    note_failure(tmp_path / "cache", CARD.qt, "no context", tmp_path)
    line = told(tmp_path)["renderer"]
    assert "Qt's software renderer: it failed when the show was to begin: no context" in line.found
    assert (line.state, "remove" in line.remedy) == (State.ADVICE, True)


@pytest.mark.parametrize(
    ("sight", "wish", "found", "state"),
    [
        (LLVMPIPE, "auto", "Qt's software renderer: llvmpipe (LLVM 15.0.6) draws with the processor", State.OK),
        (LLVMPIPE, "opengl", "the graphics card: config.yaml says so", State.ADVICE),
        (CARD, "opengl", "the graphics card: config.yaml says so", State.OK),
        (CARD, "software", "Qt's software renderer: config.yaml says so", State.OK),
        (Sight(trouble="it hangs", monitors=(HALL,)), "auto", "Qt's software renderer: it hangs", State.OK),
    ],
)
def test_the_renderer_and_why(tmp_path: Path, sight: Sight, wish: str, found: str, state: State):
    machine(tmp_path, NODE)
    line = told(tmp_path, sight, wish)["renderer"]
    assert line.found.startswith(found)
    assert line.state is state


def test_a_machine_without_a_graphics_device(tmp_path: Path):
    assert [*devices(machine(tmp_path))] == [Line("graphics devices", "none")]
    assert told(tmp_path, LLVMPIPE)["renderer"].found == "Qt's software renderer: there is no graphics device"
    assert [*devices(machine(tmp_path, system="win32"))] == []


def test_a_driver_that_cannot_be_tried_is_no_problem_but_a_library_that_is_missing_is(tmp_path: Path):
    hung = told(tmp_path / "a", Sight(trouble="it hangs", monitors=(HALL,)))["graphics driver"]
    assert (hung.found, hung.state) == ("it hangs", State.ADVICE)
    words = "status 1: ImportError: libfoo.so.2: cannot open shared object file: No such file"
    bare = told(tmp_path / "b", Sight(trouble=words))["graphics driver"]
    assert (bare.found, bare.state) == ("nothing can be drawn, libfoo.so.2 is not here", State.PROBLEM)


def test_what_somebody_has_set_is_told(tmp_path: Path):
    pc = machine(tmp_path, environment={"QT_QUICK_BACKEND": "rhi", "XDG_SESSION_TYPE": "x11", "DISPLAY": ":0"})
    (line,) = variables(pc)
    assert "QT_QUICK_BACKEND=rhi" in line.found
    assert line.state is State.ADVICE


@pytest.mark.parametrize(
    ("pixels", "mm", "hz", "display", "found", "remedy"),
    [
        ((3840, 2160), (941, 529), 60, {}, '42.5" (941 × 529 mm, 104 dpi): a button of 20 mm has 82 pixels, 60 Hz', ""),
        ((1920, 1080), (0, 0), 60, {}, "1920 × 1080 pixels, its size in mm is not known", "diagonal_inches"),
        ((1280, 1024), (1600, 900), 60, {}, "is made up", "diagonal_inches"),
        ((1920, 1080), (508, 286), 60, {}, "is made up", "diagonal_inches"),
        ((1920, 1080), (0, 0), 60, {"diagonal_inches": 32}, '32.0" (708 × 398 mm, 69 dpi)', ""),
        ((1920, 1080), (1600, 900), 60, {"diagonal_inches": 32}, 'it says of itself 72.3", config.yaml is', ""),
        ((3840, 2160), (941, 529), 30, {}, "30 Hz", "60 Hz"),
        ((2160, 3840), (685, 1218), 60, {}, "685 × 1218 mm", "bottom_edge_mm"),
        ((2160, 3840), (685, 1218), 60, {"bottom_edge_mm": 400}, "685 × 1218 mm", ""),
    ],
)
def test_a_screen_in_millimetres(
    pixels: tuple[int, int], mm: tuple[float, float], hz: float, display: dict[str, float], found: str, remedy: str
):
    line = screen(1, Monitor("HDMI-1", pixels, mm, hz), Display(**display))
    assert line.subject == "screen 1, HDMI-1"
    assert found in line.found
    assert remedy in line.remedy
    assert (line.state is State.OK) is not bool(remedy)


def test_no_screen_at_all():
    (line,) = screens(Sight(trouble="no display"), Display())
    assert line.state is State.PROBLEM
