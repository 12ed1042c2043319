from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.exhibition.config import Bundles, Config, ConfigReading, Display, Hours, Idle, read_config
from kiosk.exhibition.config_fleet import Broker
from kiosk.exhibition.config_sections import Corner, Mode, Motion, Order, Renderer, Take
from kiosk.exhibition.hours import OpeningRule
from kiosk.exhibition.palette import Wall
from kiosk.exhibition.places import checkout_config, demo_manifest
from kiosk.exhibition.problems import Severity

WEEK = (0, 1, 2, 3, 4, 5, 6)


@pytest.fixture
def read(tmp_path):
    def write_and_read(content: str) -> ConfigReading:
        file = tmp_path / "config.yaml"
        file.write_text(content, encoding="utf-8")
        return read_config(file)

    return write_and_read


FULL = """\
exhibition: spring/manifest.yaml
display: {mode: windowed, screen: 2, diagonal_inches: 43, viewing_distance_mm: 700, bottom_edge_mm: 800, wall: light,
          reduced_motion: on, renderer: software}
slideshow: {dwell_s: 20, fade_ms: 300, order: shuffle, resume_after_s: 60}
idle: {warn_after_s: 90, warn_for_s: 40}
attract: {seconds: 10, teaser_every: 0}
hours: {timezone: Europe/Berlin, open: {tue-sun: "10:00-18:00", thu: "10:00-21:00"}, closed: [2026-12-24, "2026-12-25"],
        screen: card}
staff: {gesture: {corner: bottom-left, hold_s: 3}, shuffle: on}
statistics: {enabled: off}
cache: {size_gb: 0.5}
bundles: {watch: [in, /srv/in], key: museum.pub, take: signed}
"""
KEY = "RWSov3gnguvhmkN1yPl/KJnqQ6kpLksRX9Vh6CMT0vSk3XCLd5NdBRCK"


def test_every_key_arrives(read, tmp_path):
    (tmp_path / "museum.pub").write_text(f"untrusted comment: a key\n{KEY}\n")
    reading = read(FULL)
    assert reading.problems == ()
    config = reading.config
    assert config.exhibition == tmp_path / "spring/manifest.yaml"
    assert config.display == Display(
        mode=Mode.WINDOWED,
        screen="2",
        diagonal_inches=43,
        viewing_distance_mm=700,
        bottom_edge_mm=800,
        wall=Wall.LIGHT,
        reduced_motion=Motion.ON,
        renderer=Renderer.SOFTWARE,
    )
    slideshow = config.slideshow
    assert (slideshow.dwell_s, slideshow.fade_ms, slideshow.resume_after_s) == (20, 300, 60)
    assert slideshow.order is Order.SHUFFLE
    assert config.idle == Idle(warn_after_s=90, warn_for_s=40)
    assert (config.attract.seconds, config.attract.teaser_every) == (10, 0)
    assert config.hours.timezone == "Europe/Berlin"
    assert config.hours.open == (
        OpeningRule((1, 2, 3, 4, 5, 6), time(10), time(18)),
        OpeningRule((3,), time(10), time(21)),
    )
    assert config.hours.closed == (date(2026, 12, 24), date(2026, 12, 25))
    assert config.hours.screen == "card"
    assert (config.staff.gesture.corner, config.staff.gesture.hold_s) == (Corner.BOTTOM_LEFT, 3)
    assert (config.staff.pin, config.staff.shuffle) == (None, True)
    assert config.statistics.enabled is False
    assert config.cache.size_gb == 0.5
    assert config.bundles == Bundles(watch=[str(tmp_path / "in"), "/srv/in"], key=KEY, take=Take.SIGNED)


@pytest.mark.parametrize("content", ["{}", "display:\nslideshow: {dwell_s: auto}\nhours: {open: }\nstaff: {pin: }\n"])
def test_what_is_left_out_has_its_default(read, content):
    assert read(content) == ConfigReading(Config())


def test_the_config_that_ships_says_the_defaults():
    assert read_config(checkout_config()) == ConfigReading(Config(exhibition=demo_manifest()))


def fleet_files(folder):
    for name, mode in (
        ("f.secret", 0o600),
        ("open.secret", 0o644),
        ("ca.crt", 0o644),
        ("k.crt", 0o644),
        ("k.key", 0o600),
    ):
        (folder / name).write_text("hall-1:one\n")
        (folder / name).chmod(mode)


def test_a_fleet_has_its_files_beside_the_configuration_and_no_secret_in_it(read, tmp_path):
    fleet_files(tmp_path)
    reading = read("fleet: {broker: 'mqtts://broker.museum', name: hall-1, credentials: f.secret, ca: ca.crt}")
    assert reading.problems == ()
    fleet = reading.config.fleet
    assert (fleet.credentials, fleet.ca) == (str(tmp_path / "f.secret"), str(tmp_path / "ca.crt"))
    assert fleet.is_known
    assert "one" not in repr(fleet).replace("None", "")
    assert Broker.of(fleet.broker) == Broker("broker.museum", 8883, secure=True)
    assert not read("fleet: {broker: 'mqtt://127.0.0.1:1884'}").config.fleet.is_known
    known = read("fleet: {broker: 'mqtts://b', certificate: k.crt, key: k.key}").config.fleet
    assert known.is_known


