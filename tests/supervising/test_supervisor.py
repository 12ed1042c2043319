"""The real supervisor with a small program in the place of the show, and with time that runs much faster."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.staff import exits
from kiosk.staff.lock import last_word
from kiosk.staff.seat import SEATS, Seat
from kiosk.supervising.budget import Limits, Start, Why
from kiosk.supervising.child import Asked, Child
from kiosk.supervising.supervisor import Around, Supervisor
from kiosk.supervising.telling import Systemd
from kiosk.supervising.vigil import Patience

if TYPE_CHECKING:
    from kiosk.supervising.child import Event

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in ends by signals")

PRETEND = Path(__file__).with_name("pretend.py")
FAST = Limits(back_off=(0.01, 0.02, 0.05, 0.1, 0.2), good=30.0, safe=36.0)
HASTY = Patience(start=5.0, silence=0.4, late=30.0, leaving=0.4, dying=0.3, gone=0.3, dump=0.2)


class Cloth:
    """Takes the curtain's place, and notes what it is told."""

    due = None

    def __init__(self) -> None:
        self.told: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *words: self.told.append(" ".join(map(str, (name, *words)))) if name != "look" else None

    def owns(self, _child: Child) -> bool:
        return False


class Stage:
    """Lets each start do the next of `acts`, and asks the supervisor to end when they are over."""

    def __init__(self, *acts: str, **around: Any) -> None:
        self.acts = list(acts)
        self.events: SimpleQueue[Event] = SimpleQueue()
        self.starts: list[Start] = []
        self.children: list[Child] = []
        self.ends: list[tuple[Why, bool]] = []
        self.notes: list[str] = []
        self.cloth = Cloth()
        usual = {"display": lambda: True, "limits": FAST, "patience": HASTY, "look_for": 0.01}
        self.around = Around(
            start=self.start,
            curtain=self.cloth,  # type: ignore[arg-type]
            events=self.events,
            note=self.notes.append,
            record=lambda why, safe: self.ends.append((why, safe)),
            **(usual | around),
        )

    def start(self, plan: Start) -> Child:
        self.starts.append(plan)
        if not self.acts:
            self.events.put(Asked())
        acts = (self.acts.pop(0) if self.acts else "READY=1 beat").split()
        if acts == ["unable"]:
            raise OSError(12, "Cannot allocate memory")
        self.children.append(Child([sys.executable, "-ISE", str(PRETEND), *acts], os.environ, self.events))
        return self.children[-1]

    def run(self) -> int:
        guard = threading.Timer(60, self.events.put, (Asked(),))
        guard.daemon = True
        guard.start()
        try:
            return Supervisor(self.around).run()
        finally:
            guard.cancel()


