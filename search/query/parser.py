"""What a resident typed, as terms: words, phrases in quotes, exclusions with a minus. Any input is harmless."""

import re
from dataclasses import dataclass, replace

from russian.tokens import clean, parts, words
from search.analysis import readings_of, spelled, whole_key

#: A resident's question has a dozen words; a pasted document is cut to its beginning.
MAX_CHARACTERS = 1_000
MAX_TERMS = 32
_PHRASE = re.compile(
    r"(?P<minus>(?:(?<=\s)|^)[-−–—])?(?:\"(?P<straight>[^\"]*)\"|«(?P<guillemets>[^»]*)»|“(?P<curly>[^”]*)”|„(?P<german>[^“”]*)[“”])"
)
_EXCLUDED = re.compile(r"(?:(?<=\s)|^)[-−](?=\w)(\S+)")


@dataclass(frozen=True)
class Term:
    """One thing asked for: keys of a word (several when hyphenated) or of a phrase.

    ``alternatives`` are keys of other readings of a single word; ``roots`` its coarse keys. A function word helps to
    rank, nothing has to contain it.
    """

    text: str
    keys: tuple[str, ...]
    alternatives: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    whole: str = ""
    is_function: bool = False
    is_phrase: bool = False


@dataclass(frozen=True)
class ParsedQuery:
    """Terms in the order typed, what is excluded, and the query as it will be shown and counted."""

    text: str
    terms: tuple[Term, ...]
    excluded: tuple[Term, ...] = ()

    @property
    def content(self) -> tuple[Term, ...]:
        """The terms that say what is looked for; all of them if they are all function words."""
        return tuple(term for term in self.terms if not term.is_function) or self.terms

    @property
    def has_phrases(self) -> bool:
        return any(term.is_phrase for term in self.terms)

    def unquoted(self) -> "ParsedQuery":
        """The same with the words of phrases asked for one by one."""
        terms: list[Term] = []
        for term in self.terms:
            terms += [word_term(word) for word in words(term.text)] if term.is_phrase else [term]
        return replace(self, terms=tuple(dict.fromkeys(terms))[:MAX_TERMS])


def parse(raw: str) -> ParsedQuery:
    """Read a query. Lone dashes and unclosed quotes mean nothing; more than ``MAX_TERMS`` terms are cut."""
    text = " ".join(clean(str(raw)[:MAX_CHARACTERS]).split())
    found: list[tuple[int, Term]] = []
    excluded: list[Term] = []

    def take_phrase(match: re.Match[str]) -> str:
        inside = next((group for group in match.group("straight", "guillemets", "curly", "german") if group), "")
        term = phrase_term(inside)
        if term and match.group("minus"):
            excluded.append(term)
        elif term:
            found.append((match.start(), term))
        return " " * len(match.group())

    def take_exclusion(match: re.Match[str]) -> str:
        excluded.extend(word_term(word) for word in words(match.group(1)))
        return " " * len(match.group())

    rest = _EXCLUDED.sub(take_exclusion, _PHRASE.sub(take_phrase, text))
    position = 0
    for word in words(rest):
        position = rest.index(word, position)
        found.append((position, word_term(word)))
        position += len(word)
    terms = [term for _position, term in sorted(found, key=lambda pair: pair[0]) if any(term.keys)]
    return ParsedQuery(text, tuple(dict.fromkeys(terms))[:MAX_TERMS], tuple(excluded)[:MAX_TERMS])


def word_term(word: str) -> Term:
    """The term of one typed word, hyphenated or not."""
    readings = readings_of(word)
    single = readings[0] if len(readings) == 1 else None
    return Term(
        text=word,
        keys=tuple(reading.key for reading in readings),
        alternatives=single.others if single else (),
        roots=single.roots if single else (),
        whole=whole_key(readings),
        is_function=all(reading.is_function for reading in readings),
    )


def phrase_term(text: str) -> Term | None:
    """The term of words in quotes; a single word in quotes is asked for in earnest, without relatives."""
    inside = words(text)
    keys = tuple(reading.key for word in inside for reading in readings_of(word))
    return Term(text=text, keys=keys, is_phrase=True) if keys else None


def last_word(text: str) -> tuple[str, str]:
    """For suggestions while typing: the words before the last, and the spelling of the last one."""
    cleaned = clean(text[:MAX_CHARACTERS])
    found = words(cleaned)
    if not found:
        return "", ""
    last = found[-1]
    return cleaned[: cleaned.rindex(last)], spelled(parts(last)[-1] if "-" in last else last)
