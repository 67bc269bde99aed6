"""The index of all that readers may find: ordinary tables, the same on every database.

Whatever is found is a `Document`. A `Posting` says that a document holds a term, how much this
counts (`impact`) and where (`search.index.places`). The first postings of a term, in the order
of their impact, are read from the index on them, however many there are.
"""

from django.db import models


class Document(models.Model):
    """What `Findable.shown_words` said of an object, in its language."""

    root = models.CharField(max_length=60)  # the model in which `key` is unique, as its label
    key = models.BigIntegerField()
    model = models.CharField(max_length=60)  # the model of the object itself
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=255)
    day = models.DateField(null=True)
    marks = models.JSONField()  # lists of kind, value, label
    parts = models.JSONField()  # lists of text, heading, anchor: see `search.index.writing`
    questions = models.JSONField(default=dict)  # heading, anchor of parts that have both, by number

    wagtail_reference_index_ignore = True
    never_shown = True  # results are never stored

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["root", "key"], name="search_one_document")]

    def __str__(self):
        return f"{self.title} ({self.model} {self.key})"


class Term(models.Model):
    """A stem of a language, or a mark (“topic:fibre”), under a number."""

    language = models.CharField(max_length=10)
    stem = models.CharField(max_length=150)

    wagtail_reference_index_ignore = True
    never_shown = True

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["language", "stem"], name="search_one_term")]

    def __str__(self):
        return f"{self.stem} ({self.language})"


class Posting(models.Model):
    pk = models.CompositePrimaryKey("document_id", "term_id")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    term = models.ForeignKey(
        Term, on_delete=models.CASCADE, related_name="postings", db_index=False
    )
    impact = models.IntegerField()
    places = models.BinaryField()

    wagtail_reference_index_ignore = True
    never_shown = True

    class Meta:
        default_permissions = []
        indexes = [models.Index(fields=["term", "-impact", "-document"], name="search_best_first")]

    def __str__(self):
        return f"{self.term_id} in {self.document_id}"


class Word(models.Model):
    """A word of the site as readers see it, and folded: of these a misspelt one is corrected."""

    language = models.CharField(max_length=10)
    form = models.CharField(max_length=40)
    shown = models.CharField(max_length=80)

    wagtail_reference_index_ignore = True
    never_shown = True

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["language", "form"], name="search_one_word")]

    def __str__(self):
        return f"{self.shown} ({self.language})"


class Stale(models.Model):
    """An object whose text was changed by a change of something else: the worker reads it anew."""

    root = models.CharField(max_length=60)
    key = models.BigIntegerField()

    wagtail_reference_index_ignore = True
    never_shown = True

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["root", "key"], name="search_stale_once")]

    def __str__(self):
        return f"{self.root} {self.key}"
