"""Whole pages, kept for visitors who are not signed in, and given out before Django is asked.

- :mod:`.stamp`: one mark for all content, read at every request; whoever commits a change of content moves it;
- :mod:`.writes`: tells, statement by statement, what changes content;
- :mod:`.keys`: which requests may be answered with a kept page, and with which;
- :mod:`.entries`: a kept page, compressed, with its ETag; a store with a bound in bytes;
- :mod:`.pages`: the kept pages of this process, and who renders one anew;
- :mod:`.shared`: stamp and pages for several machines, in Redis;
- :mod:`.middleware` keeps what :func:`core.caching.cacheable` declares; :mod:`.wsgi` gives it out.
"""
