"""Pages about one payment: bills, receipts, and what was tried and did not work. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from evidence_app.characters import aligned, folded
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus, Outcome
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.times import Precision
from evidence_app.reading.layout.content import content
from evidence_app.reading.layout.explanations import sentences
from evidence_app.reading.layout.figures import Amount, amounts, first_reference, whole_amount
from evidence_app.reading.layout.headings import head_of, is_furniture, is_headed
from evidence_app.reading.layout.loans import arrived_of_loan, contracted, is_paid_out, lent, paid_out_on
from evidence_app.reading.layout.moments import NEVER, best_time, event_time, is_clock, taken, time_words
from evidence_app.reading.layout.movements import (
    direction_of,
    is_awaited,
    name_shown,
    outcome_line,
    outcome_of,
    said_alone,
    signed,
)
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.pairs import TIMES, Pair
from evidence_app.reading.layout.records import Record, page_currency, page_record, understood
from evidence_app.reading.layout.rows import (
    Lines,
    beside,
    bottom,
    centre,
    height,
    left,
    middle,
    right,
    top,
    typical_height,
)
from evidence_app.reading.layout.talk import looks_like_talk
from evidence_app.reading.layout.vocabulary import whole_label, words
from evidence_app.reading.when import When

TELLING = frozenset(
    (
        *TIMES,
        *("amount", "amount_second", "reference", "reference_second", "party", "payer", "status", "method", "type"),
        *("description", "reason", "code", "fee", "balance", "time_expected"),
    )
)
"""Labels that pages about a payment have."""

LARGE = 1.2
"""How much higher than most lines the amount is that such a page is about."""

_STANDS = re.compile(
    r"(?:账户|帐户|钱包|当前|剩余)?(?:余额|可提|可用|可取|可转|可退|冻结|被冻|待提|不可提|frozen|available|balance)"
)
"""Labels of money that lies in an account, in simplified characters: nothing moved."""

CENTRED = 0.06
"""Part of the width by which a centred line may miss the middle."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """The amount that a page is about: where it stands and what its label says."""

    amount: Amount
    line: MachineLine
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A page about one payment: its lines and labels, how much it was, and the line that says what became of it."""

    page: Page
    lines: Lines
    record: Record
    total: _Sum
    headline: MachineLine | None

    @property
    def is_large(self) -> bool:
        """Whether the amount is written larger than most of the page."""
        return height(self.total.line) >= LARGE * typical_height(self.lines)


def recognise_payment(page: Page) -> Recognised | None:
    """Return the payment that a page is about, as a bill, or as an error where it failed or is not done."""
    lines = content(page)
    if looks_like_talk(page, lines):
        return None
    record = page_record(lines)
    total = _sum(lines, record)
    if total is None:
        return None
    shown = _Shown(page, lines, record, total, _headline(page, lines, record, total))
    if not _is_about_a_payment(shown):
        return None
    facts = _facts(shown)
    tried = facts.outcome in (Outcome.FAILED, Outcome.PENDING) and not record.has("party", "payer")
    return understood(PageKind.ERROR if tried else PageKind.BILL, page, [(facts, _used(shown))])


def _sum(lines: Lines, record: Record) -> _Sum | None:
    """Return the amount that a page is about: what came of a loan, the large one, else what a label calls so."""
    if (arrived := arrived_of_loan(record)) is not None:
        return _Sum(amounts(arrived.text)[0], arrived.lines[0], arrived.label)
    labelled = _labelled(lines, record)
    if (large := _large(lines, record, labelled)) is not None:
        own = next((each for each in labelled if each.line is large), None)
        amount = whole_amount(large.text)
        if amount and (amount.sure or own):
            return own or _Sum(amount, large)
    if labelled:
        return labelled[0]
    alone = [_Sum(amount, line) for line in record.free if (amount := whole_amount(line.text)) and amount.sure]
    return alone[0] if len(alone) == 1 else _only_named(record)


