"""`kiosk` and `python -m kiosk`."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from kiosk.streams import have_streams


def main() -> None:
    """Do what the command line says, and leave with its exit code."""
    have_streams()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C while modules are loaded: no traceback
    arguments = sys.argv[1:]
    if arguments[:1] == ["watched"]:
        # How the supervisor starts what it watches over.
        from kiosk.supervising.watched import take_order

        arguments = take_order(arguments[1:])
    elif arguments[:1] == ["run"] and "--supervised" in arguments and "--help" not in arguments:
        # How a kiosk starts that nobody looks after: a small process, which starts all others.
        from kiosk.supervising.start import main as supervise

        sys.exit(supervise([argument for argument in arguments[1:] if argument != "--supervised"]))
    if arguments == ["run"]:
        arguments = []
    if not arguments:
        # How it starts from a stick: with what lies beside it.
        from kiosk.exhibition.portable import usual_words

        arguments = usual_words()
    if not arguments or (len(arguments) == 2 and arguments[0] == "--config"):
        # How a kiosk starts every morning: nothing to parse.
        from kiosk.app import run
        from kiosk.exhibition.places import find_config
        from kiosk.front import RunOptions

        sys.exit(run(RunOptions(config=Path(arguments[1]) if arguments else find_config())))
    if _was_a_part(arguments):
        return
    from kiosk.cli import commands

    commands(arguments, prog_name="kiosk")


def _was_a_part(arguments: list[str]) -> bool:
    """Be one of the program's own processes, as it starts them when it is one frozen executable; False for any other.

    Most of them leave by themselves.
    """
    if arguments[0] == "picture-worker":
        from kiosk.pictures.workers.worker import main as work

        work(*map(int, arguments[1:3]))
        return True
    if arguments[0] == "graphics-probe":
        # How it looks at what there is to draw with.
        from kiosk.bridge.window.probe import main as probe

        probe()
    if arguments[0] == "manifest-reader":
        # How it reads a large manifest.
        from kiosk.exhibition.reader import main as read

        read(arguments[1])
    if arguments[0] == "screen-power":
        # How it switches a screen of X11 off and on.
        from kiosk.staff.dpms import main as switch

        sys.exit(switch(arguments[1]))
    if arguments[0] == "voice-process":
        # How it reads aloud.
        from kiosk.speech.dispatcher import main as read_aloud

        read_aloud()
    if arguments[0] == "curtain-process":
        # How the supervisor covers the desktop. Developers are heard here as little as by the show.
        from kiosk.staff.environment import shut_out_developers

        shut_out_developers(os.environ)
        from kiosk.bridge.window.curtain import main as cover

        cover()
    return False


if __name__ == "__main__":
    main()
