"""What is shown: the exhibition, its works, themes and labels, read from files and checked."""
