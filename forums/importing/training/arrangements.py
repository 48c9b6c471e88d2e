"""Arrangements of the decisions of a generated resolution: where the addressee stands, what is counted, what is not."""

from collections.abc import Callable
from typing import Any

from forums.importing.annotations import Role
from forums.importing.training.blocks import Block, block
from forums.importing.training.items import ROMAN, Items

AGAIN = 0.25
"""How often a second list follows."""


def decisions(items: Items) -> list[Block]:
    """Return the paragraphs of the decisions, one list or several; the arrangement chosen is noted in *items*."""
    rng = items.rng
    arrangement = _arrangement(items)
    items.arranged = arrangement.__name__
    result = arrangement(items)
    if items.long or arrangement in (resolved, bare) or rng.random() > AGAIN:
        return result
    items.count, items.again = 0, True
    again = rng.choice((plain, inside, sections))(items)
    again[0].space = rng.random() < 0.5
    return result + again


def _arrangement(items: Items) -> Callable[[Items], list[Block]]:
    rng = items.rng
    if items.long:
        return rng.choice((sections, numbered_sections))
    if items.council:
        return rng.choice((plain, plain, plain, headed_by_asking, inside))
    if items.english and rng.random() < 0.25:
        return rng.choice((resolved, bare if items.marks else plain))
    options = [*[plain] * 3, *[inside] * 2, *[sections] * 3, *[numbered_sections] * 2, topics, *[in_paragraph] * 2]
    options += [beside, sentence, prose, table]
    if not items.english:
        options += [headed_by_asking, asked_first, asked_to_hold]
    return rng.choice(options)


def bare(items: Items) -> list[Block]:
    """Items that no clause announces."""
    return items.items(items.size(), lead=None)


def plain(items: Items) -> list[Block]:
    lead = items.lead()
    rng = items.rng
    if rng.random() < 0.12 and not items.english and len(lead) == 1 and " " in lead[0][1]:
        subject, _, verb = lead[0][1].rpartition(" ")
        if items.again:
            return items.items(items.size(), lead=lead)
        verb_block = block(Role.LEAD_IN, verb.upper(), centred=rng.random() < 0.5, space=rng.random() < 0.6)
        above = [block(Role.PREAMBLE, subject)]
        if rng.random() < 0.5:
            above += [
                block(Role.PREAMBLE, text, centred=rng.random() < 0.3)
                for text in (items.event[1], items.event[0])[: rng.randint(1, 2)]
            ]
        return [*above, verb_block, *items.items(items.size(), lead=None)]
    return items.items(items.size(), lead=lead)


def inside(items: Items) -> list[Block]:
    return items.items(items.size(), lead=items.asking_lead())


def sections(items: Items) -> list[Block]:
    """Headings that name addressees, each above its items; numbers go on or begin anew."""
    rng = items.rng
    result = [Block(items.lead())] if rng.random() < 0.85 else []
    style: dict[str, Any] = {"bold": rng.random() < 0.3, "centred": rng.random() < 0.1, "space": rng.random() < 0.5}
    colon = rng.choice((":", ":", ":", ""))
    goes_on = rng.random() < 0.25
    marked = items.marks or rng.random() < 0.5
    bulleted = rng.random() < 0.06 and items.marks in ("1.", "", "1)", "-")
    for _ in range(5 if items.long else rng.randint(2, 5)):
        text = items.heading() + (colon if marked or style["bold"] else ":")
        result.append(block(Role.ADDRESSEE, text, mark="•" if bulleted else "", **style))
        size = items.size()
        result += items.items(size, lead=None)
        items.count = items.count + size if goes_on and items.marks[:1] == "1" else 0
    return result


