"""The Debian packages, as far as they can be judged unbuilt; `packaging/debian/prove.sh` installs and runs them."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import click
import pytest

import run
from kiosk.cli import commands
from kiosk.exhibition.installed import LIST
from kiosk.exhibition.places import NAME
from kiosk.staff import exits
from kiosk.staff.bundles.contents import SUFFIX

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
DEBIAN, LINUX = ROOT / "packaging" / "debian", ROOT / "packaging" / "linux"
PROGRAM, SESSION = "kiosk-gallery", "kiosk-gallery-session"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Debian's")


@cache
def script(name: str) -> ModuleType:
    """A script of packaging/, as a module."""
    file = ROOT / "packaging" / name
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    spec.loader.exec_module(module)
    return module


def ini(file: Path) -> configparser.ConfigParser:
    """A file of sections; a key that comes again has its values in lines below each other."""
    read = configparser.ConfigParser(strict=False, interpolation=None, delimiters="=", comment_prefixes=("#",))
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string(file.read_text("utf-8"))
    return read


def xml(file: Path) -> ET.Element:
    return ET.parse(file).getroot()  # noqa: S314 - our own file


def put(program: Path, does: str) -> None:
    """A program in place of one of the system's."""
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)


def stanza(package: str) -> dict[str, str]:
    (own,) = (each for each in (DEBIAN / "control").read_text().split("\n\n") if f"Package: {package}\n" in each)
    return dict(re.findall(r"(?m)^([\w-]+): (.*)$", own))


@pytest.mark.parametrize("package", [PROGRAM, SESSION])
def test_what_a_package_installs_is_there_and_has_one_place(package: str) -> None:
    lines = [line.split() for line in (DEBIAN / f"{package}.install").read_text().splitlines() if line[:1] != "#"]
    assert len({target for _, target in lines}) == len(lines)
    assert all((ROOT / source).is_file() for source, _ in lines)
    assert script("debian/build.py").listed(package) == {target: ROOT / source for source, target in lines}


def test_all_that_makes_a_computer_a_kiosk_goes_with_the_package() -> None:
    assert all(target.startswith("usr/") for target in script("debian/build.py").listed(SESSION))
    sources = {
        source.name for package in (PROGRAM, SESSION) for source in script("debian/build.py").listed(package).values()
    }
    assert {file.name for file in LINUX.iterdir()} - sources == {"README.md"}, "it is in no package"


def test_the_program_depends_on_what_it_looks_for(tmp_path: Path) -> None:
    (tmp_path / "lib.so").write_bytes(b"\x7fELF..GLIBC_2.4\0GLIBC_2.35\0GLIBC_2.9\0")
    depends = script("debian/build.py").depends(tmp_path)
    told = {name for each in depends.split(", ") for name in re.sub(r"\(.*?\)", "", each).split(" | ")}
    assert set(run.LIBRARIES.values()) <= {name.strip() for name in told}
    assert "libc6 (>= 2.35)" in depends


def test_the_version_is_the_projects() -> None:
    from kiosk import __version__

    assert script("debian/build.py").version(2) == f"{__version__}-2"
    assert "kiosk-gallery (= ${version})" in stanza(SESSION)["Depends"]


def test_the_settings_are_a_conffile_that_names_the_schema_that_is_installed() -> None:
    build = script("debian/build.py")
    assert build.SETTINGS == "etc/kiosk-gallery/config.yaml"
    assert f"settings=/{build.SETTINGS}\n" in (DEBIAN / "kiosk").read_text()
    assert f"program=/{build.FROZEN}/{PROGRAM}\n" in (DEBIAN / "kiosk").read_text()
    assert (ROOT / "assets/schemas/config.schema.json").is_file()
    assert build.SCHEMA.startswith(f"/{build.FROZEN}/{build.INSIDE}/kiosk/_assets/schemas/")