def _labelled(lines: Lines, record: Record) -> list[_Sum]:
    """Return the amounts that labels call what was paid, the plainest label first."""
    return [
        _Sum(found[0], (pair.lines or (pair.line,))[0], pair.label)
        for key in ("amount", "amount_second", "due_amount", "summary")
        for pair in record.pairs
        if pair.key == key and (found := amounts(pair.text)) and (key != "summary" or _is_moved(pair, found[0], lines))
        if not _STANDS.match(folded(pair.label))
    ] or [
        _Sum(found[0], (pair.lines or (pair.line,))[0], pair.label)
        for pair in record.pairs
        if is_paid_out(record) and lent(pair) and (found := amounts(pair.text))
    ]


def _large(lines: Lines, record: Record, labelled: Sequence[_Sum]) -> MachineLine | None:
    """Return the largest amount above the height of most lines that no label calls something else."""
    of_others = {id(line) for pair in record.pairs if pair.key not in _OF_SUMS for line in pair.lines}
    of_others -= {id(each.line) for each in labelled}
    least = LARGE * typical_height(lines)
    large = [line for line in lines if height(line) >= least and whole_amount(line.text) and id(line) not in of_others]
    return max(large, key=height, default=None)


_OF_SUMS = ("amount", "amount_second", "")


def _only_named(record: Record) -> _Sum | None:
    """Return the only amount that sentences name."""
    inside = [
        _Sum(amount, line)
        for line in record.free
        for amount in amounts(line.text)
        if amount.sure and not amount.sign and _is_told(line.text, amount)
    ]
    return inside[0] if len({each.amount.value for each in inside}) == 1 else None


def _is_told(text: str, amount: Amount) -> bool:
    """Tell whether a sentence says that an amount was to move: 您申請提領 NT$12,000 未能完成, of $420.00."""
    before, after = folded(text[: amount.start]).rstrip(":"), text[amount.end :].strip()
    if _OF_ELSE.search(before) or (not after and (whole_label(before) or _NAMES_SUM.search(before))):
        return False
    around = f"{before} {after}"
    ends = after.startswith(".") or any(char in text for char in "，。；！")
    return ends or _is_attempt(around) or "申请" in around or bool(outcome_of(around))


_OF_ELSE = re.compile(
    r"(?:余额|结余|余下|可提|可用|可取|额度|限额|最低|最高|至少|不少于|费|保证金|押金|定金|fee|limit|balance|available|minimum|maximum)"
    r"(?:金额)?(?:为|是|:|of|is)*$"
)
"""What stands before an amount that lies somewhere, bounds others or is asked for besides: nothing of it moved."""

_NAMES_SUM = re.compile(r"(?:金额|总额|amount|total)$")
"""The end of a label, where nothing follows the amount."""


def _is_moved(pair: Pair, amount: Amount, lines: Lines) -> bool:
    """Tell whether the label of a sum says which way one payment went: signed, or with the large amount."""
    if amount.sign or _is_only_movement(pair, lines):
        return True
    large = bool(pair.lines) and height(pair.lines[0]) >= LARGE * typical_height(lines)
    return large and bool(said_alone(pair.label)) and not beside(pair.line, pair.lines[0])


_MOVED = re.compile(
    r"(?:支出|收入|存入|提出|支取|转入|转出|转账|转帐|汇入|汇出|扣款|入账|入帐|借方|贷方|提款|存款)(?:金额|发生额|额)(?:\(.*\))?"
)
"""``支出金额``: the label of what one movement of an account was, or of what all of a month were."""


def _is_only_movement(pair: Pair, lines: Lines) -> bool:
    """Tell whether a bank's page shows one movement: which way, with a time of day, a number, and what is left."""
    if not _MOVED.fullmatch(folded(pair.label)):
        return False
    record = page_record(lines)
    sums = [each for each in record.pairs if each.key == "summary" and any(found.value for found in amounts(each.text))]
    clocked = any(re.search(r"\d:\d\d", aligned(text)) for key in TIMES for text in record.values(key))
    return sums == [pair] and clocked and record.has("reference") and record.has("balance")


