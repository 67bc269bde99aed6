"""Who publishes the site: what French law wants to be read on it, filled in once."""

from django.db import models
from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Page, PreviewableMixin

from cyberworkers import legal_names
from home.preview import shown

# Asked of every publisher: law 2004-575, articles 1-1 (II) and 19; GDPR, article 13.
REQUIRED = [
    *("company", "address", "telephone", "email", "director"),
    *("host", "host_address", "host_telephone", "data_contact"),
]


def text(label, help_text):
    return models.CharField(label, max_length=250, blank=True, help_text=help_text)


def group(heading, *names):
    return MultiFieldPanel([FieldPanel(name) for name in names], heading=heading)


@register_setting(icon="clipboard-list", order=110)
class LegalIdentity(PreviewableMixin, BaseGenericSetting):
    """What stands in the legal pages in place of the words in braces (`cyberworkers.legal_names`).

    Every field may be empty, so that it can be filled in as the answers come; the deploy check
    says what is missing. Help texts name the rule that asks: "LCEN" is law 2004-575, in its
    wording since law 2024-449.
    """

    company = text(
        _("company name"),
        _("Readers must know who publishes the site (LCEN, article 1-1). A person: full name."),
    )
    legal_form = text(
        _("legal form"),
        _("For instance SARL, SAS, association. Tells readers what kind of body answers for it."),
    )
    capital = text(
        _("share capital"),
        _("Asked of companies only (LCEN, article 1-1), with its currency: 10 000 €."),
    )
    address = text(
        _("registered office"),
        _("Street, postcode, town: where letters and the right of reply go (LCEN, article 1-1)."),
    )
    registration = text(
        _("registration (RCS, SIREN)"),
        _("Town of the register and SIREN number, if registered (LCEN, article 1-1)."),
    )
    vat = text(
        _("VAT number"),
        _("Asked of those who offer paid services on line and are liable (LCEN, article 19)."),
    )
    telephone = text(
        _("telephone"), _("Readers must be able to reach the publisher (LCEN, article 1-1).")
    )
    email = models.EmailField(
        _("e-mail address"),
        blank=True,
        help_text=_("For quick written contact (LCEN, article 19). A shared mailbox is best."),
    )
    director = text(
        _("director of publication"),
        _("First and last name: the person who answers for what is published (LCEN, article 1-1)."),
    )
    editor = text(
        _("head of the editorial team"), _("If there is one beside the director of publication.")
    )
    host = text(
        _("host"), _("Name of the company whose machines hold the site (LCEN, article 1-1).")
    )
    host_address = text(_("address of the host"), _("Asked by the same article."))
    host_telephone = text(_("telephone of the host"), _("Asked by the same article."))
    host_country = text(
        _("country of hosting"),
        _("Visitors who ask for a quote are told where their data lie (GDPR, article 13)."),
    )
    log_days = models.PositiveSmallIntegerField(
        _("retention of the server's logs: days"),
        null=True,
        blank=True,
        help_text=_(
            "Logs hold IP addresses, which are personal data: their time must be said (GDPR, "
            "article 13). Ask whoever runs the server."
        ),
    )
    data_contact = text(
        _("contact for personal data"),
        _("E-mail or postal address for those who ask for their data (GDPR, article 13)."),
    )
    accessibility_contact = text(
        _("contact for accessibility"),
        _("E-mail or postal address for those who cannot read or use something (RGAA)."),
    )
    accessibility_date = models.DateField(
        _("date of the accessibility statement"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last checked what the statement says (RGAA)."),
    )

    panels = [
        HelpPanel(template="home/legal_help.html"),
        group(
            _("Publisher"),
            *("company", "legal_form", "capital", "address"),
            *("registration", "vat", "telephone", "email"),
        ),
        group(_("Publication"), "director", "editor"),
        group(_("Host"), "host", "host_address", "host_telephone", "host_country", "log_days"),
        group(
            _("Contacts and statement"),
            *("data_contact", "accessibility_contact", "accessibility_date"),
        ),
    ]

    class Meta:
        verbose_name = _("legal identity")

    def shown(self, name):
        """Return the field ``name`` as readers see it, in the active language; "" if empty."""
        value = getattr(self, name)
        if name == "log_days" and value is not None:
            return ngettext("%(count)d day", "%(count)d days", value) % {"count": value}
        if name == "accessibility_date" and value:
            return date_format(value, "j F Y")  # as on every page, in English too
        return (value or "").strip()

    def missing(self):
        """Return the names of the empty fields that the law asks of every publisher."""
        return [name for name in REQUIRED if not self.shown(name)]

    def missing_labels(self):
        return [self._meta.get_field(name).verbose_name for name in self.missing()]

    def filled_pages(self):
        """Return the live pages with words in braces: French first, then those with the most."""
        pages = Page.objects.live().filter(standardpage__body__contains="{")

        def rank(page):
            return page.locale.language_code, len(legal_names.fields_in(page.body))

        return sorted(pages.select_related("locale").specific(), key=rank, reverse=True)

    @property
    def preview_modes(self):
        return [
            (str(page.pk), f"{page.title} ({page.locale.language_code})")
            for page in self.filled_pages()
        ]

    def serve_preview(self, request, mode_name):
        for page in self.filled_pages():
            if str(page.pk) == mode_name:
                return shown(page, request)
        raise Http404