def test_the_menu_starts_a_window_that_can_be_closed_and_opens_bundles() -> None:
    entry = ini(DEBIAN / "kiosk-gallery.desktop")["Desktop Entry"]
    assert entry["Exec"].split() == ["kiosk-gallery", "--windowed", "%f"]
    show = commands.commands["show"]
    assert "--windowed" in {name for option in show.params for name in option.opts}
    assert entry["Icon"] == entry["StartupWMClass"] == NAME, "the window belongs to its entry in the menu"
    (bundle,) = xml(DEBIAN / "kiosk-gallery.mime.xml")
    assert entry["MimeType"].strip(";") == bundle.attrib["type"]
    icon = f"usr/share/icons/hicolor/scalable/mimetypes/{bundle.attrib['type'].replace('/', '-')}.svg"
    assert icon in script("debian/build.py").listed(PROGRAM)


def test_a_bundle_is_known_by_its_ending_and_by_how_it_begins() -> None:
    (bundle,) = xml(DEBIAN / "kiosk-gallery.mime.xml")
    assert [each.attrib["pattern"] for each in bundle.iter(f"{MIME}glob")] == [f"*{SUFFIX}"]
    begins, name = bundle.iter(f"{MIME}match")
    assert (begins.attrib["offset"], begins.attrib["value"]) == ("0", r"PK\003\004")
    assert (name.attrib["offset"], name.attrib["value"]) == ("30", LIST)  # behind the head of a zip's first file


def test_software_centres_are_told_the_same() -> None:
    about = xml(DEBIAN / "kiosk-gallery.metainfo.xml")
    (bundle,) = xml(DEBIAN / "kiosk-gallery.mime.xml")
    assert about.findtext("launchable") == "kiosk-gallery.desktop"
    assert about.findtext("provides/mediatype") == bundle.attrib["type"]
    assert {each.text for each in about.findall("provides/binary")} == {"kiosk", "kiosk-gallery"}
    (file,) = (each for each in script("debian/build.py").listed(PROGRAM) if "metainfo" in each)
    assert Path(file).name == f"{about.findtext('id')}.metainfo.xml"


@pytest.mark.parametrize("icon", ["kiosk-gallery", "kiosk-bundle"])
def test_icons_are_square_drawings_without_words_or_pictures_from_elsewhere(icon: str) -> None:
    drawing = xml(ROOT / "packaging" / "icons" / f"{icon}.svg")
    assert drawing.attrib["viewBox"] == "0 0 256 256"
    kinds = {each.tag.partition("}")[2] for each in drawing.iter()}
    assert kinds <= {"svg", "title", "rect", "path", "circle"}


def test_the_man_page_tells_of_every_command_and_option() -> None:
    from datetime import UTC, datetime

    page = script("manpage.py").page(datetime(2026, 11, 29, tzinfo=UTC))
    assert page.startswith('.TH KIOSK 1 "2026-11-29" "Kiosk Gallery ')
    plain = page.replace(r"\-", "-")
    for name, command in commands.commands.items():
        assert name == "show" or f"\n.SS {name}\n" in plain or command.hidden
        for option in command.params:
            if isinstance(option, click.Option) and not (option.hidden or command.hidden):
                assert all(each in plain for each in option.opts), (name, option.opts)
    assert not re.search(r"(?m)^['.](?!TH|SH|SS|TP|PP|BI?\b|I\b|br)", page), "troff would take words for its own"


# The units


def service(name: str) -> dict[str, str]:
    """The service's settings as Section.Key; the last one, where a key comes again."""
    read = ini(LINUX / f"{name}.service")
    return {f"{section}.{key}": value for section in read.sections() for key, value in read[section].items()}


def test_the_computers_service_ends_and_begins_again_as_the_accounts_does() -> None:
    ours, theirs = service("kiosk-gallery-session"), service("kiosk-gallery")
    alike = ("Type", "WatchdogSec", "TimeoutStopSec", "Restart", "RestartSec", "RestartPreventExitStatus", "OOMPolicy")
    alike += ("SuccessExitStatus", "LimitCORE")
    for key in (*(f"Service.{each}" for each in alike), "Unit.StartLimitIntervalSec"):
        assert ours[key] == theirs[key], key


