"""The process that reads aloud: it speaks SSIP with Speech Dispatcher, the speech service of Linux desktops.

It is a process of its own because a speech service may hang, and the show may not. Only here a socket is opened, and
only one in the file system: what the environment says of a service on a network is not listened to.
"""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.speech.orders import Alive, Failed, Found, Hush, Look, Said, Say, decode_order, encode
from kiosk.speech.voices import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.speech.orders import Answer, Order
    from kiosk.speech.voices import Voice

NAME = "kiosk-gallery"
HEARTBEAT_S = 2.0
"""How often the service is asked whether it is still there while it reads."""
TRIAL_S = 4.0
"""How long a service may take to say nothing."""
NOTHING = "."
SILENT = -100
MUTE = "dummy"
"""The module that Speech Dispatcher takes when it has no synthesiser; all it says is that there is none."""
ADDRESS = "SPEECHD_ADDRESS"
ON_A_NETWORK = ("SPEECHD_HOST", "SPEECHD_PORT")
ENDS = frozenset(("end", "cancel"))
GRACE_S = 1.0
"""For the way out, when whoever gave the orders is gone."""


class NoSoundError(Exception):
    """The service has voices, and nobody can hear them."""


Hear = Callable[[int, str], None]


class Client(Protocol):
    """What is used of `speechd.SSIPClient`."""

    def list_output_modules(self) -> tuple[str, ...]: ...
    def get_output_module(self) -> str | None: ...
    def set_output_module(self, name: str) -> None: ...
    def list_synthesis_voices(self) -> tuple[tuple[str, str | None, str | None], ...]: ...
    def set_language(self, language: str) -> None: ...
    def set_volume(self, value: int) -> None: ...
    def set_priority(self, priority: str) -> None: ...
    def speak(self, text: str) -> tuple[int, str, tuple[str, ...]]: ...
    def cancel(self) -> None: ...
    def close(self) -> None: ...


