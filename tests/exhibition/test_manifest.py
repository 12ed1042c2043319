from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.exhibition.findings import MAX_PROBLEMS
from kiosk.exhibition.keys import keys_of
from kiosk.exhibition.manifest import ManifestReading, read_manifest
from kiosk.exhibition.manifest_keys import WorkKeys
from kiosk.exhibition.model import Brand, Detail, LabelOrder, Theme, ThemesMatch
from kiosk.exhibition.places import assets_folder
from kiosk.exhibition.problems import Problem, Severity
from kiosk.exhibition.text import Text, plain

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT


@pytest.fixture
def read(tmp_path):
    def write_and_read(content: str | bytes) -> ManifestReading:
        file = tmp_path / "manifest.yaml"
        file.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
        return read_manifest(file)

    return write_and_read


@pytest.fixture
def read_work(read):
    """The one work whose keys are given, one on a line from line 6 on, and the problems found."""

    def write_and_read(*lines: str):
        reading = read(
            "exhibition: {title: X}\nthemes: {water: {name: Water}, stone: {name: Stone}}\nworks:\n"
            "- {id: other, themes: [water, stone]}\n- id: w\n" + "".join(f"  {line}\n" for line in lines)
        )
        assert reading.exhibition
        return reading.exhibition.works[1], reading.problems

    return write_and_read


def told(problem: Problem) -> tuple[str, str, int, int, Severity]:
    return problem.rule, problem.field, problem.line, problem.column, problem.severity


FULL = """\
# yaml-language-server: $schema=x
exhibition:
  title: {en: Rule and Chance, RU: Правило и случай}
  subtitle: Drawings
  intro: |
    One line.
    Another.
  venue: Here
  opens: 2026-09-09
  closes: "2026-10-10"
  languages: [en, ru]
  works_total: 123
  label_order: title-first
  themes_match: all
  brand: {wall: "#101214", ink: "#EFEBE3", accent: "#e3b45f", logo: brand/logo.png, fonts: [fonts/Own.ttf]}
themes:
  rural-life: {name: {en: Rural life}, teaser: Come}
  1972: {name: The year}
works:
  - id: 12
    picture: pictures/harvest.jpg
    creator: Ada Example
    creator_bio: British, born 1950
    title: {en: Harvest, ru: Урожай}
    date: 1972
    medium: Oil
    size_cm: [180, 240.5]
    description: {en: A field., ru: }
    credit: A gift
    accession: 1984.10
    alt: Five reapers
    rights: © Ada Example
    themes: [1972, rural-life]
    focus: [0.4, .3]
    safe: [0.1, 0.1, 0.9, 0.8]
    highlight: yes
    pair_with: study
    show: {from: 2026-09-09, until: 2026-09-30}
    allow: {zoom: no}
    details: [{at: [0.1, 0.2, 0.3, 0.4], text: The hat}]
  - id: study
    dimensions: Variable
"""


def test_every_key_of_an_exhibition_arrives(read, tmp_path):
    reading = read(FULL)
    assert [problem.rule for problem in reading.problems] == ["unseen"], "details of a work that allows no closer look"
    shown = reading.exhibition
    assert shown.source == tmp_path / "manifest.yaml"
    assert shown.folder == tmp_path
    assert shown.title == Text((("en", "Rule and Chance"), ("ru", "Правило и случай")))
    assert (shown.subtitle, shown.intro, shown.venue) == (
        plain("Drawings"),
        plain("One line.\nAnother."),
        plain("Here"),
    )
    assert (shown.opens, shown.closes) == (date(2026, 9, 9), date(2026, 10, 10))
    assert shown.languages == ("en", "ru")
    assert shown.stated_works == 123
    assert (shown.label_order, shown.themes_match) == (LabelOrder.TITLE_FIRST, ThemesMatch.ALL)
    assert shown.brand == Brand(
        "#101214", "#efebe3", "#e3b45f", tmp_path / "brand/logo.png", (tmp_path / "fonts/Own.ttf",)
    )
    assert shown.themes == (
        Theme("rural-life", Text((("en", "Rural life"),)), plain("Come")),
        Theme("1972", plain("The year")),
    )


