"""The slideshow: its slides, and how they come."""
