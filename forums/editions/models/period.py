"""What a forum takes for a while: proposals, registrations."""

from typing import Any, Self

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from .forum import ForumPage


class ForumPeriod(models.Model):
    """From when to when a forum takes something, numbered. ``forum`` is the page in the site's first language."""

    objects: Any

    forum = models.OneToOneField(
        ForumPage, verbose_name=_("forum"), on_delete=models.PROTECT, related_name="+", help_text=_("A coming one.")
    )
    last_number = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.forum.title

    @classmethod
    def of(cls, forum: ForumPage) -> Self | None:
        """The period of a forum, in whatever language its page is."""
        found = cls.objects.select_related("forum").filter(forum__translation_key=forum.translation_key)
        return found.first()

    @property
    def tracks(self) -> list[str]:
        """The titles of the forum's sections."""
        return [block.value["title"] for block in self.forum.tracks]

    def next_number(self) -> int:
        """The number of the next thing that is taken; to be called in a transaction."""
        mine = type(self).objects.filter(pk=self.pk)
        mine.update(last_number=F("last_number") + 1)
        return mine.values_list("last_number", flat=True).get()
