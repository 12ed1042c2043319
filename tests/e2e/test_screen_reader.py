"""What screen readers are told, by a real accessibility bus, with the library that Orca uses."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.conftest import Program

SYSTEM_PYTHON = "/usr/bin/python3"
QT_LACKS = 'AtSpiAdaptor::applicationInterface does not implement "GetApplicationBusAddress"'
"""What Qt 6.11 says when the library asks for a shortcut that it does not offer."""
GONE = "Could not find accessible on path"
"""And when it asks for something that has gone meanwhile."""
ACCESSION = "2026.15/3-b"
COLOURS = ((20, 160, 60), (40, 70, 190), (200, 40, 30), (180, 150, 30))
CONTROLS = {"push button", "check box", "radio button", "image", "label", "progress bar", "slider"}


def bus_is_there() -> bool:
    """Whether this machine has an accessibility bus, and the library to listen to it."""
    launcher = any(Path(folder, "at-spi-bus-launcher").exists() for folder in ("/usr/libexec", "/usr/lib/at-spi2-core"))
    if not (launcher and shutil.which("dbus-daemon") and Path(SYSTEM_PYTHON).exists()):
        return False
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


class Reader:
    """A screen reader that tells what it would say."""

    def __init__(self, environment: dict[str, str]) -> None:
        script = Path(__file__).with_name("screen_reader.py")
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, script],
            env={name: value for name, value in environment.items() if not name.startswith("PYTHON")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._answer() == "on"

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def ask(self, do: str, role: str = "", name: str = "", value: float = 0) -> Any:
        """Have it do something, and wait for what it has to say."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, "role": role, "name": name, "value": value}) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def find(self, role: str, name: str) -> dict[str, Any]:
        """Something on the screen, once it is there."""
        found = self.ask("find", role, name)
        assert found, (
            f"there is no {role} {name!r}, only {sorted((node['role'], node['name']) for node in self.tree())}"
        )
        return dict(found)

    def press(self, role: str, name: str) -> None:
        """Press it, once it is there."""
        assert self.ask("press", role, name), f"{role} {name!r} could not be pressed"

    def tree(self) -> list[dict[str, Any]]:
        """All that is on the screen."""
        return list(self.ask("tree"))

    def named(self) -> set[str]:
        """The names of all controls; none of them is nameless."""
        controls = [node for node in self.tree() if node["role"] in CONTROLS]
        nameless = [node for node in controls if not node["name"].strip()]
        assert not nameless
        return {node["name"] for node in controls}

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture
def reader(display: str, program: Program) -> Iterator[Reader]:
    """A screen reader on a session bus of its own, and the program set to be heard there."""
    if not bus_is_there():
        pytest.skip("at-spi2-core, dbus-daemon, python3-gi and gir1.2-atspi-2.0 are not installed")
    told, tell = os.pipe()
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--print-address={tell}"],
        pass_fds=(tell,),
        env={**program.environment, "DISPLAY": display, "GSETTINGS_BACKEND": "memory"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    with os.fdopen(told) as address:
        program.environment["DBUS_SESSION_BUS_ADDRESS"] = address.readline().strip()
    program.environment.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
    reader = Reader(program.environment)
    yield reader
    reader.close()
    bus.terminate()
    bus.wait()


def test_a_visit_by_ear(reader: Reader, program: Program, exhibition: Path) -> None:
    show = program.start("kiosk", exhibition, "--config", program.configure({"slideshow": {"dwell_s": 600}}))
    try:
        listen(reader)
    finally:
        show.send_signal(signal.SIGTERM)
        ended = program.end(show)
    assert [line for line in ended.err.splitlines() if QT_LACKS not in line and GONE not in line] == []
    assert (ended.out, ended.code) == ("", 0)


def test_a_question_in_korean_is_an_alert_told_once_and_nothing_is_left_in_english(
    reader: Reader, program: Program, tmp_path: Path
) -> None:
    manifest = build_exhibition(tmp_path / "korean", works=4, size=(600, 400), languages=("ko", "en"), title="그림")
    idle = {"idle": {"warn_after_s": 10, "warn_for_s": 60}, "slideshow": {"dwell_s": 600}}
    show = program.start("kiosk", manifest, "--config", program.configure(idle))
    try:
        reader.press("push button", "그림. 화면을 터치해\u00a0보세요")
        reader.find("image", "작품 1, Maker 2")
        controls = {node["name"] for node in reader.tree() if node["role"] in CONTROLS - {"label", "image"}}
        assert {name for name in controls if re.search("[A-Za-z]{2}", name.replace("Maker", ""))} == set()
        reader.named()
        reader.find("alert", "아직 보고 계신가요?")
        time.sleep(2)
        told = [words for event, words in reader.ask("heard") if event == "object:announcement"]
        asked = [words for words in told if "아직 보고 계신가요?" in words]
        assert len(asked) == 1
        assert set(told) <= {*asked, "작품 1, Maker 2"}, "the countdown is not told"
    finally:
        show.send_signal(signal.SIGTERM)
        program.end(show)


def build_bilingual(folder: Path) -> Path:
    """Four works told in Russian and Arabic, the first two beside each other, with a search."""
    folder.mkdir()
    titles = {"Волна": "موجة", "Ветер": "ريح", "Камень": "حجر", "Каменный сад": "حديقة حجرية"}
    works = []
    for number, (russian, arabic) in enumerate(titles.items()):
        Image.new("RGB", (600, 400), COLOURS[number]).save(folder / f"{number}.png")
        title = {"title": {"ru": russian, "ar": arabic}, "creator": {"ru": "Мастер", "ar": "فنان"}}
        works.append({"id": f"w{number}", "picture": f"{number}.png", "accession": ACCESSION, **title})
    works[0]["pair_with"] = "w1"
    head = {"title": {"ru": "Два языка", "ar": "لغتان"}, "languages": ["ru", "ar"], "search": True}
    manifest = folder / "manifest.yaml"
    manifest.write_text(json.dumps({"exhibition": head, "works": works}), encoding="utf-8")
    return manifest


def test_in_russian_a_pair_and_a_search_are_told_and_in_arabic_an_accession_number_as_it_is_written(
    reader: Reader, program: Program, tmp_path: Path
) -> None:
    manifest = build_bilingual(tmp_path / "bilingual")
    show = program.start("kiosk", manifest, "--config", program.configure({"slideshow": {"dwell_s": 600}}))
    try:
        hear_a_pair(reader)
        hear_a_search(reader)
        hear_an_accession_number(reader)
    finally:
        show.send_signal(signal.SIGTERM)
        program.end(show)


def hear_a_pair(reader: Reader) -> None:
    reader.press("push button", "Два языка. Коснитесь, чтобы\u00a0начать")
    for name in ("Волна, Мастер", "Ветер, Мастер"):
        assert ACCESSION in reader.find("image", name)["description"].splitlines()
    reader.find("label", "1 и\u00a02 из\u00a04")
    reader.press("push button", "Следующая работа")
    reader.find("image", "Камень, Мастер")
    reader.ask("heard")
    reader.press("push button", "Предыдущая работа")
    reader.find("image", "Ветер, Мастер")
    assert announced(reader) == ["Волна, Мастер. Рядом:\u00a0Ветер, Мастер"], "both, once"


def hear_a_search(reader: Reader) -> None:
    reader.press("push button", "Все работы\u00a0сразу")
    reader.press("push button", "Поиск")
    reader.ask("heard")
    for key in "ка":
        reader.press("push button", key)
    assert reader.find("label", "ка")["description"] == "2 работы"
    told = announced(reader)
    assert told[-1] == "2 работы"
    assert set(told) <= {"4 работы", "2 работы"}, "how many there are, and nothing else"
    assert {name for name in reader.named() if re.search("[A-Za-z]{2}", name.replace("ABC", ""))} == set()
    reader.press("push button", "Убрать клавиатуру")
    reader.press("push button", "Вернуться к\u00a0показу")


def hear_an_accession_number(reader: Reader) -> None:
    """Written from left to right, as it is in any language, and told so."""
    reader.press("push button", "Язык")
    reader.press("radio button", "العربية")
    work = reader.find("image", "حجر, فنان")
    assert f"\u2066{ACCESSION}\u2069" in work["description"].splitlines()
    reader.find("label", f"\u2066{ACCESSION}\u2069")


def announced(reader: Reader) -> list[str]:
    return [words for event, words in reader.ask("heard") if event == "object:announcement"]


def listen(reader: Reader) -> None:
    """From the loop to the stage, on to the next work, a theme, Arabic, the wall, a closer look."""
    begin = reader.find("push button", "Drawn for a test. Touch to explore")
    assert begin["description"] == "123 works"
    reader.press("push button", "Drawn for a test. Touch to explore")
    work = reader.find("image", "Work 1, Maker 2")
    assert "Drawn in memory" in work["description"].splitlines()
    reader.find("label", "Work 1")
    reader.find("label", "1 of 123")

    reader.ask("heard")
    reader.press("push button", "Next work")
    reader.find("image", "Work 2, Maker 3")
    told = [words for event, words in reader.ask("heard") if event == "object:announcement"]
    assert told == ["Work 2, Maker 3"], "a page that has turned is told once"
    reader.press("push button", "Play the slideshow")
    reader.find("push button", "Pause the slideshow")
    assert 0 <= reader.find("progress bar", "Time until the next work")["value"] < 1
    reader.press("push button", "Pause the slideshow")

    assert "CHECKED" in reader.find("check box", "All works, 123 works")["states"]
    reader.press("check box", "Theme 1, 38 works")
    assert "CHECKED" not in reader.find("check box", "All works, 123 works")["states"]
    assert "CHECKED" in reader.find("check box", "Theme 1, 38 works")["states"]
    reader.press("check box", "All works, 123 works")
    english = reader.named()
    untranslated = {node["name"] for node in reader.tree() if node["role"] == "label"} - {"Work 2", "2 of 123"}

    reader.press("push button", "Language")
    assert "CHECKED" in reader.find("radio button", "English")["states"]
    reader.press("radio button", "العربية")
    reader.find("push button", "العمل التالي")
    reader.find("label", "عمل 2")
    reader.press("push button", "العمل التالي")
    reader.find("image", "عمل 3, Maker 4")
    arabic = reader.named()
    assert english & arabic <= untranslated

    reader.press("push button", "كل الأعمال في لمحة")
    reader.find("push button", "العودة إلى العرض")
    reader.press("push button", "عمل 17, Maker 1")  # far from those in the filmstrip, which fades out meanwhile
    reader.find("image", "عمل 17, Maker 1")
    reader.press("push button", "نظرة عن قرب")
    reader.find("push button", "أكبر")
    whole = reader.find("slider", "حجم الصورة")["value"]
    reader.press("push button", "أكبر")
    assert reader.find("slider", "حجم الصورة")["value"] > whole
    assert reader.ask("set", "slider", "حجم الصورة", 0)
    assert reader.find("slider", "حجم الصورة")["value"] == 0
    reader.named()
