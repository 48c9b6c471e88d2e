"""Posting the admin's own edit form, as a browser would: read its fields, change some, send it back."""

from bs4 import BeautifulSoup
from django.urls import reverse


def form_data(html: str, css: str = "#page-edit-form") -> dict[str, list[str]]:
    """Every value that a browser would send for the form; empty templates of new children are left out."""
    soup = BeautifulSoup(html, "html.parser")
    form = soup.select_one(css)
    data: dict[str, list[str]] = {}
    for control in form.find_all(["input", "select", "textarea"]):
        name = control.get("name")
        if not name or control.find_parent("template") or control.find_parent("script"):
            continue
        for value in _values(control):
            data.setdefault(name, []).append(value)
    return data


def _values(control) -> list[str]:
    if control.name == "select":
        return [option.get("value", "") for option in control.find_all("option", selected=True)]
    if control.name == "textarea":
        return [control.text.removeprefix("\n")]
    if control.get("type") in ("checkbox", "radio"):
        return [control.get("value", "on")] if control.has_attr("checked") else []
    return [] if control.get("type") in ("submit", "file", "button") else [control.get("value", "")]


def save_page(client, page, changes: dict[str, str], action: str = "action-publish"):
    """Open the page's edit form, change fields, press the button. Gives the response."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = form_data(client.get(url).content.decode())
    data |= {name: [value] for name, value in changes.items()}
    return client.post(url, data | {action: [action]})
