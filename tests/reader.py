"""Somebody who reads docs/staff-guide.md and does what it says, at a terminal and at the kiosk's screen.

Fenced blocks are what readers type (`sh`), what they then see in the terminal (`text`: a line `…` stands for any lines,
`…` in a line for any words) and what they find in a file and write in its place (two `yaml`). What is done with the
mouse or seen on the kiosk's screen the text says in words, and comments that no reader sees say it to us:

    <!-- by hand: NAME -->      one of `HANDS` of the test
    <!-- screen: ACT: WORDS --> one of the acts of tests.e2e.walks.guided
    <!-- file: NAME -->         the file that the next two `yaml` are about
    <!-- leaves with: 0 or 1 -->  the exit code of the next block, if it is not 0
    <!-- only with: WORDS -->   what the next block needs and we have not, such as a stick: it is not run
    <!-- types: WORDS -->       what is typed when the next block asks, one answer after the other, divided by |
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.conftest import STRICT

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART = re.compile(
    r"^<!-- (?P<comment>[^\n]*) -->$|^```(?P<kind>\w*)\n(?P<words>.*?)^```$|^(?P<heading>#+ [^\n]*)$",
    re.MULTILINE | re.DOTALL,
)
_PROGRESS = re.compile(r"^ *\d+ %: .*\n", re.MULTILINE)
_PATIENCE_S = 70.0
"""Longer than the walk's own, so that it can say what it waited for."""


@dataclass(frozen=True)
class Part:
    """A fenced block, a comment or a heading. `kind` is the block's language, `comment` or `heading`."""

    line: int
    kind: str
    words: str


def parts_of(guide: str) -> Iterator[Part]:
    """What matters to us, from the top to the bottom."""
    for found in _PART.finditer(guide):
        line = guide.count("\n", 0, found.start()) + 1
        if found["heading"] or found["comment"]:
            yield Part(line, "heading" if found["heading"] else "comment", found["heading"] or found["comment"])
        else:
            yield Part(line, found["kind"], found["words"])


def agrees(wanted: str, got: str) -> bool:
    """Whether what a terminal shows is what the guide says."""
    pattern = ""
    for line in wanted.splitlines():
        if line.strip() == "…":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += r"[^\n]*?".join(re.escape(part.rstrip() if last else part) for part, last in _marked(line))
            pattern += r"[ ]*\n"
    return re.fullmatch(pattern, got.rstrip("\n") + "\n" if got.strip() else "") is not None


def _marked(line: str) -> Iterator[tuple[str, bool]]:
    pieces = line.split("…")
    yield from ((piece, place == len(pieces) - 1) for place, piece in enumerate(pieces))


@dataclass
class Show:
    """A running show that is spoken to through files."""

    process: subprocess.Popen[str]
    talk: Path
    steps: int = 0

    def ask(self, act: str, words: str) -> None:
        """Raises AssertionError, with what the program said, when it cannot be done or seen."""
        self.steps += 1
        asked, done = self.talk / f"{self.steps}.json", self.talk / f"{self.steps}.done"
        asked.with_suffix(".new").write_text(json.dumps({"do": act, "words": words}), "utf-8")
        asked.with_suffix(".new").rename(asked)
        limit = time.monotonic() + _PATIENCE_S
        while not done.exists():
            if self.process.poll() is not None or time.monotonic() > limit:
                self.process.kill()
                raise AssertionError("".join(self.process.communicate()))
            time.sleep(0.02)

    def end(self) -> str:
        """What it has said until its end."""
        out, err = self.process.communicate(timeout=_PATIENCE_S)
        assert self.process.returncode == 0, out + err
        return out + err


@dataclass
class Terminal:
    """A folder to be in, commands to type, and what was seen. `commands` are those of kiosk: all else is a show."""

    folder: Path
    scratch: Path
    environment: dict[str, str]
    commands: frozenset[str]
    shows: list[Show] = field(default_factory=list)

    def type(self, line: str, answers: list[str]) -> tuple[int, str]:
        """The exit code of a block of commands, and what is read in the terminal."""
        words = shlex.split(line)
        if words[:1] == ["kiosk"] and (len(words) == 1 or words[1] not in {*self.commands, "--version", "--help"}):
            self._show(words[1:])
            return 0, ""
        here = self.scratch / "here"
        script = f'cd "$1"\n{line}\ncode=$?\npwd > "$2"\nexit $code'
        command = ["bash", "-c", script, "bash", str(self.folder), str(here)]
        code, said = self._answering(command, answers) if answers else self._quietly(command)
        self.folder = Path(here.read_text().strip())
        return code, said

    def close(self) -> None:
        """End what still runs."""
        for show in self.shows:
            show.process.kill()
            show.process.communicate()

    def _quietly(self, command: list[str]) -> tuple[int, str]:
        ran = subprocess.run(
            command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        return ran.returncode, ran.stdout + _PROGRESS.sub("", ran.stderr)

    def _answering(self, command: list[str], answers: list[str]) -> tuple[int, str]:
        """On a terminal of its own, where questions are asked."""
        ours, theirs = os.openpty()
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            preexec_fn=lambda: os.login_tty(theirs),  # noqa: PLW1509 - a handful of calls to the system
        )
        os.close(theirs)
        said, left = "", list(answers)
        while True:
            try:
                read = os.read(ours, 4096).decode()
            except OSError:  # Linux says so at the end
                break
            if not read:
                break
            said += read
            if left and said.rstrip("\n").endswith(": "):
                os.write(ours, f"{left.pop(0)}\n".encode())
        os.close(ours)
        return process.wait(), said.replace("\r\n", "\n")

    def _show(self, arguments: list[str]) -> None:
        talk = self.scratch / f"talk{len(list(self.scratch.glob('talk*')))}"
        talk.mkdir()
        process = subprocess.Popen(
            [sys.executable, *STRICT, "-m", "tests.e2e.driver", "guided", *arguments],
            cwd=self.folder,
            env={**self.environment, "KIOSK_GUIDE": str(talk)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.shows.append(Show(process, talk))
