"""Projects from a table: read it, name every faulty cell, then make pages of it, all or none.

plan = make_plan(content, index)                    # raises UnreadableTable; plan.faults, plan.drafts, plan.repeated
pages = import_projects(content, index, user, publish=False)
"""

from .columns import LIMITS, template_workbook
from .planning import Plan, make_plan
from .saving import FaultyTable, import_projects, may_import

__all__ = ["LIMITS", "FaultyTable", "Plan", "import_projects", "make_plan", "may_import", "template_workbook"]
