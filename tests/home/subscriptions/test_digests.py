"""Letters: when they are due, what they say, that nobody gets them twice, and what they cost."""

import datetime as dt

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail import hooks

from core.following import Happening
from core.mail.sending import send_due_letters
from core.models import Letter
from forums.followup.choices import Status
from forums.resolutions.corrections import correct, correctables
from home.subscriptions import digests as module
from home.subscriptions.choices import DIGESTS, Frequency
from home.subscriptions.digests import MOST_BLOCKS, MOST_LINES, boundary, send_digests
from home.subscriptions.models import Subscription
from tests.factories.core import TopicFactory, publish_translation
from tests.factories.followup import ResponseFactory, items_of
from tests.factories.subscriptions import SubscriptionFactory

from .conftest import ANNA, digests, heard, report

pytestmark = pytest.mark.django_db


def test_when_letters_are_due():
    clock = timezone.get_default_timezone()
    wednesday = dt.datetime(2026, 12, 2, 7, 0, tzinfo=clock)
    assert boundary(Frequency.AT_ONCE, wednesday) == wednesday
    assert boundary(Frequency.DAILY, wednesday) == dt.datetime(2026, 12, 1, 8, 0, tzinfo=clock)
    assert boundary(Frequency.DAILY, wednesday + dt.timedelta(hours=1)) == dt.datetime(2026, 12, 2, 8, 0, tzinfo=clock)
    assert boundary(Frequency.WEEKLY, wednesday) == dt.datetime(2026, 11, 30, 8, 0, tzinfo=clock)
    monday = dt.datetime(2026, 11, 30, 7, 59, tzinfo=clock)
    assert boundary(Frequency.WEEKLY, monday) == dt.datetime(2026, 11, 23, 8, 0, tzinfo=clock)


def test_a_letter_tells_of_a_report(item, anna):
    one = anna("recommendation", item.translation_key)
    report(item, text="Провели две встречи.")

    (letter,) = digests()

    assert (letter.recipient, letter.kind, letter.mailing) == (ANNA, Letter.Kind.MAILING, DIGESTS)
    assert "Создать единую базу" in letter.subject
    assert "Провели две встречи." in letter.text
    assert item.get_absolute_url() in letter.text
    assert "/mail/unsubscribe/" in letter.html
    one.refresh_from_db()
    assert one.told_until > heard(10)


