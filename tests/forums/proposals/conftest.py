import pytest

from tests.factories.proposals import ProposalPeriodFactory


@pytest.fixture
def period(site):
    """A forum that takes proposals today."""
    return ProposalPeriodFactory()


@pytest.fixture
def base(period) -> str:
    return f"{period.forum.url}proposals/"
