"""The site's settings, as the editor meets them."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

pytestmark = pytest.mark.django_db


def test_names_follow_the_language_and_fall_back_on_russian(site):
    site.settings.address_english = ""
    with override("en"):
        assert site.settings.display_title == "Novodumsk Public Forum"
        assert site.settings.display_address == "ул. Придуманная, 1"
    with override("ru"):
        assert site.settings.display_title == "Общественный форум Новодумска"


def test_a_pale_accent_is_refused_with_its_contrast(admin_client, site):
    address = f"/admin/settings/core/sitesettings/{site.site.pk}/"
    response = admin_client.post(address, {"name": "Новодумск", "accent_colour": "#ffcc00"})
    assert response.status_code == 200
    assert "1,5 : 1" in response.content.decode()
    site.settings.refresh_from_db()
    assert site.settings.accent_colour != "#ffcc00"


def test_a_readable_accent_is_kept(admin_client, site):
    address = f"/admin/settings/core/sitesettings/{site.site.pk}/"
    assert 'type="color"' in admin_client.get(address).content.decode()
    response = admin_client.post(address, {"name": "Новодумск", "accent_colour": "#8b1f2f"})
    assert response.status_code == 302
    site.settings.refresh_from_db()
    assert site.settings.accent_colour == "#8b1f2f"


@pytest.mark.parametrize(("field", "value"), [("inn", "123"), ("ogrn", "abc"), ("email", "почта"), ("vk_url", "vk")])
def test_slips_are_told(site, field, value):
    setattr(site.settings, field, value)
    with pytest.raises(ValidationError):
        site.settings.full_clean()
