"""Which facts a letter tells: what two exhibits show once, like calls together, the most telling of many. Pure."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from evidence_app.characters import folded, simplified
from evidence_app.domain.call_lists import merged_calls
from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.times import Precision
from evidence_app.rules.early_settlement import is_planned as is_row
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.findings import RuleFinding
from evidence_app.rules.introductions import only_mentions
from evidence_app.rules.letter_bearing import bears_on_it, is_courtesy
from evidence_app.rules.movements import goes_out, has_moved, pays
from evidence_app.rules.one_time_codes import is_one_time_code
from evidence_app.rules.parties import known_as

MOST_FACTS = 40
"""Facts in one letter: a reader has ten minutes. The chronology of the dossier holds all of them."""

MOST_OFFERED = 500
"""Further facts that are offered to whoever writes."""

ALIKE = 3
"""Calls of one day and one direction, or messages of the same words, from which on they are one line."""

SAME_MOMENT = timedelta(minutes=1)
SAME_TALK = timedelta(minutes=10)
"""How far apart two exhibits may put one message: a picture of a chat shows a time for several together."""

LONG_WORDS = 10
"""Letters from which on nobody writes the same twice within minutes, but two exhibits show it."""

MOST_COMPARED = 20
"""Alike events with which one is compared, the last ones: thousands of one text are common."""

SHORTEST_MESSAGE = 5
"""Characters from which on a message says something: a shorter one is "OK", or a code that nobody has to see again."""

REFUSALS = (
    *("未授权", "没有授权", "没授权", "拒绝", "没有借", "没借", "没有申请", "未申请", "不同意", "与我无关"),
    *("未授權", "沒有授權", "沒授權", "拒絕", "沒有借", "沒借", "沒有申請", "未申請", "與我無關"),
    *("not authorise", "not authorize", "did not apply", "never applied", "never authori", "refuse", "not mine"),
)
"""Words with which people say no, in small letters: what they said then weighs much."""

_SURVEY = re.compile(
    r"满意度|(?:服务|客服|本次)[^，。；]{0,6}(?:评价|评分|打分)|问卷|调研|satisfaction survey|rate (?:our|the|your) ",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"优惠|可享|免息券|红包|福利|礼包|抽奖|提额|额度[^，。；]{0,6}(?:提升|上调|已到|待领)|最高可[借贷]|限时|尊享|利率低至|秒到账|秒批|"
    r"\b(?:unsubscribe|limited[- ]time|special offer|voucher|coupon)\b",
    re.IGNORECASE,
)
"""Words of surveys and of adverts, in simplified characters."""

_SERIOUS = re.compile(
    r"逾期|欠|还款|还清|催|起诉|诉讼|仲裁|法院|法务|律师|账单|扣款|工单|投诉|受理|核实|征信|已放款|放款成功|家人|单位|合同|"
    r"\b(?:overdue|repay|debt|owe|court|lawyer|legal|complaint|ticket|payment|disbursed)",
    re.IGNORECASE,
)
"""Words that no advert has: demands end in how to unsubscribe, too."""

_TELLS_MUCH = re.compile(
    r"起诉|诉讼|仲裁|法院|法务|律师|离职|调离|(?:投诉|举报|申诉).{0,40}(?:已?收到|受理|转[办送交]|不予|答复)|"
    r"\b(?:lawsuit|sue|court|arbitration|left the company|no longer works|your complaint (?:was|has been))\b",
    re.IGNORECASE,
)
"""Words that a reader asks for: of court, of an agent who is gone, of what became of a complaint."""

_ATTACHED = re.compile(r"\[[^\[\]\n]{1,80}\]")

SPOKEN = frozenset({Direction.IN, Direction.OUT})
FROM_THEM = frozenset({Direction.IN, Direction.MISSED, Direction.REJECTED})


class Shape(StrEnum):
    """How a fact is told."""

    ONE = "one"  # one thing that happened, whatever number of exhibits show it
    CALLS = "calls"  # like calls of one day
    SAME_CALLS = "same_calls"  # calls of which the same is known, of whatever days: each with its time
    MESSAGES = "messages"  # messages of the same words
    PLAN = "plan"  # rows of a repayment plan
    PROMISE = "promise"  # one promise that was said again, by the same day or a later one


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a letter, and the events that it rests on: the first of one thing is the one that tells most.

    ``count`` is of how many messages it tells, however many exhibits show each.
    """

    shape: Shape
    happenings: tuple[Happening, ...]
    count: int = 1

    @property
    def first(self) -> Happening:
        """The event by which it is told."""
        return self.happenings[0]

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events that it rests on."""
        return tuple(each.event_id for each in self.happenings)


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of a letter in their order. ``left`` is how many events that bear on it there are beyond them.

    ``others`` are facts that whoever writes may add: those, and what bears on nothing. ``bearing`` are all events that
    bear on it, told or not.
    """

    facts: tuple[Fact, ...]
    left: int = 0
    others: tuple[Fact, ...] = ()
    bearing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighing:
    """What tells how much an event matters: what it is marked as, what rests on it, how numbers are written.

    ``promised`` names of each event that promises something the one that promised it first. ``each_call`` says that
    calls are wanted one by one, ``adverts_matter`` that what was offered is what it is about, ``codes_matter`` that
    one-time codes may be, ``each_message`` that messages are wanted whatever they say, unless that is a mere courtesy.
    What was before ``since`` and is not marked or found is not told of. ``first`` are the events that the letter is
    about: they are told before all others. ``most`` is how many facts are told.
    """

    tags: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    findings: Sequence[RuleFinding] = ()
    promised: Mapping[str, str] = field(default_factory=dict)
    region: str = "CN"
    each_call: bool = False
    adverts_matter: bool = False
    codes_matter: bool = False
    each_message: bool = False
    since: date | None = None
    first: AbstractSet[str] = frozenset()
    most: int = MOST_FACTS


