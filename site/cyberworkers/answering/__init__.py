"""How an answer is made from few statements: its page, and what is asked deep inside of it."""
