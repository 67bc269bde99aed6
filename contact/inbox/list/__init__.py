"""The list of requests: tabs, filters, marks, and what is done with several at once."""
