"""What readers see at once when a thing is changed or deleted, by Wagtail's index of references."""
