"""The commands about bundles: packing an exhibition into one file, installing it, and going back."""

from __future__ import annotations

import datetime as dt
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from kiosk.exhibition.places import find_config
from kiosk.terminal import (
    UNUSABLE,
    config_option,
    configured_key,
    fail,
    fail_refused,
    json_option,
    megabytes,
    number,
    print_json,
    print_problems,
    secret_key,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.staff.bundles.contents import Bundle
    from kiosk.staff.bundles.installing import Installed
    from kiosk.staff.inspection import Progress


@click.command()
@click.argument("exhibition", type=click.Path(path_type=Path))
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), metavar="FILE", help="Such as spring.kiosk.")
@click.option(
    "--generation", type=click.IntRange(1, 2_000_000_000), metavar="N", help="Its number; else one more than the last."
)
@click.option(
    "--key", "key_file", type=click.Path(path_type=Path), metavar="FILE", help="Sign it with this key of kiosk keygen."
)
@click.option("--quick", is_flag=True, help="Look at the pictures' headers only, for thousands of works.")
@json_option
def pack(
    exhibition: Path, file: Path | None, generation: int | None, key_file: Path | None, quick: bool, as_json: bool
) -> None:
    """Put an exhibition into one file, to be carried to a kiosk and installed there.

    It is checked first. Leaves with 0 when the file is made, 1 when it cannot be written, 2 when nothing in the
    exhibition can be shown, 3 when something in it does not belong into a bundle.
    """
    from kiosk.staff.bundles.packing import Unusable, Wanted
    from kiosk.staff.bundles.packing import pack as make
    from kiosk.staff.bundles.refusal import BundleRefused

    key = secret_key(key_file) if key_file else None
    target = file or Path(f"{_title_of(exhibition)}.kiosk")
    try:
        made = make(
            exhibition,
            target,
            dt.datetime.now(dt.UTC),
            Wanted(generation, key, quick),
            _counting("file"),
            _counting("picture"),
        )
    except Unusable as unusable:
        if as_json:
            print_json({"exit_code": UNUSABLE, "problems": unusable.report.problems})
            sys.exit(UNUSABLE)
        print_problems(unusable.report.problems)
        fail("Nothing in it can be shown, so no bundle was made.", UNUSABLE)
    except BundleRefused as refused:
        fail_refused(refused, as_json)
    bundle = made.bundle
    if as_json:
        print_json(
            {"exit_code": 0, "file": made.file, "signed": made.signed, "problems": made.problems, **_facts(bundle)}
        )
        return
    print_problems(made.problems)
    files = number(len(bundle.files), "file")
    signed = ", signed" if made.signed else ""
    click.echo(
        f"{made.file}: {bundle.title}, generation {bundle.generation}, {files}, {megabytes(bundle.size)}{signed}"
    )
    click.echo(f"Install it on the kiosk:  kiosk install {made.file.name}")


@click.command()
@click.argument("bundle", required=False, type=click.Path(path_type=Path, readable=False))  # who reads it says why not
@click.option("--older", is_flag=True, help="Also when what is shown is newer.")
@click.option("--signed", "signed_only", is_flag=True, help="Only when it is signed with the key in config.yaml.")
@config_option
@json_option
def install(bundle: Path | None, older: bool, signed_only: bool, config: Path | None, as_json: bool) -> None:
    """Show the exhibition in BUNDLE, a file that kiosk pack has made, from now on.

    Without BUNDLE it is the one on a USB stick or in a watched folder that is newer than what is shown.
    What was shown before is kept: kiosk rollback goes back to it. Leaves with 0 when it is installed, 1 when the disk
    refuses, 3 when the bundle is refused; then nothing has changed.
    """
    from kiosk.staff.bundles.installing import install as put_up
    from kiosk.staff.bundles.store import Store

    key = configured_key(config)
    file = bundle or _plugged_in(config)

    def do() -> Installed:
        return put_up(file, Store(), key, older=older, signed_only=signed_only, leaves=True, progress=_counting("file"))

    _told(do, config, as_json)


@click.command()
@config_option
@json_option
def rollback(config: Path | None, as_json: bool) -> None:
    """Show the exhibition again that was shown before the last one was installed."""
    from kiosk.staff.bundles.installing import roll_back
    from kiosk.staff.bundles.store import Store

    _told(lambda: roll_back(Store()), config, as_json)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--no-password", is_flag=True, help="Whoever has the file can sign with it.")
