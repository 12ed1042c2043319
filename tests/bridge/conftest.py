"""The bridge needs an application object, and no widgets."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Every test of the bridge has an application."""


@pytest.fixture(scope="module", autouse=True)
def _collected_here() -> Iterator[None]:
    """Objects with timers have to go in the thread they live in; garbage is collected in whichever one is running."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
