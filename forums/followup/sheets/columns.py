"""Columns of the table, shared by writer and reader."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Name(StrEnum):
    """What a column holds."""

    ID = "id"
    NUMBER = "number"
    TEXT = "text"
    KIND = "kind"
    STATUS = "status"
    BODY = "body"
    CONTACT = "contact_name"
    EMAIL = "contact_email"
    DUE = "due_on"
    FREQUENCY = "frequency"
    ANSWER_DATE = "answer_date"
    POSITION = "position"
    ANSWER = "answer"
    REPORT_DATE = "report_date"
    OUTCOME = "outcome"
    REPORT = "report"
    LINK = "link"


@dataclass(frozen=True)
class Column:
    """A column with its heading; ``editable`` ones are read back."""

    name: Name
    label: str | Promise
    width: int
    editable: bool = True


COLUMNS = (
    Column(Name.ID, _("ID (do not change)"), 12, False),
    Column(Name.NUMBER, _("Number"), 8, False),
    Column(Name.TEXT, _("Recommendation"), 60, False),
    Column(Name.KIND, _("Kind"), 15, False),
    Column(Name.STATUS, _("State"), 15, False),
    Column(Name.BODY, _("Responsible body"), 30),
    Column(Name.CONTACT, _("Contact person"), 24),
    Column(Name.EMAIL, _("Contact's e-mail"), 24),
    Column(Name.DUE, _("Report by"), 13),
    Column(Name.FREQUENCY, _("How often to report"), 16),
    Column(Name.ANSWER_DATE, _("Answer: date"), 13),
    Column(Name.POSITION, _("Answer: position"), 17),
    Column(Name.ANSWER, _("Answer: text"), 45),
    Column(Name.REPORT_DATE, _("New report: date"), 13),
    Column(Name.OUTCOME, _("New report: outcome"), 20),
    Column(Name.REPORT, _("New report: what was done"), 50),
    Column(Name.LINK, _("New report: link"), 30),
)
INDEX = {column.name: place for place, column in enumerate(COLUMNS)}
#: The first row of every sheet.
HEADER_ROW = 1