class Dispatcher:
    """Does what it is ordered to; `answer` may be called from another thread. The service is called at first need.

    `connect` is given what hears of every event: the service's number of the message, and what has happened to it.
    """

    def __init__(
        self, connect: Callable[[Hear], Client], answer: Callable[[Answer], None], trial_s: float = TRIAL_S
    ) -> None:
        self._trial_s = trial_s
        self._connect = connect
        self._answer = answer
        self._connected: Client | None = None
        self._lock = threading.Condition()
        self._reading: int | None = None
        self._message: int | None = None
        self._ended: set[int] = set()

    def do(self, order: Order) -> None:
        """Carry out an order."""
        match order:
            case Look():
                voices = voices_of(self._modules())
                if voices:
                    self._try(next(iter(voices.values())))
                self._answer(Found(voices))
            case Say():
                self._say(order)
            case Hush():
                self._become_silent()

    def look_after(self) -> None:
        """Ask a service that reads whether it is still there; that hangs or raises when it is not."""
        if self._connected is not None and self._reading is not None:
            self._connected.set_priority("text")
            self._answer(Alive())

    def close(self) -> None:
        """Be silent, and leave the service."""
        if self._connected is not None:
            self._connected.cancel()
            self._connected.close()

    @property
    def _client(self) -> Client:
        if self._connected is None:
            self._connected = self._connect(self._hear)
            self._connected.set_priority("text")
        return self._connected

    def _modules(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The synthesisers, the usual one first, and the language tags of their voices."""
        usual = self._client.get_output_module()
        modules = [module for module in self._client.list_output_modules() if module != MUTE]
        for module in sorted(modules, key=lambda name: name != usual):
            self._client.set_output_module(module)
            yield module, tuple(voice[1] for voice in self._client.list_synthesis_voices() if voice[1])

    def _try(self, voice: Voice) -> None:
        """Have nothing said, silently. A service that has no loudspeaker lists its voices, begins, and never ends."""
        client = self._client
        client.set_output_module(voice.module)
        client.set_volume(SILENT)
        _, _, told = client.speak(NOTHING)
        with self._lock:
            heard = self._lock.wait_for(lambda: int(told[0]) in self._ended, self._trial_s)
        if not heard:
            raise NoSoundError("the speech service makes no sound. Is there a loudspeaker for the show's user?")

    def _say(self, order: Say) -> None:
        client = self._client
        self._become_silent()
        # In this order: a synthesiser that the machine's staff have set for a language is taken with the language.
        client.set_output_module(order.voice.module)
        client.set_language(order.voice.language)
        client.set_volume(order.volume)
        _, _, told = client.speak(order.words)
        with self._lock:
            self._reading, self._message = order.number, int(told[0])
            self._end()

    def _become_silent(self) -> None:
        with self._lock:
            reading, self._reading = self._reading, None
        if reading is not None and self._connected is not None:
            self._connected.cancel()

    def _hear(self, message: int, event: str) -> None:
        """In the client's own thread, where no command may be given; a short message may end before it has a number."""
        if event in ENDS:
            with self._lock:
                self._ended.add(message)
                self._lock.notify_all()
                self._end()

    def _end(self) -> None:
        """What is being read may be over."""
        if self._reading is not None and self._message in self._ended:
            self._answer(Said(self._reading))
            self._reading = None
            self._ended.clear()


def main() -> None:
    """Read orders until there are no more."""
    stay_on_this_machine(os.environ)
    outlive_nobody(0)
    lock = threading.Lock()

    def answer(told: Answer) -> None:
        with lock:
            os.write(1, encode(told))

    dispatcher = Dispatcher(_connect, answer)
    try:
        for line in lines(0):
            if line is None:
                dispatcher.look_after()
            else:
                dispatcher.do(decode_order(line))
        dispatcher.close()
    except Exception as error:  # noqa: BLE001 - whatever the client raises, and it raises much, the program is told
        answer(Failed(_reason(error)))
    os._exit(0)  # without waiting for a thread that waits for the service


def outlive_nobody(file: int, grace_s: float = GRACE_S) -> None:
    """End this process soon after the other end of a pipe has gone, also in a call that never returns."""

    def watch() -> None:
        if sys.platform == "win32":  # which has no such service, either
            return
        gone = select.poll()
        gone.register(file, 0)  # that its other end is closed is told in any case
        gone.poll()
        time.sleep(grace_s)
        os._exit(1)

    threading.Thread(target=watch, name="outlive-nobody", daemon=True).start()


def _reason(error: Exception) -> str:
    """One line; the client's own exceptions have several, with the memory addresses of its methods."""
    first, _, _ = str(error).strip().partition("\n")
    if isinstance(error, NoSoundError):
        return first
    return f"{first or 'no reason given'} ({type(error).__name__})"


def stay_on_this_machine(environment: os._Environ[str] | dict[str, str]) -> None:
    """Forget about services elsewhere."""
    if not environment.get(ADDRESS, "unix_socket").startswith("unix_socket"):
        del environment[ADDRESS]
    for name in ON_A_NETWORK:
        environment.pop(name, None)


def lines(file: int, wait_s: float = HEARTBEAT_S) -> Iterator[bytes | None]:
    """The lines that come in, and None whenever none has come for a while."""
    begun = b""
    while True:
        if not select.select([file], [], [], wait_s)[0]:
            yield None
            continue
        more = os.read(file, 1 << 16)
        if not more:
            return
        *whole, begun = (begun + more).split(b"\n")
        yield from whole


def _connect(hear: Hear) -> Client:
    import speechd  # noqa: PLC0415 - of the extra `speech`

    class Listening(speechd.SSIPClient):  # type: ignore[misc] # it has no types
        """The client's own callbacks are registered after the message was sent, and miss the end of a short one."""

        def __init__(self) -> None:
            super().__init__(NAME)
            self._conn.set_callback(lambda message, _client, event, **_: hear(message, event))

    client: Client = Listening()
    return client
