"""How many registered and how many came: counted of rows that keep no names once these are erased."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from .choices import HOLDING, Status
from .models import Registration, RegistrationPeriod, Section


@dataclass(frozen=True)
class SectionFigures:
    """People, not registrations."""

    section: Section
    taken: int
    waiting: int
    came: int
    came_unregistered: int

    @property
    def free(self) -> int:
        return max(0, self.section.capacity - self.taken)


@dataclass(frozen=True)
class Figures:
    """The sections of a forum's registration, and their sums."""

    sections: list[SectionFigures]

    @property
    def capacity(self) -> int:
        return sum(one.section.capacity for one in self.sections)

    @property
    def taken(self) -> int:
        return sum(one.taken for one in self.sections)

    @property
    def waiting(self) -> int:
        return sum(one.waiting for one in self.sections)

    @property
    def came(self) -> int:
        return sum(one.came for one in self.sections)

    @property
    def came_unregistered(self) -> int:
        return sum(one.came_unregistered for one in self.sections)

    @property
    def registered(self) -> int:
        """Who had registered before; without those who came unregistered."""
        return self.taken - self.came_unregistered


def figures_of(period: RegistrationPeriod) -> Figures:
    """The figures of one forum, by two queries however many sections it has."""
    people = {row["section"]: row for row in _sums(Registration.objects.of(period))}
    found = []
    for section in period.sections.all():
        row = people.get(section.pk, {})
        numbers = {name: row.get(name) or 0 for name in ("taken", "waiting", "came", "came_unregistered")}
        found.append(SectionFigures(section, **numbers))
    return Figures(found)


def _sums(registrations: QuerySet) -> QuerySet:
    came = Q(arrived_at__isnull=False)
    return (
        registrations.order_by()
        .values("section")
        .annotate(
            taken=Sum("party_size", filter=Q(status__in=HOLDING)),
            waiting=Sum("party_size", filter=Q(status=Status.WAITING)),
            came=Sum("party_size", filter=came),
            came_unregistered=Sum("party_size", filter=came & Q(is_walk_in=True)),
        )
    )
