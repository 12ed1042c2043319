"""A line to a broker that can become slow, and fast again."""

from __future__ import annotations

import contextlib
import socket
import threading
import time

PIECE, WAIT_S = 16, 0.01


class Line:
    """Reaches `far_port` of this computer through `port`; while it is `slow`, `PIECE` bytes every `WAIT_S`."""

    def __init__(self, far_port: int) -> None:
        self.slow = False
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        threading.Thread(target=self._accept, args=(far_port,), daemon=True).start()

    def _accept(self, far_port: int) -> None:
        while True:
            near, _ = self._server.accept()
            try:
                far = socket.create_connection(("127.0.0.1", far_port))
            except OSError:
                near.close()
                continue
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError), one, other:
            while piece := one.recv(PIECE if self.slow else 65_536):
                if self.slow:
                    time.sleep(WAIT_S)
                other.sendall(piece)
            other.shutdown(socket.SHUT_RDWR)
