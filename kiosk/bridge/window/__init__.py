"""The program's windows: what draws in them, where they stand, and what is done to them."""
