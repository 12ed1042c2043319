"""What a screen reader hears: `/usr/bin/python3 screen_reader.py`, with the gi and Atspi that Orca uses, too.

Reads wishes from stdin, a line of JSON each, and answers each with a line of JSON. Accessibility is on from its first
answer. Only what is showing counts.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 - the version first

PATIENCE_S = 30.0
STATES = ("CHECKED", "PRESSED", "SELECTED", "FOCUSED", "FOCUSABLE", "ENABLED")
EVENTS = ("object:announcement", "object:property-change:accessible-name", "object:state-changed:checked")
heard = []


def switch_on():
    """What a screen reader does when it is started."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    value = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    bus.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None, 0, 10000, None
    )
    Atspi.init()
    listener = Atspi.EventListener.new(hear)
    for event in EVENTS:
        listener.register(event)
    return listener


def hear(event):
    said = event.any_data if isinstance(event.any_data, str) else event.source.get_name()
    heard.append([event.type, said])


def pump():
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def below(node):
    """A node and all below it that is showing."""
    if not node.get_state_set().contains(Atspi.StateType.SHOWING):
        return
    yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from below(child)


def nodes():
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(place)
        if application is not None:
            application.clear_cache()
            yield from below(application)


def told(node):
    states = node.get_state_set()
    value = node.get_value_iface()
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": [state for state in STATES if states.contains(getattr(Atspi.StateType, state))],
        "value": value.get_current_value() if value else None,
    }


def find(wish):
    for node in nodes():
        if node.get_role_name() == wish["role"] and node.get_name() == wish["name"]:
            return node
    return None


def patiently(wish):
    limit = time.monotonic() + PATIENCE_S
    while time.monotonic() < limit:
        pump()
        try:
            node = find(wish)
        except GLib.Error:  # it went while it was asked
            node = None
        if node:
            return node
        time.sleep(0.1)
    return None


def press(node):
    actions = [node.get_action_name(place) for place in range(node.get_n_actions())]
    return node.do_action(actions.index("Press"))


def answer(wish):
    do = wish["do"]
    if do == "tree":
        return [told(node) for node in nodes()]
    if do == "heard":
        pump()
        said, heard[:] = list(heard), []
        return said
    node = patiently(wish)
    if node is None:
        return None
    if do == "set":
        return node.get_value_iface().set_current_value(wish["value"])
    return press(node) if do == "press" else told(node)


def main():
    listener = switch_on()
    print(json.dumps("on"), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
    del listener


main()
