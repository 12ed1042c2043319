"""Labels as they are laid out on the running stage: nothing clipped, lines of the right length, letters large enough.

The screen and its diagonal come from the environment, since they decide what a millimetre is.
"""

from __future__ import annotations

import os
import random
from statistics import mean
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from kiosk.exhibition.label import LabelLine, Role
from kiosk.visit.type_sizes import angle_deg
from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

SCRIPTS = {
    "en": "The rule is short; what it draws is not. ",
    "ru": "Правило коротко, рисунок долог. ",
    "ko": "규칙은 짧지만 그림은 그렇지 않다. ",
    "ar": "القاعدة قصيرة وما ترسمه ليس كذلك. ",
    "th": "กฎนั้นสั้นแต่สิ่งที่มันวาดนั้นไม่สั้นเลย",
    "ja": "規則は短いが、描かれるものは短くない。",
    "he": "הכלל קצר, מה שהוא מצייר אינו קצר. ",
}
STRANGE = {
    "emoji": "🌍🎨👩‍🎨🖼️ ",
    "mixed": "Rule 30 قاعدة (1983) of Wolfram ولفرام, 규칙 no. 110 — ",
    "marks": "Ẩ Ẫ Ễ Ỗ ỹ Đường ",
}
ENDLESS = "Donaudampfschifffahrtsgesellschaft" * 6
"""A word of 204 letters."""
LENGTHS = ((1, 3000), (700,), (60, 3000))
"""Letters of a label, for each size of text."""
DISTANCE_MM = 600
LEAST_MM = 4.8
PICTURE_LEAST = 0.3
"""The share of the stage's width, or of its height in a portrait, that is the picture's at least."""
ROLES = (Role.TITLE, Role.CREATOR, Role.DESCRIPTION, Role.CREDIT)


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    hand.gallery.explore(0)
    yield hand.at_rest("StageView")
    for size in range(3):
        hand.gallery.visit.setTextSize(size)
        yield hand.at_rest("StageView")
        yield from letters_are_large_enough(hand, size)
        for language in ("en", "ru", "ar", "ko"):
            hand.gallery.visit.speak(language)
            yield hand.at_rest("StageView")
            yield from lines_hold_what_is_read_at_a_glance(hand, language)
        hand.gallery.visit.speak("en")
        yield hand.at_rest("StageView")
        for name, lines in labels(size, LENGTHS[size]):
            yield from nothing_is_lost(hand, name, lines)
    hand.ask_to_leave()


def letters_are_large_enough(hand: Hand, size: int) -> Iterator[Wait]:
    """In true millimetres of this screen; large letters by the angle they span where visitors stand."""
    per_mm = float(os.environ["KIOSK_PIXELS_PER_MM"])
    yield from put_up(hand, tuple(LabelLine(role, "HHHHHHHH", "en") for role in ROLES))
    (shown,) = hand.items("Label")
    yield until("no cue is seen", lambda: not any(shown.isAncestorOf(cue) for cue in hand.items("ScrollCue")))
    image = hand.look()
    for line in hand.items("LabelLine"):
        place = line.mapRectToScene(QRectF(0, 0, line.width(), line.height())).toRect().intersected(image.rect())
        ground = image.pixelColor(2, 2).lightness()
        rows = [
            any(
                abs(image.pixelColor(across, down).lightness() - ground) > 40
                for across in range(place.left(), min(place.left() + 60, place.right()))
            )
            for down in range(place.top(), place.bottom())
        ]
        enough(sum(rows) / per_mm, size, line.property("role"))
    for text in visible_texts(hand):
        font = QFont(text.property("font"))
        enough(QFontMetricsF(font).tightBoundingRect("H").height() / per_mm, size, text.property("text"))


def enough(capital_mm: float, size: int, what: str) -> None:
    """Raises AssertionError for letters that are too small. Half a per cent is the rasterising of a letter's edge."""
    if size == 0:
        assert capital_mm >= LEAST_MM * 0.995, f"capitals of {capital_mm:.2f} mm: {what}"
    else:
        angle = angle_deg(capital_mm, DISTANCE_MM)
        assert angle >= 0.7 * 0.995, f"capitals of {angle:.3f} degrees: {what}"


def lines_hold_what_is_read_at_a_glance(hand: Hand, language: str) -> Iterator[Wait]:
    """45 to 55 characters on average of all works, where the screen is wide enough; in Korean 40 at most."""
    yield from put_up(hand, hand.gallery._labels.lines(0))
    line, *_ = hand.items("LabelLine", role="description")
    same("".join(broken(line)), line.property("text"))
    told = [line for work in range(hand.gallery.slideshow.count) for line in hand.gallery._labels.lines(work)]
    read = [words for words in told if (words.role, words.language) == (Role.DESCRIPTION, language)]
    lengths = [len(each.strip()) for words in read for each in broken_as(line, words.words)[:-1]]
    assert len(lengths) > 40, lengths
    if language == "ko":
        assert max(lengths) <= 40, lengths
        assert mean(lengths) >= 26, lengths
    else:
        wished = hand.gallery.typography.property("lineEms") * QFont(line.property("font")).pixelSize()
        narrowed = line.width() < wished - 1  # for the picture's share, or by the screen's edges
        assert (40 if narrowed else 45) <= mean(lengths) <= 55, (language, mean(lengths), lengths)
        assert max(lengths) <= 64, lengths


