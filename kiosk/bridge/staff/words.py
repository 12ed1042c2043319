"""The words of the staff panel, in a language of its own: staff need not read what the visitor reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale, QTranslator

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("en", "ru", "ko", "ar")
CONTEXT = "Staff"
ISOLATE, END = "\u2068", "\u2069"
"""Around what stands in its own direction, such as 4.0 GB within Arabic words (Unicode, UAX #9)."""
WORDS = tuple(
    str(word)
    for word in (
        QT_TRANSLATE_NOOP("Staff", "Staff"),
        QT_TRANSLATE_NOOP("Staff", "Close"),
        QT_TRANSLATE_NOOP("Staff", "Delete"),
        QT_TRANSLATE_NOOP("Staff", "Enter"),
        QT_TRANSLATE_NOOP("Staff", "Enter the PIN."),
        QT_TRANSLATE_NOOP("Staff", "One moment …"),
        QT_TRANSLATE_NOOP("Staff", "This is not the PIN."),
        QT_TRANSLATE_NOOP("Staff", "Too many wrong PINs. Wait:"),
        QT_TRANSLATE_NOOP("Staff", "No PIN is set, so nobody can enter. Set one on this computer with the command"),
        QT_TRANSLATE_NOOP("Staff", "Yes"),
        QT_TRANSLATE_NOOP("Staff", "No"),
        QT_TRANSLATE_NOOP("Staff", "Now"),
        QT_TRANSLATE_NOOP("Staff", "Health"),
        QT_TRANSLATE_NOOP("Staff", "Problems"),
        QT_TRANSLATE_NOOP("Staff", "Works"),
        QT_TRANSLATE_NOOP("Staff", "Content"),
        QT_TRANSLATE_NOOP("Staff", "Display"),
        QT_TRANSLATE_NOOP("Staff", "Program"),
        QT_TRANSLATE_NOOP("Staff", "Exhibition"),
        QT_TRANSLATE_NOOP("Staff", "Installed"),
        QT_TRANSLATE_NOOP("Staff", "Generation %1, made on %2"),
        QT_TRANSLATE_NOOP("Staff", "From a folder"),
        QT_TRANSLATE_NOOP("Staff", "On the screen"),
        QT_TRANSLATE_NOOP("Staff", "The invitation"),
        QT_TRANSLATE_NOOP("Staff", "Closed"),
        QT_TRANSLATE_NOOP("Staff", "Night"),
        QT_TRANSLATE_NOOP("Staff", "Visitor"),
        QT_TRANSLATE_NOOP("Staff", "Nobody"),
        QT_TRANSLATE_NOOP("Staff", "At a work"),
        QT_TRANSLATE_NOOP("Staff", "At the wall of works"),
        QT_TRANSLATE_NOOP("Staff", "Looking closer"),
        QT_TRANSLATE_NOOP("Staff", "Works on show"),
        QT_TRANSLATE_NOOP("Staff", "%1 of %2"),
        QT_TRANSLATE_NOOP("Staff", "Version"),
        QT_TRANSLATE_NOOP("Staff", "Running for"),
        QT_TRANSLATE_NOOP("Staff", "In step with"),
        QT_TRANSLATE_NOOP("Staff", "%1, now alone"),
        QT_TRANSLATE_NOOP("Staff", "%1 min"),
        QT_TRANSLATE_NOOP("Staff", "%1 h"),
        QT_TRANSLATE_NOOP("Staff", "%1 days"),
        QT_TRANSLATE_NOOP("Staff", "Not measured"),
        QT_TRANSLATE_NOOP("Staff", "Memory"),
        QT_TRANSLATE_NOOP("Staff", "Prepared pictures"),
        QT_TRANSLATE_NOOP("Staff", "Free on the disk"),
        QT_TRANSLATE_NOOP("Staff", "Helpers that prepare pictures"),
        QT_TRANSLATE_NOOP("Staff", "Frames while this page is open"),
        QT_TRANSLATE_NOOP("Staff", "%1, of which %2 came late"),
        QT_TRANSLATE_NOOP("Staff", "Safe mode because"),
        QT_TRANSLATE_NOOP("Staff", "The last exhibition that was shown well is shown, without motion."),
        QT_TRANSLATE_NOOP("Staff", "Started again by itself"),
        QT_TRANSLATE_NOOP("Staff", "%1 (last: %2). %3"),
        QT_TRANSLATE_NOOP("Staff", "The program crashed"),
        QT_TRANSLATE_NOOP("Staff", "The program hung"),
        QT_TRANSLATE_NOOP("Staff", "Nothing could be drawn"),
        QT_TRANSLATE_NOOP("Staff", "The picture stood still"),
        QT_TRANSLATE_NOOP("Staff", "The program ended"),
        QT_TRANSLATE_NOOP("Staff", "No problems."),
        QT_TRANSLATE_NOOP("Staff", "Try failed pictures again"),
        QT_TRANSLATE_NOOP("Staff", "Pictures that are tried again: %1"),
        QT_TRANSLATE_NOOP("Staff", "Hide until tomorrow"),
        QT_TRANSLATE_NOOP("Staff", "Hide for good"),
        QT_TRANSLATE_NOOP("Staff", "Show again"),
        QT_TRANSLATE_NOOP("Staff", "Hidden until %1"),
        QT_TRANSLATE_NOOP("Staff", "Hidden"),
        QT_TRANSLATE_NOOP("Staff", "The work on the screen"),
        QT_TRANSLATE_NOOP("Staff", "Hidden works"),
        QT_TRANSLATE_NOOP("Staff", "All works"),
        QT_TRANSLATE_NOOP("Staff", "Hidden now: %1"),
        QT_TRANSLATE_NOOP("Staff", "Shown again: %1"),
        QT_TRANSLATE_NOOP("Staff", "The last work cannot be hidden."),
        QT_TRANSLATE_NOOP("Staff", "That could not be written down: the disk refuses."),
        QT_TRANSLATE_NOOP("Staff", "Open an exhibition …"),
        QT_TRANSLATE_NOOP("Staff", "Read the files again"),
        QT_TRANSLATE_NOOP("Staff", "The files have been read. Problems: %1"),
        QT_TRANSLATE_NOOP("Staff", "On USB sticks and in watched folders"),
        QT_TRANSLATE_NOOP("Staff", "Nothing newer is there. Plug in a stick and wait a moment."),
        QT_TRANSLATE_NOOP("Staff", "Install"),
        QT_TRANSLATE_NOOP("Staff", "Install “%1”?"),
        QT_TRANSLATE_NOOP("Staff", "Installing …"),
        QT_TRANSLATE_NOOP("Staff", "Installed: %1, generation %2"),
        QT_TRANSLATE_NOOP("Staff", "It is not shown: config.yaml names another exhibition."),
        QT_TRANSLATE_NOOP("Staff", "Something unexpected went wrong. “Log” tells what it was."),
        QT_TRANSLATE_NOOP("Staff", "Bundles that cannot be installed"),
        QT_TRANSLATE_NOOP("Staff", "Shown now"),
        QT_TRANSLATE_NOOP("Staff", "Show until the program ends"),
        QT_TRANSLATE_NOOP("Staff", "Signed with this kiosk’s key"),
        QT_TRANSLATE_NOOP("Staff", "Not signed"),
        QT_TRANSLATE_NOOP("Staff", "Signed with another key"),
        QT_TRANSLATE_NOOP("Staff", "Back to the exhibition before"),
        QT_TRANSLATE_NOOP("Staff", "Go back to the exhibition before this one?"),
        QT_TRANSLATE_NOOP("Staff", "Statistics"),
        QT_TRANSLATE_NOOP("Staff", "Visits are not counted on this computer."),
        QT_TRANSLATE_NOOP("Staff", "Visits in this window are not counted."),
        QT_TRANSLATE_NOOP("Staff", "Visits in %1 days"),
        QT_TRANSLATE_NOOP("Staff", "Looking at works, for each visit"),
        QT_TRANSLATE_NOOP("Staff", "%1 s"),
        QT_TRANSLATE_NOOP("Staff", "Visits by day"),
        QT_TRANSLATE_NOOP("Staff", "Looked at longest"),
        QT_TRANSLATE_NOOP("Staff", "Language of this panel"),
        QT_TRANSLATE_NOOP("Staff", "Wall, until the program ends"),
        QT_TRANSLATE_NOOP("Staff", "Dark"),
        QT_TRANSLATE_NOOP("Staff", "Light"),
        QT_TRANSLATE_NOOP("Staff", "High contrast"),
        QT_TRANSLATE_NOOP("Staff", "Black screen now"),
        QT_TRANSLATE_NOOP("Staff", "Until the next opening, or until staff enter here again."),
        QT_TRANSLATE_NOOP("Staff", "Restart"),
        QT_TRANSLATE_NOOP("Staff", "Restart the program now?"),
        QT_TRANSLATE_NOOP("Staff", "Quit"),
        QT_TRANSLATE_NOOP("Staff", "Quit the program? The screen stays empty until somebody starts it."),
        QT_TRANSLATE_NOOP("Staff", "Log"),
        QT_TRANSLATE_NOOP("Staff", "Error"),
        QT_TRANSLATE_NOOP("Staff", "Warning"),
        QT_TRANSLATE_NOOP("Staff", "Today"),
        QT_TRANSLATE_NOOP("Staff", "Yesterday"),
        QT_TRANSLATE_NOOP("Staff", "%1 more times since"),
        QT_TRANSLATE_NOOP("Staff", "Resting for a day after two failures"),
        QT_TRANSLATE_NOOP("Staff", "Rests until %1"),
        QT_TRANSLATE_NOOP("Staff", "Try again"),
        QT_TRANSLATE_NOOP("Staff", "And %1 more"),
        QT_TRANSLATE_NOOP("Staff", "All problems"),
        QT_TRANSLATE_NOOP("Staff", "After %1 and %2 failures"),
        QT_TRANSLATE_NOOP("Staff", "Nothing."),
    )
)


class StaffWords:
    """Says the panel's words; English is in the program itself. `folder` holds kiosk_<language>.qm."""

    context = CONTEXT
    known = WORDS

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.language = ""
        self._translator = QTranslator()
        desktop = QLocale.system().name().partition("_")[0]
        self.speak(desktop if desktop in LANGUAGES else LANGUAGES[0])

    def speak(self, language: str) -> None:
        """Use this language, one of `LANGUAGES`, from now on."""
        self.language = language
        self._translator = QTranslator()
        self._translator.load(str(self._folder / f"kiosk_{language}.qm"))

    def say(self, words: str, *told: object) -> str:
        """Words of `WORDS`, with what is told in the place of %1 and %2."""
        said = self._translator.translate(self.context, words) or words
        for number, what in enumerate(told, 1):
            said = said.replace(f"%{number}", f"{ISOLATE}{what}{END}" if self.language == "ar" else str(what))
        return said

    def all(self) -> dict[str, str]:
        """All of them."""
        return {words: self.say(words) for words in self.known}
