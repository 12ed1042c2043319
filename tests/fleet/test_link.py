"""A kiosk and a real broker: what is told, what is heard, and what neither of them does to the show."""

from __future__ import annotations

import json
import logging
import queue
import shutil
import socket
import subprocess
import sys
import time
from random import Random
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet import link as fleet_link
from kiosk.fleet.commands import Next, Reply, Result
from kiosk.fleet.link import DOUBLED_S, Identity, Link
from kiosk.fleet.state import State
from kiosk.fleet.topics import Root
from tests.broker import Broker, broker, needs_broker, secret
from tests.slow_line import slow_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from paho.mqtt.client import Client

    from kiosk.fleet.commands import AnyCommand
    from kiosk.fleet.watcher import Watcher

pytestmark = needs_broker
ROOT = Root("kiosk")
USERS = {"hall-1": "one", "staff": "two", "rogue": "three"}
WRONG = "guess"
PATIENCE_S = 20.0


class Soon(Random):
    """Chance that waits no longer than it must."""

    def uniform(self, a: float, b: float) -> float:
        return min(a, b)


def until(holds: Callable[[], Any]) -> Any:
    limit = time.monotonic() + PATIENCE_S
    while not (found := holds()):
        assert time.monotonic() < limit, "it did not happen"
        time.sleep(0.01)
    return found


class Kiosk:
    """A link, and what it has heard."""

    def __init__(self, folder: Path, settings: Fleet, name: str = "hall-1") -> None:
        self.heard: queue.Queue[AnyCommand] = queue.Queue()
        identity = Identity(ROOT, name, ("ground",), ("homeassistant/device/kiosk-hall-1/config", b"{}"))
        self.link = Link(settings, identity, self.heard.put, folder / f"state-{name}", Soon())
        self.link.start()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Broker]:
    with broker(tmp_path / "broker", USERS) as made:
        yield made


def settings(tmp_path: Path, house: Broker, user: str = "hall-1", **more: Any) -> Fleet:
    return Fleet(
        broker=house.address, credentials=secret(tmp_path / user, user, more.pop("password", USERS[user])), **more
    )


def watcher_of(fleet: Fleet) -> Watcher:
    """Somebody who looks; paho may be missing while this is read."""
    from kiosk.fleet.watcher import Watcher

    return Watcher(fleet)


def raw(house: Broker, user: str, will: str = "") -> Client:
    """A client that says what it likes, and that it has gone at the topic of its `will`."""
    from paho.mqtt.client import Client
    from paho.mqtt.enums import CallbackAPIVersion

    client = Client(CallbackAPIVersion.VERSION2)
    client.username_pw_set(user, USERS[user])
    if will:
        client.will_set(will, b"offline", qos=1, retain=True)
    client.connect("127.0.0.1", house.port)
    client.loop_start()
    until(client.is_connected)
    return client


def sent(name: str, at: float | None = None, **more: object) -> bytes:
    return json.dumps({"id": name, "at": time.time() if at is None else at, "do": "next", **more}).encode()


def only(watcher: Watcher, present: bool) -> Callable[[], Any]:
    return lambda: [row.state for row in watcher.rows if row.present is present and row.state]


@pytest.mark.logs("the broker of the fleet cannot be reached")
def test_what_a_kiosk_tells_outlives_the_broker_and_ends_with_the_kiosk(tmp_path: Path, house: Broker, caplog) -> None:
    kiosk = Kiosk(tmp_path, settings(tmp_path, house))
    kiosk.link.tell(State(kiosk="hall-1", title="Before"))
    with watcher_of(settings(tmp_path, house, "staff")).entered() as watcher:
        assert until(only(watcher, present=True))[0].title == "Before"
        house.stop()
        until(lambda: "cannot be reached" in caplog.text)
        for number in range(2000):  # the show goes on, and waits for nothing
            kiosk.link.tell(State(kiosk="hall-1", title=f"{number}"))
        kiosk.link.reply(Reply(id="kept", kiosk="hall-1", result=Result.DONE))
        house.start()
        until(lambda: [row.state.title for row in watcher.rows if row.state] == ["1999"])
        until(lambda: "joined the fleet as hall-1, after" in caplog.text)
        kiosk.link.tell(State(kiosk="hall-1", title="Last"))
        kiosk.link.close()
        assert until(only(watcher, present=False))
    warnings = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert len(warnings) == 1, "one line for as long as it lasts"
    assert all(password not in caplog.text for password in ("one:", ":one", "two", "three"))


