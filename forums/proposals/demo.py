"""The demo's proposals: to the coming forum, and what the last one has made of those that it got."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Site

from core.demo import DemoKit
from core.models import Contact, Territory
from forums.resolutions.models import Recommendation

from .choices import PUBLIC, SETTLED, Status
from .models import Adoption, Decision, DraftItem, Event, Proposal, ProposalPeriod, ProposalSettings, Support

YARDS, MONEY = "Дворы без споров", "Деньги на идею"
OFFICE = "Оргкомитет форума"


@dataclass(frozen=True)
class Told:
    """A proposal of the demo; ``clause`` is the number of the item that it became, ``note`` the moderator's words."""

    what: str
    why: str
    status: Status
    topic: str
    supports: int = 0
    name: str = ""
    territory: str = ""
    place: str = ""
    track: str = ""
    note: str = ""
    category: str = ""
    clause: str = ""
    point: tuple[float, float] | None = None


S = Status
COMING = (
    Told(
        "Поставить скамейки со спинками через каждые двести метров на улице Набережной",
        "Пожилым людям и родителям с колясками негде передохнуть: от моста до поликлиники ни одной скамейки.",
        S.DRAFTED, "accessibility", 64, "Сидорова-Придуманная Н. П.", "centr", "улица Набережная", YARDS,
        point=(57.733, 57.425),
    ),
    Told(
        "Сделать скамейки у поликлиники и вдоль дорожки к ней",
        "Очередь стоит на улице, а сесть некуда.",
        S.DRAFTED, "accessibility", 21, territory="centr", track=YARDS,
    ),
    Told(
        "Открыть в каждом микрорайоне комнату для встреч соседей",
        "Собрания проводим в подъезде. Нужна комната на первом этаже, хотя бы два вечера в неделю.",
        S.DRAFTED, "self-government", 47, "Совет дома по улице Сочинённой, 8", track=MONEY,
    ),
    Told(
        "Объявлять сбор идей на малые гранты дважды в год",
        "Кто не успел весной, ждёт год, и люди остывают.",
        S.DRAFTED, "nonprofits", 33, track=MONEY,
    ),
    Told(
        "Договориться о тихих часах для строительных работ в выходные",
        "В субботу с восьми утра стучат, а дети спят.",
        S.DISCUSSED, "self-government", 52, track=YARDS,
    ),
    Told(
        "Разметить парковочные места во дворах вместе с жителями",
        "Машины стоят на газонах, потому что никто не знает, где можно.",
        S.DISCUSSED, "yards", 58, "Дворкин-Небывалый П. П.", track=YARDS, point=(57.726, 57.398),
    ),
    Told(
        "Учить активистов составлять смету проекта",
        "Хорошие заявки отклоняют из-за ошибок в смете.",
        S.DISCUSSED, "education", 19, track=MONEY,
    ),
    Told(
        "Сделать светофор у школы на улице Придуманной",
        "Дети переходят дорогу в час пик без светофора.",
        S.PUBLISHED, "accessibility", 73, "Школьный парламент", "ozyornyy",
        place="улица Придуманная, у школы", point=(57.741, 57.405),
    ),
    Told(
        "Поставить контейнеры для батареек в библиотеках",
        "Сдать батарейки можно только на другом конце города.",
        S.PUBLISHED, "ecology", 38,
    ),
    Told(
        "Проводить праздник соседей в один день по всему городу",
        "Сейчас каждый двор празднует сам, а можно ходить друг к другу в гости.",
        S.PUBLISHED, "culture", 27, "Весёлая-Придуманная О. О.",
    ),
    Told(
        "Открыть школьные стадионы по вечерам",
        "Стадионы у школ заперты с шести часов, а бегать негде.",
        S.PUBLISHED, "sport", 41, territory="yuzhnyy", point=(57.745, 57.437),
    ),
    Told(
        "Показывать на сайте, куда потрачены деньги инициативных проектов",
        "Сумму видно, а чеки и договоры нет.",
        S.PUBLISHED, "openness", 30,
    ),
    Told(
        "Сделать тёплые остановки на конечной автобуса",
        "Зимой ждём по двадцать минут на ветру.",
        S.PUBLISHED, "yards", 12, place="конечная автобуса № 3", point=(57.722, 57.45),
    ),
    Told(
        "Высадить липы вдоль улицы Вымышленной", "Летом нет тени.", S.PUBLISHED, "ecology", 9, territory="zarechnyy"
    ),
    Told(
        "Создать молодёжную редакцию новостей форума",
        "О форуме узнаём после него. Мы могли бы рассказывать сами.",
        S.PUBLISHED, "youth", 16, "Скорик-Вымышленная Л. Д.",
    ),
    Told("Починить качели во дворе", "Качели сломаны с весны.", S.RETURNED, "yards", note="Назовите улицу и дом."),
    Told(
        "Наказать соседа из квартиры надо мной",
        "Он громко слушает музыку.",
        S.DECLINED, "self-government", note="Это жалоба: её примет участковый, он обязан ответить.", category="appeal",
    ),
    Told("Купить всё в одном магазине", "Скидки!", S.DECLINED, "culture", note="Это реклама.", category="offensive"),
    Told("Пустить вечерний автобус в Заречье", "После девяти вечера домой не доехать.", S.RECEIVED, "accessibility"),
    Told("Открыть кружок робототехники в клубе «Сверстник»", "Ближайший кружок в другом городе.", S.RECEIVED, "youth"),
    Told("Поставить питьевой фонтанчик в парке", "Летом воду не купить ближе рынка.", S.UNCONFIRMED, "yards"),
)  # fmt: skip
SETTLED_BY_LAST = (
    Told(
        "Завести единую базу общественных инициатив, где видно судьбу каждой",
        "Пишем второй год и не знаем, что стало с письмами.",
        S.ADOPTED, "openness", 81, "Понятных-Небывалый С. С.", clause="1.1",
    ),
    Told(
        "Утвердить порядок, по которому дворы проектируют вместе с жителями",
        "Нам показали готовый двор, а поменять было уже нельзя.",
        S.ADOPTED, "yards", 44, clause="1.2",
    ),
    Told(
        "Открыть набережную для прогулок по всей длине, с освещением и туалетами",
        "Дорожка обрывается у базы, дальше забор.",
        S.ADOPTED_IN_PART, "yards", 92, clause="1.7", note="О туалетах решили говорить отдельно.",
        point=(57.728, 57.43),
    ),
    Told(
        "Запретить движение машин по улице Набережной",
        "Пусть будет пешеходной всё лето.",
        S.NOT_ADOPTED, "yards", 14, note="Секция сочла, что объехать улицу пока негде.",
    ),
)  # fmt: skip
#: Items of the draft: section, text, and the numbers of the proposals behind each.
DRAFT = (
    (YARDS, "Установить скамейки со спинками на улице Набережной и на дорожках к поликлинике.", (1, 2)),
    (MONEY, "Предоставить советам домов помещения для встреч не реже двух вечеров в неделю.", (3,)),
    (MONEY, "Принимать заявки на малые гранты дважды в год.", (4,)),
    (MONEY, "Публиковать сроки приёма заявок на год вперёд.", (4,)),
)
LINKED = ((1, 2),)


