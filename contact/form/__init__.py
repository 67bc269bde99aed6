"""The quote form: what editors make of it, and what becomes of a post of it."""
