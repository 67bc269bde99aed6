"""The mails of a request: to the team, to the visitor, and those that failed."""
