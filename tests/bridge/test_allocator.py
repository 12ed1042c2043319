"""What a picture took goes back to the system with it."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

HELD = """
import ctypes, sys
from kiosk.bridge.upkeep import allocator

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096

if sys.argv[1] == "given back":
    allocator.give_pictures_back()
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.malloc.argtypes, library.free.argtypes = [ctypes.c_size_t], [ctypes.c_void_p]

def picture():
    place = library.malloc(8 << 20)
    ctypes.memset(place, 1, 8 << 20)
    return place

before = resident()
library.free(picture())
pictures = [picture() for _ in range(6)]
for place in pictures[:5]:
    library.free(place)
print(resident() - before)
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="the C library is not glibc")
@pytest.mark.parametrize(("how", "screenfuls"), [("given back", 1), ("left alone", 6)])
def test_pictures_that_went_leave_nothing_behind(how: str, screenfuls: int) -> None:
    told = subprocess.run([sys.executable, "-c", HELD, how], capture_output=True, text=True, check=True).stdout
    assert round(int(told) / (8 << 20)) == screenfuls


HOLES = """
import ctypes, sys
from kiosk.bridge.upkeep import allocator

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096

library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.malloc.argtypes, library.free.argtypes = [ctypes.c_size_t], [ctypes.c_void_p]
before = resident()
pieces = [library.malloc(20_000) for _ in range(1000)]
for place in pieces:
    ctypes.memset(place, 1, 20_000)
for place in pieces[:-1]:  # the last one stays, at the end of the heap
    library.free(place)
if sys.argv[1] == "given back":
    allocator.give_holes_back()
print(resident() - before)
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="the C library is not glibc")
@pytest.mark.parametrize(("how", "megabytes"), [("given back", range(4)), ("left alone", range(18, 24))])
def test_what_lies_below_one_thing_that_stays_is_given_back(how: str, megabytes: range) -> None:
    told = subprocess.run([sys.executable, "-c", HOLES, how], capture_output=True, text=True, check=True).stdout
    assert int(told) // 1_000_000 in megabytes


HEAPS = """
import ctypes, sys, tempfile, threading
from kiosk.bridge.upkeep import allocator

if sys.argv[1] == "shared":
    allocator.share_heaps()
library = ctypes.CDLL(None)
library.fopen.restype = ctypes.c_void_p
library.malloc_info.argtypes, library.fclose.argtypes = [ctypes.c_int, ctypes.c_void_p], [ctypes.c_void_p]
together = threading.Barrier(7)

def live():
    library.malloc(5000)
    together.wait()
    together.wait()

threads = [threading.Thread(target=live) for _ in range(6)]
for thread in threads:
    thread.start()
together.wait()
with tempfile.NamedTemporaryFile() as told:
    file = library.fopen(told.name.encode(), b"w")
    library.malloc_info(0, file)
    library.fclose(file)
    print(told.read().count(b"<heap nr="))
together.wait()
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="the C library is not glibc")
@pytest.mark.parametrize(("how", "heaps"), [("shared", 2), ("left alone", 7)])
def test_threads_share_heaps(how: str, heaps: int) -> None:
    told = subprocess.run([sys.executable, "-c", HEAPS, how], capture_output=True, text=True, check=True).stdout
    assert int(told) == heaps
