"""What carries a folder from a desk to a kiosk: rsync, Syncthing and SMB, on loopback alone, and to be cut off."""

from __future__ import annotations

import contextlib
import shutil
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from tests.broker import free_port

if TYPE_CHECKING:
    from pathlib import Path

SLOW_KB_S = 1500
PATIENCE_S = 60.0
HERE = "127.0.0.1"


class Engine(ABC):
    """Copies `near`, a folder at the desk, to `far`, one at the kiosk; `folder` is its own.

    `begin` begins to copy, and `cut` cuts it off in the middle.
    """

    needs: tuple[str, ...] = ()

    def __init__(self, folder: Path, near: Path, far: Path) -> None:
        folder.mkdir(parents=True)
        self.folder, self.near, self.far = folder, near, far
        self.running: list[subprocess.Popen[bytes]] = []
        self.log = (folder / "log").open("wb")

    @classmethod
    def lacks(cls) -> str:
        """What is not installed."""
        return ", ".join(name for name in cls.needs if not shutil.which(name))

    @abstractmethod
    def begin(self, *, slowly: bool) -> None:
        """Copy what there is; returns at once."""

    def cut(self) -> None:
        """As if the cable was pulled, or the power was gone."""
        for process in self.running:
            process.kill()
            process.wait()
        self.running.clear()

    def end(self) -> None:
        """All of it."""
        self.cut()
        self.log.close()

    def run(self, *command: str | Path) -> subprocess.Popen[bytes]:
        """In the background, until it is cut."""
        process = subprocess.Popen(list(map(str, command)), stdout=self.log, stderr=self.log)
        self.running.append(process)
        return process


class Rsync(Engine):
    """`rsync --daemon` at the desk, from which the kiosk fetches. `more`: its options."""

    needs = ("rsync",)
    more: tuple[str, ...] = ()

    def __init__(self, folder: Path, near: Path, far: Path) -> None:
        super().__init__(folder, near, far)
        self.port = free_port()
        self.config = folder / "rsyncd.conf"
        self.config.write_text(
            f"port = {self.port}\naddress = {HERE}\nuse chroot = no\n[shared]\npath = {near}\nread only = yes\n"
        )

    def begin(self, *, slowly: bool) -> None:
        """A daemon that is killed with its client."""
        self.run("rsync", "--daemon", "--no-detach", "--config", self.config)
        _until_listening(self.port)
        limit = [f"--bwlimit={SLOW_KB_S}"] if slowly else []
        self.run("rsync", "-rt", "--delete", *limit, *self.more, f"rsync://{HERE}:{self.port}/shared/", f"{self.far}/")


class RsyncInPlace(Rsync):
    """As some do: straight into the file's own name, so that a half one has the right name."""

    more = ("--inplace",)


class Syncthing(Engine):
    """Two instances that know each other and nobody else."""

    needs = ("syncthing",)

    def __init__(self, folder: Path, near: Path, far: Path) -> None:
        super().__init__(folder, near, far)
        self.homes = {"desk": folder / "desk", "kiosk": folder / "kiosk"}
        self.ports = {name: (free_port(), free_port()) for name in self.homes}
        for home in self.homes.values():
            made = ["syncthing", "generate", "--no-default-folder", "--home", str(home)]
            subprocess.run(made, check=True, stdout=self.log, stderr=self.log)
        self.ids = {name: _device_of(home) for name, home in self.homes.items()}

    def begin(self, *, slowly: bool) -> None:
        """Both; Syncthing goes on where it was."""
        for name, home in self.homes.items():
            self._configure(name, slowly=slowly)
            self.run("syncthing", "serve", "--no-browser", "--no-restart", "--no-upgrade", "--home", home)
        for _, gui in self.ports.values():
            _until_listening(gui)

    def _configure(self, name: str, *, slowly: bool) -> None:
        """Neither discovery nor relays nor reports: it speaks with the other one alone."""
        listen, gui = self.ports[name]
        root = ET.Element("configuration", version="36")
        shared = self.near if name == "desk" else self.far
        kind = "sendonly" if name == "desk" else "receiveonly"
        place = ET.SubElement(
            root,
            "folder",
            id="shared",
            path=str(shared),
            type=kind,
            rescanIntervalS="2",
            fsWatcherEnabled="true",
            fsWatcherDelayS="1",
        )
        (shared / ".stfolder").mkdir(exist_ok=True)
        for other, identity in self.ids.items():
            ET.SubElement(place, "device", id=identity)
            device = ET.SubElement(root, "device", id=identity, name=other)
            ET.SubElement(device, "address").text = f"tcp://{HERE}:{self.ports[other][0]}"
        window = ET.SubElement(root, "gui", enabled="true", tls="false")
        ET.SubElement(window, "address").text = f"{HERE}:{gui}"
        ET.SubElement(window, "apikey").text = "loopback"
        options = ET.SubElement(root, "options")
        for option, value in {
            "listenAddress": f"tcp://{HERE}:{listen}",
            "globalAnnounceEnabled": "false",
            "localAnnounceEnabled": "false",
            "relaysEnabled": "false",
            "natEnabled": "false",
            "startBrowser": "false",
            "urAccepted": "-1",
            "crashReportingEnabled": "false",
            "autoUpgradeIntervalH": "0",
            "reconnectionIntervalS": "1",
            "limitBandwidthInLan": "true",
            "maxSendKbps": str(SLOW_KB_S if slowly else 0),
            "maxRecvKbps": str(SLOW_KB_S if slowly else 0),
        }.items():
            ET.SubElement(options, option).text = value
        ET.ElementTree(root).write(self.homes[name] / "config.xml")