def _headline(page: Page, lines: Lines, record: Record, total: _Sum) -> MachineLine | None:
    """Return the line that says what became of the payment, if no label does: the largest one in the middle."""
    free = [*record.free, *(pair.line for pair in record.pairs if not pair.text)]
    said = [line for line in free if _headline_outcome(line.text) and not any(map(str.isdigit, line.text))]
    said = [line for line in said if not is_furniture(line.text) and not _ABOUT.search(folded(line.text))]
    prominent = [line for line in said if _is_prominent(page, line, total)]
    first = min((line for line in said if _heads_labels(line, record, total)), key=top, default=None)
    if first is None and not any(_is_attempt(line.text) for line in prominent) and _tells_failure(lines, total):
        return total.line
    return max(prominent, key=lambda line: (round(height(line) / typical_height(lines), 1), -top(line)), default=first)


SHORT_PAGE = 9
"""Lines of a dialog at the most."""


def _tells_failure(lines: Lines, total: _Sum) -> bool:
    """Tell whether a short page says of the amount itself that it was not moved: 您的提现申请（¥800.00）已被驳回."""
    if len(lines) > SHORT_PAGE or total.label or whole_amount(total.line.text):
        return False
    return _told_outcome(total.line.text) is Outcome.FAILED


def _told_outcome(text: str) -> Outcome:
    """Return that the first clause of a sentence says that an attempt failed; NONE for everything else."""
    told = re.split(r"[，。;；]", text)[0]
    failed = _is_attempt(told) and outcome_of(told) is Outcome.FAILED
    return Outcome.FAILED if failed else Outcome.NONE


_ABOUT = re.compile(r"怎么|如何|为什么|原因|说明|须知|指南|帮助|问题|规则|\?")
"""What heads an article on payments that failed, not one of them."""


def _heads_labels(line: MachineLine, record: Record, total: _Sum) -> bool:
    """Tell whether a line says what became of an attempt above all labels: how much, and when or under which number."""
    told = [pair for pair in record.pairs if pair.text]
    when_or_which = record.has(*TIMES, "reference", "reference_second")
    return (
        _is_attempt(line.text)
        and bool(total.label)
        and when_or_which
        and all(bottom(line) <= top(pair.line) for pair in told)
    )


def _headline_outcome(text: str) -> Outcome:
    """Return what a headline of one or two clauses says: 抱歉，提现失败; 转账失败，资金已退回."""
    clauses = [clause for clause in re.split(r"[,，。!！]", text) if clause.strip()]
    return next((found for clause in clauses[:2] if (found := outcome_line(clause))), Outcome.NONE)


def _is_prominent(page: Page, line: MachineLine, total: _Sum) -> bool:
    in_middle = abs(centre(line) - page.width_px / 2) <= CENTRED * page.width_px
    under = abs(left(line) - left(total.line)) <= height(line) or beside(line, total.line)
    close = abs(middle(line) - middle(total.line)) <= 3 * (height(line) + height(total.line))
    return in_middle or (under and close)


def _is_about_a_payment(shown: _Shown) -> bool:
    record, headline = shown.record, shown.headline
    steps = _steps(record)
    if steps and any(_is_attempt(line.text) for line in (*head_of(shown.page, shown.lines), shown.total.line)):
        return True
    keys = {pair.key for pair in record.pairs if pair.text and pair.key in TELLING}
    attempt = headline.text if headline is not None and _is_attempt(headline.text) else ""
    if attempt and shown.is_large and keys:
        return True
    foreign = sum(pair.key in ("contract", "contract_term", "ticket", "due", "way", "ip") for pair in record.pairs)
    if arrived_of_loan(record) is not None and (keys & set(TIMES) or paid_out_on(record)):
        return True
    if foreign > 1 and foreign >= len(keys) - 1:
        return False
    if attempt and outcome_of(attempt) in (Outcome.FAILED, Outcome.PENDING):
        return True
    when, numbered = bool(keys & set(TIMES)), "reference" in keys
    if shown.is_large and shown.total.amount.sign and when and numbered:
        return True
    told = headline is not None or "status" in keys or bool(shown.total.amount.sign)
    told = told or is_headed(shown.page, shown.lines, "bills")
    told = told or (when and numbered and bool(keys & {"party", "payer"}))
    return len(keys) >= 3 and told and (when or numbered)