def keygen(file: Path, no_password: bool) -> None:
    """Make a key to sign bundles with: FILE.key, which stays with whoever packs, and FILE.pub, for the kiosks.

    They are keys of minisign's kind; those that minisign itself makes serve as well.
    """
    from kiosk.staff.bundles import secret_key

    file = file if file.suffix == secret_key.SUFFIX else file.with_name(file.name + secret_key.SUFFIX)
    password = "" if no_password else click.prompt("A password for the key", hide_input=True, confirmation_prompt=True)
    key = secret_key.new_key()
    try:
        public = secret_key.write_key(key, file, password)
    except FileExistsError as error:
        fail(f'"{error.filename}" is there already; a key is never overwritten. Name another.')
    except OSError as error:
        fail(f'"{file}" cannot be written: {error.strerror or error}.')
    click.echo(f"{file}  to sign with: kiosk pack EXHIBITION --key {file}. Keep it secret, and a copy of it safe.")
    click.echo(f"{public}  for the kiosks. In each config.yaml:\n\nbundles:\n  key: {key.public}\n  take: signed")


def _told(do: Callable[[], Installed], config: Path | None, as_json: bool) -> None:
    """Do it, and tell what is shown now, or why nothing has changed."""
    from kiosk.staff.bundles.refusal import BundleRefused
    from kiosk.staff.bundles.signing import Signer

    try:
        done = do()
    except BundleRefused as refused:
        fail_refused(refused, as_json)
    bundle, before, other = done.bundle, done.before, _shown_instead(config or find_config())
    if as_json:
        told = {"exit_code": 0, "already": done.already, "signer": done.signer, **_facts(bundle)}
        print_json(told | {"before": _facts(before) if before else None, "shown_instead": other})
        return
    signed = {Signer.OURS: " It is signed with this kiosk's key.", Signer.OTHER: " Its signature is not known here."}
    what = f"{bundle.title}, generation {bundle.generation} of {bundle.made:%Y-%m-%d}"
    now = "was installed already" if done.already else "is installed" if other else "is shown from now on"
    click.echo(f"{what}, {now}.{signed.get(done.signer, '')}")
    if before and not done.already:
        click.echo(f"Before: {before.title}, generation {before.generation}. Back to it:  kiosk rollback")
    if other:
        click.echo(f"It is not shown: config.yaml names {other}. Write exhibition: installed there instead.")


def _facts(bundle: Bundle) -> dict[str, object]:
    facts = msgspec.structs.asdict(bundle)
    return facts | {"files": len(bundle.files), "bytes": bundle.size}


def _title_of(exhibition: Path) -> str:
    """What a bundle is called when nobody says: as the folder of its exhibition."""
    from kiosk.exhibition.manifest import manifest_file

    return manifest_file(exhibition).parent.name or "exhibition"


def _shown_instead(config: Path | None) -> Path | None:
    """The exhibition that the configuration names in place of what is installed; None where it names none."""
    from kiosk.exhibition.config import read_config
    from kiosk.exhibition.installed import current_exhibition

    named = read_config(config).config.exhibition if config else None
    return None if named == current_exhibition() else named


def _plugged_in(config: Path | None) -> Path:
    """The one bundle that may be meant where none is named; leaves where there is none, or a choice."""
    from kiosk.exhibition.config import Config, read_config
    from kiosk.staff.bundles.store import Store
    from kiosk.staff.bundles.watching import Watch

    named = config or find_config()
    settings = read_config(named).config if named else Config()
    watch = Watch(settings.bundles, Store(), time.monotonic, settled_s=0, groups=settings.fleet.groups)
    watch.scan()
    offers = watch.offers()
    if not offers:
        print_problems(watch.problems)
        looked, shown = ", ".join(map(str, watch.folders())) or "no stick is plugged in", Store().current
        than = f" than {shown.title}, generation {shown.generation}," if shown else ""
        fail(f"No newer bundle{than} was found ({looked}). Put in the stick, or name the file: kiosk install FILE")
    if len(offers) > 1:
        click.echo("Several bundles are newer than what is shown:", err=True)
        for offer in offers:
            click.echo(f"  {offer.file}: {offer.bundle.title}, generation {offer.bundle.generation}", err=True)
        fail("Name the one you want: kiosk install FILE")
    click.echo(f"{offers[0].file}")
    return offers[0].file


def _counting(thing: str) -> Progress:
    """A line that counts, on a terminal."""

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty() and (done % 10 == 0 or done == total):
            click.echo(f"\r{done:,} of {number(total, thing)}", err=True, nl=done == total)

    return tell