class Smb(Engine):
    """A share of Samba's; `smbclient` fetches what is new, straight into the files' own names.

    Whether this system could mount it as well is asked; over a mount nothing is copied.
    """

    needs = ("smbd", "smbclient")

    def __init__(self, folder: Path, near: Path, far: Path) -> None:
        super().__init__(folder, near, far)
        self.port = free_port()
        for name in ("private", "lock", "state", "cache", "pid", "ncalrpc"):
            (folder / name).mkdir()
        places = "\n".join(
            f"{option} = {folder / below}"
            for option, below in {
                "private dir": "private",
                "lock directory": "lock",
                "state directory": "state",
                "cache directory": "cache",
                "pid directory": "pid",
                "ncalrpc dir": "ncalrpc",
            }.items()
        )
        self.config = folder / "smb.conf"
        self.config.write_text(
            f"[global]\n{places}\ninterfaces = lo\nbind interfaces only = yes\nsmb ports = {self.port}\n"
            "map to guest = bad user\nguest account = root\nserver role = standalone server\ndisable spoolss = yes\n"
            f"load printers = no\ndisable netbios = yes\n[shared]\npath = {near}\nguest ok = yes\nread only = yes\n"
        )

    def mounts(self) -> bool:
        """Whether this system can mount it."""
        self._serve()
        asked = ["mount", "-t", "cifs", f"//{HERE}/shared", self.far, "-o", f"guest,port={self.port},ro"]
        mounted = subprocess.run(asked, check=False, stdout=self.log, stderr=self.log).returncode == 0
        if mounted:
            subprocess.run(["umount", "-l", self.far], check=True)
        self.cut()
        return mounted

    def _serve(self) -> None:
        self.run("smbd", "--foreground", "--no-process-group", "-s", self.config)
        _until_listening(self.port)

    def begin(self, *, slowly: bool) -> None:
        """`smbclient` knows no limit: it is stopped as soon as a part is there, and cut whenever anybody likes."""
        self._serve()
        bundles = [file for file in self.near.glob("*.kiosk") if not self._has(file)]
        names = [*(file.name for file in bundles), "kiosk-index.json"]
        asked = "; ".join([f"lcd {self.far}", *(f"get {name}" for name in names)])
        process = self.run("smbclient", f"//{HERE}/shared", "-N", "-p", str(self.port), "-c", asked)
        until = time.monotonic() + PATIENCE_S
        while slowly and process.poll() is None and time.monotonic() < until:
            if any((self.far / file.name).exists() and (self.far / file.name).stat().st_size for file in bundles):
                process.send_signal(signal.SIGSTOP)
                return

    def _has(self, file: Path) -> bool:
        there = self.far / file.name
        return there.exists() and there.stat().st_size == file.stat().st_size


ENGINES: dict[str, type[Engine]] = {
    "rsync": Rsync,
    "rsync --inplace": RsyncInPlace,
    "syncthing": Syncthing,
    "smb": Smb,
}


def _device_of(home: Path) -> str:
    told = subprocess.run(["syncthing", "--home", home, "--device-id"], check=True, capture_output=True, text=True)
    return told.stdout.strip()


def _until_listening(port: int) -> None:
    until = time.monotonic() + PATIENCE_S
    while True:
        with contextlib.suppress(OSError), socket.create_connection((HERE, port), timeout=1):
            return
        if time.monotonic() > until:
            raise TimeoutError(f"nobody listens at {port}")
        time.sleep(0.05)
