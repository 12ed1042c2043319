"""The group of keys in config.yaml by which many kiosks are seen and commanded, and what has to be right about it."""

from __future__ import annotations

import os
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta

from kiosk.exhibition.keys import Named, Switch, key
from kiosk.exhibition.regular_files import reading

if TYPE_CHECKING:
    from kiosk.exhibition.findings import Findings

PLAIN_PORT = 1883
SECURE_PORT = 8883
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|[0-9A-Fa-f:]{2,45}", re.ASCII)
FIGURES = ".prom"
"""How the name of a file ends that node_exporter reads."""
_FILES = ("credentials", "ca", "certificate", "key")
_OTHERS = 0o077

GroupName = Annotated[
    str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$"), key(expects="small letters, digits and hyphens", example="hall")
]


class Broker(NamedTuple):
    """Where the MQTT broker is. `secure`: it is spoken to over TLS."""

    host: str
    port: int
    secure: bool

    @classmethod
    def of(cls, words: str) -> Broker:
        """Raises ValueError, in words, for what is no address such as mqtts://broker.museum:8883."""
        parts = urlsplit(words)
        if parts.scheme not in {"mqtt", "mqtts"} or parts.path.strip("/") or parts.query or parts.fragment:
            raise ValueError("it is no address such as mqtts://broker.museum:8883")
        if parts.username is not None or parts.password is not None:
            raise ValueError("a user or password does not belong into an address: name a file with credentials:")
        host = parts.hostname or ""
        if not _HOST.fullmatch(host) or ".." in host:
            raise ValueError("it names no computer")
        secure = parts.scheme == "mqtts"
        return cls(host, parts.port or (SECURE_PORT if secure else PLAIN_PORT), secure)

    @property
    def is_here(self) -> bool:
        """Whether what is said to it stays on this computer."""
        return self.host in {"localhost", "127.0.0.1", "::1"}


class Shows(StrEnum):
    """What a kiosk shows that follows another: the same work, the next one, or a detail of it."""

    SAME = "same"
    NEXT = "next"
    DETAIL = "detail"


