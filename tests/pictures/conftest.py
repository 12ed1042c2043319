"""What tests of pictures begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.pictures.storage.cache import Cache

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty folder of prepared pictures, with room for all that a test makes."""
    return Cache(tmp_path / "cache", 10**9)
