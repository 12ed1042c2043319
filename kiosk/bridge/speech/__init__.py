"""Labels read aloud: what a visitor can do about it, and the process that does it."""
