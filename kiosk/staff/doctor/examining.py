"""Everything about a machine that matters for the show, looked at and told in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.config_sections import Mode
from kiosk.staff.doctor.clock import clock
from kiosk.staff.doctor.drawing import devices, drawing, variables
from kiosk.staff.doctor.letters import fonts
from kiosk.staff.doctor.libraries import packages, reading_aloud, system_libraries, system_name
from kiosk.staff.doctor.line import Diagnosis, Line, advice, problem
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.doctor.places import account, cache, folders, memory, pin
from kiosk.staff.doctor.resting import blanking, sleeping
from kiosk.staff.doctor.screens import screens
from kiosk.staff.doctor.starting import starting
from kiosk.staff.doctor.touch import touch
from kiosk.staff.hearing import voices as ask_for_voices
from kiosk.staff.look import look as look_with_child
from kiosk.staff.renderer import choose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.exhibition.config import Config, ConfigReading
    from kiosk.exhibition.model import Exhibition
    from kiosk.speech.orders import Failed, Found
    from kiosk.staff.advising.letters import Missing
    from kiosk.staff.graphics import Sight


class Places(NamedTuple):
    """Where the program keeps what it can make again, what it has noted, and the exhibitions that were installed."""

    cache: Path
    state: Path
    content: Path


def examine(
    config: Config,
    places: Places,
    exhibition: Exhibition | None,
    missing: Missing,
    machine: Machine | None = None,
    look: Callable[[], Sight] = look_with_child,
    listen: Callable[[], Found | Failed] = ask_for_voices,
) -> Diagnosis:
    """Look at `machine` as it is for `config` and `exhibition`.

    `missing` tells which letters no font can show, `look` looks at the graphics, `listen` asks the speech service for
    its voices, where it may be asked.
    """
    machine = machine or Machine()
    kiosk = config.display.mode is Mode.FULLSCREEN
    sight = look() if machine.has_display else None
    return Diagnosis(
        (
            system_name(machine),
            *account(machine),
            *system_libraries(machine),
            *packages(machine),
            *_on_display(config, places.cache, machine, sight),
            *touch(machine, sight, kiosk=kiosk),
            fonts(exhibition, missing, machine),
            reading_aloud(config, machine, listen),
            *memory(machine),
            cache(places.cache, config.cache.size_gb),
            *folders({"statistics, log and PIN": places.state, "installed exhibitions": places.content}),
            pin(places.state, machine, kiosk=kiosk),
            *clock(config.hours, machine),
            starting(machine, kiosk=kiosk),
            *blanking(machine),
            *sleeping(machine, kiosk=kiosk),
        )
    )


def _on_display(config: Config, folder: Path, machine: Machine, sight: Sight | None) -> Iterator[Line]:
    yield from devices(machine)
    if sight is None:
        remedy = "Run this where the show runs, or name its display: DISPLAY=:0 kiosk doctor."
        yield advice("screens", "there is no display here, so they were not looked at", remedy)
    else:
        choice = choose(str(config.display.renderer), folder, sight.qt, lambda: sight, machine.system, machine.root)
        yield from drawing(sight, choice, folder)
        yield from screens(sight, config.display)
    yield from variables(machine)


def setting(file: Path | None, reading: ConfigReading, exhibition: Exhibition | None) -> tuple[Line, Line]:
    """Which configuration and which exhibition a show that begins now has. `file` is where `reading` comes from."""
    from kiosk.exhibition.installed import current_exhibition  # noqa: PLC0415 - staff ask for it now and then
    from kiosk.staff.bundles.store import Store  # noqa: PLC0415 - see above

    config = reading.config
    bundle = Store().current if config.exhibition == current_exhibition() else None
    shown = f"{bundle.title}, generation {bundle.generation}, installed" if bundle else f"{config.exhibition}"
    named = f"{file.absolute()}" if file else "none; everything is as it comes. For one: kiosk new --settings"
    if reading.problems:
        first = reading.problems[0]
        where = f", line {first.line}" if first.line else ""
        told = problem("configuration", f"{named}{where}: {first.message}", f"{first.remedy} kiosk check tells more.")
    else:
        told = Line("configuration", named)
    if exhibition is None:
        return told, problem("exhibition", f"{shown}: nothing of it can be shown", "kiosk check tells why.")
    return told, Line("exhibition", shown)
