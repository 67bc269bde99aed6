"""A list of which a reader chooses one."""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe


class Choice(forms.Select):
    """Django's own, without a template for each option: a magazine has hundreds of people."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = "" if value is None else str(value)
        options = "".join(
            f'<option value="{escape(one)}"{" selected" * (str(one) == chosen)}>'
            f"{escape(label)}</option>"
            for one, label in self.choices
        )
        attrs = flatatt(self.build_attrs({"name": name}, attrs))
        # Each value and label was escaped above.
        return format_html("<select{}>{}</select>", attrs, mark_safe(options))  # noqa: S308
