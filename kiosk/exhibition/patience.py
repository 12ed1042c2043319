"""Asking a disk that may never answer, without waiting for ever."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Generic, TypeVar

from kiosk.exhibition.threads import begin

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

MOST_WAITING = 8
"""Threads that may hang at once; then nobody is asked any more until one of them has been answered."""


class Patience(Generic[T]):
    """Calls on threads of their own, each for `seconds` at most. Safe to use from any thread.

    A call that takes longer goes on, for nothing can end one that waits for a network drive, but nobody waits for it.
    """

    def __init__(self, seconds: float, most_waiting: int = MOST_WAITING) -> None:
        self._seconds = seconds
        self._room = threading.BoundedSemaphore(most_waiting)

    def ask(self, call: Callable[[], T]) -> T:
        """What the call returns or raises. Raises TimeoutError when that takes too long, or others hang already.

        So it does where the system has no thread left.
        """
        if not self._room.acquire(blocking=False):
            raise TimeoutError
        answer: Future[T] = Future()
        if not begin(threading.Thread(target=self._work, args=(call, answer), name="patience", daemon=True)):
            self._room.release()
            raise TimeoutError
        return answer.result(self._seconds)

    def _work(self, call: Callable[[], T], answer: Future[T]) -> None:
        try:
            answer.set_result(call())
        except BaseException as error:  # noqa: BLE001 - it is raised again where it was asked for
            answer.set_exception(error)
        finally:
            self._room.release()
