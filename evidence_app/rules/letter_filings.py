"""What a letter tells of the complaints before it: to whom, when, and what was answered. Pure."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from evidence_app.characters import folded
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import Complaint, ComplaintOutcome
from evidence_app.phrases import name_of
from evidence_app.rules.law import Body, BodyKind, body
from evidence_app.rules.letter_facts import SHORTEST_MESSAGE
from evidence_app.rules.letter_roles import Role, is_request_to
from evidence_app.rules.letter_sentences import shortened
from evidence_app.rules.letter_text import Statement
from evidence_app.rules.letter_writing import Writing
from evidence_app.rules.named_bodies import named_body, names_of
from evidence_app.rules.running import waited_out

SHORTEST_NUMBER = 6
"""Characters of a number that is looked for in words."""

WITH_ARTICLE = frozenset({BodyKind.REGULATOR, BodyKind.ASSOCIATION, BodyKind.MEDIATION, BodyKind.COURT})
"""Kinds of bodies whose English names stand with an article in a sentence."""

_ASIDE = re.compile(r"\s*[(（].*")


def filed_before(to: Writing) -> Iterator[Complaint]:
    """Yield the filings before a letter, with somebody else, and what its reader passed on to the institution."""
    today = to.matter.today
    for each in to.matter.complaints:
        is_to_come = each.filed_on is None or (today is not None and each.filed_on > today)
        if not is_to_come and (each.body != to.body_id or _passed_on(to, each) is not None):
            yield each


def earlier(to: Writing) -> Iterator[Statement]:
    """Yield what a letter says of each of them, in order of time, with the words of its entry on the timeline."""
    for each, day in _told(to):
        name = to.complained_to(each.body)
        key = f"line.{_filed_as(to, body(each.body))}{'' if each.reference else '_unnumbered'}"
        steps = _steps(to, each)
        recorded = (each.event_id, *(step.event_id for step in steps), *(one.event_id for one in _replies(to, each)))
        shown = tuple(dict.fromkeys(filter(None, recorded))) or naming(to, each)
        known = body(each.body)
        if known is not None and known.kind is BodyKind.POLICE:  # what stands in brackets is how to call them
            name = _ASIDE.sub("", name)
        if known is not None and known.kind in WITH_ARTICLE:
            name = to.say("them.named", body=name.removeprefix("The "))
        facts = {"day": to.day(day), "body": name, "reference": each.reference}
        on = _passed_on(to, each)
        passed = to.say("between.passed_on", day=to.day(on)) if on is not None else ""
        said = to.say(key, **facts, said=passed + _said(to, each, steps))
        answer = _answer(to, each) + _waited_out(to, each)
        maybe = _perhaps(to, each)
        ids = shown if maybe is None else tuple(dict.fromkeys((*shown, maybe.event_id)))
        yield Statement(to.with_exhibits(said, shown) + answer, ids, is_fact=True)


def naming(to: Writing, filed: Complaint) -> tuple[str, ...]:
    """Return the first entry since a filing that names its number: a receipt shows that it was filed."""
    number, since = filed.reference, filed.filed_on
    if len(number) < SHORTEST_NUMBER or since is None:
        return ()
    naming_it = (each for each in to.matter.happenings if each.reference == number or number in each.words)
    return tuple(each.event_id for each in naming_it if each.day is not None and each.day >= since)[:1]


def _passed_on(to: Writing, filed: Complaint) -> date | None:
    """Return when a body passed a filing on, None where it did not, or after the letter."""
    today, on = to.matter.today, filed.transferred_on
    return on if on is not None and (today is None or on <= today) else None


def told_of_filings(to: Writing) -> frozenset[str]:
    """Return the entries of the timeline that these sentences tell of: no other one tells them again."""
    if to.kind is not LetterKind.COMPLAINT:
        return frozenset()
    return frozenset(step.event_id for each, _ in _told(to) for step in _steps(to, each))


def _told(to: Writing) -> list[tuple[Complaint, date]]:
    """Return the filings whose day is known, with it, the first one first."""
    dated = ((each, each.filed_on) for each in filed_before(to) if each.filed_on is not None)
    once: dict[object, tuple[Complaint, date]] = {}
    for each, day in dated:  # somebody may have recorded one twice: the record that names its entry is told
        known = once.setdefault(_same(each), (each, day))
        if each.event_id and not known[0].event_id:
            once[_same(each)] = (each, day)
    return sorted(once.values(), key=lambda filed: filed[1])


def _same(filed: Complaint) -> object:
    """Return what two records of one filing agree in; of one without a number, itself."""
    known = body(filed.body)
    at = BodyKind.INSTITUTION if known is not None and known.kind is BodyKind.INSTITUTION else filed.body
    answer = filed.replied_on, filed.outcome, filed.reply, filed.transferred_on
    return (at, filed.filed_on, filed.reference, answer) if filed.reference else filed.id


def _steps(to: Writing, filed: Complaint) -> list[Happening]:
    """Return the entries of the timeline that are one filing: named by it, or with its number or body on its day."""
    own = (each for each in to.matter.happenings if each.kind is EventKind.COMPLAINT)
    return [each for each in own if each.direction is not Direction.IN and _is_of(each, filed, to)]


def _is_of(step: Happening, filed: Complaint, to: Writing) -> bool:
    if step.event_id == filed.event_id:
        return True
    if step.day != filed.filed_on or (step.reference and filed.reference and step.reference != filed.reference):
        return False
    if step.reference and step.reference == filed.reference:
        return True
    return bool(step.body) and (step.body == filed.body or _is_with(step.body, filed.body, to))


def _is_with(said: str, body_id: str, to: Writing) -> bool:
    """Tell whether the name that an entry has is that of a body; the institution's is that of its own office."""
    known = body(body_id)
    if known is not None and known.kind is BodyKind.INSTITUTION and said in _of_institution(to):
        return True
    named = named_body(said, to.territory)
    return named is not None and named.id == body_id


