"""Since when a matter is in dispute: as the person says, else by the first event that shows the trouble. Pure."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from evidence_app.domain.attempts import NOT_MOVED
from evidence_app.domain.disputes import Basis, Beginning, Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.far_off import settled_start
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint
from evidence_app.rules.matter_shown import SaidOfIt, said_here, said_of_matters
from evidence_app.rules.movements import is_withdrawal


def _any_of(*words: str) -> re.Pattern[str]:
    """Return what finds any of some words; English ones at the beginning of a sentence, too.

    Plain words are found four times as quickly as what ignores case or has a part that may be missing.
    """
    spelled = dict.fromkeys(spelling for word in words for spelling in (word, word.capitalize()))
    return re.compile("|".join(map(re.escape, spelled)))


_WITHHELD = _any_of(
    *("限制提", "被限制", "冻结", "凍結", "封停", "停用"),
    *("frozen", "froze", "restricted", "suspended", " locked"),
)
"""Words with which a wallet tells that it keeps money back."""

_LENT = _any_of(
    *(
        "已放款",
        "放款成功",
        "借款成功",
        "贷款成功",
        "贷款已发放",
        "借款已发放",
        "款项已放",
        "已撥款",
        "撥款成功",
        "放貸成功",
    ),
    *("disbursed", "loan has been paid out", "loan was paid out"),
)
"""Words with which a lender tells that it paid a loan out, wherever the money went."""

_OF_A_LOAN = _any_of("贷款", "貸款", "借款", "供款", "分期", "loan", "instalment", "installment")
_TAKEN = _any_of(
    *(
        f"{account}{taken}"
        for account in ("户口", "戶口", "账户", "賬戶", "帐户", "帳戶")
        for taken in ("扣除", "扣款", "扣收")
    ),
    *("已扣款", "扣款成功", "已代扣", "已划扣", "已劃扣", "已自动扣", "已自動扣", "been debited", "was debited"),
)
"""Words with which a lender tells that it took an instalment: of a loan that nobody asked for, that is the trouble."""

_CANNOT = ("无法", "不能", "未能", "無法", "无法为您", "不能为您", "無法為您", "不能為您")
_GIVE_BACK = ("提现", "提現", "提領", "退", "到账", "到帳", "入账", "入帳", "解冻", "解凍", "解除")
_REFUSED = _any_of(
    *("不予", "拒绝", "拒絕", "不支持退", "不支援退"),
    *(cannot + give for cannot in _CANNOT for give in _GIVE_BACK),
    *(
        what + failed
        for what in ("提现", "提現", "提領", "退款", "充值", "儲值")
        for failed in ("失败", "失敗", "被拒")
    ),
    *("refus", "reject", "declin", "unable to withdraw", "unable to refund", "unable to process"),
    *(f"{what} {failed}" for what in ("withdrawal", "refund", "top-up") for failed in ("failed", "has failed")),
)
"""Words with which an institution refuses what is the person's; narrower than what is merely worth a look."""

_COMPLAINED = _any_of(
    *("投诉", "投訴", "申诉", "申訴", "没到账", "沒到帳", "未到账", "未到帳", "没有到", "沒有到", "不到账", "不到帳"),
    *("冻结", "凍結", "退还", "退還", "退款", "还我", "還我", "为什么", "為什麼"),
    *(
        no + asked
        for no in ("没有", "沒有", "没", "沒", "未")
        for asked in ("申请", "申請", "借过", "借過", "贷过", "貸過")
    ),
    *("不是我申请", "不是我申請", "不是我借", "不是本人申"),
    *("complain", "refund", "frozen", "my money", "never applied", "not apply for", "n't apply for"),
)
"""Words with which a person takes up the trouble with an institution."""

OWN_MONEY = frozenset({DisputeType.WITHDRAWAL_BLOCKED, DisputeType.REFUND_REFUSED, DisputeType.TOPUP_FAILED})
"""Disputes about money that is the person's own."""

