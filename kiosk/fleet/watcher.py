"""Somebody who looks at a fleet, and commands it: what `kiosk fleet` does."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from kiosk.fleet.client import CannotJoin, Joining
from kiosk.fleet.commands import MOST_BYTES, Reply, decode_reply, encode_command
from kiosk.fleet.roll import Roll
from kiosk.fleet.topics import Root

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paho.mqtt.client import Client, MQTTMessage

    from kiosk.exhibition.config_fleet import Fleet
    from kiosk.fleet.commands import Command
    from kiosk.fleet.roll import Row

JOIN_S = 10.0
MOST_REPLIES = 4000
"""That are kept until somebody asks; the oldest are forgotten."""
SETTLE_S = 0.4
"""So long after the last retained message all of them have come."""


class NoBroker(Exception):
    """Why the broker cannot be spoken to."""


class Watcher:
    """Joined to the broker of `fleet` while it is entered; hears all kiosks and their replies."""

    def __init__(self, fleet: Fleet) -> None:
        self.root = Root(fleet.topic)
        self._roll = Roll(self.root)
        self._news = threading.Condition()
        self._replies: deque[Reply] = deque(maxlen=MOST_REPLIES)
        self._replied = 0
        self._joined = False
        self._why = ""
        self._changes = 0
        self._recalled = 0
        try:
            self._joining = Joining(fleet, "staff", self._join, self._lose)
        except CannotJoin as no:
            raise NoBroker(str(no)) from no
        self._joining.client.on_message = self._come

    @contextlib.contextmanager
    def entered(self, patience_s: float = JOIN_S) -> Iterator[Watcher]:
        """Raises NoBroker when the broker does not answer, or does not want to."""
        self._joining.start()
        try:
            with self._news:
                self._news.wait_for(lambda: self._joined or self._why, patience_s)
                if not self._joined:
                    raise NoBroker(self._why or "it does not answer")
            yield self
        finally:
            self._joining.stop()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All kiosks now."""
        with self._news:
            return self._roll.rows

    @property
    def away(self) -> str:
        """Why the broker tells nothing now, so that the rows are old; empty while it does."""
        with self._news:
            return "" if self._joined else self._why

    def present(self, groups: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The kiosks that are there, of these groups if there are any."""
        with self._news:
            return self._roll.present(groups)

    def settle(self, patience_s: float = JOIN_S) -> None:
        """Wait until all that is known of kiosks has come; however many of them go on to tell news."""
        until, recalled = time.monotonic() + patience_s, -1
        while recalled != self._recalled and time.monotonic() < until:
            recalled = self._recalled
            time.sleep(SETTLE_S)

    def wait(self, patience_s: float) -> None:
        """Until something is new, or so long."""
        with self._news:
            changes = self._changes
            self._news.wait_for(lambda: self._changes != changes, patience_s)

    def send(self, command: Command, topics: Iterable[str]) -> None:
        """Send a command to all these."""
        payload = encode_command(command)
        if len(payload) > MOST_BYTES:
            raise ValueError(f"it is too long: {len(payload)} bytes of at most {MOST_BYTES}")
        for topic in topics:
            self._joining.client.publish(topic, payload, qos=1)

    def replies(self, of: str, kiosks: Iterable[str], patience_s: float) -> Iterator[Reply]:
        """The answers to a command, one a kiosk, as they come, until all `kiosks` have given one or it is too late."""
        missing, seen = set(kiosks), 0
        until = time.monotonic() + patience_s
        while missing:
            with self._news:
                there = self._news.wait_for(partial(self._has_more_than, seen), max(0.0, until - time.monotonic()))
                news, seen = list(self._replies)[seen - self._replied :], self._replied
            if not there:
                return
            for reply in news:
                if reply.id == of and reply.kiosk in missing:
                    missing.discard(reply.kiosk)
                    yield reply

    def _has_more_than(self, seen: int) -> bool:
        return self._replied > seen

    # On paho's thread

    def _join(self, client: Client) -> None:
        root = self.root
        client.subscribe([(topic, 1) for topic in (root.state("+"), root.present("+"), root.reply("+"))])
        with self._news:
            self._roll = Roll(root)  # who has gone while nobody listened is not told of
            self._joined, self._why = True, ""
            self._news.notify_all()

    def _lose(self, why: str) -> None:
        with self._news:
            self._joined, self._why = False, self._why or why  # the first one is what went wrong
            self._news.notify_all()

    def _come(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        with self._news:
            if self.root.kiosk_of(message.topic)[0] == "reply":
                reply = None if message.retain else decode_reply(bytes(message.payload))
                if reply and message.topic == self.root.reply(reply.kiosk):
                    self._replies.append(reply)
                    self._replied += 1
                    self._news.notify_all()
                return
            self._recalled += message.retain
            if self._roll.hear(message.topic, bytes(message.payload)):
                self._changes += 1
                self._news.notify_all()
