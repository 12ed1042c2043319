"""A client of MQTT 5 as the fleet needs it: known to the broker, bounded in what it takes in. paho has its threads."""

from __future__ import annotations

import contextlib
import logging
import ssl
import sys
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING, Any, cast

from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.subscribeoptions import SubscribeOptions

from kiosk.exhibition.config_fleet import Broker
from kiosk.fleet.pacing import rest_s
from kiosk.fleet.secret import NoSecret, read_secret

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from paho.mqtt.client import ConnectFlags, DisconnectFlags
    from paho.mqtt.reasoncodes import ReasonCode

    from kiosk.exhibition.config_fleet import Fleet

LARGEST_PACKET = 64 * 1024
"""What is larger the broker keeps to itself (MQTT 5, maximum packet size)."""
KEEP_ALIVE_S = 30
"""A broker that has heard nothing for one and a half times as long publishes the last will."""
MOST_AT_ONCE = 20

_log = logging.getLogger("kiosk")


class CannotJoin(Exception):
    """Why there is no connection, and will be none before somebody has changed something."""


class Joining:
    """Keeps a client joined to the broker of `fleet`; `who` it is for the broker's log.

    `joined` and `lost(why)` are called on paho's thread whenever the connection has come or failed.
    """

    def __init__(
        self,
        fleet: Fleet,
        who: str,
        joined: Callable[[Client], None],
        lost: Callable[[str], None],
        chance: Random | None = None,
    ) -> None:
        self._broker = Broker.of(fleet.broker or "")
        self._joined = joined
        self._lost = lost
        self._chance = chance or SystemRandom()
        self._failures = 0
        number = self._chance.getrandbits(32)
        self.client = Client(
            CallbackAPIVersion.VERSION2, client_id=f"{who}-{number:08x}", protocol=MQTTProtocolVersion.MQTTv5
        )
        self.client.suppress_exceptions = True  # paho's thread lives on
        self._introduce(fleet)
        self.client.on_pre_connect = self._try
        self.client.on_connect = self._connected
        self.client.on_connect_fail = self._failed
        self.client.on_disconnect = self._disconnected

    def start(self) -> bool:
        """Join, and join again whenever the connection is lost, until `stop`. False as for `keep_on`."""
        made: Callable[[int], Any] = Properties
        limits = made(PacketTypes.CONNECT)
        limits.MaximumPacketSize = LARGEST_PACKET
        limits.ReceiveMaximum = MOST_AT_ONCE
        broker = self._broker
        self.client.connect_async(broker.host, broker.port, KEEP_ALIVE_S, clean_start=True, properties=limits)
        return self.keep_on()

    def keep_on(self) -> bool:
        """Have paho's thread run, also should it have died. False where the system has no thread or socket left for it.

        Then this is of no more use: after `stop`, another one may be tried.
        """
        try:
            self.client.loop_start()
        except (OSError, RuntimeError):
            return False
        return True

    def stop(self) -> None:
        """Say goodbye, and let go of the client: it closes what it has opened when nobody refers to it any more."""
        client = self.client
        client.disconnect()
        with contextlib.suppress(RuntimeError, AttributeError):  # its thread has never begun, or ends at this moment
            client.loop_stop()
        client.on_pre_connect = client.on_connect = client.on_connect_fail = None
        client.on_disconnect = client.on_message = client.on_publish = None
        del self.client

    def _introduce(self, fleet: Fleet) -> None:
        """Who this is. Raises CannotJoin."""
        try:
            if fleet.credentials:
                secret = read_secret(Path(fleet.credentials))
                self.client.username_pw_set(secret.user, secret.password)
            if self._broker.secure:
                self.client.tls_set(
                    fleet.ca,
                    fleet.certificate,
                    fleet.key,
                    cert_reqs=ssl.CERT_REQUIRED,
                    tls_version=ssl.PROTOCOL_TLS_CLIENT,
                )
        except NoSecret as no:
            raise CannotJoin(str(no)) from no
        except (OSError, ValueError) as error:
            raise CannotJoin(f"its certificates cannot be used: {_words(error)}") from error
        if fleet.credentials and not self._broker.secure and not self._broker.is_here:
            _log.warning("the password of the fleet goes over the network as it is: use mqtts:// and TLS")

    def _try(self, client: Client, _data: object) -> None:
        """Before each try: how long to wait if this one fails."""
        _rest(client, rest_s(self._failures, self._chance))
        self._failures += 1

    def _connected(
        self, client: Client, _data: object, _flags: ConnectFlags, code: ReasonCode, _properties: object
    ) -> None:
        if code.is_failure:
            self._lost(f"it says: {code}")
            return
        self._failures = 0
        _rest(client, rest_s(0, self._chance))
        self._joined(client)

    def _failed(self, _client: Client, _data: object) -> None:
        self._lost(_words(sys.exc_info()[1]))

    def _disconnected(
        self, _client: Client, _data: object, _flags: DisconnectFlags, code: ReasonCode, _properties: object
    ) -> None:
        if code.is_failure:
            self._lost(f"the connection ended: {code}")


def only_news() -> SubscribeOptions:
    """For topics of commands: what was retained does not come, and passes for nothing else when it comes later."""
    return SubscribeOptions(qos=1, retainAsPublished=True, retainHandling=SubscribeOptions.RETAIN_DO_NOT_SEND)


def only_others() -> SubscribeOptions:
    """For what this kiosk says itself: only what another says there, and nothing that was said before."""
    return SubscribeOptions(qos=1, noLocal=True, retainHandling=SubscribeOptions.RETAIN_DO_NOT_SEND)


def _rest(client: Client, wait_s: float) -> None:
    """Wait so long before the next try."""
    exactly = cast("int", wait_s)  # so its types say; it counts in fractions, too
    client.reconnect_delay_set(exactly, exactly)


def _words(error: BaseException | None) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not believed: {error.verify_message}"
    strerror = getattr(error, "strerror", None)
    return str(strerror or error or "no answer")
