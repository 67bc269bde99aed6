"""One request: its page, what can be done with it, and its history."""
