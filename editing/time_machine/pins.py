"""Versions that a person named: they are never pruned, and nothing replaces them."""

from django import forms
from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from editing.editor.states import keep


class PinnedRevision(models.Model):
    revision = models.OneToOneField(
        "wagtailcore.Revision", on_delete=models.CASCADE, primary_key=True, related_name="pin"
    )
    name = models.CharField(_("name of this version"), max_length=80)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    wagtail_reference_index_ignore = True
    never_shown = True  # to readers

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.name


class PinForm(forms.ModelForm):
    class Meta:
        model = PinnedRevision
        fields = ["name"]


@transaction.atomic
def pin(revision, name, user):
    """Keep ``revision`` under ``name``; an editor that goes on from it makes a new one."""
    keep(revision=revision)
    values = {"name": name, "person": user}
    PinnedRevision.objects.update_or_create(revision=revision, defaults=values)
