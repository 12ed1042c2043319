"""News from other threads for an object that may have gone since it asked for them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def relayed(emit: Callable[..., object]) -> Callable[..., None]:
    """What emits a signal, from any thread; nobody hears of it when its object has been destroyed meanwhile."""

    def tell(*news: Any) -> None:
        with contextlib.suppress(RuntimeError):
            emit(*news)

    return tell
