from __future__ import annotations

import pytest

from kiosk.bridge.window.probe import read_log

OPENGL = "OpenGL VENDOR: {} RENDERER: {} VERSION: {}"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            [
                "threaded render loop",
                "Creating QRhi with backend OpenGL for window 0x55ee866ceb00 (wflags 0x1)",
                OPENGL.format("Intel", "Mesa Intel(R) UHD Graphics 630", "4.6 (Compatibility Profile) Mesa 23.2.1"),
            ],
            ("Mesa Intel(R) UHD Graphics 630", "4.6 (Compatibility Profile) Mesa 23.2.1", "threaded"),
        ),
        (
            [OPENGL.format("Mesa/X.org", "llvmpipe (LLVM 15.0.6, 256 bits)", "4.5 Mesa 22.3.6"), "basic render loop"],
            ("llvmpipe (LLVM 15.0.6, 256 bits), Mesa/X.org", "4.5 Mesa 22.3.6", "basic"),
        ),
        (
            [
                "Adapter 0: 'Intel(R) UHD Graphics' (vendor 0x8086 device 0x3E92 flags 0x0)",
                "Adapter 1: 'NVIDIA GeForce GTX 1650' (vendor 0x10DE device 0x1F91 flags 0x0)",
                "  using this adapter",
                "Adapter 2: 'Microsoft Basic Render Driver' (vendor 0x1414 device 0x8C flags 0x2)",
            ],
            ("NVIDIA GeForce GTX 1650", "", ""),
        ),
        (["Metal device: Apple M1", "threaded render loop"], ("Apple M1", "", "threaded")),
        (
            ["Physical device 0: 'AMD Radeon RX 6600' 2.0.283", "  using this physical device"],
            ("AMD Radeon RX 6600", "", ""),
        ),
        (["QRhiGles2: Failed to create context"], ("", "", "")),
    ],
)
def test_qts_own_log_tells_what_draws(lines: list[str], told: tuple[str, str, str]):
    assert read_log(lines) == told
