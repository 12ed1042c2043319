"""A closer look at one work: the tiles that sharpen it, its true size, and what is read beside it."""
