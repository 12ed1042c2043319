"""From the pixels of a file to those of a screen."""
