"""Which variables a kiosk listens to."""

from __future__ import annotations

import pytest

from kiosk.staff.environment import shut_out_developers

DOORS = {
    "QML_IMPORT_PATH": "/media/stick",
    "QML2_IMPORT_PATH": "/media/stick",
    "QML_DISABLE_DISK_CACHE": "1",
    "QML_XHR_ALLOW_FILE_READ": "1",
    "QMLSCENE_DEVICE": "softwarecontext",
    "QSG_VISUALIZE": "overdraw",
    "QSG_INFO": "1",
    "QT_PLUGIN_PATH": "/media/stick",
    "QT_QPA_PLATFORM_PLUGIN_PATH": "/media/stick",
    "QT_QPA_GENERIC_PLUGINS": "tuiotouch:udp=3333",
    "QT_QPA_PLATFORMTHEME": "gtk3",
    "QT_QPA_EGLFS_DEBUG": "1",
    "QT_LOGGING_RULES": "*=true",
    "QT_LOGGING_CONF": "/media/stick/rules",
    "QT_LOAD_TESTABILITY": "1",
    "QT_FATAL_WARNINGS": "1",
    "QT_DEBUG_PLUGINS": "1",
    "QT_IM_MODULE": "qtvirtualkeyboard",
    "QT_OF_A_LATER_YEAR": "1",
    "QV4_SHOW_BYTECODE": "1",
    "PYTHONINSPECT": "1",
    "PYTHONSTARTUP": "/media/stick/x.py",
    "PYTHONBREAKPOINT": "x.y",
}
SESSION = {
    "QT_SCALE_FACTOR": "2",
    "QT_SCREEN_SCALE_FACTORS": "1;2",
    "QT_QUICK_BACKEND": "software",
    "QT_XCB_GL_INTEGRATION": "xcb_egl",
    "QT_WAYLAND_SHELL_INTEGRATION": "xdg-shell",
    "QT_QPA_EVDEV_TOUCHSCREEN_PARAMETERS": "rotate=90",
    "QT_QPA_EGLFS_KMS_CONFIG": "/etc/kms.json",
    "QSG_RHI_BACKEND": "opengl",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    "PYTHONPATH": "/srv/kiosk",
    "PATH": "/usr/bin",
    "LANG": "ko_KR.UTF-8",
    "KIOSK_CONFIG": "/etc/kiosk.yaml",
    "QTDIR_IS_NOBODYS": "1",
}


def test_developers_doors_are_shut_and_the_sessions_settings_stay() -> None:
    environment = {**DOORS, **SESSION}
    assert shut_out_developers(environment, isolated=False) == tuple(sorted(DOORS))
    assert environment == SESSION
    assert shut_out_developers(environment) == ()


def test_an_isolated_python_hands_none_of_its_variables_on() -> None:
    environment = {
        "PYTHONPATH": "/media/stick",
        "PYTHONUSERBASE": "/media/stick",
        "PYTHON_OF_A_LATER_YEAR": "1",
        "MONTY": "",
    }
    assert shut_out_developers(dict(environment), isolated=False) == ()
    assert shut_out_developers(environment, isolated=True) == ("PYTHONPATH", "PYTHONUSERBASE", "PYTHON_OF_A_LATER_YEAR")
    assert environment == {"MONTY": ""}


@pytest.mark.parametrize("value", ["xcb", "wayland;xcb", "offscreen:configfile=/x.json", "eglfs", "windows:darkmode=2"])
def test_what_is_drawn_on_is_the_sessions_business(value: str) -> None:
    assert shut_out_developers({"QT_QPA_PLATFORM": value}) == ()


@pytest.mark.parametrize("value", ["vnc:port=5900", "webgl:port=80", "xcb;vnc", "", "/media/stick/libq.so"])
def test_nobody_looks_in_over_a_network(value: str) -> None:
    assert shut_out_developers({"QT_QPA_PLATFORM": value}) == ("QT_QPA_PLATFORM",)
