"""The index follows the site: only what an anonymous visitor may read can be found, from the moment it may."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale, PageViewRestriction, Site

from core.search import SearchOffer
from search.index import store
from search.models import SearchEntry, Word
from search.query.service import search

pytestmark = pytest.mark.django_db


def found(query: str, language: str = "ru", site_id: int | None = None) -> list[str]:
    site_id = site_id or Site.objects.get(is_default_site=True).pk
    return [hit.url for hit in search(query, language=language, site_id=site_id).hits]


def test_a_published_page_is_found(add_page):
    add_page("Благоустройство дворов", slug="dvory")
    assert found("благоустройству дворов") == ["/dvory/"]


def test_text_of_blocks_is_found(add_page):
    add_page("Новость", slug="news-1", body="Жители посадили рябиновую аллею.")
    assert found("рябиновой аллее") == ["/news-1/"]


def test_a_draft_is_not_found(add_page):
    add_page("Черновик о рябине", live=False)
    assert found("рябина") == []


def test_a_changed_page_is_found_by_its_new_words_only(add_page, commits):
    page = add_page("Старое название", slug="page")
    with commits():
        page.title = "Новое имя"
        page.save_revision().publish()
    assert found("имя") == ["/page/"]
    assert found("название") == []


def test_an_unpublished_page_leaves_with_its_branch(add_page, commits):
    parent = add_page("Раздел о парках", slug="parks")
    add_page("Парк у реки", parent=parent, slug="river")
    with commits():
        parent.unpublish()
    assert found("парк") == []
    with commits():
        parent.save_revision().publish()
    assert set(found("парк")) == {"/parks/", "/parks/river/"}


def test_a_deleted_page_leaves_with_its_branch(add_page, commits):
    parent = add_page("Раздел о парках")
    add_page("Парк у реки", parent=parent)
    with commits():
        parent.delete()
    assert found("парк") == []
    assert not SearchEntry.objects.exists()


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD, PageViewRestriction.GROUPS])
def test_a_branch_made_private_leaves_and_comes_back(add_page, commits, kind):
    parent = add_page("Раздел о парках", slug="parks")
    add_page("Парк у реки", parent=parent, slug="river")
    with commits():
        restriction = PageViewRestriction.objects.create(page=parent, restriction_type=kind, password="слово")
        if kind == PageViewRestriction.GROUPS:
            restriction.groups.add(Group.objects.first())
    assert found("парк") == []
    with commits():
        restriction.delete()
    assert set(found("парк")) == {"/parks/", "/parks/river/"}


def test_a_page_born_in_a_private_branch_is_not_found(add_page):
    parent = add_page("Раздел о парках")
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)
    add_page("Парк у реки", parent=parent)
    assert found("река") == []


def test_a_moved_branch_has_new_addresses(add_page, commits):
    old, new = add_page("Старое место", slug="old"), add_page("Новое место", slug="new")
    page = add_page("Парк", parent=old, slug="park")
    add_page("Скамейки", parent=page, slug="benches")
    with commits():
        page.move(new, pos="last-child")
    assert found("парк") == ["/new/park/"]
    assert found("скамейки") == ["/new/park/benches/"]


def test_a_branch_moved_into_a_private_one_leaves(add_page, commits):
    closed = add_page("Закрытый раздел")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    page = add_page("Парк")
    with commits():
        page.move(closed, pos="last-child")
    assert found("парк") == []


def test_a_changed_slug_changes_the_addresses_below(add_page, commits):
    parent = add_page("Раздел", slug="before")
    add_page("Парк", parent=parent, slug="park")
    with commits():
        parent.slug = "after"
        parent.save_revision().publish()
    assert found("парк") == ["/after/park/"]


def test_languages_do_not_mix(site, add_page):
    add_page("Forum в Новодумске", slug="ru-forum")
    add_page("Forum news", parent=site.home_en, slug="en-forum")
    assert found("forum", "ru") == ["/ru-forum/"]
    assert found("forum", "en") == ["/en/en-forum/"]


def test_a_mirror_of_an_untranslated_page_is_not_found(site, add_page, commits):
    page = add_page("Парк", slug="park")
    with commits():
        page.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)
    assert found("парк", "en") == []
    assert found("парк", "ru") == ["/park/"]


def test_another_sites_pages_are_not_found(site, add_page, commits):
    from home.front.models import HomePage

    with commits():
        other = site.home.get_parent().add_child(instance=HomePage(title="Другой сайт", slug="other", locale=site.ru))
    another = Site.objects.create(hostname="other.example", root_page=other)
    add_page("Парк соседей", parent=other, slug="park")
    assert found("парк") == []
    assert found("парк", site_id=another.pk) == ["/park/"]


def test_what_has_not_changed_is_not_written_again(add_page, commits, django_assert_max_num_queries):
    page = add_page("Парк")
    before = SearchEntry.objects.get(source_id=page.pk)
    with commits():
        page.save_revision().publish()
    assert SearchEntry.objects.get(source_id=page.pk).pk == before.pk


def test_many_entries_come_in_batches(monkeypatch):
    monkeypatch.setattr(store, "_BATCH", 3)
    offers = [SearchOffer("page", f"Парк {number}", "Дорожки и скамейки.", key=str(number)) for number in range(10)]
    drafts = [store.Draft(offer, "page", 1_000, "ru", f"/{offer.key}/") for offer in offers]
    written = store.write(drafts)
    assert [entry.title for entry in SearchEntry.objects.filter(pk__in=written.changed).order_by("pk")] == [
        offer.title for offer in offers
    ]
    assert Word.objects.frequencies("ru", ["парк", "скамейка"]) == {"парк": 10, "скамейка": 10}
    assert store.write(drafts).changed == ()
    assert len(store.write([], replacing=[("page", 1_000)]).removed) == 10
    assert Word.objects.frequencies("ru", ["скамейка"]) == {}
