"""One account for each role, where the demo is loaded."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from cyberworkers.environment import env
from home.setup import roles

FILE = settings.STATE_DIR / "demo-accounts.txt"

ACCOUNTS = {
    "redaction": ("Agathe", "Lemoine", roles.WRITER),
    "relecture": ("Bastien", "Roche", roles.REVIEWER),
    "chef": ("Delphine", "Aubry", roles.CHIEF),
    "traduction": ("Emma", "Whitfield", roles.TRANSLATOR),
    "devis": ("Gaspard", "Nivelle", roles.SALES),
    "admin": ("Solène", "Marchand", None),
}


def make_accounts():
    """Make the demo accounts with one password, and write them to var/demo-accounts.txt."""
    password = env.str("DEMO_PASSWORD", default="") or secrets.token_urlsafe(12)
    # Slow on purpose, so it is worked out once for all.
    hashed = make_password(password)
    for username, (first_name, last_name, role) in ACCOUNTS.items():
        user = get_user_model().objects.create(
            username=username,
            email=f"{username}@cyberworkers.example",
            first_name=first_name,
            last_name=last_name,
            is_staff=role is None,
            is_superuser=role is None,
            password=hashed,
        )
        UserProfile.objects.create(user=user, preferred_language="fr")
        if role:
            user.groups.add(Group.objects.get(name=role))
    FILE.touch(mode=0o600)
    FILE.write_text(
        "".join(f"{username:<12}{password}\n" for username in ACCOUNTS), encoding="utf-8"
    )
