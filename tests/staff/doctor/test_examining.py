from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibition.config import Config, ConfigReading
from kiosk.exhibition.problems import Problem
from kiosk.staff.doctor.examining import Places, examine, setting
from kiosk.staff.doctor.line import Diagnosis, Line, State, advice, problem
from kiosk.staff.doctor.machine import Machine, answer_of
from kiosk.staff.graphics import Monitor, Sight
from tests.staff.doctor.machines import machine

if TYPE_CHECKING:
    from pathlib import Path

HALL = Monitor("HDMI-1", (3840, 2160), (941, 529), 60.0)
CARD = Sight("OpenGL", "V3D 4.2", "3.1", "threaded", "wayland", "6.11.3", (HALL,), ("ILITEK",))
SUBJECTS = {"system", "pillow", "fonts", "reading aloud", "memory", "cache", "own folders", "PIN", "clock", "start"}


def examined(tmp_path: Path, pc: Machine, looks: list[None] | None = None) -> Diagnosis:
    def look() -> Sight:
        (looks if looks is not None else []).append(None)
        return CARD

    places = Places(tmp_path / "cache", tmp_path / "state", tmp_path / "content")
    return examine(Config(), places, None, lambda _letters, _own: frozenset(), pc, look, lambda: None)


def test_everything_is_looked_at_where_there_is_a_display(tmp_path: Path):
    files = {"dev/dri/renderD128": "", "proc/meminfo": "MemTotal: 8000000 kB\n"}
    lines = {line.subject for line in examined(tmp_path, machine(tmp_path, files, environment={"DISPLAY": ":0"})).lines}
    assert lines >= SUBJECTS | {"graphics devices", "graphics driver", "renderer", "screen 1, HDMI-1", "touchscreen"}


def test_without_a_display_everything_else_is_told(tmp_path: Path):
    looks: list[None] = []
    diagnosis = examined(tmp_path, machine(tmp_path, {"proc/meminfo": "MemTotal: 8000000 kB\n"}), looks)
    assert not looks
    lines = {line.subject: line for line in diagnosis.lines}
    assert lines.keys() >= SUBJECTS
    assert lines["screens"].state is State.ADVICE


def test_only_problems_count():
    assert Diagnosis((Line("a", "b"), advice("c", "d", "e"))).exit_code == 0
    assert Diagnosis((Line("a", "b"), problem("c", "d", "e"))).exit_code == 1


def test_what_is_wrong_with_the_configuration_and_the_exhibition_is_told(tmp_path: Path):
    wrong = Problem(rule="unknown-key", message='The key "x" is not known here.', remedy="Leave it out.", line=7)
    told = setting(tmp_path / "c.yaml", ConfigReading(Config(), (wrong,)), None)
    assert [line.state for line in told] == [State.PROBLEM, State.PROBLEM]
    assert told[0].found.endswith('c.yaml, line 7: The key "x" is not known here.')


def test_programs_of_the_system_are_asked_and_may_not_be_there():
    assert answer_of(("echo", "a", "b")) == "a b"
    assert answer_of(("false",)) is None
    assert answer_of(("kiosk-no-such-program",)) is None


def test_the_machine_we_run_on():
    here = Machine()
    assert here.text("no/such/file") == ""
    assert not here.frozen
