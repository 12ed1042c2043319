"""The real supervisor, less patient: `python -m tests.e2e.hasty [kiosk's own arguments]`."""

from __future__ import annotations

import sys

from kiosk.supervising import start
from kiosk.supervising.supervisor import Around
from kiosk.supervising.vigil import Patience
from tests.e2e.conftest import STRICT

SILENCE_S = 8.0
"""A beat comes every 3 s."""

if __name__ == "__main__":
    python, *isolated = start._ourselves()
    start._ourselves = lambda: [python, *STRICT, *isolated]
    start.Around = lambda **around: Around(  # type: ignore[assignment, misc]
        **around, patience=Patience(silence=SILENCE_S, dump=0.2), prepare_after=0.5, look_for=0.1
    )
    sys.exit(start.main(sys.argv[1:]))
