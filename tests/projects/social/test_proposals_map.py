"""Proposals of residents on the map that this room draws for the rooms below."""

from decimal import Decimal

import pytest

from tests.factories.proposals import ProposalFactory, ProposalPeriodFactory

pytestmark = pytest.mark.django_db


def test_proposals_with_a_place_are_on_the_map(client, site):
    period = ProposalPeriodFactory()
    base = f"{period.forum.url}proposals/"
    ProposalFactory(period=period, number=1)
    assert "town-map" not in client.get(base).content.decode()
    ProposalFactory(period=period, number=2, latitude=Decimal("57.73"), longitude=Decimal("57.42"))
    ProposalFactory(period=period, number=3, latitude=Decimal("57.74"), longitude=Decimal("57.43"), status="received")
    page = client.get(base).content.decode()
    assert page.count("project-map__spot") == 1
    assert f"{base}2/" in page
