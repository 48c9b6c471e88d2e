"""Addressees of a document and the vocabulary: the same body under its dictionary forms."""

from collections.abc import Iterable
from dataclasses import dataclass

from anyascii import anyascii
from django.utils.text import slugify
from wagtail.models import Locale

from core.models import Addressee
from russian.lemmas import grammemes, lemma, parses
from russian.tokens import words

PREPOSITIONS = {"в", "к", "ко", "для", "и", "а", "адрес", "to", "for", "the", "of", "and", "all"}
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
    """Finds the vocabulary's addressee for a phrase, or makes it; ``made`` lists the new ones."""

    locale: Locale
    made: list[Addressee]
    known: list[tuple[list[str], Addressee]]

    @classmethod
    def for_locale(cls, locale: Locale) -> "AddresseeLinker":
        terms = Addressee.objects.filter(locale=locale)
        known = [
            (lemmas(name), term) for term in terms for name in [term.title, *term.aliases.splitlines()] if lemmas(name)
        ]
        return cls(locale, [], known)

    def link(self, phrase: str) -> Addressee:
        """Return the addressee that *phrase* names in whatever case; save a new one when nothing fits."""
        asked = lemmas(phrase)
        found = _best(asked, self.known)
        if found is not None:
            return found
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
    """Return *phrase* with its head, a noun and its adjectives, in the nominative."""
    tokens = phrase.split()
    while len(tokens) > 1 and tokens[0].lower() in PREPOSITIONS:
        tokens = tokens[1:]
    result = []
    for position, token in enumerate(tokens):
        result.append(_nominative(token))
        if "NOUN" in grammemes(token.strip(",;:")):
            return _capital(" ".join([*result, *tokens[position + 1 :]]))
    return _capital(" ".join(tokens))


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
    for parse in parses(core):
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
