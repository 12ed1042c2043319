"""Everything the exhibition says, in the visitor's language."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kiosk.bridge.wall.themes_model import Chip
from kiosk.exhibition.binding import bind
from kiosk.exhibition.label import LabelLine, Role, exhibition_lines, label_lines, word_count
from kiosk.exhibition.text import primary
from kiosk.visit.dwell import dwell_s

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from kiosk.exhibition.model import Detail, Exhibition
    from kiosk.exhibition.spoken import Passage
    from kiosk.exhibition.text import Text
    from kiosk.visit.attract import Scene

SAMPLED_WORKS = 4


class Labels:
    """The words of an exhibition in one `language` at a time; works are given by their index."""

    def __init__(self, exhibition: Exhibition) -> None:
        self._exhibition = exhibition
        self._theme_names = {theme.id: theme for theme in exhibition.themes}
        self.language = exhibition.languages[0]

    def say(self, text: Text) -> str:
        """A text in the visitor's language, else in the next of the exhibition's that has it."""
        return text.words(self.language, self._exhibition.languages)

    def say_bound(self, text: Text) -> str:
        """The same, as it is set in large letters: what belongs together is not parted at the end of a line."""
        return bind(*text.resolve(self.language, self._exhibition.languages))

    def name(self, work: int) -> tuple[str, str]:
        """A work's title (its id if it has none) and its creator."""
        shown = self._exhibition.works[work]
        return self.say(shown.title) or shown.id, self.say(shown.creator)

    def described(self, work: int) -> str:
        """What a work's picture shows, for those who do not see it: its alternative text, else title and creator."""
        return self.say(self._exhibition.works[work].alt) or ", ".join(filter(None, self.name(work)))

    def lines(self, work: int) -> tuple[LabelLine, ...]:
        """A work's label; its id if it has nothing to say."""
        shown = self._exhibition.works[work]
        lines = label_lines(shown, self._exhibition, self.language, self._exhibition.languages)
        return lines or (LabelLine(Role.TITLE, shown.id, self.language),)

    def passages(self, work: int) -> tuple[Passage, ...]:
        """What there is to read aloud of a work."""
        from kiosk.exhibition.spoken import passages  # noqa: PLC0415 - few visitors are read to

        return passages(self._exhibition.works[work], self._exhibition, self.language, self._exhibition.languages)

    def about(self, dates: str, works: int) -> tuple[LabelLine, ...]:
        """The exhibition's own label; `dates` in the visitor's language."""
        return exhibition_lines(self._exhibition, dates, works, self.language, self._exhibition.languages)

    def sample(self) -> tuple[str, str]:
        """Some of what works are described with, as the visitor reads it, and the language that this is in."""
        works = islice(self._exhibition.works, SAMPLED_WORKS)
        said = [
            work.description.resolve(self.language, self._exhibition.languages) for work in works if work.description
        ]
        language = said[0][1] if said else self.language
        return " ".join(words for words, spoken in said if primary(spoken) == primary(language)), language

    def details(self, work: int) -> tuple[tuple[Detail, str, str], ...]:
        """A work's details, each with its words and the language they are in."""
        languages = self._exhibition.languages
        return tuple(
            (each, *each.text.resolve(self.language, languages)) for each in self._exhibition.works[work].details
        )

    def dwell_s(self, works: Iterable[int], configured: float | None) -> float:
        """How long works stay on the stage together: long enough to read their labels, unless configured."""
        return dwell_s(sum(word_count(self.lines(work)) for work in works), configured)

    def scene(self, scene: Scene) -> tuple[str, str]:
        """The heading and words of an attract scene: a theme's name and teaser, or a work's title and creator."""
        if scene.theme is None:
            return self.name(scene.works[0])
        theme = self._theme_names[scene.theme]
        return self.say_bound(theme.name), self.say_bound(theme.teaser)

    def theme_name(self, theme: str) -> str:
        """What a theme is called."""
        return self.say(self._theme_names[theme].name)

    def chips(self, counts: Mapping[str, int], chosen: Collection[str]) -> tuple[Chip, ...]:
        """A chip for each theme, in the curator's order."""
        return tuple(
            Chip(theme.id, self.say(theme.name), counts[theme.id], theme.id in chosen)
            for theme in self._exhibition.themes
        )
