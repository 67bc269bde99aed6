"""What an interview says, passage by passage."""
