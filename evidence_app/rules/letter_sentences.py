"""How a letter tells a fact: when, who, what, and what became of it. Pure."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from evidence_app.amount_words import amount_words
from evidence_app.characters import simplified
from evidence_app.day_words import day_words, days_words, moment_words
from evidence_app.domain.attempts import NOT_MOVED
from evidence_app.domain.call_lists import is_only_row, merged_calls, without_merged
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.times import Precision
from evidence_app.domain.workspace import PromiseState
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.rules.introductions import only_mentions
from evidence_app.rules.letter_facts import FROM_THEM, SPOKEN, Fact, Shape, paid_on_its_day
from evidence_app.rules.letter_text import Matter
from evidence_app.rules.movements import is_withdrawal
from evidence_app.rules.one_time_codes import without_code
from evidence_app.rules.promises import Promise, by_event

LONGEST_QUOTE = 400
"""Characters of one message in a letter: the exhibit has the rest. A short mail is told whole."""

LEAST_QUOTE = 200
"""Characters from which on a quotation may end: no sentence is too long for that, or it ends with a word."""

_FIGURE = "年月号號第千百萬万億亿〇零一二三四五六七八九十两兩"
_ENDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=[。！？!?；;])|(?<=[.])(?= \D)",
        r"(?<=[，、])(?!\d)|(?<=,)(?= \D)",
        rf"(?<=[\u3400-\u9fff])(?<![{_FIGURE}])(?=[\u3400-\u9fff])(?![{_FIGURE}日元])|(?<=[^\d\s])(?= [^\d\s])",
    )
)
"""Where a quotation may end, the better places first: behind sentences, behind commas, between words or characters that
are of no number and no day."""

_TAKEN = re.compile(
    r"(?<![未没不])(?:自动|代)?扣(?:款|除|划|收|缴|走|了)|代扣|自动(?:转账|转帐|过账|还款)|"
    r"(?<!not )(?:debited|deducted|auto-?debit|direct debit|autopay)"
)
"""Words of money that somebody took from an account, in simplified characters and small letters."""

MOST_DAYS = 8
"""Days on which one promise was said again that are named: the exhibits and the dossier have all."""

MOST_SENDERS = 4
"""Numbers from which the same words came that are named: the exhibits have all."""

FEWEST_NOTED = 2
"""Characters beside a promise from which on a note of the call says more than the promise."""

DONE_AS_SAID = frozenset({Outcome.NONE, Outcome.DONE, Outcome.PAID})
"""Outcomes that the sentence about a payment says already."""


class Sentences:
    """Tells the facts of one letter."""

    def __init__(self, matter: Matter, language: Language, *, appeals: bool = False) -> None:
        self._matter, self._appeals = matter, appeals
        self._language = language
        self._fates = by_event(matter.promises)
        told = {each.event_id for each in matter.happenings}
        self._given = {one: each for one, each in matter.introductions.items() if each.event_id in told}

    def line(self, fact: Fact) -> str:
        """Return a fact as one line, without where it is shown."""
        match fact.shape:
            case Shape.PLAN:
                return self._plan(fact.happenings)
            case Shape.CALLS:
                return self._calls(fact)
            case Shape.SAME_CALLS:
                return self._same_calls(fact)
            case Shape.MESSAGES:
                return self._messages(fact)
            case Shape.PROMISE:
                days = self._days(fact)
                return self._sentence(fact.first) + self._again(fact.first, days) + self._fate(days)
            case Shape.ONE:
                return self._sentence(fact.first) + self._fate(self._days(fact))

    def shown_by(self, fact: Fact) -> tuple[str, ...]:
        """Return the events that a fact's line rests on.

        Also the one in which an agent ID was given before, and the contacts that it counts after a promise of none.
        """
        if fact.shape not in (Shape.ONE, Shape.PROMISE):
            return fact.event_ids
        before, days = self._before(fact.first), self._days(fact)
        named = (*fact.event_ids, *([before.event_id] if before else []), *map(_id, self._counted_after(days)))
        if (last := days[-1] if days else None) is not None and last.late is not None and self._tells_late(last):
            named = (*named, last.late.happening.event_id)
        return tuple(dict.fromkeys(named))

    def _tells_late(self, last: Promise) -> bool:
        """Tell whether a line says of an open promise when something came that may have kept it too late."""
        is_open = last.state is PromiseState.OPEN and self._matter.today is not None and not last.after
        return is_open and last.is_theirs and bool(last.late_by)

    def _counted_after(self, days: Sequence[Promise]) -> tuple[Happening, ...]:
        """Return the contacts after a promise to stop them that its line counts."""
        last = days[-1] if days else None
        if last is None or (last.state is PromiseState.OPEN and (self._matter.today is None or last.may_be_kept)):
            return ()
        return tuple(each for each in last.after if each.day)

    def _before(self, each: Happening) -> Happening | None:
        """Return where an agent ID was given before, of what names none and whose line says who spoke."""
        names_agent = each.promise or (each.kind is EventKind.MESSAGE and each.direction is Direction.IN)
        return self._given.get(each.event_id) if names_agent else None

    def _agent(self, each: Happening) -> str:
        before = self._before(each)
        if before is not None:
            return self._say("event.of_agent_before", agent=before.agent_id)
        is_theirs = bool(each.agent_id) and not only_mentions(each) and each.agent_id not in each.party
        return self._say("event.of_agent", agent=each.agent_id) if is_theirs else ""

    def _plan(self, rows: Sequence[Happening]) -> str:
        """Return one line for all rows of a plan; two pictures of it show most of them twice."""
        once = {(each.day, each.amount): each for each in rows if each.day is not None and each.amount is not None}
        days = sorted(day for day, _ in once if day is not None)
        amounts = [amount for _, amount in once if amount is not None]
        even = len(set(amounts)) == 1
        shown = amounts[0] if even else sum(amounts, Decimal())
        form = "one" if len(once) == 1 else "" if even else "uneven"
        return self._say(
            f"event.plan_{form}".rstrip("_"),
            since=self._day(days[0]),
            until=self._day(days[-1]),
            count=len(once),
            amount=amount_words(rows[0].currency, shown, self._language),
            states=self._states(list(once.values())),
        )

    def _states(self, rows: Sequence[Happening]) -> str:
        """Return what a plan says of its rows, as far as nothing else contradicts it: a picture shows one moment."""
        paid = [each for each in rows if each.outcome is Outcome.PAID]
        late = [each for each in rows if each.outcome is Outcome.OVERDUE]
        late = [each for each in late if not paid_on_its_day(each, self._matter.happenings)]
        form = "plan_one" if len(rows) == 1 else "plan"
        said = [
            self._say(f"event.{form}_{state}", count=len(those))
            for state, those in (("paid", paid), ("overdue", late))
            if those
        ]
        return self._say("between.aside", words=self._say("between.sources").join(said)) if said else ""

    def _calls(self, fact: Fact) -> str:
        times = [each.at for each in fact.happenings if each.at is not None]
        some = "_some" * self._leaves_calls_out(fact, min(times), max(times))
        return self._say(
            f"event.{_calls_form(fact.first.direction)}{some}",
            day=self._day(times[0]),
            party=self._party(fact.first),
            count=len(fact.happenings),
            since=f"{min(times):%H:%M}",
            until=f"{max(times):%H:%M}",
        )

    def _same_calls(self, fact: Fact) -> str:
        """Return one line for calls of which the same is known, with the time of each: no total is claimed."""
        days: dict[date, list[str]] = {}
        for each in fact.happenings:
            if each.at is not None:
                days.setdefault(each.at.date(), []).append(f"{each.at:%H:%M}")
        times = [
            self._say("event.times_of_day", day=self._day(day), times=self._say("between.numbers").join(at))
            for day, at in sorted(days.items())
        ]
        return self._say(
            f"event.same_calls_{fact.first.direction.value}",
            party=self._party(fact.first),
            count=len(fact.happenings),
            text=self._said_each_time(fact.happenings),
            times=self._say("between.sources").join(times),
        )

    def _said_each_time(self, calls: Sequence[Happening]) -> str:
        """Return what is the same of all calls: how long they were, and what a person noted of them."""
        lengths = {each.duration_s for each in calls}
        told = [self._length_each_time(calls[0])] if len(lengths) == 1 else []
        words = "" if _is_said_by_call(calls[0]) else shortened(_row_words(calls[0]))
        told += [self._say("event.each_time", text=words)] if words else []
        return "".join(told)

    def _length_each_time(self, each: Happening) -> str:
        if each.duration_s:
            return self._say("event.each_length", length=self._length(each.duration_s))
        return self._say("event.each_unanswered") if each.duration_s == 0 and each.direction is Direction.OUT else ""

    def _messages(self, fact: Fact) -> str:
        """Return one line for messages of the same words, which it quotes once; no total is claimed."""
        days = sorted(each.day for each in fact.happenings if each.day is not None)
        senders = list(dict.fromkeys(map(self._party, fact.happenings)))
        named = self._say("between.numbers").join(senders[:MOST_SENDERS])
        more = self._say("event.more_senders", count=len(senders) - MOST_SENDERS) if len(senders) > MOST_SENDERS else ""
        return self._say(
            "event.messages_in_a_day" if days[0] == days[-1] else "event.messages_in",
            since=self._day(days[0]),
            until=self._day(days[-1]),
            party=named + more,
            count=fact.count,
            text=shortened(_row_words(fact.first)),
        )

    def _leaves_calls_out(self, fact: Fact, since: datetime, until: datetime) -> bool:
        """Tell whether the same side rang in between, too, and it is not told here: then no total is claimed."""
        first, told = fact.first, set(fact.event_ids)
        return first.direction in FROM_THEM and any(
            each.kind is EventKind.CALL
            and each.direction in FROM_THEM
            and each.other == first.other
            and each.event_id not in told
            and each.at is not None
            and since <= each.at <= until
            for each in self._matter.happenings
        )

    def _party(self, each: Happening) -> str:
        return each.party or each.number or self._say("event.them")

    def _days(self, fact: Fact) -> list[Promise]:
        """Return what is promised in a fact by each of its days, the last one last; of what promises nothing, none."""
        days = (self._fates[event_id] for event_id in fact.event_ids if event_id in self._fates)
        return list({day.happening.event_id: day for day in days}.values())

    def _again(self, first: Happening, days: Sequence[Promise]) -> str:
        """Return on which other days the same was said, and by which later days it was promised again."""
        sayings = days[0].sayings if days else ()
        said = list(dict.fromkeys(self._day(each.day) for each in sayings if each.day and each.day != first.day))
        told = [self._say("event.said_again", days=self._listed(said))] if said else []
        if len(days) > 1:
            later = self._listed([self._renewal(day) for day in days[1:]])
            told.append(self._say("event.promised_again", days=later, count=len(days)))
        return "".join(told)

    def _renewal(self, day: Promise) -> str:
        when = self._when(day.happening) if day.happening.day is None else self._day(day.happening.day)
        return self._say("event.renewal_due", when=when, day=self._day(day.due)) if day.due else when

    def _listed(self, days: Sequence[str]) -> str:
        """Return days one after another; of very many, the first ones, and how many more there are."""
        more = [self._say("event.more_days", count=len(days) - MOST_DAYS)] if len(days) > MOST_DAYS else []
        return self._say("between.numbers").join([*days[:MOST_DAYS], *more])

    def _fate(self, days: Sequence[Promise]) -> str:
        """Return what became of a promise, empty where nobody knows, or something may have kept it unmarked."""
        last, today = days[-1] if days else None, self._matter.today
        if last is None or last.state is not PromiseState.OPEN:
            return self._say(_stated_fate(last, today)) + self._after(last) if last else ""
        if today is None or last.may_be_kept or not last.is_theirs:
            return ""
        if last.after:
            return self._after(last)
        if last.late is not None and last.late.happening.day is not None and self._tells_late(last):
            key, late = "late" if last.late.is_certain else "perhaps_late", days_words(last.late_by, self._language)
            return self._say(f"fate.{key}", day=self._day(last.late.happening.day), days=late)
        if last.overdue:
            return self._say("fate.overdue", today=self._day(today))
        passed = [each for each in days[:-1] if each.overdue or each.state is PromiseState.BROKEN]
        return self._say("fate.earlier") if passed and not any(each.may_be_kept for each in passed) else ""

    def _after(self, promised: Promise) -> str:
        """Return how many contacts came after a promise to stop them, empty where none did."""
        days = [each.day for each in promised.after if each.day]
        if not days:
            return ""
        key = "fate.after_stop_once" if len(days) == 1 else "fate.after_stop"
        return self._say(key, count=len(days), first=self._day(days[0]), last=self._day(days[-1]))

    def _sentence(self, each: Happening) -> str:
        facts = {
            "when": self._when(each),
            "party": self._party(each),
            "text": "" if _is_said_by_call(each) else shortened(_row_words(each)),
            "amount": amount_words(each.currency, each.amount, self._language) if each.amount is not None else "",
            "outcome": self._outcome(each),
            "reference": self._reference(each),
            "promise": shortened(each.promise),
            "due": self._due(each),
            "talk": self._talk(each),
            "agent": self._agent(each),
        }
        if each.kind is EventKind.CALL or each.kind in MOVES_MONEY:
            facts["text"] = self._said(each, facts["text"])
        form = "appeal" if self._appeals and each.kind is EventKind.COMPLAINT else _sentence_kind(each)
        if form == "payment_out":
            form += self._how_it_left(each)
        return self._say(f"event.{form}{self._of_nobody(each)}", **facts) + self._noted(each) + self._merged(each)

    def _how_it_left(self, each: Happening) -> str:
        """Return how money that left is told: it was taken, or who says that the account was stolen paid nobody."""
        if self._was_taken(each):
            return "_debited"
        return "_left" if self._matter.dispute.type is DisputeType.ACCOUNT_STOLEN else ""

    def _was_taken(self, each: Happening) -> bool:
        """Tell whether words say that the institution took the money: nobody reads then that it was paid to it.

        A bank tells of purchases in such words, too.
        """
        is_known = each.origin is Origin.PERSON or each.event_id in self._matter.money_with_them
        return is_known and _TAKEN.search(simplified(each.text).casefold()) is not None

    def _noted(self, each: Happening) -> str:
        """Return what else somebody noted of a call in which something was promised."""
        if not each.promise or not _is_note_of_call(each) or _is_said_by_call(each):
            return ""
        more = sum(map(str.isalnum, each.text.replace(each.promise, "")))
        return self._say("event.noted", text=shortened(each.text)) if more >= FEWEST_NOTED else ""

    def _merged(self, each: Happening) -> str:
        """Return how many calls a row of a phone's list stands for, of which only the last has a time."""
        count = merged_calls(each.text, is_read=each.origin is Origin.PICTURE) if each.kind is EventKind.CALL else 1
        return self._say("between.merged", count=count) if count > 1 else ""

    def _said(self, each: Happening, words: str) -> str:
        """Return the words behind a call or a payment: of money that moved only what a person wrote of it."""
        is_told = each.kind is EventKind.CALL or each.outcome in NOT_MOVED or each.origin is Origin.PERSON
        is_told = is_told or (not each.other and each.event_id in self._matter.money_with_them)  # by these words
        if not (words and is_told):
            return ""
        # what was noted of a call is not what the person said in it
        return self._say("between.said_in_call" if _is_note_of_call(each) else "between.said", text=words)

    def _of_nobody(self, each: Happening) -> str:
        """Return the form for money of which nobody knows whose it is: "the other side" would mean the institution."""
        is_told_so = each.kind is EventKind.PAYMENT and not each.promise
        return (
            "_of_nobody" if is_told_so and not each.other and each.event_id not in self._matter.money_with_them else ""
        )

    def _when(self, each: Happening) -> str:
        """Return when it was: to the minute, for whoever reads; the exhibits and the dossier have the seconds."""
        precision = Precision.MINUTE if each.precision is Precision.SECOND else each.precision
        if each.at is None:
            return self._say("event.undated")
        when = moment_words(each.at, precision, self._language)
        return self._say("event.disputed", when=when) if each.disputed else when

    def _due(self, each: Happening) -> str:
        day = each.promise_due
        return self._say("event.due", day=self._day(day)) if day else ""

    def _talk(self, each: Happening) -> str:
        if not each.duration_s:
            unanswered = each.duration_s == 0 and each.direction is Direction.OUT
            return self._say("event.no_answer") if unanswered else self._agent(each)
        agent = self._say("event.agent", agent=each.agent_id) if each.agent_id else ""
        return self._say("event.talk", length=self._length(each.duration_s), agent=agent)

    def _length(self, duration_s: int) -> str:
        minutes, seconds = divmod(duration_s, 60)
        form = "short" if not minutes else "length" if seconds else "whole_minutes"
        return self._say(f"event.{form}", minutes=minutes, seconds=seconds)

    def _outcome(self, each: Happening) -> str:
        """Return what became of a payment, and under which number the bank or the wallet has it."""
        told = [] if each.outcome in DONE_AS_SAID else [name_of(each.outcome, self._language)]
        if each.kind is EventKind.REPAYMENT and each.outcome is Outcome.NONE and not each.text:
            told = [self._say("event.not_said")]
        told += [self._say("event.reference", reference=each.reference)] if each.reference else []
        return self._say("between.aside", words=self._say("between.sources").join(told)) if told else ""

    def _reference(self, each: Happening) -> str:
        if not each.reference or (each.kind is EventKind.COMPLAINT and each.reference in each.text):
            return ""
        return self._say("between.aside", words=self._say("event.reference", reference=each.reference))

    def _day(self, day: date) -> str:
        return day_words(day, self._language)

    def _say(self, key: str, **facts: object) -> str:
        return phrase("letters", key, self._language, **facts)