def test_every_key_of_a_work_arrives(read, tmp_path):
    work, study = read(FULL).exhibition.works
    assert (work.id, work.picture) == ("12", tmp_path / "pictures/harvest.jpg")
    assert (work.creator, work.creator_bio) == (plain("Ada Example"), plain("British, born 1950"))
    assert work.title.words("ru") == "Урожай"
    assert (work.date, work.accession) == (plain("1972"), "1984.10")
    assert work.size_cm == (180, 240.5)
    assert work.description == Text((("en", "A field."),))
    assert (work.medium, work.credit, work.alt) == (plain("Oil"), plain("A gift"), plain("Five reapers"))
    assert work.rights == plain("© Ada Example")
    assert work.themes == ("1972", "rural-life")
    assert (work.focus, work.safe) == ((0.4, 0.3), (0.1, 0.1, 0.9, 0.8))
    assert (work.highlight, work.allow_zoom) == (True, False)
    assert work.pair_with == study.id == "study"
    assert (work.show_from, work.show_until) == (date(2026, 9, 9), date(2026, 9, 30))
    assert work.details == (Detail((0.1, 0.2, 0.3, 0.4), plain("The hat")),)
    assert study.dimensions == plain("Variable")


def test_a_folder_stands_for_the_manifest_in_it(read, tmp_path):
    read(FULL)
    assert read_manifest(tmp_path).exhibition == read_manifest(tmp_path / "manifest.yaml").exhibition


@pytest.mark.parametrize("saved", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_does_no_harm(read, saved):
    assert [problem.rule for problem in read(FULL.encode(saved)).problems] == ["unseen"]


@pytest.mark.parametrize("exhibition", ["photo-essay", "demo"])
def test_the_exhibitions_that_ship_have_no_problems(exhibition):
    folder = assets_folder() / "exhibitions" / exhibition
    if not (folder / "manifest.yaml").exists():
        pytest.skip("not made yet")
    reading = read_manifest(folder)
    assert reading.problems == ()
    assert reading.exhibition.works


def test_a_short_exhibition_is_an_exhibition(read):
    reading = read("exhibition: {title: X}\nworks: [{id: a}]\n")
    assert reading.problems == ()
    assert reading.exhibition.languages == ("en",)
    assert reading.exhibition.stated_works is None


def test_languages_are_those_of_the_title_when_none_are_listed(read):
    assert read("exhibition: {title: {ko: 봄, en: Spring}}\nworks: [{id: a}]\n").exhibition.languages == ("ko", "en")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("", "empty"),
        (b"\x89PNG\r\n", "binary"),
        ("just words", "no-exhibition"),
        ("[1, 2]", "no-exhibition"),
        ("~", "no-exhibition"),
        ("a: &a b", "anchor"),
        ("themes: {}\n", "missing-key"),
    ],
)
def test_a_file_without_an_exhibition_shows_nothing_and_says_why(read, tmp_path, content, rule):
    reading = read(content)
    assert reading.exhibition is None
    assert [problem.rule for problem in reading.problems] == [rule]
    assert reading.problems[0].file == tmp_path / "manifest.yaml"
    assert reading.problems[0].line == 1


def test_a_missing_manifest_is_named(tmp_path):
    (problem,) = read_manifest(tmp_path / "nowhere").problems
    assert (problem.rule, problem.line, problem.file) == ("missing", 0, tmp_path / "nowhere")
    (problem,) = read_manifest(tmp_path).problems
    assert (problem.rule, problem.file) == ("missing", tmp_path / "manifest.yaml")


def test_a_mistyped_section_is_guessed(read):
    reading = read("exhibiton: {title: X}\n")
    assert [told(problem) for problem in reading.problems] == [
        ("unknown-key", "exhibiton", 1, 1, WARNING),
        ("missing-key", "exhibition", 1, 1, ERROR),
    ]
    assert 'Did you mean "exhibition"?' in reading.problems[0].message


def test_works_without_an_exhibition_are_shown_under_the_name_of_the_folder(read, tmp_path):
    reading = read("works: [{id: a}]\n")
    assert reading.exhibition.title == plain(tmp_path.name)
    assert [told(problem) for problem in reading.problems] == [
        ("missing-key", "exhibition", 1, 1, ERROR),
        ("missing-key", "exhibition.title", 1, 1, ERROR),
    ]


def test_an_exhibition_without_works_says_so(read):
    for works in ("", "works: []\n", "works:\n", "works: {a: b}\n", "works: 3\n"):
        reading = read("exhibition: {title: X}\n" + works)
        assert reading.exhibition.works == ()
        assert [(problem.rule, problem.line) for problem in reading.problems] == [("no-works", 2 if works else 1)]


