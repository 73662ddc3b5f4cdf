"""Promises to stop making contact: nothing but silence keeps them, and what came after them can be counted. Pure."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from evidence_app.characters import simplified
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.rules.by_day import NOTHING, ByDay
from evidence_app.rules.contacts_promised import SAME_TALK
from evidence_app.rules.parties import TALK, OtherSide, known_as
from evidence_app.rules.stated import THIRD_PARTY

if TYPE_CHECKING:
    from evidence_app.rules.promises import Promise

_TO_STOP = re.compile(
    r"(?:停止|暂停|终止|不再|不会再|停掉)[^，。；,;.]{0,12}?"
    r"(?:催收|催缴|催款|联系|联络|短信|简讯|电话|来电|致电|拨打|提醒|打扰|骚扰)|"
    r"\b(?:stop|cease|no longer|will not|won't)\b[^,;.]{0,40}?"
    r"\b(?:collect\w*|contact\w*|call\w*|text\w*|messag\w*|remind\w*)",
    re.IGNORECASE,
)
"""That contacts stop, and within a few words which: 将停止委外催收, will not call you."""

_NOT_KEPT_BY_SILENCE = re.compile(
    r"退款|退还|退回|到账|结清|撤销|取消|注销|删除|更正|修正|减免|解冻|赔|扣款|"
    r"refund|return|credit|settle|cancel|delete|correct|waive|unfreeze|deduct",
    re.IGNORECASE,
)
"""What is promised besides, and no silence keeps."""

_ON_CONDITION = re.compile(
    r"如果|如您|若|倘|一旦|只要|除非|(?:结清|还清|付清|缴清|还款|付款|支付|到账)[^。；;]{0,8}?后|"
    r"(?:不会|不能|无法|不可)(?:停止|暂停|终止)|\b(?:if|once|unless|until|after you|cannot|can't)\b",
    re.IGNORECASE,
)
"""Words by which it was not promised, or not yet."""

ASKED_BEFORE = timedelta(hours=24)
"""What comes from the same number this soon after the person wrote or called there may be an answer."""

_WAYS: Mapping[EventKind, re.Pattern[str]] = {
    EventKind.MESSAGE: re.compile(r"短信|简讯|\b(?:text|messag)", re.IGNORECASE),
    EventKind.CALL: re.compile(r"电话|来电|致电|拨打|\bcall", re.IGNORECASE),
}
"""By which words a way of contact is named: where none is (催收, 联系), all of them were to stop."""

_OTHERS = (
    r"(?:同事|家人|家属|家里|亲友|亲属|亲戚|朋友|父母|配偶|领导|邻居|第三[方人]|联系人|通讯录|他人|别人|其他人|"
    r"[您你]的?(?:单位|公司|工作单位|学校|村)|"
    r"\b(?:colleague|co-?worker|famil(?:y|ies)|friend|relative|parent|spouse|wife|husband|neighbou?r|employer|boss|"
    r"workplace|third part|contacts?\b|references?\b|others\b|(?:any|some)one else))"
)
_CLAUSE = r"[^，。；！,;.!]{0,24}?"
_WITH_OTHERS = re.compile(rf"{_CLAUSE}{_OTHERS}", re.IGNORECASE)
_TO_OTHERS = re.compile(rf"(?:向|对|给|跟|与)[^，。；,;.]{{0,6}}?{_OTHERS}", re.IGNORECASE)
_AND_THE_PERSON = re.compile(
    r"(?:[您你]|本人|\byou)\s*(?:本人)?\s*(?:和|及|以及|与|跟|、|或|and\b|or\b)", re.IGNORECASE
)
"""Words by which a promise concerns others, behind or within those that contacts stop: 不会再联系您的同事; and both."""

_ANSWERS = re.compile(
    r"受理|已收到|收到[您你]|已登记|[您你](?:的)?(?:投诉|反映|反馈|来电|咨询)|工单|"
    r"\b(?:your (?:complaint|call|enquiry|inquiry|request)|case number|ticket)\b",
    re.IGNORECASE,
)
"""Words of a message that acknowledges what the person wrote, said or filed, maybe elsewhere."""

NEAR = 8
"""Characters behind the first way of contact in which a second one is named."""


def contacts_with_others(happenings: Iterable[Happening], tags: Mapping[str, Collection[str]]) -> ByDay:
    """Return the events that a person marked as contact with others, or as telling of it."""
    return ByDay.of(each for each in happenings if THIRD_PARTY in tags.get(each.event_id, ()))


def is_to_stop_contacts(promise: str) -> bool:
    """Tell whether it is promised that contacts stop: nothing that is said keeps this."""
    return _TO_STOP.search(simplified(promise)) is not None


def is_kept_by_silence(promised: Happening, due: date | None, contacts: ByDay, with_others: ByDay) -> bool:
    """Tell whether it was promised to stop contacts, and none of that kind came after the day; ``contacts`` are theirs.

    Who promises in a message to stop messages speaks for the own number; whoever promises to stop collection, for all.
    Of a promise that concerns others only, what came ``with_others`` counts.
    """
    words = simplified(promised.promise)
    stops = _TO_STOP.search(words)
    if due is None or stops is None or _NOT_KEPT_BY_SILENCE.search(words):
        return False
    if _is_about_others(words, stops):
        return not any(each.day != due for each in with_others.between(due, date.max))
    concerns = _concerned(promised, words, stops)
    return not any(each.day != due and concerns(each) for each in contacts.between(due, date.max))


def _is_about_others(words: str, stops: re.Match[str]) -> bool:
    """Tell whether contacts with others only were to stop: with colleagues, with the family."""
    found = _WITH_OTHERS.match(words, stops.end()) or _TO_OTHERS.search(words, stops.start(), stops.end())
    return found is not None and not _AND_THE_PERSON.search(words, stops.start(), found.end())


def _concerned(promised: Happening, words: str, stops: re.Match[str]) -> Callable[[Happening], bool]:
    """Return what tells whether a contact is of those that were to stop."""
    kinds = {kind for kind, named in _WAYS.items() if named.search(words, stops.start(), stops.end() + NEAR)}
    sender = promised.other if promised.kind in kinds else ""
    return lambda each: (not kinds or each.kind in kinds) and sender in ("", each.other)


class AfterStop:
    """Counts what came after promises to stop: only what is surely the other side's, and nobody had asked for.

    What was promised of others is only spoken against by ``with_others``: see `contacts_with_others`.
    """

    def __init__(
        self,
        happenings: Iterable[Happening],
        contacts: ByDay,
        side: OtherSide,
        with_others: ByDay = NOTHING,
    ) -> None:
        self._contacts, self.side = contacts, side
        self.with_others = with_others
        self._asked: defaultdict[str, list[datetime]] = defaultdict(list)
        self._asked_side: list[datetime] = []
        for each in happenings:
            if each.kind in TALK and each.direction is Direction.OUT and each.at is not None:
                self._asked[known_as(each.other, side.region)].append(each.at)
                if side.has(each.party, each.number):
                    self._asked_side.append(each.at)

    def of(self, promised: Happening, due: date | None, sayings: Sequence[Happening]) -> tuple[Happening, ...]:
        """Return the contacts of the promised kind after the due day or, if none was named, after the promise."""
        words = simplified(promised.promise)
        stops, since = _TO_STOP.search(words), due or promised.day
        if stops is None or since is None or _ON_CONDITION.search(words):
            return ()
        of_others = _is_about_others(words, stops)
        concerns = _concerned(promised, words, stops)
        said = {each.event_id for each in sayings}
        return tuple(
            each
            for each in (self.with_others if of_others else self._contacts).between(since, date.max)
            if each.event_id not in said
            and (each.day != since or (due is None and _is_later(promised, each)))
            and (of_others or (self._is_theirs(each) and concerns(each)))
        )

    def _is_theirs(self, each: Happening) -> bool:
        return self.side.has(each.party, each.number) and not self._was_asked_for(each)

    def _was_asked_for(self, each: Happening) -> bool:
        """Tell whether a contact may be an answer; what acknowledges something, to whichever of their numbers."""
        asked: Sequence[datetime] = self._asked.get(known_as(each.other, self.side.region), ())
        if each.kind is EventKind.MESSAGE and _ANSWERS.search(simplified(each.text)):
            asked = self._asked_side
        return each.at is not None and any(timedelta() <= each.at - at <= ASKED_BEFORE for at in asked)


def after_any(promised: "Iterable[Promise]") -> tuple[Happening, ...]:
    """Return what came after one promise to stop or another, each contact once, in order."""
    came = {after.event_id: after for each in promised for day in each.days for after in day.after}
    return tuple(ByDay.of(came.values()).happenings)


def _is_later(promised: Happening, each: Happening) -> bool:
    """Tell whether a contact of the same day came after a promise, and not in the same talk."""
    before, after = promised.clock_at, each.clock_at
    return before is not None and after is not None and after - before > SAME_TALK
