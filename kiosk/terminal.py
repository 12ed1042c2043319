"""What the commands have in common: the arguments they take and how they print."""

from __future__ import annotations

import contextlib
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
import msgspec

from kiosk.exhibition.file_names import storable
from kiosk.staff.pace import Pace, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kiosk.exhibition.problems import Problem
    from kiosk.exhibition.public_key import PublicKey
    from kiosk.staff.bundles.refusal import BundleRefused
    from kiosk.staff.bundles.secret_key import SecretKey
    from kiosk.staff.inspection import Progress

COLOURS = {"error": "red", "warning": "yellow", "hint": "cyan"}
UNUSABLE = 2
"""Exit code for an exhibition of which nothing can be shown."""
REFUSED = 3
"""Exit code for a bundle or a key that is refused."""
_REDRAW_S = 0.1


def size(words: str) -> tuple[int, int]:
    """Width and height in pixels, such as 1366x768."""
    found = re.fullmatch(r"(\d{3,5})[x×](\d{3,5})", words.strip().lower())
    if not found:
        raise click.BadParameter(f"{words} is no size. Write width x height in pixels, such as 1366x768.")
    return int(found[1]), int(found[2])


def _unpacked(_context: click.Context, _parameter: click.Parameter, exhibition: Path | None) -> Path | None:
    """The exhibition that was named; that of a bundle is unpacked first."""
    if exhibition is None or exhibition.suffix.lower() != ".kiosk" or exhibition.is_dir() or not exhibition.exists():
        return exhibition
    from kiosk.staff.bundles.refusal import BundleRefused  # noqa: PLC0415 - most exhibitions are folders
    from kiosk.staff.bundles.viewing import unpacked  # noqa: PLC0415 - see above

    try:
        return unpacked(exhibition)
    except BundleRefused as refused:
        print_problems([refused.problem])
        sys.exit(UNUSABLE)


class Way(click.ParamType[Path]):
    """A path as it is written. Click's own looks whether it is there, and waits for a drive that does not answer."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002
        """The path, not looked at."""
        return Path(value)


exhibition_argument = click.argument("exhibition", required=False, type=Way(), callback=_unpacked)
config_option = click.option(
    "--config", type=Way(), metavar="FILE", help="The config.yaml to use instead of the usual one."
)
json_option = click.option("--json", "as_json", is_flag=True, help="For programs to read.")


def print_json(data: dict[str, Any]) -> None:
    """Print data as JSON that people can read, too."""
    plain = _storable(msgspec.to_builtins(data, enc_hook=str))
    click.echo(msgspec.json.format(msgspec.json.encode(plain)))


def _storable(value: Any) -> Any:
    """Plain data in which bytes of files' names that are no text are replaced."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {_storable(key): _storable(each) for key, each in value.items()}
    return [_storable(each) for each in value] if isinstance(value, list | tuple) else value


def print_problems(problems: Iterable[Problem]) -> None:
    """Print each problem with its place, reason and remedy."""
    for problem in problems:
        kind = click.style(f"{problem.severity:8}", fg=COLOURS[problem.severity])
        field = f"{problem.field}: " if problem.field else ""
        place = f"{click.style(problem.place, dim=True)}\n" if problem.place else ""
        click.echo(f"{place}  {kind} {field}{problem.message}\n           {problem.remedy}")


@contextlib.contextmanager
def progress(total: int, things: str, clock: Callable[[], float] = time.monotonic) -> Iterator[Progress]:
    """What hears how many of `total` things are done: a bar with the time left, or elsewhere a line every tenth."""
    pace = Pace(total, clock())
    told, told_at = 0, clock()

    def line(done: int, _total: int) -> None:
        nonlocal told
        left = in_words(pace.left_s(done, clock()))
        if done * 10 // total > told:
            told = done * 10 // total
            click.echo(f"{told * 10:3} %: {done:,} of {total:,} {things}{left and f', {left}'}", err=True)

    if not sys.stderr.isatty():
        yield line
        return
    with click.progressbar(
        length=total,
        label=things.capitalize(),
        show_eta=False,
        show_pos=True,
        item_show_func=_as_it_is,
        file=sys.stderr,
    ) as bar:

        def move(done: int, _total: int) -> None:
            nonlocal told, told_at
            left, now = pace.left_s(done, clock()), clock()
            if now - told_at >= _REDRAW_S or done == total:
                bar.update(done - told, in_words(left))
                told, told_at = done, now

        yield move


def _as_it_is(words: str | None) -> str:
    return words or ""


def number(count: int, thing: str) -> str:
    """A count and what is counted, such as "1,234 works"."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def megabytes(count: int) -> str:
    """A number of bytes, such as "1,234.5 MB"."""
    return f"{count / 1e6:,.1f} MB"


def fail(message: str, code: int = 1) -> NoReturn:
    """Say why and leave."""
    click.echo(message, err=True)
    sys.exit(code)


def fail_refused(refused: BundleRefused, as_json: bool) -> NoReturn:
    """Say why, and leave: 1 when the disk is at fault, 3 when the bundle is."""
    from kiosk.staff.bundles.refusal import FAULTS_OF_THE_MACHINE  # noqa: PLC0415 - see above

    code = 1 if refused.problem.rule in FAULTS_OF_THE_MACHINE else REFUSED
    if as_json:
        print_json({"exit_code": code, "problems": [refused.problem]})
    else:
        print_problems([refused.problem])
    sys.exit(code)


def configured_key(config: Path | None) -> PublicKey | None:
    """The key that this kiosk believes; what is wrong with how it is configured is told."""
    from kiosk.exhibition.config import read_config  # noqa: PLC0415 - few commands ask
    from kiosk.exhibition.places import find_config  # noqa: PLC0415 - see above
    from kiosk.staff.bundles.watching import public_key  # noqa: PLC0415 - see above

    file = config or find_config()
    if file is None:
        return None
    reading = read_config(file)
    for problem in reading.problems:
        if problem.field.startswith("bundles") or problem.field == "":
            click.echo(f"{problem}", err=True)
    return public_key(reading.config.bundles)


def secret_key(file: Path) -> SecretKey:
    """The key in a file; its password is asked for. Leaves where there is none that can be used."""
    from kiosk.staff.bundles.secret_key import NotAKey, has_password, read_key  # noqa: PLC0415 - see above

    try:
        password = click.prompt("Password of the key", hide_input=True) if has_password(file) else ""
        return read_key(file, password)
    except NotAKey as no:
        fail(f'"{file}" is not used: {no}. Name the .key file that `kiosk keygen` made.', REFUSED)
