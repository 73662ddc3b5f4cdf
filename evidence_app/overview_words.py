"""Where a dispute stands, as the command line prints it: periods, ladder, channels, promises, agents, money."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from evidence_app.actions.workspace import complaint_numbers
from evidence_app.amount_words import amount_words
from evidence_app.commands import Call
from evidence_app.day_words import days_words
from evidence_app.loan_words import how_to_answer
from evidence_app.overview_channels import channel_lines
from evidence_app.overview_ladder import day_off_words, ladder_lines
from evidence_app.phrases import name_of
from evidence_app.rules.cost_of_credit import told_rate
from evidence_app.rules.law import body
from evidence_app.rules.money_ledger import totals

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Agent, Promise, Workspace
    from evidence_app.domain.happenings import Happening
    from evidence_app.rules.ladder import Step
    from evidence_app.rules.reference_lines import Comparison
    from evidence_app.rules.situation import RunningClock
    from evidence_app.rules.sources import Citation


def say_overview(call: Call, found: "Workspace") -> None:
    """Print where a dispute stands: nothing that the JSON document calls late is left out."""
    for line in _overview(call, found):
        call.say(line)


def known_as(agent: "Agent") -> str:
    """Return by which IDs and names somebody is known, on one line."""
    return "  ".join(filter(None, (", ".join(agent.agent_ids), ", ".join(agent.names))))


def _overview(call: Call, found: "Workspace") -> Iterator[str]:
    deadline = found.ladder.periods.next_deadline(found.today)
    if deadline is not None:
        words = call.words("overview.deadline", day=deadline.deadline.day.isoformat(), **_about(call, deadline))
        yield words + day_off_words(call, deadline)
        yield _source(call, deadline.deadline.clock.citation)
    yield from _late(call, found)
    for lapsed in found.ladder.lapsed:
        yield _lapsed(call, found, lapsed)
        yield _source(call, lapsed.deadline.clock.citation)
    for number in complaint_numbers(found):
        facts = {"value": number.value, "quote": number.quote, "event": number.event_id}
        shown = "  ".join(filter(None, (number.day.isoformat() if number.day else "", number.shown)))
        yield call.words("overview.number", shown=shown, **facts)
    if not found.ladder.is_known:
        yield call.words("overview.no_ladder")
    for step in found.unplaced_filings:
        yield call.words("overview.unplaced", day=step.day.isoformat() if step.day else "—", event=step.event_id)
    yield from _next_step(call, found)
    yield from _perhaps_answered(call, found)
    yield from _unanswered(call, found)
    yield from ladder_lines(call, found)
    yield from channel_lines(call, found)
    for promise in found.promises:
        yield _promise(call, promise)
    for agent in found.agents:
        facts = {"contacts": str(len(agent.spoken)), "promises": str(len(agent.promises))}
        yield call.words("overview.agent", agent=known_as(agent), **facts)
    yield from _mix_ups(call, found)
    yield from _money(call, found)


def _next_step(call: Call, found: "Workspace") -> Iterator[str]:
    """Yield which step could be the next one, why now, and what it asks for."""
    step = found.ladder.next_step
    if step is None:
        return
    body = step.body
    facts = {"body": body.name[call.language], "gain": body.gain[call.language], "cost": body.cost[call.language]}
    yield call.words("overview.next", **facts)
    yield from _standing(call, step)
    if (ended := found.ladder.waited_out(found.today)) is not None:
        yield call.words("overview.waited_out", **_about(call, ended), day=ended.deadline.day.isoformat())
        yield _source(call, ended.deadline.clock.citation)
    for below in found.ladder.without_period:
        key = "overview.no_period" if below.unbound is None else "overview.no_period_counted"
        yield call.words(key, body=below.body.name[call.language])
    for asked in body.asks:
        yield call.words("overview.asks_for", asked=asked[call.language])


def _perhaps_answered(call: Call, found: "Workspace") -> Iterator[str]:
    """Yield which entries may be the answer to a complaint, and how to say whether they are."""
    for each in found.stated.complaints:
        answer = found.ladder.perhaps_answered.get(each.id)
        if answer is not None and answer.day is not None:
            known, replies = body(each.body), " ".join((*each.reply_ids, answer.event_id))
            facts = {"body": known.name[call.language] if known else each.body, "met": answer.day.isoformat()}
            facts |= {"id": each.id, "dispute": found.dispute.id, "event": answer.event_id, "replies": replies}
            yield call.words("overview.perhaps_answered", **facts)


def _unanswered(call: Call, found: "Workspace") -> Iterator[str]:
    """Yield which complaints wait for an answer, how long, and until when a period runs."""
    for each in found.charts.ladder.unanswered if found.charts.ladder is not None else ():
        name = each.name if isinstance(each.name, str) else each.name[call.language]
        day = each.awaited_by(found.today)
        key = "no_period" if day is None else "over" if day < found.today else "until"
        cited = each.citations
        if day is None and each.customary is not None:
            key, day, cited = "customary", each.customary.day, (each.customary.clock.citation,)
        until = call.words(f"overview.unanswered_{key}", day=day.isoformat() if day else "")
        waits = "overview.unanswered_final" if each.was_answered_on_the_way or each.has_news else "overview.unanswered"
        yield call.words(waits, body=name, days=days_words(each.days, call.language), until=until)
        yield from (_source(call, one) for one in cited)


def _mix_ups(call: Call, found: "Workspace") -> Iterator[str]:
    """Yield which IDs and names do not go together, and which answers contradict each other, as the window does."""
    between = call.words("overview.between")
    for shared in found.mix_ups:
        key = "overview.several_names" if len(shared.agent_ids) == 1 else "overview.several_ids"
        yield call.words(key, ids=between.join(shared.agent_ids), names=between.join(shared.names))
    for shared in found.names_apart:
        yield call.words("overview.name_apart", ids=between.join(shared.agent_ids), name=shared.names[0])
    for pair in found.contradictions.pairs:
        one, other = (call.words("overview.answer", **_answer(each)) for each in pair.both)
        yield call.words("overview.contradicting", one=one, other=other)


def _answer(each: "Happening") -> dict[str, str]:
    speaker = " ".join(filter(None, (each.agent_id, each.agent_name))) or each.party or each.number
    return {"day": each.day.isoformat() if each.day else "—", "who": speaker, "text": each.promise or each.text}


def _about(call: Call, running: "RunningClock") -> dict[str, str]:
    return {"body": running.body.name[call.language], "what": running.deadline.clock.what[call.language]}


def _late(call: Call, found: "Workspace") -> Iterator[str]:
    """Yield which periods ran out, which of them may have been met, and which were met too late."""
    for running in found.ladder.clocks:
        if running in found.ladder.lapsed:
            continue
        overdue = running.days_overdue(found.today)
        facts = _about(call, running) | {"day": running.deadline.day.isoformat()}
        if overdue:
            yield call.words("overview.ran_out", days=days_words(overdue, call.language), **facts)
            yield _source(call, running.deadline.clock.citation)
        elif running.is_perhaps_answered:
            continue  # told with its complaint
        elif running.perhaps_met_on is not None and running.deadline.days_overdue(found.today):
            yield call.words("overview.perhaps_met", met=running.perhaps_met_on.isoformat(), **facts)
        elif running.days_late and running.met_on is not None:
            late = days_words(running.days_late, call.language)
            yield call.words("overview.late", days=late, met=running.met_on.isoformat(), **facts)
            yield _source(call, running.deadline.clock.citation)


def _standing(call: Call, step: "Step") -> Iterator[str]:
    """Yield where what is said of a body is from, or that it is not known to hold here; the ladder says what then."""
    if step.citation is not None:
        yield _source(call, step.citation)


def _source(call: Call, cited: "Citation") -> str:
    return call.words("findings.source", source=cited[call.language])


def _lapsed(call: Call, found: "Workspace", running: "RunningClock") -> str:
    """Return that a period of the person's own ended unused, and what is still possible."""
    words = call.words("overview.lapsed", day=running.deadline.day.isoformat(), **_about(call, running))
    bodies = [each.body.name[call.language] for each in found.ladder.possible]
    possible = call.words("overview.possible", bodies=call.words("overview.between").join(bodies)) if bodies else ""
    return " ".join(filter(None, (words, possible)))


