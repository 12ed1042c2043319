"""What exhibition staff do: check, start a new exhibition, read the report of problems."""
