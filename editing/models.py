"""The models of the editing tools, each in a file of its own."""

from editing.checklist_settings import ChecklistSettings

__all__ = ["ChecklistSettings"]
