"""What tests of workers begin with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kiosk.pictures.workers.process import MEMORY_BYTES
from kiosk.pictures.workers.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.pictures.storage.cache import Cache
    from kiosk.pictures.storage.quarantine import Quarantine

PATIENCE_S = 120
"""How long a test waits for a worker on a busy machine."""

Open = Callable[..., Workshop]


@pytest.fixture
def open_workshop(cache: Cache) -> Iterator[Open]:
    """Workshops of one worker, unless told otherwise, closed at the end."""
    opened = []

    def open_one(
        workers: int = 1,
        deadline_s: float = PATIENCE_S,
        memory_bytes: int = MEMORY_BYTES,
        quarantine: Quarantine | None = None,
    ) -> Workshop:
        opened.append(Workshop(cache, workers, deadline_s, memory_bytes, quarantine=quarantine))
        return opened[-1]

    yield open_one
    for workshop in opened:
        workshop.close()
