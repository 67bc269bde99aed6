"""What looks like spam: kept in quarantine, told to nobody, released by a person."""
