"""What forums adopted: resolutions and their recommendations.

What the rooms above may add, through :mod:`core.extensions`:

- parts of a resolution's page at "before_text", and at "timeline" on the page of one recommendation, which the
  context has as ``recommendation``;
- "recommendation parts": functions from a recommendation and a request to a part or None, shown under the
  recommendation in the text of its resolution;
- "reading of a resolution": functions that take a resolution whose text is about to be shown. They may look things up
  for all of its ``recommendations`` at once and keep them in attributes of these, where filters and parts find them;
- "filters of a resolution": functions that give a list of :class:`core.listings.ItemFilter` over recommendations.
"""