def _stated_fate(promised: Promise, today: date | None) -> str:
    """Return by which words is told what a person says of a promise; before its day, that it will not be kept."""
    is_before = today is not None and promised.due is not None and today <= promised.due
    return f"fate.{promised.state.value}{'_before' * (is_before and promised.state is PromiseState.BROKEN)}"


def _id(each: Happening) -> str:
    return each.event_id


def _is_said_by_call(each: Happening) -> bool:
    return each.kind is EventKind.CALL and is_only_row(_row_words(each), each.direction, each.duration_s)


def _row_words(each: Happening) -> str:
    """Return the words that a letter quotes: of a call without the count of its row, a mail's subject set off.

    A one-time code is starred: who reads one may enter an account.
    """
    if each.is_mail:
        return without_code(each.words.strip().replace("\n\n", " / ", 1))
    if each.kind is EventKind.MESSAGE:
        return without_code(each.words)
    is_read = each.origin is Origin.PICTURE
    return without_merged(each.words, is_read=is_read) if each.kind is EventKind.CALL else each.words


def _is_note_of_call(each: Happening) -> bool:
    return each.kind is EventKind.CALL and (each.origin is Origin.PERSON or "text" in each.typed)


def _sentence_kind(each: Happening) -> str:
    """Return how an event is told; nothing is said of a direction that nobody knows."""
    if each.promise:
        return _promise_kind(each)
    match each.kind:
        case EventKind.MESSAGE if each.direction in SPOKEN:
            return f"message_{each.direction.value}{'_mail' * each.is_mail}"
        case EventKind.MESSAGE if each.is_mail:
            return "message_mail"
        case EventKind.CALL if each.direction is not Direction.NONE:
            return f"call_{each.direction.value}"
        case EventKind.CALL if not each.duration_s and not each.text:
            return "call_listed"
        case EventKind.PAYMENT if is_withdrawal(each) and each.outcome in NOT_MOVED:
            return "withdrawal_tried"
        case EventKind.PAYMENT if each.direction in SPOKEN:
            return f"payment_{each.direction.value}{_attempt(each)}"
        case EventKind.PAYMENT if each.outcome in NOT_MOVED:
            return "payment_tried"
        case EventKind.PAYMENT if each.outcome is Outcome.REFUNDED:
            return "payment_given_back"  # by whom is known, and not that the complainant got it
        case EventKind.REPAYMENT if each.outcome in (Outcome.DUE, Outcome.OVERDUE):
            return "repayment_due"
        case EventKind.DOCUMENT:
            return EventKind.NOTE.value
        case _:
            return each.kind.value


