"""The kept file: claimed once, kept as long as somebody works on it, bounded."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction

from core.models import PendingUpload, UploadChanged
from core.models.pending_upload import MAX_BYTES

pytestmark = pytest.mark.django_db


@pytest.fixture
def upload():
    owner = get_user_model().objects.create_user("editor", "editor@forum.example", "secret")
    return PendingUpload.objects.keep(owner=owner, kind="names", file_name="а" * 300, content=b"text")


def test_it_is_described_without_the_file(upload, django_assert_num_queries):
    assert (len(upload.file_name), upload.size, len(upload.digest)) == (255, 4, 64)
    with django_assert_num_queries(1):
        (found,) = PendingUpload.objects.of(upload.owner).unfinished()
        assert (str(found), found.size) == (upload.file_name, 4)
    assert "content" in found.get_deferred_fields()


@pytest.mark.parametrize("content", [b"", bytes(MAX_BYTES + 1)])
def test_its_size_is_bounded(upload, content):
    with pytest.raises(ValidationError):
        PendingUpload.objects.keep(owner=upload.owner, kind="names", file_name="a", content=content)


def test_only_the_first_claim_counts(upload):
    second = PendingUpload.objects.get(pk=upload.pk)
    upload.claim()
    with pytest.raises(UploadChanged):
        second.claim()
    with pytest.raises(UploadChanged):
        upload.claim()


def test_a_claim_that_is_rolled_back_may_be_made_again(upload):
    with transaction.atomic():
        upload.claim()
        transaction.set_rollback(True)
    PendingUpload.objects.get(pk=upload.pk).claim()
    assert PendingUpload.objects.get(pk=upload.pk).is_applied


def test_a_change_keeps_it_longer_and_is_not_undone_by_an_older_one(upload):
    stale = PendingUpload.objects.get(pk=upload.pk)
    PendingUpload.objects.update(expires_at=upload.expires_at - dt.timedelta(days=29))
    upload.save_state({"a": 1})
    upload.save_state({"a": 2})
    with pytest.raises(UploadChanged):
        stale.save_state({"a": 0})
    kept = PendingUpload.objects.get(pk=upload.pk)
    assert (kept.state, kept.version) == ({"a": 2}, 3)
    assert kept.expires_at >= stale.expires_at


def test_what_was_deleted_elsewhere_is_not_claimed(upload):
    PendingUpload.objects.all().delete()
    with pytest.raises(UploadChanged):
        upload.claim()


def test_it_goes_with_its_owner(upload):
    upload.owner.delete()
    assert not PendingUpload.objects.exists()