def numbered_sections(items: Items) -> list[Block]:
    """«1. Администрации города:» above 1.1, above bullets or above items without marks."""
    rng = items.rng
    result = [Block(items.lead())] if rng.random() < 0.9 else []
    roman = rng.random() < 0.3
    below = rng.choice(("deep", "deep", "-", "•", "a)", "", "1)"))
    colon = rng.choice((":", ":", ":", "", "."))
    style: dict[str, Any] = {"bold": rng.random() < 0.3, "space": rng.random() < 0.4}
    topical = rng.random() < 0.2
    for index in range(5 if items.long else rng.randint(2, 5)):
        head = items.topic() if topical else items.heading()
        role = Role.LEAD_IN if topical else Role.ADDRESSEE
        mark = f"{ROMAN[index]}." if roman else f"{index + 1}."
        result.append(block(role, head + (colon if below else ":"), mark=mark, **style))
        if below == "deep":
            result += items.items(items.size(), lead=None, head=f"{index + 1}.")
        else:
            result += items.items(max(2, items.size()), lead=None, style="1." if roman and below == "1)" else below)
    return result


def headed_by_asking(items: Items) -> list[Block]:
    """«1. Принять к сведению. 2. Рекомендовать администрации: 2.1. …»"""
    rng = items.rng
    result = [Block(items.lead())]
    index = 0
    below = rng.choice(("deep", "deep", "-", "a)", "–"))
    for _ in range(rng.randint(2, 4)):
        index += 1
        if rng.random() < 0.4:
            result.append(
                block(
                    Role.RECOMMENDATION,
                    items.text(last=False) if items.kinds != ["noun"] else "Принять доклад к сведению.",
                    mark=f"{index}.",
                )
            )
            continue
        verb = rng.choice(("Рекомендовать", "Предложить", "Поручить", "Просить", "Обратиться к"))
        result.append(Block([(Role.LEAD_IN, verb), (Role.ADDRESSEE, items.voice.addressees() + ":")], mark=f"{index}."))
        if below == "deep":
            result += items.items(rng.randint(1, 5), lead=None, head=f"{index}.")
        else:
            result += items.items(rng.randint(2, 5), lead=None, style=below)
    return result


def topics(items: Items) -> list[Block]:
    rng = items.rng
    result = [Block(items.lead())] if rng.random() < 0.9 else []
    colon = rng.choice((":", "", "", "."))
    style: dict[str, Any] = {"bold": rng.random() < 0.4, "centred": rng.random() < 0.15, "space": rng.random() < 0.6}
    goes_on = rng.random() < 0.4
    for _ in range(rng.randint(2, 4)):
        result.append(block(Role.LEAD_IN, items.topic() + (colon if items.marks else ":"), **style))
        size = max(2, items.size())
        result += items.items(size, lead=None)
        items.count = items.count + size if goes_on and items.marks[:1] == "1" else 0
    return result


def in_paragraph(items: Items) -> list[Block]:
    """A clause and its whole list in one paragraph."""
    rng = items.rng
    style = rng.choice(("1)", "1)", "a)", "1.", "1.", "", "", "•", "–", "s"))
    lead = items.asking_lead() if rng.random() < 0.5 else items.lead(":")
    result = [Block([*lead, *items.run(rng.randint(2, 6), style)])]
    if rng.random() < 0.3:
        result.append(Block([*items.asking_lead(), *items.run(rng.randint(2, 4), style)]))
    return result


def beside(items: Items) -> list[Block]:
    """«Администрации города: создать …; провести …» or «Администрации города – создать …»."""
    rng = items.rng
    result = [Block(items.lead())]
    sign = rng.choice((":", ":", " –", " -"))
    style = rng.choice(("", "", "", "1)", "a)")) if sign == ":" else ""
    mark = rng.choice(("1.", "-", "•", "", "")) if not style else rng.choice(("", "-", "1."))
    for index in range(rng.randint(2, 5)):
        head = items.heading()
        run = items.run(1 if sign != ":" else rng.randint(1, 3) if not style else rng.randint(2, 4), style)
        result.append(Block([(Role.ADDRESSEE, head + sign), *run], mark=items.mark(index, mark) if mark else ""))
    return result


def sentence(items: Items) -> list[Block]:
    """The decision inside a sentence: «участники рекомендуют | Думе | утвердить отчёт»."""
    rng = items.rng
    result = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        if items.english:
            lead = items.asking_lead("")
            result.append(Block([*lead, (Role.RECOMMENDATION, items.voice.action() + ".")]))
            continue
        lead = items.asking_lead("")
        result.append(Block([*lead, (Role.RECOMMENDATION, items.voice.action() + ".")]))
    return result


