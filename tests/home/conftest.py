"""What tests of these rooms share."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data


@pytest.fixture
def add_page(admin_client):
    """``add_page(parent, model, data)``: what an editor sends with the form of a new page."""

    def add(parent, model, data):
        address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
        return admin_client.post(address, nested_form_data(data))

    return add