def told(happenings: Iterable[Happening], wanted: Callable[[Happening], bool], weighing: Weighing) -> Told:
    """Return what a letter tells of the events that it wants."""
    every = [each for each in happenings if wanted(each)]
    order = {each.event_id: place for place, each in enumerate(every)}
    weighty = _weighty(weighing)
    bearing = [each for each in every if _bears(each, weighing, weighty)]
    facts = _facts(bearing, weighing)
    chosen = facts if len(facts) <= weighing.most else _most_telling(facts, weighing, weighing.most)
    left = len(bearing) - sum(len(each.happenings) for each in chosen)
    there = {event_id for each in chosen for event_id in each.event_ids}
    others = _facts([each for each in every if each.event_id not in there], weighing)
    if len(others) > MOST_OFFERED:
        others = _most_telling(others, weighing, MOST_OFFERED)
    offered = tuple(sorted(others, key=lambda fact: _place(fact, order)))
    return Told(tuple(chosen), left, offered, tuple(event_id for each in facts for event_id in each.event_ids))


def _weighty(weighing: Weighing) -> frozenset[str]:
    """Return the events that are marked, or that a finding rests on."""
    marked = frozenset(event_id for event_id, tags in weighing.tags.items() if tags)
    return marked | _at_night(weighing) | _found(weighing, lambda finding: finding.rule.source is not None)


def _bears(each: Happening, weighing: Weighing, weighty: AbstractSet[str]) -> bool:
    """Tell whether a letter tells of an event by itself."""
    if _says_nothing(each, weighing):
        return False
    if each.event_id in weighty:
        return True
    if weighing.since is not None and each.day is not None and each.day < weighing.since:
        return False
    return not _is_advert(each, weighing) and (weighing.each_message or bears_on_it(each))


def _place(fact: Fact, order: Mapping[str, int]) -> int:
    return min(order[event_id] for event_id in fact.event_ids)


def paid_on_its_day(row: Happening, happenings: Iterable[Happening]) -> bool:
    """Tell whether a payment looks like that of an instalment."""
    return any(
        has_moved(each) and goes_out(each) and not is_planned(each) and pays(each, row)
        for each in happenings
        if each.kind in MOVES_MONEY
    )


def is_planned(each: Happening) -> bool:
    """Tell whether an event is told as a row of a repayment plan: one whose sum and day are known.

    What a person typed singly as paid is a payment, and without an outcome what its words say: nobody saw a plan.
    """
    if not is_row(each) or each.amount is None or each.day is None:
        return False
    if each.outcome in (Outcome.DUE, Outcome.OVERDUE):
        return True
    is_typed = each.origin is Origin.PERSON
    says_so = not is_typed or (each.outcome is Outcome.NONE and is_said("plan", each.text))
    return each.precision is Precision.DAY and says_so


