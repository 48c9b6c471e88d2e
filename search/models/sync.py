"""What an outside engine has not been told yet."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MissedUpdate(models.Model):
    """An object whose change did not reach the engine; told again as soon as the engine answers."""

    model = models.CharField(max_length=100, help_text=_("Label of the model, for example search.searchentry."))
    object_id = models.CharField(max_length=50)
    missed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("missed update of the index")
        verbose_name_plural = _("missed updates of the index")
        constraints = [models.UniqueConstraint(fields=("model", "object_id"), name="search_unique_missed")]

    def __str__(self) -> str:
        return f"{self.model} {self.object_id}"