def labels(size: int, lengths: tuple[int, ...]) -> Iterator[tuple[str, tuple[LabelLine, ...]]]:
    """Labels of all lengths and scripts, and some that mix them."""
    for script, words in (*SCRIPTS.items(), *STRANGE.items()):
        language = script if script in SCRIPTS else "en"
        for length in lengths:
            yield f"{script}, {length}", label((words * length)[:length], language)
    yield "a word without end", label(ENDLESS, "en")
    yield "3,000 words", label("word and rule " * 1000, "en")
    chance = random.Random(size)
    for number in range(4):
        parts = chance.choices([*SCRIPTS.values(), *STRANGE.values(), ENDLESS], k=chance.randint(1, 40))
        yield f"mixed, {number}", label("".join(parts)[:3000], chance.choice(list(SCRIPTS)))


def label(words: str, language: str) -> tuple[LabelLine, ...]:
    return (
        LabelLine(Role.CREATOR, words[:90], language),
        LabelLine(Role.TITLE, words[:160], language),
        LabelLine(Role.DATE, "1984", "en"),
        LabelLine(Role.DESCRIPTION, words, language),
        LabelLine(Role.DESCRIPTION, words[:300], "en"),
        LabelLine(Role.CREDIT, words[:120], language),
    )


def put_up(hand: Hand, lines: tuple[LabelLine, ...]) -> Iterator[Wait]:
    """Hang a label beside the work on the stage, which stays because a key is pressed now and then."""
    hand.gallery.sitting.used()
    shown = hand.gallery.show.playlist.current
    hand.gallery.slideshow._label_of = lambda work: lines if work == shown else lines[:1]
    hand.gallery.slideshow.retell()
    yield from hand.frame()


def nothing_is_lost(hand: Hand, name: str, lines: tuple[LabelLine, ...]) -> Iterator[Wait]:
    """Every line is as wide as its column at most, and inside the label or in reach of scrolling, which is cued."""
    yield from put_up(hand, lines)
    page = hand.item("StagePage")
    (shown,) = [each for each in hand.items("Label") if page.isAncestorOf(each)]
    inside(page, shown, name)
    (view,) = [child for child in shown.childItems() if child.inherits("QQuickFlickable")]
    content, told = (
        view.property("contentHeight"),
        [each for each in hand.items("LabelLine") if shown.isAncestorOf(each)],
    )
    same((name, len(told)), (name, len(lines)))
    for line in told:
        whole(line, name)
        place = line.mapRectToItem(view.property("contentItem"), QRectF(0, 0, line.width(), line.height()))
        place.translate(-shown.property("bleed"), 0)
        assert -1 <= place.left() <= place.right() <= shown.width() + 1, (name, place)
        assert -1 <= place.top() <= place.bottom() <= content + 1, (name, place, content)
    long = content > shown.height()
    yield until(f"a cue tells whether there is more of {name}", lambda: cued(hand, shown) == long)
    if long:
        view.setProperty("contentY", content - shown.height())
        yield from hand.frame()
        last = max(line.mapRectToItem(shown, QRectF(0, 0, line.width(), line.height())).bottom() for line in told)
        assert last <= shown.height() + 1, (name, last, shown.height())
        view.setProperty("contentY", 0)
    leaves_the_picture_its_share(page, name)


def leaves_the_picture_its_share(page: QQuickItem, name: str) -> None:
    place, picture = page.property("place"), page.property("pictureRect")
    if page.property("portrait"):
        across = picture.width() >= page.width() - 1
        assert across or place.height() >= PICTURE_LEAST * page.height(), (name, place, page.height())
    else:
        assert place.width() >= PICTURE_LEAST * page.width(), (name, place, page.width())


def cued(hand: Hand, shown: QQuickItem) -> bool:
    return any(shown.isAncestorOf(cue) for cue in hand.items("ScrollCue", more=True))


def inside(page: QQuickItem, shown: QQuickItem, name: str) -> None:
    place = shown.mapRectToItem(page, QRectF(0, 0, shown.width(), shown.height()))
    assert page.boundingRect().adjusted(-1, -1, 1, 1).contains(place), (name, place, page.boundingRect())


def whole(line: QQuickItem, name: str) -> None:
    """A piece of text says all its words, none of them beyond its edges."""
    assert not line.property("truncated"), name
    assert line.property("contentWidth") <= line.width() + 1, (name, line.property("contentWidth"), line.width())
    assert line.property("contentHeight") <= line.height() + line.property("font").pixelSize(), name
    said = "".join(broken(line))
    same((name, said), (name, line.property("text")))


def broken(text: QQuickItem) -> list[str]:
    """The lines of a piece of text as they are broken on the screen."""
    lines = broken_as(text, text.property("text"))
    same(len(lines), text.property("lineCount"))
    return lines


def broken_as(text: QQuickItem, words: str) -> list[str]:
    """The lines of other words as they would be broken there."""
    layout = QTextLayout(words.replace("\n", "\N{LINE SEPARATOR}"), QFont(text.property("font")))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(text.width())
        assert line.naturalTextWidth() <= text.width() + 1
        lines.append(in_units(words, line.textStart(), line.textLength()))
    layout.endLayout()
    return lines


def in_units(words: str, start: int, length: int) -> str:
    """A part of `words`, given in Qt's characters, of which those beyond U+FFFF are two."""
    return words.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass")


def visible_texts(hand: Hand) -> list[QQuickItem]:
    """Every piece of text on the stage that says something."""
    view = hand.item("StageView")
    found, rest = [], [view]
    while rest:
        item = rest.pop()
        rest += [child for child in item.childItems() if child.isVisible() and child.opacity() > 0]
        if item.inherits("QQuickText") and item.property("text"):
            found.append(item)
    return found
