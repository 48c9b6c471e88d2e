"""Projects from a table: read it, name every faulty cell, then make pages of it, all or none.

table = read_table("projects.xlsx", content)       # raises ImportFileError
plan = make_plan(table, index)                      # plan.faults, plan.drafts, plan.repeated
pages = import_projects(content_name, content, index, user, publish=False)
"""

from .errors import Fault, ImportFileError
from .planning import Plan, make_plan
from .reading import read_table
from .saving import import_projects
from .template import template_workbook

__all__ = ["Fault", "ImportFileError", "Plan", "import_projects", "make_plan", "read_table", "template_workbook"]
