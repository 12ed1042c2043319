"""docs/fleet.md is read from the top to the bottom, and done: with a real broker, a kiosk, and nine that are none."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from kiosk.cli import commands
from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet.commands import Reply, Result
from kiosk.fleet.link import Identity, Link
from kiosk.fleet.state import State
from kiosk.fleet.topics import Root
from tests.broker import MOSQUITTO, free_port, needs_broker
from tests.conftest import HOMES
from tests.e2e.conftest import Program, program
from tests.fleet_acts import ACTS
from tests.reader import agrees, parts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.fleet.commands import AnyCommand

__all__ = ["program"]  # a fixture

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "fleet.md").read_text("utf-8")
PATIENCE_S = 60.0
EXHIBITION = "exhibition: {title: Spring}\nworks: [{id: a, title: First}]\n"
HERE = ("kiosk fleet", "kiosk keygen", "kiosk pack", "kiosk publish", "mkdir")
"""What is done in this process: it begins faster."""
SAID = re.compile(
    "WARNING kiosk: (.*fleet has changed. It is read when"
    "|out of step: hall-1 (has gone|has not been heard for|shows another exhibition: Spring)"
    "|the screen cannot be switched off"  # the one in memory
    "|the broker of the fleet cannot be reached)"  # while it is started again
)
AT_HAND = """
sudo() { if [ "$1" = apt-get ] || [ "$1" = chown ]; then return; fi; "$@"; }
systemctl() { if [ "$2" = mosquitto ]; then touch "$SYSTEMD"/$1; fi; }
install() { if [ "$1" = -d ]; then mkdir -p "$4"; else command cp "$5" "$6" && chmod 600 "$6"; fi; }
"""
"""What root does on a broker's own computer; here its folder is another one, and so is who it belongs to."""

pytestmark = [needs_broker, pytest.mark.skipif(sys.platform != "linux", reason="it is about Debian")]


def until(holds: Callable[[], bool], otherwise: Callable[[], object]) -> None:
    """Wait for it; what is told when it does not come."""
    limit = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < limit, otherwise()
        time.sleep(0.05)


