"""A table of searches, the interviews that they are asked of, and what measures it."""
