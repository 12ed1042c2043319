"""The real supervisor with a show that is walked through: `python -m tests.e2e.led WALK [kiosk's own arguments]`."""

from __future__ import annotations

import sys

from kiosk.supervising import start
from kiosk.supervising.supervisor import Around
from tests.e2e.conftest import STRICT

NO_CURTAIN_S = 1e6

if __name__ == "__main__":
    walk, *arguments = sys.argv[1:]
    start._ourselves = lambda: [sys.executable, *STRICT, "-m", "tests.e2e.driver", walk]
    start.Around = lambda **around: Around(  # type: ignore[assignment, misc]
        **around, prepare_after=NO_CURTAIN_S, cover_after=NO_CURTAIN_S
    )
    sys.exit(start.main(arguments))
