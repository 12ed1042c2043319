"""A desktop's speech service for tests: Speech Dispatcher with espeak-ng, whose sound goes into a file.

ALSA's own `file` device stands in for the loudspeaker, so that what is measured is what would have been heard.
"""

from __future__ import annotations

import array
import os
import shutil
import signal
import subprocess
import time
from importlib.util import find_spec
from math import sqrt
from pathlib import Path
from typing import Self

SYNTHESISER = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")
ELSEWHERE = Path("/usr/libexec/speech-dispatcher-modules/sd_espeak-ng")
LACKING = [
    name
    for name, found in {
        "speech-dispatcher": shutil.which("speech-dispatcher"),
        "speech-dispatcher-espeak-ng": SYNTHESISER.exists() or ELSEWHERE.exists(),
        "the Python package speechd-unofficial": find_spec("speechd"),
    }.items()
    if not found
]
"""What is missing to hear anything here; `run.py` and the lock bring it."""
PATIENCE_S = 30


class Desktop:
    """One service below `folder`, with its own socket, log and loudspeaker.

    `mute` has no synthesiser, and one without `loud` no loudspeaker.
    """

    def __init__(self, folder: Path, *, mute: bool = False, loud: bool = True) -> None:
        self.folder = folder
        self.socket = folder / "speechd.sock"
        self.loudspeaker = folder / "heard.raw"
        self.log = folder / "speech-dispatcher.log"
        (folder / "modules").mkdir(parents=True)
        shutil.copy("/etc/speech-dispatcher/modules/espeak-ng.conf", folder / "modules")
        name, configuration = ("dummy", "") if mute else ("espeak-ng", "espeak-ng.conf")
        module = f'AddModule "{name}" "sd_{name}" "{configuration}"\nDefaultModule {name}\n'
        (folder / "speechd.conf").write_text(
            f'LogLevel 5\nDefaultVolume 100\nDefaultLanguage "en"\nAudioOutputMethod "alsa"\n{module}'
        )
        sound = f'type file slave.pcm "null" file "{self.loudspeaker}" format raw' if loud else 'type hw card "none"'
        (folder / ".asoundrc").write_text(f"pcm.!default {{ {sound} }}\n")

    @property
    def address(self) -> str:
        """What a client has to find in SPEECHD_ADDRESS."""
        return f"unix_socket:{self.socket}"

    def __enter__(self) -> Self:
        options = {"-C": self.folder, "-S": self.socket, "-L": self.folder, "-P": self.folder / "pid", "-t": 0, "-l": 5}
        command = ["speech-dispatcher", "-s", *(str(part) for option in options.items() for part in option)]
        environment = {**os.environ, "HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder)}
        with (self.folder / "out").open("wb") as out:
            self._process = subprocess.Popen(command, env=environment, stdout=out, stderr=out, start_new_session=True)
        limit = time.monotonic() + PATIENCE_S
        while not self.socket.exists() and time.monotonic() < limit:
            time.sleep(0.05)
        assert self.socket.exists(), (self.folder / "out").read_text()
        return self

    def __exit__(self, *_: object) -> None:
        self.signal(signal.SIGKILL)
        self._process.wait()

    def signal(self, number: int) -> None:
        """Send a signal to the service and its synthesisers."""
        os.killpg(self._process.pid, number)

    def ordered(self) -> str:
        """Everything that the service has written about what it did."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def sounds(self) -> bool:
        """Whether anything has gone to the loudspeaker, also what ALSA still holds back from the file."""
        return "Sent to audio" in self.ordered()

    def loudness(self, start: int = 0) -> float:
        """The root mean square of what the loudspeaker got, from a byte on; 0 for silence."""
        sound = array.array("h", self._sound()[start:])
        return sqrt(sum(sample * sample for sample in sound) / len(sound)) if sound else 0.0

    def length(self) -> int:
        """How many bytes of sound the loudspeaker has got."""
        return len(self._sound())

    def _sound(self) -> bytes:
        sound = self.loudspeaker.read_bytes() if self.loudspeaker.exists() else b""
        return sound[: len(sound) // 2 * 2]
