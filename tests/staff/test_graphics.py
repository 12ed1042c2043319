from __future__ import annotations

import pytest

from kiosk.staff.graphics import Sight, judge

CARDS = [
    ("OpenGL", "Mesa Intel(R) UHD Graphics 630 (CFL GT2), Intel", "4.6 (Compatibility Profile) Mesa 23.2.1"),
    ("OpenGL", "AMD Radeon RX 6600 (radeonsi, navi23, LLVM 15.0.7), AMD", "4.6 (Compatibility Profile) Mesa 23.2.1"),
    ("OpenGL", "NVIDIA GeForce GTX 1050/PCIe/SSE2, NVIDIA Corporation", "4.6.0 NVIDIA 535.183.01"),
    ("OpenGL", "V3D 4.2.14.0, Broadcom", "OpenGL ES 3.1 Mesa 23.2.1"),
    ("OpenGL", "Mali-G52 r1 (Panfrost), Mesa", "OpenGL ES 3.1 Mesa 22.3.6"),
    ("OpenGL", "SVGA3D; build: RELEASE;  LLVM;, VMware, Inc.", "4.1 (Compatibility Profile) Mesa 22.3.6"),
    ("OpenGL", "virgl (Mesa Intel(R) Xe Graphics (TGL GT2)), Mesa", "4.3 (Compatibility Profile) Mesa 23.2.1"),
    ("OpenGL", "zink Vulkan 1.3(NVIDIA GeForce RTX 3060 (NVK GA106)), Mesa", "4.6 Mesa 24.1"),
    ("Direct3D11", "Intel(R) Iris(R) Xe Graphics", ""),
    ("Metal", "Apple M1", ""),
]
PROCESSORS = [
    ("OpenGL", "llvmpipe (LLVM 15.0.6, 256 bits), Mesa/X.org", "4.5 (Compatibility Profile) Mesa 22.3.6"),
    ("OpenGL", "llvmpipe (LLVM 11.0.1, 256 bits), VMware, Inc.", "3.1 Mesa 20.3.5"),
    ("OpenGL", "softpipe, Mesa/X.org", "3.3 Mesa 22.3.6"),
    ("OpenGL", "Software Rasterizer, Mesa Project", "2.1 Mesa 10.1"),
    ("OpenGL", "virgl (LLVMPIPE (LLVM 15.0.7, 256 bits)), Mesa", "4.3 (Compatibility Profile) Mesa 23.2.1"),
    ("OpenGL", "zink Vulkan 1.3(llvmpipe (LLVM 15.0.7, 256 bits) (MESA_LLVMPIPE)), Mesa", "4.5 Mesa 23.2.1"),
    ("OpenGL", "D3D12 (Microsoft Basic Render Driver), Microsoft Corporation", "4.2 Mesa 23.2.1"),
    ("OpenGL", "GDI Generic, Microsoft Corporation", "1.1.0"),
    ("OpenGL", "Google SwiftShader, Google Inc.", "OpenGL ES 3.0 SwiftShader 4.1.0.7"),
    ("OpenGL", "Apple Software Renderer, Apple Inc.", "4.1 APPLE-16.7.4"),
    ("OpenGL", "Mesa DRI Intel(R) 945GM, Tungsten Graphics, Inc", "1.4 Mesa 20.3.5"),
    ("Direct3D11", "Microsoft Basic Render Driver", ""),
    ("Vulkan", "llvmpipe (LLVM 15.0.6, 256 bits)", ""),
    ("OpenGL", "", ""),
]


@pytest.mark.parametrize(("api", "device", "version"), CARDS)
def test_a_graphics_card_draws(api: str, device: str, version: str):
    verdict = judge(Sight(api=api, device=device, version=version))
    assert not verdict.software
    assert device in verdict.reason


@pytest.mark.parametrize(("api", "device", "version"), PROCESSORS)
def test_qts_software_renderer_takes_the_place_of_a_driver_that_draws_with_the_processor(
    api: str, device: str, version: str
):
    verdict = judge(Sight(api=api, device=device, version=version))
    assert verdict.software
    assert verdict.reason


def test_a_driver_in_trouble_is_not_drawn_with_whatever_its_name():
    assert judge(Sight(api="OpenGL", device="NVIDIA", version="4.6", trouble="it hangs")).software
    assert judge(Sight(trouble="it hangs")).reason == "it hangs"