# -- together ----------------------------------------------------------------------------------------------------------


def _facts(happenings: Sequence[Happening], weighing: Weighing) -> list[Fact]:
    """Return all facts in the order of their first events."""
    order = {each.event_id: place for place, each in enumerate(happenings)}
    planned = _planned(happenings)
    once = _once([each for each in happenings if each.event_id not in planned], weighing.region)
    once = _promises_together(once, weighing.promised)
    once = [*_messages_together(_calls_together(once, weighing), weighing)]
    facts = [*once, *_plans([each for each in happenings if each.event_id in planned])]
    return sorted(facts, key=lambda fact: _place(fact, order))


def _planned(happenings: Iterable[Happening]) -> frozenset[str]:
    """Return the rows of a plan: beside those still due, those of their sum that are called paid without more."""
    planned = [each for each in happenings if is_planned(each)]
    due = {(each.amount, each.currency) for each in planned if each.outcome in (Outcome.DUE, Outcome.OVERDUE)}
    bare = (each for each in happenings if is_row(each) and not each.text and each.precision is Precision.DAY)
    return frozenset(
        each.event_id for each in (*planned, *(each for each in bare if (each.amount, each.currency) in due))
    )


def _once(happenings: Iterable[Happening], region: str) -> list[Fact]:
    """Return what several exhibits show as one fact: a chat as a screenshot and as an export."""
    groups: dict[tuple[object, ...], list[list[Happening]]] = defaultdict(list)
    for each in happenings:
        like = groups[_looks(each, region)]
        for group in like[-MOST_COMPARED:]:
            if all(_may_be_one(each, other) for other in group):
                group.append(each)
                break
        else:
            like.append([each])
    return [
        Fact(Shape.ONE, tuple(sorted(group, key=_poverty))) for same_looks in groups.values() for group in same_looks
    ]


def _looks(each: Happening, region: str) -> tuple[object, ...]:
    """Return what two exhibits of the same thing agree in, besides its time; of what has none, nothing."""
    if each.at is None:
        return (each.event_id,)
    if each.kind is EventKind.MESSAGE and each.text:
        return each.kind, each.direction, _letters_of(each.text)
    if each.kind is EventKind.CALL and each.clock_at is not None:
        return each.kind, each.direction, known_as(each.other, region)
    if each.kind in MOVES_MONEY and each.amount is not None:
        return each.kind, each.direction, each.outcome, each.amount, each.currency
    return (each.event_id,)


def _letters_of(text: str) -> str:
    """Return a text as two readings of it agree: without spaces, marks, and what an export puts for a picture."""
    return "".join(filter(str.isalnum, folded(_ATTACHED.sub("", text))))


def _may_be_one(one: Happening, other: Happening) -> bool:
    """Tell whether two exhibits may show one thing. What one exhibit shows twice are two, however alike."""
    if not one.exhibit_ids or not other.exhibit_ids or not set(one.exhibit_ids).isdisjoint(other.exhibit_ids):
        return False
    are_typed = one.origin is Origin.PERSON and other.origin is Origin.PERSON
    if are_typed and one.kind is not EventKind.CALL:  # who writes two down means two, as sums and findings count them
        return False
    is_talk = one.kind is EventKind.MESSAGE and len(_letters_of(one.text)) >= LONG_WORDS
    near = SAME_TALK if is_talk else SAME_MOMENT
    return one.at is not None and other.at is not None and abs(one.at - other.at) < near


def _poverty(each: Happening) -> tuple[bool, ...]:
    exact = each.precision is Precision.SECOND
    return not each.promise, not each.agent_id, not each.duration_s, not each.party, not exact, not each.text


def _promises_together(facts: Iterable[Fact], promised: Mapping[str, str]) -> list[Fact]:
    """Return facts with each promise as one, told by the event that promised it first."""
    by_promise: dict[str, list[Fact]] = defaultdict(list)
    others: list[Fact] = []
    for fact in facts:
        first = next((promised[each] for each in fact.event_ids if each in promised), None)
        (others if first is None else by_promise[first]).append(fact)
    return [
        *others,
        *(
            Fact(Shape.PROMISE, tuple(each for fact in same for each in fact.happenings)) if len(same) > 1 else same[0]
            for same in by_promise.values()
        ),
    ]


