"""The link of one kiosk to its fleet: a thread that tells its state and hears commands, while the show goes on."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.exhibition.episodes import Episodes
from kiosk.fleet.commands import Reply, Result
from kiosk.fleet.gate import Gate, Turned
from kiosk.fleet.pacing import Pacing
from kiosk.fleet.remembered import recall_ids, remember_ids
from kiosk.fleet.state import encode_state
from kiosk.fleet.topics import OFFLINE, ONLINE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from paho.mqtt.client import Client, MQTTMessage

    from kiosk.exhibition.config_fleet import Fleet
    from kiosk.fleet.commands import AnyCommand
    from kiosk.fleet.in_step import Beside
    from kiosk.fleet.state import State
    from kiosk.fleet.topics import Root

MOST_REPLIES = 100
"""That wait for a broker; the oldest are forgotten."""
SCARCE_S = 5.0
"""After so long a system that had no thread or socket left is asked again."""
LOOK_S = 60.0
"""How often it is looked whether paho's thread lives, where nothing else happens."""
BROKER, HOSTILE = "broker", "messages"
QUIET_S = 300.0
"""When no message has been turned away for so long, the next one is told of again."""
NAME = "name"
DOUBLED_S = 300.0
"""So long after another has spoken under this kiosk's name it is believed that it still does."""

_log = logging.getLogger("kiosk")


class Identity(NamedTuple):
    """Which kiosk this is: its name, its groups, and what Home Assistant is told of it, at which topic."""

    root: Root
    kiosk: str
    groups: tuple[str, ...]
    discovery: tuple[str, bytes] | None = None


