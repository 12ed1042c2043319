"""From drafts to works as a manifest has them: ids, themes, the names of pictures, every value as it is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.file_names import storable
from kiosk.exhibition.folding import fold
from kiosk.exhibition.text import UNTAGGED, Text
from kiosk.staff.importing import details
from kiosk.staff.importing.draft import Field, Kind, Origin, Remark, Said
from kiosk.staff.importing.ids import Names, slug
from kiosk.staff.importing.memory import Memory, match
from kiosk.staff.importing.themes import Themes, themes_of
from kiosk.staff.importing.yaml_words import Data

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kiosk.staff.importing.draft import Draft, Source
    from kiosk.staff.importing.options import Options

NUMBERS = frozenset(("year", "size_cm"))
"""Keys whose values are written without quotes."""
ORDER = ("id", "picture", *Field, "themes", details.KEY)
"""The keys of a work that an import writes, in their order."""


class Incoming(msgspec.Struct, frozen=True, kw_only=True):
    """A work of the source. `id` is new where `known` is False. `values` are by key, without the id."""

    id: str
    known: bool
    known_by: tuple[str, ...]
    origin: Origin
    values: Mapping[str, Data]
    picture: Path | None = None


class Assembly(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is to be in the manifest, as far as the source decides it."""

    exhibition: Mapping[str, Data]
    themes: Themes
    works: tuple[Incoming, ...]
    remarks: tuple[Remark, ...]


def assemble(
    source: Source,
    options: Options,
    memory: Memory,
    taken: Collection[str],
    themes_left_out: Collection[str],
    picture_names: Mapping[Path, str],
) -> Assembly:
    """What `source` says, with the ids that the `memory` of the last import gives.

    `taken` are the ids that are in the manifest, `themes_left_out` those of themes that somebody has taken out of it.
    `picture_names` are the pictures' names in the manifest by their files.
    """
    where = msgspec.structs.replace(source.drafts[0].origin, row=0, part="")
    themes, told = themes_of(source.drafts, options.themes_at_least, memory.themes, themes_left_out, where)
    remarks = [*told, *_title_told(source, options, where)]
    known_by = _known_by(source.drafts, remarks)
    matched = match(known_by, memory.works) if memory.works else _by_id(source.drafts, taken)
    names = Names((*taken, *memory.works))
    works = []
    for draft, known, ways in zip(source.drafts, matched, known_by, strict=True):
        values = dict(_values(draft, source, themes))
        if draft.picture:
            values = {"picture": picture_names[draft.picture], **values}
        works.append(
            Incoming(
                id=known or names.new(_id_of(draft)),
                known=known is not None,
                known_by=ways,
                origin=draft.origin,
                values=values,
                picture=draft.picture,
            )
        )
    return Assembly(exhibition=_exhibition(source, options), themes=themes, works=tuple(works), remarks=tuple(remarks))


def _by_id(drafts: Sequence[Draft], taken: Collection[str]) -> list[str | None]:
    """Works that are in the manifest already, where it is not known what was imported before, by the ids they get."""
    left = set(taken)
    found: list[str | None] = []
    for draft in drafts:
        wanted = _id_of(draft)
        found.append(wanted if wanted in left else None)
        left.discard(wanted)
    return found


def _known_by(drafts: Sequence[Draft], remarks: list[Remark]) -> list[tuple[str, ...]]:
    """The names by which each work is found again; numbers that come twice are told."""
    rows: dict[str, int] = {}
    listed = []
    for draft in drafts:
        names = dict(_names_of(draft))
        key = names.get("key", "")
        if key and rows.setdefault(key, draft.origin.row) != draft.origin.row:
            message = f'The number "{draft.key}" is that of row {rows[key]}, too; this work gets another id.'
            remedy = "Give each work a number of its own, so that importing again finds it."
            remarks.append(Remark(Kind.DOUBTFUL, "repeated-number", draft.origin, message, remedy))
        names = names or {"row": str(draft.origin.row)}
        listed.append(tuple(f"{kind}:{words}" for kind, words in names.items()))
    return listed


def _names_of(draft: Draft) -> Iterable[tuple[str, str]]:
    if draft.key:
        yield "key", storable(draft.key)
    if accession := draft.values.get(Field.ACCESSION):
        yield "accession", str(accession)
    if draft.picture_named:
        yield "picture", storable(draft.picture_named.replace("\\", "/").rpartition("/")[2].casefold())
    if title := first_words(draft.values.get(Field.TITLE, "")):
        yield "title", fold(f"{title} / {first_words(draft.values.get(Field.CREATOR, ''))}")