EXHIBITION = [
    ("{}", ("missing-key", "exhibition.title", 1, 1, ERROR)),
    ("{title: [a]}", ("wrong-value", "exhibition.title", 1, 21, ERROR)),
    ("{title: X, titel: Y}", ("unknown-key", "exhibition.titel", 1, 24, WARNING)),
    ("{title: No}", ("yes-or-no", "exhibition.title", 1, 21, HINT)),
    ("{title: {en: A, english: B}}", ("language-code", "exhibition.title.english", 1, 29, ERROR)),
    ("{title: {en: A}, intro: {en: A, ru: [x]}}", ("wrong-value", "exhibition.intro.ru", 1, 49, ERROR)),
    ("{title: X, opens: tomorrow}", ("wrong-value", "exhibition.opens", 1, 31, ERROR)),
    ("{title: X, opens: 2026-13-01}", ("wrong-value", "exhibition.opens", 1, 31, ERROR)),
    ("{title: X, opens: 2026-10-10, closes: 2026-09-09}", ("days-reversed", "exhibition.closes", 1, 51, ERROR)),
    ("{title: X, languages: en}", ("wrong-value", "exhibition.languages", 1, 35, ERROR)),
    ("{title: X, languages: [en, deutsch]}", ("language-code", "exhibition.languages[1]", 1, 40, ERROR)),
    ("{title: X, languages: [en, EN]}", ("repeated", "exhibition.languages[1]", 1, 40, HINT)),
    ("{title: {en: X}, languages: [en, ko]}", ("language-without-texts", "exhibition.languages[1]", 1, 46, WARNING)),
    ("{title: {en: X, fr: Y}, languages: [en]}", ("language-not-offered", "exhibition.title.fr", 1, 29, HINT)),
    ("{title: X, works_total: many}", ("wrong-value", "exhibition.works_total", 1, 37, ERROR)),
    ("{title: X, works_total: 0}", ("wrong-value", "exhibition.works_total", 1, 37, ERROR)),
    ("{title: X, label_order: creator}", ("wrong-value", "exhibition.label_order", 1, 37, ERROR)),
    ("{title: X, search: maybe}", ("wrong-value", "exhibition.search", 1, 32, ERROR)),
    ("{title: X, brand: dark}", ("wrong-value", "exhibition.brand", 1, 31, ERROR)),
    ("{title: X, brand: {wall: black}}", ("wrong-value", "exhibition.brand.wall", 1, 38, ERROR)),
    ("{title: X, brand: {wal: x}}", ("unknown-key", "exhibition.brand.wal", 1, 32, WARNING)),
    ("{title: X, brand: {ink: '#202020'}}", ("contrast", "exhibition.brand.ink", 1, 37, WARNING)),
    ("{title: X, brand: {logo: ../logo.png}}", ("outside-folder", "exhibition.brand.logo", 1, 38, ERROR)),
    ("{title: X, brand: {fonts: [a.ttf, /b.ttf]}}", ("outside-folder", "exhibition.brand.fonts[1]", 1, 47, ERROR)),
]


@pytest.mark.parametrize(("section", "problem"), EXHIBITION)
def test_each_mistake_in_the_exhibition_is_placed_and_costs_only_itself(read, section, problem):
    reading = read(f"exhibition: {section}\nworks: [{{id: a}}]\n")
    assert [told(found) for found in reading.problems] == [problem]
    assert len(reading.exhibition.works) == 1


@pytest.mark.parametrize(("written", "search"), [("true", True), ("no", False), ("auto", None)])
def test_the_curator_decides_whether_works_are_searched_or_leaves_it_to_their_number(read, written, search):
    reading = read(f"exhibition: {{title: X, search: {written}}}\nworks: [{{id: a}}]\n")
    assert (reading.problems, reading.exhibition.search) == ((), search)
    assert read("exhibition: {title: X}\nworks: [{id: a}]\n").exhibition.search is None


def test_a_work_may_say_what_it_is_sorted_by(read_work):
    work, problems = read_work("creator_sort: {en: 'Blake, William'}", "year: -300")
    assert (problems, work.year, work.creator_sort) == ((), -300, Text((("en", "Blake, William"),)))


