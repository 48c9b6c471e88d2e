"""Addressees of a document and the vocabulary: the same body under its dictionary forms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from anyascii import anyascii
from django.utils.text import slugify
from wagtail.models import Locale

from core.models import Addressee
from russian.lemmas import grammemes, lemma, parses
from russian.tokens import words

PREPOSITIONS = {"в", "к", "ко", "для", "и", "а", "адрес", "to", "for", "the", "of", "and", "all"}
GOVERNING = {"по", "к", "ко"}
CONJUNCTIONS = {"и", "а", "также", "или", "либо"}
STEMS = (
    (Addressee.Group.BUSINESS, ("предприним", "бизнес", "работодат", "предприят", "застройщик", "business", "compan")),
    (Addressee.Group.NONPROFIT, ("нко", "некоммерч", "объединен", "общественн", "тос", "волонт", "ngo", "non-profit")),
    (Addressee.Group.RESIDENTS, ("жител", "гражд", "населени", "собственник", "сосед", "resident", "citizen")),
    (
        Addressee.Group.GOVERNMENT,
        ("орган", "администрац", "дума", "депутат", "глава", "мэр", "правительств", "министерств", "департамент",
         "комитет", "управлени", "собрани", "совет", "authorit", "government", "council"),
    ),
)  # fmt: skip


@dataclass(slots=True)
class AddresseeLinker:
    """Finds the vocabulary's addressee for a phrase, or makes it where it ``makes`` what is missing.

    ``made`` lists the new ones, ``missing`` what was neither found nor made.
    """

    locale: Locale
    known: list[tuple[list[str], Addressee]]
    makes: bool = True
    made: list[Addressee] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @classmethod
    def for_locale(cls, locale: Locale, *, makes: bool = True) -> "AddresseeLinker":
        terms = Addressee.objects.filter(locale=locale)
        known = [
            (lemmas(name), term) for term in terms for name in [term.title, *term.aliases.splitlines()] if lemmas(name)
        ]
        return cls(locale, known, makes)

    def link(self, phrase: str) -> Addressee | None:
        """Return the addressee that *phrase* names in whatever case; make it, or note it, when nothing fits."""
        asked = lemmas(phrase)
        found = _best(asked, self.known)
        if found is not None:
            return found
        if not self.makes:
            self.missing += [phrase] if phrase not in self.missing else []
            return None
        title = in_nominative_phrase(phrase)[:255]
        term = Addressee(title=title, group=group_of(phrase), locale=self.locale, slug=self._free_slug(title))
        term.save()
        self.made.append(term)
        self.known.append((asked, term))
        return term

    def _free_slug(self, title: str) -> str:
        base = slugify(anyascii(title))[:90].strip("-") or "addressee"
        taken = set(Addressee.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
        return next(slug for slug in (base, *numbered) if slug not in taken)


def lemmas(phrase: str) -> list[str]:
    """Return the dictionary forms of the words of *phrase* that carry meaning."""
    return [lemma(word) for word in words(phrase) if word.lower() not in PREPOSITIONS]


def group_of(phrase: str) -> str:
    """Guess the group of an addressee; the first word that tells decides."""
    for word in words(phrase.lower()):
        for group, stems in STEMS:
            if word.startswith(stems):
                return group
    return Addressee.Group.OTHER


def in_nominative_phrase(phrase: str) -> str:
    """Return *phrase* with its heads, nouns and their adjectives, in the nominative: «Библиотеки и музеи».

    What depends on a head stays: «Управление культуры и спорта».
    """
    tokens = phrase.split()
    while len(tokens) > 1 and tokens[0].lower() in PREPOSITIONS:
        tokens = tokens[1:]
    first, *others = list(_coordinated(tokens)) or [[]]
    result = _head_in_nominative(first)
    alone = _head(first) == len(first) - 1
    governed = _governs(first)
    for group in others:
        result += _head_in_nominative(group) if not governed and _is_dative(group, alone) else group
        governed = governed or _governs(group)
    return _capital(" ".join(result))


def _governs(group: list[str]) -> bool:
    """Tell whether what follows hangs on a preposition: «Комитет по культуре и делам молодёжи»."""
    return any(token.lower() in GOVERNING for token in group)


def _coordinated(tokens: list[str]) -> Iterator[list[str]]:
    """Cut a phrase before each «и» and after each comma, so that every part may have a head of its own."""
    group: list[str] = []
    for token in tokens:
        if token.lower() in CONJUNCTIONS and group:
            yield group
            group = []
        group.append(token)
        if token.endswith((",", ";")):
            yield group
            group = []
    if group:
        yield group


def _head(group: list[str]) -> int | None:
    """Return the place of the first noun; «детским» in «детским садам» is none, though it can be one."""
    tags = [grammemes(token.strip(",;:")) if token.lower() not in CONJUNCTIONS else frozenset() for token in group]
    for place, own in enumerate(tags):
        follows = place + 1 < len(tags) and "NOUN" in tags[place + 1]
        if "NOUN" in own and not ("ADJF" in own and follows):
            return place
    return None


def _is_dative(group: list[str], alone: bool) -> bool:
    """Tell whether a part stands in the dative: «музеям», but not «спорта».

    What may be a genitive as well is one beside a head that has its own («Управлению образования и молодёжи»), and
    none beside a head that stands *alone* («Думе и Администрации города»).
    """
    head = _head(group)
    tags = [parse.tag for parse in parses(group[head].strip(",;:"))] if head is not None else []
    return any("datv" in tag for tag in tags) and (alone or not any("gent" in tag for tag in tags))


def _head_in_nominative(group: list[str]) -> list[str]:
    head = _head(group)
    if head is None:
        return group
    until = head + 1
    named = [token if token.lower() in CONJUNCTIONS else _nominative(token) for token in group[:until]]
    return [*named, *group[until:]]


def _best(asked: list[str], known: Iterable[tuple[list[str], Addressee]]) -> Addressee | None:
    """Return the term whose name says most of what is asked, if their heads agree."""
    scored = []
    for name, term in known:
        heads_agree = name[0] == asked[0] if asked else False
        within, around = set(name) <= set(asked), set(asked) <= set(name)
        if (within and (heads_agree or len(name) > 1)) or (around and heads_agree):
            scored.append((len(set(name) & set(asked)) * 10 - len(set(name) ^ set(asked)), -term.pk, term))
    return max(scored, key=lambda entry: entry[:2])[2] if scored else None


def _nominative(token: str) -> str:
    core = token.strip(",;:")
    # a dative first: «садам» is of «сад», and hardly a plural genitive of anything
    found = sorted(parses(core), key=lambda parse: "datv" not in parse.tag)
    for parse in found:
        if "datv" in parse.tag or "gent" in parse.tag:
            number = "plur" if parse.tag.number == "plur" else "sing"
            wanted = {"nomn", number} | ({parse.tag.gender} if number == "sing" and parse.tag.gender else set())
            inflected = parse.inflect(wanted)
            if inflected and not core.isupper():
                made = inflected.word.capitalize() if core[0].isupper() else inflected.word
                return token.replace(core, made)
    return token


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
