"""Kiosk Gallery: an exhibition of pictures and labels on a touchscreen."""

__version__ = "0.1.0"