@pytest.mark.logs("a message to this kiosk is not carried out")
def test_hostile_messages_are_neither_heard_nor_end_anything(tmp_path: Path, house: Broker, caplog) -> None:
    rogue = raw(house, "rogue")
    mine, everybody = ROOT.to_one("hall-1"), ROOT.to_all
    rogue.publish(mine, sent("retained"), qos=1, retain=True).wait_for_publish(5)
    kiosk = Kiosk(tmp_path, settings(tmp_path, house))
    with watcher_of(settings(tmp_path, house, "staff")).entered() as watcher:
        kiosk.link.tell(State(kiosk="hall-1"))
        until(only(watcher, present=True))
        rogue.publish(mine, b"x" * 10_000_000, qos=1)
        rogue.publish(mine, b"x" * 60_000, qos=1)
        for garbage in (
            b"",
            b"{",
            b"\xff\xfe",
            b"[" * 5000,
            b'{"do":"next"}',
            sent("a", do="explode"),
            sent("b", force=7),
        ):
            rogue.publish(mine, garbage, qos=1)
        rogue.publish(mine, sent("live-retained"), qos=1, retain=True)
        rogue.publish(everybody, sent("old", time.time() - 3600), qos=1)
        for _ in range(3):
            rogue.publish(mine, sent("once"), qos=1)
        rogue.publish(ROOT.to_group("ground"), sent("group"), qos=1)
        rogue.publish(ROOT.to_group("attic"), sent("elsewhere"), qos=1)
        rogue.publish(everybody, sent("last"), qos=1)
        heard = [kiosk.heard.get(timeout=PATIENCE_S).id for _ in range(3)]
        assert heard == ["once", "group", "last"]
        answered = list(watcher.replies("old", ["hall-1"], 5))
        assert [reply.result for reply in answered] == [Result.REFUSED]
    kiosk.link.close()
    rogue.loop_stop()
    assert kiosk.heard.empty()
    assert len([record for record in caplog.records if record.levelno >= logging.WARNING]) == 1


@pytest.mark.logs("the broker of the fleet cannot be reached: it says: Not authorized")
def test_a_wrong_password_is_told_once_and_stops_nothing(tmp_path: Path, house: Broker, caplog) -> None:
    from kiosk.fleet.watcher import NoBroker

    kiosk = Kiosk(tmp_path, settings(tmp_path, house, password=WRONG))
    log = house.folder / "mosquitto.log"
    until(lambda: log.read_text().count("not authorised") >= 2)
    assert WRONG not in caplog.text
    assert len([record for record in caplog.records if record.levelno >= logging.WARNING]) == 1
    kiosk.link.close()
    with (
        pytest.raises(NoBroker, match="Not authorized"),
        watcher_of(settings(tmp_path, house, "staff", password=WRONG)).entered(),
    ):
        pytest.fail("nobody gets in")


@pytest.mark.logs("this kiosk does not join the fleet: others may read")
def test_credentials_that_others_may_read_are_not_used(tmp_path: Path, house: Broker) -> None:
    joined = settings(tmp_path, house)
    (tmp_path / "hall-1").chmod(0o640)
    kiosk = Kiosk(tmp_path, joined)
    kiosk.link.join(PATIENCE_S)
    assert not kiosk.link.is_alive()


def test_without_a_password_a_kiosk_tells_and_obeys_nobody(tmp_path: Path, caplog) -> None:
    with broker(tmp_path / "broker") as house:
        open_to_all = Fleet(broker=house.address)
        kiosk = Kiosk(tmp_path, open_to_all)
        kiosk.link.tell(State(kiosk="hall-1"))
        with watcher_of(open_to_all).entered() as watcher:
            until(only(watcher, present=True))
            watcher.send(Next(id="n", at=time.time()), [ROOT.to_one("hall-1"), ROOT.to_all])
            assert list(watcher.replies("n", ["hall-1"], 0.5)) == []
        kiosk.link.close()
    assert kiosk.heard.empty()
    assert "neither a password nor a certificate" in caplog.text


@pytest.mark.logs("another kiosk calls itself hall-1, too")
def test_two_kiosks_of_one_name_are_noticed_by_both_and_one_alone_is_not(tmp_path: Path, house: Broker, caplog) -> None:
    noticed: queue.Queue[str] = queue.Queue()
    now = [0.0]

    def link(folder: str) -> Link:
        made = Link(
            settings(tmp_path, house),
            Identity(ROOT, "hall-1", ()),
            lambda _: None,
            tmp_path / folder,
            Soon(),
            now=lambda: now[0],
            noticed=lambda: noticed.put(folder),
        )
        made.start()
        return made

    def says(each: Link, title: str) -> None:
        now[0] += 10
        each.tell(State(kiosk="hall-1", title=title))
        until(lambda: [row.state.title for row in watcher.rows if row.state] == [title])

    with watcher_of(settings(tmp_path, house, "staff")).entered() as watcher:
        first = link("a")
        says(first, "before")
        says(first, "again")
        assert noticed.empty(), "nobody hears themselves"
        second = link("b")
        says(second, "copied")
        assert noticed.get(timeout=PATIENCE_S) == "a", "what was retained is nobody's"
        says(first, "mine")
        assert noticed.get(timeout=PATIENCE_S) == "b"
        assert first.doubled
        assert second.doubled
        second.close()
        now[0] += DOUBLED_S
        says(first, "alone")
        assert noticed.get(timeout=PATIENCE_S) == "a"
        assert not first.doubled
    first.close()
    assert len([record for record in caplog.records if record.levelno >= logging.WARNING]) == 2, "one line each"


