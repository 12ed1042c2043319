"""What a visitor is doing: the session, what comes next, how long it stays, and when the doors are open."""
