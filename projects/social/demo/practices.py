"""Practices of the demo that became projects of the invented town."""

from core.demo import DemoKit
from projects.practices.models import PracticeBorrowing, PracticePage

#: Practice → project, and what the borrowing tells.
BECAME_PROJECTS = {
    "biblioteka-veshchey": (
        "prokat-dobra",
        {
            "borrower": "Соседи Веры Отзывчивой-Придуманной",
            "city": "Новодумск",
            "adaptation": "Вместо шкафа в клубе — комната на первом этаже, вещи привозят на дом.",
            "outcome": "За первый месяц в общий прокат сдали сорок вещей.",
        },
    ),
}


def link_practices(kit: DemoKit) -> None:
    """Tell on the practices which projects grew out of them."""
    for slug, (project, words) in BECAME_PROJECTS.items():
        page = PracticePage.objects.get(pk=kit.shared["practices"][slug].pk)
        rows = list(page.borrowings.all())
        if any(row.project_id for row in rows):
            continue
        row = PracticeBorrowing(
            locale=page.locale,
            sort_order=len(rows),
            year=kit.today.year,
            project=kit.shared["projects"][project],
            **words,
        )
        page.borrowings = [*rows, row]
        page.save_revision().publish()
