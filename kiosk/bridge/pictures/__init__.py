"""Where pictures made ready are found, and who waits for which."""
