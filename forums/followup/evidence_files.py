"""Files that came without signing in: only those who are signed in see them until the report is approved."""

from typing import Any

from wagtail.models import Collection, CollectionViewRestriction

from .models import Evidence, ProgressReport

#: Where they wait, and where they stand once approved: the collection that a migration makes for bodies.
PENDING, APPROVED = "Документы на проверке", "Документы ответственных органов"


def pending_collection() -> Collection:
    """The collection of files that wait, which only those who are signed in may open."""
    found = Collection.objects.filter(name=PENDING).first()
    if found is None:
        found = Collection.get_first_root_node().add_child(name=PENDING)
        CollectionViewRestriction.objects.create(collection=found, restriction_type=CollectionViewRestriction.LOGIN)
    return found


def open_files(sender: type[ProgressReport], instance: Any, **kwargs: Any) -> None:
    """When a report is published, let readers see the files that came with it; those of internal notes stay closed."""
    if not isinstance(instance, ProgressReport) or instance.internal:
        return
    for evidence in Evidence.objects.filter(report=instance, document__collection__name=PENDING).select_related(
        "document"
    ):
        evidence.document.collection = (
            Collection.objects.filter(name=APPROVED).first() or Collection.get_first_root_node()
        )
        evidence.document.save()
