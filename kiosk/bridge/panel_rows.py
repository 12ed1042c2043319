"""The rows that the panel of staff and the menu of somebody's own window are made of, as plain values for QML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.exhibition.problems import Problem

Row = dict[str, Any]


def fact(name: str, value: str) -> Row:
    """A value and what it is called."""
    return {"kind": "fact", "name": name, "value": value}


def heading(name: str) -> Row:
    """What the rows below it are about."""
    return {"kind": "heading", "name": name}


def note(name: str) -> Row:
    """A sentence."""
    return {"kind": "note", "name": name}


def button(name: str, act: str, icon: str) -> Row:
    """A button that does something."""
    return {"kind": "button", "name": name, "act": act, "icon": icon}


def trouble(problem: Problem, *more: str) -> Row:
    """A problem, what it is about, what `more` there is to tell of it, and its remedy."""
    line = f":{problem.line}" if problem.line else ""
    file = f"{problem.file.name}{line}" if problem.file else ""
    about = "  ·  ".join(filter(None, (problem.work, problem.field, file, *more)))
    return {"kind": "problem", "name": problem.message, "note": problem.remedy, "value": about}


def entry(
    name: str,
    icon: str,
    act: str,
    arg: str,
    *,
    note: str = "",
    value: str = "",
    chosen: bool = False,
    more: bool = False,
) -> Row:
    """A row to press: `value` stands at its end, such as a key; `chosen` is marked; `more` leads to other rows."""
    about = {"note": note, "value": value, "chosen": chosen, "more": more}
    return {"kind": "entry", "name": name, "icon": icon, "act": act, "arg": arg, **about}
