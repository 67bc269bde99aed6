"""The legal identity, as tests fill it in."""

from django.urls import reverse

from home.models import LegalIdentity

WHOLE = {
    "company": "Éditions du Pylône",
    "legal_form": "SARL",
    "capital": "10 000 €",
    "address": "3 rue du Relais, 23000 Guéret",
    "registration": "RCS Guéret 000 000 000",
    "vat": "FR00 000 000 000",
    "telephone": "05 36 49 00 00",
    "email": "contact@pylone.example",
    "director": "Ana Ruiz",
    "editor": "Hélène Marchetti",
    "host": "Hébergement Creuse",
    "host_address": "1 place du Marché, 23000 Guéret",
    "host_telephone": "05 36 49 00 01",
    "host_country": "France",
    "log_days": 30,
    "data_contact": "donnees@pylone.example",
    "accessibility_contact": "acces@pylone.example",
    "accessibility_date": "2026-11-02",
}


def fill(**fields):
    """Fill the identity in, whole but for ``fields``."""
    LegalIdentity.load()
    LegalIdentity.objects.update(**WHOLE | fields)


def address(name="edit"):
    return reverse(
        f"wagtailsettings:{name}", args=["home", "legalidentity", LegalIdentity.load().pk]
    )
