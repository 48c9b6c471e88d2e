"""Widgets of the admin's forms."""

from django import forms


class TermsSelect(forms.SelectMultiple):
    """Many terms: what is chosen in a line, the rest behind a search. Without JavaScript a plain list."""

    template_name = "core/admin/terms_select.html"

    class Media:
        js = ["js/admin/terms.js"]
        css = {"all": ["css/admin/terms.css"]}
