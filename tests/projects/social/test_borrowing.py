"""Projects that grew out of practices: the editor of a practice chooses among projects alone."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.factories.practices import BorrowingFactory, PracticeFactory, PracticeIndexFactory
from tests.factories.projects import ProjectIndexPageFactory, project_with


def test_a_borrowing_chooses_among_projects(site, admin_client):
    index = ProjectIndexPageFactory(parent=site.home)
    practice = PracticeFactory(parent=PracticeIndexFactory(parent=site.home))
    row = BorrowingFactory(practice=practice, borrower="Соседи", city="Новодумск", project=project_with(index))
    row.full_clean()
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[practice.pk])).content.decode()
    assert "social.projectpage" in form
    row.project = index
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    assert set(error.value.message_dict) == {"project"}
