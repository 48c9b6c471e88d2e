"""Words and numbers of Russian and English: tokens, lemmas, numerals, dates, typography.

It imports nothing of this project, and of Django only ``django.utils`` in :mod:`russian.dates`, so that a script or a
child process can use it without settings. The modules, each on those above it:

- :mod:`russian.tokens`: text to words; mixed alphabets, unseen signs;
- :mod:`russian.transliteration`: the sounds of a word, in whatever alphabet it is written;
- :mod:`russian.differences`: what became of the words of a text in another;
- :mod:`russian.likeness`: which known texts have most in common with one, by rare words;
- :mod:`russian.roots`: stems and roots, by rule and without a dictionary;
- :mod:`russian.lemmas`: the dictionary, held once a process: forms, parts of speech, cases;
- :mod:`russian.numerals`: Roman, ordinal and spelled numbers;
- :mod:`russian.readings`: a word as search takes it: key, other keys, roots;
- :mod:`russian.dates`: dates found in documents, dates written for people;
- :mod:`russian.typography`: quotation marks, dashes, spaces, thousands.
"""
