"""What the law asks: how long requests are kept, and what becomes of them afterwards."""
