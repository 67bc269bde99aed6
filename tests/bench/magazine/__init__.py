"""The magazine that is measured: filled to any size, and what is done in it."""
