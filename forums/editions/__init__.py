"""The yearly forums ("editions") and their programme.

What the rooms above may add, through :mod:`core.extensions`:

- parts of a forum's page at "after_programme", which stands under the text and before the results in figures;
- parts of the archive at "edition", once for each forum of the list; the context has it as ``forum``;
- routes below a forum's page and context of both pages;
- "contents of a forum": functions from a forum to lines of its table of contents (level, text, anchor);
- "columns of forums": functions that give a column of the forums' list in the admin.
"""
