"""What the searches of the CMS look into: a row for each object that has fields to search in."""

from django.db import models


class Listed(models.Model):
    """Texts of an object of the CMS, as `search.cms.texts` makes them.

    ``title`` is what lists call it, ``draft`` the title of a page in its newest draft, each with
    its ``words``; ``text`` holds the stems of all else.
    """

    root = models.CharField(max_length=60)  # the model in which `key` is unique, as its label
    key = models.BigIntegerField()
    title = models.TextField()
    title_words = models.TextField()
    draft = models.TextField(default="")
    draft_words = models.TextField(default="")
    text = models.TextField()

    wagtail_reference_index_ignore = True
    never_shown = True  # to readers

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["root", "key"], name="search_listed_once")]

    def __str__(self):
        return f"{self.title} ({self.root} {self.key})"
