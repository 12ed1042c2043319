"""The command for the first guide."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kiosk.exhibition.places import find_config
from kiosk.terminal import config_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@config_option
def guide(config: Path | None) -> None:
    """Open the guide for staff in a window: five pages, from your list of works to the kiosk."""
    from kiosk.app import run
    from kiosk.front import RunOptions

    sys.exit(run(RunOptions(config=config or find_config(), windowed=True, guide=True)))
