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
def _application(qapp: QGuiApplication) -> Iterator[None]:  # noqa: ARG001 (it is asked for to be there)
    """Every test of the bridge has an application, and leaves no Qt object behind.

    Objects in a cycle die when Python next looks for garbage, on whichever thread it then runs; Qt objects with timers
    crash the process when that is not their own.
    """
    yield
    gc.collect()
