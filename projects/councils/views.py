"""The map under the boundary's text area: what is typed so far, on the town, beside the councils that are there."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from shapely.geometry import shape
from wagtail.admin.auth import require_admin_access

from projects.geo.boundary import BoundaryError, as_geojson, read_boundary
from projects.geo.mercator import area_km2
from russian.typography import thin_number

from .maps import editing_map
from .models import CouncilIndexPage


@require_admin_access
@require_POST
def check_boundary(request: HttpRequest) -> JsonResponse:
    """Check ``boundary`` (GeoJSON text); answer with a message, the map as SVG, and the map's frame.

    ``register`` is the primary key of the register whose municipality the boundary must lie within; ``own`` the slug
    of the council that is being edited, which is not drawn twice.
    """
    register = _register(request.POST.get("register", ""))
    land = register.boundary if register else None
    geometry, problem = _read(request.POST.get("boundary", ""), land)
    councils = register.get_councils().active().exclude(slug=request.POST.get("own", "")) if register else None
    town_map = editing_map(geometry, councils, land=land)
    return JsonResponse(
        {
            "ok": not problem,
            "message": problem or _summary(geometry),
            "svg": render_to_string("councils/admin/boundary_map.html", {"map": town_map}) if town_map else "",
            "frame": vars(town_map.frame) if town_map else None,
            "geometry": geometry,
        }
    )


def _register(key: str) -> CouncilIndexPage | None:
    return get_object_or_404(CouncilIndexPage, pk=key) if key.isdecimal() else None


def _read(text: str, land: dict[str, Any] | None) -> tuple[dict[str, Any] | None, str]:
    if not text.strip():
        return None, ""
    try:
        return as_geojson(read_boundary(text, within=shape(land) if land else None)), ""
    except BoundaryError as error:
        return None, str(error)


def _summary(geometry: dict[str, Any] | None) -> str:
    if geometry is None:
        return ""
    figure = shape(geometry)
    parts = getattr(figure, "geoms", [figure])
    points = sum(len(ring.coords) - 1 for part in parts for ring in (part.exterior, *part.interiors))
    counted = ngettext("%(count)d point", "%(count)d points", points) % {"count": points}
    return _("The boundary is right: %(points)s, %(area)s km².") % {
        "points": counted,
        "area": thin_number(round(area_km2(figure), 2), 2),
    }
