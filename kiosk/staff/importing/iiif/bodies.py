"""What is painted on a canvas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from kiosk.staff.importing.iiif.model import Body
from kiosk.staff.importing.iiif.values import identity, kind_of, listed, mapping, text_of, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.staff.importing.iiif.values import Json

MOST_BODIES = 200
"""Of one canvas."""
_PLACE = re.compile(r"#(?:.*&)?xywh=(?P<unit>percent:|pixel:)?(?P<box>[\d.]+,[\d.]+,[\d.]+,[\d.]+)")
_KINDS = {"stillimage": "image", "movingimage": "video", "textualbody": "words", "contentastext": "words"}
_ENDINGS = re.compile(r"\.(?:jpe?g|png|webp|avif|tiff?|gif|bmp|heic|heif|jp2)$", re.IGNORECASE)
Shares = tuple[float, float, float, float]


def bodies_of(canvas: Json) -> tuple[Body, ...]:
    """The bodies of a canvas in the order in which they are painted, choices one after the other."""
    found: list[Body] = []
    for annotation in _paintings(canvas):
        target = annotation.get("target", annotation.get("on"))
        place = place_on(target, canvas)
        share = place[2] * place[3] if place else 1.0
        for name in ("body", "resource"):
            for data in listed(annotation.get(name)):
                found += [msgspec.structs.replace(body, share=share) for body in _bodies(data)]
        if len(found) >= MOST_BODIES:
            break
    return tuple(found[:MOST_BODIES])


def place_on(target: object, canvas: Json) -> Shares | None:
    """The part of a canvas that a target names: left, top, width, height as shares; None for the whole of it."""
    for each in listed(target):
        here = mapping(each)
        selector = next(iter(listed(here.get("selector"))), None)
        words = identity(each) or identity(here.get("source", here.get("full")))
        if value := word(mapping(selector).get("value")):
            words += f"#{value}"
        if found := _PLACE.search(words):
            return _shares([float(part or 0) for part in _numbers(found["box"])], found["unit"] == "percent:", canvas)
    return None


def _numbers(box: str) -> list[str]:
    return [re.sub(r"\.(?=.*\.)|\.$", "", part).strip(".") for part in box.split(",")]


def _shares(box: list[float], percent: bool, canvas: Json) -> Shares | None:
    wide, high = (100.0, 100.0) if percent else (_side(canvas.get("width")), _side(canvas.get("height")))
    left, top, width, height = (min(max(part, 0.0), 1e9) for part in box)
    if not wide or not high or not width or not height or left >= wide or top >= high:
        return None
    width, height = min(width, wide - left), min(height, high - top)
    return round(left / wide, 4), round(top / high, 4), round(width / wide, 4), round(height / high, 4)


def _side(value: object) -> float:
    usable = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e9
    return float(value) if usable and isinstance(value, int | float) else 0.0


def _paintings(canvas: Json) -> Iterator[Json]:
    for page in listed(canvas.get("items")):
        for annotation in listed(mapping(page).get("items")):
            if "painting" in {word(each).rpartition(":")[2] for each in listed(mapping(annotation).get("motivation"))}:
                yield mapping(annotation)
    for annotation in listed(canvas.get("images")):
        yield mapping(annotation)


def _bodies(data: object, deep: int = 4) -> list[Body]:
    here = mapping(data)
    kind = kind_of(here)
    if kind == "choice":
        options = [each for name in ("default", "items", "item") for each in listed(here.get(name))]
        chosen = [body for each in options[:MOST_BODIES] for body in (_bodies(each, deep - 1) if deep else ())]
        return [msgspec.structs.replace(body, rank=rank) for rank, body in enumerate(chosen)]
    if kind == "specificresource":
        inner = here.get("source", here.get("full"))
        cut = here.get("selector") is not None
        return [msgspec.structs.replace(body, cut=cut) for body in (_bodies(inner, deep - 1) if deep and inner else ())]
    ids = tuple(dict.fromkeys(filter(None, (*map(identity, listed(here.get("service"))), identity(data)))))
    if not ids and kind != "textualbody":
        return []
    return [Body(ids, _kind(here, kind, ids), text_of(here.get("label")))]


def _kind(here: Json, kind: str, ids: tuple[str, ...]) -> str:
    kind = _KINDS.get(kind, kind)
    if kind not in ("", "dataset"):
        return kind
    named = word(here.get("format")).partition("/")[0]
    return named or ("image" if here.get("service") or any(map(_ENDINGS.search, ids)) else "unknown")
