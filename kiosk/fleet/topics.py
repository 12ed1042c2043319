"""Which message goes where: the topics of a fleet."""

from __future__ import annotations

from typing import NamedTuple

ONLINE, OFFLINE = "online", "offline"
"""What stands at `present`: the second one is the last will of a kiosk that has gone without a word."""


class Root(NamedTuple):
    """All topics of one fleet begin with `root`."""

    root: str

    def state(self, kiosk: str) -> str:
        """How a kiosk does, retained."""
        return f"{self.root}/state/{kiosk}"

    def present(self, kiosk: str) -> str:
        """Whether it is there, retained."""
        return f"{self.root}/present/{kiosk}"

    def reply(self, kiosk: str) -> str:
        """What came of commands."""
        return f"{self.root}/reply/{kiosk}"

    def step(self, kiosk: str) -> str:
        """What a kiosk shows that others follow."""
        return f"{self.root}/step/{kiosk}"

    def clock(self, to: str, of: str) -> str:
        """What the clock of a kiosk shows: questions, and answers."""
        return f"{self.root}/clock/{to}/{of}"

    def to_one(self, kiosk: str) -> str:
        """Commands to a kiosk."""
        return f"{self.root}/command/one/{kiosk}"

    def to_group(self, group: str) -> str:
        """Commands to all of a group."""
        return f"{self.root}/command/group/{group}"

    @property
    def to_all(self) -> str:
        """Commands to every kiosk."""
        return f"{self.root}/command/all"

    def heard_by(self, kiosk: str, groups: tuple[str, ...]) -> tuple[str, ...]:
        """The topics of all commands that concern a kiosk."""
        return (self.to_one(kiosk), self.to_all, *map(self.to_group, groups))

    def kiosk_of(self, topic: str) -> tuple[str, str]:
        """Which kind of news of which kiosk; both empty for what is none."""
        head, _, kiosk = topic.rpartition("/")
        kind = head.removeprefix(f"{self.root}/")
        return (kind, kiosk) if kind in {"state", "present", "reply"} and kiosk else ("", "")


def name_from(host: str) -> str:
    """The name of a kiosk that was given none: that of its computer, as far as it fits into a topic."""
    first = host.partition(".")[0].lower()
    signs = "".join(sign if sign.isascii() and (sign.isalnum() or sign == "-") else "-" for sign in first)
    return signs.strip("-")[:63] or "kiosk"
