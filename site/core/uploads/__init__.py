"""One review of an upload: form, preview with every fault, confirmation that applies once.

The file waits in :class:`core.models.PendingUpload`. A room derives two views from :mod:`core.uploads.views`, says how
the file is read and what is done with it, and registers them under ``<name>/`` and ``<name>/<uuid:pk>/``.
"""