def test_systemd_hears_the_supervisor_though_cage_has_started_it() -> None:
    ours = service("kiosk-gallery-session")
    assert ours["Service.NotifyAccess"] == "all"
    assert ours["Service.UnsetEnvironment"] == "WATCHDOG_PID"
    assert "Service.PAMName" not in ours, "a session of logind is moved out of the service"
    assert not [key for key in ours if key.startswith("Service.TTY")], "ExecStop would hang it up"


@pytest.mark.parametrize(
    ("status", "signs_in"), [(exits.QUIT, True), (exits.UNUSABLE, True), (0, False), (134, False), ("", False)]
)
def test_whoever_looks_after_it_can_sign_in_when_staff_have_quit(
    tmp_path: Path, status: int | str, signs_in: bool
) -> None:
    ours = service("kiosk-gallery-session")
    assert ours["Unit.Conflicts"] == "getty@tty1.service"
    assert ours["Service.SuccessExitStatus"] == str(exits.QUIT)
    assert ours["Service.ExecStopPost"] == f"+{ours['Service.ExecStart']} --console"
    put(tmp_path / "systemctl", 'echo "$@"')
    around = {"PATH": f"{tmp_path}:/bin:/usr/bin", "XDG_RUNTIME_DIR": str(tmp_path), "EXIT_STATUS": str(status)}
    done = subprocess.run(
        [str(LINUX / "kiosk-session"), "--console"], env=around, capture_output=True, text=True, check=True
    )
    assert done.stdout == ("--no-block start getty@tty1.service\n" if signs_in else "")


def test_a_kiosk_can_open_no_connection_unless_it_is_told_that_it_may() -> None:
    ours, more = service("kiosk-gallery-session"), ini(LINUX / "with-network.conf")["Service"]
    assert ours["Service.RestrictAddressFamilies"].split() == ["AF_UNIX", "AF_NETLINK"]
    assert ours["Service.IPAddressDeny"] == "any"
    assert more["RestrictAddressFamilies"].split() == ["AF_INET", "AF_INET6"], "added to those that are there"
    assert not more["IPAddressDeny"], "what was denied is not any more"


def test_the_session_runs_in_the_account_that_is_made_for_it() -> None:
    account = (DEBIAN / "account").read_text().strip()
    made = [line.split() for line in (LINUX / "kiosk-account.conf").read_text().splitlines() if line[:1] != "#"]
    assert made[0][:2] == ["u", account]
    assert made[0][-1] == "/usr/sbin/nologin"
    home = made[0][-2]
    assert {line[2] for line in made[1:]} >= {"video", "render"}, "seatd and the graphics card ask for these"
    assert service("kiosk-gallery-session")["Service.User"] == account
    assert f"d {home} 0755 {account} {account}" in (LINUX / "kiosk-home.conf").read_text()
    assert f"home={home}\n" in (DEBIAN / f"{SESSION}.postrm").read_text()


