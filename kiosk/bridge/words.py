"""The interface's words in the visitor's language, through Qt's translators."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale, QObject, QTime, QTranslator, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

CONTEXT = "Words"
INVITATION = str(QT_TRANSLATE_NOOP("Words", "Touch to explore"))
NOTICE = "NoticeCard"
CLOSES, CLOSES_NOW = "The gallery closes in %n minute(s).", "The gallery is closing now."
"""Of the card that has them in the visitor's language."""


class Words(QObject):
    """Switches the interface's language; English is in the program itself, its plurals in kiosk_en.qm.

    `folder` holds kiosk_<language>.qm; a language without one is told in English. `spoken` says that QML's `qsTr` has
    to be asked again.
    """

    spoken = Signal()

    def __init__(self, application: QCoreApplication, folder: Path, languages: Iterable[str]) -> None:
        super().__init__()
        self._application = application
        self._translators = {language: _translator(folder, language) for language in languages}
        self._language = next(iter(self._translators), "en")
        self._installed: QTranslator | None = None
        self.speak(self._language)

    def speak(self, language: str) -> None:
        """Use this language from now on."""
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
        self._language = language
        self._installed = self._translators.get(language)
        if self._installed is not None:
            self._application.installTranslator(self._installed)
        self.spoken.emit()

    @property
    def all_works(self) -> str:
        """The name of the chip that chooses no theme."""
        return QCoreApplication.translate("Words", "All works")

    @property
    def undated(self) -> str:
        """What is said of a work without a date."""
        return QCoreApplication.translate("Words", "Undated")

    def year(self, year: int) -> str:
        """A year; negative before Christ."""
        return str(year) if year >= 0 else QCoreApplication.translate("Words", "%1 BC").replace("%1", str(-year))

    @property
    def languages(self) -> list[dict[str, str]]:
        """Each language's tag and its own name for itself."""
        return [{"language": language, "words": _own_name(language)} for language in self._translators]

    @property
    def invitations(self) -> list[dict[str, str]]:
        """The invitation of the attract loop in every language."""
        return [
            {"language": language, "words": (translator and translator.translate(CONTEXT, INVITATION)) or INVITATION}
            for language, translator in self._translators.items()
        ]

    def closing(self, minutes: int) -> dict[str, str]:
        """That the gallery closes in so many minutes, or now, in every language."""
        said = CLOSES if minutes else CLOSES_NOW
        count = minutes or -1
        return {
            language: ((translator and translator.translate(NOTICE, said, "", count)) or said).replace(
                "%n", str(minutes)
            )
            for language, translator in self._translators.items()
        }

    def moment(self, when: datetime) -> str:
        """A day with its weekday, and the time of day, as the language writes them."""
        locale, day = QLocale(self._language), QDate(when.year, when.month, when.day)
        time = locale.toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)
        return f"{locale.toString(day, QLocale.FormatType.LongFormat)}, {time}"

    def dates(self, opens: date | None, closes: date | None) -> str:
        """From when to when, as the language writes dates; empty when neither is known."""
        locale = QLocale(self._language)
        first, last = (_written(locale, day) for day in (opens, closes))
        if first and last:
            return f"{first} – {last}"
        if last:
            return QCoreApplication.translate("Words", "Until %1").replace("%1", last)
        if first:
            return QCoreApplication.translate("Words", "From %1").replace("%1", first)
        return ""


def _written(locale: QLocale, day: date | None) -> str:
    """The day without its weekday, in the digits of the labels: 0 to 9 in every language."""
    if day is None:
        return ""
    without_weekday = re.sub(r"[\s,،]*dddd[\s,،]*", "", locale.dateFormat(QLocale.FormatType.LongFormat))
    written = locale.toString(QDate(day.year, day.month, day.day), without_weekday)
    return "".join(str(unicodedata.digit(sign, sign)) for sign in written)


def _own_name(language: str) -> str:
    name = QLocale(language).nativeLanguageName() if language.partition("-")[0] != "en" else "English"
    return name[:1].upper() + name[1:] if name else language


def _translator(folder: Path, language: str) -> QTranslator | None:
    translator = QTranslator()
    for tag in (language, language.partition("-")[0], "en"):
        if translator.load(str(folder / f"kiosk_{tag}.qm")):
            return translator
    return None
