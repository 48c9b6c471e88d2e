"""What several filters may offer, asked for at once."""

from django.db.models import CharField, QuerySet, Value


def options(**terms: QuerySet) -> dict[str, list[tuple[str, str]]]:
    """Slug and title of the terms of each filter, by title, each once: one query, however many filters there are."""
    parts = [
        found.order_by().values_list(Value(name, output_field=CharField()), "slug", "title")
        for name, found in terms.items()
    ]
    offered: dict[str, list[tuple[str, str]]] = {name: [] for name in terms}
    for name, slug, title in parts[0].union(*parts[1:]):
        offered[name].append((slug, title))
    return {name: sorted(pairs, key=lambda pair: pair[1].casefold()) for name, pairs in offered.items()}
