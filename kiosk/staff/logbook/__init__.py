"""What the program writes down about itself: bounded for ever, never in the way of the show, nothing of anybody."""
