"""Our Python types in QML: the import `Kiosk.Bridge 1.0`, typed decorators for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtQml import QmlUncreatable

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


def made_in_python(cls: type[T]) -> type[T]:
    """Marks a QML-named type that QML receives but never creates; the stubs of 6.11 call Qt's own not callable.

    Whatever is connected to a method of such a type needs it to be a `Slot`. Else PySide gives the object a meta-object
    of its own; QML remembers those by their address, and takes the next one there for this one.
    """
    decorate = cast("Callable[[type[T]], type[T]]", QmlUncreatable("made by kiosk.app"))
    return decorate(cls)
