"""What judges traces finds what it is to find, in what strace really writes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.traces import judge, tracing

GUILTY = """
import os, socket, subprocess, sys, threading
inside, outside = sys.argv[1:]
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as told:
    told.connect(("127.0.0.1", 9))
socket.socket(socket.AF_UNIX).close()
os.chdir(outside)
for name in ("kept \\u00e4 \\" quoted", "read"):
    open(os.path.join(inside, name), "w").close()
def write():
    open("by a thread", "w").close()
thread = threading.Thread(target=write)
thread.start()
open("read")
thread.join()
os.rename(os.path.join(inside, "read"), "moved")
try:
    os.mkdir("/proc/none")
except OSError:
    pass
open(os.devnull, "w").close()
subprocess.run(["true"], check=True)
"""


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed: nothing can be traced here")
def test_sockets_files_elsewhere_and_programs_are_found(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside \u00e4"
    inside.mkdir()
    outside.mkdir()
    (outside / "read").touch()
    file = tmp_path / "calls"
    command = [*tracing(file), sys.executable, "-I", "-c", GUILTY, str(inside), str(outside)]
    subprocess.run(command, check=True)
    with file.open(encoding="utf-8", errors="surrogateescape") as lines:
        found = judge(lines, [inside])
    assert dict(found.sockets) == {"socket AF_INET": 1, "connect AF_INET": 1}
    assert dict(found.written) == {outside / "by a thread": 1, Path("moved"): 1}
    assert {path.name for path in found.started} == {Path(sys.executable).name, "true"}
    assert found.calls > 20


def test_what_a_thread_was_in_is_put_together() -> None:
    lines = [
        '7 openat(AT_FDCWD</opt/x>, "a", O_WRONLY|O_CREAT, 0666 <unfinished ...>',
        '8 mkdirat(4</srv/y>, "b", 0777) = 0',
        "7 <... openat resumed>) = 3</opt/x/a>",
        '9 unlink("/etc/c") = -1 EACCES (Permission denied)',
        '9 symlinkat("/etc/target", AT_FDCWD</opt>, "d") = 0',
        '9 link("/srv/a", "/opt/e") = 0',
    ]
    found = judge(lines, [Path("/srv")])
    assert found.written.keys() == {Path("/opt/x/a"), Path("/opt/d"), Path("/opt/e")}
