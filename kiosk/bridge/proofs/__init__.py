"""Proof sheets on paper: pages of a PDF, drawn with Qt so that every script is shaped as on the screen."""