_UNWANTED = frozenset({DisputeType.UNAUTHORISED_LOAN, DisputeType.MISDIRECTED_SMS, DisputeType.HARASSMENT})
"""Disputes that the other side's coming brings: when the person first wrote to it tells nothing."""


_IS_THE_PAYMENT = frozenset({DisputeType.TOPUP_FAILED, DisputeType.ACCOUNT_STOLEN})
"""Disputes that the payment of the amount begins: it went wrong as it was made."""

_WAS_PAID = _IS_THE_PAYMENT | {DisputeType.LOAN_PORTAL, DisputeType.OTHER}
"""Disputes that may be about one payment: where nothing else shows the trouble, it tells more than a filing."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is known of a dispute's events beside what they say.

    ``events`` show the trouble whatever they say: by which an unwanted loan came, what a person marked as a threat.
    ``money`` are the payments with the other side, each once.
    """

    events: Container[str] = frozenset()
    money: Sequence[Happening] = ()


NOTHING_TELLING = Telling()


def beginning(
    dispute: Dispute,
    happenings: Iterable[Happening],
    theirs: Sequence[Happening],
    complaints: Iterable[Complaint] = (),
    telling: Telling = NOTHING_TELLING,
) -> Beginning | None:
    """Return since when a matter is in dispute, None where no event has a day.

    ``theirs`` are the events with the institution, in order.
    """
    if dispute.disputed_since is not None:
        return Beginning(dispute.disputed_since, Basis.STATED)
    happenings = tuple(happenings)
    trouble = (each for each in theirs if each.event_id in telling.events or _shows_trouble(each, dispute.type))
    is_blocked = dispute.type is DisputeType.WITHDRAWAL_BLOCKED
    pages = (each for each in happenings if is_blocked and not each.other and _is_refused(each))
    filed = (each for each in theirs if each.kind is EventKind.COMPLAINT)
    shown = [
        *_first(trouble, Basis.SHOWN),
        *_first(pages, Basis.SHOWN),
        *_by_the_matter(dispute.type, happenings, theirs),
    ]
    if dispute.type in _IS_THE_PAYMENT or (dispute.type in _WAS_PAID and not shown):
        shown += _by_the_payment(dispute, telling.money)
    shown += [*_first(filed, Basis.FILED), *_filings(complaints)]
    if shown:
        return min(shown, key=lambda each: each.day)
    calls = () if dispute.type in _UNWANTED else (each for each in theirs if _is_contact(each))
    found = _first(calls, Basis.CONTACT) or _settled(theirs) or _settled(happenings)
    return found[0] if found else None


def withheld(theirs: Iterable[Happening]) -> Iterator[str]:
    """Yield the messages in which a wallet tells that it keeps money back; what it promises about that is none."""
    return (each.event_id for each in theirs if _is_word_of(each) and not each.promise and _WITHHELD.search(each.text))


def lent(theirs: Iterable[Happening]) -> Iterator[str]:
    """Yield the messages in which a lender tells that it paid a loan out, to whatever card."""
    return (each.event_id for each in theirs if _is_word_of(each) and _LENT.search(each.text))


def _by_the_payment(dispute: Dispute, money: Iterable[Happening]) -> list[Beginning]:
    """Return the payment of the amount in dispute, if there is exactly one: of two, nothing tells which it is."""
    paid = [
        each
        for each in money
        if (each.kind, each.direction, each.outcome) == (EventKind.PAYMENT, Direction.OUT, Outcome.DONE)
        and (each.amount, each.currency) == (dispute.amount, dispute.currency)
    ]
    return _first(paid, Basis.PAID) if len(paid) == 1 else []


def _by_the_matter(
    kind: DisputeType, happenings: Sequence[Happening], theirs: Sequence[Happening]
) -> Iterator[Beginning]:
    """Yield when it began by what such a dispute is about: a demand after a refund, a fee for a promised loan."""
    if all(said.begins is None for said in _ways_to_say(kind)):
        return
    said = said_here(kind, theirs)
    if said is None or said.begins is None or not _may_be_shown(said, happenings):
        return
    firsts = _first_of_parts(said, happenings, frozenset(each.event_id for each in theirs))
    begins = firsts.get(said.begins)
    if begins is not None and begins.day is not None and len(firsts) == len(said.parts):
        others = tuple(dict.fromkeys(each.event_id for each in firsts.values() if each is not begins))
        yield Beginning(begins.day, Basis.SHOWN, begins.event_id, others)


