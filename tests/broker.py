"""A real Mosquitto on this computer alone, for as long as a test wants it."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOSQUITTO = shutil.which("mosquitto", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/sbin")
needs_broker = pytest.mark.skipif(
    MOSQUITTO is None or find_spec("paho") is None,
    reason="Mosquitto, the broker to test with, or paho-mqtt of the extra fleet is not installed",
)
PATIENCE_S = 10.0


class Broker:
    """One with users and their passwords, or for anybody without; `more` lines of mosquitto.conf.

    It may be stopped and started again, and keeps what was retained while it runs.
    """

    def __init__(self, folder: Path, users: dict[str, str] | None = None, more: str = "", port: int = 0) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.port = port or free_port()
        self._process: subprocess.Popen[bytes] | None = None
        anonymous = "false" if users else "true"
        lines = [f"listener {self.port} 127.0.0.1", f"allow_anonymous {anonymous}", "user root", more]
        if users:
            passwords = folder / "passwords"
            passwords.write_text("".join(f"{user}:{password}\n" for user, password in users.items()))
            passwords.chmod(0o600)
            subprocess.run(["mosquitto_passwd", "-U", passwords], check=True, capture_output=True)
            lines.append(f"password_file {passwords}")
        self._config = folder / "mosquitto.conf"
        self._config.write_text("\n".join(lines) + "\n")

    @property
    def address(self) -> str:
        """As it stands in config.yaml."""
        return f"mqtt://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Returns when it listens."""
        assert MOSQUITTO
        with (self.folder / "mosquitto.log").open("ab") as log:
            self._process = subprocess.Popen([MOSQUITTO, "-c", self._config], stdout=log, stderr=log)
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until and self._process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.02)
        raise TimeoutError(f"Mosquitto does not listen:\n{(self.folder / 'mosquitto.log').read_text()}")

    def stop(self) -> None:
        """As if its computer had been switched off."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None


def free_port() -> int:
    """A port of this computer that nobody listens at."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextlib.contextmanager
def broker(folder: Path, users: dict[str, str] | None = None, more: str = "") -> Iterator[Broker]:
    """One that runs."""
    made = Broker(folder, users, more)
    made.start()
    try:
        yield made
    finally:
        made.stop()


def secret(file: Path, user: str, password: str) -> str:
    """The name of a file with credentials that only this account may read."""
    file.write_text(f"{user}:{password}\n")
    file.chmod(0o600)
    return str(file)
