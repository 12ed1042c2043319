"""docs/staff-guide.md is read from the top to the bottom, and done: at a terminal, and at the screen of a kiosk."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from kiosk.cli import commands
from tests.e2e.conftest import Program, program
from tests.reader import Part, Terminal, agrees, parts_of
from tests.spring import MISSING, WORKS, bring, bring_others, draw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["program"]  # a fixture

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "staff-guide.md"
TEXT = GUIDE.read_text("utf-8")
PARTS = tuple(parts_of(TEXT))


class Reader:
    """Goes through the guide, part by part; raises AssertionError where it is not as the guide says."""

    def __init__(self, terminal: Terminal, home: Path) -> None:
        self.terminal = terminal
        self._home = home
        self._file = home
        self._found: str | None = None
        self._said: str | None = None
        self._codes = frozenset({0})
        self._answers: list[str] = []
        self._skips = False
        self._comments = {
            "by hand": self._by_hand,
            "screen": self._at_the_screen,
            "file": self._open,
            "leaves with": self._expect,
            "types": self._remember,
            "only with": self._skip,
        }
        self._blocks = {"sh": self._type, "text": self._compare, "yaml": self._edit}

    def do(self, part: Part) -> None:
        """One part."""
        if part.kind == "heading":
            return
        if part.kind == "comment":
            act, _, words = part.words.partition(": ")
            self._comments[act](words)
        else:
            if part.kind != "text":
                self.nothing_unsaid()
            self._blocks[part.kind](part.words)

    def nothing_unsaid(self) -> None:
        """What the last command said, the guide says, too."""
        assert not self._said, f"the guide does not say that this is seen:\n{self._said}"
        self._said = None

    def _type(self, words: str) -> None:
        if self._skips:
            self._skips = False
            return
        code, said = self.terminal.type(words.strip(), self._answers)
        assert code in self._codes, f"it left with {code}:\n{said}"
        self._said, self._codes, self._answers = said, frozenset({0}), []

    def _compare(self, words: str) -> None:
        assert self._said is not None, "nothing has been typed before"
        if not agrees(words, self._said):
            raise AssertionError(f"this is seen:\n{self._said}")
        self._said = None

    def _edit(self, words: str) -> None:
        if self._found is None:
            self._found = words
            return
        text = self._file.read_text("utf-8")
        assert text.count(self._found) == 1, f"{self._file} has {text.count(self._found)} of these lines:\n{text}"
        self._file.write_text(text.replace(self._found, words), "utf-8")
        self._found = None

    def _open(self, words: str) -> None:
        self._file = self._home / words[2:] if words.startswith("~/") else self.terminal.folder / words

    def _expect(self, words: str) -> None:
        self._codes = frozenset(map(int, words.split(" or ")))

    def _remember(self, words: str) -> None:
        self._answers = words.split("|")

    def _skip(self, _words: str) -> None:
        self._skips = True

    def _by_hand(self, words: str) -> None:
        HANDS[words](self._home)

    def _at_the_screen(self, words: str) -> None:
        act, _, what = words.partition(": ")
        self.terminal.shows[-1].ask(act, what)
        if act.startswith("press ") and not what:
            self._said = self.terminal.shows.pop().end()


def _bring(home: Path) -> None:
    bring(home / "Documents" / "spring")


def _bring_the_missing_one(home: Path) -> None:
    number = [work[-1] for work in WORKS].index(MISSING) + 1
    draw(home / "Documents" / "spring" / "pictures" / MISSING, number)


def _copy_to_the_stick(home: Path) -> None:
    (home / "stick").mkdir(exist_ok=True)
    shutil.copy(home / "Documents" / "spring" / "spring.kiosk", home / "stick")


def _go_to_the_kiosk(home: Path) -> None:
    """Its configuration is the one that comes with the program; the stick is a folder that it looks into."""
    config = home / "kiosk" / "config.yaml"
    if not config.exists():
        config.parent.mkdir()
        shipped = (ROOT / "config.yaml").read_text("utf-8")
        assert shipped.count("  watch: []\n") == 1
        config.write_text(shipped.replace("  watch: []\n", "  watch: [../stick]\n"), "utf-8")


def _copy_the_public_key(home: Path) -> None:
    shutil.copy(home / "Documents" / "spring" / "museum.pub", home / "kiosk")


KIOSK = """#!{python}
import sys

from kiosk.__main__ import main

if sys.argv[1:2] == ["keygen"]:  # a password that takes a gigabyte and seconds to try is not what is tested here
    from kiosk.staff.bundles.secret_key import write_key

    write_key.__defaults__ = (1 << 15, 1 << 24)
