"""The bar of a tally as an SVG. A page holds dozens of them: drawn by code, each costs a tenth of a template.

Lengths are shares of the width, so the counts keep their size on a phone. The lines of a status are its pattern: shown
where colours do not tell, see ``followup/bars.css``.
"""

from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from .tallies import BarPart, Tally


def draw_bar(tally: Tally) -> SafeString:
    """The parts of ``tally`` side by side, with their counts where these fit; nothing for an empty one."""
    parts = tally.parts
    if not parts:
        return mark_safe("")
    drawn = mark_safe("".join(map(_draw_part, parts)))
    return format_html(
        '<svg class="status-bar" width="100%" height="32" role="img" aria-label="{}">{}</svg>', tally.in_words, drawn
    )


def _draw_part(part: BarPart) -> str:
    """All that stands here is made of numbers and of codes of this program: there is nothing to escape."""
    code, x = part.status.value, part.x
    drawn = (
        f'<rect class="status-fill status-fill--{code}" x="{x}" width="{part.width}" height="100%"></rect>'
        f'<line class="status-lines status-lines--{code}" x1="{x}" x2="{part.end}" y1="50%" y2="50%"></line>'
    )
    if part.before:
        drawn += f'<rect class="status-bar__gap" x="{x}" width="2" height="100%"></rect>'
    if part.is_roomy:
        label = f'class="status-bar__count status-bar__count--{code}" x="{part.middle}" y="50%"'
        drawn += f"<text {label}>{localize(part.count)}</text>"
    return drawn