def is_running(child: Child) -> bool:
    try:
        os.kill(child.number, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_crash_loop_ends_in_safe_mode():
    stage = Stage("crash", "READY=1 crash", "1", "unable", "READY=1 crash", "READY=1 14", "READY=1 beat")
    stage.acts.pop()
    assert stage.run() == exits.FINE
    assert [start.delay for start in stage.starts] == [0, *FAST.back_off[:4], FAST.back_off[0], 0]
    assert [start.safe for start in stage.starts] == [None] * 5 + [Why.CRASH, None]
    assert [start.rest for start in stage.starts][5] == FAST.safe
    assert stage.ends == [(Why.CRASH, False)] * 4 + [(Why.CRASH, True)]
    assert any("(signal 11)" in note and "safe mode" in note for note in stage.notes)


@pytest.mark.parametrize(
    ("code", "why"),
    [(0, Why.ENDED), (4, Why.RENDERER), (12, Why.STUCK), (3, Why.CRASH), (exits.TROUBLE, Why.CRASH)],
)
def test_it_is_started_again_whatever_ended_it(code: int, why: Why):
    stage = Stage(f"READY=1 {code}")
    stage.run()
    assert stage.ends == [(why, False)]
    assert len(stage.starts) == 2


def test_staff_who_quit_end_the_supervisor_too():
    stage = Stage("READY=1 10")
    assert stage.run() == exits.QUIT
    assert len(stage.starts) == 1
    assert stage.cloth.told[-1] == "leave"
    assert "close" not in stage.cloth.told


def test_staff_who_restart_wait_for_nothing_and_count_as_nothing():
    stage = Stage(*["READY=1 11"] * 7)
    stage.run()
    assert {start.delay for start in stage.starts} == {0}
    assert stage.ends == []


def test_a_command_line_that_makes_no_sense_is_told_and_left():
    stage = Stage(str(exits.UNUSABLE))
    assert stage.run() == exits.UNUSABLE
    assert len(stage.starts) == 1


def test_a_second_one_waits_quietly_until_the_first_has_gone(tmp_path: Path):
    """Whoever starts it again whenever it leaves would do so every second, for as long as the first one runs."""
    first = Seat(tmp_path, "hall")
    taken = f"X_TAKEN={next((tmp_path / SEATS).iterdir())} {exits.ALREADY}"
    stage = Stage(taken, taken, "READY=1 0")
    threading.Timer(0.4, first.leave).start()
    stage.run()
    assert [start.delay for start in stage.starts[:3]] == [0, 0, 0]
    assert stage.notes[:1] == ["another show is on the screen already: this one waits for it to go"]
    assert [note for note in stage.notes[1:] if "another" in note] == []
    assert stage.cloth.told[0] == "rest", "nothing covers the first one"
    assert stage.ends == [(Why.ENDED, False)]


def test_staff_who_quit_the_first_have_quit_the_one_that_waits(tmp_path: Path):
    first = Seat(tmp_path, "hall")

    def leave() -> None:
        first.note_quit()
        first.leave()

    stage = Stage(f"X_TAKEN={next((tmp_path / SEATS).iterdir())} {exits.ALREADY}")
    threading.Timer(0.1, leave).start()
    assert stage.run() == exits.QUIT
    assert len(stage.starts) == 1
    Seat(tmp_path, "hall").leave()
    assert last_word(next((tmp_path / SEATS).iterdir())) == "", "that is no word on the next one"


def test_one_that_waits_is_heard_of_and_may_be_ended(tmp_path: Path):
    first = Seat(tmp_path, "hall")
    told: list[str] = []

    class Told:
        def tell(self, words: str) -> None:
            told.append(words)
            if told[-3:] == ["WATCHDOG=1"] * 3 and "STATUS=Waiting for another show to leave the screen" in told:
                stage.events.put(Asked())

    stage = Stage(f"X_TAKEN={next((tmp_path / SEATS).iterdir())} {exits.ALREADY}", tell=Told(), ping=0.02)
    assert stage.run() == exits.FINE
    first.leave()
    assert "STATUS=Waiting for another show to leave the screen" in told
    assert len(stage.starts) == 1


def test_a_show_that_hangs_is_ended_and_started_again():
    stage = Stage("READY=1 deaf silent")
    stage.run()
    assert stage.ends == [(Why.HANG, False)]
    assert not any(map(is_running, stage.children))
    assert any("nothing was heard" in note for note in stage.notes)


def test_one_that_cannot_be_ended_yet_costs_a_try_and_not_the_show(monkeypatch: pytest.MonkeyPatch):
    """A process that waits for a graphics card or a disk outlives SIGKILL, and keeps its screen until then."""
    stage = Stage("READY=1 deaf silent", str(exits.ALREADY), "READY=1 0")
    with monkeypatch.context() as patched:
        patched.setattr(Child, "kill", lambda _child: None)
        stage.run()
    assert stage.ends == [(Why.HANG, False), (Why.CRASH, False), (Why.ENDED, False)]
    for child in stage.children:
        child.kill()


def test_so_is_one_that_hangs_before_it_is_ready():
    stage = Stage("WATCHDOG=1 silent", patience=HASTY._replace(start=0.3))
    stage.run()
    assert stage.ends == [(Why.HANG, False)]


def test_it_is_ended_in_order_and_all_the_same():
    for acts in ("READY=1 beat", "deaf READY=1 beat"):
        stage = Stage(acts)
        threading.Timer(0.2, stage.events.put, (Asked(),)).start()
        assert stage.run() == exits.FINE
        assert len(stage.starts) == 1
        assert not any(map(is_running, stage.children))


def test_a_display_that_has_gone_is_waited_for_and_does_not_count():
    there = [True, False, False, False, True]
    stage = Stage("READY=1 1", display=lambda: there.pop(0) if len(there) > 1 else True)
    stage.run()
    assert stage.ends == []
    assert [start.delay for start in stage.starts] == [0, 0]
    assert stage.notes == ["there is no display server: the show waits for it"]
    assert "rest" in stage.cloth.told
    assert "close" not in stage.cloth.told


def test_the_curtain_closes_when_the_show_has_ended_and_opens_when_the_next_is_seen():
    stage = Stage("X_HOUSE={} READY=1 crash", "crash", "READY=1 0")
    stage.run()
    told = [words for words in stage.cloth.told if words != "prepare"]
    assert told == ["dress {}", "open", "close", "close", "open", "close", "leave"]


def test_a_curtain_is_made_ready_when_the_show_has_begun():
    stage = Stage("READY=1 beat", prepare_after=0.05)
    threading.Timer(0.5, stage.events.put, (Asked(),)).start()
    stage.run()
    assert stage.cloth.told == ["open", "prepare", "leave"]


def test_a_show_that_does_not_get_round_to_leaving_is_covered_and_ended():
    stage = Stage("READY=1 STOPPING=1 silent", cover_after=0.05)
    stage.run()
    assert stage.cloth.told[:3] == ["open", "close", "close"]
    assert stage.ends == [(Why.HANG, False)]


@pytest.mark.parametrize("way", ["silent", "crash", "deaf silent"])
def test_staff_who_quit_or_restart_are_obeyed_whatever_becomes_of_the_show_on_its_way_down(way: str):
    stage = Stage(f"READY=1 X_LEAVES=10 STOPPING=1 {way}")
    assert stage.run() == exits.QUIT
    assert len(stage.starts) == 1
    assert not any(map(is_running, stage.children))
    again = Stage(f"READY=1 X_LEAVES=11 STOPPING=1 {way}")
    again.run()
    assert ([start.delay for start in again.starts], again.ends) == ([0, 0], [])


def test_who_takes_long_to_leave_does_not_hang():
    """A screen that is switched on first takes a while."""
    stage = Stage("READY=1 X_LEAVES=11 STOPPING=1 linger 11", patience=HASTY._replace(silence=0.1, leaving=20.0))
    stage.run()
    assert stage.notes == []
    assert stage.ends == []


def test_systemd_is_told(tmp_path: Path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(10)
        stage = Stage("READY=1 beat", tell=Systemd(str(tmp_path / "notify")), ping=0.15)
        threading.Timer(0.5, stage.events.put, (Asked(),)).start()
        stage.run()
        systemd.setblocking(False)
        heard = []
        while True:
            try:
                heard.append(systemd.recv(200).decode())
            except BlockingIOError:
                break
    assert heard[0] == "READY=1"
    assert heard[-1] == "STOPPING=1"
    assert 2 <= heard.count("WATCHDOG=1") <= 5
    assert "STATUS=Showing" in heard


def test_it_ends_when_the_supervisor_is_gone(tmp_path: Path):
    """Killed, it can do nothing any more: the line by which the show lives is let go of by the system."""
    from subprocess import Popen

    told = tmp_path / "number"
    words = (
        "import os, sys, time; from queue import SimpleQueue; from kiosk.supervising.child import Child;"
        "from kiosk.supervising.watched import Order;"
        "inside = 'import sys, time; from kiosk.supervising.watched import take_order; take_order(sys.argv[2:]);"
        " time.sleep(60)';"
        "child = Child([sys.executable, '-c', inside, *Order().words()], os.environ, SimpleQueue());"
        f"open({str(told)!r}, 'w').write(str(child.number)); time.sleep(60)"
    )
    supervisor = Popen([sys.executable, "-c", words])
    limit = time.monotonic() + 30
    while not (told.exists() and told.read_text()):
        assert time.monotonic() < limit
        time.sleep(0.01)
    show = int(told.read_text())
    supervisor.kill()
    supervisor.wait()
    while Path(f"/proc/{show}").exists() and "Z" not in Path(f"/proc/{show}/stat").read_text().split()[2]:
        assert time.monotonic() < limit
        time.sleep(0.01)
