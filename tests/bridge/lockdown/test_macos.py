"""What a kiosk has macOS switch off, told to an AppKit that is pretended."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow

from kiosk.bridge.lockdown import macos
from kiosk.bridge.lockdown.lockdown import Lockdown

HIDES_DOCK = macos.AUTO_HIDE_DOCK | macos.HIDE_DOCK
NEEDS_HIDDEN_DOCK = (
    *(macos.HIDE_MENU_BAR, macos.AUTO_HIDE_MENU_BAR, macos.DISABLE_PROCESS_SWITCHING),
    *(macos.DISABLE_FORCE_QUIT, macos.DISABLE_SESSION_TERMINATION),
)


def refuse_contradictions(options):
    """As AppKit does, by its reference of NSApplication.PresentationOptions."""
    assert options & HIDES_DOCK != HIDES_DOCK
    assert options & (both := macos.HIDE_MENU_BAR | macos.AUTO_HIDE_MENU_BAR) != both
    assert not options & macos.HIDE_MENU_BAR or options & macos.HIDE_DOCK
    assert not any(options & each for each in NEEDS_HIDDEN_DOCK) or options & HIDES_DOCK


class Pretended:
    def __init__(self):
        self.now, self.told = macos.DEFAULT, []

    def options(self):
        return self.now

    def set_options(self, options):
        refuse_contradictions(options)
        self.now = options
        self.told.append(options)


@pytest.fixture
def window(qapp):  # noqa: ARG001 - a window needs it
    window = QWindow()
    yield window
    for each in window.findChildren(macos.Presentation):
        each.setParent(None)
    window.destroy()


@pytest.fixture
def application():
    return Pretended()


def fill(window, qtbot):
    window.showFullScreen()
    window.requestActivate()
    qtbot.waitUntil(window.isActive)


def test_a_kiosk_leaves_no_way_out_of_it_in_sight(window, application, qtbot):
    macos.Presentation(window, application)
    fill(window, qtbot)
    names = ("HIDE_DOCK", "HIDE_MENU_BAR", "DISABLE_PROCESS_SWITCHING", "DISABLE_FORCE_QUIT")
    for name in (*names, "DISABLE_SESSION_TERMINATION", "DISABLE_HIDE_APPLICATION"):
        assert application.now & getattr(macos, name), name


def test_what_macos_sets_itself_does_not_stay(window, application, qtbot):
    held = macos.Presentation(window, application)
    fill(window, qtbot)
    application.now = macos.SYSTEMS  # as it does when a window has come to fill the screen
    held.look()
    assert application.now == macos.KIOSK
    told = len(application.told)
    held.look()
    assert len(application.told) == told


def test_a_window_on_a_desktop_takes_nothing_away(window, application, qtbot):
    macos.Presentation(window, application)
    window.show()
    window.requestActivate()
    qtbot.waitUntil(window.isActive)
    assert not application.told


def test_whoever_is_let_go_gets_everything_back(window, application, qtbot):
    held = macos.Presentation(window, application)
    fill(window, qtbot)
    held.let_go()
    refuse_contradictions(application.now)
    assert application.now == macos.SYSTEMS
    window.setWindowState(Qt.WindowState.WindowNoState)
    assert application.now == macos.SYSTEMS


def test_a_lockdown_on_a_mac_asks_for_it_and_gives_it_back(window, application, qtbot, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "cocoa"))
    monkeypatch.setattr(macos, "AppKit", lambda: application)
    lockdown = Lockdown(window)
    fill(window, qtbot)
    assert application.now == macos.KIOSK
    window.setWindowState(Qt.WindowState.WindowNoState)
    lockdown.let_go()
    assert application.now == macos.DEFAULT


def test_appkit_hears_three_messages():
    heard = []
    names = {}

    def number_of(name):
        return names.setdefault(name, len(names) + 1)

    reference = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_char_p)
    method = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)

    def send(receiver, selector, argument):
        name = next(name for name, number in names.items() if number == selector)
        heard.append((receiver, name, argument if name.endswith(b":") else None))
        return 1000 if name == b"sharedApplication" else macos.KIOSK

    callbacks = SimpleNamespace(
        objc_getClass=reference(number_of), sel_registerName=reference(number_of), objc_msgSend=method(send)
    )
    appkit = macos.AppKit(callbacks)
    assert appkit.options() == macos.KIOSK
    appkit.set_options(macos.SYSTEMS)
    receivers = [(1000, b"presentationOptions", None), (1000, b"setPresentationOptions:", macos.SYSTEMS)]
    assert heard == [(names[b"NSApplication"], b"sharedApplication", None), *receivers]
