"""schema.org descriptions of forums, resolutions and recommendations. Plain dictionaries; no request."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from forums.editions.states import ForumState

if TYPE_CHECKING:
    from forums.editions.models import ForumPage
    from forums.editions.programme import Session

    from .models import Recommendation, ResolutionPage

Data = dict[str, Any]


def forum_data(forum: "ForumPage", base: Data) -> Data:
    """An Event with its place, organisers and sessions; ``base`` is what every page says of itself."""
    data = base | {
        "startDate": forum.starts_on.isoformat(),
        "endDate": forum.last_day.isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
    }
    if forum.venue or forum.address:
        data["location"] = {"@type": "Place", "name": forum.venue or forum.address, "address": forum.address}
    organisers = [{"@type": "Organization", "name": child.value.title} for child in forum.organisers]
    if organisers:
        data["organizer"] = organisers
    if forum.state == ForumState.REGISTRATION:
        data["offers"] = {"@type": "Offer", "url": forum.registration_url, "price": "0", "priceCurrency": "RUB"}
    if forum.programme:
        data["subEvent"] = [_session(s) for day in forum.programme_days for s in day.sessions]
    return data


def _session(session: "Session") -> Data:
    data: Data = {"@type": "Event", "name": session.title, "startDate": session.starts.isoformat()}
    if session.ends:
        data["endDate"] = session.ends.isoformat()
    if session.place:
        data["location"] = {"@type": "Place", "name": session.place}
    return data


def resolution_data(resolution: "ResolutionPage", base: Data) -> Data:
    """A Legislation: an adopted act with its date and number."""
    data = base | {"legislationType": "Resolution"}
    if resolution.adopted_on:
        data["legislationDate"] = resolution.adopted_on.isoformat()
    if resolution.number:
        data["legislationIdentifier"] = resolution.number
    if resolution.original:
        data["encoding"] = {"@type": "MediaObject", "contentUrl": urljoin(resolution.full_url, resolution.original.url)}
    return data


def recommendation_data(item: "Recommendation") -> Data:
    """A part of its resolution."""
    resolution = item.resolution
    data: Data = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": item.title,
        "text": item.text,
        "url": item.full_url,
        "position": item.number,
        "inLanguage": resolution.locale.language_code,
        "isPartOf": {"@type": "Legislation", "name": resolution.title, "url": resolution.full_url},
    }
    if resolution.adopted_on:
        data["datePublished"] = resolution.adopted_on.isoformat()
    if item.addressee:
        data["audience"] = {"@type": "Audience", "name": item.addressee.title}
    topics = [topic.title for topic in item.topics.all()]
    if topics:
        data["about"] = topics
    return data
