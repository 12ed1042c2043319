"""A line between two computers on which everything comes slowly, and in pieces."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 16


@contextlib.contextmanager
def slow_line(port: int, wait_s: float = 0.01) -> Iterator[int]:
    """The port at which `port` of this computer is reached, `PIECE` bytes at a time with `wait_s` between them."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_accept, args=(server, port, wait_s), daemon=True).start()
        yield server.getsockname()[1]


def _accept(server: socket.socket, port: int, wait_s: float) -> None:
    with contextlib.suppress(OSError):
        while True:
            near, _ = server.accept()
            far = socket.create_connection(("127.0.0.1", port))
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=_carry, args=(one, other, wait_s), daemon=True).start()


def _carry(one: socket.socket, other: socket.socket, wait_s: float) -> None:
    with contextlib.suppress(OSError), one, other:
        while piece := one.recv(PIECE):
            time.sleep(wait_s)
            other.sendall(piece)
