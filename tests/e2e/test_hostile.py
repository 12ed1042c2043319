"""Hostile words in every text of an exhibition."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

from tests.hostile import build_hostile

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


def test_hostile_words_are_read_as_they_stand_and_nothing_is_fetched_or_opened(
    program: Program, tmp_path: Path
) -> None:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    folder = tmp_path / "hostile"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        manifest = build_hostile(folder, f"http://127.0.0.1:{serving.server_port}/")
        ended = program.walk("hostile", manifest, "--size", "1280x720", config={"display": {"reduced_motion": "on"}})
        serving.shutdown()
    warned = [line for line in ended.err.splitlines() if "manifest.yaml" not in line and "Install fonts" not in line]
    assert (warned, ended.out, ended.code) == ([], "", 0), ended.err
    assert asked == []