main()
"""

OTHERS_SAY = {"command not found", "not recognized", "Missing argument", "Missing option"}
"""Messages of the shell and of click."""
PROGRAM = "\n".join(
    file.read_text("utf-8") for kind in ("py", "qml") for file in sorted((ROOT / "kiosk").rglob(f"*.{kind}"))
)

HANDS: dict[str, Callable[[Path], object]] = {
    "list and pictures": _bring,
    "the missing picture": _bring_the_missing_one,
    "to the stick": _copy_to_the_stick,
    "at the kiosk": _go_to_the_kiosk,
    "at the desk": lambda _home: None,
    "other sources": lambda home: bring_others(home / "Documents"),
    "public key": _copy_the_public_key,
}


@pytest.fixture
def reader(program: Program, home: Path, tmp_path: Path) -> Reader:
    tools = tmp_path / "tools"
    tools.mkdir()
    kiosk = tools / "kiosk"
    kiosk.write_text(KIOSK.format(python=sys.executable))
    kiosk.chmod(0o755)
    environment = {
        **program.environment,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "KIOSK_TEST": program.mark,
    }
    environment.pop("KIOSK_CONFIG", None)
    return Reader(Terminal(home, tmp_path, environment, frozenset(commands.commands)), home)


@pytest.mark.skipif(sys.platform == "win32", reason="bash and a terminal to type a password into are needed")
def test_whoever_does_what_the_guide_says_sees_what_it_says(reader: Reader, program: Program) -> None:
    for part in PARTS:
        wrong = went_wrong(reader, part)
        if wrong:
            reader.terminal.close()
            pytest.fail(f"docs/staff-guide.md:{part.line}: {part.words}\n{wrong}", pytrace=False)
    reader.nothing_unsaid()
    assert reader.terminal.shows == []
    assert program.running() == []


def went_wrong(reader: Reader, part: Part) -> str:
    try:
        reader.do(part)
    except AssertionError as wrong:
        return str(wrong) or "this cannot be done"
    return ""


def inline_commands() -> Sequence[str]:
    typed = [line for part in PARTS if part.kind == "sh" for line in part.words.splitlines() if line[:6] == "kiosk "]
    return sorted({*typed, *re.findall(r"`(kiosk [^`]+)`", TEXT)})


@pytest.mark.parametrize("line", inline_commands())
def test_commands_that_the_text_names_are_there(line: str) -> None:
    words = shlex.split(line.replace("\\", "/"))[1:]
    command = commands.commands[words[0] if words[0] in commands.commands else "show"]
    options = {name for each in command.params if isinstance(each, click.Option) for name in each.opts}
    assert {word for word in words if word.startswith("-")} <= options | {"--help", "--version"}


def told_messages() -> Sequence[str]:
    """What the guide says that the screen or the terminal says, at the beginning of list items and rows of tables."""
    said = re.findall(r"^(?:- |\| )((?:\*[^*]+\*(?:, (?:or )?)?)+)", TEXT, re.MULTILINE)
    whole = {each for line in said for each in re.findall(r"\*([^*]+)\*", line)} - OTHERS_SAY
    return sorted(piece.strip(' ."?') for each in whole for piece in re.split("[…“”]|\\. ", each) if len(piece) > 4)


@pytest.mark.parametrize("words", told_messages())
def test_messages_that_the_text_explains_are_there(words: str) -> None:
    assert words in PROGRAM


def test_only_blocks_that_are_done_are_in_the_guide() -> None:
    fences = re.findall(r"^ *```(\w*)$", TEXT, re.MULTILINE)
    assert len(fences) == 2 * sum(part.kind in ("sh", "text", "yaml") for part in PARTS)
    assert TEXT.count("<!--") == sum(part.kind == "comment" for part in PARTS)


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ("one\ntwo\n", "one\ntwo\n", True),
        ("one\n", "one\ntwo\n", False),
        ("one\n…\n", "one\n", True),
        ("one\n…\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("one\n…\nfour\n", "one\ntwo\nthree\n", False),
        ("…/x.yaml:8:…\n", "/srv/x.yaml:8:12\n", True),
        ("…/x.yaml:8:…\n", "/srv/x.yaml:9:12\n", False),
        ("a … MB\n", "a 1.0 MB\n", True),
        ("a … MB\n", "a 1.0\nMB\n", False),
        ("…\n", "", True),
        ("a.b\n", "axb\n", False),
    ],
)
def test_what_is_seen_is_compared(wanted: str, got: str, same: bool) -> None:
    assert agrees(wanted, got) is same
