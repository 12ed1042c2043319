"""The staff panel: the hidden way to it, its pad, its pages, and what staff do there."""
