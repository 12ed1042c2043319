"""The real program under strace: what it and all it starts ask of Linux; for an hour, `python -m tests.long.traced`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.exhibitions import build_exhibition
from tests.traces import judge, tracing

if TYPE_CHECKING:
    from tests.e2e.conftest import Program


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed: nothing can be traced here")
def test_it_opens_no_socket_writes_nowhere_else_and_starts_no_other_program(
    program: Program, tmp_path: Path, home: Path
) -> None:
    folder, calls = tmp_path / "exhibition", tmp_path / "calls"
    folder.mkdir()
    manifest = build_exhibition(folder, works=3, pictures=3, size=(600, 400), themes=0)
    program.through = tracing(calls)
    # Python keeps what it compiles of a checkout beside it; an installed program finds that there.
    program.environment |= {"TMPDIR": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    ended = program.walk("opens", manifest)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    with calls.open(encoding="utf-8", errors="surrogateescape") as lines:
        found = judge(lines, [home])
    assert (dict(found.sockets), dict(found.written)) == ({}, {})
    assert found.calls > 500
    assert {path.resolve() for path in found.started} == {Path(sys.executable).resolve()}
