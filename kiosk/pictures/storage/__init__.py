"""How prepared pictures lie on disk."""
