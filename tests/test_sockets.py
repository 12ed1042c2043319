"""What looks for sockets finds them."""

from __future__ import annotations

import os
import socket
import sys

import pytest

from tests.sockets import network_sockets

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")


def test_sockets_of_a_network_are_found_and_those_in_the_file_system_are_not() -> None:
    before = network_sockets(os.getpid())
    with socket.socket(socket.AF_UNIX):
        assert network_sockets(os.getpid()) == before
    with socket.socket(socket.AF_INET) as listening, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as told:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        told.bind(("127.0.0.1", 0))
        found = sorted(line[:4] for line in set(network_sockets(os.getpid())) - set(before))
    assert found == ["tcp:", "udp:"]
