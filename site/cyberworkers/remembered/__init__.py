"""What is made of texts and blocks alone: worked out once, then remembered in the process."""
