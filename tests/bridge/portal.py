"""A desktop whose settings change while the show runs, on a session's bus of its own.

`dbus-run-session -- python -m tests.bridge.portal` prints what a wish is told, first and after the change.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

from kiosk.bridge.desktop import DesktopWish
from kiosk.staff.desktop import INTERFACE, PATH, SERVICE

GUARD_MS = 60_000
LESS = 1


def change() -> None:
    """What a portal says when somebody turns animations off. (It is another connection, as of another program.)"""
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "portal")
    assert bus.registerService(SERVICE)
    told = QDBusMessage.createSignal(PATH, INTERFACE, "SettingChanged")
    told.setArguments(["org.freedesktop.appearance", "reduced-motion", QDBusVariant(LESS)])
    assert bus.send(told)


def main() -> None:
    """Ask, change, and end when the change has been told."""
    application = QCoreApplication(sys.argv)
    answers = iter((False, True))
    wish = DesktopWish(lambda: next(answers), ask_for_contrast=lambda: None)
    wish.told.connect(lambda less: (print(less, flush=True), application.quit() if less else change()))
    wish.ask()
    QTimer.singleShot(GUARD_MS, application.quit)
    application.exec()


if __name__ == "__main__":
    main()
