"""Where the time of a start goes, measured from inside without changing the order in which anything happens."""

from __future__ import annotations

import builtins
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

QT = frozenset({"PySide6", "shiboken6", "shibokensupport"})

Place = tuple[str, str]
"""A module and a function in it, or a method as `Type.method`."""


class Stopwatch:
    """Seconds spent in each step: a function of `steps`, or the importing of a kind of module.

    `then` is called once the step `last` has been. A step inside another counts for itself alone. `moments` is when
    something happened first, with what had been spent by then. Functions are watched from when their module has been
    imported; nothing is imported for their sake.
    """

    def __init__(self, steps: dict[str, Place], last: str, then: Callable[[Stopwatch], None]) -> None:
        self.spent: dict[str, float] = {}
        self.moments: dict[str, tuple[float, dict[str, float]]] = {}
        self._steps = dict(steps)
        self._last = last
        self._then = then
        self._inner = [0.0]
        self._import = builtins.__import__
        builtins.__import__ = self._watched_import

    def moment(self, name: str) -> None:
        """Note that this has happened, the first time."""
        self.moments.setdefault(name, (time.perf_counter(), dict(self.spent)))

    def _watched_import(self, name: str, *details: Any, **named: Any) -> Any:
        imported = self._time(_kind(name), self._import, name, *details, **named)
        for step, (module, function) in tuple(self._steps.items()):
            holder = sys.modules.get(module)
            *path, last = function.split(".")
            for part in path:
                holder = getattr(holder, part, None)
            found = None if holder is None else getattr(holder, last, None)
            if found is not None:
                del self._steps[step]
                setattr(holder, last, self._timed(step, found))
        return imported

    def _timed(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            try:
                return self._time(step, function, *arguments, **named)
            finally:
                self.moment(step)
                if step == self._last:
                    self._then(self)

        return timed

    def _time(self, step: str, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        self._inner.append(0.0)
        begun = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            whole = time.perf_counter() - begun
            self.spent[step] = self.spent.get(step, 0.0) + whole - self._inner.pop()
            self._inner[-1] += whole


def _kind(module: str) -> str:
    """What kind of module is imported under this name; a name without a package is one of the library at work."""
    top = module.partition(".")[0]
    if top in QT:
        return "imports: Qt"
    if top == "kiosk":
        return "imports: kiosk"
    return "imports: Python's own" if top in sys.stdlib_module_names else "imports: libraries"
