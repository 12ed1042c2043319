"""What an operating system has to do for a kiosk: the files that our packages carry say it, and are well-formed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

PACKAGING = Path(__file__).parents[1] / "packaging"
WINDOWS, LINUX = PACKAGING / "windows", PACKAGING / "linux"
SHELL = "{http://schemas.microsoft.com/ShellLauncher/2018/Configuration}"
LATER = "{http://schemas.microsoft.com/ShellLauncher/2019/Configuration}"
ACTIONS = {"RestartShell", "RestartDevice", "ShutdownDevice", "DoNothing"}
GUID = re.compile(r"\{[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\}")
OPENBOX = "{http://openbox.org/3.4/rc}"
HOTKEY = 4
"""..._HOTKEYACTIVE in the flags of Sticky Keys, Filter Keys, Toggle Keys, Mouse Keys and High Contrast alike."""


def xml(file: Path) -> ET.Element:
    return ET.parse(file).getroot()  # noqa: S314 - our own file


def told(file: Path) -> str:
    """What a file says besides its comments."""
    return "\n".join(line.partition("#")[0] for line in file.read_text("utf-8").splitlines())


def test_keyboard_filter_blocks_what_windows_itself_answers_to() -> None:
    ids = told(WINDOWS / "keyboard-filter.txt").split()
    wanted = {"Ctrl+Alt+Del", "Win+L", "Win+R", "Shift+Ctrl+Esc", "Alt+F4", "Alt+Tab", "Ctrl+Esc", "Windows", "Win+Tab"}
    wanted |= {"Win+D", "Win+E", "Win+U", "LShift+LAlt+PrintScrn", "LShift+LAlt+NumLock"}
    assert wanted <= set(ids)
    assert len(ids) == len(set(ids))
    assert not {"Shift", "Ctrl"} & set(ids), "staff come in with Ctrl+Shift+S"
    assert 'Get-Content "$PSScriptRoot\\keyboard-filter.txt"' in (WINDOWS / "keyboard-filter.ps1").read_text()


def test_shell_launcher_is_as_its_schema_says_and_starts_the_kiosk_again_unless_staff_have_ended_it() -> None:
    root = xml(WINDOWS / "shell-launcher.xml")
    assert root.tag == f"{SHELL}ShellLauncherConfiguration"
    assert [each.tag for each in root] == [f"{SHELL}Profiles", f"{SHELL}Configs"]
    profiles = [*root[0]]
    assert [each.tag for each in profiles] == [f"{SHELL}DefaultProfile", f"{SHELL}Profile"]
    assert profiles[1].attrib.keys() <= {"Id", "Name"}
    assert GUID.fullmatch(profiles[1].attrib["Id"])
    (shell,) = profiles[1]
    assert shell.attrib.keys() == {"Shell", f"{LATER}AppType", f"{LATER}AllAppsFullScreen"}
    assert shell.attrib[f"{LATER}AppType"] == "Desktop"
    assert shlex.split(shell.attrib["Shell"], posix=False)[1:] == ["run", "--supervised"]
    codes = {each.attrib["ReturnCode"]: each.attrib["Action"] for each in shell.iter(f"{SHELL}ReturnCodeAction")}
    from kiosk.staff.exits import QUIT

    assert codes == {str(QUIT): "DoNothing"}
    assert {each.attrib["Action"] for each in shell.iter(f"{SHELL}DefaultAction")} == {"RestartShell"}
    assert {each.attrib["Action"] for each in root.iter() if "Action" in each.attrib} <= ACTIONS
    (config,) = root[1]
    assert [each.tag for each in config] == [f"{SHELL}AutoLogonAccount", f"{SHELL}Profile"]
    assert config[0].attrib == {"HiddenId": "{50021E57-1CE4-49DF-99A9-8DB659E2C2DD}"}
    assert config[1].attrib == {"Id": profiles[1].attrib["Id"]}


ASSIGNED = "{http://schemas.microsoft.com/AssignedAccess/2017/config}"
ASSIGNED_2018 = "{http://schemas.microsoft.com/AssignedAccess/201810/config}"
ASSIGNED_2021 = "{http://schemas.microsoft.com/AssignedAccess/2021/config}"
KEPT_GOING = ["run", "--supervised"]


def test_assigned_access_is_as_its_schema_says_and_shows_the_kiosk_kept_going() -> None:
    """By what Microsoft's "Assigned Access XML Schema Definition" says of a profile with one program."""
    root = xml(WINDOWS / "assigned-access.xml")
    assert root.tag == f"{ASSIGNED}AssignedAccessConfiguration"
    assert [each.tag for each in root] == [f"{ASSIGNED}Profiles", f"{ASSIGNED}Configs"]
    (profile,) = root[0]
    assert profile.tag == f"{ASSIGNED}Profile"
    assert GUID.fullmatch(profile.attrib["Id"])
    assert profile.attrib.keys() <= {"Id", "Name"}
    (app,) = profile  # and no BreakoutSequence: without one it is Ctrl+Alt+Del
    assert app.tag == f"{ASSIGNED}KioskModeApp"
    assert app.attrib.keys() == {f"{ASSIGNED_2021}ClassicAppPath", f"{ASSIGNED_2021}ClassicAppArguments"}
    assert app.attrib[f"{ASSIGNED_2021}ClassicAppArguments"].split() == KEPT_GOING
    (config,) = root[1]
    assert [each.tag for each in config] == [f"{ASSIGNED}AutoLogonAccount", f"{ASSIGNED}DefaultProfile"]
    assert config[0].attrib.keys() <= {"HiddenId", f"{ASSIGNED_2018}DisplayName"}
    assert config[1].attrib == {"Id": profile.attrib["Id"]}