def _promise(call: Call, promise: "Promise") -> str:
    """Return a promise, and how often it was said: that many entries show one promise."""
    state = name_of(promise.state, call.language)
    facts = {"promise": promise.happening.promise, "due": promise.due.isoformat() if promise.due else "—"}
    open_end = "promise" if promise.due else "promise_no_day"
    key = open_end if not promise.overdue else "may_be_kept" if promise.may_be_kept else "overdue"
    if promise.late is not None and promise.late_by and promise.late.happening.day is not None:
        key, facts["late"] = "kept_late", promise.late.happening.day.isoformat()
    words = call.words(f"overview.{key}", state=state, **facts)
    if promise.said > 1:
        words += call.words("overview.said_again", said=promise.said, days=len(promise.days))
    return words + _after(call, promise)


def _after(call: Call, promise: "Promise") -> str:
    """Return how many contacts came after a promise to stop them, empty where none did."""
    days = [each.day.isoformat() for each in promise.after if each.day]
    key = "overview.after_stop_once" if len(days) == 1 else "overview.after_stop"
    return call.words(key, count=len(days), first=days[0], last=days[-1]) if days else ""


def _money(call: Call, found: "Workspace") -> Iterator[str]:
    money = found.money
    for currency in dict.fromkeys((*money.received, *money.paid, *money.refunded)):
        sums = {"received": money.received, "paid": money.paid, "refunded": money.refunded}
        told = {
            key: amount_words(currency, of[currency], call.language) for key, of in sums.items() if of.get(currency)
        }
        for key, amount in told.items():
            yield call.words(f"overview.{key}", amount=amount)
    for each in money.elsewhere:
        paid = ", ".join(amount_words(*sums, call.language) for sums in each.paid.items())
        yield call.words("overview.elsewhere", name=each.name, amount=paid)
    if money.unnamed:
        unnamed = [amount_words(*each, call.language) for each in totals(money.unnamed).items()]
        yield call.words("overview.unnamed", amount=", ".join(unnamed))
    if money.cost is not None:
        rates = {"nominal": told_rate(money.cost.nominal), "effective": told_rate(money.cost.effective)}
        yield call.words("overview.cost_days" if money.cost.by_days else "overview.cost", **rates)
        yield call.words("overview.cost_basis", paid=len(money.loan.paid), to_come=len(money.loan.to_come))
    charged = [each for each in money.loan.fees if each not in (*money.loan.deducted, *money.loan.undecided)]
    for name, fees in (("loan_fees", charged), ("loan_fees_held_back", list(money.loan.deducted))):
        if fees:
            amounts = [amount_words(*each, call.language) for each in totals(fees).items()]
            yield call.words(f"overview.{name}", amount=", ".join(amounts))
    if found.comparison is not None:
        yield from _reference(call, found.comparison)
    for question in (each for each in found.loan_questions if each != found.lender_question):  # told with the ladder
        yield call.words("overview.loan_asks", says=question.says(call.language))
        yield call.words("overview.loan_do", do=how_to_answer(call.language, found, question))


def _reference(call: Call, comparison: "Comparison") -> Iterator[str]:
    """Yield the rates that a loan's cost is compared with, each with its source, or why with none."""
    if comparison.why is not None:
        yield comparison.says(call.language)
    for line in comparison.lines:
        yield call.words("overview.reference", line=line.says(call.language))
        yield from (_source(call, each) for each in line.citations())
