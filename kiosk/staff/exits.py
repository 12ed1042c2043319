"""How the program ends, in numbers: all of them, and what each asks of whoever started it.

`kiosk run --supervised` does what is said here; `docs/staff-guide.md` tells staff, and the service in `packaging/linux`
what systemd does with what is left.
"""

from __future__ import annotations

FINE = 0
"""It was asked to leave, or its window was closed. Nobody asked? Then it is started again."""
TROUBLE = 1
"""Python's own: an error that nobody caught. Start it again. Qt, too, ends so when the display server has died."""
UNUSABLE = 2
"""The command line makes no sense, or there is nothing to show. If it said so at once, starting again helps nobody."""
RENDERER = 4
"""Nothing can be drawn, or no frame came any more. It is noted what drew: start again, without the graphics card."""
QUIT = 10
"""Staff have ended it: whoever starts it again when it ends leaves it alone (systemd: RestartPreventExitStatus=10)."""
AGAIN = 11
"""It is to start again. Alone the program does that itself, and nobody sees this code; supervised it leaves."""
STUCK = 12
"""The same picture stood for far too long while the show was to go on. Start it again."""
DISPLAY = 13
"""The display server has gone. Start it again when that is back; it was nobody's fault here."""
AFRESH = 14
"""Safe mode is over, by time or because what is to be shown has changed. Start the usual way."""
ALREADY = 15
"""Another one has the screen. The supervisor waits until that has gone; alone the program says so and leaves with 0."""