def certificates(folder: Path) -> None:
    """An authority, the broker's certificate and a kiosk's, as docs/fleet.md makes them."""
    folder.mkdir()
    ca = ["-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial"]
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    (folder / "ext").write_text("subjectAltName=DNS:localhost")
    made = [["req", "-x509", *key, "-days", "2", "-subj", "/CN=House", "-keyout", "ca.key", "-out", "ca.crt"]]
    for name, subject in (("broker", "localhost"), ("kiosk", "hall-1")):
        made.append(["req", *key, "-subj", f"/CN={subject}", "-keyout", f"{name}.key", "-out", f"{name}.csr"])
        made.append(["x509", "-req", "-days", "2", "-in", f"{name}.csr", "-extfile", "ext", *ca, "-out", f"{name}.crt"])
    for arguments in made:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl, which makes certificates, is not installed")
@pytest.mark.logs("its certificate is not believed")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # paho leaves that to Python: a socket
def test_a_certificate_is_as_good_as_a_password_and_a_stranger_for_a_broker_is_not_believed(
    tmp_path: Path, caplog
) -> None:
    keys = tmp_path / "keys"
    certificates(keys)
    more = f"cafile {keys}/ca.crt\ncertfile {keys}/broker.crt\nkeyfile {keys}/broker.key\nrequire_certificate true"
    house = Broker(tmp_path / "broker", None, f"{more}\nuse_identity_as_username true")
    house.start()
    address = f"mqtts://localhost:{house.port}"
    own = {"certificate": f"{keys}/kiosk.crt", "key": f"{keys}/kiosk.key"}
    try:
        kiosk = Kiosk(tmp_path, Fleet(broker=address, ca=f"{keys}/ca.crt", **own))
        kiosk.link.tell(State(kiosk="hall-1"))
        with watcher_of(Fleet(broker=address, ca=f"{keys}/ca.crt", **own)).entered() as watcher:
            until(only(watcher, present=True))
            watcher.send(Next(id="n", at=time.time()), [ROOT.to_one("hall-1")])
            assert kiosk.heard.get(timeout=PATIENCE_S).id == "n"
        stranger = Kiosk(tmp_path, Fleet(broker=address, **own), "hall-2")
        log = house.folder / "mosquitto.log"
        until(lambda: "alert" in log.read_text() and "not believed" in caplog.text)
        stranger.link.close()
        kiosk.link.close()
        assert "as hall-2" not in log.read_text()
    finally:
        house.stop()


def test_a_last_will_that_comes_late_takes_nobody_off_the_table(tmp_path: Path, house: Broker) -> None:
    present, heard = ROOT.present("hall-1"), queue.SimpleQueue[bytes]()
    before = raw(house, "hall-1", will=present)
    looking = raw(house, "staff")
    looking.on_message = lambda _client, _data, message: heard.put(message.payload)
    looking.subscribe(present, 1)
    kiosk = Kiosk(tmp_path, settings(tmp_path, house))
    assert heard.get(timeout=PATIENCE_S) == b"online"
    held = before.socket()
    assert held
    held.shutdown(socket.SHUT_RDWR)  # its computer had lost its power, and has started since
    assert [heard.get(timeout=PATIENCE_S) for _ in range(2)] == [b"offline", b"online"]
    before.loop_stop()
    kiosk.link.close()
    assert heard.get(timeout=PATIENCE_S) == b"offline", "this time it means it"
    looking.loop_stop()


def test_an_old_state_that_is_still_under_way_is_let_past_before_a_new_one(tmp_path: Path) -> None:
    from paho.mqtt.client import Client
    from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion

    link = Link(Fleet(broker="mqtt://127.0.0.1:1"), Identity(ROOT, "hall-1", ()), lambda _: None, tmp_path)
    nowhere = Client(CallbackAPIVersion.VERSION2, protocol=MQTTProtocolVersion.MQTTv5)
    link.tell(State(kiosk="hall-1"))
    link._joined(nowhere)
    assert link._due_s() > 0
    link._spoken(nowhere, None, 0, None, None)
    assert link._due_s() > 0, "that was another message"
    link._spoken(nowhere, None, link._greeting or 0, None, None)
    assert link._due_s() == 0