def test_both_start_the_program_without_a_console_where_it_is_installed_for_everybody() -> None:
    shells = xml(WINDOWS / "shell-launcher.xml").iter(f"{SHELL}Shell")
    (launched,) = (each for each in shells if "run" in each.attrib["Shell"])
    (assigned,) = xml(WINDOWS / "assigned-access.xml").iter(f"{ASSIGNED}KioskModeApp")
    wanted = "%ProgramFiles%\\Kiosk Gallery\\kiosk-gallery.exe"
    assert launched.attrib["Shell"].startswith(f'"{wanted}" ')
    assert assigned.attrib[f"{ASSIGNED_2021}ClassicAppPath"] == wanted
    installer = (WINDOWS / "kiosk-gallery.nsi").read_text("utf-8")
    assert '!define PROGRAM "kiosk-gallery.exe"' in installer
    assert "$PROGRAMFILES64\\${TITLE}" in installer


PREDEFINED = re.compile(r"(?:(?:Ctrl|Alt|[LR]?Shift|LAlt|Win)\+)*(?:[A-Z]|F\d{1,2}|[-+./,]|[A-Z][A-Za-z0-9]+)")
"""The form of a WEKF_PredefinedKey.Id: helpers, then one key."""


def test_each_key_that_is_blocked_has_the_form_of_windows_names() -> None:
    assert [each for each in told(WINDOWS / "keyboard-filter.txt").split() if not PREDEFINED.fullmatch(each)] == []


def test_the_script_that_blocks_keys_sets_up_its_feature_and_lets_administrators_be() -> None:
    script = (WINDOWS / "keyboard-filter.ps1").read_text("utf-8")
    wanted = {"Client-KeyboardFilter", "WEKF_PredefinedKey", "DisableKeyboardFilterForAdministrators"}
    assert {words for words in wanted | {"root\\standardcimv2\\embedded"} if words not in script} == set()


