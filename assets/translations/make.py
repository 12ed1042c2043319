"""Updates the translations: python assets/translations/make.py.

Reads the program's words into the .ts files and makes the .qm files from them. Translate in between, with Qt Linguist
or any editor, and run it again.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
KIOSK = HERE.parents[1] / "kiosk"
LANGUAGES = ("en", "ru", "ko", "ar")
BOUND = ("ru", "ko")
"""Languages of which rules tell what is not parted at the end of a line; their spaces are hardened here."""
HARD = "&#xa0;"
"""A no-break space, as Qt's tools write it."""
_TRANSLATED = re.compile(r"((?<=<translation>)[^<]+|(?<=<numerusform>)[^<]+)")


def tool(name: str) -> str:
    """One of Qt's tools beside the running Python."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def update(folder: Path) -> None:
    """Bring the .ts files in `folder` up to date with the program's words; nothing translated is lost."""
    modules = ("words.py", "staff/words.py", "staff/log.py", "laptop/words.py")
    words_in_python = (KIOSK / "bridge" / name for name in modules)
    sources = sorted([*KIOSK.rglob("*.qml"), *words_in_python])
    for language in LANGUAGES:
        file = folder / f"kiosk_{language}.ts"
        words = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
        words += ["-pluralonly"] if language == "en" else []
        subprocess.run([tool("lupdate"), "-silent", *map(str, sources), *words, "-ts", str(file)], check=True)  # noqa: S603 (Qt's own tool)


def harden(folder: Path) -> None:
    """Put no-break spaces into the translations in `folder` where their languages want them."""
    from kiosk.exhibition.binding import bind  # noqa: PLC0415 - the script finds the program itself

    for language in BOUND:
        file = folder / f"kiosk_{language}.ts"
        parts = _TRANSLATED.split(file.read_text("utf-8"))
        parts[1::2] = [
            bind(words.replace(HARD, " "), language).replace("\N{NO-BREAK SPACE}", HARD) for words in parts[1::2]
        ]
        file.write_text("".join(parts), "utf-8")


def release(folder: Path, target: Path) -> None:
    """Make the .qm files that the program loads."""
    for file in sorted(folder.glob("*.ts")):
        subprocess.run([tool("lrelease"), "-silent", str(file), "-qm", str(target / f"{file.stem}.qm")], check=True)  # noqa: S603


if __name__ == "__main__":
    sys.path.insert(0, str(KIOSK.parent))
    update(HERE)
    harden(HERE)
    release(HERE, HERE)
