"""A person may see, receive and have erased what is stored about their e-mail address."""

import io
import json
import zipfile

import pytest
from django.apps import apps
from django.db import connection
from post_office.models import Email
from wagtail.models import ModelLogEntry

from contact.models import ErasedRequests, QuoteRequest
from contact.requests.attachments import private_storage
from home.setup import roles
from tests.conftest import account, signed_in
from tests.steps import stored
from tests.steps.quote_form import post

pytestmark = pytest.mark.django_db

ASK, EXPORT, ERASE = (f"/cms/quote_requests/person/{end}" for end in ("", "export/", "erase/"))
OTHER = "autre@exemple.example"


@pytest.fixture
def requests(commercial):
    """Two requests of one person, in different cases, and one of somebody else."""
    return [
        stored.whole(commercial.user),
        stored.whole(commercial.user, email=stored.ADDRESS.title()),
        stored.whole(commercial.user, email=OTHER, name="Anne Le Goff", company="", answers=[]),
    ]


def everything_stored():
    """Return all rows of all tables as one text."""
    with connection.cursor() as cursor:
        texts = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - its own names
            texts += [repr(row) for row in cursor.fetchall()]
    return "\n".join(texts)


def unzipped(answer):
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_the_address_is_asked_for_in_the_reports_menu(commercial):
    assert ASK in commercial.get("/cms/").content.decode()
    assert 'name="email"' in commercial.get(ASK).content.decode()


@pytest.mark.parametrize("typed", [stored.ADDRESS, f" {stored.ADDRESS.upper()} "])
def test_what_is_there_is_counted_in_whatever_case_the_address_is_typed(
    commercial, requests, typed
):
    html = commercial.post(ASK, {"email": typed}).content.decode()
    for text in ("2 demandes", "4 courriels", "2 fichiers joints", "2 accords"):
        assert text in html


def test_the_page_of_a_request_leads_to_the_same(commercial, requests):
    link = f"/cms/quote_requests/{requests[1].pk}/person/"
    page = commercial.get(f"/cms/quote_requests/edit/{requests[1].pk}/").content.decode()
    assert link in page
    assert "2 demandes" in commercial.get(link).content.decode()


def test_a_request_without_an_address_leads_nowhere(commercial, site):
    quote_request = stored.quote_request(email="")
    assert commercial.get(f"/cms/quote_requests/{quote_request.pk}/person/").status_code == 302


def test_a_host_with_accents_is_found_in_whatever_case_it_was_typed(commercial, visiteur):
    post(visiteur, email="solange@ÉTÉ.example")
    answer = commercial.post(ASK, {"email": "Solange@Été.example"})
    assert answer.context["person"].counts["requests"] == 1


@pytest.mark.parametrize("typed", ["", "solange", "a@b.example\nBcc: c@d.example", "a" * 300])
def test_what_is_no_address_is_said(commercial, typed):
    assert "error-message" in commercial.post(ASK, {"email": typed}).content.decode()
    assert commercial.post(EXPORT, {"email": typed}).url == ASK
    assert commercial.post(ERASE, {"email": typed}).url == ASK


def test_an_address_in_other_peoples_requests_and_of_an_account_is_pointed_out(
    commercial, requests
):
    html = commercial.post(ASK, {"email": commercial.user.email}).content.decode()
    assert "compte" in html
    requests[2].answers = [stored.answer("context", "Contexte", f"Voir {stored.ADDRESS}")]
    requests[2].save()
    QuoteRequest.objects.filter(pk=requests[2].pk).update(search_text=" solange prevert example")
    html = commercial.post(ASK, {"email": stored.ADDRESS}).content.decode()
    assert "demandes d’autres personnes" in html


def test_the_export_holds_all_of_it_and_nothing_of_others(commercial, requests):
    archive = unzipped(commercial.post(EXPORT, {"email": stored.ADDRESS}))
    data = json.loads(archive.read("data.json"))
    assert data["address"] == stored.ADDRESS
    assert {one["reference"] for one in data["requests"]} == {r.reference for r in requests[:2]}
    one = data["requests"][0]
    assert one["answers"][0]["question"] == "Votre activité"
    assert "Des escaliers." in one["answers"][0]["answer"]
    assert one["consent_to_be_called_back"]["wording"] == "Rappelez-moi."
    assert one["internal_notes"][0]["text"] == "Solange Prévert rappelle lundi."
    assert {mail["to"][0] for mail in one["mails"]} == {one["email"], "equipe@cw.example"}
    assert "Anne Le Goff" not in json.dumps(data, ensure_ascii=False)
    for request in data["requests"]:
        file = request["attachments"][0]["file"]
        assert archive.read(file) == b"%PDF-1.7"
        assert ".." not in file.split("/")
    [entry] = ModelLogEntry.objects.filter(action="contact.export_person")
    assert entry.data == {"count": 2}
    assert "solange" not in repr(vars(entry)).lower()


def test_the_export_says_which_file_is_gone(commercial, requests):
    private_storage().delete(requests[0].attachments.get().file.name)
    data = json.loads(
        unzipped(commercial.post(EXPORT, {"email": stored.ADDRESS})).read("data.json")
    )
    assert [r["attachments"][0]["file"] for r in data["requests"]].count(None) == 1


def test_an_export_of_nobody_is_empty(commercial):
    data = json.loads(unzipped(commercial.post(EXPORT, {"email": OTHER})).read("data.json"))
    assert data["requests"] == data["other_mails"] == []