@pytest.mark.parametrize(
    ("content", "field", "says"),
    [
        ("broker: broker.museum", "fleet.broker", "no address"),
        ("broker: 'http://broker.museum'", "fleet.broker", "no address"),
        ("broker: 'mqtts://hall-1:one@broker.museum'", "fleet.broker", "does not belong"),
        ("broker: 'mqtts://'", "fleet.broker", "names no computer"),
        ("broker: 'mqtts://a..b'", "fleet.broker", "names no computer"),
        ("broker: 'mqtts://b:99999'", "fleet.broker", "range"),
        ("broker: 'mqtts://b', credentials: open.secret", "fleet.credentials", "Others on this computer may read"),
        ("broker: 'mqtts://b', credentials: gone.secret", "fleet.credentials", "cannot be read"),
        ("broker: 'mqtts://b', certificate: k.crt", "fleet.key", "belong together"),
        ("broker: 'mqtt://b', ca: ca.crt", "fleet.broker", "without TLS"),
    ],
)
def test_a_fleet_that_cannot_be_joined_safely_is_not_joined(read, tmp_path, content, field, says):
    fleet_files(tmp_path)
    reading = read(f"fleet: {{{content}}}")
    (problem,) = reading.problems
    assert problem.field == field
    assert says in problem.message
    assert reading.config.fleet.broker is None


KNOWN = "broker: 'mqtts://b', credentials: f.secret, name: hall-2"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("follow: hall-1", "Without a broker"),
        ("broker: 'mqtts://b', follow: hall-1", "does not know follows nobody"),
        (f"{KNOWN}, follow: hall-2", "cannot follow itself"),
        (f"{KNOWN}, follow: hall-1, leads: true", "leads or follows"),
    ],
)
def test_what_cannot_be_followed_is_told_and_the_fleet_is_joined_all_the_same(read, tmp_path, content, says):
    fleet_files(tmp_path)
    reading = read(f"fleet: {{{content}}}")
    (problem,) = reading.problems
    assert (problem.field, problem.rule) == ("fleet.follow", "fleet-follow")
    assert says in problem.message
    fleet = reading.config.fleet
    assert fleet.follow is None
    assert (fleet.broker is None) == ("broker" not in content)


def test_a_kiosk_follows_another_as_it_is_told(read, tmp_path):
    fleet_files(tmp_path)
    reading = read(f"fleet: {{{KNOWN}, follow: hall-1, shows: next, ahead: 2}}")
    assert reading.problems == ()
    fleet = reading.config.fleet
    assert (fleet.follow, fleet.shows, fleet.ahead, fleet.leads) == ("hall-1", "next", 2, False)
    assert read("fleet: {ahead: 9}").config.fleet.ahead == 1


def test_figures_have_a_file_that_node_exporter_reads_and_need_no_broker(read, tmp_path):
    reading = read("fleet: {figures: kiosk.prom}")
    assert reading.problems == ()
    assert (reading.config.fleet.figures, reading.config.fleet.broker) == (str(tmp_path / "kiosk.prom"), None)
    wrong = read("fleet: {broker: 'http://b', figures: kiosk.prom}")
    assert [problem.field for problem in wrong.problems] == ["fleet.broker"]
    assert wrong.config.fleet.figures == str(tmp_path / "kiosk.prom")
    named = read("fleet: {figures: kiosk.txt}")
    assert [problem.field for problem in named.problems] == ["fleet.figures"]
    assert named.config.fleet.figures is None
    gone = read("fleet: {figures: gone/kiosk.prom}")
    assert "is not there" in gone.problems[0].message
    assert gone.config.fleet.figures == str(tmp_path / "gone" / "kiosk.prom"), "it may be there later"


def test_an_absolute_exhibition_stays_where_it_is(read, tmp_path):
    assert read(f"exhibition: {tmp_path / 'x'}\n").config.exhibition == tmp_path / "x"


