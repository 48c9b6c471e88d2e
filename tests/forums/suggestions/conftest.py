"""A small town: a forum of half a year and more ago, three recommendations, a piece of news about one of them."""

import datetime as dt
from dataclasses import dataclass

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from forums.resolutions.models import Recommendation
from home.news.models import NewsPage
from tests.factories.followup import AssignmentFactory, OrganisationFactory, adopted, forum_on, items_of
from tests.factories.forums import ForumIndexPageFactory
from tests.factories.home import NewsIndexPageFactory, NewsPageFactory

TITLE = "Восемьдесят студентов нашли работу за день"
LEAD = "Тридцать работодателей принимали резюме и тут же проводили собеседования, пришли выпускники колледжа."


@dataclass
class Town:
    fair: Recommendation
    fund: Recommendation
    light: Recommendation
    news: NewsPage
    other: NewsPage
    body: object


@pytest.fixture
def town(site) -> Town:
    return make_town(site)


def make_town(site) -> Town:
    day = timezone.localdate() - dt.timedelta(days=300)
    kinds = Recommendation.Kind
    resolution = adopted(
        forum_on(day.isoformat(), 1, ForumIndexPageFactory(parent=site.home)),
        [
            Recommendation(text="Регулярно проводить ярмарки вакансий для молодёжи", kind=kinds.RECURRING),
            Recommendation(text="Создать благотворительный фонд", kind=kinds.ONE_OFF, sort_order=1),
            Recommendation(text="Осветить дорожки к школам", kind=kinds.ONE_OFF, sort_order=2),
        ],
    )
    fair, fund, light = items_of(resolution)
    body = OrganisationFactory(title="Центр занятости")
    AssignmentFactory(recommendation_key=fair.translation_key, date=day, body=body)
    section = NewsIndexPageFactory(parent=site.home)
    today = timezone.localdate()
    news = NewsPageFactory(parent=section, title=TITLE, summary=LEAD, date=today)
    other = NewsPageFactory(parent=section, title="К выходным похолодает", summary="Ожидается снег.", date=today)
    for page in (news, other):
        page.save_revision().publish()
    return Town(fair, fund, light, news, other, body)


@pytest.fixture
def signed_in(client, town):
    """``signed_in(role)``: the client as a member of that group and of nothing else."""

    def sign_in(role: str):
        user = get_user_model().objects.create_user(f"user-{role}", "somebody@novodumsk.example", "secret")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        client.user = user
        return client

    return sign_in
