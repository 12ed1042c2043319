"""The show in a window of somebody's own computer: what is remembered of it, and how exhibitions are found there."""
