"""An X screen that can be killed, and started again as the same one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class MortalScreen:
    """An Xvfb of `size` (WIDTHxHEIGHTxDEPTH) that dies on demand; `name` stays the same when it is started again."""

    def __init__(self, size: str) -> None:
        self._size = size
        self.name = ""
        self.start()

    def start(self) -> None:
        """Have it there."""
        told, tell = os.pipe()
        number = [self.name] if self.name else []
        command = ["Xvfb", *number, "-displayfd", str(tell), "-screen", "0", self._size, "-nolisten", "tcp", "-ac"]
        null = subprocess.DEVNULL
        self._server = subprocess.Popen(command, pass_fds=(tell,), stdout=null, stderr=null)
        os.close(tell)
        with os.fdopen(told) as number_told:
            self.name = f":{number_told.readline().strip()}"

    def kill(self) -> None:
        """Have it gone, with what it leaves behind."""
        self._server.kill()
        self._server.wait()
        number = self.name.removeprefix(":")
        for left in (f".X11-unix/X{number}", f".X{number}-lock"):
            Path("/", "tmp", left).unlink(missing_ok=True)