def load(kit: DemoKit) -> None:
    """The proposals to the coming forum and to the last one, in ``kit.shared["forums"]``."""
    forums = kit.shared["forums"]
    if ProposalPeriod.objects.filter(forum=forums[4]).exists():
        return
    site = Site.objects.get(is_default_site=True)
    if not ProposalSettings.objects.filter(site=site).exists():
        kit.add(ProposalSettings(site=site, appeal_url="https://reception.example/novodumsk"))
    intro = "Что форум должен посоветовать городу? Опишите одно дело в одном предложении и скажите, зачем оно нужно."
    coming = _period(kit, forums[4], kit.today - dt.timedelta(days=25), kit.today + dt.timedelta(days=20), intro)
    last = forums[3].starts_on
    past = _period(kit, forums[3], last - dt.timedelta(days=70), last - dt.timedelta(days=15), intro)
    proposals = [_tell(kit, coming, told, place) for place, told in enumerate(COMING)]
    settled = [_tell(kit, past, told, place) for place, told in enumerate(SETTLED_BY_LAST)]
    for track, text, numbers in DRAFT:
        item = kit.add(DraftItem(period=coming, track=track, text=text, sort_order=len(text)))
        item.proposals.set([proposals[number - 1] for number in numbers])
    for one, two in LINKED:
        proposals[one - 1].linked.add(proposals[two - 1])
    for told, proposal in zip(SETTLED_BY_LAST, settled, strict=True):
        _adopt(kit, told, proposal)


