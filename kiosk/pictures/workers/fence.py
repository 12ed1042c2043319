"""What a worker may not ask of Linux: sockets, and other programs. A decoder that is taken over gets no further.

A filter of system calls (seccomp(2)), which a process can only narrow, without any rights of its own. Where the system
or the processor is another one, there is none; nothing else depends on it.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys

_SET_NO_NEW_PRIVS, _SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
"""BPF: load a word of what is asked for, jump if it is equal, or as large, return a verdict."""
_OTHER_NUMBERS = 0x40000000
"""From here on the same calls stand once more, for programs of x32."""
_NUMBER, _ARCHITECTURE = 0, 4
"""Where they stand in struct seccomp_data."""
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_FORBIDDEN = {
    # the machine: its number in audit.h, then socket, connect, bind, execve, execveat, ptrace, io_uring_setup
    "x86_64": (0xC000003E, (41, 42, 49, 59, 322, 101, 425)),
    "aarch64": (0xC00000B7, (198, 203, 200, 221, 281, 117, 425)),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def raise_fence() -> bool:
    """Forbid it to this process and to what it may start, for good: it gets EPERM. Whether that was possible here."""
    if not sys.platform.startswith("linux") or platform.machine() not in _FORBIDDEN or sys.maxsize < 1 << 32:
        return False
    try:
        call = ctypes.CDLL(None, use_errno=True).prctl
    except (OSError, AttributeError):
        return False
    steps = _steps(*_FORBIDDEN[platform.machine()])
    program = _Program(len(steps), b"".join(struct.pack("HBBI", *step) for step in steps))
    return bool(
        call(_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 and call(_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0
    )


def _steps(architecture: int, forbidden: tuple[int, ...]) -> list[tuple[int, int, int, int]]:
    """The filter as (code, jump if so, jump if not, operand): another architecture's calls are refused as a whole."""
    refuse = len(forbidden) + 2
    compare = [(_EQUAL, refuse - place - 2, 0, number) for place, number in enumerate(forbidden)]
    return [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 0, refuse + 1, architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, refuse - 1, 0, _OTHER_NUMBERS),
        *compare,
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _ERRNO | errno.EPERM),
    ]
