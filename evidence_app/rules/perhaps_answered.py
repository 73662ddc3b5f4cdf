"""Which entry may be the answer to a complaint that nobody recorded as answered: a person says whether it is. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from evidence_app.characters import folded
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint, ComplaintOutcome
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.law import BodyKind, body
from evidence_app.rules.named_bodies import names_of
from evidence_app.rules.parties import OtherSide
from evidence_app.rules.whole_numbers import naming

_WRITTEN = frozenset({EventKind.MESSAGE, EventKind.PROMISE, EventKind.COMPLAINT})


def perhaps_answers(
    complaints: Iterable[Complaint], happenings: Sequence[Happening], side: OtherSide, denied: AbstractSet[str]
) -> Mapping[str, Happening]:
    """Return, by complaint, the first entry since its filing that may be its answer, of those that wait for one.

    ``denied`` are events of which a person says that they are no answer. Who named an entry as an answer on the way
    looked at it: it is none that is asked about.
    """
    came = [each for each in happenings if _came_in_writing(each) and each.event_id not in denied]
    found = ((each.id, _first(each, came, side)) for each in complaints if _waits(each))
    return {complaint_id: each for complaint_id, each in found if each is not None}


def with_news(complaints: Iterable[Complaint], happenings: Sequence[Happening]) -> frozenset[str]:
    """Return which complaints that wait have news: a receipt, or that it is looked into, under their whole number.

    Nothing says of them that no answer is recorded: what is not there is a final one.
    """
    came = [each for each in happenings if _came_in_writing(each)]
    return frozenset(filed.id for filed in complaints if _waits(filed) and _has_news(filed, came))


def _has_news(filed: Complaint, came: Sequence[Happening]) -> bool:
    since, names_it = filed.filed_on or filed.received_on, naming(filed.reference)
    after = (each for each in came if since is not None and each.day is not None and each.day >= since)
    return any(each.event_id != filed.event_id and (names_it(each.reference) or names_it(each.words)) for each in after)


def _waits(filed: Complaint) -> bool:
    is_open = filed.replied_on is None and filed.outcome is ComplaintOutcome.OPEN
    return is_open and not filed.is_only_shown


def _came_in_writing(each: Happening) -> bool:
    return each.kind in _WRITTEN and each.direction is Direction.IN and each.day is not None


def _first(filed: Complaint, came: Sequence[Happening], side: OtherSide) -> Happening | None:
    since, names_it = filed.filed_on or filed.received_on, naming(filed.reference)
    own = {filed.event_id, *filed.reply_ids}
    after = (each for each in came if since is not None and each.day is not None and each.day >= since)
    return next((each for each in after if each.event_id not in own and _may_be_it(each, filed, side, names_it)), None)


def _may_be_it(each: Happening, filed: Complaint, side: OtherSide, names_it: Callable[[str], bool]) -> bool:
    """Tell whether an entry decides in the words of whoever has the complaint, or names its number.

    A receipt and news on the way name it, too: they decide nothing.
    """
    if is_said("decided", each.words):
        return _is_of_body(each, filed, side) or names_it(each.reference) or names_it(each.words)
    if not (names_it(each.reference) or names_it(each.words)):
        return False
    return not (is_said("acknowledged", each.words) or is_said("on_the_way", each.words))


def _is_of_body(each: Happening, filed: Complaint, side: OtherSide) -> bool:
    known = body(filed.body)
    if known is not None and known.kind is BodyKind.INSTITUTION:
        return side.has(each.party, each.number)
    names = names_of(filed.body) if known is not None else {folded(filed.body)}
    return each.body == filed.body or any(folded(shown) in names for shown in (each.party, each.number) if shown)
