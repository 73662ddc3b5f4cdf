"""What the other side tells of contact with others that it had: with a family, an employer. Pure.

Contact that is only announced is a threat; this has happened, and serves findings C4 and C5.
"""

import re
from functools import lru_cache

from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import Flat, flat_text
from evidence_app.reading.entities.found import Found, Known
from evidence_app.reading.entities.sentences import sentences
from evidence_app.reading.entities.words import either, phrases
from evidence_app.reading.passages import Speaker

_CLAUSE = re.compile(r"[^,;。!?\n]+")

OF_COMPLAINANT = re.compile(r"我(?!们|司|行|哋|方|处|所)|你们|你哋|\bI\b|\bmy\b")
"""In words of which nobody knows who says them: what is told to the institution, or of oneself."""


def find_third_parties(flat: Flat, known: Known) -> list[Found]:
    """Return the sentences in which the other side says that it was in contact with others."""
    if known.speaker is Speaker.COMPLAINANT:
        return []
    sure = known.speaker is Speaker.INSTITUTION
    return [
        Found(SuggestionKind.THIRD_PARTY, each.text, each.start, each.end, 0.85 if sure else 0.6)
        for each in sentences(flat)
        if tells_of_contact(each.text) and (sure or not OF_COMPLAINANT.search(each.text))
    ]


def tells_of_contact(text: str) -> bool:
    """Tell whether a sentence, in simplified characters, says that others were contacted."""
    return any(_done(clause[0]) for clause in _CLAUSE.finditer(text))


def tells_of_debt(text: str) -> bool:
    """Tell whether words say that others were told of the debt: in the same breath as the contact."""
    said = flat_text(text)
    clauses = (clause[0] for clause in _CLAUSE.finditer(said))
    return any(_done(clause) and _debt().search(clause) for clause in clauses)


def without_contact(text: str) -> str:
    """Return a sentence without what it tells of such contact: the rest of it may threaten."""
    found = ((clause.start(), _done(clause[0])) for clause in _CLAUSE.finditer(text))
    for start, done in [(start, done) for start, done in found if done]:
        text = text[: start + done[0]] + " " * (done[1] - done[0]) + text[start + done[1] :]
    return text


def _done(clause: str) -> tuple[int, int] | None:
    """Return where a clause says it, None if it does not, or takes it back before."""
    for found in _contact().finditer(clause):
        is_english = found.lastgroup == "english"
        if is_english or not _not_so().search(clause, 0, found.end()):
            return found.span()
    return None


@lru_cache(maxsize=1)
def _contact() -> re.Pattern[str]:
    whose = r"(?:[您你其妳]们?|阁下|贵)(?:本人)?[的之]?"
    theirs, anybodys = either("third_parties", "theirs"), either("third_parties", "anybodys")
    person = rf"(?:{whose}(?:{theirs}|{anybodys})(?:{theirs}|[的之]){{0,3}}|{anybodys})"
    verbs, said_to = either("third_parties", "verbs"), either("third_parties", "said_to")
    done = phrases("third_parties", "said")["done"]
    within = r"[^,;。]"
    ways = (
        rf"{done}{within}{{0,12}}?{verbs}[了过到]?{within}{{0,4}}?{person}",
        rf"{done}{within}{{0,6}}?[向给与和跟同对]{person}{within}{{0,8}}?{said_to}",
        rf"[向给与和跟同对]{person}(?={within}{{0,12}}(?:(?<!通)过|了(?!解))){within}{{0,8}}?{said_to}[了过]?",
        rf"(?:{verbs})[了过]{person}",
        rf"{person}{within}{{0,6}}的(?:电话|手机|号码){within}{{0,4}}?{done}{within}{{0,4}}?(?:打|拨打?)[过通了]",
    )
    chinese = "|".join(ways)
    return re.compile(rf"(?P<chinese>{chinese})|(?P<english>{either('third_parties', 'english')})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _not_so() -> re.Pattern[str]:
    return re.compile(either("third_parties", "not_so"))


@lru_cache(maxsize=1)
def _debt() -> re.Pattern[str]:
    return re.compile(either("third_parties", "debt"), re.IGNORECASE)
