"""A folder of pictures as a source of works: one work a picture, in the natural order of their names."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.text import UNTAGGED, Text, plain
from kiosk.pictures.reading.embedded.blocks import read_blocks
from kiosk.pictures.refusal import Refused
from kiosk.staff.importing.draft import Draft, Facts, Field, Kind, NotImported, Origin, Remark, Source
from kiosk.staff.importing.files_below import MOST_FILES, files_below
from kiosk.staff.importing.folder.labels import Label, in_one_line, label_of, written_in
from kiosk.staff.importing.folder.xmp import MAX_BYTES, merged
from kiosk.staff.importing.markup import tidy
from kiosk.staff.importing.memory import Imported
from kiosk.staff.importing.texts import few_words_in, joined, offer_of, said
from kiosk.staff.remarks import PICTURE_ENDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.staff.importing.draft import Value

_BETWEEN = {Field.DESCRIPTION: "\n\n", Field.CREDIT: "\n", Field.RIGHTS: "\n", Field.ALT: "\n"}
_NUMBERED = re.compile(r"(\d+)")
_COPY = re.compile(r"[_-]+")
_IGNORED = frozenset(
    ("thumbs.db", "desktop.ini", "manifest.yaml", "manifest.before-import.yaml", "config.yaml", "import-report.html")
)
"""What systems and this program put into folders."""
_PHOTOGRAPHERS = "If the photographs themselves are the works, import them again with --photographs."


class _Work(msgspec.Struct, frozen=True):
    """A picture and the label in it."""

    file: Path
    name: str
    label: Label
    guessed_title: str = ""


def read_folder(folder: Path, without: Path | None = None, *, photographs: bool = False) -> Source:
    """The works of the pictures in and below `folder`, without those in the folder `without`. Raises `NotImported`.

    What earlier imports have put there is left aside, so that a folder may be made an exhibition in its own place.
    With `photographs` these are the works themselves, not pictures of works: who took one is its creator.
    """
    folder = folder.absolute()
    origin = Origin(folder.name)
    try:
        files = sorted(files_below(folder, without), key=lambda file: natural(file.relative_to(folder).as_posix()))
    except OSError as error:
        message = f'"{folder.name}" cannot be read: {error.strerror or error}.'
        raise NotImported(origin, message, "Check the name and the rights of the folder.") from error
    imported = Imported(folder)
    reading = _Reading(folder, [file for file in files if file not in imported], photographs=photographs)
    if len(files) >= MOST_FILES:
        message = f"There are more than {MOST_FILES:,} files; the others were not looked at."
        reading.remarks.append(Remark(Kind.DROPPED, "too-many-files", origin, message, "Import folder by folder."))
    works = tuple(reading.works())
    if not works:
        message = f'There is no picture in "{folder.name}".'
        raise NotImported(origin, message, "Put JPEG, PNG, WebP, AVIF, TIFF, GIF or BMP files there.")
    languages, others = offer_of(Text(), ((*work.label.fields.values(), *work.label.themes) for work in works))
    if others:
        reading.remarks.append(few_words_in(others, origin))
    return Source(
        file=folder,
        drafts=tuple(_draft(work, folder.name, key, languages) for work, key in zip(works, _keys(works), strict=True)),
        rows=len(works),
        things="pictures",
        remarks=tuple(reading.remarks),
        facts=Facts(languages=languages),
    )


class _Reading:
    """One import, and what there is to say about it."""

    def __init__(self, folder: Path, files: Iterable[Path], *, photographs: bool) -> None:
        self.remarks: list[Remark] = []
        self._photographs = photographs
        self._folder = folder
        self._files = tuple(files)
        self._sidecars = {_folded(file): file for file in self._files if file.suffix.lower() == ".xmp"}
        self._used: set[Path] = set()

    def works(self) -> Iterator[_Work]:
        for file in self._files:
            if file.suffix.lower() in PICTURE_ENDINGS:
                work = self._work(file)
                if work is not None:
                    yield work
        self._tell_others()

    def _work(self, file: Path) -> _Work | None:
        name = file.relative_to(self._folder).as_posix()
        origin = Origin(self._folder.name, part=name)
        try:
            blocks = read_blocks(file, self._folder)
        except Refused as refused:
            self.remarks.append(Remark(Kind.DROPPED, refused.rule, origin, refused.message, refused.remedy))
            return None
        sidecar = self._sidecar(file)
        values, sound = merged((*sidecar, *blocks.xmp))
        if blocks.incomplete or not sound:
            message = "Some of what is written in the file is broken or far too long; that part is left out."
            remedy = "Compare its label with what your catalogue says."
            self.remarks.append(Remark(Kind.DOUBTFUL, "broken-notes", origin, message, remedy))
        label = label_of(written_in(blocks, values))
        label = _as_photograph(label) if self._photographs else label
        guess = "" if label.fields.get(Field.TITLE) else title_from(file)
        self._tell(label, guess, origin)
        return _Work(file, name, label, guess)

    def _sidecar(self, file: Path) -> tuple[bytes, ...]:
        """The packet beside a picture, called as the picture with or without its ending; it is newer than the file."""
        for name in (f"{_folded(file)}.xmp", f"{_folded(file.with_suffix(''))}.xmp"):
            found = self._sidecars.get(name)
            if found is None:
                continue
            self._used.add(found)
            try:
                with found.open("rb") as packet:
                    return (packet.read(MAX_BYTES + 1),)
            except OSError as error:
                origin = Origin(self._folder.name, part=found.relative_to(self._folder).as_posix())
                message = f"It cannot be read: {error.strerror or error}."
                self.remarks.append(
                    Remark(Kind.DROPPED, "unreadable", origin, message, "Check the rights of the file.")
                )
        return ()

    def _tell(self, label: Label, guess: str, origin: Origin) -> None:
        if guess:
            message = f'No title is written in the file; "{guess}" is taken from its name.'
            self.remarks.append(Remark(Kind.GUESSED, "title-from-name", origin, message, "Write its title."))
        if label.photographers and not label.fields.get(Field.CREATOR):
            names = in_one_line(label.photographers)
            message = f"{names} is named as its author: taken for the photographer, not the artist."
            self.remarks.append(Remark(Kind.GUESSED, "photographer", origin, message, _PHOTOGRAPHERS))
        if label.places:
            message = f'The place "{", ".join(label.places)}" has no line on a label.'
            self.remarks.append(Remark(Kind.DROPPED, "place", origin, message))
        for rule in label.rules:
            kind, words, remedy = _RULES[rule]
            self.remarks.append(Remark(kind, rule, origin, words, remedy))

    def _tell_others(self) -> None:
        for file in self._files:
            ending = file.suffix.lower()
            ignored = ending in PICTURE_ENDINGS or file in self._used or file.name.lower() in _IGNORED
            if ignored:
                continue
            origin = Origin(self._folder.name, part=file.relative_to(self._folder).as_posix())
            if ending == ".xmp":
                message, remedy = "There is no picture with its name beside it.", "Call both alike."
                self.remarks.append(Remark(Kind.DROPPED, "lonely-sidecar", origin, message, remedy))
            else:
                message = "It is no picture of a kind that is shown."
                remedy = "If it should be shown, save it as JPEG, PNG, WebP, AVIF or TIFF."
                self.remarks.append(Remark(Kind.DROPPED, "other-file", origin, message, remedy))


_RULES = {
    "several-artworks": (
        Kind.DOUBTFUL,
        "Several artworks are described in the file; the label is that of the first.",
        "Add the others by hand.",
    ),
    "cut-caption": (
        Kind.DOUBTFUL,
        "The description ends at the 2,000 characters that an IPTC caption may have.",
        "Look whether its end is missing.",
    ),
    "camera-words": (Kind.DROPPED, "What the camera wrote as a description says nothing of the picture.", ""),
    "other-description": (
        Kind.DROPPED,
        "The description of the artwork is shown; that of the photograph is left out.",
        "Compare both.",
    ),
}


def _as_photograph(label: Label) -> Label:
    """The label of a photograph that is a work itself."""
    own = {Field.CREATOR: plain(in_one_line(label.photographers)), Field.DATE: plain(label.taken)}
    fields = {**label.fields, **{field: text for field, text in own.items() if text and field not in label.fields}}
    return msgspec.structs.replace(label, fields=fields, photographers=())


def _keys(works: Sequence[_Work]) -> Iterator[str]:
    """What works are called: as their files, the endings left aside where that leaves no two alike."""
    names = [work.name.removesuffix(work.file.suffix) for work in works]
    counts = Counter(name.casefold() for name in names)
    for work, name in zip(works, names, strict=True):
        yield name if counts[name.casefold()] == 1 else work.name


def _draft(work: _Work, folder: str, key: str, languages: tuple[str, ...]) -> Draft:
    values: dict[Field, Value] = {}
    for field, text in work.label.fields.items():
        if field is Field.ACCESSION:
            values[field] = text.words(next(iter(languages), UNTAGGED), languages)
        else:
            values[field] = said(text, languages, _BETWEEN.get(field, "; "))
    if work.guessed_title:
        values[Field.TITLE] = work.guessed_title
    if work.label.photographers:
        photo = plain(f"Photo: {in_one_line(work.label.photographers)}")
        known = work.label.fields.get(Field.CREDIT, Text())
        if not any(
            name.casefold() in words.casefold() for name in work.label.photographers for _, words in known.by_language
        ):
            values[Field.CREDIT] = said(joined((known, photo)), languages)
    return Draft(
        origin=Origin(folder, part=work.name),
        key=key,
        picture=work.file,
        picture_named=work.name,
        values=values,
        themes=tuple(said(theme, languages) for theme in work.label.themes),
    )


def title_from(file: Path) -> str:
    """A title from a file's name: `03_the-harvest.jpg` is called "The harvest"; a number alone stays one.

    Empty where there is no letter in it that can be shown.
    """
    stem = tidy(file.stem)
    words = _COPY.sub(" ", stem).strip()
    title = re.sub(r"^\d{1,4}[ .)]+(?=\D)", "", words) or words or stem
    return title[:1].upper() + title[1:] if title.islower() else title


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts as people count: `2.jpg` before `10.jpg`, without regard to capitals."""
    parts = _NUMBERED.split(name.casefold())
    return (*((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part), (-1, 0, name))


def _folded(file: Path) -> str:
    return file.as_posix().casefold()
