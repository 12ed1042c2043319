"""Bundles: an exhibition as one verified file, and the exhibitions installed from such files."""
