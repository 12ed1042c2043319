"""The bridge needs an application object, and no widgets."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> None:
    """Every test of the bridge has an application."""
