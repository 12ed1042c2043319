"""A short run of each target of fuzzing, and what longer ones have found. `python -m tests.fuzz` runs for longer."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.mutations import inputs
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS

EXAMPLES = {"manifest": 60, "table": 25, "iiif": 25, "bundle": 80, "picture": 80}
FOUND = Path(__file__).with_name("found")


def run(target: str, data: bytes) -> None:
    with TemporaryDirectory(prefix="kiosk-fuzz-", dir=shm()) as folder:
        TARGETS[target](data, Path(folder))


def shm() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a disk in memory


@pytest.mark.parametrize("target", TARGETS)
def test_whatever_it_is_given_it_takes_or_refuses_with_words(target: str) -> None:
    for seed in seeds(target):
        run(target, seed)
    quietly = settings(
        max_examples=EXAMPLES[target],
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    quietly(given(inputs(target))(lambda data: run(target, data)))()


@pytest.mark.parametrize("found", sorted(FOUND.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_broke_it_does_not_any_more(found: Path) -> None:
    run(found.parent.name, found.read_bytes())
