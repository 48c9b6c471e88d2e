"""Phrases for series of meetings. Whole phrases, since in Russian the ordinal agrees with the weekday's gender."""

from django.utils.translation import gettext_lazy as _

#: Monday first.
WEEKLY_WORDS = (
    _("every Monday"),
    _("every Tuesday"),
    _("every Wednesday"),
    _("every Thursday"),
    _("every Friday"),
    _("every Saturday"),
    _("every Sunday"),
)
MONTHLY_WORDS = {
    1: (
        _("every first Monday of the month"),
        _("every first Tuesday of the month"),
        _("every first Wednesday of the month"),
        _("every first Thursday of the month"),
        _("every first Friday of the month"),
        _("every first Saturday of the month"),
        _("every first Sunday of the month"),
    ),
    2: (
        _("every second Monday of the month"),
        _("every second Tuesday of the month"),
        _("every second Wednesday of the month"),
        _("every second Thursday of the month"),
        _("every second Friday of the month"),
        _("every second Saturday of the month"),
        _("every second Sunday of the month"),
    ),
    3: (
        _("every third Monday of the month"),
        _("every third Tuesday of the month"),
        _("every third Wednesday of the month"),
        _("every third Thursday of the month"),
        _("every third Friday of the month"),
        _("every third Saturday of the month"),
        _("every third Sunday of the month"),
    ),
    4: (
        _("every fourth Monday of the month"),
        _("every fourth Tuesday of the month"),
        _("every fourth Wednesday of the month"),
        _("every fourth Thursday of the month"),
        _("every fourth Friday of the month"),
        _("every fourth Saturday of the month"),
        _("every fourth Sunday of the month"),
    ),
    -1: (
        _("every last Monday of the month"),
        _("every last Tuesday of the month"),
        _("every last Wednesday of the month"),
        _("every last Thursday of the month"),
        _("every last Friday of the month"),
        _("every last Saturday of the month"),
        _("every last Sunday of the month"),
    ),
}
