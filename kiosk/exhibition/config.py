"""How this kiosk behaves: `config.yaml`, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from kiosk.exhibition.config_fleet import Fleet, read_fleet
from kiosk.exhibition.config_sections import (
    Attract,
    Bundles,
    Cache,
    Display,
    Hours,
    HoursKeys,
    Idle,
    Slideshow,
    Speech,
    Staff,
    Statistics,
    Take,
)
from kiosk.exhibition.fields import read_struct
from kiosk.exhibition.findings import Findings, refused
from kiosk.exhibition.guarded_yaml import Refusal, read_document
from kiosk.exhibition.hours import opening_rule
from kiosk.exhibition.installed import current_exhibition
from kiosk.exhibition.keys import Named, key
from kiosk.exhibition.places import content_folder, demo_manifest
from kiosk.exhibition.problems import Problem
from kiosk.exhibition.public_key import NoKey, read_public_key
from kiosk.exhibition.screen_profile import NoProfile, read_screen_profile

__all__ = [
    "Attract",
    "Bundles",
    "Cache",
    "Config",
    "ConfigKeys",
    "ConfigReading",
    "Display",
    "Fleet",
    "Hours",
    "Idle",
    "Slideshow",
    "Speech",
    "Staff",
    "Statistics",
    "read_config",
]


INSTALLED = "installed"
"""In place of an exhibition: that of the last bundle that was installed."""


def usual_exhibition() -> Path:
    """What is shown when nobody names another: what is installed, else the demonstration."""
    return current_exhibition() or demo_manifest()


def waits_for_install(exhibition: Path) -> bool:
    """Whether this is what is shown for want of anything installed."""
    return exhibition in (demo_manifest(), content_folder() / INSTALLED)


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about this kiosk. `exhibition` is absolute: a manifest or a folder that holds one."""

    exhibition: Path = msgspec.field(default_factory=usual_exhibition)
    display: Display = Display()
    slideshow: Slideshow = Slideshow()
    idle: Idle = Idle()
    attract: Attract = Attract()
    hours: Hours = Hours()
    speech: Speech = Speech()
    staff: Staff = Staff()
    statistics: Statistics = Statistics()
    cache: Cache = Cache()
    bundles: Bundles = Bundles()
    fleet: Fleet = Fleet()


class ConfigKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How this kiosk behaves. Every key may be left out."""

    exhibition: Annotated[
        Named | None,
        key(
            "The exhibition to show: a manifest or a folder with one, relative to this file; or the word installed, "
            "for that of the bundle that was installed last. Without it, what is installed, else the demonstration.",
            expects="a file, a folder or the word installed",
            example="assets/exhibitions/demo/manifest.yaml",
        ),
    ] = None
    display: Annotated[Display, key("The screen and where it stands.")] = Display()
    slideshow: Annotated[Slideshow, key("How works follow each other.")] = Slideshow()
    idle: Annotated[Idle, key("When an abandoned screen goes home.")] = Idle()
    attract: Annotated[Attract, key("The loop that invites.")] = Attract()
    hours: Annotated[HoursKeys, key("Opening hours.")] = HoursKeys()
    speech: Annotated[Speech, key("Labels read aloud.")] = Speech()
    staff: Annotated[Staff, key("The staff panel.")] = Staff()
    statistics: Annotated[
        Statistics, key("Counting visits per day and work, without anything about visitors; `kiosk stats` tells.")
    ] = Statistics()
    cache: Annotated[Cache, key("Pictures made ready for the screen.")] = Cache()
    bundles: Annotated[Bundles, key("Where newer bundles come from, and whose are believed.")] = Bundles()
    fleet: Annotated[Fleet, key("Many kiosks, seen and commanded from one place. Without a broker there is none.")] = (
        Fleet()
    )


class ConfigReading(msgspec.Struct, frozen=True):
    """What a configuration file says. `config` is complete: a bad value keeps its default and is in `problems`."""

    config: Config
    problems: tuple[Problem, ...] = ()


def read_config(path: Path) -> ConfigReading:
    """The configuration in the file at `path`."""
    try:
        document = read_document(path)
    except Refusal as refusal:
        return ConfigReading(Config(), (refused(path, refusal),))
    findings = Findings(path, document)
    findings.add_repeated_keys()
    keys = read_struct(ConfigKeys, document.data, (), findings) or ConfigKeys()
    config = Config(
        exhibition=_exhibition(path, keys.exhibition, findings),
        display=_display(path, keys.display, findings),
        slideshow=keys.slideshow,
        idle=keys.idle,
        attract=keys.attract,
        hours=_hours(keys.hours, findings),
        speech=keys.speech,
        staff=_staff(keys.staff, findings),
        statistics=keys.statistics,
        cache=keys.cache,
        bundles=_bundles(path, keys.bundles, findings),
        fleet=read_fleet(path.parent, keys.fleet, findings),
    )
    return ConfigReading(config, findings.problems())


def _exhibition(path: Path, words: str | None, findings: Findings) -> Path:
    if words is None:
        return usual_exhibition()
    if words.lower().endswith(".kiosk"):
        message = "A bundle is not shown from where it lies: it has to be checked and unpacked first."
        remedy = f"Install it with `kiosk install {words}`, and write exhibition: installed."
        findings.add("bundle-named", ("exhibition",), message, remedy)
    if words != INSTALLED:
        return (path.parent / words).resolve()
    installed = current_exhibition()
    if installed is None:
        message = "Nothing is installed on this computer yet, so there is nothing to show."
        findings.add("nothing-installed", ("exhibition",), message, "Install a bundle: kiosk install x.kiosk")
    return installed or content_folder() / INSTALLED


def _bundles(path: Path, keys: Bundles, findings: Findings) -> Bundles:
    watch = [str((path.parent / folder).resolve()) for folder in keys.watch]
    known, take = None, keys.take
    if keys.key is not None:
        try:
            known = str(read_public_key(keys.key, path.parent))
        except NoKey as no:
            message = f'"{keys.key}" is not used: {no}. No bundle counts as signed.'
            remedy = "Write the public key, or the name of the .pub file that `kiosk keygen` made."
            findings.add("public-key", ("bundles", "key"), message, remedy)
    elif take is not Take.ASK:
        message = "Without a key no bundle counts as signed: none is installed by itself."
        findings.add("public-key", ("bundles", "take"), message, "Add key: and the public key, or write take: ask.")
    return msgspec.structs.replace(keys, watch=watch, key=known, take=take if known else Take.ASK)


def _staff(keys: Staff, findings: Findings) -> Staff:
    if keys.pin is None:
        return keys
    message = "A PIN that stands here can be read by others, so it is not used."
    findings.add("pin-in-clear", ("staff", "pin"), message, "Set one with `kiosk pin`, and leave this empty.")
    return msgspec.structs.replace(keys, pin=None)


def _display(path: Path, keys: Display, findings: Findings) -> Display:
    if keys.profile is None:
        return keys
    file = (path.parent / keys.profile).resolve()
    try:
        read_screen_profile(file)
    except NoProfile as no:
        message = f'"{keys.profile}" is not used: {no}. Pictures are shown in sRGB.'
        remedy = "Name the ICC file that was measured for this screen, or leave it empty for sRGB."
        findings.add("screen-profile", ("display", "profile"), message, remedy)
        return msgspec.structs.replace(keys, profile=None)
    return msgspec.structs.replace(keys, profile=str(file))


def _hours(keys: HoursKeys, findings: Findings) -> Hours:
    timezone = keys.timezone
    if timezone is not None and not _is_timezone(timezone):
        message = f'"{timezone}" is not a time zone this computer knows.'
        remedy = "Write a name such as Europe/Berlin, or leave it empty for the computer's own."
        findings.add("unknown-timezone", ("hours", "timezone"), message, remedy)
        timezone = None
    rules = []
    for days, hours in keys.open.items():
        try:
            rules.append(opening_rule(days, hours))
        except ValueError as error:
            remedy = 'Write days and hours such as tue-sun: "10:00-18:00".'
            findings.add("opening-hours", ("hours", "open", days), str(error), remedy)
    return Hours(
        timezone=timezone,
        open=tuple(rules),
        closed=tuple(keys.closed),
        screen=keys.screen,
        switch_off=keys.switch_off,
    )


def _is_timezone(name: str) -> bool:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 (most kiosks name none)

    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True
