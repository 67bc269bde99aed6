"""The editorial calendar: what is published, planned and still without a date."""