def _is_attempt(text: str) -> bool:
    return any(word in folded(text) for word in words("attempts", "words"))


def _facts(shown: _Shown) -> EventFacts:
    record, total, title = shown.record, shown.total, _title(shown)
    outcome = _outcome(record, shown.headline, _steps(record))
    direction = signed(total.amount.sign) or _direction(shown, title, outcome)
    return EventFacts(
        kind=EventKind.PAYMENT,
        time=event_time(_when(shown)),
        direction=direction,
        party=_party(record, title, direction),
        amount=total.amount.value,
        currency=total.amount.currency or page_currency(shown.page),
        reference=first_reference(record.values("reference", "reference_second", "contract", "ticket")),
        outcome=outcome,
        text=_text(shown, title, outcome),
        status=EventStatus.SUGGESTED,
    )


def _when(shown: _Shown) -> When | None:
    """Return when it was, by its labels; else by a time below the headline, or in the sentence with the amount."""
    record, near = shown.record, taken(shown.page)
    texts = [text for key in TIMES for text in _one_time(record.values(key))]
    texts = texts or paid_out_on(record)
    if not texts:
        texts = [shown.total.line.text, *(line.text for line in record.free if time_words(line.text, near))]
    found = best_time(texts, near)
    return found if found is None or record.has(*TIMES) or found.precision is not Precision.MONTH else None


def _one_time(values: Sequence[str]) -> list[str]:
    """Return the first value of a label, or day and time of day where two labels have one each: 交易日期, 交易时间."""
    apart = sum(map(is_clock, values[:2])) == 1
    return sorted(values[:2], key=is_clock) if apart else list(values[:1])


def _title(shown: _Shown) -> MachineLine | None:
    """Return the line above the amount that says with whom the payment was."""
    record, total, headline = shown.record, shown.total, shown.headline
    if total.label and not shown.is_large:  # a row among others is above no name
        return None
    above = [line for line in record.free if bottom(line) <= top(total.line) + height(line) / 3]
    if headline is not None and bottom(headline) <= top(total.line):  # what stands above that is the page's
        above = [line for line in above if top(line) >= bottom(headline) and height(line) >= height(headline)]
    above = [line for line in above if top(total.line) - bottom(line) <= 3 * height(total.line)]
    first = min(map(middle, shown.lines))
    if record.has("party", "payer"):  # then the first line of the page is its title
        above = [line for line in above if middle(line) > first + height(line)]
    named = [line for line in above if _is_name(line.text) and _is_prominent(shown.page, line, total)]
    return max(named, key=bottom, default=None)


_PAGE_TITLE = re.compile(r"详情|明细|账单|帐单|凭证|结果|回单|收据|交易|记录|receipt|details?|bill|确认|中心|业务|历史")


def _is_name(text: str) -> bool:
    plain = folded(text)
    if outcome_line(text) or is_furniture(text) or any(char in text for char in "，。？"):
        return False
    return len(plain) > 1 and not _PAGE_TITLE.search(plain) and plain not in words("attempts", "words")


def _steps(record: Record) -> Outcome:
    """Return how far the steps of a movement are that a page shows below each other: the last one with a time."""
    steps = [line for line in record.free if outcome_line(line.text) and not any(map(str.isdigit, line.text))]
    column = [line for line in steps if abs(left(line) - left(steps[0])) <= height(line)]
    reached = [line for line in column if any(_tells_when(line, other) for other in record.free)]
    return outcome_of(reached[-1].text) if len(column) >= 2 and reached else Outcome.NONE


def _tells_when(step: MachineLine, other: MachineLine) -> bool:
    near = 0 < middle(other) - middle(step) <= 2 * (height(step) + height(other)) / 2 or beside(step, other)
    return near and other is not step and bool(time_words(other.text, NEVER) or re.search(r"\d{1,2}:\d\d", other.text))


