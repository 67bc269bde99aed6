"""Whatever is sent to the site: an answer, and at most a line in the log."""