def prose(items: Items) -> list[Block]:
    """The first decision behind the clause, the others as paragraphs without marks."""
    rng = items.rng
    kind = "that" if items.english else "finite"
    said = [items.voice.item(rng.choice((kind, "action"))) for _ in range(rng.randint(2, 5))]
    texts = [f"{text[:1].upper()}{text[1:]}." for text in said]
    if rng.random() < 0.5:
        first = texts[0][:1].lower() + texts[0][1:]
        return [
            Block([*items.lead(":"), (Role.RECOMMENDATION, first)]),
            *(block(Role.RECOMMENDATION, text) for text in texts[1:]),
        ]
    return [Block(items.lead(":")), *(block(Role.RECOMMENDATION, text, space=items.spaced) for text in texts)]


def asked_first(items: Items) -> list[Block]:
    """«Администрации города | рекомендуется:»"""
    rng = items.rng
    result = []
    verb = rng.choice(("рекомендуется", "предлагается", "рекомендовано", "необходимо", "следует"))
    for index in range(rng.randint(1, 3)):
        mark = f"{index + 1}." if rng.random() < 0.3 else ""
        head = items.voice.addressees()
        result.append(Block([(Role.ADDRESSEE, head[:1].upper() + head[1:]), (Role.LEAD_IN, f"{verb}:")], mark=mark))
        result += items.items(max(2, items.size()), lead=None, style="-" if mark else None)
    return result


def asked_to_hold(items: Items) -> list[Block]:
    """«Администрации города | считать главными направлениями работы:» above nouns."""
    rng = items.rng
    what = rng.choice(
        (
            "считать главными направлениями работы:",
            "по-прежнему уделять особое внимание таким вопросам:",
            "сосредоточить усилия на следующем:",
            "обеспечить решение следующих задач:",
            "при составлении планов предусмотреть:",
            "определить приоритетами:",
        )
    )
    items.kinds = ["noun"]
    head = items.voice.addressees()
    asked = Block([(Role.ADDRESSEE, head[:1].upper() + head[1:]), (Role.LEAD_IN, what)], space=rng.random() < 0.5)
    lead = [Block(items.lead())] if rng.random() < 0.8 else []
    return [*lead, asked, *items.items(max(2, items.size()), lead=None)]


def table(items: Items) -> list[Block]:
    """A table with a heading row and a column that says to whom."""
    rng = items.rng
    names = ("No.", "To whom", "Recommendation") if items.english else ("№", "Кому", "Рекомендация")
    heads = [block(Role.CLOSING, name, flags={"column_heading": True, "in_table": True}) for name in names]
    result = [Block(items.lead()), *heads]
    for index in range(rng.randint(2, 6)):
        if rng.random() < 0.7 or not index:
            result.append(block(Role.ADDRESSEE, items.heading(), flags={"in_table": True, "to_whom": True}))
        result.append(block(Role.RECOMMENDATION, items.text(last=False), mark=f"{index + 1}", flags={"in_table": True}))
        if rng.random() < 0.3:
            result.append(
                block(
                    Role.CONTINUATION,
                    rng.choice(("1 мая 2019 г.", "до 1 июня", "постоянно", "IV квартал"))
                    if not items.english
                    else "June 2020",
                    flags={"in_table": True, "in_item": True},
                )
            )
    return result


def resolved(items: Items) -> list[Block]:
    """WHEREAS … , RESOLVED, That …"""
    rng = items.rng
    result = []
    opening = rng.choice(
        ("RESOLVED", "Resolved", "Therefore be it RESOLVED", "NOW, THEREFORE, BE IT RESOLVED", "BE IT RESOLVED")
    )
    for index in range(rng.randint(1, 5)):
        lead = (
            opening
            if not index
            else rng.choice(("Be it further RESOLVED", "RESOLVED", "Be it finally resolved", "Resolved further"))
        )
        that = rng.choice((", That", " that", ", that"))
        text = items.voice.item(rng.choice(("that", "should"))) + rng.choice((".", ", and", ";", "; and"))
        result.append(Block([(Role.LEAD_IN, lead + that), (Role.RECOMMENDATION, text)], space=items.spaced))
    return result
