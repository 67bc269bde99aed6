"""What browsers, telephones and finders of faults ask every site for by itself."""

import io
import json
import re
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings
from django.utils import timezone
from PIL import Image

from cyberworkers import environment
from home.models import LegalIdentity
from tests import factories
from tests.pictures.marked import told
from tests.steps.web_process import Server

pytestmark = pytest.mark.django_db

ICONS = {
    "/favicon.ico": (48, "ICO"),
    "/apple-touch-icon.png": (180, "PNG"),
    "/icon-192.png": (192, "PNG"),
    "/icon-512.png": (512, "PNG"),
}
SECURITY = "/.well-known/security.txt"


def content(answer):
    return answer.getvalue() if answer.streaming else answer.content


@pytest.mark.parametrize("address", ICONS)
def test_icons_are_there_small_and_without_a_question_to_the_database(
    client, address, django_assert_num_queries
):
    with django_assert_num_queries(0):
        answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    data = content(answer)
    picture = Image.open(io.BytesIO(data))
    size, kind = ICONS[address]
    assert (picture.size, picture.format) == ((size, size), kind)
    assert len(data) < 8_000
    assert told(data) - {"sizes"} == set()


def test_the_manifest_names_icons_that_are_there_and_the_colours_of_the_site(client):
    answer = client.get("/site.webmanifest")
    assert answer["Content-Type"].startswith("application/manifest+json")
    manifest = json.loads(content(answer))
    assert manifest["name"] == settings.WAGTAIL_SITE_NAME
    for icon in manifest["icons"]:
        picture = Image.open(io.BytesIO(content(client.get(icon["src"]))))
        assert icon["sizes"] == f"{picture.width}x{picture.height}"
    assert manifest["background_color"] == manifest["theme_color"] == ground()[0]


def ground():
    """Return the ground of the light and of the dark theme, as the style sheet has it."""
    css = (settings.SITE_DIR / "static/css/tokens.css").read_text()
    paper = re.search(r"--paper: (#\w+)", css)[1]
    return paper, re.search(r"--ground: light-dark\(var\(--paper\), (#\w+)\)", css)[1]


@pytest.mark.parametrize("address", ["/", "/en/", "/nulle-part/", "interview"])
def test_every_page_names_them_and_colours_the_browser_in_both_themes(visiteur, address):
    page = factories.interview()
    html = visiteur.get(page.url if address == "interview" else address).content.decode()
    assert '<link rel="icon" href="/favicon.ico" sizes="32x32">' in html
    assert '<link rel="apple-touch-icon" href="/apple-touch-icon.png">' in html
    assert '<link rel="manifest" href="/site.webmanifest">' in html
    colours = dict(re.findall(r'"theme-color" media="\(([^)]*)\)" content="([^"]*)"', html))
    schemes = ("prefers-color-scheme: light", "prefers-color-scheme: dark")
    assert colours == dict(zip(schemes, ground(), strict=True))


def security(client):
    answer = client.get(SECURITY)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert not answer.cookies
    lines = answer.content.decode().splitlines()
    return dict(line.split(": ", 1) for line in lines if line)


@override_settings(SECURITY_CONTACT="https://cyberworkers.example/faille")
def test_who_finds_a_fault_learns_where_to_report_it(visiteur):
    """RFC 9116; 2.5.5 asks for an end within a year."""
    found = security(visiteur)
    assert found["Contact"] == "https://cyberworkers.example/faille"
    assert found["Canonical"] == settings.SITE_URL + SECURITY
    assert found["Preferred-Languages"] == "fr, en"
    left = datetime.fromisoformat(found["Expires"]) - timezone.now()
    assert timedelta(days=180) < left < timedelta(days=365)


def test_without_a_setting_it_is_the_address_of_the_publisher(visiteur):
    LegalIdentity.objects.update_or_create(defaults={"email": "redaction@cyberworkers.example"})
    assert security(visiteur)["Contact"] == "mailto:redaction@cyberworkers.example"


@pytest.mark.parametrize(
    ("value", "contact"),
    [
        ("", ""),
        ("faille@cyberworkers.example", "mailto:faille@cyberworkers.example"),
        ("mailto:faille@cyberworkers.example", "mailto:faille@cyberworkers.example"),
        ("https://cyberworkers.example/faille", "https://cyberworkers.example/faille"),
        ("http://cyberworkers.example/faille", None),
        ("https://", None),
        ("la rédaction", None),
    ],
)
def test_the_setting_is_an_address_or_the_site_does_not_start(monkeypatch, value, contact):
    monkeypatch.setenv("SECURITY_CONTACT", value)
    if contact is None:
        with pytest.raises(ImproperlyConfigured, match="SECURITY_CONTACT"):
            environment.contact("SECURITY_CONTACT")
    else:
        assert environment.contact("SECURITY_CONTACT") == contact


def test_without_any_address_there_is_none(visiteur):
    LegalIdentity.objects.all().delete()
    assert visiteur.get(SECURITY).status_code == 404


@override_settings(SECURITY_CONTACT="mailto:faille@cyberworkers.example")
def test_it_is_kept_as_it_is_the_same_for_all(site):
    server = Server()
    for _ in range(2):
        assert b"faille@" in server.get(SECURITY)["body"]
    assert server.asked == 1


@pytest.mark.parametrize("address", ["/", "/devis/", "/nulle-part/", "/cms/login/"])
def test_pages_use_nothing_of_the_device_and_stand_in_frames_of_the_site_only(visiteur, address):
    answer = visiteur.get(address)
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "manifest-src 'self'" in answer["Content-Security-Policy"]
    for name in ("camera", "geolocation", "microphone", "payment", "usb"):
        assert f"{name}=()" in answer["Permissions-Policy"]
    for name in ("autoplay", "fullscreen"):  # of the players of videos
        assert name not in answer["Permissions-Policy"]