def test_a_colour_lost_behind_its_own_sign_is_found(read):
    reading = read("exhibition:\n  title: X\n  brand:\n    wall: #101214\nworks: [{id: a}]\n")
    assert [problem.rule for problem in reading.problems] == ["lost-colour"]
    assert 'wall: "#101214"' in reading.problems[0].remedy


def test_fewer_works_stated_than_listed_is_odd(read):
    reading = read("exhibition: {title: X, works_total: 1}\nworks: [{id: a}, {id: b}]\n")
    assert [told(problem) for problem in reading.problems] == [
        ("works-total", "exhibition.works_total", 1, 37, WARNING)
    ]
    assert reading.exhibition.stated_works is None


WORK = [
    ("titel: X", ("unknown-key", "titel", 6, 3, WARNING)),
    ("title: [X]", ("wrong-value", "title", 6, 10, ERROR)),
    ("title: {en: {x: y}}", ("wrong-value", "title.en", 6, 15, ERROR)),
    ("title: On", ("yes-or-no", "title", 6, 10, HINT)),
    ("description: {en: yes}", ("yes-or-no", "description.en", 6, 21, HINT)),
    ("picture: ../a.jpg", ("outside-folder", "picture", 6, 12, ERROR)),
    ("picture: C:\\a.jpg", ("outside-folder", "picture", 6, 12, ERROR)),
    ("picture: [a.jpg]", ("wrong-value", "picture", 6, 12, ERROR)),
    ("picture: a.jpg.", ("file-name", "picture", 6, 12, ERROR)),
    ("picture: ''", ("wrong-value", "picture", 6, 12, ERROR)),
    ("picture: pictures\\a.jpg", ("backslash", "picture", 6, 12, HINT)),
    ("themes: water", ("wrong-value", "themes", 6, 11, ERROR)),
    ("themes: [water, waterr]", ("unknown-theme", "themes[1]", 6, 19, ERROR)),
    ("themes: [water, [stone]]", ("wrong-value", "themes[1]", 6, 19, ERROR)),
    ("themes: [water, stone, water]", ("repeated", "themes[2]", 6, 26, HINT)),
    ("focus: [0.4, 1.5]", ("wrong-value", "focus[1]", 6, 16, ERROR)),
    ("focus: [0.4]", ("wrong-value", "focus", 6, 10, ERROR)),
    ("focus: centre", ("wrong-value", "focus", 6, 10, ERROR)),
    ("focus: [.nan, 0]", ("wrong-value", "focus[0]", 6, 11, ERROR)),
    ("focus: [nan, 0]", ("wrong-value", "focus[0]", 6, 11, ERROR)),
    ("size_cm: [0, 10]", ("wrong-value", "size_cm[0]", 6, 13, ERROR)),
    ("size_cm: [10, inf]", ("wrong-value", "size_cm[1]", 6, 17, ERROR)),
    ("size_cm: 180 x 240", ("wrong-value", "size_cm", 6, 12, ERROR)),
    ("safe: [0.1, 0.1, 0.9, -0.1]", ("wrong-value", "safe[3]", 6, 25, ERROR)),
    ("safe: [0.9, 0.1, 0.1, 0.9]", ("empty-part", "safe", 6, 9, ERROR)),
    ("highlight: maybe", ("wrong-value", "highlight", 6, 14, ERROR)),
    ("pair_with: nobody", ("unknown-partner", "pair_with", 6, 14, ERROR)),
    ("pair_with: w", ("unknown-partner", "pair_with", 6, 14, ERROR)),
    ("show: {from: 2026-02-02, until: 2026-01-01}", ("days-reversed", "show", 6, 9, ERROR)),
    ("show: {form: 2026-02-02}", ("unknown-key", "show.form", 6, 10, WARNING)),
    ("allow: {zoom: some}", ("wrong-value", "allow.zoom", 6, 17, ERROR)),
    ("allow: zoom", ("wrong-value", "allow", 6, 10, ERROR)),
    ("details: [{at: [0.5, 0.5, 0.6, 0.1], text: X}]", ("outside-picture", "details[0].at", 6, 18, ERROR)),
    ("details: [{at: [0, 0, 0, 1], text: X}]", ("outside-picture", "details[0].at", 6, 18, ERROR)),
    ("details: [{at: [0, 0, 2, 1], text: X}]", ("wrong-value", "details[0].at[2]", 6, 25, ERROR)),
    ("details: [{at: [0, 0, 1, 1]}]", ("missing-key", "details[0].text", 6, 13, ERROR)),
    ("year: last", ("wrong-value", "year", 6, 9, ERROR)),
    ("year: 19720", ("wrong-value", "year", 6, 9, ERROR)),
    ("creator_sort: [x]", ("wrong-value", "creator_sort", 6, 17, ERROR)),
    ("accession: {en: 12}", ("wrong-value", "accession", 6, 14, ERROR)),
]