class Link(threading.Thread):
    """Joined to the broker of `fleet` from `start` until `close`.

    `hear` gets each command that is to be carried out, on another thread. `state` is the folder where it is remembered
    which were. Whatever is wrong with the broker is told in the log once, and once more when it is over. `noticed` is
    called, on another thread, when another kiosk begins or ceases to speak under the same name. `beside` is carried,
    too.
    """

    def __init__(
        self,
        fleet: Fleet,
        identity: Identity,
        hear: Callable[[AnyCommand], None],
        state: Path,
        chance: Random | None = None,
        clock: Callable[[], float] = time.time,
        now: Callable[[], float] = time.monotonic,
        noticed: Callable[[], None] = lambda: None,
        beside: Beside | None = None,
    ) -> None:
        super().__init__(name="fleet", daemon=True)
        self._beside = beside
        self._fleet = fleet
        self._identity = identity
        self._hear = hear
        self._folder = state
        self._chance = chance
        self._clock = clock
        self._now = now
        self._pacing = Pacing()
        self._episodes = Episodes(now)
        self._news = threading.Condition()
        self._state: bytes | None = None
        self._told: bytes | None = None
        self._replies: deque[bytes] = deque(maxlen=MOST_REPLIES)
        self._is_joined = False
        self._greeting: int | None = None
        self._over = False
        self._gate: Gate | None = None
        self._turned_at: float | None = None
        self._noticed = noticed
        self._other_at: float | None = None

    @property
    def doubled(self) -> bool:
        """Whether another kiosk speaks under the same name."""
        return self._other_at is not None

    def tell(self, state: State) -> None:
        """How the kiosk does now. On any thread; never waits for the network."""
        encoded = encode_state(state)
        with self._news:
            self._state = encoded
            self._news.notify()

    def reply(self, reply: Reply) -> None:
        """Answer a command. On any thread; never waits for the network."""
        with self._news:
            self._replies.append(msgspec.json.encode(reply))
            self._news.notify()

    def wake(self) -> None:
        """There is something to say. On any thread; never waits for the network."""
        with self._news:
            self._news.notify()

    def close(self, patience_s: float = 2.0) -> None:
        """Tell the last, and that this kiosk has gone in order."""
        with self._news:
            self._over = True
            self._news.notify()
        self.join(patience_s)

    def run(self) -> None:
        """See above."""
        from kiosk.fleet.client import CannotJoin  # noqa: PLC0415 - paho, beside the show

        self._gate = Gate(recall_ids(self._folder))
        if not self._obeys:
            _log.info("commands of the fleet are not carried out: %s", self._why_not)
        try:
            while not self._over:
                self._take_part()
        except CannotJoin as no:
            _log.warning("this kiosk does not join the fleet: %s", no)

    def _take_part(self) -> None:
        """Until it is over, or the system has no room for the thread that this takes. Raises CannotJoin."""
        from kiosk.fleet.client import Joining  # noqa: PLC0415 - see above

        joining = Joining(self._fleet, self._identity.kiosk, self._joined, self._lost, self._chance)
        client, root, kiosk = joining.client, self._identity.root, self._identity.kiosk
        client.will_set(root.present(kiosk), OFFLINE, qos=1, retain=True)
        client.on_message, client.on_publish = self._come, self._spoken
        goes_on = joining.start()
        while goes_on and not self._over:
            self._say(client)
            self._forget_other()
            goes_on = joining.keep_on()
        self._leave(client)
        del client
        joining.stop()
        with self._news:
            if self._over:
                return
        self._lost("the system has no thread or socket left for it")
        with self._news:
            self._news.wait_for(lambda: self._over, SCARCE_S)

    @property
    def _obeys(self) -> bool:
        return self._fleet.commands and self._fleet.is_known

    @property
    def _why_not(self) -> str:
        if not self._fleet.commands:
            return "fleet.commands in config.yaml is false"
        return "the connection has neither a password nor a certificate"

    def _say(self, client: Client) -> None:
        """Wait until there is something to say, and say it."""
        with self._news:
            wait_s = self._due_s()
            if wait_s > 0:
                self._news.wait(min(wait_s, LOOK_S))
            if self._over or self._due_s() > 0:
                return
            replies, state = list(self._replies), self._state
            self._replies.clear()
        if self._beside and self._beside.wait_s(self._now()) <= 0 and (said := self._beside.say(self._now())):
            client.publish(*said)
        for reply in replies:
            client.publish(self._identity.root.reply(self._identity.kiosk), reply, qos=1)
        if state != self._told and state is not None and self._pacing.wait_s(self._now()) <= 0:
            client.publish(self._identity.root.state(self._identity.kiosk), state, qos=1, retain=True)
            self._told = state
            self._pacing.told(self._now())

    def _forget_other(self) -> None:
        if self._other_at is not None and self._now() - self._other_at > DOUBLED_S:
            self._other_at = None
            if over := self._episodes.works(NAME):
                _log.info("no other kiosk calls itself %s any more, %s", self._identity.kiosk, over)
            self._noticed()

    def _due_s(self) -> float:
        """How long until there is something to say."""
        if not self._is_joined:
            return LOOK_S
        if self._replies:
            return 0.0
        wait_s = self._pacing.wait_s(self._now()) if self._state != self._told else LOOK_S
        return min(wait_s, self._beside.wait_s(self._now())) if self._beside else wait_s

    def _leave(self, client: Client) -> None:
        """What is left to say, while somebody listens."""
        if not client.is_connected():
            return
        root, kiosk = self._identity.root, self._identity.kiosk
        with self._news:
            replies = list(self._replies)
        for reply in replies:
            client.publish(root.reply(kiosk), reply, qos=1)
        last = client.publish(root.present(kiosk), OFFLINE, qos=1, retain=True)
        with contextlib.suppress(RuntimeError, ValueError):  # the broker has gone at this very moment
            last.wait_for_publish(1.0)

    # On paho's thread

    def _joined(self, client: Client) -> None:
        from kiosk.fleet.client import only_news, only_others  # noqa: PLC0415 - see above

        root, kiosk, groups, told = self._identity
        client.subscribe([(topic, only_others()) for topic in (root.state(kiosk), root.present(kiosk))])
        if self._obeys:
            client.subscribe([(topic, only_news()) for topic in root.heard_by(kiosk, groups)])
        if self._beside:
            client.subscribe([(topic, 0) for topic in self._beside.topics])
            self._beside.joined()
        if told:
            client.publish(*told, qos=1, retain=True)
        self._greeting = client.publish(root.present(kiosk), ONLINE, qos=1, retain=True).mid
        over = self._episodes.works(BROKER)
        _log.info("joined the fleet as %s%s", kiosk, f", {over}" if over else "")

    def _spoken(self, _client: Client, _data: object, number: int, _code: object, _properties: object) -> None:
        """The broker has got a message; with the greeting also all that paho repeats, since that was said before.

        So no old state is retained after a new one.
        """
        if number != self._greeting:
            return
        with self._news:
            self._greeting, self._is_joined, self._told = None, True, None
            self._news.notify()

    def _lost(self, why: str) -> None:
        with self._news:
            self._is_joined = False
        if not self._over and self._episodes.fails(BROKER):
            _log.warning("the broker of the fleet cannot be reached: %s. That is tried again; the show goes on.", why)

    def _come(self, client: Client, _data: object, message: MQTTMessage) -> None:
        try:
            if message.topic == self._identity.root.present(self._identity.kiosk):
                self._contradict(client, message)
            else:
                self._take(client, message)
        except Exception:  # noqa: BLE001 - whatever a message does: the next ones are heard
            _log.exception("unexpected error with a message of the fleet")

    def _is_beside(self, topic: str) -> bool:
        return not topic.startswith(f"{self._identity.root.root}/command/")

    def _take(self, client: Client, message: MQTTMessage) -> None:
        if self._gate is None or self._over:
            return
        if message.topic == self._identity.root.state(self._identity.kiosk):
            self._note_other(bytes(message.payload))
            return
        if self._beside and self._is_beside(message.topic):
            if said := self._beside.hear(message.topic, bytes(message.payload), retained=message.retain):
                client.publish(*said)
            return
        command = self._gate.judge(bytes(message.payload), self._clock(), retained=message.retain)
        if isinstance(command, Turned):
            self._turn_away(command)
            return
        remember_ids(self._folder, self._gate.seen)
        self._hear(command)

    def _contradict(self, client: Client, message: MQTTMessage) -> None:
        """A last will of this kiosk's own, before it was started again, comes late; or of another of its name."""
        if message.payload == OFFLINE.encode() and not self._over:
            client.publish(message.topic, ONLINE, qos=1, retain=True)

    def _note_other(self, payload: bytes) -> None:
        """Something was said under the name of this kiosk, and not by it."""
        if not payload:  # what was retained is taken off the broker
            return
        first, self._other_at = self._other_at is None, self._now()
        if first:
            words = "another kiosk calls itself %s, too. Give each its own fleet.name, and its own credentials."
            if self._episodes.fails(NAME):
                _log.warning(words, self._identity.kiosk)
            self._noticed()

    def _turn_away(self, turned: Turned) -> None:
        now = self._now()
        if self._turned_at is None or now - self._turned_at > QUIET_S:
            _log.warning("a message to this kiosk is not carried out: %s. More of them are not told.", turned.words)
        self._turned_at = now
        if turned.id:
            refused = Reply(id=turned.id, kiosk=self._identity.kiosk, result=Result.REFUSED, words=turned.words)
            self.reply(refused)
