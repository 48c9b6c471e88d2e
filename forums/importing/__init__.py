"""From a forum's document to a draft resolution.

The way of a file, each step a plain function::

    annotated = annotate_file(data, name)  # in a process with bounds: read, then the model gives every line a role
    ... the editor changes roles, joins and splits lines ...
    resolution = assemble(annotated)       # roles → Resolution, a value; print it with .to_json()
    outcome = make_draft(resolution, ...)  # forums.importing.drafts: the pages, unpublished

``annotate(document)`` does the second half of the first step in the caller's process; ``parse(document)`` is
``assemble(annotate(document))``. What this package exports is pure: no database, no request, no page is imported.
``drafts`` with ``linking`` and ``matching`` makes the pages; ``review``, ``screen``, ``suggestions``, ``comparison``,
``forms``, ``views``, ``permissions`` and ``wagtail_hooks`` are the screen; ``corrections`` keeps what editors changed.

- ``AnnotatedDocument`` – ``.lines`` of ``AnnotatedLine`` (``text``, ``mark``, ``role`` with its ``probability``,
  ``uncertain``, ``second``: the second-best role of a doubtful line, ``line``, ``page``), ``.notices``; store it with
  ``.to_json()`` / ``AnnotatedDocument.from_json(data)``;
- ``Role`` and ``ROLE_LABELS`` – the roles and their translated names, in the order of the paper document;
- ``change_role(document, index, role)``, ``join_with_previous(document, index)``,
  ``split_line(document, index, position)`` – return a changed copy;
- ``assemble(document)`` never fails: a set of roles that makes no sense gives a resolution with warnings;
- ``UnreadableDocument`` – ``str(error)`` is one line that says what to do.
"""

from documents.errors import UnreadableDocument
from documents.lines import Document, Line, Notice
from forums.importing.annotations import (
    ROLE_LABELS,
    AnnotatedDocument,
    AnnotatedLine,
    Role,
    change_role,
    join_with_previous,
    split_line,
)
from forums.importing.assembly import assemble
from forums.importing.parser import annotate, parse
from forums.importing.process import annotate_file
from forums.importing.resolution import ForumFacts, Item, Kind, Resolution, Section, Verb

__all__ = [
    "ROLE_LABELS",
    "AnnotatedDocument",
    "AnnotatedLine",
    "Document",
    "ForumFacts",
    "Item",
    "Kind",
    "Line",
    "Notice",
    "Resolution",
    "Role",
    "Section",
    "UnreadableDocument",
    "Verb",
    "annotate",
    "annotate_file",
    "assemble",
    "change_role",
    "join_with_previous",
    "parse",
    "split_line",
]
