"""What the site does, and says, while something that it needs fails or is full."""
