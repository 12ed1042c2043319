"""Asking a service on the desktop's or the system's bus for something: D-Bus over a socket in the file system.

No more than that needs (D-Bus Specification 0.43: "Authentication Protocol", "Message Format"): method calls with words
and unsigned numbers, one after another, each with a deadline. Why not QtDBus: docs/decisions, "light".
"""

from __future__ import annotations

import contextlib
import os
import socket
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

SYSTEM = Path("/run/dbus/system_bus_socket")
PATIENCE_S = 3.0
"""The longest wait for one answer, or a part of it."""
_CALL, _RETURN, _ERROR = 1, 2, 3
_PATH, _INTERFACE, _MEMBER, _ERROR_NAME, _DESTINATION, _SIGNATURE = 1, 2, 3, 4, 6, 8
_BUS = "org.freedesktop.DBus"
_NOT_THERE = "Windows has no such bus"
_MOST_BYTES = 1 << 20
"""Of one message; what is asked here is answered in a few dozen."""


class NoAnswer(Exception):
    """A bus or a service cannot be reached, refuses, or says nothing."""


def session_bus(environment: Mapping[str, str]) -> str | None:
    """The address of the desktop's bus; None without one. Nothing is started that is not there."""
    if address := environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return address
    runtime = environment.get("XDG_RUNTIME_DIR")
    bus = Path(runtime, "bus") if runtime else None
    return f"unix:path={bus}" if bus and bus.exists() else None


def system_bus(environment: Mapping[str, str]) -> str | None:
    """The address of the system's bus; None without one."""
    return environment.get("DBUS_SYSTEM_BUS_ADDRESS") or (f"unix:path={SYSTEM}" if SYSTEM.exists() else None)


class Bus:
    """A connection. What services promise to whoever asks lasts until it is closed. Raises NoAnswer."""

    _socket: socket.socket

    def __init__(self, address: str, patience_s: float = PATIENCE_S) -> None:
        self._serial = 0
        self._files: list[int] = []
        self._unread = b""
        if sys.platform == "win32":
            raise NoAnswer(_NOT_THERE)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(patience_s)
        try:
            self._socket.connect(_place(address))
            self._introduce()
            self.call(_BUS, "/org/freedesktop/DBus", _BUS, "Hello")
        except OSError as error:
            self.close()
            raise NoAnswer(str(error)) from error
        except NoAnswer:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take everything back that was asked for."""
        self._socket.close()
        for file in self._files:
            with contextlib.suppress(OSError):
                os.close(file)
        self._files.clear()

    def fileno(self) -> int:
        """What can be waited at until the bus has something to say, such as after `watch`, or hangs up."""
        return self._socket.fileno()

    def watch(self, service: str) -> None:
        """Be told when another process becomes a service, or none is any more. Raises NoAnswer."""
        rule = f"type='signal',sender='{_BUS}',member='NameOwnerChanged',arg0='{service}'"
        self.call(_BUS, "/org/freedesktop/DBus", _BUS, "AddMatch", rule)

    def call(self, service: str, path: str, interface: str, member: str, *arguments: str | int) -> None:
        """Call a method and wait for its answer; files that come with it stay open with the connection."""
        self._serial += 1
        try:
            self._socket.sendall(message(self._serial, service, path, interface, member, *arguments))
            while (kind := self._receive()) not in {_RETURN, _ERROR}:
                pass
        except OSError as error:
            raise NoAnswer(f"{service}: {error}") from error
        if kind == _ERROR:
            raise NoAnswer(f"{service} refuses")

    def _introduce(self) -> None:
        """As the account that this is (SASL EXTERNAL)."""
        if sys.platform == "win32":
            raise NoAnswer(_NOT_THERE)
        self._socket.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        if not self._line().startswith(b"OK "):
            raise NoAnswer("the bus does not know this account")
        self._socket.sendall(b"NEGOTIATE_UNIX_FD\r\n")
        self._line()
        self._socket.sendall(b"BEGIN\r\n")

    def _line(self) -> bytes:
        line = b""
        while not line.endswith(b"\r\n") and len(line) < 1024:
            more = self._socket.recv(1)
            if not more:
                raise NoAnswer("the bus hangs up")
            line += more
        return line

    def _receive(self) -> int:
        """The kind of the next message."""
        head = self._take(16)
        order = "<" if head[:1] == b"l" else ">"
        body, _, fields = struct.unpack(f"{order}III", head[4:])
        rest = -fields % 8 + fields + body
        if rest > _MOST_BYTES:
            raise NoAnswer("the answer is too long")
        self._take(rest)
        return head[1]

    def _take(self, size: int) -> bytes:
        if sys.platform == "win32":
            raise NoAnswer(_NOT_THERE)
        while len(self._unread) < size:
            more, files, _, _ = socket.recv_fds(self._socket, 4096, 4)
            self._files += files
            if not more:
                raise NoAnswer("the bus hangs up")
            self._unread += more
        taken, self._unread = self._unread[:size], self._unread[size:]
        return taken


def message(serial: int, service: str, path: str, interface: str, member: str, *arguments: str | int) -> bytes:
    """A method call, in little-endian. Words are of type s, numbers of type u."""
    body, signature = b"", ""
    for argument in arguments:
        signature += "u" if isinstance(argument, int) else "s"
        body = _aligned(body, 4) + (struct.pack("<I", argument) if isinstance(argument, int) else _words(argument))
    fields = b""
    named = [(_PATH, "o", path), (_INTERFACE, "s", interface), (_MEMBER, "s", member), (_DESTINATION, "s", service)]
    for code, kind, value in named:
        fields = _aligned(fields, 8) + bytes([code, 1]) + kind.encode() + b"\0" + _words(value)
    if signature:
        letters = signature.encode()
        fields = _aligned(fields, 8) + bytes([_SIGNATURE]) + b"\1g\0" + bytes([len(letters)]) + letters + b"\0"
    head = b"l" + bytes([_CALL, 0, 1]) + struct.pack("<III", len(body), serial, len(fields))
    return _aligned(head + fields, 8) + body


def _words(words: str) -> bytes:
    written = words.encode()
    return struct.pack("<I", len(written)) + written + b"\0"


def _aligned(written: bytes, size: int) -> bytes:
    return written + bytes(-len(written) % size)


def _place(address: str) -> str:
    """Where the socket of an address is. Only those in the file system and Linux's abstract ones are used."""
    for each in address.split(";"):
        kind, _, rest = each.partition(":")
        parts = dict(part.partition("=")[::2] for part in rest.split(","))
        if kind == "unix" and "path" in parts:
            return parts["path"]
        if kind == "unix" and "abstract" in parts:
            return "\0" + parts["abstract"]
    raise NoAnswer(f"{address} is not on this computer")
