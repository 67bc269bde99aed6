"""The addresses of the list of interviews, for whoever leads there."""
