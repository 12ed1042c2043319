"""What keeps strangers inside a full-screen kiosk, for as long as its window is shown."""
