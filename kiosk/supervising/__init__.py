"""Keeping the show alive: what starts it again, watches it, and what it says of itself meanwhile.

The supervisor is a process of its own that has to outlive everything: no Qt, no Pillow, no msgspec, and as little else
as possible is imported here.
"""
