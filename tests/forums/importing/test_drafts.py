"""From a value to pages: drafts only, nothing overwritten, addressees found in whatever case."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile

from core.models import Addressee, SiteDocument
from forums.editions.models import ForumPage
from forums.importing import ForumFacts, Item, Kind, Resolution, Section, Verb
from forums.importing.drafts import DraftRefused, find_forum, make_draft
from forums.resolutions.models import ResolutionPage
from tests.factories.forums import AddresseeFactory, ForumIndexPageFactory, ForumPageFactory, ResolutionPageFactory

pytestmark = pytest.mark.django_db


def resolution(**changes) -> Resolution:
    values = {
        "title": "РЕЗОЛЮЦИЯ II Общественного форума города Кедрозерска",
        "forum": ForumFacts("Общественный форум города Кедрозерска", 2, "Город, где хочется жить"),
        "adopted_on": dt.date(2017, 4, 26),
        "place": "г. Кедрозерск",
        "letterhead": ("АДМИНИСТРАЦИЯ ГОРОДА", "26 апреля 2017 года"),
        "preamble": ("Мы, участники <форума>, отмечаем.",),
        "sections": (
            Section(
                "Участники форума рекомендуют:",
                Verb.RECOMMEND,
                "Органам местного самоуправления города Кедрозерска",
                (Item("1.1", "Создать реестр.", Kind.ONE_OFF), Item("1.2", "Проводить встречи.", Kind.ONGOING)),
            ),
            Section("", Verb.RECOMMEND, "Советам ветеранов", (Item("2.1", "Участвовать.", Kind.ONGOING),)),
        ),
        "closing": ("Принята единогласно.",),
    }
    return Resolution(**{**values, **changes})


@pytest.fixture
def index(site):
    return ForumIndexPageFactory(parent=site.home)


def test_draft_holds_the_document_and_is_not_published(index):
    forum = ForumPageFactory(parent=index, number=2, starts_on=dt.date(2017, 4, 26), title="II форум")
    draft = make_draft(resolution(), original=ContentFile(b"data", name="Резолюция.docx"), forum=forum)
    page = ResolutionPage.objects.get(pk=draft.page.pk)
    assert not page.live
    assert page.latest_revision is not None
    assert page.get_parent().pk == forum.pk
    assert page.title == "Резолюция II Общественного форума города Кедрозерска"
    assert page.adopted_on == dt.date(2017, 4, 26)
    assert page.letterhead == "АДМИНИСТРАЦИЯ ГОРОДА"
    assert page.preamble == "<p>Мы, участники &lt;форума&gt;, отмечаем.</p>"
    assert [(item.number, item.kind) for item in page.recommendations] == [
        ("1.1", "one_off"),
        ("1.2", "ongoing"),
        ("2.1", "ongoing"),
    ]
    assert SiteDocument.objects.get() == page.original
    assert page.original.file_size == 4
    assert not draft.forum_created


def test_revision_can_be_published_with_its_recommendations(index):
    draft = make_draft(resolution(), forum=ForumPageFactory(parent=index))
    draft.page.get_latest_revision().publish()
    assert len(ResolutionPage.objects.live().get().recommendations) == 3


def test_forum_with_a_resolution_is_never_overwritten(index):
    forum = ForumPageFactory(parent=index, number=2, starts_on=dt.date(2017, 4, 26))
    ResolutionPageFactory(parent=forum)
    with pytest.raises(DraftRefused):
        make_draft(resolution(), forum=forum)
    with pytest.raises(DraftRefused):
        make_draft(resolution())
    assert ResolutionPage.objects.count() == 1
    assert not SiteDocument.objects.exists()


def test_forum_is_found_by_number_and_year(index):
    ForumPageFactory(parent=index, number=1, starts_on=dt.date(2016, 4, 20), title="I Общественный форум")
    second = ForumPageFactory(parent=index, number=2, starts_on=dt.date(2017, 4, 25), title="II Общественный форум")
    assert find_forum(resolution()) == second


def test_forum_is_found_by_its_days_alone(index):
    forum = ForumPageFactory(parent=index, starts_on=dt.date(2017, 4, 25), ends_on=dt.date(2017, 4, 26))
    assert find_forum(resolution(forum=ForumFacts())) == forum


def test_another_forum_of_another_year_is_not_taken(index):
    ForumPageFactory(parent=index, number=3, starts_on=dt.date(2017, 4, 26))
    ForumPageFactory(parent=index, number=2, starts_on=dt.date(2009, 1, 1), title="II съезд кинологов")
    assert find_forum(resolution()) is None


def test_new_forum_is_a_draft_with_the_facts_of_the_document(index):
    draft = make_draft(resolution())
    forum = ForumPage.objects.get(pk=draft.forum.pk)
    assert draft.forum_created
    assert not forum.live
    assert (forum.number, forum.theme, forum.starts_on) == (2, "Город, где хочется жить", dt.date(2017, 4, 26))
    assert forum.title == "II Общественный форум города Кедрозерска"


def test_no_archive_no_draft(site):
    with pytest.raises(DraftRefused):
        make_draft(resolution())


def test_addressees_are_linked_by_their_dictionary_forms(index):
    government = AddresseeFactory(title="Органы местного самоуправления", slug="government")
    AddresseeFactory(title="Бизнес", slug="business", aliases="Предпринимательское сообщество")
    draft = make_draft(resolution(), forum=ForumPageFactory(parent=index))
    first, second = draft.page.document_sections
    assert first.addressee == government
    assert second.addressee.title == "Советы ветеранов"
    assert second.addressee.group == Addressee.Group.GOVERNMENT
    assert "Советы ветеранов" in draft.notes[0]


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("Предпринимательскому сообществу округа", "Бизнес"),
        ("предпринимателям города", "Бизнес"),
        ("К Администрации города", "Администрация"),
        ("В адрес администрации города", "Администрация"),
        ("некоммерческим организациям", "НКО"),
    ],
)
def test_aliases_in_any_case(index, phrase, title):
    AddresseeFactory(title="Бизнес", slug="b", aliases="Предпринимательское сообщество\nпредприниматели")
    AddresseeFactory(title="Администрация", slug="a")
    AddresseeFactory(title="НКО", slug="n", aliases="Некоммерческие организации\nНекоммерческие объединения")
    section = Section("", Verb.RECOMMEND, phrase, (Item("1", "Помогать.", Kind.ONGOING),))
    draft = make_draft(resolution(sections=(section,)), forum=ForumPageFactory(parent=index))
    assert draft.page.document_sections[0].addressee.title == title
