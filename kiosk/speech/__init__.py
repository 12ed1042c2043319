"""Words read aloud by the desktop's speech service, from a process of its own."""
