"""What the process that reads aloud asks of the speech service, and what it answers."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest

from kiosk.speech.dispatcher import Dispatcher, NoSoundError, lines, stay_on_this_machine
from kiosk.speech.orders import Alive, Found, Hush, Look, Said, Say, decode_answer, decode_order, encode
from kiosk.speech.voices import Voice

if TYPE_CHECKING:
    from kiosk.speech.dispatcher import Hear

EN, KA = Voice("espeak-ng", "en"), Voice("rhvoice", "ka")


class FakeClient:
    """A speech service of two synthesisers, and one that only says that there is none."""

    VOICES: ClassVar[dict[str, tuple[str | None, ...]]] = {
        "espeak-ng": ("en", "ru", None),
        "rhvoice": ("ru", "ka"),
        "dummy": ("xx",),
    }

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.module = "espeak-ng"
        self.hear: Hear = print
        self.ends_at_once = False
        self.messages = 0

    def list_output_modules(self) -> tuple[str, ...]:
        return ("dummy", "rhvoice", "espeak-ng")

    def get_output_module(self) -> str | None:
        return self.module

    def list_synthesis_voices(self) -> tuple[tuple[str, str | None, str | None], ...]:
        return tuple((f"{self.module} {tag}", tag, None) for tag in self.VOICES[self.module])

    def set_output_module(self, name: str) -> None:
        self.module = name
        self.asked.append(("module", name))

    def speak(self, text: str) -> tuple[int, str, tuple[str, ...]]:
        self.messages += 1
        self.asked.append(("speak", text))
        if self.ends_at_once:
            self.hear(self.messages, "end")
        return 225, "OK MESSAGE QUEUED", (str(self.messages),)

    def callback(self, event: str) -> None:
        """Something happens to the newest message."""
        self.hear(self.messages, event)

    def set_language(self, language: str) -> None:
        self.asked.append(("language", language))

    def set_volume(self, value: int) -> None:
        self.asked.append(("volume", value))

    def set_priority(self, priority: str) -> None:
        self.asked.append(("priority", priority))

    def cancel(self) -> None:
        self.asked.append(("cancel",))

    def close(self) -> None:
        self.asked.append(("close",))


class Desk:
    """A dispatcher, its client and its answers."""

    def __init__(self) -> None:
        self.client = FakeClient()
        self.connected = 0
        self.answers: list[object] = []
        self.dispatcher = Dispatcher(self._connect, self.answers.append, trial_s=0)

    def _connect(self, hear: Hear) -> FakeClient:
        self.connected += 1
        self.client.hear = hear
        return self.client


def test_nothing_is_connected_before_an_order_needs_it():
    desk = Desk()
    desk.dispatcher.do(Hush())
    desk.dispatcher.look_after()
    desk.dispatcher.close()
    assert (desk.connected, desk.answers) == (0, [])


def test_the_usual_synthesiser_has_the_languages_it_knows_and_the_mute_one_none():
    desk = Desk()
    desk.client.ends_at_once = True
    desk.dispatcher.do(Look())
    assert desk.client.asked[-3:] == [("module", "espeak-ng"), ("volume", -100), ("speak", ".")]
    assert desk.answers == [Found({"en": EN, "ru": Voice("espeak-ng", "ru"), "ka": KA})]


def test_a_service_that_never_comes_to_an_end_makes_no_sound():
    desk = Desk()
    with pytest.raises(NoSoundError):
        desk.dispatcher.do(Look())
    assert desk.answers == []


def test_words_are_read_by_the_voice_of_their_language_at_the_volume_of_the_order():
    desk = Desk()
    desk.dispatcher.do(Say(1, "გამარჯობა", KA, -20))
    assert desk.client.asked[1:] == [("module", "rhvoice"), ("language", "ka"), ("volume", -20), ("speak", "გამარჯობა")]
    assert desk.answers == []
    desk.client.callback("begin")
    desk.client.callback("end")
    assert desk.answers == [Said(1)]


def test_what_is_read_is_broken_off_for_the_next_and_its_end_is_not_taken_for_the_next_ones():
    desk = Desk()
    desk.dispatcher.do(Say(1, "One.", EN, 0))
    desk.dispatcher.do(Say(2, "Two.", EN, 0))
    assert desk.client.asked.count(("cancel",)) == 1
    desk.client.hear(1, "cancel")
    assert desk.answers == []
    desk.client.callback("end")
    assert desk.answers == [Said(2)]


def test_words_that_the_service_itself_breaks_off_are_over():
    desk = Desk()
    desk.dispatcher.do(Say(1, "One.", EN, 0))
    desk.client.callback("cancel")
    assert desk.answers == [Said(1)]


def test_an_end_that_comes_before_the_message_has_a_number_is_heard():
    desk = Desk()
    desk.client.ends_at_once = True
    desk.dispatcher.do(Say(1, "!", EN, 0))
    assert desk.answers == [Said(1)]


def test_after_hush_there_is_no_answer():
    desk = Desk()
    desk.dispatcher.do(Say(1, "One.", EN, 0))
    desk.dispatcher.do(Hush())
    desk.client.callback("cancel")
    assert desk.client.asked[-1] == ("cancel",)
    assert desk.answers == []


def test_the_service_is_looked_after_while_it_reads_only():
    desk = Desk()
    desk.dispatcher.do(Say(1, "One.", EN, 0))
    desk.dispatcher.look_after()
    assert desk.answers == [Alive()]
    desk.client.callback("end")
    desk.dispatcher.look_after()
    assert desk.answers == [Alive(), Said(1)]


def test_a_service_on_a_network_is_not_used():
    environment = {"SPEECHD_ADDRESS": "inet_socket:192.0.2.1:6560", "SPEECHD_HOST": "192.0.2.1", "SPEECHD_PORT": "1"}
    stay_on_this_machine(environment)
    assert environment == {}
    here = {"SPEECHD_ADDRESS": "unix_socket:/run/x.sock", "HOME": "/"}
    stay_on_this_machine(here)
    assert here == {"SPEECHD_ADDRESS": "unix_socket:/run/x.sock", "HOME": "/"}


def test_lines_come_whole_and_waiting_is_noticed():
    reader, writer = os.pipe()
    coming = lines(reader, wait_s=0)
    assert next(coming) is None
    os.write(writer, b"one\ntw")
    assert next(coming) == b"one"
    assert next(coming) is None
    os.write(writer, b"o\n")
    assert next(coming) == b"two"
    os.close(writer)
    assert list(coming) == []
    os.close(reader)


def test_it_does_not_outlive_a_program_that_was_killed_in_the_middle_of_a_call_that_never_returns():
    """The program is a process whose only end is SIGKILL; the one that reads aloud is left with what hangs."""
    hung = "from kiosk.speech.dispatcher import outlive_nobody; import time; outlive_nobody(0, 0); time.sleep(60)"
    program = (
        "import subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', {hung!r}], stdin=subprocess.PIPE)\n"
        "print(child.pid, flush=True); time.sleep(600)"
    )
    killed = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert killed.stdout is not None
    child = int(killed.stdout.readline())
    killed.kill()
    killed.wait()
    killed.stdout.read()  # the child has the other end of this pipe, too, until it ends
    killed.stdout.close()
    limit = time.monotonic() + 10  # its files are closed a moment before it is gone
    while _runs(child) and time.monotonic() < limit:
        time.sleep(0.01)
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Whether it does anything; what has ended may not have been fetched yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_orders_and_answers_survive_the_pipe():
    order = Say(7, 'Quotes " and\nlines', EN, 100)
    assert encode(order).count(b"\n") == 1
    assert decode_order(encode(order)) == order
    assert decode_answer(encode(Found({"en": EN}))) == Found({"en": EN})