def _may_be_shown(said: SaidOfIt, happenings: Sequence[Happening]) -> bool:
    """Tell whether events fit all parts that no words show: of a hundred thousand, it spares looking at the texts."""
    wordless = (part for part in said.parts if not any(one.words for one in part))
    return all(any(one.fits(each) for each in happenings for one in part) for part in wordless)


def _ways_to_say(kind: DisputeType) -> Iterator[SaidOfIt]:
    said = said_of_matters().get(kind)
    while said is not None:
        yield said
        said = said.instead


def _first_of_parts(said: SaidOfIt, happenings: Iterable[Happening], theirs: Container[str]) -> dict[int, Happening]:
    """Return the first event that shows each part; with the one that begins it, somebody else has nothing to do."""
    firsts: dict[int, Happening] = {}
    for each in happenings:
        open_parts = [
            place
            for place in range(len(said.parts))
            if place not in firsts
            and (place != said.begins or each.event_id in theirs)
            and (not said.in_order or not place or place - 1 in firsts)
        ]
        firsts |= {place: each for place in open_parts if any(one.shown_by(each) for one in said.parts[place])}
        if len(firsts) == len(said.parts):
            break
    return firsts


def _first(happenings: Iterable[Happening], basis: Basis) -> list[Beginning]:
    found = ((each.day, each.event_id) for each in happenings if each.day is not None)
    return [Beginning(day, basis, event_id) for day, event_id in islice(found, 1) if day is not None]


def _settled(happenings: Iterable[Happening]) -> list[Beginning]:
    """Return the first event whose time is not far off: a camera's wrong clock begins nothing."""
    dated = [each for each in happenings if each.day is not None and each.at is not None]
    start = settled_start([each.at for each in dated if each.at is not None])
    return _first((each for each in dated if each.at == start), Basis.FIRST)


def _filings(complaints: Iterable[Complaint]) -> Iterator[Beginning]:
    return (Beginning(each.filed_on, Basis.FILED, each.event_id) for each in complaints if each.filed_on is not None)


def _shows_trouble(each: Happening, kind: DisputeType) -> bool:
    """Tell whether an event shows the trouble. A complaint is about what was there before."""
    if kind is DisputeType.MISDIRECTED_SMS:
        return _is_word_of(each)
    if each.kind is EventKind.PAYMENT:
        return kind in OWN_MONEY and (each.outcome is Outcome.FAILED or _is_refused(each))
    if each.kind is EventKind.CALL:
        return each.direction is Direction.OUT and _COMPLAINED.search(each.text) is not None
    if each.kind is not EventKind.MESSAGE:
        return False
    if each.direction is Direction.OUT:
        return _COMPLAINED.search(each.text) is not None
    if kind is DisputeType.UNAUTHORISED_LOAN:
        return _LENT.search(each.text) is not None or _tells_of_debit(each.text)
    return kind in OWN_MONEY and (_WITHHELD.search(each.text) or _REFUSED.search(each.text)) is not None


def _tells_of_debit(text: str) -> bool:
    return _TAKEN.search(text) is not None and _OF_A_LOAN.search(text) is not None


def _is_refused(each: Happening) -> bool:
    """Tell whether a page of a wallet says that a withdrawal failed, or that it is held."""
    if not (is_withdrawal(each) and each.outcome in NOT_MOVED):
        return False
    return each.outcome is Outcome.FAILED or (_REFUSED.search(each.text) or _WITHHELD.search(each.text)) is not None


def _is_word_of(each: Happening) -> bool:
    return each.kind is EventKind.MESSAGE and each.direction is Direction.IN


def _is_contact(each: Happening) -> bool:
    return each.kind in (EventKind.CALL, EventKind.MESSAGE) and each.direction is Direction.OUT
