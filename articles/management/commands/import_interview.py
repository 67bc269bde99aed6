"""`manage.py import_interview FILE`: a draft of a transcript, as “Paste an interview” makes it."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from articles.index.page import ArticleIndexPage
from articles.transcript.drafting import draft
from articles.transcript.drafting.people import propose
from articles.transcript.lines import Role
from articles.transcript.paragraphs import Unreadable
from articles.transcript.taking import refuse_too_large, take


class Command(BaseCommand):
    help = "Makes a draft of an interview of FILE: .docx .odt .rtf .txt .md .html .srt .vtt"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", default=settings.LANGUAGE_CODE, help="of the interview")
        parser.add_argument("--user", help="whose draft it is, by the user name")

    def handle(self, *args, file, language, user, **options):
        index = ArticleIndexPage.objects.filter(locale__language_code=language).first()
        if index is None:
            raise CommandError(f"No page lists interviews in the language {language}.")
        owner = self.owner(user)
        try:
            refuse_too_large(file.stat().st_size)
            transcript = take(index, owner, file.read_bytes(), name=file.name)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except Unreadable as refusal:
            raise CommandError(str(refusal)) from refusal
        page, failed = draft.make(
            transcript,
            owner,
            self.chosen(transcript.people, index),
            self.chosen(transcript.interviewers, index),
        )
        self.stdout.write(f"Draft: {page.title}")
        path = reverse("wagtailadmin_pages:edit", args=[page.pk])
        self.stdout.write(f"Edit it: {settings.SITE_URL}{path}")
        for line in transcript.cuts.lines:
            if line.role == Role.OUT:
                self.stdout.write(f"Left out: {transcript.cuts.text(line)}")
        if failed:
            self.stdout.write(f"Images that stay in the original: {failed}")

    def owner(self, name):
        users = get_user_model().objects.filter(is_active=True)
        found = users.filter(username=name) if name else users.filter(is_superuser=True)
        if not (owner := found.order_by("pk").first()):
            raise CommandError(f"There is no user {name}." if name else "Name a user: --user.")
        return owner

    def chosen(self, names, index):
        return [(one.name, one.chosen) for one in propose(names, index.locale)]