class House:
    """The house of the page, in a folder."""

    def __init__(self, folder: Path, program: Program) -> None:
        self.folder = folder
        self.text = TEXT
        self.program = program
        self.port, self.second_port = free_port(), free_port()
        self.shows: list[subprocess.Popen[str]] = []
        self.links: list[Link] = []
        self._broker: subprocess.Popen[bytes] | None = None
        self._said: str | None = None
        self._code, self._in, self._file = 0, "", ""
        self._lacking = ""
        self._adds = False
        for name in ("etc/certs", "etc/conf.d", "etc/prometheus", "systemd", "hall-1", "staff"):
            (folder / name).mkdir(parents=True)

    def do(self, kind: str, words: str) -> None:
        words = self._here(words)
        if self._lacking and kind in {"sh", "text"}:
            self._lacking = "" if kind == "text" else self._lacking
        elif kind == "comment":
            self._note(*words.split(": ", 1))
        elif kind == "sh":
            self._type(words)
        elif kind in {"text", "yaml"} and self._file:
            self._write(words)
        elif kind == "text" and self._said is not None:
            assert agrees(words, self._said), f"the page says\n{words}\nand it says\n{self._said}"
            self._said = None

    def _here(self, words: str) -> str:
        for on_page, here in (
            ("/etc/mosquitto", str(self.folder / "etc")),
            ("/etc/prometheus", str(self.folder / "etc" / "prometheus")),
            ("/var/lib/prometheus", str(self.folder / "prometheus")),
            ("broker.museum", "localhost"),
            ("8883", str(self.port)),
            ("8884", str(self.second_port)),
        ):
            words = words.replace(on_page, here)
        return words

    def _note(self, act: str, words: str) -> None:
        if act == "leaves with":
            self._code = int(words)
        elif act == "in":
            self._in = words
        elif act == "file":
            self._file = words
        elif act == "comes":
            until(lambda: Path(words).exists(), self.shows[0].communicate)
        elif act == "only with":
            self._lacking = "" if shutil.which(words) else words
        elif act == "more kiosks":
            self._join_more(*map(int, words.split(" to ")))
        elif act == "a kiosk":
            self._replace(words)
        elif act == "in step":
            self._until_state(words, lambda state: (state["following"] or {}).get("stand") == "in step")
        else:
            self._note_content(act, words)

    def _replace(self, name: str) -> None:
        """A real one in the place of one that is none."""
        next(link for link in self.links if link._identity.kiosk == name).close()
        (self.folder / name).mkdir()

    def _note_content(self, act: str, words: str) -> None:
        if act == "exhibition":
            (self.folder / words).mkdir()
            (self.folder / words / "manifest.yaml").write_text(EXHIBITION)
        elif act == "add to":
            self._file, self._adds = words, True
        elif act == "copied to":
            shutil.copytree(self.folder / "staff" / "shared", self.folder / words / "shared", dirs_exist_ok=True)
            shutil.copy(self.folder / "staff" / "museum.pub", self.folder / words)
        elif act == "shows":
            self._until_shown(*words.split())
        else:
            ACTS[act](self, words)

    def _write(self, words: str) -> None:
        file = self.folder / self._file
        if self._adds:
            words = file.read_text() + words
            self._adds = False
        elif file.suffix == ".yaml":
            file.parent.mkdir(exist_ok=True)
            for kept in (*self.folder.glob(f"{file.parent.name}.*"), self.folder / "etc" / "certs" / "ca.crt"):
                copy = file.parent / kept.name
                copy.write_bytes(kept.read_bytes())
                copy.chmod(0o600)
            words += "display: {diagonal_inches: 32}\n"
        file.write_text(words)
        self._file = ""

    def _type(self, words: str) -> None:
        assert self._said is None, f"the page does not tell of\n{self._said}"
        folder, self._in = self.folder / self._in, ""
        if all(line.startswith(HERE) for line in words.splitlines()):
            self._ask(folder, words)
            return
        lines = words.rstrip().splitlines()
        if lines[0].startswith("kiosk fleet"):
            self._ask(folder, lines.pop(0))
        if not lines:
            return
        if lines[-1] == "kiosk":
            self.shows.append(self._program(folder).start("kiosk", "--config", folder / "config.yaml"))
            lines.pop()
        ran = subprocess.run(
            ["bash", "-e", "-c", AT_HAND + "\n".join(lines)],
            cwd=folder,
            env={**os.environ, "SYSTEMD": str(self.folder / "systemd")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == self._code, f"{words}\n{ran.stdout}{ran.stderr}"
        self._code = 0
        if lines and lines[0].split()[0] in {"cat", "promtool", "mosquitto_sub"} and ran.stdout:
            self._said = ran.stdout
        self._mind_broker()
        if self.shows and words.rstrip().endswith("kiosk"):
            self._until_there(1)

    def _program(self, folder: Path) -> Program:
        """Each kiosk has a computer of its own."""
        if not self.shows:
            return self.program
        homes = {variable: str(folder / below) for variable, below in HOMES.items()}
        return dataclasses.replace(self.program, environment={**self.program.environment, **homes})

    def _ask(self, folder: Path, words: str) -> None:
        said = ""
        for line in words.splitlines():
            command, *arguments = shlex.split(line)
            if command == "mkdir":
                (folder / arguments[0]).mkdir()
                continue
            with contextlib.chdir(folder):
                ran = CliRunner().invoke(commands, arguments, env={"COLUMNS": "160"})
            assert ran.exit_code == self._code, f"{line}\n{ran.output}"
            said += ran.output
        self._code = 0
        self._said = re.sub(r"(?m)^ (\d)", r"\1", said)

    def _until_shown(self, kiosk: str, generation: str) -> None:
        self._until_state(
            kiosk, lambda state: state["generation"] == int(generation) and state["content"]["standing"] == "shown"
        )

    def _until_state(self, kiosk: str, holds: Callable[[dict[str, Any]], bool]) -> None:
        """By its own state, as the table has it."""
        until = time.monotonic() + PATIENCE_S
        while True:
            with contextlib.chdir(self.folder / "staff"):
                ran = CliRunner().invoke(commands, ["fleet", "--json"])
            states = {row["kiosk"]: row["state"] for row in json.loads(ran.output)["kiosks"]}
            if states[kiosk] and holds(states[kiosk]):
                return
            assert time.monotonic() < until, ran.output
            time.sleep(0.3)

    def _mind_broker(self) -> None:
        restart, reload = self.folder / "systemd" / "restart", self.folder / "systemd" / "reload"
        if restart.exists():
            restart.unlink()
            assert MOSQUITTO
            config = self.folder / "etc" / "conf.d" / "fleet.conf"
            if self._broker:
                self._broker.kill()
                self._broker.wait()
            else:
                config.write_text("user root\n" + config.read_text())
            with (self.folder / "mosquitto.log").open("ab") as log:
                self._broker = subprocess.Popen([MOSQUITTO, "-c", config], stdout=log, stderr=log)
        elif reload.exists():
            reload.unlink()
            assert self._broker
            self._broker.send_signal(1)  # SIGHUP, as systemd's unit does

    def _until_there(self, kiosks: int) -> None:
        """Until so many are there, by the broker's own means: the page's table asks once."""
        log = self.folder / "mosquitto.log"

        def there() -> bool:
            assert all(show.poll() is None for show in self.shows), self.shows[0].communicate()
            return len(set(re.findall(r"connected from .* as (hall-\d+)-", log.read_text()))) >= kiosks

        until(there, log.read_text)
        time.sleep(0.3)

    def _join_more(self, first: int, last: int) -> None:
        for number in range(first, last + 1):
            name = f"hall-{number}"
            (self.folder / f"{name}.secret").chmod(0o600)
            settings = Fleet(
                broker=f"mqtts://localhost:{self.port}",
                credentials=str(self.folder / f"{name}.secret"),
                ca=str(self.folder / "etc" / "certs" / "ca.crt"),
            )
            self.simulate(settings, name)
        self._until_there(last)

    def simulate(self, settings: Fleet, name: str) -> None:
        """A kiosk without a show."""

        def hear(command: AnyCommand) -> None:
            link.reply(Reply(id=command.id, kiosk=name, result=Result.DONE))

        link = Link(settings, Identity(Root("kiosk"), name, ("ground-floor",)), hear, self.folder / f"state-{name}")
        link.tell(State(kiosk=name, groups=("ground-floor",)))
        link.start()
        self.links.append(link)

    def end(self) -> tuple[int, str]:
        """The exit code of the real kiosks, and what they have said."""
        for link in self.links:
            link.close()
        told = (0, "")
        for show in self.shows:
            show.terminate()
            ended = self.program.end(show)
            told = told[0] or ended.code, told[1] + ended.out + ended.err
        if self._broker:
            self._broker.kill()
            self._broker.wait()
        return told


@pytest.mark.logs("the broker of the fleet cannot be reached")
def test_the_page_is_right_from_the_first_kiosk_to_ten(program: Program, tmp_path: Path) -> None:
    house = House(tmp_path / "house", program)
    try:
        for part in parts_of(TEXT):
            if part.kind != "heading":
                house.do(part.kind, part.words)
    finally:
        told = house.end()
    assert told[0] == 0
    assert [line for line in told[1].splitlines() if not SAID.match(line)] == []
    assert "denied" not in (tmp_path / "house" / "mosquitto.log").read_text().lower()
    assert not re.findall(r"[0-9a-f]{32}", told[1])
