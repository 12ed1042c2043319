"""What a visitor does at the running kiosk is what `kiosk stats` tells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


def test_the_statistics_tell_what_the_hand_did(program: Program, few: Path) -> None:
    walked = program.walk("counted", few)
    assert (walked.err, walked.out, walked.code) == ("", "", 0)
    config = program.configure({"exhibition": str(few)})
    told = json.loads(program.end(program.start("kiosk", "stats", "--json", "--config", config)).out)
    assert (told["visits"], told["walked_on"], told["ran_out"], told["cut_short"]) == (1, 1, 0, 0)
    works = {work["work"]: work for work in told["works"]}
    assert {work: (each["shown"], each["zoomed"], each["pages"]) for work, each in works.items()} == {
        "work-00001": (1, 0, 0),
        "work-00002": (1, 1, 0),
    }
    assert works["work-00001"]["title"] == "Work 1"
    assert works["work-00001"]["looked_s"] >= 10
    assert works["work-00002"]["looked_s"] >= 20
    assert any(works["work-00002"]["closely_s"])
    assert [(each["choice"], each["times"]) for each in told["languages"]] == [("ar", 1)]
    assert [(each["choice"], each["times"]) for each in told["themes"]] == [("theme-2", 1)]
    assert program.running() == []
