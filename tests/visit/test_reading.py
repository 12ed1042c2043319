"""What happens to a label that is being read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.spoken import Passage
from kiosk.visit.reading import Phase, Reading, arrive, begin, heard, interrupt, pause, resume, stop

LABEL = tuple(Passage(words, "en") for words in ("One.", "Two.", "Three."))
OTHER = (Passage("Four.", "en"),)


def test_a_label_is_read_passage_by_passage_and_then_there_is_silence():
    reading = begin(LABEL)
    told = []
    while reading.passage:
        told.append(reading.passage.words)
        reading = heard(reading)
    assert told == ["One.", "Two.", "Three."]
    assert (reading.phase, reading.goes_on) == (Phase.SILENT, True)


def test_a_pause_keeps_the_place_and_going_on_begins_its_passage_again():
    paused = pause(heard(begin(LABEL)))
    assert paused.passage is None
    assert resume(paused).passage == LABEL[1]
    assert heard(paused) == paused


def test_after_a_stop_the_next_work_is_not_read():
    assert arrive(stop(begin(LABEL)), OTHER, by_visitor=True) == Reading(OTHER)


def test_a_visitor_who_goes_on_while_reading_is_on_is_read_to_there():
    assert arrive(begin(LABEL), OTHER, by_visitor=True) == begin(OTHER)
    over = heard(heard(heard(begin(LABEL))))
    assert arrive(over, OTHER, by_visitor=True).passage == OTHER[0]


def test_what_the_slideshow_shows_by_itself_is_not_read_but_the_visitors_next_step_is():
    over = heard(heard(heard(begin(LABEL))))
    by_itself = arrive(over, OTHER, by_visitor=False)
    assert by_itself.phase is Phase.SILENT
    assert arrive(by_itself, LABEL, by_visitor=True).phase is Phase.READING


def test_who_paused_is_not_read_to_at_the_next_work():
    assert arrive(pause(begin(LABEL)), OTHER, by_visitor=True).phase is Phase.SILENT


def test_what_opens_over_the_label_silences_it():
    assert interrupt(begin(LABEL)).phase is Phase.SILENT
    assert interrupt(begin(LABEL)).goes_on


def test_a_label_without_words_is_read_at_once():
    assert begin(()).phase is Phase.SILENT


STEPS = st.sampled_from([heard, pause, resume, stop, interrupt, lambda _: begin(LABEL), lambda _: begin(())])


@given(st.lists(STEPS | st.builds(lambda by: lambda r: arrive(r, OTHER, by_visitor=by), st.booleans())))
def test_whatever_happens_there_is_a_passage_exactly_while_reading(steps):
    reading = Reading()
    for step in steps:
        reading = step(reading)
        assert (reading.passage is not None) == (reading.phase is Phase.READING)


@pytest.mark.parametrize("change", [pause, resume, heard])
def test_silence_stays_silence(change):
    assert change(Reading(LABEL)) == Reading(LABEL)
