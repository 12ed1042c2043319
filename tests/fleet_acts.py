"""What is done for docs/fleet.md where it says in words what a reader does or sees."""

from __future__ import annotations

import json
import queue
import re
import ssl
import time
from typing import TYPE_CHECKING, Any

from kiosk.exhibition.config import read_config
from kiosk.fleet.asking import command_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from paho.mqtt.client import Client

PATIENCE_S = 20.0
_MEANT = {"WORK": "chladni", "THEME": "", "SECONDS": "5", "GENERATION": "7"}
"""What is written in place of what a reader knows better."""
_TABLE = re.compile(r"^\| (`[a-z]+[ `].*?) \| (.*) \|$", re.MULTILINE)
_KEYS = re.compile(r"^\| `([a-z]+)` \|", re.MULTILINE)


def do_each_of_the_table(house: Any, kiosk: str) -> None:
    """Every command of the page's table is understood, sent and answered, but for a restart, which comes later."""
    from kiosk.fleet.watcher import Watcher  # paho may be missing while this is read

    rows = _TABLE.search(house.text)
    assert rows
    table = house.text[rows.start() :].split("\n\n")[0]
    named = [row.split("|")[1] for row in table.splitlines()]
    asked = [words for cell in named for words in re.findall(r"`([^`]+)`", cell) if words != "restart"]
    assert len(asked) == 11, asked
    with Watcher(read_config(house.folder / "staff" / "config.yaml").config.fleet).entered() as watcher:
        for words in asked:
            said = [_MEANT.get(word.strip("[]"), word) for word in words.split()]
            command = command_of(list(filter(None, said)), {}, force=True)
            watcher.send(command, [watcher.root.to_one(kiosk)])
            (reply,) = watcher.replies(command.id, [kiosk], PATIENCE_S)
            refused = "no bundle of generation 7 is here" if words.startswith("install") else "does not go back"
            assert reply.result == "done" or (reply.result == "refused" and refused in reply.words), f"{words}: {reply}"


def switch_off(house: Any, kiosk: str) -> None:
    """A simulated kiosk ends in order."""
    link = next(link for link in house.links if link._identity.kiosk == kiosk)
    link.close()


def join(house: Any, kiosk: str) -> None:
    """A simulated kiosk with the config.yaml that the page gives, which nothing is wrong with."""
    reading = read_config(house.folder / kiosk / "config.yaml")
    assert [problem for problem in reading.problems if problem.field.startswith("fleet")] == []
    before = (house.folder / "mosquitto.log").read_text().count("connected from")
    house.simulate(reading.config.fleet, kiosk)
    limit = time.monotonic() + PATIENCE_S
    log = house.folder / "mosquitto.log"
    while f" as {kiosk}-" not in log.read_text() or f"u'{kiosk}'" not in log.read_text():
        assert time.monotonic() < limit, f"{before}\n{log.read_text()}"
        time.sleep(0.05)
    time.sleep(0.3)


def agree_with_the_index(house: Any, folder: str) -> None:
    """The page has the keys of an index, and of a bundle in it; file names are as it says."""
    outer = json.loads((house.folder / folder / "kiosk-index.json").read_text())
    index = json.loads(outer["index"])
    assert set(outer) == {"index", "signature"}
    section = house.text.split("### What is in the folder")[1].split("\n#")[0]
    assert _KEYS.findall(section) == list(index)
    bundles = re.search(r"`bundles` \| a list of (.*) \|", section)
    assert bundles
    assert set(re.findall(r"`([a-z0-9_]+)`", bundles[1])) == set(index["bundles"][0])
    assert set(index["everyone"]) == set(re.findall(r"`([a-z]+)`", section.split("`everyone` |")[1].split("\n")[0]))
    for bundle in index["bundles"]:
        assert re.fullmatch(r"[a-z0-9-]+\.kiosk", bundle["file"])
        assert bundle["file"].removesuffix(".kiosk").endswith(bundle["sha256"][:8])


def be_home_assistant(house: Any, kiosk: str) -> None:
    """Sees the kiosk's state where its announcement says, and presses a button; all kiosks it cannot command."""
    heard: queue.SimpleQueue[tuple[str, bytes]] = queue.SimpleQueue()
    client = _joined(house, "homeassistant", heard)
    client.subscribe(f"homeassistant/device/kiosk-{kiosk}/config", 1)
    topic, payload = heard.get(timeout=PATIENCE_S)
    told = json.loads(payload)
    assert topic == f"homeassistant/device/kiosk-{kiosk}/config"
    client.subscribe([(told["state_topic"], 1), (told["availability_topic"], 1)])
    seen = dict(heard.get(timeout=PATIENCE_S) for _ in range(2))
    assert seen[told["availability_topic"]] == told["payload_available"].encode()
    state = json.loads(seen[told["state_topic"]])
    for part in told["components"].values():
        used = re.findall(r"value_json\.(\w+)", part.get("value_template", ""))
        assert all(key in state for key in used), part
    button = told["components"]["reload"]
    answers: queue.SimpleQueue[tuple[str, bytes]] = queue.SimpleQueue()
    staff = _joined(house, "staff", answers)
    staff.subscribe(f"kiosk/reply/{kiosk}", 1)
    client.publish("kiosk/command/all", _pressed(button["command_template"], 0), qos=1).wait_for_publish(PATIENCE_S)
    client.publish(button["command_topic"], _pressed(button["command_template"], 1), qos=1)
    _, reply = answers.get(timeout=PATIENCE_S)
    assert json.loads(reply) | {"words": ""} == {
        "id": f"ha-{_MOMENT_MS + 1}",
        "kiosk": kiosk,
        "result": "done",
        "words": "",
    }
    assert answers.empty(), "nobody has heard the other one"
    for each in (client, staff):
        each.disconnect()
        each.loop_stop()


_MOMENT_MS = round(1000 * time.time())


def _pressed(template: str, number: int) -> str:
    """As Home Assistant writes it at this moment."""
    return template.replace("{{ (now().timestamp() * 1000) | int }}", str(_MOMENT_MS + number)).replace(
        "{{ now().timestamp() }}", str(time.time())
    )


def _joined(house: Any, user: str, heard: queue.SimpleQueue[tuple[str, bytes]]) -> Client:
    from paho.mqtt.client import Client
    from paho.mqtt.enums import CallbackAPIVersion

    client = Client(CallbackAPIVersion.VERSION2)
    client.username_pw_set(*(house.folder / f"{user}.secret").read_text().strip().split(":"))
    client.tls_set(str(house.folder / "etc" / "certs" / "ca.crt"), cert_reqs=ssl.CERT_REQUIRED)
    client.on_message = lambda _client, _data, message: heard.put((message.topic, message.payload))
    client.connect("localhost", house.port)
    client.loop_start()
    limit = time.monotonic() + PATIENCE_S
    while not client.is_connected():
        assert time.monotonic() < limit
        time.sleep(0.02)
    return client


ACTS: dict[str, Callable[[Any, str], None]] = {
    "each command of the table": do_each_of_the_table,
    "switched off": switch_off,
    "joins": join,
    "index": agree_with_the_index,
    "home assistant": be_home_assistant,
}
