"""What Home Assistant is told, once: which figures of a kiosk there are, and where they come from.

Device discovery of its MQTT integration (2024.11 and newer): one retained message for all that belongs to a kiosk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.fleet.topics import OFFLINE, ONLINE

if TYPE_CHECKING:
    from kiosk.fleet.topics import Root

_SENSORS: tuple[tuple[str, str, str, str, dict[str, object]], ...] = (
    ("exhibition", "Exhibition", "{{ value_json.exhibition }}", "mdi:image-frame", {}),
    ("work", "Work", "{{ value_json.title }}", "mdi:image", {}),
    ("screen", "Shows", "{{ value_json.screen }}", "mdi:monitor", {}),
    ("generation", "Generation", "{{ value_json.generation }}", "mdi:counter", {}),
    (
        "free",
        "Free on disk",
        "{{ value_json.free_mb }}",
        "mdi:harddisk",
        {"unit_of_measurement": "MB", "device_class": "data_size", "entity_category": "diagnostic"},
    ),
    (
        "memory",
        "Memory",
        "{{ value_json.memory_mb }}",
        "mdi:memory",
        {"unit_of_measurement": "MB", "device_class": "data_size", "entity_category": "diagnostic"},
    ),
    ("restarts", "Restarts", "{{ value_json.restarts }}", "mdi:restart", {"entity_category": "diagnostic"}),
)
_BUTTONS = (("next", "Next work", "mdi:skip-next"), ("reload", "Reload", "mdi:reload"))
_COMMAND = '{"id":"ha-{{ (now().timestamp() * 1000) | int }}","at":{{ now().timestamp() }},"do":"%s"}'


def discovery_topic(prefix: str, root: Root, kiosk: str) -> str:
    """Where it belongs."""
    return f"{prefix}/device/{root.root}-{kiosk}/config"


def discovery(root: Root, kiosk: str, version: str, *, commands: bool) -> bytes:
    """The message. With `commands` there are buttons, too."""
    unique = f"{root.root}-{kiosk}"
    parts: dict[str, dict[str, object]] = {
        part: {
            "platform": "sensor",
            "unique_id": f"{unique}-{part}",
            "name": name,
            "value_template": template,
            "icon": icon,
            **more,
        }
        for part, name, template, icon, more in _SENSORS
    }
    parts["trouble"] = {
        "platform": "binary_sensor",
        "unique_id": f"{unique}-trouble",
        "name": "Trouble",
        "device_class": "problem",
        "value_template": "{{ 'ON' if value_json.health == 'trouble' else 'OFF' }}",
        "json_attributes_topic": root.state(kiosk),
        "json_attributes_template": "{{ {'problems': value_json.problems} | tojson }}",
    }
    for act, name, icon in _BUTTONS if commands else ():
        parts[act] = {
            "platform": "button",
            "unique_id": f"{unique}-{act}",
            "name": name,
            "icon": icon,
            "command_topic": root.to_one(kiosk),
            "command_template": _COMMAND % act,
            "qos": 1,
        }
    device = {"identifiers": [unique], "name": kiosk, "manufacturer": "Kiosk Gallery", "sw_version": version}
    return msgspec.json.encode(
        {
            "device": device,
            "origin": {"name": "Kiosk Gallery", "sw_version": version},
            "state_topic": root.state(kiosk),
            "availability_topic": root.present(kiosk),
            "payload_available": ONLINE,
            "payload_not_available": OFFLINE,
            "components": parts,
        }
    )
