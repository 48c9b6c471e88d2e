"""Words that hint at a role. None of them decides: the model weighs them with everything else it sees."""

import re
from functools import lru_cache

from russian.lemmas import lemma
from russian.tokens import vocabulary

EVENTS = vocabulary(
    """форум конференция съезд слет конгресс собрание слушание слушания стол сессия ассамблея саммит фестиваль встреча
    совещание семинар симпозиум чтение чтения заседание сход диалог конвент школа мастерская хакатон форсайт
    forum congress conference convention assembly summit meeting table hearing hearings seminar workshop session
    symposium gathering dialogue"""
)
EVERYDAY = vocabulary("стол чтение чтения диалог школа мастерская встреча table dialogue session meeting gathering")
"""Words that speak of a gathering only in a title: a recipe has a table, too."""

FORM = (
    r"резолюци[яюи]|решени[ея]|рекомендаци[ияй]|итоговый документ|итоговая декларация|декларация|обращение"
    r"|постановление|заключение|меморандум|коммюнике|манифест|протокол"
)
FORM_EN = (
    r"(?:final |draft |outcome )?(?:resolution|declaration|recommendations|decision|outcome document|final document"
    r"|communiqu[eé]|memorandum)"
)
FORM_WORDS = vocabulary(
    "outcome document final draft resolution declaration recommendations decision memorandum communique"
)
ANCHOR = re.compile(
    rf"(?:проект\s+|итогов\w+\s+|общ\w+\s+|сводн\w+\s+)*(?:{FORM}|{FORM_EN})(?=$|[\s«\"“.,(:№])", re.IGNORECASE
)

