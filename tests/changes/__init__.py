"""Changes of every kind, and what every address must answer after each of them."""