class Fleet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Many kiosks. Once it has been read, files are absolute, and `broker` is None where it cannot be used.

    Of passwords and keys only the names of their files stand here.
    """

    broker: Annotated[
        Annotated[str, Meta(max_length=300)] | None,
        key(
            "The MQTT broker: mqtts:// and its name for TLS, mqtt:// without. Needs the extra fleet. Empty: this kiosk "
            "speaks to nobody, and opens no connection at all.",
            expects="an address",
            example="mqtts://broker.museum:8883",
        ),
    ] = None
    name: Annotated[
        GroupName | None,
        key(
            "What this kiosk is called among the others; the name of the computer when it is empty.",
            expects="small letters, digits and hyphens",
            example="hall-1",
        ),
    ] = None
    groups: Annotated[
        list[GroupName],
        key(
            "Groups that it belongs to, for commands to several at once, and for what `kiosk publish --group` has for "
            "some kiosks only: of several, the first that it names counts. That goes without a broker.",
            expects="a list of groups",
            example="[ground-floor, touch]",
        ),
    ] = []
    credentials: Annotated[
        Named | None,
        key(
            "A file with one line, user:password, that only this account may read (chmod 600).",
            expects="a file",
            example="fleet.secret",
        ),
    ] = None
    ca: Annotated[
        Named | None,
        key(
            "The certificate of the authority that signed the broker's; those the computer trusts when it is empty.",
            expects="a file",
            example="ca.crt",
        ),
    ] = None
    certificate: Annotated[
        Named | None,
        key("This kiosk's own certificate, instead of a password.", expects="a file", example="hall-1.crt"),
    ] = None
    key: Annotated[
        Named | None,
        key(
            "The key of that certificate, a file that only this account may read.",
            expects="a file",
            example="hall-1.key",
        ),
    ] = None
    commands: Annotated[
        Switch,
        key(
            "Whether commands are carried out. They never are over a connection without a password or a certificate of "
            "its own."
        ),
    ] = True
    topic: Annotated[
        GroupName,
        key("What all topics of the fleet begin with.", expects="small letters, digits and hyphens", example="kiosk"),
    ] = "kiosk"
    home_assistant: Annotated[
        GroupName | None,
        key(
            "What Home Assistant's discovery topics begin with; empty to tell it nothing.",
            expects="small letters, digits and hyphens",
            example="homeassistant",
        ),
    ] = "homeassistant"
    leads: Annotated[
        Switch,
        key("Whether it tells which work it shows, and when it turns to the next one, for others that follow it."),
    ] = False
    follow: Annotated[
        GroupName | None,
        key(
            "The name of a kiosk that leads: this one goes in step with it, and on alone while it cannot be heard. "
            "Needs a password or a certificate.",
            expects="small letters, digits and hyphens",
            example="hall-1",
        ),
    ] = None
    shows: Annotated[
        Shows,
        key("What is shown of the leader's: the same work, the next one, or a detail of it."),
    ] = Shows.SAME
    ahead: Annotated[
        int,
        Meta(ge=1, le=8),
        key(
            "With `shows: next`, how many works ahead of the leader it is.",
            expects="a whole number from 1 to 8",
            example="2",
        ),
    ] = 1
    figures: Annotated[
        Named | None,
        key(
            "A file that figures are written into every 15 seconds, for the textfile collector of Prometheus' "
            "node_exporter; its folder has to be there. It needs no broker, and opens no connection. Empty: none.",
            expects="a file whose name ends with .prom",
            example="/var/lib/prometheus/node-exporter/kiosk.prom",
        ),
    ] = None

    @property
    def is_known(self) -> bool:
        """Whether the broker is told who this is."""
        return self.credentials is not None or (self.certificate is not None and Broker.of(self.broker or "").secure)


def read_fleet(folder: Path, keys: Fleet, findings: Findings) -> Fleet:
    """The section as the program works with it; without a broker if anything about it is wrong.

    Figures are written all the same, unless the name of their file is wrong.
    """
    keys = msgspec.structs.replace(keys, figures=_figures(folder, keys.figures, findings))
    keys = _in_step(keys, findings)
    if keys.broker is None:
        return keys
    files = {name: str((folder / named).resolve()) for name in _FILES if (named := getattr(keys, name)) is not None}
    fleet = msgspec.structs.replace(keys, **files)
    try:
        broker = Broker.of(keys.broker)
    except ValueError as error:
        remedy = "Write, for example, mqtts://broker.museum:8883."
        findings.add("fleet-broker", ("fleet", "broker"), f'"{keys.broker}" is not used: {error}.', remedy)
        return msgspec.structs.replace(fleet, broker=None)
    problems = [(name, *wrong) for name, file in files.items() if (wrong := _wrong_with(name, Path(file)))]
    if (fleet.certificate is None) != (fleet.key is None):
        missing = "certificate" if fleet.certificate is None else "key"
        problems.append((missing, "A certificate and its key belong together.", f"Add {missing}: and its file."))
    if not broker.secure and (fleet.ca or fleet.certificate):
        remedy = "Write mqtts:// instead of mqtt://."
        problems.append(("broker", "Certificates are of no use over a connection without TLS.", remedy))
    for name, message, remedy in problems:
        findings.add("fleet-file", ("fleet", name), f"{message} The kiosk does not join the fleet.", remedy)
    return msgspec.structs.replace(fleet, broker=None) if problems else fleet


def _in_step(keys: Fleet, findings: Findings) -> Fleet:
    """The section without what cannot be led or followed."""
    message = remedy = ""
    if keys.follow is None:
        return keys
    if keys.broker is None:
        message, remedy = "Without a broker no other kiosk is heard.", "Write the broker into fleet.broker."
    elif keys.credentials is None and keys.certificate is None:
        message = "A kiosk that the broker does not know follows nobody."
        remedy = "Give it credentials: or a certificate: of its own (docs/fleet.md)."
    elif keys.follow == keys.name:
        message, remedy = "A kiosk cannot follow itself.", "Write the name of the kiosk that leads."
    elif keys.leads:
        message = "A kiosk leads or follows. This one leads."
        remedy = f"Take out leads: or follow:. Others may follow {keys.follow}, too."
    if not message:
        return keys
    findings.add("fleet-follow", ("fleet", "follow"), f"{message} It does not follow {keys.follow}.", remedy)
    return msgspec.structs.replace(keys, follow=None)


def _figures(folder: Path, named: str | None, findings: Findings) -> str | None:
    """The file of figures; None for none, or one that nobody would read."""
    if named is None:
        return None
    file = (folder / named).resolve()
    if file.suffix != FIGURES or file.is_dir():
        message = f'No figures are written to "{file.name}": node_exporter reads files whose names end with {FIGURES}.'
        remedy = "Write, for example, /var/lib/prometheus/node-exporter/kiosk.prom."
        findings.add("fleet-figures", ("fleet", "figures"), message, remedy)
        return None
    if not os.access(file.parent, os.W_OK):
        message = f'No figures can be written to "{file.name}": the folder {file.parent} is not there, or not writable.'
        findings.add("fleet-figures", ("fleet", "figures"), message, "Make it, and let this account write there.")
    return str(file)


def _wrong_with(name: str, file: Path) -> tuple[str, str] | None:
    """What is wrong with a file, and what to do; None when nothing is."""
    try:
        state = file.stat()
        reading(file).close()
    except OSError as error:
        why = error.strerror or type(error).__name__
        return f'The file "{file.name}" cannot be read: {why}.', "Check its name, and that this account may read it."
    if name in {"credentials", "key"} and os.name == "posix" and state.st_mode & _OTHERS:
        message = f'Others on this computer may read "{file.name}", so it is not used.'
        return message, f"Keep it to this account: chmod 600 {file}"
    return None
