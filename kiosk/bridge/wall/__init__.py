"""The works side by side, and how a visitor finds some of them: by theme, by creator, by words, in an order."""
