"""The next step of a text on one button, at the foot of the editor, and why it has to wait."""
