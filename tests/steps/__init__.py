"""What people do in the tests of several subjects, and how a test reads what they see."""