def registry() -> dict[str, str]:
    """Each value of kiosk.reg by its key and name."""
    values, key = {}, ""
    lines = (WINDOWS / "kiosk.reg").read_text("utf-8").splitlines()
    assert lines[0] == "Windows Registry Editor Version 5.00"
    for line in filter(None, lines[1:]):
        if line.startswith("["):
            key = line.strip("[]").rpartition("\\")[2]
            assert re.fullmatch(r"\[HKEY_(CURRENT_USER|LOCAL_MACHINE)\\[^\]]+\]", line)
        elif not line.startswith(";"):
            found = re.fullmatch(r'"(\w+)"=("\d+"|dword:[0-9a-f]{8})', line)
            assert found, line
            values[f"{key}\\{found[1]}"] = found[2]
    return values


@pytest.mark.parametrize("name", ["StickyKeys", "Keyboard Response", "ToggleKeys", "MouseKeys", "HighContrast"])
def test_no_shortcut_of_a_single_key_opens_a_question(name: str) -> None:
    assert not int(registry()[f"{name}\\Flags"].strip('"')) & HOTKEY


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("EdgeUI\\AllowEdgeSwipe", 0),
        ("Desktop\\TouchGestureSetting", 0),
        ("Touch\\TouchMode_hold", 0),
        ("PushNotifications\\NoToastApplicationNotification", 1),
        ("Windows Error Reporting\\DontShowUI", 1),
        ("Windows\\ErrorMode", 2),
        ("WindowsUpdate\\UpdateNotificationLevel", 2),
        ("Explorer\\NoDriveTypeAutoRun", 255),
        ("System\\DisableTaskMgr", 1),
    ],
)
def test_windows_shows_nothing_of_its_own(value: str, wanted: int) -> None:
    assert int(registry()[value].removeprefix("dword:"), 16) == wanted


def test_cage_is_started_without_a_way_to_consoles() -> None:
    lines = [
        line.strip().removesuffix(" &") for line in told(LINUX / "kiosk-session").splitlines() if line.endswith(" &")
    ]
    assert [shlex.split(line) for line in lines] == [
        ["kiosk", "run", "--supervised", "$@"],
        ["cage", "-d", "--", "$0", "--inside", "$@"],
    ]


def test_x11_has_no_consoles_no_end_by_keys_and_never_goes_dark() -> None:
    options = dict(re.findall(r'Option "(\w+)"\s+"(\w+)"', told(LINUX / "xorg-kiosk.conf")))
    assert {options[name] for name in ("DontVTSwitch", "DontZap", "DontZoom")} == {"true"}
    assert {options[name] for name in ("BlankTime", "StandbyTime", "SuspendTime", "OffTime")} == {"0"}


def test_a_window_manager_for_kiosks_has_no_key_and_no_button() -> None:
    root = xml(LINUX / "openbox-kiosk.xml")
    assert root.tag == f"{OPENBOX}openbox_config"
    for name in ("keyboard", "mouse"):  # there, so that the defaults are not taken, and empty
        found = root.findall(f"{OPENBOX}{name}")
        assert len(found) == 1
        assert len(found[0]) == 0
    assert [each.text for each in root.iter(f"{OPENBOX}number")] == ["1"]


def test_the_kernel_and_the_session_manager_answer_to_no_key() -> None:
    assert told(LINUX / "90-kiosk-sysrq.conf").split() == ["kernel.sysrq", "=", "0"]
    login = dict(line.split("=") for line in told(LINUX / "logind-kiosk.conf").split() if "=" in line)
    assert login["NAutoVTs"] == login["ReserveVT"] == "0"
    assert {value for name, value in login.items() if name.startswith("Handle") or name == "IdleAction"} == {"ignore"}


def test_each_file_is_named_where_it_is_explained() -> None:
    for folder in (WINDOWS, LINUX):
        page = (folder / "README.md").read_text("utf-8")
        for file in folder.iterdir():
            assert file.name == "README.md" or f"`{file.name}`" in page, file.name
    assert "sysrq" in (LINUX / "README.md").read_text("utf-8").lower()