def _calls_together(facts: Iterable[Fact], weighing: Weighing) -> Iterator[Fact]:
    """Yield facts with like calls as one; those in hours of quiet are never among those of the day."""
    at_night = _at_night(weighing)
    alike: dict[tuple[Direction, str, str, bool], list[Fact]] = defaultdict(list)
    for fact in facts:
        if weighing.each_call or not _is_plain_call(fact.first, weighing):
            yield fact
        else:
            each = fact.first
            known, words = known_as(each.other, weighing.region), _letters_of(each.text)
            alike[each.direction, known, words, each.event_id in at_night].append(fact)
    for (_, _, words, _), same in alike.items():
        left = same if words else list[Fact]()
        for of_day in _by_day(same) if not words else ():
            if len(of_day) < ALIKE:
                left += of_day
            else:
                yield _as_one(Shape.CALLS, of_day)
        for those in _by_answer(left):
            if len(those) < ALIKE:
                yield from those
            else:
                yield _as_one(Shape.SAME_CALLS, those)


def _is_plain_call(each: Happening, weighing: Weighing) -> bool:
    """Tell whether of a call no more is known than when, with whom, and what others may have been about, too."""
    is_timed = each.clock_at is not None and not each.disputed
    if each.kind is not EventKind.CALL or not is_timed or each.direction is Direction.NONE:
        return False
    is_one = merged_calls(each.text, is_read=each.origin is Origin.PICTURE) == 1
    return is_one and not (each.promise or each.agent_id or weighing.tags.get(each.event_id))


def _by_day(facts: Iterable[Fact]) -> list[list[Fact]]:
    days: dict[date | None, list[Fact]] = defaultdict(list)
    for fact in facts:
        days[fact.first.day].append(fact)
    return list(days.values())


