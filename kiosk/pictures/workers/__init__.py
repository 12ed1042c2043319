"""The worker processes, and who hands them their work."""
