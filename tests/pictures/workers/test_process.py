from __future__ import annotations

import gc
import threading

from kiosk.pictures.workers import process
from kiosk.pictures.workers.process import WorkerProcess


def test_a_worker_that_takes_its_time_to_end_holds_nobody_up_and_is_taken_away_all_the_same(monkeypatch):
    monkeypatch.setattr(process, "_WAIT_FOR_END_S", 0)
    worker = WorkerProcess()
    worker.start()
    started = worker._process
    worker.rest()
    gc.collect()  # a process that was dropped while it ran would be told of here
    for thread in threading.enumerate():
        if thread.name == "left behind":
            thread.join()
    assert started.returncode is not None, "it is still waited for"
