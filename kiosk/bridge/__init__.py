"""Qt, thin: models and view models; state flows down as properties, intents flow up as slots."""
