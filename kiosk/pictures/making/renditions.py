"""Making a picture ready: decoded once, shrunk, turned, in sRGB, written as a screen and a preview."""

from __future__ import annotations

import math
import os
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from kiosk.pictures.drawing.light import light_of
from kiosk.pictures.drawing.whole import draw
from kiosk.pictures.making.writing import write_preview, write_screen
from kiosk.pictures.orders import Alive, Box, Identity, PreviewMade, Ready, Rendition, RenditionOrder, Stamp
from kiosk.pictures.reading import guard
from kiosk.pictures.refusal import Refused, display_name
from kiosk.pictures.storage.files import as_shown, content_of, find, look_up, preview_stem, remark, screen_stem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.pictures.storage.tiles import Tell


def make(order: RenditionOrder, tell: Tell = lambda _: None) -> Ready:
    """The renditions of `order.source`, written to `order.cache` unless they are there; `tell` hears how it is going.

    Raises `Refused`, and whatever `tell` raises; what was made by then is kept.
    """
    name = display_name(order.source, order.folder)
    with guard.open_picture(order.source, order.folder) as file, guard.door(name):

        def alive() -> None:
            tell(Alive())

        header = guard.header_of(guard.open_image(file, name), name)
        shown = header.width, header.height
        identity = identity_of(file, order.known, alive)
        found = {box: find(order.cache, identity, box, order.profile) for box in (order.box, *order.more)}
        missing = tuple(box for box, made in found.items() if box and not made)
        ready = found[order.box]
        if ready and not missing:
            return Ready(order.source, ready, made=False)
        content = as_shown(identity.content, order.profile)
        # A preview that is whole may be open in the show, where Windows lets nobody replace it.
        known = look_up(order.cache, preview_stem(content))
        files: dict[Box | None, Path] = {None: known.path} if known else {}
        light = known.light if known else None
        boxes = _in_order(missing, preview=not known, preview_first=order.preview_first)
        for box, image in draw(partial(guard.open_image, file, name), shown, boxes, order.profile, alive):
            check_unchanged(file, identity, name)
            if light is None:
                light = light_of(image)
            note = remark(*shown, light)
            if box:
                files[box] = write_screen(image, order.cache / screen_stem(content, box), note)
                continue
            files[None] = write_preview(image, order.cache / preview_stem(content), note)
            if boxes[-1]:
                tell(PreviewMade(order.source, Rendition(None, files[None], *shown, identity, light)))
        screen = files.get(order.box) if order.box else None
        return Ready(order.source, ready or Rendition(screen, files[None], *shown, identity, light or b""))


def _in_order(screens: tuple[Box, ...], *, preview: bool, preview_first: bool) -> tuple[Box | None, ...]:
    """What to draw first: the largest, of which the smaller are made, unless somebody waits for the preview alone."""
    largest_first = sorted(screens, key=math.prod, reverse=True)
    if not preview:
        return tuple(largest_first)
    return (None, *largest_first) if preview_first else (*largest_first, None)


def identity_of(file: BinaryIO, known: Identity | None, alive: Callable[[], None] = lambda: None) -> Identity:
    """What is in `file`: read in full, unless it is `known` from the last time and has not changed since."""
    stamp = Stamp.of(os.fstat(file.fileno()))
    return known if known and known.stamp == stamp else Identity(stamp, content_of(file, alive))


def check_unchanged(file: BinaryIO, identity: Identity, name: str) -> None:
    """Nothing is kept under the content of a file that was written to while it was read."""
    if Stamp.of(os.fstat(file.fileno())) != identity.stamp:
        raise Refused(
            "changing",
            f"{name} was changed while it was read.",
            "Wait until it is copied, or close the program that writes it.",
        )
