"""The list as CSV and XLSX: as it is filtered, safe in a spreadsheet, nothing left out."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from contact.inbox.export import view
from contact.models import CallbackConsent, FormField
from home.setup import roles
from tests import factories
from tests.conftest import account, signed_in
from tests.steps import stored

pytestmark = pytest.mark.django_db

LIST = "/cms/quote_requests/"


def body(answer):
    return b"".join(answer.streaming_content)


def csv_of(client, delimiter=";", **query):
    text = body(client.get(LIST, {"export": "csv", **query})).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def sheet_of(client, **query):
    answer = client.get(LIST, {"export": "xlsx", **query})
    return load_workbook(io.BytesIO(body(answer))).active


def xlsx_of(client, **query):
    heads, *rows = sheet_of(client, **query).iter_rows()
    return [dict(zip((h.value for h in heads), row, strict=True)) for row in rows]


@pytest.fixture
def quote_request(site, commercial):
    made = stored.quote_request(
        submit_time=datetime(2026, 7, 14, 22, 30, tzinfo=UTC),
        state="in_progress",
        starred=True,
        assignee=commercial.user,
        spam_reasons=["links"],
        answers=[
            stored.answer("name", "Votre nom", "Solange Prévert", "name"),
            stored.answer("telephone", "Votre téléphone", "06 12 34 56 78", "tel"),
            stored.answer("activity", "Votre activité", "Des escaliers ;\n« neufs »"),
            stored.answer("removed", "Un champ retiré", ["Un", "Deux"]),
            stored.answer("ticked", "Une case retirée", True),
        ],
    )
    CallbackConsent.objects.create(quote_request=made, wording="Oui.", version="abc")
    return made


def test_a_request_is_a_row_with_words_and_local_time(commercial, quote_request):
    [row] = csv_of(commercial)
    expected = {
        "Référence": quote_request.reference,
        "Date": "2026-07-15 00:30",
        "État": "En cours",
        "Qui la traite": "commercial",
        "Langue": "Français",
        "Formulaire": "Demandez un devis",
        "Nom": "Solange Prévert",
        "Entreprise": "Menuiserie Prévert",
        "Adresse électronique": "solange@prevert.example",
        "Téléphone": "'06 12 34 56 78",
        "Accord pour être rappelé": "Oui",
        "Avec étoile": "Oui",
        "L'activité de votre entreprise": "Des escaliers ;\n« neufs »",
        "Autres réponses": "Un champ retiré: Un, Deux\nUne case retirée: Oui",
    }
    assert {name: row.get(name) for name in expected} == expected
    assert "liens" in row["Pourquoi elle semble indésirable"]


def test_the_file_opens_right_in_a_french_spreadsheet(commercial, quote_request):
    answer = commercial.get(LIST, {"export": "csv"})
    day = timezone.localdate().isoformat()
    assert answer["Content-Type"].startswith("text/csv")
    assert f'filename="demandes-de-devis-{day}.csv"' in answer["Content-Disposition"]
    text = body(answer)
    assert text.startswith(b"\xef\xbb\xbf")
    assert b";" in text.splitlines()[0]


def test_an_english_user_gets_commas_and_english_words(commercial, quote_request):
    commercial.user.wagtail_userprofile.preferred_language = "en"
    commercial.user.wagtail_userprofile.save()
    [row] = csv_of(commercial, ",")
    assert row["State"] == "In progress"
    assert row["Starred"] == "Yes"


def test_times_are_those_of_the_user(commercial, quote_request):
    commercial.user.wagtail_userprofile.current_time_zone = "America/Martinique"
    commercial.user.wagtail_userprofile.save()
    assert csv_of(commercial)[0]["Date"] == "2026-07-14 18:30"
    assert xlsx_of(commercial)[0]["Date"].value == datetime(2026, 7, 14, 18, 30)


def test_a_heading_is_no_formula_either(commercial, quote_request):
    factories.quote_page().form_fields.filter(clean_name="activity").update(label="=1+1")
    assert "'=1+1" in csv_of(commercial)[0]
    assert all(cell.data_type == "s" for cell in next(sheet_of(commercial).iter_rows()))


def test_an_error_value_a_number_and_signs_that_xml_lacks_stay_texts(commercial, site):
    stored.quote_request(
        name="#N/A",
        company="007",
        answers=[stored.answer("activity", "a", "a\x0bb\x1fc\ufffe\uffff")],
    )
    [cells] = xlsx_of(commercial)
    assert (cells["Nom"].value, cells["Nom"].data_type) == ("#N/A", "s")
    assert cells["Entreprise"].value == "007"
    assert cells["L'activité de votre entreprise"].value == "abc"


def test_the_workbook_has_dates_and_words(commercial, quote_request):
    [cells] = xlsx_of(commercial)
    assert cells["Date"].is_date
    assert cells["Date"].value == datetime(2026, 7, 15, 0, 30)
    assert cells["État"].value == "En cours"
    assert cells["Autres réponses"].value.startswith("Un champ retiré")


@pytest.mark.parametrize("sign", ["a", "😀"])
def test_a_cell_that_is_too_long_is_cut_and_says_so(commercial, site, sign):
    stored.quote_request(answers=[stored.answer("activity", "a", sign * 40_000)])
    value = xlsx_of(commercial)[0]["L'activité de votre entreprise"].value
    assert len(value.encode("utf-16-le")) // 2 <= 32_767
    assert value.endswith("[coupé\N{NO-BREAK SPACE}: trop long pour une cellule]")
    assert csv_of(commercial)[0]["L'activité de votre entreprise"] == sign * 40_000


def test_every_answer_of_every_form_is_somewhere(commercial, site):
    page = factories.quote_page("en")
    FormField.objects.create(
        page=page, locale=page.locale, label="Only here", field_type="singleline", sort_order=9
    )
    stored.quote_request(
        language="en",
        answers=[
            stored.answer("only_here", "Only here", "Jeudi"),
            stored.answer("invoice", "Facturation", "compta@prevert.example", "email"),
            stored.answer("old", "Ancien", "Perdu ?"),
        ],
    )
    [row] = csv_of(commercial)
    assert row["Only here"] == "Jeudi"
    assert row["Autres réponses"] == "Facturation: compta@prevert.example\nAncien: Perdu ?"


def test_the_export_is_filtered_and_searched_as_the_list_is(commercial, quote_request):
    spam = stored.quote_request(state="spam", name="Jean Martin", email="j@martin.example")
    for query, found in (
        ({"state": "spam"}, [spam]),
        ({"q": "prévert", "state": "in_progress"}, [quote_request]),
        ({"q": "dupont"}, []),
        ({}, [quote_request]),
    ):
        expected = [one.reference for one in found]
        assert [row["Référence"] for row in csv_of(commercial, **query)] == expected
        assert [row["Référence"].value for row in xlsx_of(commercial, **query)] == expected


def test_an_export_is_logged_without_personal_data(commercial, quote_request):
    csv_of(commercial, q="prévert", state="in_progress")
    [entry] = ModelLogEntry.objects.filter(action="contact.export")
    assert entry.user == commercial.user
    assert (entry.data["format"], entry.data["count"]) == ("csv", 1)
    assert entry.data["filters"]["state"] == ["in_progress"]
    assert "vert" not in repr(vars(entry))
    assert "1 demande – csv" in str(entry.formatter.format_comment(entry))


def test_the_number_of_queries_does_not_grow(
    commercial, quote_request, django_assert_max_num_queries
):
    def queries(count):
        for _ in range(count):
            made = stored.quote_request(assignee=commercial.user)
            CallbackConsent.objects.create(quote_request=made, wording="Oui.", version="abc")
        with django_assert_max_num_queries(20) as captured:
            csv_of(commercial)
        return len(captured)

    assert queries(1) == queries(30)


def test_too_many_for_a_workbook_is_said(commercial, quote_request, monkeypatch):
    monkeypatch.setattr(view, "MOST_XLSX_ROWS", 1)
    stored.quote_request()
    answer = commercial.get(LIST, {"export": "xlsx", "state": ""}, follow=True)
    assert "50 000 demandes" in answer.content.decode().replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert len(csv_of(commercial)) == 2
    assert not ModelLogEntry.objects.filter(data__format="xlsx").exists()


@pytest.mark.parametrize("who", ["redactrice", "relecteur", "cheffe", "traductrice", "stagiaire"])
def test_without_the_right_there_is_neither_button_nor_file(who, request, quote_request):
    if who == "stagiaire":  # may see the list, but not take it away
        user = account(who, roles.WRITER)
        user.user_permissions.add(roles.permission("contact.view_quoterequest"))
        client = signed_in(user)
    else:
        client = request.getfixturevalue(who)
    assert "export=csv" not in client.get(LIST, follow=True).content.decode()
    for file_format in ("csv", "xlsx"):
        for address in (LIST, LIST + "results/"):
            answer = client.get(address, {"export": file_format})
            assert answer.status_code == 302, address
    assert not ModelLogEntry.objects.filter(action="contact.export").exists()


def test_those_who_may_have_buttons(commercial, quote_request):
    html = commercial.get(LIST, {"state": "spam"}).content.decode()
    assert "state=spam&amp;export=csv" in html
    assert "state=spam&amp;export=xlsx" in html


def test_another_format_is_the_list(commercial, quote_request):
    assert commercial.get(LIST, {"export": "pdf"}).status_code == 200