@pytest.mark.logs("cannot be reached: the system has no thread or socket left for it")
@pytest.mark.parametrize("lack", [RuntimeError("can't start new thread"), OSError(24, "Too many open files")])
def test_a_system_without_a_thread_or_a_socket_is_asked_again(
    tmp_path: Path, house: Broker, monkeypatch, caplog, lack: Exception
) -> None:
    from paho.mqtt.client import Client

    tried, start = [], Client.loop_start

    def scarce(client: Client) -> object:
        tried.append(client)
        if len(tried) < 3:
            raise lack
        return start(client)

    monkeypatch.setattr(Client, "loop_start", scarce)
    monkeypatch.setattr(fleet_link, "SCARCE_S", 0.01)
    kiosk = Kiosk(tmp_path, settings(tmp_path, house))
    until(lambda: "joined the fleet as hall-1, after" in caplog.text)
    kiosk.link.close()
    assert len({id(each) for each in tried}) >= 3


ALONE = """
import sys, time
from pathlib import Path
from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet.link import Identity, Link
from kiosk.fleet.state import State
from kiosk.fleet.topics import Root
link = Link(Fleet(broker=sys.argv[1], credentials=sys.argv[2]), Identity(Root("kiosk"), "hall-1", ()), print, Path())
link.tell(State(kiosk="hall-1"))
link.start()
time.sleep(60)
"""


@pytest.mark.logs("is not carried out: it has been carried out")
def test_a_slow_line_costs_time_and_nothing_else(tmp_path: Path, house: Broker) -> None:
    own = settings(tmp_path, house)
    with slow_line(house.port) as port:
        kiosk = Kiosk(tmp_path, Fleet(broker=f"mqtt://127.0.0.1:{port}", credentials=own.credentials))
        with watcher_of(settings(tmp_path, house, "staff")).entered() as watcher:
            kiosk.link.tell(State(kiosk="hall-1", title="slowly"))
            assert until(only(watcher, present=True))[0].title == "slowly"
            for _ in range(3):
                watcher.send(Next(id="n", at=time.time()), [ROOT.to_one("hall-1"), ROOT.to_all])
            assert kiosk.heard.get(timeout=PATIENCE_S).id == "n"
            kiosk.link.reply(Reply(id="n", kiosk="hall-1", result=Result.DONE))
            assert [reply.result for reply in watcher.replies("n", ["hall-1"], PATIENCE_S)] == [Result.DONE]
        kiosk.link.close()
    assert kiosk.heard.empty(), "once"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells of it")
def test_memory_stays_as_it_is_under_a_flood_of_hostile_messages(tmp_path: Path, house: Broker) -> None:
    own = settings(tmp_path, house)
    kiosk = subprocess.Popen(
        [sys.executable, "-c", ALONE, house.address, str(own.credentials)],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    rogue = raw(house, "rogue")
    try:
        with watcher_of(settings(tmp_path, house, "staff")).entered() as watcher:
            until(only(watcher, present=True))
            memory = psutil.Process(kiosk.pid)
            resident: list[int] = []
            for wave in range(4):
                for number in range(250):
                    for rubbish in (b"\xff" * 60_000, b"[" * 30_000, sent(f"{wave}-{number}", do="x" * 20_000)):
                        rogue.publish(ROOT.to_one("hall-1"), rubbish, qos=0)
                rogue.publish(ROOT.to_one("hall-1"), b"x" * 10_000_000, qos=1)
                last = Next(id=f"last-{wave}", at=time.time() - 3600)
                watcher.send(last, [ROOT.to_one("hall-1")])
                assert [reply.kiosk for reply in watcher.replies(last.id, ["hall-1"], PATIENCE_S)] == ["hall-1"]
                resident.append(memory.memory_info().rss)
        assert resident[-1] - resident[0] < 2_000_000, f"{resident}"
    finally:
        rogue.loop_stop()
        kiosk.kill()
        kiosk.wait()


def test_a_kiosk_that_loses_its_power_is_gone_by_its_last_will(tmp_path: Path, house: Broker) -> None:
    own = settings(tmp_path, house)
    kiosk = subprocess.Popen([sys.executable, "-c", ALONE, house.address, str(own.credentials)], cwd=tmp_path)
    try:
        with watcher_of(settings(tmp_path, house, "staff")).entered() as watcher:
            until(only(watcher, present=True))
            kiosk.kill()
            until(only(watcher, present=False))
    finally:
        kiosk.kill()
        kiosk.wait()
