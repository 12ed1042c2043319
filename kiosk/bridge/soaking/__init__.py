"""Strangers at a running show for hours at speed, and what grows meanwhile."""
