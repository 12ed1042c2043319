"""Describes our Python types to QML's tools: `python tests/qml/describe.py FOLDER`, then `qmllint -I FOLDER`.

Read from the live meta-objects, because the stock pyside6-metaobjectdump (6.11) loses enums, lists and what QML may not
create.
"""

from __future__ import annotations

import inspect
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, QMetaObject, QObject

import kiosk.bridge
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = f"{QML_IMPORT_MAJOR_VERSION}.0"


def describe(folder: Path) -> list[str]:
    """Write the module's qmldir and types below `folder`. The names of the types."""
    classes = sorted(bridge_classes(), key=lambda cls: cls.__name__)
    module = folder.joinpath(*QML_IMPORT_NAME.split("."))
    module.mkdir(parents=True, exist_ok=True)
    module.joinpath("qmldir").write_text(
        f"module {QML_IMPORT_NAME}\ntypeinfo bridge.qmltypes\ndepends QtQml\ndepends QtQml.Models\n"
    )
    described = "".join(component(cls) for cls in classes)
    module.joinpath("bridge.qmltypes").write_text(f"import QtQuick.tooling 1.2\nModule {{\n{described}}}\n")
    return [cls.__name__ for cls in classes]


def bridge_classes() -> Iterator[type[QObject]]:
    """The classes of kiosk.bridge that QML knows by name."""
    for found in walk_packages(kiosk.bridge.__path__, "kiosk.bridge."):
        module = import_module(found.name)
        for cls in vars(module).values():
            ours = isinstance(cls, type) and issubclass(cls, QObject) and cls.__module__ == found.name
            if ours and "@QmlElement" in decorators(cls):
                yield cls


def decorators(cls: type) -> list[str]:
    """The lines above a class."""
    return inspect.getsource(cls).partition("\nclass ")[0].splitlines()


def component(cls: type[QObject]) -> str:
    """One type in qmltypes' words."""
    meta: QMetaObject = cls.staticMetaObject
    lines = [
        f'name: "{cls.__name__}"',
        'accessSemantics: "reference"',
        f'prototype: "{meta.superClass().className()}"',
        f'exports: ["{QML_IMPORT_NAME}/{cls.__name__} {VERSION}"]',
        f"exportMetaObjectRevisions: [{QML_IMPORT_MAJOR_VERSION * 256}]",
        *(["isCreatable: false"] if "@made_in_python" in decorators(cls) else []),
        *enums(meta),
        *properties(meta),
        *methods(meta),
    ]
    return "    Component {\n" + "".join(f"        {line}\n" for line in lines) + "    }\n"


def enums(meta: QMetaObject) -> Iterator[str]:
    """Its enums."""
    for index in range(meta.enumeratorOffset(), meta.enumeratorCount()):
        enum = meta.enumerator(index)
        keys = ", ".join(f'"{enum.key(key)}"' for key in range(enum.keyCount()))
        yield f'Enum {{ name: "{enum.name()}"; values: [{keys}] }}'


def properties(meta: QMetaObject) -> Iterator[str]:
    """Its properties."""
    for index in range(meta.propertyOffset(), meta.propertyCount()):
        prop = meta.property(index)
        facts = [f'name: "{prop.name()}"', typed(prop.typeName()), f'read: "{prop.name()}"', f"index: {index}"]
        if prop.hasNotifySignal():
            facts.append(f'notify: "{text(prop.notifySignal().name())}"')
        facts += ["isReadonly: true"] * (not prop.isWritable()) + ["isConstant: true"] * prop.isConstant()
        yield f"Property {{ {'; '.join(facts)} }}"


def methods(meta: QMetaObject) -> Iterator[str]:
    """Its signals and slots."""
    for index in range(meta.methodOffset(), meta.methodCount()):
        method = meta.method(index)
        word = "Signal" if method.methodType() == QMetaMethod.MethodType.Signal else "Method"
        returned = "" if method.typeName() in {"", "void"} else f"; {typed(method.typeName())}"
        names = [text(name) or f"value{place}" for place, name in enumerate(method.parameterNames())]
        types = [text(name) for name in method.parameterTypes()]
        parameters = "".join(
            f' Parameter {{ name: "{name}"; {typed(kind)} }}' for name, kind in zip(names, types, strict=True)
        )
        yield f'{word} {{ name: "{text(method.name())}"{returned};{parameters} }}'


def typed(name: str) -> str:
    """A type in qmltypes' words: `Visit*` is a pointer to Visit."""
    pointer = "; isPointer: true" if name.endswith("*") else ""
    return f'type: "{name.rstrip("*")}"{pointer}'


def text(name: object) -> str:
    """The words of a QByteArray."""
    return bytes(name).decode()  # type: ignore[call-overload, no-any-return]


if __name__ == "__main__":
    print(*describe(Path(sys.argv[1])), sep="\n")
