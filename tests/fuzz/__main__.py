"""`python -m tests.fuzz --minutes 10`: give each target what strangers might, for so long, and keep what breaks it.

Each target runs in a process of its own: one that ends its process is found, too. With `--engine atheris` inputs
are led by what they reach in the program (needs `pip install atheris`); else Hypothesis makes them.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

LONGEST_S = 20
"""An input that takes longer is a finding."""
MOST_MB = 2048


def main() -> int:
    """Run what was asked for; 0 when nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="for each target")
    parser.add_argument("--engine", choices=["hypothesis", "atheris"], default="hypothesis")
    parser.add_argument("--target", action="append", help="one or several of them; all without")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"), help="where inputs that break something go")
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.alone:
        run = _with_atheris if asked.engine == "atheris" else _with_hypothesis
        return run(asked.alone, asked.minutes * 60, (asked.keep / asked.alone).absolute(), asked.folder)
    from tests.fuzz.targets import TARGETS

    found = 0
    for target in asked.target or TARGETS:
        with TemporaryDirectory(prefix="kiosk-fuzz-", dir=_in_memory()) as folder:  # atheris ends without clearing up
            alone = [*sys.argv[1:], "--alone", target, "--folder", folder]
            done = subprocess.run([sys.executable, "-m", "tests.fuzz", *alone], check=False, stdin=subprocess.DEVNULL)
        found += done.returncode != 0
        print(f"{target}: {'FOUND SOMETHING' if done.returncode else 'nothing found'}", flush=True)
    return min(found, 1)


def _with_hypothesis(target: str, seconds: float, keep: Path, folder: Path) -> int:
    from hypothesis import HealthCheck, Phase, given, settings

    from tests.fuzz.mutations import inputs
    from tests.fuzz.targets import TARGETS

    end, tried, number = time.monotonic() + seconds, 0, 0

    def try_one(data: bytes) -> None:
        nonlocal tried, number
        tried += 1
        place = folder / str(tried)
        place.mkdir()
        begun = time.monotonic()
        try:
            TARGETS[target](data, place)
            assert time.monotonic() - begun < LONGEST_S, "it takes too long"
        except Exception as error:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"last-{type(error).__name__}").write_bytes(data)
            raise
        finally:
            _empty(place)

    how = settings(
        max_examples=500,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    while time.monotonic() < end:
        try:
            how(given(inputs(target))(try_one))()
        except Exception as error:  # noqa: BLE001 - whatever comes out is what is looked for
            number += 1
            print(f"{target}: {error!r:.300}", flush=True)
            if number >= 20:
                break
    print(f"{target}: {tried} inputs", flush=True)
    return min(number, 1)


def _with_atheris(target: str, seconds: float, keep: Path, folder: Path) -> int:
    import atheris

    with atheris.instrument_imports(include=["kiosk", "yaml", "zipfile", "csv", "ruamel"]):
        from tests.fuzz.targets import TARGETS
    from tests.fuzz.seeds import write_corpus

    corpus = folder / "corpus"
    dictionary = write_corpus(target, corpus)
    keep.mkdir(parents=True, exist_ok=True)
    count = 0

    def try_one(data: bytes) -> None:
        nonlocal count
        count += 1
        place = folder / str(count)
        place.mkdir()
        try:
            TARGETS[target](data, place)
        except Exception:
            (keep / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
            raise
        finally:
            _empty(place)

    options = {
        "max_total_time": round(seconds),
        "timeout": LONGEST_S,
        "rss_limit_mb": MOST_MB,
        "max_len": 20_000,
        "dict": dictionary,
        "artifact_prefix": f"{keep}/",
        "print_final_stats": 1,
        "verbosity": 0,
    }
    atheris.Setup([target, *(f"-{name}={value}" for name, value in options.items()), str(corpus)], try_one)
    atheris.Fuzz()
    return 0


def _empty(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _in_memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a disk in memory


if __name__ == "__main__":
    sys.exit(main())
