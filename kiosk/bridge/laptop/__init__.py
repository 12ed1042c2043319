"""What a window of somebody's own has besides the show: its menu, its words, and how an exhibition is opened in it."""
