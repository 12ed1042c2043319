"""What a visitor is doing: session, playlist, dwell and opening hours; the clock is passed in."""
