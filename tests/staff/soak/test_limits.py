"""What may grow over hours, and what may not."""

from __future__ import annotations

import pytest

from kiosk.staff.soak.gaps import MOST_MS, Gaps
from kiosk.staff.soak.limits import Finding, Sample, judge, told_of, zero
from kiosk.staff.soak.vitals import Household, Vitals

MB = 1_000_000


def life(
    hours: int = 24,
    *,
    rss: float = 0,
    handles: float = 0,
    threads: float = 0,
    helpers: float = 0,
    helpers_rss: float = 0,
    kept: float = 0,
) -> list[Sample]:
    """A sample every quarter of an hour; what grows does so in each hour. The first hour takes 60 MB."""
    samples = []
    for number in range(4 * hours + 1):
        hour = number / 4
        viewer = Vitals(
            int(140 * MB + 60 * MB * min(1, hour) + rss * hour + (number % 3) * MB),
            100 * MB,
            int(18 + handles * hour),
            int(9 + threads * hour),
        )
        house = Household(viewer, int(2 + helpers * hour), int(150 * MB + helpers_rss * hour), 120 * MB)
        words = {"items": 900, "objects": 50, "blocks": 270_000, "cache": 10 * MB, "lines": 0}
        samples.append(Sample(hour=hour, household=house, kept=int(20_000 + kept * hour), **words))
    return samples


def missed(samples: list[Sample]) -> list[str]:
    return [finding.subject for finding in judge(samples, 50 * MB) if not finding.met]


def test_a_life_in_which_nothing_grows_is_within_all_limits() -> None:
    assert missed(life()) == []


@pytest.mark.parametrize(
    ("grows", "subject"),
    [
        ({"rss": 0.6 * MB}, "viewer, resident"),
        ({"handles": 0.1}, "handles"),
        ({"threads": 0.1}, "threads"),
        ({"helpers": 0.1}, "processes"),
        ({"helpers_rss": 50 * MB}, "worker, at most"),
        ({"kept": 3000}, "logs and statistics"),
    ],
)
def test_what_grows_is_named(grows: dict[str, float], subject: str) -> None:
    assert missed(life(**grows)) == [subject]


def test_five_parts_of_a_hundred_are_allowed_but_no_more_than_20_mb() -> None:
    assert missed(life(rss=0.3 * MB)) == []
    large = [
        sample.__class__(
            **{
                **{name: getattr(sample, name) for name in sample.__struct_fields__},
                "household": Household(Vitals(900 * MB + int(sample.hour * MB), 1, 18, 9), 2, 1, 1),
            }
        )
        for sample in life()
    ]
    assert missed(large) == ["viewer, resident"]


def test_the_first_hour_is_not_judged_but_for_what_is_enormous() -> None:
    assert missed(life(1)) == []
    assert missed(life(1, rss=200 * MB, handles=9)) == ["viewer, resident"]


def test_a_cache_larger_than_its_budget_is_named() -> None:
    assert "prepared pictures" in [finding.subject for finding in judge(life(), 9 * MB) if not finding.met]


def test_without_a_sample_or_a_system_that_tells_it_says_so() -> None:
    assert missed([]) == ["samples"]
    words = {"items": 1, "objects": 1, "blocks": 1, "cache": 1, "kept": 1, "lines": 0}
    silent = [Sample(hour=hour, household=None, **words) for hour in range(20)]
    assert missed(silent) == []
    assert any("does not tell" in finding.found for finding in judge(silent, MB))


def test_gaps_are_counted_in_a_room_that_does_not_grow() -> None:
    gaps = Gaps()
    for _ in range(998):
        gaps.add(0.0165)
    gaps.add(0.7)
    gaps.add(99)
    assert (gaps.percentile(0.5), gaps.percentile(0.999)) == (17, 701)
    assert (gaps.longest_ms, gaps.longer_than(500)) == (99_000, 2)
    assert gaps.percentile(1) == MOST_MS + 1
    assert Gaps().percentile(0.5) == 0
    assert "longest 99000 ms, 2 over 500 ms" in told_of("gaps", gaps).found


def test_what_may_not_happen_is_told_with_its_first_words() -> None:
    assert zero("errors", []) == Finding("errors", "0", "0", met=True)
    assert zero("errors", ["Oh\nno", "b"], 7) == Finding("errors", "7: Oh", "0", met=False)
