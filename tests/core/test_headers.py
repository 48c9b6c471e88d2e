"""Headers of answers that others' code makes."""

import pytest
from wagtail.documents import get_document_model

from tests.factories.core import SiteDocumentFactory

pytestmark = pytest.mark.django_db


def test_a_document_has_no_encoding_named_none(client, site, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = SiteDocumentFactory()
    answer = client.get(document.url)
    assert get_document_model().objects.exists()
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/", "/admin/login/"])
def test_no_inline_script_may_run(client, site, address):
    policy = dict(part.strip().split(" ", 1) for part in client.get(address)["Content-Security-Policy"].split(";"))
    assert policy["script-src"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["frame-ancestors"] == "'self'"