def _id_of(draft: Draft) -> str:
    picture = Path(draft.picture_named.replace("\\", "/")).stem if draft.picture_named else ""
    title = first_words(draft.values.get(Field.TITLE, ""))
    return slug(draft.key or str(draft.values.get(Field.ACCESSION, "")) or title or picture, "work")


def _values(draft: Draft, source: Source, themes: Themes) -> Iterable[tuple[str, Data]]:
    values: dict[Field, object] = dict(draft.values)
    if draft.more:
        values[Field.DESCRIPTION] = _with_pairs(draft.values.get(Field.DESCRIPTION, ""), draft.more)
    if source.facts.rights and Field.RIGHTS not in values:
        values[Field.RIGHTS] = source.facts.rights
    for field in Field:
        if field in values and (written := as_written(values[field])):
            yield field.value, written
    if found := themes.of(draft):
        yield "themes", found
    if draft.details:
        yield details.KEY, details.comparable(draft.details)


def _exhibition(source: Source, options: Options) -> dict[str, Data]:
    facts = source.facts
    title: Said = options.title or facts.title or _title_of(source.file)
    said = {"title": title, "subtitle": facts.subtitle, "intro": facts.intro, "venue": facts.venue}
    exhibition = {key: written for key, words in said.items() if (written := as_written(words))}
    languages = facts.languages or ((options.language,) if options.language else ())
    return {**exhibition, "languages": list(languages)} if languages else exhibition


def _title_told(source: Source, options: Options, where: Origin) -> Iterable[Remark]:
    if not (options.title or source.facts.title):
        message = f'The title "{_title_of(source.file)}" is made of the name of the file.'
        yield Remark(Kind.GUESSED, "title", where, message, 'For another: --title "..."')


def _title_of(file: Path) -> str:
    """A title made of a file's name: "spring_show-2026.xlsx" is "Spring show 2026"."""
    words = " ".join(file.stem.replace("_", " ").replace("-", " ").split())
    printable = "".join(letter for letter in words if letter.isprintable())
    return printable[:1].upper() + printable[1:] or "Exhibition"


def as_written(value: object) -> Data:
    """A value as it comes back when the manifest is read: words, words by language, or a list of words."""
    if isinstance(value, Mapping):
        words = {str(language): str(said).strip() for language, said in value.items() if str(said).strip()}
        return words[UNTAGGED] if list(words) == [UNTAGGED] else {tag: said for tag, said in words.items() if tag}
    if isinstance(value, tuple):
        return [f"{side:.2f}".rstrip("0").rstrip(".") for side in value]
    return str(value).strip()


def first_words(value: object) -> str:
    """The words of a text in its first language."""
    if isinstance(value, Mapping):
        return str(next(iter(value.values()), ""))
    return str(value or "")


def _with_pairs(said: object, pairs: Sequence[tuple[Said, Said]]) -> Said:
    """Words with pairs of label and value added in each language, save those values that they have already."""
    text = _text(said)
    texts = [text, *(part for pair in pairs for part in map(_text, pair))]
    tags = tuple(dict.fromkeys(tag for each in texts for tag, _ in each.by_language)) or (UNTAGGED,)
    spoken = [tag for tag in tags if tag] or [UNTAGGED]
    added = {}
    for tag in spoken:
        words = text.words(tag, spoken)
        lines = [_pair(label, value, tag, spoken) for label, value in pairs if _news(value, words, tag, spoken)]
        added[tag] = "\n\n".join(filter(None, (words, "\n".join(lines))))
    return added[UNTAGGED] if spoken == [UNTAGGED] else added


def _news(value: Said, words: str, tag: str, spoken: Sequence[str]) -> bool:
    said = _text(value).words(tag, spoken)
    return bool(said) and said.casefold() not in words.casefold()


def _pair(label: Said, value: Said, tag: str, spoken: Sequence[str]) -> str:
    name, said = _text(label).words(tag, spoken), _text(value).words(tag, spoken)
    return f"{name}: {said}" if name else said


def _text(said: object) -> Text:
    if isinstance(said, Mapping):
        return Text(tuple((str(tag), str(words)) for tag, words in said.items()))
    return Text(((UNTAGGED, str(said)),)) if said else Text()