@pytest.mark.parametrize(("line", "problem"), WORK)
def test_each_mistake_in_a_work_is_placed_and_costs_only_its_key(read_work, line, problem):
    rule, field, *place = problem
    work, problems = read_work(line, "medium: Oil")
    assert [told(found) for found in problems if found.rule != "missing-key" or "details" in field] == [
        (rule, f"works[1].{field}", *place)
    ]
    assert work.medium == plain("Oil")
    assert all(found.work == "w" for found in problems)


def test_details_that_nobody_can_look_at_are_told(read_work):
    work, problems = read_work("allow: {zoom: false}", "details: [{at: [0, 0, 0.5, 0.5], text: X}]")
    assert len(work.details) == 1
    assert ("unseen", "works[1].details", HINT) in [(each.rule, each.field, each.severity) for each in problems]


PAIRS = [
    ({"a": "b", "b": "a"}, []),
    ({"a": "b", "b": "c"}, [("b", 'This work is shown beside "a" and not beside "c".')]),
    ({"a": "c", "b": "c"}, [("b", '"c" is shown beside "a"; this work is shown alone.')]),
    (
        {"a": "b", "b": "c", "c": "a", "d": "a"},
        [
            ("b", 'This work is shown beside "a" and not beside "c".'),
            ("c", '"a" is shown beside "b"; this work is shown alone.'),
            ("d", '"a" is shown beside "b"; this work is shown alone.'),
        ],
    ),
]


@pytest.mark.parametrize(("wishes", "told_of"), PAIRS, ids=["each other", "chain", "the same", "circle"])
def test_a_work_that_is_in_a_pair_already_is_told(read, wishes, told_of):
    works = [{"id": name} | ({"pair_with": wishes[name]} if name in wishes else {}) for name in "abcd"]
    reading = read(json.dumps({"exhibition": {"title": "X"}, "works": works}, indent=1))
    found = [problem for problem in reading.problems if problem.rule == "taken-partner"]
    assert [(problem.work, problem.message) for problem in found] == told_of
    assert {problem.severity for problem in found} <= {WARNING}
    assert all(problem.field == f"works[{'abcd'.index(problem.work)}].pair_with" for problem in found)
    lines = json.dumps({"exhibition": {"title": "X"}, "works": works}, indent=1).splitlines()
    assert all("pair_with" in lines[problem.line - 1] for problem in found)


def test_what_is_right_beside_a_mistake_is_kept(read_work):
    work, problems = read_work("themes: [water, fire, stone]", "title: {en: [x], ru: Урожай}", "focus: [2, 0]")
    assert work.themes == ("water", "stone")
    assert work.title == Text((("ru", "Урожай"),))
    assert work.focus == (0.5, 0.5)
    assert len(problems) == 3


def test_words_that_look_like_yes_or_no_are_shown_as_written(read_work):
    work, _ = read_work("title: No", "creator: on")
    assert (work.title, work.creator) == (plain("No"), plain("on"))


def test_problems_say_what_was_expected_what_was_found_and_what_to_do(read_work):
    _, (focus, theme) = read_work("focus: [1.5, 0]", "themes: [watre]")
    assert focus.message == 'Expected two numbers from 0 to 1 [from the left, from the top], found "1.5".'
    assert focus.remedy == "Write, for example, [0.4, 0.3]."
    assert theme.message == 'There is no theme "watre". Did you mean "water"?'


