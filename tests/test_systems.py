"""What is written here on Linux has no need of it: no module that Windows or macOS lack, no stream, no console."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk import streams

ROOT = Path(__file__).parents[1]
LACKING = {
    "win32": ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog"),
    "darwin": ("spwd", "ossaudiodev", "msvcrt", "winreg"),
}
"""Modules of Python that a system does not have."""

IMPORT_ALL = """
import os, pkgutil, sys, types
import kiosk
found = pkgutil.walk_packages(kiosk.__path__, "kiosk.")
names = [module.name for module in found if not module.name.endswith("__main__")]
for name in names:
    __import__(name)  # so that all that is not ours is here already, as it is on this system
for name in [name for name in sys.modules if name == "kiosk" or name.startswith("kiosk.")]:
    del sys.modules[name]
system, *lacking = sys.argv[1:]
sys.platform = system
if system == "win32":
    sys.modules["msvcrt"] = types.ModuleType("msvcrt")
    gone = ("fork", "getuid", "geteuid", "nice", "set_blocking", "sysconf", "sched_setscheduler", "killpg", "setsid")
    for name in (*gone, "O_NONBLOCK", "O_NOFOLLOW", "O_DIRECTORY", "O_CLOEXEC"):
        delattr(os, name)
for name in lacking:
    sys.modules[name] = None
for name in names:
    __import__(name)
print(len(names), flush=True)
os._exit(0)  # what is here twice cannot be tidied up
"""


@pytest.mark.parametrize("system", LACKING)
def test_every_module_is_imported_without_what_a_system_lacks(system):
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALL, system, *LACKING[system]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.stderr
    assert int(done.stdout) > 300


def test_a_program_without_any_stream_has_them_all():
    started = f'exec "{sys.executable}" -m kiosk watched - 0 - --version <&- >&- 2>&-'
    assert subprocess.run(["sh", "-c", started], check=False).returncode == 0


def test_without_streams_of_its_own_it_prints_nowhere_and_so_does_what_it_starts():
    code = (
        "from kiosk.streams import have_streams; have_streams(); import subprocess, sys, os; print('lost', 'lost',"
        " file=sys.stderr); sys.exit(subprocess.call([sys.executable, '-c', 'import sys; print(1); sys.stderr.write(str"
        "(2)); sys.exit(sys.stdin.read() != str())']) + 7)"
    )
    started = f'exec "{sys.executable}" -c "{code}" <&- >&- 2>&-'
    assert subprocess.run(["sh", "-c", started], check=False).returncode == 7


def test_files_that_are_there_are_left_alone():
    before = os.fstat(1)
    streams._have_file(1)
    assert os.path.samestat(before, os.fstat(1))


def test_windows_prints_every_letter_into_a_file(monkeypatch):
    into = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(into, encoding="cp1252"))
    monkeypatch.setattr(sys, "platform", "win32")
    streams.have_streams()
    sys.stdout.write("봄 \N{EN DASH} ربيع")
    sys.stdout.flush()
    assert into.getvalue().decode() == "봄 \N{EN DASH} ربيع"
    monkeypatch.undo()


def test_windows_passes_on_where_nothing_is_read(monkeypatch):
    told = []
    kernel = SimpleNamespace(SetStdHandle=lambda which, handle: told.append((which, handle.value)))
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(get_osfhandle=lambda number: 100 + number))
    monkeypatch.setattr(sys, "platform", "win32")
    streams._have_file(2)
    assert told == [(-12, 102)]
