"""From cuts to a draft: blocks, people, images."""
