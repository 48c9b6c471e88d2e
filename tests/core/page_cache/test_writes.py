"""Which statements make all pages anew."""

import pytest
from django.db import connection, transaction

from core.models import Topic
from core.page_cache import stamp
from core.page_cache.writes import is_seen
from home.news.models import NewsPage


@pytest.mark.parametrize(
    "sql",
    [
        'INSERT INTO "wagtailcore_page" ("title") VALUES (%s)',
        "insert or ignore into core_topic (title) values (%s)",
        'UPDATE "wagtailcore_page" SET "live" = %s WHERE "wagtailcore_page"."id" = %s',
        'UPDATE "wagtailcore_page" SET "latest_revision_id" = %s, "live" = %s WHERE "id" = 1',
        'DELETE FROM "followup_response" WHERE id = 1',
        'UPDATE "witnesses_witness" SET "status" = %s WHERE "id" = 1',
        'UPDATE "subscriptions_newsletter" SET "sent_at" = %s WHERE "id" = 1',
        'UPDATE "registration_registrationperiod" SET "closes_at" = %s WHERE "id" = 1',
        "\n  UPDATE wagtailcore_page SET path = replace(path, 'a', 'b')",
        "WITH x AS (SELECT 1) DELETE FROM core_topic",
        "TRUNCATE core_topic",
        'DROP TABLE "core_topic"',
    ],
)
def test_what_may_show_counts(sql):
    assert is_seen(sql)


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "wagtailcore_page"."id" FROM "wagtailcore_page" FOR UPDATE',
        '(SELECT "id" FROM "followup_response") UNION ALL (SELECT "id" FROM "followup_progressreport")',
        "WITH found AS MATERIALIZED (SELECT id FROM core_topic) SELECT count(*) FROM found",
        'SAVEPOINT "s1"',
        "PRAGMA journal_mode=WAL",
        "BEGIN IMMEDIATE",
        'INSERT INTO "django_session" ("session_key") VALUES (%s)',
        'INSERT INTO "wagtailcore_revision" ("id") VALUES ' + ", ".join(["(%s)"] * 3000),  # noqa: S608
        'UPDATE "wagtailcore_page" SET "latest_revision_id" = 5, "draft_title" = %s WHERE "id" = 1',
        'UPDATE "auth_user" SET "last_login" = %s WHERE "auth_user"."id" = %s',
        'DELETE FROM "search_searchentry" WHERE id IN (%s)',
        'UPDATE "wagtailadmin_editingsession" SET "last_seen_at" = %s',
        'UPDATE "subscriptions_subscription" SET "told_until" = %s WHERE "id" = 1',
        'UPDATE "subscriptions_newsletter" SET "last_contact" = %s WHERE "id" = 1',
        'INSERT INTO "registration_registration" ("name") VALUES (%s)',
        'UPDATE "registration_registrationperiod" SET "last_number" = ("last_number" + 1) WHERE "id" = 1',
        'INSERT INTO "followup_reminder" ("email") VALUES (%s)',
        'UPDATE "core_letter" SET "state" = %s WHERE "id" = 1',
    ],
)
def test_what_never_shows_does_not(sql):
    assert not is_seen(sql)


def test_the_stamp_moves_with_the_commit_and_not_before(demo):
    before = stamp.read()
    with transaction.atomic():
        Topic.objects.update(title="Дороги")
        assert stamp.read() == before
    assert stamp.read() != before


def test_what_is_rolled_back_moves_nothing(demo):
    before = stamp.read()
    with transaction.atomic():
        Topic.objects.update(title="Дороги")
        transaction.set_rollback(True)
    with transaction.atomic(), transaction.atomic():
        Topic.objects.update(title="Дороги")
        transaction.set_rollback(True)
    assert stamp.read() == before


def test_a_write_inside_what_was_rolled_back_does_not_hide_a_later_one(demo):
    before = stamp.read()
    with transaction.atomic():
        with transaction.atomic():
            Topic.objects.update(title="Дороги")
            transaction.set_rollback(True)
        Topic.objects.update(title="Мосты")
    assert stamp.read() != before


def test_drafts_move_nothing_and_their_publication_does(demo):
    page = NewsPage.objects.live().first()
    before = stamp.read()
    page.title = "Черновик"
    revision = page.save_revision()
    assert stamp.read() == before
    revision.publish()
    assert stamp.read() != before


def test_statements_past_the_models_count_too(demo):
    before = stamp.read()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_topic SET title = 'Дороги'")
    assert stamp.read() != before


def test_stamps_never_repeat(demo):
    marks = set()
    for _turn in range(200):
        stamp.bump()
        marks.add(stamp.read())
    assert len(marks) == 200
