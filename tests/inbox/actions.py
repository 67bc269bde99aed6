"""What people try with a request: each says whether it came about, offered or forged."""

import uuid

from post_office.models import STATUS, Email

from contact.inbox.request import handling
from contact.models import Note, QuoteRequest, Reading, RequestMail
from contact.requests.token import new_token
from tests.steps import stored
from tests.steps.inbox import LIST, address, bulk, page_of

PERSON = f"{LIST}person/"


def content(answer):
    return answer.getvalue().decode(errors="replace")


def sees(path_of, sign=stored.NAME):
    """``sign`` stands in what is sent to a person, page or file."""

    def tried(client, one):
        return sign in content(client.get(path_of(one)))

    return tried


def takes(path_of, start):
    """A file is sent that begins with ``start``."""

    def tried(client, one):
        answer = client.get(path_of(one))
        return answer.status_code == 200 and answer.getvalue().startswith(start)

    return tried


def posts(path_of, came_about, **data):
    def tried(client, one):
        client.post(path_of(one), data)
        return bool(came_about(QuoteRequest.objects.filter(pk=one.pk).first()))

    return tried


def changes(path_of, before, after):
    """A post takes a request from one state to another."""

    def tried(client, one):
        QuoteRequest.objects.filter(pk=one.pk).update(state=before)
        client.post(path_of(one))
        return QuoteRequest.objects.get(pk=one.pk).state == after

    return tried


def to(name):
    return lambda one: address(name, one)


def at(ending):
    """An address of the request beside those of its view set."""
    return lambda one: f"{LIST}{one.pk}/{ending}/"


def to_list(query=""):
    return lambda one: LIST + query


def to_file(one):
    return f"{LIST}{one.pk}/files/{one.attachments.get().pk}/"


def to_bulk(action):
    return lambda one: bulk(action, one)


def sees_history(client, one):
    handling.set_state(one.pk, "won", one.assignee)
    return "contact.state" in content(client.get(address("history", one)))


def sees_alarm(client, one):
    """On the home of the CMS: a mail that failed names the visitor."""
    Email.objects.update(status=STATUS.failed)
    return stored.NAME in content(client.get("/cms/"))


def note_of(author, one):
    return Note.objects.create(quote_request=one, author=author, text="Rappeler")


def deletes_own_note(client, one):
    """A note from the time when the person might write some."""
    author = getattr(client, "user", None)
    if author is None:
        return False
    note = note_of(author, one)
    client.post(f"{LIST}notes/delete/{note.pk}/")
    return not Note.objects.filter(pk=note.pk).exists()


def deletes_note_of_another(client, one):
    note = note_of(one.assignee, one)
    client.post(f"{LIST}notes/delete/{note.pk}/")
    return not Note.objects.filter(pk=note.pk).exists()


def marks_unread(client, one):
    if user := getattr(client, "user", None):
        Reading.objects.create(quote_request=one, user=user)
    client.post(address("unread", one))
    return bool(user) and not Reading.objects.exists()


def adds(client, one):
    client.post(f"{LIST}new/", {"state": "new", "name": "Forgée"})
    return QuoteRequest.objects.count() > 1


def answers(client, one):
    values = {"token": new_token(), "subject": "Votre demande", "text": "Bonjour."}
    client.post(at("answer")(one), values)
    return one.mails.filter(kind=RequestMail.Kind.REPLY).exists()


def sends_again(client, one):
    mail = one.mails.first()
    client.post(f"{LIST}mails/{mail.pk}/send/")
    return one.mails.count() > 2


def settles(client, one):
    mail = one.mails.first()
    Email.objects.filter(pk=mail.email_id).update(status=STATUS.failed)
    client.post(f"{LIST}mails/{mail.pk}/settle/")
    return RequestMail.objects.filter(settled_at__isnull=False).exists()


def looks_a_person_up(client, one):
    return "2 courriels" in content(client.post(PERSON, {"email": one.email}))


def exports_a_person(client, one):
    return content(client.post(f"{PERSON}export/", {"email": one.email})).startswith("PK")


def erases_a_person(client, one):
    """With the number that the question would have said: a file, a consent, two mails, itself."""
    client.post(f"{PERSON}erase/", {"email": one.email, "total": "5"})
    return not QuoteRequest.objects.filter(pk=one.pk).exists()


def forged(one):
    """Return the address of everything that changes something, with a post that would do it."""
    mail, note = one.mails.first(), one.notes.first()
    answer = {"token": new_token(), "subject": "Votre demande", "text": "Bonjour."}
    return [
        (page_of(one), {"state": "won", "assignee": ""}),
        (address("star", one), {"starred": "1"}),
        (address("unread", one), {}),
        (address("add_note", one), {"text": "Rappeler"}),
        (f"{LIST}notes/delete/{note.pk}/", {}),
        (address("delete", one), {}),
        (at("answer")(one), answer),
        (at("spam")(one), {}),
        (at("not-spam")(one), {}),
        (at("withdrawal")(one), {}),
        (f"{LIST}mails/{mail.pk}/send/", {}),
        (f"{LIST}mails/{mail.pk}/settle/", {}),
        (f"{PERSON}erase/", {"email": one.email, "total": "5"}),
        (f"{PERSON}export/", {"email": one.email}),
        *((bulk(action, one), {"state": "won"}) for action in ("state", "assign", "spam", "star")),
    ]


def whole(user):
    """Return a request with everything that can belong to one, handled by ``user``."""
    return stored.whole(user, assignee=user, token=uuid.uuid4())
