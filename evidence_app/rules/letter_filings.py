"""What a letter tells of the complaints before it: to whom, when, and what was answered. Pure."""

from collections.abc import Iterator

from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint, ComplaintOutcome
from evidence_app.phrases import name_of
from evidence_app.rules.law import Body, BodyKind, body
from evidence_app.rules.letter_roles import is_request_to
from evidence_app.rules.letter_sentences import shortened
from evidence_app.rules.letter_text import Statement
from evidence_app.rules.letter_writing import Writing


def filed_before(to: Writing) -> Iterator[Complaint]:
    """Yield the filings before a letter, which goes to somebody else."""
    today = to.matter.today
    for each in to.matter.complaints:
        is_to_come = each.filed_on is None or (today is not None and each.filed_on > today)
        if not is_to_come and each.body != to.body_id:
            yield each


def earlier(to: Writing) -> Iterator[Statement]:
    """Yield what a letter says of each of them."""
    for each in filed_before(to):
        if each.filed_on is None:
            continue
        facts = {"day": to.day(each.filed_on), "body": to.complained_to(each.body)}
        key = f"line.{_filed_as(body(each.body))}{'' if each.reference else '_unnumbered'}"
        shown = (*filter(None, (each.event_id,)), *(reply.event_id for reply in _replies(to, each)))
        said = to.say(key, **facts, reference=each.reference)
        yield Statement(to.with_exhibits(said, shown) + _answer(to, each), shown, is_fact=True)


def _filed_as(to: Body | None) -> str:
    """Return as what an earlier filing is told: what was asked of a keeper of data was no complaint."""
    if to is None:
        return "earlier"
    return "reported" if to.kind is BodyKind.POLICE else "asked" if is_request_to(to) else "earlier"


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
    return told + ("" if others and is_open else _ended(to, filed))


def _ended(to: Writing, filed: Complaint) -> str:
    """Return how a complaint ended, or that no answer is recorded."""
    today = to.matter.today
    if filed.replied_on is not None and (today is None or filed.replied_on <= today):
        ended = filed.outcome is not ComplaintOutcome.OPEN
        outcome = to.say("between.aside", words=name_of(filed.outcome, to.language)) if ended else ""
        key = "line.answered_with" if filed.reply else "line.answered"
        return to.say(key, day=to.day(filed.replied_on), outcome=outcome, reply=shortened(filed.reply))
    if filed.is_only_shown:
        return ""  # nobody said what became of it
    if filed.outcome is ComplaintOutcome.OPEN:
        return to.say("line.unanswered", day=to.day(today)) if today is not None else ""
    return to.say("line.ended", outcome=name_of(filed.outcome, to.language))
