"""How the program ends when staff want it to."""

from __future__ import annotations

QUIT = 10
"""Staff have ended it: whoever starts it again when it ends leaves it alone (systemd: RestartPreventExitStatus=10)."""
AGAIN = 11
"""It is to start again. The program does that itself; nobody else ever sees this code."""