def _outcome(record: Record, headline: MachineLine | None, steps: Outcome = Outcome.NONE) -> Outcome:
    stated = outcome_of(record.value("status"))
    shown = (_headline_outcome(headline.text) or _told_outcome(headline.text)) if headline else Outcome.NONE
    if shown and (not stated or stated is Outcome.DONE):
        return shown
    if not stated and record.has("reason", "code"):
        return Outcome.FAILED
    return stated or shown or steps or Outcome.DONE


def _direction(shown: _Shown, title: MachineLine | None, outcome: Outcome) -> Direction:
    """Return which way the money went, as what names the payment says, the plainest first."""
    record, headline = shown.record, shown.headline
    if outcome is Outcome.REFUNDED:
        return Direction.IN
    if is_paid_out(record) and record.has("party"):
        return Direction.NONE  # a payee is named: nobody knows whether that is the complainant
    if headline is not None and is_awaited(headline.text):
        return Direction.OUT
    if alone := said_alone(shown.total.label):
        return alone
    if arrived_of_loan(record) is not None:
        return Direction.IN
    labels = [pair for pair in record.pairs if pair.text]
    methods = [pair.label for pair in labels if pair.key == "method"]
    said = [headline.text if headline else "", shown.total.label, record.value("type"), title.text if title else ""]
    said += [pair.label for pair in labels if pair.key in ("reference", *TIMES)]
    said += [label for label in methods if not folded(label).startswith(("到账", "收款"))]
    if found := next(filter(None, map(direction_of, said)), None):
        return found
    if record.has("party"):
        return Direction.OUT
    if record.has("payer") or any(folded(label).startswith("收款") for label in methods):
        return Direction.IN
    return direction_of(record.value("description"))


def _party(record: Record, title: MachineLine | None, direction: Direction) -> str:
    if title is not None:
        return _addressed(title.text)
    keys = ("payer", "party") if direction is Direction.IN else ("party", "payer")
    return record.value(*keys)


_TO_WHOM = re.compile(
    r"^(?:向|转[账帐]给|付款给|转给|已?付给|paid to|sent to|transfer to|to)\s*"
    r"(?P<name>.+?)\s*(?:转[账帐]|付款|汇款|还款)?$"
)


def _addressed(title: str) -> str:
    """Return the name in a title that says what was done with it: 向王芳转账."""
    found = _TO_WHOM.match(aligned(title).strip())
    shown = title.strip()
    return name_shown(shown[found.start("name") : found.end("name")] if found else title)


def _text(shown: _Shown, title: MachineLine | None, outcome: Outcome) -> str:
    record, headline = shown.record, shown.headline
    said = [title.text if title else "", headline.text if headline else ""]
    said += [record.value(key) for key in ("type", "description", "status", "reason", "code")]
    said += [record.value("method")] if is_paid_out(record) else []
    said += contracted(record)
    said += _told(shown, title, outcome)
    return " ".join(text for text in said if text)


def _told(shown: _Shown, title: MachineLine | None, outcome: Outcome) -> list[str]:
    """Return the sentences of the page, and what else explains below the headline why nothing arrived."""
    headline = shown.headline
    free = [line for line in shown.record.free if line is not title and line is not headline]
    upper = bottom(headline) if headline and outcome is not Outcome.DONE else inf
    edges = [top(shown.total.line), *(top(pair.line) for pair in shown.record.pairs if pair.text)]
    return sentences(free, upper, min((edge for edge in edges if edge >= upper), default=0))


def _used(shown: _Shown) -> Lines:
    """Return the lines that an event of the page stands on, from its amount or headline to its last label."""
    told = [pair for pair in shown.record.pairs if pair.text and _belongs(pair)]
    own = [shown.total.line, *([shown.headline] if shown.headline else [])]
    own += [line for pair in told for line in (pair.line, *pair.lines)]
    upper, lower = min(map(top, own)), max(map(bottom, own))
    start, end = min(map(left, own)) - 1, max(map(right, own)) + 1
    return tuple(line for line in shown.lines if upper <= middle(line) <= lower and start <= centre(line) <= end)


def _belongs(pair: Pair) -> bool:
    return pair.key in TELLING or pair.key in ("principal", "interest", "other", "")
