#!/usr/bin/env python3
"""Start Kiosk Gallery from a checkout: `python3 run.py [arguments of kiosk]`; its tests: `python3 run.py test`.

Makes `.venv`, installs the locked packages when the lock has changed, and goes. `--install-system` (or CI=true) lets
root have missing system packages installed. Standard library only, and readable by Python 3.7, so that an old Python
can still say what it lacks.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
OLDEST_PYTHON = (3, 11)
MOST_TESTS_AT_ONCE = 4
MOST_UNSTEADY = 3
TESTS_FAILED = 1  # as pytest exits when tests have failed, and nothing else went wrong

# What Qt loads from the system, and the Debian package that has it (packaging/README.md tells how it was found).
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
KOREAN_FONT = "fonts-nanum"
# Without these the tests that listen to labels being read aloud are left out.
READER_TO_TEST = ("dbus", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0")
# A stranger at the kiosk needs a window manager to switch windows with, and libraries to press real keys; screens are
# plugged in and out with xrandr.
STRANGER_TO_TEST = ("openbox", "libxtst6", "libxss1", "x11-xserver-utils")
# A broker of MQTT for many kiosks, and what makes the certificates that they are known by.
FLEET_TO_TEST = ("mosquitto", "mosquitto-clients", "openssl")
# promtool, which judges figures, and what is asked of them.
FIGURES_TO_TEST = ("prometheus",)
SPEECH_TO_TEST = ("speech-dispatcher", "speech-dispatcher-espeak-ng", "espeak-ng")


def main(arguments: list[str]) -> int:
    """Set up what is missing, then start the program or the tests. The exit status."""
    if sys.version_info < OLDEST_PYTHON:
        return hand_over(arguments)
    may_install = "--install-system" in arguments or os.environ.get("CI", "").lower() in {"true", "1"}
    arguments = [argument for argument in arguments if argument != "--install-system"]
    testing = arguments[:1] == ["test"]
    if sys.platform == "linux" and not prepare_system(testing=testing, may_install=may_install):
        return 1
    python = prepare_venv(DEV_LOCK if testing else RUN_LOCK)
    if python is None:
        return 1
    return test(python, arguments[1:]) if testing else start(python, arguments)


def hand_over(arguments: list[str]) -> int:
    """Go on with a newer Python, if there is one."""
    for minor in range(30, OLDEST_PYTHON[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            return subprocess.call([newer, __file__, *arguments])
    return tell(
        f"Kiosk Gallery needs Python {dotted(OLDEST_PYTHON)} or newer; this is {dotted(sys.version_info[:2])}.",
        "Debian 12 and Ubuntu 24.04 have it: sudo apt-get install python3 python3-venv",
        "On other systems: https://www.python.org/downloads/",
    )


def prepare_system(*, testing: bool, may_install: bool) -> bool:
    """Whether this Linux has all that is needed, after installing it if that is allowed; says what it lacks."""
    missing = missing_packages(testing=testing)
    fonts = [] if has_korean_font() else [KOREAN_FONT]
    speech = list(SPEECH_TO_TEST) if testing and not shutil.which("speech-dispatcher") else []
    reader = list(READER_TO_TEST) if testing and not hears() else []
    stranger = [] if not testing or has_stranger() else list(STRANGER_TO_TEST)
    fleet = [] if not testing or has_broker() else list(FLEET_TO_TEST)
    figures = [] if not testing or shutil.which("promtool") else list(FIGURES_TO_TEST)
    more = fonts + speech + reader + stranger + fleet + figures
    if missing + more and may_install and is_root() and shutil.which("apt-get"):
        apt_install(missing + more)
        missing, fonts = missing_packages(testing=testing), [] if has_korean_font() else [KOREAN_FONT]
    if missing:
        sudo = "" if is_root() else "sudo "
        tell(
            "Kiosk Gallery needs system packages that are not here. Install them with:",
            f"    {sudo}apt-get install -y --no-install-recommends {' '.join(missing + fonts)}",
            *([] if sudo else ["or let this do it, with --install-system"]),
            "(Names for Debian and Ubuntu. Other systems name the packages of these libraries differently.)",
        )
        return False
    if fonts:
        tell(f"No font with Korean letters is here; labels in Korean need one: apt-get install {KOREAN_FONT}")
    return True


def is_root() -> bool:
    """Whether packages may be installed here."""
    return sys.platform != "win32" and os.geteuid() == 0


def missing_packages(*, testing: bool) -> list[str]:
    """The Debian packages this system lacks."""
    missing = [package for library, package in LIBRARIES.items() if not loads(library)]
    if not has_venv():
        debian = Path(sys.executable).resolve().parent == Path("/usr/bin")
        missing.insert(0, "python3-venv" if debian else f"python{dotted(sys.version_info[:2])}-venv")
    if testing and not shutil.which("Xvfb"):
        missing.append("xvfb")
    return missing


def loads(library: str) -> bool:
    """Whether the system has a shared library, and all that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_stranger() -> bool:
    """Whether what strangers do to windows and keys could be tried here."""
    return all(map(shutil.which, ("openbox", "xrandr"))) and all(map(loads, ("libXtst.so.6", "libXss.so.1")))


