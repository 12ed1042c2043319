"""What everything looks like: colours, sizes and typefaces."""