def _of_institution(to: Writing) -> tuple[str, ...]:
    return to.matter.dispute.institution, *to.matter.dispute.aliases


def _said(to: Writing, filed: Complaint, steps: list[Happening]) -> str:
    """Return the words of a filing's entries, but for those that only say with whom and under which number."""
    known = {*names_of(filed.body), *map(folded, (*_of_institution(to), filed.reference, filed.body))} - {""}
    every = dict.fromkeys(shortened(each.words).rstrip("。.") for each in steps)
    words = [each for each in every if _says_more(each, known)]
    return to.say("between.said", text=to.say("between.steps").join(words)) if words else ""


def _says_more(words: str, known: AbstractSet[str]) -> bool:
    """Tell whether words say more than some names and numbers."""
    left = folded(words)
    for name in sorted(known, key=len, reverse=True):
        left = left.replace(name, "")
    return sum(map(str.isalnum, left)) >= SHORTEST_MESSAGE


def _filed_as(to: Writing, filed: Body | None) -> str:
    """Return as what an earlier filing is told: what was asked of a keeper of data was no complaint."""
    if filed is not None and (filed.kind is BodyKind.POLICE or is_request_to(filed)):
        return "reported" if filed.kind is BodyKind.POLICE else "asked"
    return "appealed" if to.appeals or (filed is not None and filed.letter == Role.APPEAL) else "earlier"


def _replies(to: Writing, filed: Complaint) -> list[Happening]:
    """Return the entries that a person named as answers to a complaint, up to the day of the letter."""
    today = to.matter.today
    named = [each for each in to.matter.happenings if each.event_id in filed.reply_ids and each.day is not None]
    return [each for each in named if today is None or each.day is None or each.day <= today]


def _answer(to: Writing, filed: Complaint) -> str:
    """Return what was answered to an earlier complaint and when: who reads this would ask it first."""
    today = to.matter.today
    is_answered = filed.replied_on is not None and (today is None or filed.replied_on <= today)
    days = dict.fromkeys(each.day for each in _replies(to, filed) if each.day is not None)
    others = [to.day(day) for day in days if not is_answered or day != filed.replied_on]
    told = to.say("line.answers", days=to.say("between.numbers").join(others)) if others else ""
    is_open = filed.outcome is ComplaintOutcome.OPEN and not is_answered
    if (maybe := _perhaps(to, filed)) is not None and maybe.day is not None:
        cited = to.shown((maybe.event_id,))
        return told + to.say("line.perhaps_answered", day=to.day(maybe.day), shown=cited, blank=to.blank("answer"))
    if others and is_open:
        return told + (to.say("line.not_final", day=to.day(today)) if today is not None else "")
    return told + _ended(to, filed)


def _perhaps(to: Writing, filed: Complaint) -> Happening | None:
    """Return the entry up to the day of the letter that may be the answer, None where there is none."""
    maybe, today = to.matter.perhaps_answered.get(filed.id), to.matter.today
    if maybe is None or maybe.day is None or (today is not None and maybe.day > today):
        return None
    return maybe if any(each.event_id == maybe.event_id for each in to.matter.happenings) else None


def _waited_out(to: Writing, filed: Complaint) -> str:
    """Return that the time is over which the reader has others wait for a final answer; empty where it is not."""
    own = (each for each in to.matter.clocks if each.complaint_id == filed.id)
    ended = waited_out(to.body, own, to.matter.today) if to.matter.today is not None else None
    if ended is None:
        return ""
    clock = ended.deadline.clock
    cited = to.say("between.cited", words=clock.source.named(to.language))
    return to.say("line.waited_out", what=clock.what[to.language], day=to.day(ended.deadline.day), cited=cited)


def _reply_key(to: Writing, filed: Complaint) -> str:
    """Return how an answer is told: in quotation marks only what an entry has word for word, else as it was noted."""
    if not filed.reply:
        return "line.answered"
    noted = " ".join(filed.reply.split())
    is_quoted = any(noted in " ".join(each.words.split()) for each in _replies(to, filed))
    return "line.answered_with" if is_quoted else "line.answered_noted"


def _ended(to: Writing, filed: Complaint) -> str:
    """Return how a complaint ended, or that no answer is recorded."""
    today = to.matter.today
    if filed.replied_on is not None and (today is None or filed.replied_on <= today):
        ended = filed.outcome is not ComplaintOutcome.OPEN
        named = name_of(filed.outcome, to.language).lower()  # in the middle of a sentence
        outcome = to.say("between.aside", words=named) if ended else ""
        return to.say(
            _reply_key(to, filed), day=to.day(filed.replied_on), outcome=outcome, reply=shortened(filed.reply)
        )
    if filed.is_only_shown:
        return ""  # nobody said what became of it
    if filed.outcome is ComplaintOutcome.OPEN:
        key = "line.not_final" if filed.id in to.matter.with_news else "line.unanswered"
        return to.say(key, day=to.day(today)) if today is not None else ""
    return to.say("line.ended", outcome=name_of(filed.outcome, to.language))
