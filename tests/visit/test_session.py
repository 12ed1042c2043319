"""The session: what a visitor does is kept while they are there and undone when they have left."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.visit import session as sessions
from kiosk.visit.seeking import Seeking, Sort, press, sort_by
from kiosk.visit.session import Rules, Screen, Session, TextSize

RULES = Rules(home_language="en", languages=("en", "ru", "ko", "ar"))
GONE_S = RULES.warn_after_s + RULES.warn_for_s


def on_stage(now: float = 0) -> Session:
    return sessions.enter(sessions.begin(RULES, now), RULES, now, Screen.STAGE)


def test_a_visit_begins_on_the_attract_screen_with_nothing_chosen() -> None:
    session = sessions.begin(replace(RULES, home_language="ko", home_reduced_motion=True), 7)
    assert session == Session(Screen.ATTRACT, "ko", touched_at=7, reduced_motion=True, high_contrast=False)


def test_attract_waits_for_ever_without_a_timer() -> None:
    session = sessions.begin(RULES, 0)
    assert sessions.next_deadline(session, RULES) is None
    assert sessions.tick(session, RULES, 1e9) == session


def test_nobody_is_asked_or_sent_home_while_a_label_is_read_and_afterwards_time_counts_anew() -> None:
    listening = sessions.begin_reading(sessions.listen(on_stage(), RULES, 1, True), RULES, 2)
    assert sessions.next_deadline(listening, RULES) is None
    assert not listening.advancing
    assert sessions.tick(listening, RULES, 1e6) == listening
    over = sessions.end_reading(listening, RULES, 1000, heard_out=True)
    assert over.advancing
    assert not sessions.tick(over, RULES, 1074).asking
    assert sessions.tick(over, RULES, 1076).asking


def test_a_reading_that_ends_under_a_finger_leaves_the_slideshow_held() -> None:
    listening = sessions.begin_reading(sessions.listen(on_stage(), RULES, 1, True), RULES, 2)
    touched = sessions.touch(listening, RULES, 3, down=True)
    assert sessions.end_reading(touched, RULES, 4, heard_out=True).held


def test_a_reading_broken_off_leaves_the_slideshow_held() -> None:
    listening = sessions.begin_reading(sessions.listen(on_stage(), RULES, 1, True), RULES, 2)
    assert sessions.end_reading(listening, RULES, 3, heard_out=False).held


def test_playing_the_slideshow_ends_the_reading() -> None:
    listening = sessions.begin_reading(sessions.listen(on_stage(), RULES, 1, True), RULES, 2)
    assert sessions.play(listening, RULES, 3).advancing


def test_who_did_not_ask_for_it_is_not_read_to() -> None:
    assert not sessions.begin_reading(on_stage(), RULES, 1).reading


def test_volume_stays_within_its_steps_and_is_back_where_it_was_for_the_next_visitor() -> None:
    rules = replace(RULES, home_volume=2)
    session = sessions.listen(sessions.begin(rules, 0), rules, 1, True)
    assert session.volume == 2
    assert sessions.set_volume(session, rules, 2, 9).volume == 5
    assert sessions.set_volume(session, rules, 2, -9).volume == 1
    home = sessions.enter(sessions.set_volume(session, rules, 2, 5), rules, 3, Screen.ATTRACT)
    assert (home.volume, home.listening) == (2, False)


@pytest.mark.parametrize(
    ("after_s", "asking", "screen"),
    [
        (0, False, Screen.STAGE),
        (74.9, False, Screen.STAGE),
        (75, True, Screen.STAGE),
        (104.9, True, Screen.STAGE),
        (105, False, Screen.ATTRACT),
        (1e7, False, Screen.ATTRACT),
    ],
)
def test_who_does_nothing_is_asked_and_then_sent_home(after_s: float, asking: bool, screen: Screen) -> None:
    session = sessions.tick(on_stage(1000), RULES, 1000 + after_s)
    assert (session.asking, session.screen) == (asking, screen)


def tap(session: Session, rules: Rules, now: float) -> Session:
    return sessions.touch(sessions.touch(session, rules, now, True), rules, now, False)


@pytest.mark.parametrize("act", [sessions.use, tap, sessions.pause])
def test_any_use_answers_the_question(act: object) -> None:
    asked = sessions.tick(on_stage(), RULES, 80)
    assert asked.asking
    answered = act(asked, RULES, 81)  # type: ignore[operator]
    assert not answered.asking
    assert sessions.tick(answered, RULES, 81 + 74).screen is Screen.STAGE


def test_a_finger_answers_when_it_is_lifted_so_that_it_touches_nothing_beneath() -> None:
    pressed = sessions.touch(sessions.tick(on_stage(), RULES, 80), RULES, 81, True)
    assert pressed.asking
    assert sessions.tick(pressed, RULES, 81 + 110).screen is Screen.STAGE, "it has all the time a finger has"
    assert not sessions.touch(pressed, RULES, 190, False).asking


def test_a_key_gives_time_to_choose_the_answer_with_the_next_one() -> None:
    session = sessions.tick(on_stage(), RULES, 80)
    for now in range(100, 1000, 29):
        session = sessions.stay(session, RULES, now)
        assert session.asking, "as often as one likes"
    assert sessions.tick(session, RULES, now + 29.9).screen is Screen.STAGE
    assert sessions.tick(session, RULES, now + 30).screen is Screen.ATTRACT


def test_the_time_for_an_answer_runs_from_the_question_and_is_given_again_in_full() -> None:
    assert sessions.seconds_left(on_stage(), RULES, 74) == RULES.warn_for_s
    asked = sessions.tick(on_stage(), RULES, 75)
    assert [sessions.seconds_left(asked, RULES, now) for now in (75, 85, 104, 200)] == [30, 20, 1, 0]
    assert sessions.seconds_left(sessions.stay(asked, RULES, 104), RULES, 104) == 30
    held = sessions.touch(asked, RULES, 104, True)
    assert sessions.seconds_left(held, RULES, 110) == 30, "a finger that is down is an answer to be"


def test_a_finger_that_never_leaves_does_not_hide_the_others() -> None:
    gum = sessions.touch(on_stage(), RULES, 1, True)
    asked = sessions.tick(gum, RULES, 1 + RULES.stuck_touch_s + RULES.warn_after_s + 1)
    assert asked.asking
    another = sessions.touch(asked, RULES, 200, True, another=True)
    assert sessions.seconds_left(another, RULES, 200) == RULES.warn_for_s
    answered = sessions.touch(another, RULES, 201, False)
    assert not answered.asking
    assert sessions.tick(answered, RULES, 201 + 74).screen is Screen.STAGE


def test_asked_by_staff_a_visitor_has_as_long_as_ever() -> None:
    asked = sessions.ask(on_stage(), RULES, 5)
    assert asked.asking
    assert sessions.ask(asked, RULES, 9) == asked
    assert sessions.tick(asked, RULES, 34.9).asking
    assert sessions.tick(asked, RULES, 35) == sessions.begin(RULES, 35)
    home = sessions.begin(RULES, 0)
    assert sessions.ask(home, RULES, 1) == home


def test_a_finger_that_rests_keeps_the_visit() -> None:
    session = sessions.touch(on_stage(), RULES, 1, True)
    assert sessions.tick(session, RULES, 110).screen is Screen.STAGE
    assert not sessions.tick(session, RULES, 110).asking


def test_a_finger_never_lifted_does_not_hold_the_kiosk() -> None:
    session = sessions.touch(on_stage(), RULES, 1, True)
    for now in range(2, 1000):
        session = sessions.touch(session, RULES, now, True)
        if session.screen is Screen.ATTRACT:
            break
    assert now == 1 + RULES.stuck_touch_s + GONE_S


def test_keys_are_heard_while_a_finger_is_stuck() -> None:
    session = sessions.touch(on_stage(), RULES, 1, True)
    session = sessions.use(session, RULES, 150)
    assert sessions.tick(session, RULES, 150 + 74).screen is Screen.STAGE


def test_a_touch_holds_the_slideshow_until_the_visitor_has_been_still() -> None:
    session = sessions.touch(sessions.touch(on_stage(), RULES, 1, True), RULES, 2, False)
    assert not session.advancing
    assert not sessions.tick(session, RULES, 46.9).advancing
    assert sessions.tick(session, RULES, 47).advancing


def test_lifting_the_finger_from_the_play_button_does_not_hold_the_slideshow() -> None:
    session = sessions.touch(on_stage(), RULES, 1, True)
    session = sessions.touch(sessions.play(session, RULES, 1.1), RULES, 1.2, False)
    assert session.advancing


def test_a_pause_is_the_visitors_until_it_expires() -> None:
    session = sessions.pause(on_stage(), RULES, 5)
    assert (session.paused, session.paused_at) == (True, 5)
    assert sessions.pause(session, RULES, 9).paused_at == 5
    assert sessions.tick(session, RULES, 49).paused
    assert not sessions.tick(session, RULES, 50).paused


def test_nothing_advances_while_the_question_is_on_the_screen() -> None:
    session = sessions.play(on_stage(), RULES, 0)
    assert session.advancing
    assert not sessions.tick(session, RULES, 75).advancing


def test_themes_are_chosen_and_unchosen_in_order() -> None:
    session = on_stage()
    for theme in ("sea", "work", "sea", "sky"):
        session = sessions.toggle_theme(session, RULES, 1, theme)
    assert session.themes == ("work", "sky")
    assert sessions.all_themes(session, RULES, 1).themes == ()


def test_a_language_the_exhibition_does_not_have_changes_nothing() -> None:
    session = sessions.speak(on_stage(), RULES, 1, "ar")
    assert session.language == "ar"
    assert sessions.speak(session, RULES, 1, "tlh").language == "ar"


def test_what_is_chosen_after_the_visit_fell_due_belongs_to_the_next_visitor() -> None:
    stale = sessions.toggle_theme(on_stage(), RULES, 0, "sea")
    assert sessions.toggle_theme(stale, RULES, 500, "sky").themes == ("sky",)


def test_going_to_attract_ends_the_visit() -> None:
    session = sessions.speak(on_stage(), RULES, 1, "ko")
    assert sessions.enter(session, RULES, 3, Screen.ATTRACT) == sessions.begin(RULES, 3)


@pytest.mark.parametrize("allowed", [True, False])
@pytest.mark.parametrize("screen", list(Screen))
def test_only_the_stage_leads_closer_and_only_where_the_curator_allows_it(screen: Screen, allowed: bool) -> None:
    session = sessions.look_closer(sessions.enter(on_stage(), RULES, 1, screen), RULES, 2, allowed)
    assert session.screen is (Screen.CLOSER if allowed and screen is Screen.STAGE else screen)
    assert session.touched_at == 2


def test_the_slideshow_holds_while_someone_looks_closer_and_takes_over_again() -> None:
    session = sessions.look_closer(sessions.play(on_stage(), RULES, 1), RULES, 2, allowed=True)
    for now in (3, 47, 60, 76):
        assert not sessions.tick(session, RULES, now).advancing
        assert sessions.tick(session, RULES, now).screen is Screen.CLOSER
    back = sessions.enter(session, RULES, 70, Screen.STAGE)
    assert not sessions.tick(back, RULES, 114).advancing
    assert sessions.tick(back, RULES, 115).advancing


def test_who_leaves_while_looking_closer_is_asked_and_sent_home() -> None:
    session = sessions.look_closer(on_stage(), RULES, 0, allowed=True)
    assert sessions.tick(session, RULES, RULES.warn_after_s).asking
    home = sessions.tick(session, RULES, GONE_S)
    assert home == sessions.begin(RULES, home.touched_at)


def test_what_is_sought_is_undone_for_the_next_visitor() -> None:
    sought = Seeking(sort=Sort.DATE, creator=3, keys="ab", typing=True, layout="ko", shifted=True)
    session = sessions.seek(on_stage(), RULES, 0, lambda _: sought)
    assert (session.seeking, session.held) == (sought, True)
    assert sessions.enter(session, RULES, 1, Screen.STAGE).seeking.typing is False
    assert sessions.tick(session, RULES, GONE_S).seeking == Seeking()


def test_what_is_typed_after_the_visit_fell_due_begins_anew() -> None:
    stale = sessions.seek(on_stage(), RULES, 0, lambda sought: press(sought, "ab"))
    assert sessions.seek(stale, RULES, GONE_S, lambda sought: press(sought, "c")).seeking.keys == "c"


def test_all_works_are_all_works_in_the_order_chosen() -> None:
    session = sessions.seek(on_stage(), RULES, 0, lambda _: Seeking(sort=Sort.DATE, creator=3, keys="ab"))
    assert sessions.all_themes(session, RULES, 0).seeking == Seeking(sort=Sort.DATE)


def test_wandering_leaves_everything_else_behind() -> None:
    session = sessions.toggle_theme(on_stage(), RULES, 0, "sea")
    session = sessions.seek(session, RULES, 0, lambda _: Seeking(sort=Sort.DATE, keys="ab"))
    by_creator = sessions.wander(session, RULES, 0, creator=3)
    assert (by_creator.screen, by_creator.themes) == (Screen.WALL, ())
    assert by_creator.seeking == Seeking(sort=Sort.DATE, creator=3)
    by_theme = sessions.wander(by_creator, RULES, 0, ("sky",))
    assert (by_theme.screen, by_theme.themes, by_theme.seeking) == (Screen.WALL, ("sky",), Seeking(sort=Sort.DATE))


INTENTS = st.sampled_from(
    [
        sessions.use,
        sessions.stay,
        sessions.ask,
        sessions.pause,
        sessions.play,
        sessions.all_themes,
        lambda s, r, n: sessions.touch(s, r, n, True),
        lambda s, r, n: sessions.touch(s, r, n, False),
        lambda s, r, n: sessions.touch(s, r, n, True, another=True),
        lambda s, r, n: sessions.enter(s, r, n, Screen.STAGE),
        lambda s, r, n: sessions.enter(s, r, n, Screen.WALL),
        lambda s, r, n: sessions.look_closer(s, r, n, allowed=True),
        lambda s, r, n: sessions.look_closer(s, r, n, allowed=False),
        lambda s, r, n: sessions.tell_about(s, r, n, on=True),
        lambda s, r, n: sessions.tell_about(s, r, n, on=False),
        lambda s, r, n: sessions.toggle_theme(s, r, n, "sea"),
        lambda s, r, n: sessions.speak(s, r, n, "ar"),
        lambda s, r, n: sessions.seek(s, r, n, lambda sought: press(sought, "ab")),
        lambda s, r, n: sessions.seek(s, r, n, lambda sought: sort_by(sought, Sort.DATE)),
        lambda s, r, n: sessions.wander(s, r, n, ("sky",), 2),
        lambda s, r, n: sessions.set_text_size(s, r, n, TextSize.LARGEST),
        lambda s, r, n: sessions.set_high_contrast(s, r, n, True),
        lambda s, r, n: sessions.set_reduced_motion(s, r, n, True),
    ]
)
SECONDS = st.one_of(st.floats(0, 200), st.sampled_from([0.0, 45.0, 75.0, 105.0, 120.0, 1e6]))
TIMES = st.floats(0, 300).map(lambda seconds: round(seconds, 1))


class Visits(RuleBasedStateMachine):
    """Anything done at any time, the session asked often, seldom and late."""

    @initialize(
        rules=st.builds(
            Rules,
            languages=st.just(RULES.languages),
            warn_after_s=TIMES,
            warn_for_s=TIMES,
            resume_after_s=TIMES,
            stuck_touch_s=TIMES,
            home_reduced_motion=st.booleans(),
            home_high_contrast=st.booleans(),
        ),
        now=st.floats(0, 1e6),
    )
    def start(self, rules: Rules, now: float) -> None:
        self.house, self.now = rules, now
        self.session = self.seldom = sessions.begin(rules, now)
        self.used_at = now

    @rule(intent=INTENTS)
    def act(self, intent: object) -> None:
        self.session = intent(self.session, self.house, self.now)  # type: ignore[operator]
        self.seldom = intent(self.seldom, self.house, self.now)  # type: ignore[operator]
        self.used_at = self.now

    @rule(seconds=SECONDS)
    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.session = sessions.tick(self.session, self.house, self.now)

    @rule()
    def wait_for_the_deadline(self) -> None:
        deadline = sessions.next_deadline(self.session, self.house)
        if deadline is None:
            return
        self.now = max(self.now, deadline)
        before, self.session = self.session, sessions.tick(self.session, self.house, self.now)
        assert self.session != before

    @invariant()
    def asking_seldom_loses_nothing(self) -> None:
        assert sessions.tick(self.seldom, self.house, self.now) == sessions.tick(self.session, self.house, self.now)

    @invariant()
    def the_deadline_is_ahead(self) -> None:
        deadline = sessions.next_deadline(sessions.tick(self.session, self.house, self.now), self.house)
        assert deadline is None or deadline > self.now

    @invariant()
    def everything_is_undone_for_the_next_visitor(self) -> None:
        left_at = self.used_at + self.house.warn_after_s + self.house.warn_for_s + self.house.stuck_touch_s + 1
        late = sessions.tick(self.session, self.house, max(left_at, self.now))
        assert late == sessions.begin(self.house, late.touched_at)

    @invariant()
    def who_is_asked_has_time_to_answer(self) -> None:
        asked = sessions.ask(self.session, self.house, self.now)
        if self.house.warn_for_s > 0 and asked.asked_at == self.now:
            assert sessions.seconds_left(asked, self.house, self.now) == pytest.approx(self.house.warn_for_s)
            used = sessions.use(asked, self.house, self.now)
            assert replace(used, held=asked.held) == replace(asked, asked_at=None, touched_at=self.now)

    @invariant()
    def no_pause_outlives_its_expiry(self) -> None:
        over_at = self.used_at + self.house.resume_after_s + self.house.stuck_touch_s + 1
        late = sessions.tick(self.session, self.house, max(over_at, self.now))
        assert not late.paused
        assert not late.held


TestVisits = Visits.TestCase


@given(st.floats(0, 1e7), st.floats(0, 1e7))
def test_a_suspended_machine_wakes_up_at_home_or_where_it_was(left_at: float, asleep_s: float) -> None:
    session = sessions.speak(on_stage(left_at), RULES, left_at, "ko")
    woken = sessions.tick(session, RULES, left_at + asleep_s)
    home = left_at + asleep_s >= left_at + RULES.warn_after_s + RULES.warn_for_s
    assert woken.language == ("en" if home else "ko")
    deadline = sessions.next_deadline(woken, RULES)
    assert (deadline or math.inf) > left_at + asleep_s


def test_less_motion_at_home_is_for_whoever_has_not_chosen_otherwise() -> None:
    calmer = replace(RULES, home_reduced_motion=True, home_high_contrast=True)
    assert sessions.rehome(sessions.begin(RULES, 0), calmer) == sessions.begin(calmer, 0)
    assert sessions.rehome(on_stage(), calmer).reduced_motion
    assert sessions.rehome(sessions.rehome(on_stage(), calmer), RULES) == on_stage(), "and back, with the desktop"
    for wanted in (True, False):
        chosen = sessions.set_reduced_motion(on_stage(), RULES, 2, on=wanted)
        chosen = sessions.set_high_contrast(chosen, RULES, 2, on=wanted)
        for rules in (calmer, RULES, calmer):
            chosen = sessions.rehome(chosen, rules)
            assert (chosen.reduced_motion, chosen.high_contrast) == (wanted, wanted)
        assert sessions.enter(chosen, calmer, 3, sessions.Screen.ATTRACT) == sessions.begin(calmer, 3), (
            "until the reset"
        )


def test_who_comes_in_is_offered_the_card_of_the_exhibition_until_they_go_on() -> None:
    coming_in = on_stage()
    assert coming_in.offering
    assert sessions.set_text_size(coming_in, RULES, 1, TextSize.LARGE).offering
    assert not sessions.go_on(coming_in).offering
    assert not sessions.enter(coming_in, RULES, 1, Screen.WALL).offering
    looked = sessions.tell_about(sessions.tell_about(coming_in, RULES, 1, on=True), RULES, 2, on=False)
    assert not looked.offering
    assert not sessions.enter(sessions.go_on(coming_in), RULES, 1, Screen.STAGE).offering
    assert sessions.begin(RULES, 3).offering
    assert sessions.go_on(sessions.begin(RULES, 3)).offering, "the loop goes on by itself"


def test_the_card_of_the_exhibition_lies_over_the_stage_or_the_wall_and_goes_with_the_visit() -> None:
    opened = sessions.tell_about(on_stage(), RULES, 1, on=True)
    assert opened.about
    assert not sessions.tick(opened, RULES, 60).advancing, "who reads long is not hurried on"
    assert sessions.tick(sessions.tell_about(opened, RULES, 2, on=False), RULES, 60).advancing
    assert sessions.tell_about(sessions.enter(on_stage(), RULES, 1, Screen.WALL), RULES, 1, on=True).about
    assert not sessions.enter(opened, RULES, 2, Screen.WALL).about
    assert not sessions.tell_about(sessions.begin(RULES, 0), RULES, 1, on=True).about
    assert not sessions.tell_about(sessions.look_closer(on_stage(), RULES, 1, allowed=True), RULES, 2, on=True).about
    assert sessions.tick(opened, RULES, 200) == sessions.begin(RULES, 106)


def test_where_something_else_than_a_visitor_has_led_nobody_is_asked() -> None:
    led = sessions.lead(on_stage())
    assert not sessions.tick(led, RULES, 104).asking
    assert sessions.tick(led, RULES, 105).screen is Screen.ATTRACT, "as soon as who does not answer"
    assert sessions.tick(sessions.stay(led, RULES, 10), RULES, 86).asking, "who has touched the screen is"
