"""Hours of a kiosk's life at speed: what visitors do, what is looked at, and what may grow. No Qt."""
