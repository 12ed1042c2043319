"""What words say of a work's size: its height and width in cm, where that is sure."""

from __future__ import annotations

import re

from kiosk.exhibition.folding import fold
from kiosk.visit.real_size import MM_PER_INCH

LARGEST_CM = 100_000.0
_CM = {
    **dict.fromkeys(("mm", "мм", "مم", "millimeters", "millimetres", "밀리미터"), 0.1),
    **dict.fromkeys(("cm", "см", "سم", "centimeters", "centimetres", "센티미터", "㎝"), 1.0),
    **dict.fromkeys(("m", "м", "م", "meters", "metres", "미터"), 100.0),
    **dict.fromkeys(("in", "ins", "inch", "inches", '"', "″", "”", "дюйм", "дюйма", "дюймов"), MM_PER_INCH / 10),
    **dict.fromkeys(("ft", "feet", "foot", "'", "′"), MM_PER_INCH * 1.2),
}
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅓": "1/3", "⅔": "2/3"}
_NUMBER = r"\d+\s+\d+\s?/\s?\d+|\d+-\d+/\d+|\d+/\d+|\d+(?:[.,]\d+)?"
_UNIT = rf"(?:{'|'.join(re.escape(unit) for unit in sorted(_CM, key=len, reverse=True))})(?![^\W\d_])\.?"
_HEIGHTS = r"h(?:eight|oehe|öhe|auteur|\.|:|\s)|alto|altura|altezza|в(?:ысота|\.)|세로|높이|الارتفاع"
_WIDTHS = (
    r"w(?:idth|\.|:|\s)|b(?:reite|\.|:|\s)|l(?:argeur|arghezza|\.|:|\s)|anch(?:o|ura)|ш(?:ирина|\.)|가로|너비|العرض"
)
_PAIR = re.compile(
    rf"(?P<first>{_NUMBER})\s*(?P<unit>{_UNIT})?\s*x\s*(?P<second>{_NUMBER})\s*(?P<last>{_UNIT})?(?P<more>\s*x\s*\d)?",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?:(?P<height>{_HEIGHTS})|(?P<width>{_WIDTHS}))[\s.:=]*(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})?", re.IGNORECASE
)
_TIMES = re.compile(
    r"\s*(?:×|✕|✖|\bx\b|\bх\b|(?<=\d)[xх*](?=\s*\d)|\bby\b|\bpar\b|\bна\b|(?<=[a-zа-я])\s*[*/]\s*(?=[a-zа-я]))\s*"
)
_REVERSED = re.compile(
    r"\b(?:w|b|l|breite|width|largeur|ш|가로)\s*x\s*(?:h|höhe|height|hauteur|в|세로)\b", re.IGNORECASE
)
_ORDER = re.compile(r"\b(?:h|höhe|height|hauteur|в|세로)\s*x\s*(?:w|b|l|breite|width|largeur|ш|가로)\b", re.IGNORECASE)
_HARMLESS = frozenset(
    map(
        fold,
        (
            *("overall", "image", "sheet", "support", "unframed", "canvas", "panel", "paper", "size", "dimensions"),
            *("Bild", "Blatt", "ohne Rahmen", "ohne", "Rahmen", "Leinwand", "Bildmaß", "Blattmaß", "sans", "cadre"),
            *("toile", "papier", "feuille", "hors", "tout", "lienzo", "hoja", "tela", "foglio", "senza", "cornice"),
            *("sin", "marco", "холст", "лист", "изображение", "размер", "бумага", "без", "рамы"),
            *("화면", "크기", "액자", "제외", "without", "frame", "work", "painting", "print", "photograph"),
            *("h", "w", "actual"),
        ),
    )
)
_ALONE = frozenset(map(fold, ("frame", "Rahmen", "cadre", "cornice", "marco", "рамы", "액자")))
_NEGATED = frozenset(map(fold, ("without", "ohne", "sans", "hors", "senza", "sin", "без", "제외")))
_ALIKE = 1.025
"""Two sizes as near as this are one in two units."""


