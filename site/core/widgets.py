"""Widgets of the admin's forms."""

from django import forms
from wagtail.admin.staticfiles import versioned_static


class TermsSelect(forms.SelectMultiple):
    """Many terms: what is chosen in a line, the rest behind a search. Without JavaScript a plain list."""

    template_name = "core/admin/terms_select.html"

    class Media:
        js = [versioned_static("js/admin/terms.js")]
        css = {"all": [versioned_static("css/admin/terms.css")]}
