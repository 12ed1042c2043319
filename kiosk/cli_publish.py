"""The command that publishes bundles: into a folder from which kiosks take them, all at once or group by group."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.exhibition.problems import printable
from kiosk.terminal import config_option, configured_key, fail_refused, json_option, megabytes, print_json, secret_key

if TYPE_CHECKING:
    from kiosk.staff.bundles.index import Index, Shelved, Stage
    from kiosk.staff.bundles.secret_key import SecretKey

_GROUP = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")


def _groups(_context: click.Context, _parameter: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    for group in words:
        if not _GROUP.fullmatch(group):
            raise click.BadParameter(f'"{group}" is no name of a group: small letters, digits and hyphens.')
    return tuple(dict.fromkeys(words))


@click.command()
@click.argument("places", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="[BUNDLE] FOLDER")
@click.option("--key", "key_file", type=click.Path(path_type=Path), metavar="FILE", help="The key of kiosk keygen.")
@click.option("--group", "groups", multiple=True, callback=_groups, metavar="GROUP", help="Only kiosks of this group.")
@click.option(
    "--generation", type=click.IntRange(1, 2_000_000_000), metavar="N", help="One that was published here before."
)
@click.option("--older", is_flag=True, help="Have kiosks go back that show something newer.")
@click.option("--tidy", is_flag=True, help="Remove bundles that no kiosk is told to show any more.")
@click.option("--list", "listing", is_flag=True, help="Only tell what is published there.")
@config_option
@json_option
def publish(
    places: tuple[Path, ...],
    key_file: Path | None,
    groups: tuple[str, ...],
    generation: int | None,
    older: bool,
    tidy: bool,
    listing: bool,
    config: Path | None,
    as_json: bool,
) -> None:
    """Put BUNDLE into FOLDER, and say in the index there which kiosks show it from now on.

    Something else copies that folder to the kiosks: Syncthing, rsync, a drive of the network, a stick. Kiosks with
    take: index in their config.yaml install what the index says for their group. Without --group it is for all.
    Without BUNDLE, with --generation, kiosks are told of one that was published before.

    Leaves with 0 when it is published, 1 when the disk refuses, 3 when something is refused; then nothing has changed.
    """
    from kiosk.staff.bundles.publishing import Wish, stage
    from kiosk.staff.bundles.publishing import publish as put
    from kiosk.staff.bundles.refusal import BundleRefused

    bundle, folder = _meant(places, generation, listing=listing)
    try:
        if listing:
            _tell(folder, config, as_json)
            return
        key, now = _key(key_file), dt.datetime.now(dt.UTC)
        wish = Wish(groups=groups, older=older, tidy=tidy)
        if bundle:
            index, shelved = put(bundle, folder, key, wish, now)
        else:
            index, shelved = stage(generation or 0, folder, key, wish, now)
    except BundleRefused as refused:
        fail_refused(refused, as_json)
    if as_json:
        print_json({"exit_code": 0, "folder": folder, "file": shelved.file, "index": index})
        return
    whose = f"kiosks of {', '.join(groups)}" if groups else "all kiosks"
    click.echo(f"{folder / shelved.file}")
    click.echo(f"{printable(shelved.title)}, generation {shelved.generation}, is what {whose} are told to show now.")


def _meant(places: tuple[Path, ...], generation: int | None, *, listing: bool) -> tuple[Path | None, Path]:
    bundles = 0 if listing or generation else 1
    if len(places) != bundles + 1:
        how = ("FOLDER --list", "FOLDER --generation N", "BUNDLE FOLDER")
        raise click.UsageError("Write one of these: " + ", ".join(f"kiosk publish {each}" for each in how))
    return (places[0] if bundles else None), places[-1]


def _key(file: Path | None) -> SecretKey:
    if file is None:
        raise click.UsageError("With which key? --key FILE, as kiosk keygen has made it: kiosks believe nobody else.")
    return secret_key(file)


def _tell(folder: Path, config: Path | None, as_json: bool) -> None:
    from kiosk.staff.bundles.index import read_index
    from kiosk.staff.bundles.publishing import is_here

    found = read_index(folder, configured_key(config))
    index = found.index
    here = {each.file: is_here(folder, each) for each in index.bundles}
    if as_json:
        print_json({"exit_code": 0, "file": found.file, "signer": found.signer, "index": index, "here": here})
        return
    signed = {"ours": "signed with this computer's key", "other": "its signature was not compared"}
    click.echo(
        f"{found.file}: published {index.published:%Y-%m-%d %H:%M} UTC, {signed.get(found.signer, 'not signed')}"
    )
    for each in sorted(index.bundles, key=lambda each: each.made):
        where = "" if here[each.file] else click.style("  not here as a whole", fg="yellow")
        click.echo(f"{_line(each)}  {_shown_by(index, each)}{where}")


def _line(each: Shelved) -> str:
    return f"{each.generation:5}  {printable(each.title)}  {each.made:%Y-%m-%d}  {megabytes(each.size)}"


def _shown_by(index: Index, shelved: Shelved) -> str:
    """Who is told to show it."""
    stages: dict[str, Stage | None] = {**index.groups, "all others" if index.groups else "all": index.everyone}
    told = [
        f"{name}{' (also back)' if each.back else ''}"
        for name, each in stages.items()
        if each and each.file == shelved.file
    ]
    return ", ".join(told) or "nobody"
