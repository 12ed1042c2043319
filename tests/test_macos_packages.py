"""What makes the program one of macOS', and icons for both systems."""

from __future__ import annotations

import importlib.util
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]
MACOS = ROOT / "packaging" / "macos"
DRAWING = (
    """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#e3b45f"/></svg>"""
)


@pytest.fixture
def build():
    spec = importlib.util.spec_from_file_location("build", MACOS / "build.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    return build


def plist(name):
    return plistlib.loads((MACOS / name).read_bytes())


def test_macos_lets_a_show_that_nobody_touches_go_on():
    about = plist("Info.plist")
    assert about["NSAppSleepDisabled"] is True
    assert about["NSSupportsAutomaticTermination"] is about["NSSupportsSuddenTermination"] is False
    assert about["NSHighResolutionCapable"] is True
    assert not any(key.endswith("UsageDescription") for key in about), "it asks for nothing"


def test_it_starts_at_sign_in_and_keeps_going_by_its_supervisor_alone():
    agent = plist("org.kiosk-gallery.kiosk.plist")
    assert agent["Label"] + ".plist" == "org.kiosk-gallery.kiosk.plist"
    assert agent["ProgramArguments"][0] == "/Applications/Kiosk Gallery.app/Contents/MacOS/kiosk-gallery"
    assert agent["ProgramArguments"][1:] == ["run", "--supervised"]
    assert agent["RunAtLoad"] is True
    assert "KeepAlive" not in agent, "staff's Quit ends it"


def test_the_image_has_the_program_and_where_to_drag_it(build, tmp_path):
    application = tmp_path / "Kiosk Gallery.app"
    (application / "Contents" / "MacOS").mkdir(parents=True)
    (application / "Contents" / "MacOS" / "kiosk-gallery").touch()
    (staged := tmp_path / "image").mkdir()
    build.stage(application, staged)
    assert (staged / "Kiosk Gallery.app/Contents/MacOS/kiosk-gallery").is_file()
    assert (staged / "Applications").readlink() == Path("/Applications")
    assert set(build.BESIDE) < {each.name for each in staged.iterdir()}


@pytest.mark.parametrize(("identity", "hardened"), [("-", False), ("Developer ID Application: A Museum", True)])
def test_it_is_signed_before_it_is_packed_and_for_a_notary_if_somebody_signs(build, identity, hardened):
    sign, verify, create, _ = build.commands(Path("x.app"), Path("image"), Path("x.dmg"), identity)
    assert [sign[0], verify[0], create[0]] == ["codesign", "codesign", "hdiutil"]
    assert sign[sign.index("--sign") + 1] == identity
    assert ("runtime" in sign) is hardened


@pytest.mark.parametrize(("ending", "largest"), [(".ico", 256), (".icns", 1024)])
def test_an_icon_is_drawn_in_all_sizes(tmp_path, ending, largest):
    (drawing := tmp_path / "icon.svg").write_text(DRAWING)
    script = ROOT / "packaging" / "icons" / "raster.py"
    subprocess.run([sys.executable, script, drawing, "-o", icon := tmp_path / f"icon{ending}"], check=True)
    with Image.open(icon) as image:
        assert image.size == (largest, largest)
        assert image.convert("RGBA").getpixel((largest // 2, largest // 2)) == (0xE3, 0xB4, 0x5F, 0xFF)
        assert image.convert("RGBA").getpixel((0, 0))[3] == 0
        assert len(image.info["sizes"]) >= 7