def has_broker() -> bool:
    """Whether kiosks could be tried here that speak to each other; Debian keeps the broker from users' paths."""
    broker = shutil.which("mosquitto") or Path("/usr/sbin/mosquitto").exists()
    return bool(broker) and all(map(shutil.which, ("mosquitto_passwd", "mosquitto_pub", "openssl")))


def hears() -> bool:
    """Whether a screen reader could be tried here: an accessibility bus, and the library to listen to it."""
    launchers = [Path(folder, "at-spi-bus-launcher") for folder in ("/usr/libexec", "/usr/lib/at-spi2-core")]
    if not (any(launcher.exists() for launcher in launchers) and shutil.which("dbus-daemon")):
        return False
    listen = ["/usr/bin/python3", "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    return Path(listen[0]).exists() and not subprocess.call(listen, stderr=subprocess.DEVNULL)


def has_venv() -> bool:
    """Whether this Python can make virtual environments: Debian packs that apart."""
    try:
        import ensurepip  # noqa: F401, PLC0415 - the import is the question
        import venv  # noqa: F401, PLC0415 - the import is the question
    except ImportError:
        return False
    return True


def has_korean_font() -> bool:
    """Whether labels in Korean can be drawn."""
    if shutil.which("fc-list"):
        return bool(subprocess.run(["fc-list", ":lang=ko"], stdout=subprocess.PIPE, check=False).stdout.strip())
    fonts = Path("/usr/share/fonts")
    return any(next(fonts.rglob(name), None) for name in ("*Nanum*", "*CJK*", "*NotoSansKR*"))


def apt_install(packages: list[str]) -> None:
    """Install Debian packages, with fresh package lists where the old ones do not do."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    say(f"Installing {' '.join(packages)}")
    known = any(Path("/var/lib/apt/lists").glob("*Packages*"))
    if not known or subprocess.call(install, env=environment):
        subprocess.call(["apt-get", "update", "-q"], env=environment)
        subprocess.call(install, env=environment)


def prepare_venv(lock: Path) -> Path | None:
    """The Python of `.venv` with the packages of `lock`; None, with the reason told, if that cannot be made."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    python = VENV / folder / name
    if not works(python):
        say("Making .venv")
        if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
            tell(f"Could not make {VENV}. Is the disk full, or the folder not yours?")
            return None
    stamp = VENV / f"{lock.name}.sha256"
    wanted = digest(lock)
    if stamp.is_file() and stamp.read_text() == wanted:
        return python
    say(f"Installing the packages of {lock.name} (once, about 100 MB)")
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    pip += [] if sys.stdout.isatty() else ["--quiet"]
    environment = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.call([*pip, "--no-deps", "--require-hashes", "-r", str(lock)], env=environment):
        tell(
            "The packages could not be installed; pip's own words are above.",
            "Once, at set-up, they come over the network: is there one, and does it need a proxy?",
            "Without a network: on another machine of the same kind run",
            f"    pip download --require-hashes -d wheels -r {lock.name}",
            "bring the folder here, and run again with PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels",
        )
        return None
    for done in (lock, RUN_LOCK):  # the packages to test with include those to run with
        (VENV / f"{done.name}.sha256").write_text(digest(done))
    return python


def works(python: Path) -> bool:
    """Whether a virtual environment is whole: its Python runs, is new enough and has pip."""
    question = f"import sys, pip; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    return python.exists() and not subprocess.call([str(python), "-c", question], stderr=subprocess.DEVNULL)


def digest(file: Path) -> str:
    """The file's SHA-256."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def start(python: Path, arguments: list[str]) -> int:
    """Run the program in place of this one; relative paths among its arguments stay what they are."""
    command = [str(python), "-P", "-m", "kiosk", *arguments]
    if os.name != "nt":
        os.execve(python, command, with_kiosk())  # noqa: S606 - signals then reach the program itself
    return subprocess.call(command, env=with_kiosk())


def test(python: Path, arguments: list[str]) -> int:
    """Run every check, then pytest, whose closing line comes last. 0 if all is well."""
    environment = with_kiosk()
    # Hundreds of programs are started: each would compile all of it anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    pytest = [str(python), "-m", "pytest"]
    checks = {
        "ruff check": [str(python), "-m", "ruff", "check", "."],
        "ruff format": [str(python), "-m", "ruff", "format", "--check", "."],
        "mypy": [str(python), "-m", "mypy"],
        "import contracts": [str(python.with_name("lint-imports")), "--no-logo"],
        # Beside mypy, on another processor: what is compiled then is not compiled by each of those that test.
        "collection": [*pytest, "--collect-only", "-qq"],
    }

    def check(command: list[str]) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )

    failed = 0
    with ThreadPoolExecutor(len(checks)) as beside_each_other:
        checked = list(beside_each_other.map(check, checks.values()))
    for name, done in zip(checks, checked):  # noqa: B905 - Python 3.7 reads this, too
        say(f"{name}: {'FAILED' if done.returncode else 'ok'}")
        if done.returncode:
            failed += 1
            say(done.stdout.decode(errors="replace").rstrip())
    if failed:
        say(f"{failed} of {len(checks)} checks failed, see above")
    at_once = min((os.cpu_count() or 1) + 1, MOST_TESTS_AT_ONCE)  # one more, since most of them wait half of their time
    several = ["-n", str(at_once), "--dist", "loadfile", "--no-loadscope-reorder"]
    beside = [] if arguments or os.name == "nt" else several
    tests = subprocess.call([*pytest, *beside, *arguments], cwd=ROOT, env=environment)
    if tests == TESTS_FAILED and beside:
        say("What failed beside other tests is run again alone; what passes then is unsteady, and wants looking at")
        tests = subprocess.call([*pytest, "--last-failed", f"--maxfail={MOST_UNSTEADY}"], cwd=ROOT, env=environment)
    return tests or min(failed, 1)


def with_kiosk() -> dict[str, str]:
    """The environment in which `import kiosk` finds this checkout from anywhere."""
    path = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path))}


def say(words: str) -> None:
    """Tell how it goes."""
    print(words, flush=True)


def tell(*lines: str) -> int:
    """Tell what is wrong and what to do. The exit status that goes with it."""
    print(*lines, sep="\n", file=sys.stderr, flush=True)
    return 1


def dotted(version: tuple[int, ...]) -> str:
    """`3.11` for (3, 11)."""
    return ".".join(map(str, version))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