def size_in(words: str, unit: str = "") -> tuple[float, float] | None:
    """The height and width in cm that `words` tell, in the order museums write them; None where there is doubt.

    Doubt is: no unit, save `unit` is that of the column; a third side; several different sizes, as with a frame; any
    other words that may change the meaning, such as "diameter" or "each".
    """
    plain = _TIMES.sub(" x ", _without_fractions(words.lower()))
    swapped = bool(_REVERSED.search(plain))
    plain = _ORDER.sub(" ", _REVERSED.sub(" ", plain))
    sizes: list[tuple[bool, tuple[float, float]]] = []
    for pair in _PAIR.finditer(plain):
        size = None if pair["more"] else _size_of_pair(pair, unit)
        if size is None:
            return None
        sizes.append((_imperial(pair["last"] or unit), (size[1], size[0]) if swapped else size))
    rest = _PAIR.sub(" ", plain)
    if not sizes:
        return _sides_told(rest, unit)
    # The museum's own centimetres go before what its inches come to.
    _, best = min(sizes, key=lambda size: size[0])
    return best if _harmless(rest) and all(_alike(best, size) for _, size in sizes) else None


def length_in(words: str, unit: str = "") -> float | None:
    """One length in cm, such as "30 cm", or "30" in a column whose unit is known; None where there is doubt."""
    found = re.fullmatch(rf"\s*(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})?\s*", _without_fractions(words.lower()))
    return _cm(found["number"], found["unit"] or unit) if found else None


def unit_of(heading: str) -> str:
    """The unit that a column's heading gives, such as "cm" of "Height (cm)"; empty where it gives none."""
    words = re.findall(r"[^\W\d_]+", heading.lower().replace("_", " "))
    return next((word for word in reversed(words) if word in _CM and word not in {"m", "in", "م"}), _last_unit(words))


def _last_unit(words: list[str]) -> str:
    return words[-1] if len(words) > 1 and words[-1] in _CM else ""


def _without_fractions(words: str) -> str:
    for sign, spelled in _VULGAR.items():
        words = words.replace(sign, f" {spelled}")
    return re.sub(r"(\d)⁄(\d)", r"\1/\2", words)


def _size_of_pair(pair: re.Match[str], unit: str) -> tuple[float, float] | None:
    last = pair["last"] or unit or pair["unit"] or ""
    height, width = _cm(pair["first"], pair["unit"] or last), _cm(pair["second"], last)
    return (height, width) if height and width else None


def _imperial(unit: str) -> bool:
    return 2 < _CM.get(unit.strip().rstrip("."), 1.0) < 100


def _sides_told(words: str, unit: str) -> tuple[float, float] | None:
    """A size told side by side: "H. 30 cm; W. 20 cm", perhaps again in another unit in brackets."""
    heights: list[float] = []
    widths: list[float] = []
    units = [found["unit"] for found in _TOLD.finditer(words) if found["unit"]]
    common = unit or (units[-1] if units else "")
    for found in _TOLD.finditer(words):
        side = _cm(found["number"], found["unit"] or common)
        if side is None:
            return None
        (heights if found["height"] else widths).append(side)
        conversion = re.match(rf"\s*\(\s*({_NUMBER})\s*({_UNIT})\s*\)", words[found.end() :])
        if conversion and (converted := _cm(conversion[1], conversion[2])) and _near(side, converted):
            (heights if found["height"] else widths)[-1] = converted
    if len(heights) != 1 or len(widths) != 1:
        return None
    rest = re.sub(rf"\(\s*(?:{_NUMBER})\s*{_UNIT}\s*\)", " ", _TOLD.sub(" ", words))
    return (heights[0], widths[0]) if _harmless(rest) else None


def _cm(number: str, unit: str) -> float | None:
    factor = _CM.get(unit.strip().rstrip(".") if len(unit) > 1 else unit)
    # 1,200 may be one or a thousand.
    if factor is None or re.search(r",\d{3}$", number):
        return None
    whole, _, fraction = re.sub(r"\s*/\s*", "/", number).replace("-", " ").rpartition(" ")
    value = float(whole) if whole else 0.0
    if "/" in fraction:
        over, _, under = fraction.partition("/")
        value += int(over) / int(under) if int(under) else 0.0
    else:
        value += float(fraction.replace(",", "."))
    side = round(value * factor, 1 if _imperial(unit) else 2)
    return side if 0 < side <= LARGEST_CM else None


def _harmless(rest: str) -> bool:
    """Whether the words around a size leave its meaning as it is."""
    words = fold(rest).split()
    if any(word in _ALONE for word in words) and not any(word in _NEGATED for word in words):
        return False
    return all(word in _HARMLESS for word in words)


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(_near(*sides) for sides in zip(one, other, strict=True))


def _near(one: float, other: float) -> bool:
    return max(one, other) <= min(one, other) * _ALIKE + 0.2
