"""Reading a file that nobody trusts."""
