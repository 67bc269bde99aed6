"""What stands in for the editor's form where the text is a translation's passages."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import TextField
from django.utils.functional import cached_property
from wagtail_localize.models import SegmentOverride, StringTranslation

from editing.passages import differs, last_hand, put_together, translation_of


class Passages:
    """Does for `EditView` what a form does: the text is in the database, not in the post."""

    formsets = {}

    def __init__(self, *posted, instance, for_user, **kwargs):
        self.draft, self.user = instance, for_user
        self.translation = translation_of(instance)
        self.latest = instance.get_latest_revision()
        self.errors = {}

    @cached_property
    def page(self):
        return put_together(self.translation, self.draft)

    def defer_required_fields(self):
        """Ask for everything all the same: a passage is never empty, only untranslated."""

    def restore_required_fields(self):
        """See `defer_required_fields`."""

    def is_valid(self):
        try:
            self.page.full_clean()
            refuse_long_texts(self.page)
        except ValidationError as error:
            self.errors = error.message_dict
            for field, messages in error.error_dict.items():
                self.mark(field, messages)
        return not self.errors

    def mark(self, field, messages):
        """Show the messages at the passage of ``field``, too, as wagtail-localize does."""
        for model in (StringTranslation, SegmentOverride):
            passage = model.objects.filter(
                context__object=self.translation.source.object_id,
                context__path=field,
                locale=self.translation.target_locale,
            ).last()
            if passage:
                passage.set_field_error(messages)

    def non_field_errors(self):
        """Return all errors: there is no field here that could show its own."""
        return self.errors.get(NON_FIELD_ERRORS) or list(self.errors)

    def __getitem__(self, name):
        """Return the model's field, for its label. Raises KeyError for no field."""
        return Labelled(self.page, name)

    def has_changed(self):
        return differs(self.page, self.latest)

    def save(self, commit=True):
        """Return the page; save it too where readers do not see it yet.

        The text is first kept as that of who translated last, who need not be who submits.
        """
        page, hand = self.page, last_hand(self.translation)
        changed = self.has_changed()
        if commit:
            page.save()
        if changed and hand and hand != self.user:
            page.save_revision(user=hand, log_action=True, clean=False)
        return page


def refuse_long_texts(page):
    """Raise ValidationError for what only a form refuses: the limit of a TextField."""
    errors = {}
    for field in page._meta.fields:
        if isinstance(field, TextField) and field.max_length:
            try:
                MaxLengthValidator(field.max_length)(getattr(page, field.attname) or "")
            except ValidationError as error:
                errors[field.name] = error
    if errors:
        raise ValidationError(errors)


class Labelled:
    """A field of the model, where Wagtail asks a form for the label of one of its own."""

    def __init__(self, page, name):
        if name not in {field.name for field in page._meta.fields}:
            raise KeyError(name)
        self.label = page._meta.get_field(name).verbose_name
