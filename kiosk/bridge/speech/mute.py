"""A speech service that makes no sound: for pictures of the screens on which a visitor is read to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.speech.voices import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Mute:
    """Has a voice for each of `languages`, and never comes to an end."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._voices = {language.lower(): Voice("mute", language) for language in languages}
        self._found: Callable[[Mapping[str, Voice]], None] | None = None

    def listen(
        self,
        found: Callable[[Mapping[str, Voice]], None],
        said: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None:
        """Only the voices are ever told of."""
        del said, failed
        self._found = found

    def look(self) -> None:
        """Tell of the voices at once."""
        if self._found is not None:
            self._found(self._voices)

    def say(self, words: str, voice: Voice, volume: int) -> None:
        """Make no sound."""

    def hush(self) -> None:
        """Make no sound."""

    def rest(self) -> None:
        """Nothing runs."""

    def close(self) -> None:
        """Nothing was started."""
