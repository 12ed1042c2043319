"""From a picture file to prepared pictures on disk."""