def test_the_outbox_is_part_of_it_but_not_the_teams_mail_about_others(commercial, requests):
    stored.outgoing(stored.ADDRESS.upper())
    stored.outgoing("x" + stored.ADDRESS)
    stored.outgoing("equipe@cw.example", headers={"Reply-To": f"Solange <{stored.ADDRESS}>"})
    archive = unzipped(commercial.post(EXPORT, {"email": stored.ADDRESS}))
    assert len(json.loads(archive.read("data.json"))["other_mails"]) == 2
    html = commercial.post(ASK, {"email": "equipe@cw.example"}).content.decode()
    assert "1 courriel" in html  # the one that nothing says to be about a request


def test_two_clicks_erase_everything_and_leave_a_count(commercial, requests):
    stored.outgoing(stored.ADDRESS, "Solange Prévert, bonjour")
    files = [request.attachments.get().file.name for request in requests]
    asked = commercial.post(ERASE, {"email": stored.ADDRESS})
    assert "2 demandes" in asked.content.decode()
    assert QuoteRequest.objects.count() == 3
    answer = commercial.post(
        ERASE, {"email": stored.ADDRESS, "total": asked.context["total"]}, follow=True
    )
    assert "2 demandes ont été effacées" in answer.content.decode()
    assert QuoteRequest.objects.get() == requests[2]
    assert [private_storage().exists(file) for file in files] == [False, False, True]
    [row] = ErasedRequests.objects.all()
    assert (row.reason, row.count) == ("demand", 2)
    [entry] = ModelLogEntry.objects.filter(action="contact.erase")
    assert (entry.user, entry.data) == (commercial.user, {"count": 2})


def test_nothing_of_the_person_remains_in_any_table(commercial, requests):
    page = f"/cms/quote_requests/edit/{requests[0].pk}/"
    commercial.post(page, {"state": "answered"}, follow=True)
    commercial.post(page, {"state": "won"})  # its message still waits to be shown
    stored.outgoing(stored.ADDRESS)
    stored.outgoing("equipe@cw.example", headers={"Reply-To": stored.ADDRESS})
    traces = ("solange", "prévert", "prevert", *(r.reference.lower() for r in requests[:2]))
    assert all(trace in everything_stored().lower() for trace in traces)
    asked = commercial.post(ERASE, {"email": stored.ADDRESS})
    commercial.post(ERASE, {"email": stored.ADDRESS, "total": asked.context["total"]})
    left = everything_stored().lower()
    assert [trace for trace in traces if trace in left] == []
    assert OTHER in left
    for model in apps.get_app_config("contact").get_models():
        assert str(model.objects.all())  # each can still be read


def test_what_arrived_since_the_question_is_asked_about_again(commercial, requests):
    asked = commercial.post(ERASE, {"email": stored.ADDRESS})
    stored.quote_request()
    again = commercial.post(ERASE, {"email": stored.ADDRESS, "total": asked.context["total"]})
    assert again.status_code == 200
    assert "3 demandes" in again.content.decode()
    assert QuoteRequest.objects.count() == 4


@pytest.mark.parametrize("total", ["", "x", "-1", "9" * 500])
def test_a_forged_number_erases_nothing(commercial, requests, total):
    commercial.post(ERASE, {"email": stored.ADDRESS, "total": total})
    assert QuoteRequest.objects.count() == 3


def test_nothing_is_erased_or_exported_by_a_link(commercial, requests):
    for address in (EXPORT, ERASE):
        assert commercial.get(address, {"email": stored.ADDRESS}).status_code == 405
    assert QuoteRequest.objects.count() == 3


def test_one_request_is_erased_in_the_same_way_and_says_what_is_lost(commercial, requests):
    address = f"/cms/quote_requests/delete/{requests[0].pk}/"
    html = commercial.get(address).content.decode()
    for text in ("2 courriels", "1 fichier joint", "1 note"):
        assert text in html
    answer = commercial.post(address, follow=True)
    assert "Solange" not in answer.content.decode().partition("<table")[0]
    assert ErasedRequests.objects.get().reason == "demand"
    assert Email.objects.count() == 4
    assert not stored.history(requests[0]).exists()
    assert requests[0].reference not in everything_stored()


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "cheffe", "traductrice"])
def test_others_neither_see_nor_export_nor_erase(who, request, requests):
    client = request.getfixturevalue(who)
    total = str(2 + 4 + 2 + 2)
    delete = f"/cms/quote_requests/delete/{requests[0].pk}/"
    of_request = f"/cms/quote_requests/{requests[0].pk}/person/"
    answers = [client.get(address) for address in (ASK, of_request, delete)]
    answers += [
        client.post(address, {"email": stored.ADDRESS, "total": total})
        for address in (ASK, EXPORT, ERASE, delete)
    ]
    assert {answer.status_code for answer in answers} == {302}
    assert QuoteRequest.objects.count() == 3
    assert ASK not in client.get("/cms/").content.decode()


@pytest.mark.parametrize(
    ("rights", "exports", "erases"),
    [
        (["view"], False, False),
        (["view", "export"], True, False),
        (["export"], False, False),
        (["view", "delete"], False, True),
    ],
)
def test_each_right_opens_one_thing(site, requests, rights, exports, erases):
    user = account("stagiaire", roles.WRITER)
    user.user_permissions.set(
        [roles.permission(f"contact.{right}_quoterequest") for right in rights]
    )
    client = signed_in(user)
    assert (client.post(EXPORT, {"email": stored.ADDRESS}).status_code == 200) == exports
    assert (client.post(ERASE, {"email": stored.ADDRESS}).status_code == 200) == erases
    html = client.post(ASK, {"email": stored.ADDRESS}).content.decode()
    assert (EXPORT in html, ERASE in html) == (exports, erases)
