"""When the screen of a kiosk is switched off: while it is closed, and when that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from kiosk.bridge.doors import Doors
    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.window.display_power import DisplayPower
    from kiosk.exhibition.config import Config


class Darkening(QObject):
    """Goes by the doors of the `gallery` that is shown, and by its `config`. `used`: somebody did something.

    `free`: this is somebody's own window, which is never dark.
    """

    def __init__(
        self,
        gallery: Callable[[], Gallery],
        config: Callable[[], Config],
        used: SignalInstance,
        parent: QObject,
        *,
        free: bool,
    ) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self._config = config
        self._used = used
        self._free = free
        self._power: DisplayPower | None = None
        self._darkened: Doors | None = None
        self._mind_power()

    @property
    def dark(self) -> bool:
        """Whether the screen is switched off, since it is closed."""
        return self._power is not None and self._power.dark

    @property
    def lit(self) -> bool:
        """Whether the screen is on, as far as this has to do with it."""
        return not (self._power and self._power.is_off)

    def follow(self) -> None:
        """Another gallery is shown, or the same in another way."""
        doors = self._gallery().entrance
        if self._darkened and doors.kept_shut:
            self._darkened = doors
            doors.changed.connect(self._lighten)
        self._lighten()

    def turn_screen(self, on: bool, told: Callable[[bool, str], object]) -> bool:
        """Switch the screen off until it is switched on, or the next opening. Whether `told` hears what came of it."""
        doors = self._gallery().entrance
        if not on and self._darkened is not doors:
            self._darkened = doors
            doors.changed.connect(self._lighten)
        doors.keep_shut(not on)
        self._lighten()
        power = self._power
        if power and not on:
            power.put_out()
        if power is None or not power.switching:
            return False

        def hear(wanted: bool, why: str) -> None:
            if wanted == on:
                power.settled.disconnect(heard)
                told(wanted, why)

        heard = power.settled.connect(hear)
        return True

    def end(self) -> None:
        """The show is over."""
        if self._power:
            self._power.end()

    def _mind_power(self) -> None:
        """Off while it is closed, if that is wanted; nobody's own window, and no rehearsal."""
        gallery = self._gallery()
        wanted = (self._config().hours.switch_off or self._darkened) and not self._free and not gallery.rehearsed
        if wanted and not self._power:
            from kiosk.bridge.window.display_power import DisplayPower  # noqa: PLC0415 - where it is wanted

            self._power = DisplayPower(parent=self)
            self._used.connect(self._power.used)
        if self._power:
            self._power.follow(gallery.entrance if wanted else None)

    def _lighten(self) -> None:
        """After an opening, or in another house, the screen is as configured again."""
        doors = self._gallery().entrance
        if self._darkened and not (self._darkened is doors and self._darkened.kept_shut):
            self._darkened = None
        self._mind_power()
