"""Addresses of follow-up under a forum: ``progress/`` and the same as PDF, CSV and JSON.

A mixin of the page model, so the views, which need the models, are imported when they are called.
"""

from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.routable_page.models import path

from core.file_routes import FileRoutes


class ProgressRoutes(FileRoutes):
    """For ``ForumPage``: what came of earlier forums, as of the opening day or any other (``?on=2018-04-26``)."""

    @path("progress/", name="progress")
    def progress(self, request: HttpRequest) -> HttpResponseBase:
        from .progress import progress_page

        return progress_page(self, request)

    @path("progress.pdf", name="progress_pdf")
    def progress_pdf(self, request: HttpRequest) -> HttpResponseBase:
        from .progress import progress_pdf

        return progress_pdf(self, request)

    @path("progress.csv", name="progress_csv")
    def progress_csv(self, request: HttpRequest) -> HttpResponseBase:
        from .progress import progress_csv

        return progress_csv(self, request)

    @path("progress.json", name="progress_json")
    def progress_json(self, request: HttpRequest) -> HttpResponseBase:
        from .progress import progress_json

        return progress_json(self, request)