HINTS = {
    "form": ANCHOR,
    "draft": re.compile(r"проект\b|draft\b", re.IGNORECASE),
    "signs": re.compile(
        r"(?:со|за)?(?:м\. )?председател[ьи]|секретарь|модератор|ведущ|организационный комитет|от имени|оргкомитет"
        r"|руководитель|глава\b|директор|президент\b|спикер|редакционная|подпис|м\.\s?п\.|верно\b"
        r"|chair|secretary|signed|on behalf|moderator|president\b|mayor\b|speaker\b",
        re.IGNORECASE,
    ),
    "initials": re.compile(
        r"[А-ЯЁA-Z]\.\s?(?:[А-ЯЁA-Z]\.\s?)?[А-ЯЁA-Z][а-яёa-z-]+|[А-ЯЁA-Z][а-яёa-z-]+\s[А-ЯЁA-Z]\.\s?[А-ЯЁA-Z]\."
    ),
    "rule": re.compile(r"_{3,}|\.{6,}"),
    "itself": re.compile(
        r"(?:настоящ|данн|эт[аоиу]|this\b|the present\b)\w*\s+(?:резолюци|решени|рекомендаци"
        r"|постановлени|документ|обращени"
        r"|resolution|declaration|document)",
        re.IGNORECASE,
    ),
    "adopted": re.compile(
        r"\(?\s*(?:принят|утвержд|одобрен|подписан|adopted|approved|done (?:in|at)|signed)\w*", re.IGNORECASE
    ),
    "vote": re.compile(
        r"голосова|единоглас|большинством|«?за»?\s?[-–—:]\s?\d|unanim|voted?\b|in favour", re.IGNORECASE
    ),
    "thanks": re.compile(
        r"(?:выража|благодар|увер[ея]н|убежден|надее|вер(?:им|ят)\b|thank|express|confident|hope)", re.IGNORECASE
    ),
    "closing": re.compile(
        r"(?:в заключени|заключительн|заключение|приложени|annex|appendix|closing|final provisions|conclusion)",
        re.IGNORECASE,
    ),
    "note": re.compile(
        r"(?:источник|справка|примечани|текст|сноск|опублик|информац|документ|полн|читайте|source"
        r"|note\b|full|see also|read more|published)",
        re.IGNORECASE,
    ),
    "approval": re.compile(r"(?:утвержд|согласован|приложение|приказ|распоряжени|протокол)", re.IGNORECASE),
    "theme": re.compile(
        r"(?:на тему|по теме|тема\b|под девизом|девиз|on the (?:theme|topic)|theme\b|motto\b)", re.IGNORECASE
    ),
    "about": re.compile(r"(?:об?|по вопрос\w+|по проблем\w+|on|concerning|regarding)\s", re.IGNORECASE),
    "number": re.compile(r"(?:от\s.*)?(?:№|N)\s?[\w/-]+$"),
    "fact": re.compile(
        r"(?:время|начало|окончание|присутств|докладчик|слушали|выступил|организатор|формат|участв|time|organi[sz]er|present\b)",
        re.IGNORECASE,
    ),
    "office": re.compile(
        r"(?:администраци|правительств|министерств|дума\b|совет\b|муниципальн|собрание\b|палата\b"
        r"|городск|областн|country|city of|council\b)",
        re.IGNORECASE,
    ),
    "whereas": re.compile(
        r"(?:whereas|considering|having|noting|recalling|recogni[sz]ing|aware|mindful|welcoming|bearing|guided|being)\b",
        re.IGNORECASE,
    ),
    "given": re.compile(
        r"(?:мы\b|участники\b|делегаты\b|в ходе|в рамках|в целях|с целью|в соответствии|по итогам"
        r"|по результат|на основани|исходя|ввиду|в связи"
        r"|we\b|the participants|delegates|during|in order|following)",
        re.IGNORECASE,
    ),
    "resolved": re.compile(r"(?:now,? )?(?:therefore,? )?(?:be it )?(?:further )?resolved\b", re.IGNORECASE),
    "topic": re.compile(
        r"(?:по (?:вопрос|направлени|тем|секци)\w*|в (?:сфере|области|части)|секци[яи]|направлени[ея]"
        r"|блок|раздел|глава|статья|section|area)\b",
        re.IGNORECASE,
    ),
    "greeting": re.compile(r"(?:уважаем|дорог(?:ие|ой)|коллеги|друзья|dear|ladies|friends)", re.IGNORECASE),
    "agenda": re.compile(
        r"(?:повестк|программа|регламент|регистраци|кофе|открытие|agenda|programme|schedule|coffee)", re.IGNORECASE
    ),
    "law": re.compile(r"(?:статья|глава|раздел|часть|закон|положени[ея]\b|устав|article|chapter)\b", re.IGNORECASE),
    "detail": re.compile(
        r"(?:срок|ответственн|исполнител|deadline|responsible|due)\w*\b[^.]{0,40}[:–—-]", re.IGNORECASE
    ),
    "link": re.compile(r"https?:|www\.|@\w|\.ru\b|\.org\b|\b\d{1,2}:\d\d\b", re.IGNORECASE),
    "place": re.compile(
        r"(?:\(?\s*)(?:г\.|гор(?:од)?\b|пос|пгт|село\b|с\.\s?[А-Я]|дер\.|д\.\s?[А-Я]|станица|место|venue|place)",
        re.IGNORECASE,
    ),
    "furniture": re.compile(
        r"(?:главная|поиск|меню|версия|печат|комментари|просмотр|поделит|подробн|назад|вверх|рубрик|автор|фото|категори|home\b|search|menu|print|comments?\b|views|share|back|skip|version|contact|copyright|©|page\b|стр)",
        re.IGNORECASE,
    ),
}
"""Patterns looked for at the beginning of a segment; those below anywhere in it."""
ANYWHERE = {"initials", "rule", "vote", "link", "itself"}
CLOSED = vocabulary(
    """и а но или также в во на по с со к ко о об от до для из за при над под через без между не что чтобы который это
    этот они он она мы вы я их его ее наш ваш свой весь все каждый другой иной такой данный настоящий
    следующий нижеследующий
    так как если когда где согласно"""
)
ENGLISH_CLOSED = vocabulary(
    "a an the of to in on at by for with from and or but that this these those we they it its their our all each be is "
    "are was were will shall should has have had not as if when where which who"
)
ENGLISH_ACTIONS = vocabulary(
    """accept achieve act adapt add address adopt advance advise advocate agree aim allocate allow amend analyse analyze
    apply appoint approve arrange ask assess assign assist attract avoid build broaden bring call carry celebrate change
    check clarify collect combine commend commission commit communicate complete conduct confirm consider consolidate
    consult continue contribute convene cooperate coordinate create cut declare dedicate define deliver demand deploy
    design designate develop devote direct disseminate distribute do draft draw educate elaborate elect eliminate
    empower enable encourage endorse enforce engage enhance enlarge ensure equip establish evaluate examine exchange
    expand explore extend facilitate finance find finish focus form foster fund gather give grant guarantee help
    highlight hold host identify implement improve include incorporate increase inform initiate insist install
    integrate introduce invest investigate invite involve issue join keep launch lead learn let limit link list maintain
    make manage mandate measure meet mobilise mobilize modernise monitor move name note offer open oppose organise
    organize
    oversee participate pay pilot plan plant prepare present preserve prevent prioritise prioritize produce prohibit
    promote propose protect provide publicise publish pursue put raise reach recognise recognize recommend reconsider
    record reduce refer reform refrain register reiterate reject release remove renew reopen repair repeal replace
    report request require research resolve respect respond restore review revise run safeguard save secure seek send
    set share show simplify spread start stop strengthen strive study submit support survey sustain take teach test
    thank track train transfer translate treat undertake update upgrade urge use volunteer welcome work write"""
)


@lru_cache(maxsize=5000)
def is_event(word: str) -> bool:
    """Tell whether *word* in any of its cases is a gathering («форума», «форум-диалог»)."""
    if word.isdigit():
        return False
    return lemma(word) in EVENTS or (("-" in word) and lemma(word.split("-")[0]) in EVENTS)
