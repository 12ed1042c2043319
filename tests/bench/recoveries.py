"""`python -m tests.bench.recoveries`: how long the show takes to come back, and how long the desktop is seen meanwhile.

The real program under its real supervisor on an X screen of its own, whose desktop is magenta and looked at all the
time. Each kind of failure is brought about `--runs` times; figures are seconds, the limits those of goal 4. Leaves with
1 where one is exceeded. Needs Xvfb.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from tests.exhibitions import build_exhibition
from tests.mortal_screen import MortalScreen
from tests.root_window import RootWindow

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE_S = 400.0
LOOK_S = 0.04
SEEN_S, BACK_S, CRASH_BACK_S, SAFE_S, BARE_S = 15.0, 30.0, 10.0, 300.0, 2.0
ASLEEP_S, AWAKE_S = 90.0, 25.0
SIZE = "1280x720x24"


class Watcher:
    """Looks at the desktop all the time; `longest` is for how long it was seen at a stretch, in seconds."""

    def __init__(self, display: str) -> None:
        self._display = display
        self._over = threading.Event()
        self.longest = 0.0
        self.looks = 0

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        with RootWindow(self._display) as root:
            clear = time.monotonic()
            while not self._over.wait(LOOK_S):
                self.looks += 1
                bare, now = root.bare(), time.monotonic()
                if bare:
                    self.longest = max(self.longest, now - clear)
                else:
                    clear = now


class Show:
    """A supervised show. `how`: the module that is its program."""

    def __init__(self, home: Path, display: str, exhibition: Path, how: str = "kiosk") -> None:
        self._ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        name = home / f"notify-{time.monotonic_ns()}"
        self._ear.bind(str(name))
        self._ear.settimeout(PATIENCE_S)
        folders = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CACHE", "STATE", "DATA", "CONFIG")}
        environment = {
            **os.environ,
            **folders,
            "HOME": str(home),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "NOTIFY_SOCKET": str(name),
        }
        words = "import sys; from kiosk.supervising import start; from tests.bench import recoveries;"
        words += f"start._ourselves = lambda: [sys.executable, '-m', {how!r}];"
        words += "sys.exit(start.main(sys.argv[1:]))"
        self._log = (home / "log").open("ab")
        command = [sys.executable, "-c", words, str(exhibition)]
        self.process = subprocess.Popen(command, env=environment, stderr=self._log)

    def until(self, words: str) -> float:
        """When systemd is told so."""
        while not self._ear.recv(1000).decode().startswith(words):
            pass
        return time.monotonic()

    def seen(self) -> float:
        """When it is on the screen."""
        return self.until("STATUS=Showing")

    def viewer(self) -> int:
        for file in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                parent = int(file.read_text().rpartition(")")[2].split()[1])
                if parent == self.process.pid and "watched" in (file.parent / "cmdline").read_text().split("\0"):
                    return int(file.parent.name)
        raise RuntimeError("there is no show")

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()
        self._ear.close()
        self._log.close()


class Run(NamedTuple):
    """Seconds: until it was noticed, until it was back, and for how long at most the desktop was seen."""

    seen: float
    back: float
    bare: float


def one(show: Show, display: str, harm: Callable[[int], None]) -> Run:
    """Harm the show that runs."""
    time.sleep(6)  # a curtain is ready by then, as it is on any day
    with Watcher(display) as watcher:
        time.sleep(0.3)
        began = time.monotonic()
        harm(show.viewer())
        noticed = show.until("STATUS=The show")
        back = show.seen()
        time.sleep(0.5)
    return Run(noticed - began, back - began, watcher.longest)


def crash(viewer: int) -> None:
    os.kill(viewer, signal.SIGSEGV)


def hang(viewer: int) -> None:
    os.kill(viewer, signal.SIGSTOP)


def freeze(viewer: int) -> None:
    os.kill(viewer, signal.SIGUSR1)


class Bench:
    """All of it in a folder of its own."""

    def __init__(self, home: Path, runs: int) -> None:
        self.home, self.runs, self.failed = home, runs, False
        (home / "exhibition").mkdir()
        self.exhibition = build_exhibition(home / "exhibition", works=18, size=(1200, 800))
        self.display = MortalScreen(SIZE)

    def each(self, name: str, harm: Callable[[int], None], seen_s: float, back_s: float, how: str = "kiosk") -> None:
        runs = []
        for _ in range(self.runs):
            show = Show(self.home, self.display.name, self.exhibition, how)
            show.seen()
            runs.append(one(show, self.display.name, harm))
            show.end()
        self.tell(name, "seen", [run.seen for run in runs], seen_s)
        self.tell(name, "back", [run.back for run in runs], back_s)
        self.tell(name, "desktop bare", [run.bare for run in runs], BARE_S)

    def loop(self) -> None:
        """Crashes as soon as it is seen, in safe mode too, and the card after it."""
        show = Show(self.home, self.display.name, self.exhibition)
        show.seen()
        time.sleep(6)
        safe_after, began = None, time.monotonic()
        with Watcher(self.display.name) as watcher:
            time.sleep(0.3)
            for number in range(self.runs):
                crash(show.viewer())
                show.until("STATUS=The show")
                if number == 4:
                    safe_after = show.until("STATUS=Safe mode") - began
                else:
                    while True:
                        heard = show._ear.recv(1000).decode()
                        if heard in {"STATUS=Showing", "STATUS=Safe mode", "STATUS=Waiting for staff"}:
                            break
        show.end()
        self.tell("crash loop", "desktop bare", [watcher.longest], BARE_S)
        if safe_after:
            self.tell("crash loop", "safe mode", [safe_after], SAFE_S)

    def displays(self) -> None:
        """The display server dies and comes back."""
        backs = []
        show = Show(self.home, self.display.name, self.exhibition)
        show.seen()
        for _ in range(self.runs):
            self.display.kill()
            show.until("STATUS=Waiting")
            time.sleep(0.5)
            self.display.start()
            began = time.monotonic()
            backs.append(show.seen() - began)
        show.end()
        self.tell("display server", "back", backs, BACK_S)

    def asleep(self) -> None:
        """The machine sleeps for a while, and wakes up in either order: the show is the same afterwards."""
        show = Show(self.home, self.display.name, self.exhibition)
        show.seen()
        time.sleep(6)
        viewer, lost = show.viewer(), 0
        for first, second in ((viewer, show.process.pid), (show.process.pid, viewer)):
            for number in (first, second):
                os.kill(number, signal.SIGSTOP)
            time.sleep(ASLEEP_S)
            os.kill(first, signal.SIGCONT)
            time.sleep(1)
            os.kill(second, signal.SIGCONT)
            time.sleep(AWAKE_S)
            lost += show.viewer() != viewer
        show.end()
        self.tell("asleep", "shows lost", [float(lost)], 0.0)

    def tell(self, name: str, what: str, figures: list[float], limit: float) -> None:
        worst = max(figures)
        self.failed |= worst > limit
        middle = statistics.median(figures)
        over = "  TOO LONG" if worst > limit else ""
        print(
            f"{name:15} {what:13} {len(figures):3} runs  median {middle:6.2f}  worst {worst:6.2f}  of {limit:g} s{over}"
        )
        sys.stdout.flush()


KINDS = ("crash", "hang", "frames", "display", "loop", "asleep")


def main() -> None:
    """Harm, look, count and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.recoveries", description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--only", nargs="*", choices=KINDS, default=KINDS)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        bench = Bench(Path(home), wanted.runs)
        try:
            if "crash" in wanted.only:
                bench.each("crash", crash, SEEN_S, CRASH_BACK_S)
            if "hang" in wanted.only:
                bench.each("hang", hang, SEEN_S, BACK_S)
            if "frames" in wanted.only:
                bench.each("frames stop", freeze, SEEN_S, BACK_S, how="tests.bench.frozen")
            if "display" in wanted.only:
                bench.displays()
            if "asleep" in wanted.only:
                bench.asleep()
            if "loop" in wanted.only:
                bench.loop()
        finally:
            bench.display.kill()
    sys.exit(bench.failed)


if __name__ == "__main__":
    main()
