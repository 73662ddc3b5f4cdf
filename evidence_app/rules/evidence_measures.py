"""Ways of counting what the person's own evidence lacks: reminders, for nobody else's eyes."""

from collections.abc import Iterable, Iterator

from evidence_app.domain.events import EventKind
from evidence_app.rules.foreign_words import begins_in_chinese, is_foreign
from evidence_app.rules.found import Found
from evidence_app.rules.law import Rule
from evidence_app.rules.situation import Situation


def evidence_gaps(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield exhibits whose evidence could be more complete."""
    yield from _counted(situation.documents.unsourced)


def not_witnessed(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield files of which no timestamp witnesses when they were there."""
    yield from _counted(situation.documents.unwitnessed)


def gaps_between_pictures(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield between which pictures of a conversation something may be missing, by the entries at both sides."""
    at_both_sides: list[str] = []
    count = 0
    for before, after in situation.documents.breaks:
        sides = [next((each for each in side if each in situation.days), "") for side in (before, after)]
        if all(sides):
            at_both_sides += sides
            count += 1
    if count:
        yield Found(tuple(dict.fromkeys(at_both_sides)), {"count": str(count)})


def talks_without_agent(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield talks with the other side of which nobody noted with whom they were."""
    yield from _counted(
        each.event_id for each in situation.theirs if each.has_talk and not (each.agent_id or each.agent_name)
    )


def without_date(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield what exhibits show without a date."""
    yield from _counted(each.event_id for each in situation.happenings if each.at is None and each.exhibit_ids)


def untranslated(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield messages in a foreign language whose exhibits have no translation."""
    yield from _counted(
        each.event_id
        for each in situation.happenings
        if each.kind is EventKind.MESSAGE
        and not begins_in_chinese(each.text)
        and each.exhibit_ids
        and situation.documents.translated.isdisjoint(each.exhibit_ids)
        and is_foreign(each.words)
    )


def _counted(lacking: Iterable[str]) -> Iterator[Found]:
    event_ids = tuple(lacking)
    if event_ids:
        yield Found(event_ids, {"count": str(len(event_ids))})
