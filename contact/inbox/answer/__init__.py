"""Answer a request by mail."""