def test_the_letter_can_be_refused_from_the_mail_program(item, anna, mailoutbox):
    anna("recommendation", item.translation_key)
    report(item)
    digests()
    send_due_letters()
    assert mailoutbox[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_nothing_new_no_letter(item, anna):
    one = anna("recommendation", item.translation_key)
    report(item, minutes=120)
    assert digests() == []
    one.refresh_from_db()
    assert one.told_until > heard(10)


def test_nobody_is_told_twice(item, anna):
    anna("recommendation", item.translation_key)
    report(item)
    assert len(digests()) == 1
    with time_machine.travel(timezone.now() + dt.timedelta(minutes=10), tick=False):
        assert digests() == []


def test_a_run_that_broke_off_sends_the_rest_and_nothing_twice(item, monkeypatch):
    for _number in range(3):
        SubscriptionFactory(kind="recommendation", key=str(item.translation_key))
    report(item)
    written = []

    def break_off(*args, **kwargs):
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(args[0])
        return write(*args, **kwargs)

    write = module.write_letter
    monkeypatch.setattr(module, "write_letter", break_off)
    with pytest.raises(KeyboardInterrupt):
        send_digests()
    monkeypatch.setattr(module, "write_letter", write)

    assert [letter.recipient not in written for letter in digests()] == [True]
    assert Letter.objects.count() == 3


def test_two_runs_at_once_write_one_letter(item, anna, monkeypatch):
    anna("recommendation", item.translation_key)
    report(item)
    load = module.News.load.__func__

    def load_beside_another_run(cls, *args):
        found = load(cls, *args)
        monkeypatch.setattr(module.News, "load", classmethod(load))
        send_digests()
        return found

    monkeypatch.setattr(module.News, "load", classmethod(load_beside_another_run))
    send_digests()
    assert Letter.objects.count() == 1


def test_a_killed_letter_and_its_note_are_one(item, anna, monkeypatch):
    """Were the note lost and the letter not, the ledger would still know it."""
    one = anna("recommendation", item.translation_key)
    report(item)
    assert len(digests()) == 1
    Subscription.objects.filter(pk=one.pk).update(told_until=one.told_until)
    assert digests() == []


def test_daily_and_weekly_wait_for_their_hour(item, anna):
    clock = timezone.get_default_timezone()
    with time_machine.travel(dt.datetime(2026, 12, 1, 12, 0, tzinfo=clock), tick=False):
        topic = TopicFactory()
        anna("recommendation", item.translation_key, frequency="daily", told_until=timezone.now())
        anna("topic", topic.translation_key, frequency="weekly", told_until=timezone.now())
    with time_machine.travel(dt.datetime(2026, 12, 1, 15, 0, tzinfo=clock), tick=False):
        report(item)
        assert digests() == []
    with time_machine.travel(dt.datetime(2026, 12, 2, 8, 1, tzinfo=clock), tick=False):
        assert len(digests()) == 1
    weekly = Subscription.objects.get(kind="topic")
    assert timezone.localtime(weekly.told_until, clock).day == 1
    with time_machine.travel(dt.datetime(2026, 12, 7, 8, 1, tzinfo=clock), tick=False):
        assert digests() == []
    weekly.refresh_from_db()
    assert timezone.localtime(weekly.told_until, clock).day == 7


def test_one_letter_a_contact_one_block_a_thing_the_newest_first(resolution, item, anna):
    other = items_of(resolution)[1]
    for one in (item, other):
        anna("recommendation", one.translation_key)
        report(one, minutes=20, text="Раньше.")
        report(one, minutes=10, text="Позже.")

    (letter,) = digests()

    assert letter.text.count("Позже.") == letter.text.count("Раньше.") == 2
    assert letter.text.index("Позже.") < letter.text.index("Раньше.")
    assert letter.text.count(item.get_absolute_url()) == 1


def test_the_newest_state_stands_first(item, anna):
    anna("recommendation", item.translation_key)
    report(item, text="Идёт.")
    (letter,) = digests()
    assert letter.text.index(str(Status.IN_PROGRESS.label)) < letter.text.index("Идёт.")


def test_many_changes_at_once_are_one_letter_and_few_lines(item, anna):
    anna("recommendation", item.translation_key)
    for number in range(MOST_LINES + 3):
        report(item, text=f"Отчёт {number}.")
    (letter,) = digests()
    assert letter.text.count("Отчёт") - letter.text.count("Отчёт:") == MOST_LINES
    assert "3" in letter.text


def test_whoever_follows_much_gets_all_of_it(site, anna):
    for topic in TopicFactory.create_batch(MOST_BLOCKS + 1):
        anna("topic", topic.translation_key)

    def tell(keys, window):
        return [Happening(key, "one", heard(), "Новость") for key in keys]

    with registered("happenings of topic", tell):
        found = digests()
    assert sum(letter.text.count("Новость") for letter in found) == MOST_BLOCKS + 1
    assert len(found) == 2


def registered(name, function):
    return hooks.register_temporarily(f"extension: {name}", function)


def test_an_internal_note_and_a_draft_reach_nobody(item, anna):
    anna("recommendation", item.translation_key)
    report(item, internal=True)
    report(item, live=False)
    assert digests() == []


def test_a_misprint_is_mended_in_silence(resolution, item, anna):
    anna("recommendation", item.translation_key)
    anna("resolution", resolution.translation_key)
    mend(resolution, "Создать единую базу", "Создать единую базу данных")
    assert digests() == []


def test_a_correction_that_matters_is_told(resolution, item, anna):
    anna("recommendation", item.translation_key)
    anna("resolution", resolution.translation_key)
    mend(resolution, "Создать единую базу", "Создать единую базу данных", announced=True)
    (letter,) = digests()
    assert letter.text.count("Создать единую базу данных") >= 2


def mend(resolution, was, now, **options):
    with time_machine.travel(heard(5), tick=False):
        target = next(one for one in correctables(resolution) if one.word == was)
        correct(resolution, target, now, "Пропало слово", None, **options)


def test_a_resolution_and_a_forum_tell_of_all_their_items(resolution, item, anna):
    anna("resolution", resolution.translation_key)
    anna("forum", resolution.forum.translation_key)
    ResponseFactory(recommendation_key=item.translation_key, text="Поддерживаем.", first_published_at=heard())
    (letter,) = digests()
    assert letter.text.count("Поддерживаем.") == 2


def test_the_letter_is_in_the_language_of_the_subscription(site, resolution, item, anna):
    publish_translation(resolution.forum.get_parent(), site.en)
    publish_translation(resolution.forum, site.en)
    anna("recommendation", item.translation_key, language="en")
    report(item)
    (letter,) = digests()
    assert letter.subject.startswith("News:")
    assert "State: In progress" in letter.text


def test_what_is_gone_is_told_of_nobody(resolution, item, anna):
    anna("recommendation", item.translation_key)
    report(item)
    resolution.unpublish()
    assert digests() == []


def test_a_kind_without_its_room_harms_nobody(item, anna):
    anna("bridges", "1")
    anna("recommendation", item.translation_key)
    report(item)
    assert len(digests()) == 1


def test_the_command(item, anna, capsys):
    anna("recommendation", item.translation_key)
    report(item)
    call_command("send_digests")
    assert capsys.readouterr().out == "1 digests, 0 newsletters.\n"


# --- what it costs ------------------------------------------------------------------------------------------------


#: Statements that a letter takes, the ledger's included.
LETTER = 11


def followers(item, count: int) -> None:
    SubscriptionFactory.create_batch(count, kind="recommendation", key=str(item.translation_key))


def queries_of_a_run() -> int:
    """How many statements a run takes; the log of queries forgets those before the last nine thousand."""
    count = 0

    def note(execute, sql, params, many, context):
        nonlocal count
        count += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        send_digests()
    return count


def test_without_news_six_hundred_cost_as_much_as_three_hundred(item):
    followers(item, 300)
    few = queries_of_a_run()
    followers(item, 300)
    Subscription.objects.update(told_until=heard(60))
    assert queries_of_a_run() == few


def test_a_letter_costs_the_same_among_three_hundred_and_six_hundred(item):
    followers(item, 300)
    report(item)
    few = queries_of_a_run()
    followers(item, 300)
    report(item, minutes=9)
    Subscription.objects.update(told_until=heard(9.5))
    many = queries_of_a_run()
    assert Letter.objects.count() == 300 + 600
    assert few <= 300 * LETTER + 40
    # Beside the letters: two queries for each run of contacts.
    assert many - few <= 300 * LETTER + 10


def test_contacts_are_read_in_runs(item, monkeypatch):
    monkeypatch.setattr(module, "CONTACTS", 7)
    followers(item, 20)
    report(item)
    assert len(digests()) == 20


def test_happenings_are_asked_for_once_a_thing(item):
    followers(item, 10)
    asked = []

    def tell(keys, window):
        asked.append(list(keys))
        return []

    with registered("happenings of recommendation", tell):
        send_digests()
    assert asked == [[str(item.translation_key)]]