def _promise_kind(each: Happening) -> str:
    """Return how a promise is told: by what it came, so that nobody has to guess whether somebody wrote or called."""
    match each.kind:
        case EventKind.CALL if each.direction in SPOKEN:
            return f"promise_call_{each.direction.value}"
        case EventKind.CALL:
            return "promise_call"
        case EventKind.MESSAGE if each.direction is Direction.IN:
            return f"promise_message{'_mail' * each.is_mail}"
        case _:
            return "promise"


def _attempt(each: Happening) -> str:
    """Return how a payment is told that moved nothing, or moved money back: no letter says that it was received."""
    if each.outcome in NOT_MOVED:
        return "_tried"
    return "_back" if each.outcome is Outcome.REFUNDED and each.direction is Direction.IN else ""


def _calls_form(direction: Direction) -> str:
    return f"calls_{direction.value}"


def shortened(text: str) -> str:
    """Return words of evidence on one line, as much of them as a letter repeats: up to the end of a sentence or word.

    No number is cut, nor a day: half of one would say something else.
    """
    line = " ".join(text.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    for ends in _ENDS:
        places = [each.start() for each in ends.finditer(line, LEAST_QUOTE, LONGEST_QUOTE)]
        if places:
            return f"{line[: places[-1]]}…"
    return f"{line[: LONGEST_QUOTE - 1]}…"
