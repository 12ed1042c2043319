"""What staff are told of the disk or network drive that an exhibition lies on, while the show goes on without it.

And of a computer that starts no further process: what all pictures have in common is told once.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from kiosk.exhibition.problems import Problem, Severity
from kiosk.exhibition.threads import begin
from kiosk.staff.reach import REMEDY, SILENT

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.backstage import Backstage
    from kiosk.staff.revision import Revision

AWAY = "drive-away"

ROOM = "no-room"
NO_WORKER = "no-worker"


def silent(manifest: Path) -> Problem:
    """That nobody answers who is asked about the files of an exhibition."""
    return Problem(
        rule=SILENT,
        message="The disk or network drive does not answer. The show goes on with what was prepared.",
        remedy=REMEDY,
        severity=Severity.WARNING,
        file=manifest,
    )


def away(folder: Path) -> Problem:
    """That all pictures of a folder are gone at once."""
    return Problem(
        rule=AWAY,
        message="None of the pictures in this folder can be reached. Those that were prepared are shown all the same.",
        remedy=REMEDY,
        severity=Severity.WARNING,
        file=folder,
    )


def note(behind: Backstage, revision: Revision) -> bool:
    """Tell staff what is away now, once, and what is not any more. Whether what has failed is to be tried again."""
    if behind.cache.problem:
        begin(threading.Thread(target=behind.cache.look_again, name="room", daemon=True))
    back = behind.over(SILENT, "the disk or network drive of the exhibition answers again")
    if revision.away:
        behind.trouble(away(min(revision.away)))
    elif revision.exhibition:
        back |= behind.over(AWAY, "the pictures of the exhibition can be reached again")
    return back or NO_WORKER in behind.episodes.standing


def complain(behind: Backstage, problem: Problem) -> None:
    """Tell staff that a picture cannot be shown; where the computer starts no process, of the first one alone."""
    if problem.rule == NO_WORKER:
        behind.trouble(problem)
    else:
        behind.complain(problem)


def mended(behind: Backstage, work: str) -> bool:
    """The picture of a work is shown again. Whether that is because the computer starts processes again."""
    behind.report.clear(work)
    return behind.over(NO_WORKER, "pictures can be prepared again")


def note_room(behind: Backstage) -> bool:
    """Tell staff that prepared pictures cannot be kept where they belong, once, and that they can be. Whether again."""
    problem = behind.cache.problem
    if problem is None:
        return behind.over(ROOM, "prepared pictures can be kept again")
    behind.trouble(Problem(rule=ROOM, message=problem.message, remedy=problem.remedy, severity=Severity.WARNING))
    return False
