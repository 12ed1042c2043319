"""An import from end to end: what was read becomes a manifest, pictures beside it, and a report."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.disk import replace_file
from kiosk.exhibition.file_names import storable
from kiosk.exhibition.guarded_yaml import Refusal
from kiosk.exhibition.manifest import MANIFEST
from kiosk.exhibition.problems import printable
from kiosk.staff.importing import memory as memories
from kiosk.staff.importing.assembling import Assembly, assemble, first_words
from kiosk.staff.importing.draft import Kind, NotImported, Origin, Remark
from kiosk.staff.importing.manifest_text import ManifestText
from kiosk.staff.importing.memory import Memory
from kiosk.staff.importing.pictures import Pictures
from kiosk.staff.importing.updating import Counts, Update, new_manifest, remember
from kiosk.staff.inspection import to_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from kiosk.staff.importing.draft import Source
    from kiosk.staff.importing.options import Options

BACKUP = "manifest.before-import.yaml"
REPORT = "import-report.html"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did. `works` are those of the source; `counts` tell what became of them.

    `themes` are names and numbers of works. `backup` is the manifest as it was before, where it has changed. `updated`
    is False for a new exhibition.
    """

    source: Path
    manifest: Path
    backup: Path | None
    updated: bool
    title: str
    rows: int
    things: str
    read_as: tuple[tuple[str, str], ...]
    works: int
    counts: Counts
    themes: tuple[tuple[str, int], ...]
    languages: tuple[str, ...]
    pictures: int
    copied: int
    linked: int
    remarks: tuple[Remark, ...]