def _by_answer(facts: Iterable[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return own calls that nobody answered apart from all others: that nobody did is what a letter complains of."""
    in_vain, others = list[Fact](), list[Fact]()
    for fact in facts:
        is_in_vain = fact.first.direction is Direction.OUT and fact.first.duration_s == 0
        (in_vain if is_in_vain else others).append(fact)
    return in_vain, others


def _as_one(shape: Shape, facts: Iterable[Fact]) -> Fact:
    return Fact(shape, tuple(each for fact in facts for each in fact.happenings))


def _messages_together(facts: Iterable[Fact], weighing: Weighing) -> Iterator[Fact]:
    """Yield facts with messages of the same words as one; marked ones and those at night stay for themselves."""
    apart = _at_night(weighing) | {event_id for event_id, tags in weighing.tags.items() if tags}
    alike: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        each, words = fact.first, _letters_of(fact.first.text)
        is_theirs = each.kind is EventKind.MESSAGE and each.direction is Direction.IN and each.day is not None
        is_plain = is_theirs and fact.shape is Shape.ONE and not (each.promise or each.agent_id or each.reference)
        if is_plain and len(words) >= LONG_WORDS and apart.isdisjoint(fact.event_ids):
            alike[words].append(fact)
        else:
            yield fact
    for same in alike.values():
        if len(same) < ALIKE:
            yield from same
        else:
            yield Fact(Shape.MESSAGES, tuple(each for fact in same for each in fact.happenings), len(same))


def _plans(rows: Iterable[Happening]) -> Iterator[Fact]:
    by_currency: dict[str, list[Happening]] = defaultdict(list)
    for each in rows:
        by_currency[each.currency].append(each)
    yield from (Fact(Shape.PLAN, tuple(of_one)) for of_one in by_currency.values())


# -- the most telling --------------------------------------------------------------------------------------------------


def _is_advert(each: Happening, weighing: Weighing) -> bool:
    """Tell of a message that only offers something or asks how the service was."""
    if each.kind is not EventKind.MESSAGE or each.direction is not Direction.IN or each.promise or each.agent_id:
        return False
    said = simplified(each.text)
    offers = not weighing.adverts_matter and _ADVERT.search(said) is not None
    return (offers or _SURVEY.search(said) is not None) and _SERIOUS.search(said) is None


def _says_nothing(each: Happening, weighing: Weighing) -> bool:
    """Tell of a message of a word, and of a call of which not even the day is known, nor who made it nor with whom.

    Greetings say nothing, also at night and with an agent ID: what a finding counts, its own sentence says.
    """
    if each.promise or weighing.tags.get(each.event_id):
        return False
    if is_courtesy(each) or _brings_code(each, weighing):
        return True
    if each.agent_id or (each.kind is EventKind.MESSAGE and each.event_id in weighing.first):
        return False
    if each.kind is EventKind.CALL and not each.text:
        is_vague = each.direction is Direction.NONE and not each.duration_s
        return each.at is None or (is_vague and (each.clock_at is None or not each.other))
    return each.kind is EventKind.MESSAGE and len(each.text.strip()) < SHORTEST_MESSAGE


def _brings_code(each: Happening, weighing: Weighing) -> bool:
    """Tell of a message that only brings a one-time code: it tells nothing where no account was entered with it."""
    is_bare = each.kind is EventKind.MESSAGE and each.amount is None and not each.reference and not each.agent_id
    return is_bare and not weighing.codes_matter and is_one_time_code(each.text)


def _most_telling(facts: Sequence[Fact], weighing: Weighing, most: int = MOST_FACTS) -> list[Fact]:
    """Return as many facts as there is room for, in their order: of those that weigh the same, some of each time."""
    weights = _weights(facts, weighing)
    chosen: set[int] = set()
    for weight in sorted(set(weights), reverse=True):
        same = [place for place, each in enumerate(weights) if each == weight]
        room = min(most - len(chosen), len(same))
        chosen |= {same[step * len(same) // room] for step in range(room)}
    return [fact for place, fact in enumerate(facts) if place in chosen]


def _weights(facts: Sequence[Fact], weighing: Weighing) -> list[int]:
    at_night = _at_night(weighing)
    found = _found(weighing, lambda finding: finding.rule.source is not None)
    ends = _first_and_last(facts)

    def weight(place: int, fact: Fact) -> int:
        least = 40 if place in ends else 20 if fact.shape is Shape.CALLS else 0
        for each in fact.happenings:
            least = max(least, _weight(each, weighing), _weight_of_first(each, weighing, at_night))
            least = max(least, 60 if each.event_id in at_night else 50 if each.event_id in found else 0)
        return least

    return [weight(place, fact) for place, fact in enumerate(facts)]


def _weight_of_first(each: Happening, weighing: Weighing, at_night: AbstractSet[str]) -> int:
    """Return the weight of what a letter is about: what a person marked or asked, then the nights, then counts."""
    if each.event_id not in weighing.first:
        return 0
    is_marked = bool(weighing.tags.get(each.event_id)) or each.direction is Direction.OUT
    return 130 if is_marked else 120 if each.event_id in at_night else 110


def _weight(each: Happening, weighing: Weighing) -> int:
    if each.promise:
        return 100
    if weighing.tags.get(each.event_id):
        return 90
    if each.kind is EventKind.COMPLAINT or _refuses(each):
        return 80
    if each.kind in MOVES_MONEY:
        return 70
    if each.kind not in (EventKind.CALL, EventKind.MESSAGE):
        return 50
    if each.direction is Direction.OUT and only_mentions(each):
        return 10  # 你不是3017的小李吗: a word of the person's own about an agent
    if each.kind is EventKind.MESSAGE and _TELLS_MUCH.search(simplified(each.text)):
        return 50
    return 30 if each.agent_id else 10 if each.exhibit_ids else 0


def _refuses(each: Happening) -> bool:
    said = each.text.casefold()
    return each.kind is EventKind.MESSAGE and each.direction is Direction.OUT and any(word in said for word in REFUSALS)


def _at_night(weighing: Weighing) -> frozenset[str]:
    return _found(weighing, lambda finding: finding.rule.measure == "contact_in_hours")


def _found(weighing: Weighing, which: Callable[[RuleFinding], bool]) -> frozenset[str]:
    return frozenset(event_id for each in weighing.findings if which(each) for event_id in each.event_ids)


def _first_and_last(facts: Sequence[Fact]) -> frozenset[int]:
    """Return the places of the first and of the last of each kind and direction."""
    first: dict[tuple[EventKind, Direction], int] = {}
    last: dict[tuple[EventKind, Direction], int] = {}
    for place, fact in enumerate(facts):
        sort = fact.first.kind, fact.first.direction
        first.setdefault(sort, place)
        last[sort] = place
    return frozenset({*first.values(), *last.values()})
