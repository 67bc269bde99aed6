"""Videos in interviews: at a host, played on a click, with a poster of our own storage."""
