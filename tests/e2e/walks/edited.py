"""Staff save the manifest and the configuration while visitors look: the show follows, and no frame is empty."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
import yaml
from PySide6.QtCore import QObject, QPoint, Qt

from kiosk.exhibition.places import state_folder
from kiosk.staff.report import read_report
from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.bridge.gallery import Gallery
    from kiosk.staff.report import Entry


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    manifest, config = Path(sys.argv[1]), Path(sys.argv[3])
    yield hand.at_rest("AttractView")
    kinds: dict[str, int] = {}
    note_kinds(kinds)
    yield from on_attract(hand, manifest)
    yield from on_the_stage(hand, manifest)
    yield from the_reader(hand, manifest)
    yield from meanwhile(hand, manifest)
    note_kinds(kinds)
    yield from on_the_wall(hand, manifest)
    yield from with_a_mistake(hand, manifest)
    yield from close_by(hand, manifest)
    yield from another_wall(hand, config)
    note_kinds(kinds)
    hand.ask_to_leave()


def note_kinds(kinds: dict[str, int]) -> None:
    """What QML sees has the meta-object of its type, always the same: see kiosk.bridge.qmltype."""
    gc.unfreeze()  # the program keeps what lives as long as the show from being found
    for each in gc.get_objects():
        module = sys.modules.get(type(each).__module__)
        if isinstance(each, QObject) and hasattr(module, "QML_IMPORT_NAME") and shiboken6.isValid(each):
            (address,) = shiboken6.getCppPointer(each.metaObject())
            same((type(each).__name__, address), (type(each).__name__, kinds.setdefault(type(each).__name__, address)))


def on_attract(hand: Hand, manifest: Path) -> Iterator[Wait]:
    yield from saved(hand, manifest, lambda said: said["exhibition"].update(title="A new title"))
    yield until("the loop tells the new title", lambda: hand.says("A new title"))
    yield hand.at_rest("AttractView")


def on_the_stage(hand: Hand, manifest: Path) -> Iterator[Wait]:
    """The visitor stays at their work, in their language, however many works come before it."""
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    hand.gallery.open(4)
    hand.gallery.visit.setTextSize(1)
    yield hand.at_rest("StageView")
    assert hand.says("Work 5")

    def change(said: dict[str, Any]) -> None:
        said["works"].insert(0, {"id": "first", "title": {"en": "The very first"}})
        next(work for work in said["works"] if work["id"] == "work-00005")["title"] = {"en": "Another name"}

    yield from saved(hand, manifest, change)
    yield until("the label has the new title", lambda: hand.says("Another name"))
    yield hand.at_rest("StageView")
    same(hand.gallery.slideshow.current.work, 5)
    assert hand.shows(hand.item("Picture", visible=True), 4)
    same(hand.gallery.visit.textSize, 1)
    yield from hand.tap(hand.item("IconButton", icon="comfort"))
    yield from saved(hand, manifest, lambda said: said["exhibition"].update(title="While a panel was open"))
    yield until("it is shown", lambda: hand.window.property("coming") is None)
    assert hand.item("ComfortPanel").property("open")
    yield from hand.tap(hand.item("IconButton", icon="comfort"))
    yield hand.at_rest("StageView")


def the_reader(hand: Hand, manifest: Path) -> Iterator[Wait]:
    """Who is in the middle of a long label stays there, also when something has come before it."""
    work = hand.gallery.slideshow.current.work

    def lengthen(said: dict[str, Any]) -> None:
        said["works"][work]["description"] = {"en": "A word of many. " * 200}

    yield from saved(hand, manifest, lengthen)
    yield hand.at_rest("StageView")
    label = hand.item("Label", scrollable=True)
    yield from hand.key(Qt.Key.Key_Escape)
    yield from hand.drag(hand.place(label), QPoint(0, -230))
    yield from hand.lift(hand.place(label) + QPoint(0, -230))
    yield from hand.still(label, "beyond")
    at = label.property("beyond")
    assert at > 100
    yield from saved(hand, manifest, lambda said: said["works"].insert(0, {"id": "before", "title": "The one before"}))
    yield until("it is shown", lambda: hand.window.property("coming") is None)
    yield hand.at_rest("StageView")
    same((hand.gallery.slideshow.current.work, hand.item("Label", scrollable=True).property("beyond")), (work + 1, at))
    yield from saved(
        hand, manifest, lambda said: said["works"][work + 1].update(description={"en": "A word of many. " * 40})
    )
    yield until("it is shown", lambda: hand.window.property("coming") is None)


def meanwhile(hand: Hand, manifest: Path) -> Iterator[Wait]:
    """What a visitor does while the next exhibition is hung out of sight is not undone by it."""
    gallery, work = hand.gallery, hand.gallery.slideshow.current.work
    place = hand.place(hand.item("IconButton", icon="next"))
    hand.touch((0, place), act="press")
    save(manifest, lambda said: said["exhibition"].update(title="While somebody touched"))
    yield until("the next one hangs", lambda: hand.gallery is not gallery)
    gallery.visit.nextTextSize()
    hand.touch((0, place), act="release")
    same((gallery.show.playlist.current, gallery.visit.textSize), (work + 1, 2))
    yield until("it is shown", lambda: hand.window.property("coming") is None)
    yield hand.at_rest("StageView")
    same((hand.gallery.show.playlist.current, hand.gallery.visit.textSize), (work + 1, 2))
    same(hand.gallery.sitting.session.touching, False)
    yield from hand.key(Qt.Key.Key_Right)
    yield from saved(hand, manifest, lambda said: said["exhibition"].update(title="While somebody pressed"))
    yield until("it is shown", lambda: hand.window.property("coming") is None)
    yield until("it is seen where keys are", lambda: bool(hand.items("FocusRing")))
    hand.gallery.open(work)
    hand.gallery.visit.setTextSize(1)
    yield hand.at_rest("StageView")


def on_the_wall(hand: Hand, manifest: Path) -> Iterator[Wait]:
    """A work that is no longer there cannot be opened; the theme stays chosen."""
    hand.gallery.visit.showWall()
    yield hand.at_rest("WallView")
    yield from where_they_scrolled(hand, manifest)
    theme = hand.gallery.theme_ids[0]
    hand.gallery.visit.showStage()
    yield hand.at_rest("StageView")
    hand.gallery.choose(theme)
    hand.gallery.visit.showWall()
    yield hand.at_rest("WallView")
    before = len(hand.items("Thumbnail"))

    def change(said: dict[str, Any]) -> None:
        gone = next(work for work in said["works"] if theme in work.get("themes", ()))
        said["works"].remove(gone)

    yield from saved(hand, manifest, change)
    yield until("one work less hangs on the wall", lambda: len(hand.items("Thumbnail")) == before - 1)
    yield hand.at_rest("WallView")
    same(hand.gallery.sitting.session.themes, (theme,))


def where_they_scrolled(hand: Hand, manifest: Path) -> Iterator[Wait]:
    """The wall stays where a visitor has moved it, whatever comes before what they see."""
    yield from hand.drag(QPoint(640, 600), QPoint(0, -330))
    yield from hand.lift(QPoint(640, 270))
    (view,) = [each for each in hand.everything() if each.inherits("QQuickListView") and each.height() > 300]
    yield from hand.still(view, "contentY")
    seen = max(hand.items("Thumbnail"), key=lambda each: hand.place(each, 0, 0).y())
    title, place = seen.property("title"), hand.place(seen, 0, 0)
    yield from saved(hand, manifest, lambda said: said["works"].insert(1, {"id": "second", "title": "The second"}))
    yield until("it is shown", lambda: hand.window.property("coming") is None)
    moved = hand.place(hand.item("Thumbnail", title=title), 0, 0).y() - place.y()
    same((title, abs(moved) < hand.item("WallView").height() / 3), (title, True))


def with_a_mistake(hand: Hand, manifest: Path) -> Iterator[Wait]:
    """Nothing changes for visitors; once it is mended the show follows."""
    gallery, good = hand.gallery, manifest.read_text()
    manifest.write_text(good[: len(good) // 2])
    yield until("staff are told", lambda: bool(told()))
    assert hand.gallery is gallery
    yield hand.at_rest("WallView")
    said = yaml.safe_load(good)
    said["exhibition"]["title"] = "Mended"
    manifest.write_text(json.dumps(said))
    yield until("the show follows", lambda: hand.gallery is not gallery)
    yield until("staff are told no more", lambda: not told())
    yield hand.at_rest("WallView")


def close_by(hand: Hand, manifest: Path) -> Iterator[Wait]:
    """Who looks closely is left alone until they have looked."""
    hand.gallery.open(hand.gallery.slideshow.playlist.works[0])
    yield hand.at_rest("StageView")
    yield from hand.tap(hand.item("IconButton", icon="closer"))
    yield hand.at_rest("CloserView")
    gallery = hand.gallery
    said = yaml.safe_load(manifest.read_text())
    said["exhibition"]["title"] = "While somebody looked"
    manifest.write_text(json.dumps(said))
    for _ in range(100):
        yield from hand.frame()
    assert hand.gallery is gallery
    gallery.visit.showStage()
    yield until("the show follows", lambda: hand.gallery is not gallery)
    yield hand.at_rest("StageView")


def another_wall(hand: Hand, config: Path) -> Iterator[Wait]:
    gallery, said = hand.gallery, json.loads(config.read_text())
    said["display"]["wall"] = "light"
    config.write_text(json.dumps(said))
    yield until("the show follows", lambda: hand.gallery is not gallery)
    yield until("the wall is light", lambda: hand.look().pixelColor(2, 2).lightness() > 200)
    yield hand.at_rest("StageView")


def told() -> tuple[Entry, ...]:
    """What staff can read."""
    return read_report(state_folder())


def saved(hand: Hand, manifest: Path, change: Callable[[dict[str, Any]], None]) -> Iterator[Wait]:
    """The manifest is saved as editors do it, and the show follows; until then every frame shows something."""
    gallery: Gallery = hand.gallery
    save(manifest, change)

    def follows() -> bool:
        image = hand.look()
        seen = {image.pixel(x, y) for x in range(0, image.width(), 40) for y in range(0, image.height(), 40)}
        assert len(seen) > 1, "a frame is empty"
        return hand.gallery is not gallery

    yield until("the show follows", follows)
    for _ in range(40):
        follows()
        yield from hand.frame()


def save(manifest: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Put a changed manifest in the place of the one there was."""
    said = yaml.safe_load(manifest.read_text())
    change(said)
    new = manifest.with_name("manifest.yaml.new")
    new.write_text(json.dumps(said))
    new.replace(manifest)
