"""What could be better about an exhibition, beyond what is wrong with it."""