def test_without_a_graphics_card_that_works_cage_begins_without_one(tmp_path: Path) -> None:
    bin_, room = tmp_path / "bin", tmp_path / "room"
    bin_.mkdir()
    room.mkdir()
    put(bin_ / "cage", 'echo "${WLR_RENDERER-card}"')
    put(bin_ / "kiosk", 'echo "$@"')
    around = {"PATH": f"{bin_}:/bin:/usr/bin", "XDG_RUNTIME_DIR": str(room)}

    def session(*arguments: str) -> str:
        done = subprocess.run(
            [str(LINUX / "kiosk-session"), *arguments], env=around, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    assert session() == "card"
    assert session("--inside", "--screen", "2") == "run --supervised --screen 2"
    assert session() == "card", "it came as far as the program"
    assert session() == "pixman", "it did not"
    around["WLR_RENDERER"] = "pixman"
    session("--inside")
    del around["WLR_RENDERER"]
    assert session() == "pixman", "it is known by now"


def test_it_is_left_as_the_show_was_though_cage_keeps_that_to_itself(tmp_path: Path) -> None:
    put(tmp_path / "cage", 'shift 2; "$@"; exit 0')
    around = {"PATH": f"{tmp_path}:/bin:/usr/bin", "XDG_RUNTIME_DIR": str(tmp_path)}
    for code in (exits.QUIT, 0, 1):
        put(tmp_path / "kiosk", f"exit {code}")
        assert subprocess.run([str(LINUX / "kiosk-session")], env=around, check=False).returncode == code
    put(tmp_path / "cage", "exit 134")
    assert subprocess.run([str(LINUX / "kiosk-session")], env=around, check=False).returncode == 134, "of cage itself"


def test_it_ends_with_the_show_first(tmp_path: Path) -> None:
    put(tmp_path / "cage", 'shift 2; "$@"')
    put(
        tmp_path / "kiosk",
        f"trap 'echo written >{tmp_path}/counts; exit 0' TERM; echo >{tmp_path}/on; while :; do sleep 0.05; done",
    )
    around = {"PATH": f"{tmp_path}:/bin:/usr/bin", "XDG_RUNTIME_DIR": str(tmp_path)}
    with subprocess.Popen([str(LINUX / "kiosk-session")], env=around) as session:
        while not (tmp_path / "on").exists():
            assert session.poll() is None
        around["MAINPID"] = str(session.pid)
        ending = subprocess.Popen([str(LINUX / "kiosk-session"), "--end"], env=around)
        assert session.wait() == 0
        assert ending.wait() == 0
    assert (tmp_path / "counts").read_text() == "written\n"


def test_sticks_are_opened_to_be_read_and_nothing_on_them_is_started() -> None:
    from kiosk.staff.bundles.watching import sticks

    rule = (LINUX / "90-kiosk-sticks.rules").read_text()
    assert "--options=ro,nosuid,nodev,noexec " in rule
    (place,) = re.findall(r"/run/media/\S+(?=\")", rule)
    assert 'ENV{ID_BUS}=="usb"' in rule
    assert sticks.__defaults__ is not None
    assert Path(place).parent.parent == Path("/run/media"), "where the program looks for sticks"


@pytest.mark.parametrize(
    "file", [*sorted(DEBIAN.glob("*.p*[tm]")), DEBIAN / "kiosk", LINUX / "kiosk-session"], ids=lambda file: file.name
)
def test_scripts_are_shell(file: Path) -> None:
    subprocess.run(["sh", "-n", str(file)], check=True)


# /usr/bin/kiosk


class Computer:
    """One with the wrapper, and with programs that tell how they were called in place of the system's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.here = folder / "here"
        for name in ("bin", "etc", "run", "home", "here"):
            (folder / name).mkdir()
        self.settings, self.account = folder / "etc" / "config.yaml", folder / "account"
        self.settings.touch()
        text = (DEBIAN / "kiosk").read_text()
        for was, now in {
            "/usr/lib/kiosk-gallery/kiosk-gallery": folder / "program",
            "/etc/kiosk-gallery/config.yaml": self.settings,
            "/usr/share/kiosk-gallery-session/account": self.account,
            "/run/kiosk-gallery": folder / "run",
        }.items():
            assert was in text
            text = text.replace(was, str(now))
        self._write("kiosk", text)
        self._write("../program", '#!/bin/sh\necho "$@" config=$KIOSK_CONFIG content=$KIOSK_CONTENT\n')
        self._write("setpriv", '#!/bin/sh\necho "setpriv $@"\n')
        self._write("sudo", '#!/bin/sh\necho "sudo $@"\n')
        self._write("getent", f"#!/bin/sh\necho kiosk:x:997:997:Kiosk:{folder / 'home'}:/usr/sbin/nologin\n")
        self.be("curator", 1000)

    def be(self, name: str, number: int) -> None:
        """Whoever types."""
        self._write("id", f'#!/bin/sh\ncase "$1" in -un) echo {name} ;; -u) echo {number} ;; *) echo 997 ;; esac\n')

    def is_a_kiosk(self) -> None:
        """The package of the session is installed."""
        self.account.write_text("kiosk\n")

    def type(self, *words: str, **around: str) -> str:
        path = f"{self.folder / 'bin'}:/bin:/usr/bin"
        done = subprocess.run(
            ["kiosk", *words], cwd=self.here, env={"PATH": path, **around}, capture_output=True, text=True, check=False
        )
        return (done.stdout + done.stderr).strip()

    def _write(self, name: str, text: str) -> None:
        file = self.folder / "bin" / name
        file.write_text(text)
        file.chmod(0o755)


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_without_the_session_everything_is_everybodys_own(computer: Computer) -> None:
    assert computer.type("install", "x.kiosk") == f"install x.kiosk config={computer.settings} content="
    assert computer.type(KIOSK_CONFIG="mine.yaml") == "config=mine.yaml content="
    (computer.here / "config.yaml").touch()
    assert computer.type("check", "a b") == "check a b config= content=", "the settings of the folder come first"
    (computer.here / "config.yaml").unlink()
    (computer.folder / "kiosk-gallery").mkdir()
    (computer.folder / "kiosk-gallery" / "config.yaml").touch()
    assert computer.type(XDG_CONFIG_HOME=str(computer.folder)) == "config= content=", "then one's own"


@pytest.mark.parametrize("words", ["install x.kiosk", "rollback", "pin", "stats --csv", "doctor", "prepare", "clear"])
def test_what_staff_do_to_a_kiosk_is_done_for_its_account_by_an_administrator(computer: Computer, words: str) -> None:
    computer.is_a_kiosk()
    assert computer.type(*words.split()) == f"sudo -- {computer.folder}/bin/kiosk {words}"
    computer.be("root", 0)
    told = computer.type(*words.split())
    assert told.startswith("setpriv --reuid=kiosk --regid=997 --init-groups --no-new-privs ")
    command = told.partition(" -- env -i ")[2].split()
    assert f"HOME={computer.folder / 'home'}" in command
    assert f"KIOSK_CONFIG={computer.settings}" in command
    assert command[command.index(f"{computer.folder / 'program'}") + 1 :] == words.split()
    more = "+dac_override" in told
    assert more == words.startswith(("install", "stats")), "only these read or write where the kiosk may not"
    computer.be("kiosk", 997)
    assert computer.type(*words.split()).startswith(words), "its own account needs nobody"


@pytest.mark.parametrize("words", ["check show", "prepare show", "show --windowed", "install --help", ""])
def test_what_is_about_somebodys_own_files_is_done_for_them(computer: Computer, words: str) -> None:
    computer.is_a_kiosk()
    content = computer.folder / "home/.local/share/kiosk-gallery/content"
    told = computer.type(*words.split())
    assert told == f"{words} config={computer.settings} content={content}".strip(), "they see what hangs in the kiosk"


def test_without_sudo_it_tells_who_has_to_do_it(computer: Computer) -> None:
    computer.is_a_kiosk()
    (computer.folder / "bin" / "sudo").unlink()
    if any(Path(folder, "sudo").exists() for folder in ("/bin", "/usr/bin")):
        pytest.skip("sudo is here")
    assert computer.type("pin").endswith("as root: kiosk pin")


def test_the_kiosks_screen_is_found_while_it_is_on(computer: Computer) -> None:
    import socket

    computer.is_a_kiosk()
    computer.be("root", 0)
    assert "WAYLAND_DISPLAY" not in computer.type("doctor")
    folder = os.open(computer.folder / "run", os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as screen:
        screen.bind(f"/proc/self/fd/{folder}/wayland-0")  # the whole path may be too long for a socket
    os.close(folder)
    told = computer.type("doctor")
    assert f"XDG_RUNTIME_DIR={computer.folder / 'run'} WAYLAND_DISPLAY=wayland-0 QT_QPA_PLATFORM=wayland" in told
