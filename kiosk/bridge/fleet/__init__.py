"""This kiosk as one of many: what it tells of itself, and what it is asked to do. Imported where that is configured."""