def import_source(
    source: Source, folder: Path, options: Options, today: date, progress: Callable[[int, int], None] = to_nobody
) -> Outcome:
    """Write `source` as an exhibition into `folder`, or bring the one there up to date. `progress` counts pictures.

    Nothing is half written: pictures are copied beside their places first, and the manifest takes the old one's place
    in one step, last. Raises `NotImported`.
    """
    if not source.drafts:
        raise NotImported(
            Origin(source.file.name),
            "There is no work in it.",
            f"Look at its {source.things}, and name another source.",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _imported(source, folder, options, today, progress)
    except OSError as error:
        name = Path(error.filename) if isinstance(error.filename, str) else folder
        ours = name.absolute().is_relative_to(folder.absolute())
        remedy = "Check the disk and the rights of the folder." if ours else "Check its rights, or copy it again."
        reason = os.strerror(error.errno) if error.errno else str(error)
        message = f"This cannot be {'written' if ours else 'read'}: {reason}."
        raise NotImported(Origin(printable(str(name))), message, remedy) from error


def _imported(
    source: Source, folder: Path, options: Options, today: date, progress: Callable[[int, int], None]
) -> Outcome:
    manifest = folder / MANIFEST
    old = manifest.read_bytes() if manifest.is_file() else None
    text = _text_of(manifest, old) if old is not None else None
    remarks: list[Remark] = []
    memory = _memory(folder, text, remarks)
    files = [draft.picture for draft in source.drafts if draft.picture]
    pictures = Pictures(folder, files, memory, link=options.link)
    ids = [str(work["id"]) for work in text.works if work.get("id")] if text else []
    assembly = assemble(source, options, memory, ids, _themes_left_out(text, memory), pictures.names)
    where = Origin(source.file.name)
    counts = Counts(new=len(assembly.works))
    if text is None:
        content = new_manifest(assembly, _heading(source, today))
    else:
        update = Update(text, assembly, memory, where)
        content, counts = update.run(remove_missing=options.remove_missing), update.counts
        remarks += update.remarks
    kept = msgspec.structs.replace(
        remember(assembly, memory, storable(source.file.name), assembly.themes.ids),
        pictures={**memory.pictures, **pictures.memory},
    )
    try:
        pictures.stage(progress)
        _refuse_changed(manifest, old)
        pictures.put()
        backup = _replace(manifest, old, content.encode())
        replace_file(folder / memories.FILE, memories.packed(kept))
    finally:
        pictures.end()
    remarks += _places_told(pictures, source.file.name)
    if options.link and pictures.copied:
        remarks.append(_not_linked(pictures.copied, where))
    return Outcome(
        source=source.file,
        manifest=manifest,
        backup=backup,
        updated=text is not None,
        title=_title(assembly),
        rows=source.rows,
        things=source.things,
        works=len(assembly.works),
        counts=counts,
        read_as=source.read_as,
        themes=_themes(assembly),
        languages=source.facts.languages,
        pictures=len(pictures.names),
        copied=pictures.copied,
        linked=pictures.linked,
        remarks=(*source.remarks, *assembly.remarks, *remarks),
    )


def _text_of(manifest: Path, content: bytes) -> ManifestText:
    try:
        text = ManifestText(content)
    except Refusal as refusal:
        raise NotImported(
            Origin(manifest.name, refusal.place.line),
            f"The manifest that is there cannot be read, so it is not changed. {refusal.message}",
            refusal.remedy,
        ) from refusal
    if not text.data:
        raise NotImported(
            Origin(manifest.name), "The manifest that is there is none, so it is not changed.", "Name another folder."
        )
    return text


def _memory(folder: Path, text: ManifestText | None, remarks: list[Remark]) -> Memory:
    if text is None:
        return Memory()
    memory = memories.recall(folder)
    if memory is None:
        message = (
            "It is not known what was imported here before, so everything in the manifest counts as written by hand."
        )
        remarks.append(Remark(Kind.DOUBTFUL, "no-memory", Origin(MANIFEST), message, f"Keep the file {memories.FILE}."))
    return memory or Memory()


def _themes_left_out(text: ManifestText | None, memory: Memory) -> set[str]:
    if text is None:
        return set()
    themes = text.data.get("themes")
    return set(memory.themes.values()) - set(themes if isinstance(themes, dict) else ())


def _heading(source: Source, today: date) -> tuple[str, ...]:
    name = "".join(letter if letter.isprintable() else "?" for letter in source.file.name)
    return (
        f"Imported from {name} on {today.isoformat()}; {REPORT} tells what was dropped, guessed and doubtful.",
        "",
        "Change here what you like: importing again takes over what has changed in the source, and keeps what was",
        "changed by hand. `kiosk check` tells what is wrong, docs/manifest.md every key.",
        "Text is either words, the same in every language, or words by language: {en: Harvest, ru: Урожай}.",
    )


def _title(assembly: Assembly) -> str:
    return first_words(assembly.exhibition.get("title", ""))


def _themes(assembly: Assembly) -> tuple[tuple[str, int], ...]:
    counts = Counter(theme for work in assembly.works for theme in work.values.get("themes", ()))
    return tuple((first_words(name), counts[theme]) for theme, name in assembly.themes.names.items())


def _places_told(pictures: Pictures, source: str) -> Iterable[Remark]:
    """Pictures whose files say where they were taken, perhaps in the house of whoever lends a work."""
    for file in pictures.cleared:
        message = "Where it was taken (GPS) is left out of the copy; the picture that you have still says so."
        yield Remark(Kind.DROPPED, "gps", Origin(source, part=storable(file.name)), message)
    for file in pictures.placed:
        message = "Its file says where it was taken (GPS). No visitor sees that, but a bundle carries it along."
        remedy = "If nobody should know: take it out of the file (exiftool -gps:all= -xmp:gps*=), or copy it, not link."
        yield Remark(Kind.DOUBTFUL, "gps-stays", Origin(source, part=storable(file.name)), message, remedy)


def _not_linked(copied: int, where: Origin) -> Remark:
    several = "pictures were" if copied > 1 else "picture was"
    message = f"{copied:,} {several} copied, because links do not reach from one disk to another."
    return Remark(Kind.GUESSED, "copied", where, message)


def _refuse_changed(manifest: Path, old: bytes | None) -> None:
    """Refuse to replace a manifest that somebody has changed since it was read: copying pictures takes its time."""
    if (manifest.read_bytes() if manifest.is_file() else None) != old:
        raise NotImported(
            Origin(manifest.name), "The manifest was changed while the import went on, so it is left.", "Import again."
        )


def _replace(manifest: Path, old: bytes | None, new: bytes) -> Path | None:
    """Put the new manifest in the place of the old one, which is kept; nothing is touched where both are the same."""
    if old == new:
        return None
    backup = None
    if old is not None:
        backup = manifest.with_name(BACKUP)
        replace_file(backup, old)
    replace_file(manifest, new)
    return backup
