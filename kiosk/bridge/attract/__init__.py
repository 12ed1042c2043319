"""What is on the screen while nobody is there."""