def test_all_problems_come_at_once_in_the_order_of_the_file(read):
    reading = read(
        """\
        exhibition: {title: X, opens: soon}
        themes:
          water: {nam: Water}
          air:
        works:
          - id: a
            focus: here
            focus: [0, 0]
          - id: a
          - title: nobody
          - just words
          -
          - id: [b]
          - id: ""
          - id: c
            size_cm: [1, 2, 3]
        """
    )
    assert [told(problem) for problem in reading.problems] == [
        ("wrong-value", "exhibition.opens", 1, 31, ERROR),
        ("missing-key", "themes.water.name", 3, 3, ERROR),
        ("unused-theme", "themes.water", 3, 10, HINT),
        ("unknown-key", "themes.water.nam", 3, 11, WARNING),
        ("missing-key", "themes.air.name", 4, 3, ERROR),
        ("unused-theme", "themes.air", 4, 7, HINT),
        ("wrong-value", "works[0].focus", 7, 12, ERROR),
        ("repeated-key", "works[0].focus", 8, 5, ERROR),
        ("repeated-id", "works[1].id", 9, 9, ERROR),
        ("missing-key", "works[2].id", 10, 5, ERROR),
        ("wrong-value", "works[3]", 11, 5, ERROR),
        ("wrong-value", "works[4]", 12, 4, ERROR),
        ("wrong-value", "works[5].id", 13, 9, ERROR),
        ("wrong-value", "works[6].id", 14, 9, ERROR),
        ("wrong-value", "works[7].size_cm", 16, 14, ERROR),
    ]
    assert [work.id for work in reading.exhibition.works] == ["a", "c"]
    assert [theme.name for theme in reading.exhibition.themes] == [plain("water"), plain("air")]


def test_words_for_the_terminal_cannot_take_it_over(read):
    reading = read('exhibition: {title: X}\nworks: [{id: a, "\\e[31mtitle": x, focus: "\\e]0;x\\a\\u202e"}]\n')
    assert reading.problems
    assert all(str(problem).isprintable() for problem in reading.problems)


def test_invisible_characters_do_not_reach_the_label(read_work):
    work, _ = read_work('title: "A\\0B\\e[0m\\tC"')
    assert work.title == plain("AB[0m\tC")


def test_a_comma_that_cuts_a_text_is_explained(read_work):
    work, (problem,) = read_work("title: {en: Red, yellow and blue}")
    assert work.title.words("en") == "Red"
    assert told(problem) == ("language-code", "works[1].title.yellow and blue", 6, 20, ERROR)
    assert '{en: "Red, yellow, blue"}' in problem.remedy


def test_an_endless_text_is_cut(read_work):
    work, problems = read_work(f"description: {'x' * 30_000}")
    assert len(work.description.words("en")) == 20_000
    assert [problem.rule for problem in problems] == ["text-too-long"]


def test_a_flood_of_problems_is_counted_not_listed(read):
    works = "".join(f"- {{id: w{index}, theme: x}}\n" for index in range(MAX_PROBLEMS + 50))
    reading = read(f"exhibition: {{title: X}}\nworks:\n{works}")
    assert len(reading.problems) == MAX_PROBLEMS + 1
    assert "50 more" in reading.problems[-1].message
    assert len(reading.exhibition.works) == MAX_PROBLEMS + 50


keys = st.sampled_from([*keys_of(WorkKeys), "exhibition", "works", "themes", "name", "en", "at", "text", "from", "x"])
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.floats()
    | st.sampled_from(["w", "water", "2026-01-01", "../x", "auto", "en", "#101214"])
    | st.text(max_size=5)
)
anything = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5), max_leaves=12
)
work_like = st.dictionaries(st.sampled_from(list(keys_of(WorkKeys))), anything, max_size=6)
manifest_like = st.fixed_dictionaries(
    {},
    optional={
        "exhibition": anything | st.fixed_dictionaries({"title": leaves}),
        "themes": anything,
        "works": anything | st.lists(anything | work_like, max_size=4),
    },
)


@settings(max_examples=300, deadline=None)
@given(data=anything | manifest_like)
def test_any_structure_is_read_and_every_problem_lies_inside_the_file(tmp_path_factory, data):
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    content = json.dumps(data, indent=1)
    file.write_text(content, encoding="utf-8")
    reading = read_manifest(file)
    lines = content.split("\n")
    for problem in reading.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.message
        assert problem.remedy
    if reading.exhibition is None:
        assert reading.problems
        return
    works = reading.exhibition.works
    ids = {work.id for work in works}
    themes = {theme.id for theme in reading.exhibition.themes}
    assert len(ids) == len(works)
    for work in works:
        assert set(work.themes) <= themes
        assert work.pair_with is None or work.pair_with in ids - {work.id}
        assert work.picture is None or work.picture.is_relative_to(Path(file).parent)
        assert all(0 <= share <= 1 for share in (*work.focus, *(work.safe or ())))
