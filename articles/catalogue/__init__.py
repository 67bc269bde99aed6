"""Which interviews readers may open, all of them in memory: counted and cut without a query."""
