"""Which recommendations a text is about: matches made of pages that editors write anyway.

- :mod:`forums.suggestions.scoring`: pure functions from texts and recommendations to suggestions;
- :mod:`forums.suggestions.words` and :mod:`forums.suggestions.notions`: what words a text tells of a thing in;
- :mod:`forums.suggestions.matches`: the same for pages of the site, with what editors decided before.
"""
