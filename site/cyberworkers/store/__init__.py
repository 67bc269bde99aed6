"""Whole answers, kept ready for readers and right at once.

The database itself says when anything that readers see has changed: triggers write to one small
table (`triggers`, `shown`), in the transaction of the change, whoever makes it. What that table
holds names a `generation`. An answer is kept under the generation that was read before it was
rendered (`application`), and pieces of pages in the same way (`kept`). So what is rendered while
something changes is kept under a name that nobody asks for again.

docs/decisions/2026-11-store.md has the reasons.
"""