def _period(kit: DemoKit, forum, opens_on: dt.date, closes_on: dt.date, intro: str) -> ProposalPeriod:
    return kit.add(ProposalPeriod(forum=forum, opens_on=opens_on, closes_on=closes_on, intro=intro))


def _tell(kit: DemoKit, period: ProposalPeriod, told: Told, place: int) -> Proposal:
    """The proposal with its history and supporters; nobody is written to."""
    moment = timezone.make_aware(dt.datetime.combine(period.opens_on, dt.time(10))) + dt.timedelta(days=place)
    received = told.status != S.UNCONFIRMED
    proposal = kit.add(
        Proposal(
            period=period,
            number=period.next_number() if received else None,
            what=told.what,
            why=told.why,
            status=told.status,
            topic=kit.shared["topics"][told.topic],
            territory=Territory.objects.filter(slug=told.territory, locale=kit.russian).first(),
            addressee=kit.shared["addressees"].get("local-government"),
            place=told.place,
            latitude=told.point[0] if told.point else None,
            longitude=told.point[1] if told.point else None,
            track=told.track,
            author=_author(kit, place) if told.status in (S.RECEIVED, S.RETURNED) else None,
            author_name=told.name,
            publish_name=bool(told.name),
            created_at=moment,
            received_at=moment if received else None,
            published_at=moment + dt.timedelta(days=1) if told.status in PUBLIC else None,
        )
    )
    for step, (status, note) in enumerate(_history(told)):
        office = OFFICE if status == S.DECLINED else ""
        at = moment + dt.timedelta(hours=20 * step)
        if status in SETTLED:
            at = timezone.make_aware(dt.datetime.combine(period.forum.last_day, dt.time(17)))
        Event.objects.create(proposal=proposal, status=status, note=note, office=office, at=at)
    Support.objects.bulk_create(Support(proposal=proposal, given_at=moment) for _number in range(told.supports))
    if told.status in (S.RETURNED, S.DECLINED):
        verdict = "return" if told.status == S.RETURNED else "decline"
        Decision.objects.create(
            proposal=proposal,
            verdict=verdict,
            category=told.category,
            sentence=told.note,
            office=OFFICE if told.category else "",
            published_at=moment,
        )
    return proposal


def _author(kit: DemoKit, place: int) -> Contact:
    return kit.add(Contact(email=f"resident-{place}@novodumsk.example"))


def _history(told: Told) -> list[tuple[Status, str]]:
    """The statuses on the way to the present one, each with its words."""
    if told.status == S.UNCONFIRMED:
        return []
    if told.status in (S.RETURNED, S.DECLINED):
        return [(S.RECEIVED, ""), (told.status, told.note)]
    way = [S.RECEIVED, S.PUBLISHED, S.DISCUSSED, S.DRAFTED]
    steps = way if told.status in SETTLED else way[: way.index(told.status) + 1]
    notes = {S.DISCUSSED: told.track}
    found = [(status, notes.get(status, "")) for status in steps]
    return [*found, (told.status, told.note)] if told.status in SETTLED else found


def _adopt(kit: DemoKit, told: Told, proposal: Proposal) -> None:
    if not told.clause:
        return
    page = kit.shared["resolutions"][3]
    key = Recommendation.objects.get(section__page=page, number=told.clause).translation_key
    in_part = told.status == S.ADOPTED_IN_PART
    Adoption.objects.create(proposal=proposal, recommendation_key=key, in_part=in_part, is_confirmed=True)
