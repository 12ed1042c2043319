"""Machines to be looked at, described by their files and what their programs say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.staff.doctor.machine import Machine

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def machine(
    root: Path, files: Mapping[str, str] | None = None, answers: Mapping[str, str] | None = None, **more: Any
) -> Machine:
    """A machine below `root` with `files` and with programs that give `answers`, by their command lines."""
    for name, text in (files or {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    told = answers or {}
    usual: dict[str, Any] = {
        "system": "linux",
        "environment": {},
        "home": root / "home/her",
        "user": 1000,
        "ask": lambda command: told.get(" ".join(command)),
        "frozen": False,
    }
    return Machine(root=root, **(usual | more))
