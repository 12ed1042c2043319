"""The words of a window's menu, of the guide for staff and of finding an exhibition, in a language of their own."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kiosk.bridge.staff.words import StaffWords

CONTEXT = "Own"
WORDS = tuple(
    str(word)
    for word in (
        QT_TRANSLATE_NOOP("Own", "Menu"),
        QT_TRANSLATE_NOOP("Own", "Close"),
        QT_TRANSLATE_NOOP("Own", "Back"),
        QT_TRANSLATE_NOOP("Own", "Open an exhibition …"),
        QT_TRANSLATE_NOOP("Own", "Opened before"),
        QT_TRANSLATE_NOOP("Own", "Screen"),
        QT_TRANSLATE_NOOP("Own", "Full screen"),
        QT_TRANSLATE_NOOP("Own", "Leave full screen"),
        QT_TRANSLATE_NOOP("Own", "Read the files again"),
        QT_TRANSLATE_NOOP("Own", "Check this exhibition"),
        QT_TRANSLATE_NOOP("Own", "First steps"),
        QT_TRANSLATE_NOOP("Own", "About Kiosk Gallery"),
        QT_TRANSLATE_NOOP("Own", "Quit"),
        QT_TRANSLATE_NOOP("Own", "Nothing was opened yet."),
        QT_TRANSLATE_NOOP("Own", "The show fills this screen, also the next time."),
        QT_TRANSLATE_NOOP("Own", "Up"),
        QT_TRANSLATE_NOOP("Own", "All places"),
        QT_TRANSLATE_NOOP("Own", "USB stick or drive"),
        QT_TRANSLATE_NOOP("Own", "Beside the program"),
        QT_TRANSLATE_NOOP("Own", "Your own files"),
        QT_TRANSLATE_NOOP("Own", "This computer"),
        QT_TRANSLATE_NOOP("Own", "Exhibition"),
        QT_TRANSLATE_NOOP("Own", "Exhibition in one file, %1"),
        QT_TRANSLATE_NOOP("Own", "Folder"),
        QT_TRANSLATE_NOOP("Own", "There is no exhibition in this folder, and no other folder."),
        QT_TRANSLATE_NOOP("Own", "This folder cannot be opened: %1."),
        QT_TRANSLATE_NOOP("Own", "And %1 more"),
        QT_TRANSLATE_NOOP("Own", "One moment …"),
        QT_TRANSLATE_NOOP("Own", "Opening “%1” …"),
        QT_TRANSLATE_NOOP("Own", "Opening “%1” … %2 of %3"),
        QT_TRANSLATE_NOOP("Own", "“%1” is shown now."),
        QT_TRANSLATE_NOOP("Own", "“%1” cannot be opened"),
        QT_TRANSLATE_NOOP("Own", "Show “%1” until the program ends?"),
        QT_TRANSLATE_NOOP("Own", "Let go to open it."),
        QT_TRANSLATE_NOOP("Own", "The files have been read. Problems: %1"),
        QT_TRANSLATE_NOOP("Own", "Checking: picture %1 of %2"),
        QT_TRANSLATE_NOOP("Own", "Works"),
        QT_TRANSLATE_NOOP("Own", "Pictures that can be shown"),
        QT_TRANSLATE_NOOP("Own", "Nothing is wrong."),
        QT_TRANSLATE_NOOP("Own", "Version"),
        QT_TRANSLATE_NOOP("Own", "It is shown from"),
        QT_TRANSLATE_NOOP("Own", "What the program remembers"),
        QT_TRANSLATE_NOOP("Own", "Licence"),
        QT_TRANSLATE_NOOP("Own", "Pictures and labels on a touchscreen, without a network."),
        QT_TRANSLATE_NOOP("Own", "Page %1 of %2"),
        QT_TRANSLATE_NOOP("Own", "Next"),
        QT_TRANSLATE_NOOP("Own", "Begin"),
    )
)

STEPS = tuple(
    tuple(map(str, page))
    for page in (
        (
            QT_TRANSLATE_NOOP("Own", "Your pictures, on a wall that answers"),
            QT_TRANSLATE_NOOP(
                "Own",
                "Kiosk Gallery shows an exhibition on a touchscreen. Visitors turn from work to work, choose themes, "
                "look closer and read the labels. What you see behind this guide is a demonstration.",
            ),
            QT_TRANSLATE_NOOP("Own", "Nothing of it needs a network, and nobody is watched."),
        ),
        (
            QT_TRANSLATE_NOOP("Own", "Bring your list and your pictures"),
            QT_TRANSLATE_NOOP(
                "Own",
                "A table with one line for each work, and a folder with the pictures: that is all. One command makes "
                "an exhibition of them.",
            ),
            QT_TRANSLATE_NOOP("Own", "Then open its folder from the menu, or drop it on this window."),
        ),
        (
            QT_TRANSLATE_NOOP("Own", "Check it before anybody sees it"),
            QT_TRANSLATE_NOOP(
                "Own",
                "“Check this exhibition” in the menu tells what is wrong, in which file and line, and what to do. A "
                "sheet with all labels and pictures is for whoever signs them off.",
            ),
            QT_TRANSLATE_NOOP("Own", "While you mend the files, the show follows what you save."),
        ),
        (
            QT_TRANSLATE_NOOP("Own", "Put it on the kiosk"),
            QT_TRANSLATE_NOOP(
                "Own",
                "There it fills the screen, and nobody gets out of it. Opening hours and the size of the screen stand "
                "in the file config.yaml. Set a PIN, which lets you in.",
            ),
            QT_TRANSLATE_NOOP("Own", "Hold the top right corner for five seconds: that is the way to the staff panel."),
        ),
        (
            QT_TRANSLATE_NOOP("Own", "Every week after that"),
            QT_TRANSLATE_NOOP(
                "Own",
                "Pack what has changed into one file, carry it to the kiosk on a stick and install it in the staff "
                "panel. What was shown before is kept, in case you want it back.",
            ),
            QT_TRANSLATE_NOOP(
                "Own", "In the panel you also see how many have visited, and what they looked at longest."
            ),
        ),
    )
)
"""The pages of the guide for staff: title, text, and what to note."""


class OwnWords(StaffWords):
    """Says them; English is in the program itself."""

    context = CONTEXT
    known = WORDS
