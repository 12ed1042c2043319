"""What a kiosk that follows another shows: plain rules, without a network and without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from kiosk.exhibition.config_fleet import Shows

if TYPE_CHECKING:
    from collections.abc import Container

    from kiosk.fleet.step import Kind, Scene, Step

BEATS = 3
"""A leader of whom nothing has been heard for so many beats is gone."""


class Plan(NamedTuple):
    """What is to be on the screen: `shown` now, `coming` next, at `turns_at` by the leader's clock if that is known.

    `part`: what is looked at closer of the leader's own work; None: nobody does.
    """

    kind: Kind
    shown: Scene
    coming: Scene | None
    turns_at: float | None
    part: tuple[float, float, float, float] | None


def at(step: Step, moment: float | None) -> Step:
    """What a step says at a moment of the leader's clock: what was to come by then has come."""
    if moment is None or step.turns_at is None or moment < step.turns_at or not step.then:
        return step
    shown, *then = step.then
    return replace(step, shown=shown, since=step.turns_at, then=tuple(then), turns_at=None, part=None)


def plan(step: Step, shows: Shows, ahead: int) -> Plan | None:
    """What a follower shows of a step; None for one of a leader that shows nothing.

    Who shows the next one shows the leader's own where there is none.
    """
    if step.shown is None:
        return None
    scenes = (step.shown, *step.then)
    place = min(ahead, len(scenes) - 1) if shows is Shows.NEXT else 0
    coming = scenes[place + 1] if place + 1 < len(scenes) else None
    return Plan(step.kind, scenes[place], coming, step.turns_at, step.part)


def lacking(scene: Scene, works: Container[str]) -> str:
    """The first work of a scene that is not among these; empty when all are."""
    return next((work for work in scene.works if work not in works), "")


class Order:
    """Lets steps through that are newer than those before: the rest were on the way too long, or came twice."""

    def __init__(self) -> None:
        self._last: tuple[str, int] | None = None
        self._before: str | None = None

    def admits(self, step: Step) -> bool:
        """Whether it is the newest. A run that another has followed is over."""
        if self._last and step.run == self._last[0]:
            if step.number <= self._last[1]:
                return False
        elif step.run == self._before:
            return False
        elif self._last:
            self._before = self._last[0]
        self._last = step.run, step.number
        return True
