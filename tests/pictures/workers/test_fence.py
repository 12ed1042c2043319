"""A worker of Linux opens no socket and starts no program, whatever is found in a picture."""

from __future__ import annotations

import subprocess
import sys

import pytest

TRY = """
import os, socket, sys
from kiosk.pictures.workers.fence import raise_fence
if not raise_fence():
    sys.exit(7)
def refused(what, *arguments):
    try:
        what(*arguments)
    except PermissionError:
        return True
    return False
assert refused(socket.socket), "a socket"
assert refused(socket.socket, socket.AF_UNIX), "a socket of this machine"
assert refused(os.execv, "/bin/true", ["true"]), "a program in its place"
child = os.fork()
if not child:
    os._exit(0 if refused(os.execv, "/bin/true", ["true"]) else 1)
assert os.waitpid(child, 0)[1] == 0, "a program beside it"
from PIL import Image
import io
Image.new("RGB", (9, 9)).save(io.BytesIO(), "JPEG")
open(sys.argv[1], "wb").write(b"and yet it works")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="seccomp is Linux's")
def test_behind_the_fence_there_is_no_network_and_no_other_program(tmp_path) -> None:
    done = subprocess.run([sys.executable, "-c", TRY, str(tmp_path / "x")], capture_output=True, text=True, check=False)
    if done.returncode == 7:
        pytest.skip("this system has no such filters")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "x").read_bytes() == b"and yet it works"