MISTAKES = [
    ("display: {mode: full}", "wrong-value", "display.mode", 1, 17),
    ("display: {diagonal_inches: 1}", "wrong-value", "display.diagonal_inches", 1, 28),
    ("display: {diagonal_inches: big}", "wrong-value", "display.diagonal_inches", 1, 28),
    ("display: {viewing_distance_mm: 10}", "wrong-value", "display.viewing_distance_mm", 1, 32),
    ("display: fullscreen", "wrong-value", "display", 1, 10),
    ("slideshow: {dwell_s: 1}", "wrong-value", "slideshow.dwell_s", 1, 22),
    ("slideshow: {fade_ms: auto}", "wrong-value", "slideshow.fade_ms", 1, 22),
    ("slideshow: {fade_ms: 0.5}", "wrong-value", "slideshow.fade_ms", 1, 22),
    ("idle: {warn_for_s: 10}", "wrong-value", "idle.warn_for_s", 1, 20),
    ("idle: {warn_after_s: nan}", "wrong-value", "idle.warn_after_s", 1, 22),
    ("attract: {teaser_every: -1}", "wrong-value", "attract.teaser_every", 1, 25),
    ("hours: {timezone: Mars/Olympus}", "unknown-timezone", "hours.timezone", 1, 19),
    ("hours: {timezone: ../../etc/passwd}", "unknown-timezone", "hours.timezone", 1, 19),
    ("hours: {open: {fun-sun: '10:00-18:00'}}", "opening-hours", "hours.open.fun-sun", 1, 25),
    ("hours: {open: {mon: '10-18'}}", "opening-hours", "hours.open.mon", 1, 21),
    ("hours: {open: {mon: [10, 18]}}", "wrong-value", "hours.open.mon", 1, 21),
    ("hours: {closed: [christmas]}", "wrong-value", "hours.closed[0]", 1, 18),
    ("staff: {pin: 481516}", "pin-in-clear", "staff.pin", 1, 14),
    ("staff: {pin: [4]}", "wrong-value", "staff.pin", 1, 14),
    ("staff: {gesture: {corner: top}}", "wrong-value", "staff.gesture.corner", 1, 27),
    ("statistics: {enabled: sometimes}", "wrong-value", "statistics.enabled", 1, 23),
    ("cache: {size_gb: 0}", "wrong-value", "cache.size_gb", 1, 18),
    ("bundles: {take: always}", "wrong-value", "bundles.take", 1, 17),
    ("bundles: {take: signed}", "public-key", "bundles.take", 1, 17),
    ("bundles: {key: gone.pub, take: signed}", "public-key", "bundles.key", 1, 16),
    ("bundles: {watch: here}", "wrong-value", "bundles.watch", 1, 18),
    ("exhibition: [a]", "wrong-value", "exhibition", 1, 13),
    ("[]", "wrong-value", "", 1, 1),
]


@pytest.mark.parametrize(("content", "rule", "field", "line", "column"), MISTAKES)
def test_each_mistake_is_placed_and_its_default_kept(read, content, rule, field, line, column):
    reading = read(content)
    assert [(p.rule, p.field, p.line, p.column, p.severity) for p in reading.problems] == [
        (rule, field, line, column, Severity.ERROR)
    ]
    assert reading.config == Config()


@pytest.mark.parametrize(
    "content",
    [
        r'exhibition: "a\0"',
        r'display: {profile: "a\0.icc"}',
        r'bundles: {watch: ["a\0"]}',
        r'bundles: {key: "a\0.pub"}',
        r'fleet: {figures: "a\0.prom"}',
        r'fleet: {broker: "mqtts://b:8883", credentials: "a\0"}',
    ],
)
def test_a_name_that_no_system_takes_ends_nothing(read, content):
    (problem,) = read(content).problems
    assert problem.severity is Severity.ERROR
    assert "\0" not in str(problem)


def test_a_bad_value_costs_no_other(read):
    reading = read("displai: {}\ndisplay: {wall: red, screen: 2}\nhours: {open: {mon: x, tue: '10:00-12:00'}}\n")
    assert [(p.rule, p.line) for p in reading.problems] == [
        ("unknown-key", 1),
        ("wrong-value", 2),
        ("opening-hours", 3),
    ]
    assert 'Did you mean "display"?' in reading.problems[0].message
    assert reading.config.display == Display(screen="2")
    assert reading.config.hours == Hours(open=(OpeningRule((1,), time(10), time(12)),))


def test_an_unreadable_file_leaves_all_defaults(tmp_path):
    reading = read_config(tmp_path / "config.yaml")
    assert reading.config == Config()
    assert [problem.rule for problem in reading.problems] == ["missing"]


scalars = st.sampled_from(["auto", "1", "on", "null", "x", "-3", "1e9", "'10:00-18:00'", "[a]", "{a: b}", "2026-01-01"])
names = st.sampled_from(
    ["display", "hours", "idle", "mode", "open", "closed", "timezone", "screen", "staff", "pin", "x"]
)


@settings(deadline=None)
@given(st.dictionaries(names, scalars | st.dictionaries(names, scalars, max_size=4), max_size=5))
def test_whatever_it_says_there_is_a_config(tmp_path_factory, sections):
    file = tmp_path_factory.getbasetemp() / "any-config.yaml"
    written = [
        f"{name}: {{{', '.join(f'{key}: {value}' for key, value in section.items())}}}\n"
        if isinstance(section, dict)
        else f"{name}: {section}\n"
        for name, section in sections.items()
    ]
    file.write_text("".join(written) or "{}", encoding="utf-8")
    reading = read_config(file)
    assert reading.config.idle.warn_for_s >= 20
    assert all(1 <= problem.line <= len(written) for problem in reading.problems)
