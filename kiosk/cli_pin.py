"""The command that sets the PIN of the staff panel."""

from __future__ import annotations

import click

from kiosk.terminal import fail

_TRIES = 3


@click.command("pin")
@click.option("--forget", is_flag=True, help="Have none from now on.")
def pin_command(forget: bool) -> None:
    """Set the PIN of the staff panel on this computer, 6 to 12 digits; it is asked for twice and not shown.

    A running kiosk asks for it from the next time on. Whoever forgets it sets another: that needs this account.
    """
    from kiosk.exhibition.places import state_folder
    from kiosk.staff.pin_file import pin_file, set_pin

    try:
        if forget:
            pin_file().unlink(missing_ok=True)
            click.echo("There is no PIN any more. In full screen the staff panel stays closed until one is set.")
            return
        pin = _asked()
        if pin is None:
            fail("No PIN was set; the one before, if there is one, stays.")
        file = set_pin(pin, state_folder())
    except OSError as error:
        fail(f'"{pin_file()}" cannot be written: {error.strerror or error}.')
    click.echo(f"The PIN is set. What is kept of it, not the PIN itself, is in {file}")


def _asked() -> str | None:
    """A PIN that somebody has typed twice; None when they did not manage to."""
    from kiosk.staff.pin import weakness

    for _ in range(_TRIES):
        pin = str(click.prompt("New PIN", hide_input=True)).strip()
        weak = weakness(pin)
        if weak:
            click.echo(f"{weak} Choose another.", err=True)
        elif str(click.prompt("Once more", hide_input=True)).strip() == pin:
            return pin
        else:
            click.echo("The two are not the same.", err=True)
    return None
