"""People, topics, menu, settings: what is named once and shown in many places."""

from django.urls import reverse
from wagtail.models import Locale, Site

from articles.models import Interviewee, InterviewTopic, Person, Topic
from contact.law.retention import RetentionSettings
from home.models import LegalIdentity, SiteSettings
from tests import factories
from tests.changes.kinds import seen
from tests.changes.world import TINY
from tests.home import identity, navigating
from tests.steps.pictures import photo


@seen
def corrects_a_person(world):
    person = world.person()
    values = {"slug": person.slug, "role": world.name("maire"), "biography": world.name("Née")}
    values |= {"portrait": "", "name": world.name("Hélène")}
    world.post("wagtailsnippets_articles_person:edit", person.pk, **values)


@seen
def gives_a_person_another_address(world):
    Person.objects.filter(pk=world.person().pk).update(slug=world.slug())


@seen
def gives_a_person_a_portrait(world):
    person = world.person()
    person.portrait = photo(world.name("Portrait"), TINY)
    person.save()


@seen
def deletes_a_person(world):
    """A person of whom an interview speaks cannot be deleted."""
    person = world.person()
    for links in (person.interviewee_links, person.interviewer_links):
        links.all().delete()
    person.delete()


@seen
def adds_who_speaks(world):
    page, person = world.interview(), world.person()
    if person.locale_id == page.locale_id:
        Interviewee.objects.create(page=page, person=person, locale=page.locale, sort_order=9)


@seen
def corrects_a_topic(world):
    topic = world.topic()
    values = {"name": world.name("Sujet"), "slug": world.slug(), "description": world.name()}
    world.post("wagtailsnippets_articles_topic:edit", topic.pk, **values)


@seen
def deletes_a_topic(world):
    if topic := world.pick(Topic.objects.all()):
        topic.interview_links.all().delete()
        world.post("wagtailsnippets_articles_topic:delete", topic.pk)


@seen
def files_under_another_topic(world):
    page, topic = world.interview(), world.topic()
    if topic.locale_id == page.locale_id:
        InterviewTopic.objects.create(page=page, topic=topic, locale=page.locale, sort_order=9)


@seen
def makes_a_topic_that_nothing_has(world):
    Topic.objects.create(name=world.name("Sujet"), slug=world.slug(), locale=factories.locale())


@seen
def sets_the_menu(world):
    links = [navigating.link(world.standing(), world.name("Menu"))]
    fields = {"menu_fr": navigating.menu(*links), "sentence_en": world.name("Sentence")}
    if links and world.standing().locale != factories.locale():
        fields.pop("menu_fr")
    navigating.save(world.admin, **fields)


@seen
def empties_the_menu(world):
    assert navigating.save(world.admin).status_code == 302


@seen
def previews_a_menu_that_is_not_saved(world):
    """The preview is read, and changes nothing."""
    fields = {"sentence_fr": world.name("Jamais enregistré")}
    preview = navigating.address("preview_on_edit")
    world.admin.post(preview, navigating.form(**fields))
    for mode in ("fr", "en"):
        assert world.admin.get(f"{preview}?mode={mode}").status_code == 200


@seen
def previews_an_identity_that_is_not_saved(world):
    world.admin.get(identity.address())


@seen
def fills_the_identity_in(world):
    world.look_at("/mentions-legales/")
    identity.fill(company=world.name("Éditions"), director=world.name("Ana"))


@seen
def empties_the_identity(world):
    world.look_at("/mentions-legales/")
    setting = LegalIdentity.load()
    setting.company = setting.host = ""
    setting.save()


@seen
def keeps_requests_for_another_time(world):
    world.look_at("/confidentialite/")
    setting = RetentionSettings.load()
    setting.won = world.random.randrange(1, 60)
    setting.save()


@seen
def says_that_it_is_a_demonstration_or_not(world):
    setting = SiteSettings.load()
    setting.demo = not setting.demo
    setting.save()


@seen
def renames_the_site(world):
    site = Site.objects.get()
    values = {"hostname": site.hostname, "port": site.port, "root_page": site.root_page_id}
    values |= {"site_name": world.name("Cyberworkers"), "is_default_site": "on"}
    world.admin.post(reverse("wagtailsites:edit", args=[site.pk]), values)


@seen
def moves_the_site_to_another_port(world):
    """In one statement, which Wagtail's signals do not see."""
    Site.objects.update(port=world.random.choice([80, 8000, 8080]))


@seen
def touches_a_language(world):
    Locale.objects.get(language_code="en").save()
