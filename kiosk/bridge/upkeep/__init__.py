"""What keeps a show well for months: its memory, its garbage, and the heart that tells that it lives."""
