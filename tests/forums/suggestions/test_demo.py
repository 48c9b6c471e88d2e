"""What the demo shows of suggestions."""

from django.contrib.auth import get_user_model
from django.urls import reverse


def test_the_demo_shows_it(demo, client):
    client.force_login(get_user_model().objects.get(username="redaktor"))
    shown = client.get(reverse("suggestions:year")).content.decode()
    assert shown.count('class="suggestions"') >= 5
    board = client.get(reverse("followup_admin:board"), {"tab": "all"}).content.decode()
    assert "suggestions--quiet" in board
