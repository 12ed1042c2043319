"""The light of sRGB colours, for whoever reckons with it: the wall's palette and the drawing of pictures."""

from __future__ import annotations


def linear(channel: float) -> float:
    """The light of a channel of an sRGB colour, both 0..1 (IEC 61966-2-1)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def luminance_of(red: float, green: float, blue: float) -> float:
    """Relative luminance of the light of three channels, 0..1 (WCAG 2.2, definition)."""
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
