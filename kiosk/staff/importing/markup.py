"""Words with HTML in them as the plain words that a label shows.

A label shows exactly the letters it is given, so whatever is left of HTML would be seen on the wall.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

LONGEST = 50_000
"""Characters that are looked at; labels are cut far earlier."""

_NAMES = (
    "a|abbr|article|b|big|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|"
    "footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|li|link|meta|object|ol|p|param|pre|q|s|script|"
    "section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|th|thead|title|tr|u|ul|video|wbr"
)
TAG = re.compile(rf"<(?:/?(?:{_NAMES})(?![\w-])[^<>]*>|!--|!\[CDATA\[|!doctype\b|\?\w)", re.IGNORECASE)
"""The beginning of something that is HTML without a doubt, as opposed to "<1890>"."""
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_SILENT = frozenset(("script", "style", "object", "form", "svg", "textarea", "head", "title"))
"""What their elements hold is not for reading."""
_PARAGRAPHS = frozenset(("p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "figure", "section", "article"))
_LINES = frozenset(("br", "div", "li", "tr", "ul", "ol", "dt", "dd", "dl", "table", "figcaption"))
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_BLANKS = re.compile(r"[^\S\n]+")
_ROUNDS = 4


def is_html(words: str) -> bool:
    """The test of IIIF Presentation 3: whether the first character is < and the last is >."""
    return words.startswith("<") and words.endswith(">")


def without_markup(words: str) -> str:
    """`words` without tags, entities and control characters; paragraphs are kept, and lines within them.

    What passes the test of IIIF, or has a tag or an entity in it that is HTML without a doubt, is read as HTML: pages
    write it, and escape it twice, where they should not. Scripts, styles, forms and embedded objects go with what they
    hold; of links and pictures nothing but a link's words is kept. "<1890>" and "a < b" stay.
    """
    words = words[:LONGEST].strip()
    for _ in range(_ROUNDS):
        if not (is_html(words) or TAG.search(words) or _ENTITY.search(words)):
            break
        words = tidy(_read(words))
    while TAG.search(words):
        words = TAG.sub("", words) if len(words) < 1000 else words.replace("<", "")
    return tidy(words)


def tidy(words: str) -> str:
    """`words` without control characters, each line without blanks around it, no more than one line empty at a time."""
    words = words.replace("\r\n", "\n").translate(_BREAKS)
    lines = [_BLANKS.sub(" ", line).strip() for line in _CONTROLS.sub("", words).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


_BREAKS = {ord(letter): "\n" for letter in "\r\x0b\x0c\x85\u2028\u2029"}


class _Reader(HTMLParser):
    """Gathers what there is to read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 (so Python calls it)
        self._silent += tag in _SILENT
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 (so Python calls it)
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str) -> None:
        if not self._silent:
            self.said.append("\n\n" if tag in _PARAGRAPHS else "\n" if tag in _LINES else "")


def _read(words: str) -> str:
    if not (is_html(words) or TAG.search(words)):
        # Only entities: the lines are the writer's own.
        return "\n".join(map(_read_html, words.split("\n")))
    return _read_html(words)


def _read_html(words: str) -> str:
    for opening, closing in _UNSAID:
        words = _cut(words, opening, closing)
    reader = _Reader()
    try:
        reader.feed(words)
        reader.close()
    except (AssertionError, ValueError):  # what Python's parser makes of broken declarations
        return re.sub(r"<[^<>]*>", " ", words)
    return "".join(reader.said)


_UNSAID = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", ">"))


def _cut(words: str, opening: str, closing: str) -> str:
    """`words` without what is between the two; Python's parser takes minutes for thousands that are never closed."""
    kept = []
    place = 0
    while (start := words.find(opening, place)) >= 0:
        kept.append(words[place:start])
        end = words.find(closing, start)
        place = len(words) if end < 0 else end + len(closing)
    return "".join((*kept, words[place:]))
