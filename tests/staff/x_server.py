"""An X server of a hundred lines that knows nothing but power saving, and notes what is asked of that.

Sources: X.Org, "X Window System Protocol" X11R6, appendix B; "X Display Power Management Signaling (DPMS) Extension".
"""

from __future__ import annotations

import os
import socket
import struct
import threading

DPMS = 130
QUERY_EXTENSION, GET_PROPERTY, GET_INPUT_FOCUS = 98, 20, 43
CAPABLE, SET_TIMEOUTS, ENABLE, DISABLE, FORCE_LEVEL, INFO = 1, 3, 4, 5, 6, 7
ASKED = {CAPABLE, INFO}
VENDOR = b"Test"
SCREEN = struct.pack("<5I6HI4B", 1, 2, 0xFFFFFF, 0, 0, 640, 480, 160, 120, 1, 1, 3, 0, 0, 24, 1)
DEPTH = struct.pack("<BxH4xIBBHIII4x", 24, 1, 3, 4, 8, 256, 0xFF0000, 0xFF00, 0xFF)


class XServer(threading.Thread):
    """Serves one client at `display`. `done`: what it was told to do to its screen, in order."""

    def __init__(self, *, enabled: bool) -> None:
        super().__init__(daemon=True)
        self.done: list[tuple[int, ...]] = []
        self._enabled = enabled
        self._listening = socket.socket(socket.AF_UNIX)
        number = 10_000 + os.getpid()
        self.display = f":{number}"
        self._listening.bind(f"\0/tmp/.X11-unix/X{number}")  # a name that is in no folder (Linux, unix(7))
        self._listening.listen(1)
        self.start()

    def run(self) -> None:
        """See above."""
        client, _ = self._listening.accept()
        with self._listening, client, client.makefile("rb") as reading:
            _, names, data = struct.unpack("<4xH2H2x", reading.read(12))[:3]
            reading.read(names + -names % 4 + data + -data % 4)
            body = struct.pack("<4I2H8B4x", 1, 0x200000, 0x1FFFFF, 0, len(VENDOR), 0xFFFF, 1, 1, 0, 0, 32, 32, 8, 255)
            body += VENDOR + struct.pack("<3B5x", 24, 32, 32) + SCREEN + DEPTH
            client.sendall(struct.pack("<BxHHH", 1, 11, 0, len(body) // 4) + body)
            number = 0
            while head := reading.read(4):
                opcode, minor, length = struct.unpack("<BBH", head)
                rest = reading.read(4 * length - 4)
                number = number + 1 & 0xFFFF
                answer = self._answer(opcode, minor, rest)
                if answer is not None:
                    client.sendall(struct.pack("<BxHI", 1, number, 0) + answer.ljust(24, b"\0"))

    def _answer(self, opcode: int, minor: int, rest: bytes) -> bytes | None:
        """The body of a reply, where there is one."""
        if opcode == QUERY_EXTENSION:
            (length,) = struct.unpack_from("<H", rest)
            return struct.pack("<4B", rest[4 : 4 + length] == b"DPMS", DPMS, 0, 0)
        if opcode == DPMS:
            return self._power(minor, rest)
        return b"" if opcode in {GET_PROPERTY, GET_INPUT_FOCUS} else None

    def _power(self, minor: int, rest: bytes) -> bytes | None:
        if minor == CAPABLE:
            return b"\1"
        if minor == INFO:
            return struct.pack("<HB", 0, self._enabled)
        self.done.append((minor, *struct.unpack(f"<{len(rest) // 2}H", rest)))
        return None
