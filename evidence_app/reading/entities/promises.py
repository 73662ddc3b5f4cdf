"""What an institution commits itself to: the whole sentence, and its last day. Pure.

What is asked of the person, threats, questions, what was done already, and what somebody else is said to have promised
are no promises; what depends on the person's own act is one only where it is assured.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache

from evidence_app.characters import HAN
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.due import Deadline, deadlines
from evidence_app.reading.entities.flat import Flat, flat_text
from evidence_app.reading.entities.found import Found, Known
from evidence_app.reading.entities.sentences import Sentence, sentences
from evidence_app.reading.entities.threats import is_threat
from evidence_app.reading.entities.words import either
from evidence_app.reading.passages import Speaker
from evidence_app.rules.territories import Territory

_TO_SOMEBODY = re.compile(r"[您你]|客户|用户|阁下|台端|贵客|我司|我们|我哋|本公司|本行|专员|\byou", re.IGNORECASE)
"""A sentence of which nobody knows who says it commits only whom it names: 预计2小时内到账 tells of a state."""
_WAITING = re.compile(
    r"等待|等候|稍等|[俾畀给]我|再(?:看|查|试|登录|刷新)|刷新|耐心|再等|等等|等[一二两三几\d]|给(?:我们?|我司|平台|公司)|"
    r"宽限我|\bwait\b|\ballow\b|\bgive us\b",
    re.IGNORECASE,
)
"""``请您耐心等待``, ``please allow``: what is asked of the person while somebody else acts."""


def find_promises(flat: Flat, known: Known) -> list[Found]:
    """Return the institution's commitments; the value is the sentence as it is searched, `finding` quotes it."""
    if known.speaker is Speaker.COMPLAINANT:
        return []
    found = []
    for sentence in sentences(flat):
        ends = commitment(sentence, known)
        if ends is not None and _may_be_institutions(sentence.text, known.speaker):
            due = max((each.day for each in ends if each.day), default=None)
            confidence = 0.9 if ends else 0.7
            found.append(Found(SuggestionKind.PROMISE, sentence.text, sentence.start, sentence.end, confidence, due))
    return found


def due_of(words: str, said_at: datetime, territory: Territory | None) -> date | None:
    """Return the last day of a promise in these words that was made at some wall time; None if they name none."""
    text = flat_text(words)
    ends = commitment(Sentence(text, 0, len(text)), Known(said_at, territory=territory, speaker=Speaker.INSTITUTION))
    return max((each.day for each in ends or () if each.day), default=None)


def _may_be_institutions(text: str, speaker: Speaker) -> bool:
    if speaker is Speaker.INSTITUTION:
        return True
    if speaker is Speaker.SOMEBODY:
        return bool(_OF_SERVICE.search(text))
    return bool(_TO_SOMEBODY.search(text) or _GIVEN_BACK.search(text))


_GIVEN_BACK = re.compile(
    r"(?:款项?|资金|金额|费用?|钱|余额|本金)(?:将|会|预计)[^,;]{0,16}(?:退回|退还|返还|退返|返回|原路退)"
    r"|\bwill be (?:refunded|returned|reversed|credited back)\b",
    re.IGNORECASE,
)
"""``款项将在1-3个工作日内原路退回``: what was taken is given back to whoever reads it, though it names nobody."""


_OF_SERVICE = re.compile(r"您|客户|用户|阁下|台端|贵客|我司|本公司|本行")
"""Friends and those who complain together say 你 and 我们, too."""


def commitment(sentence: Sentence, known: Known) -> list[Deadline] | None:
    """Return the deadlines of a sentence that commits the institution, none if it names none; None for another one."""
    sentence = _without_what_is_told(_without_courtesy(sentence))
    text = sentence.text
    if not (any(_said(name).search(text) for name in ("actions", "english_actions")) or _may_act(text, known)):
        return None
    if _said("questions").search(text) or _said("reported").search(text) or is_threat(text):
        return None
    if (_said("advertising").search(text) and not _AMENDS.search(text)) or _said("demands").search(text):
        return None
    if _said("conditions").search(text) and not _said("assurances").search(text):
        return None
    clauses = [_Clause(each, known) for each in sentence.clauses]
    beside = zip(clauses, [None, *clauses[:-1]], [*clauses[1:], None], strict=True)
    committed = [index for index, (clause, before, after) in enumerate(beside) if _commits(clause, before, after)]
    if not committed or (_depends(clauses[: committed[0] + 1]) and not _said("assurances").search(text)):
        return None
    ends = [end for clause in clauses if _counts(clause.text) for end in clause.ends]
    return ends if ends or _holds_without_a_day(text, [clauses[index] for index in committed]) else None


_OF_WEIGHT = re.compile(
    r"退|返还|赔|补偿|[冲扣调豁]减|冲[回正]|补入|存回|出款|决定|[折抵扣]抵|抵扣|减免|征信|打包票|担保|免除|撤|取消|注销|删除|更正|消除|恢复|回[复覆电访]|[答批]复|联系|联络|致电|来电|打[给畀俾]|"
    r"核[实查对]|查[证核清明进到]|调查|处理|解决|解冻|[到入]账|到帐|跟进|跟踪|追踪|说法|交代|交待|结果|反馈|进展|通知|告[诉知]|沟通|说明|"
    r"不会?再|不会安排|唔会再|绝不|不会影响|停止|去掉|承担|承诺|保证|打款|发[到至给]|发送|给[您你](?:发|回)|拍给|"
    r"refund|repl|answer|respon|contact|call|cancel|delet|remov|resolv|investigat|review|process|correct|compensat|"
    r"waive|follow|get back|update|no (?:further|more|other)",
    re.IGNORECASE,
)
"""What somebody must do to commit himself without naming a day: nobody is held to 这边会帮您备注的."""
_PERHAPS = re.compile(r"以.{0,12}为准|验证码")


def _holds_without_a_day(text: str, committed: "Sequence[_Clause]") -> bool:
    """Tell whether a sentence that names no day commits all the same."""
    if all(_said("at_once").search(clause.text) for clause in committed) and not _said("later").search(text):
        return False
    return bool(_OF_WEIGHT.search(text)) and not _PERHAPS.search(text)


_COURTESY = re.compile(
    r"(?<=[^,;])[,;]\s*(?:(?:如果?|若|倘若|要是)?[您你]?(?:仍|还)?有(?:任何|其他|其它|什么|疑)?[^,;]{0,4}(?:疑问|问题|异议|需要|疑虑)"
    r"|if you have any)[^;]*$",
    re.IGNORECASE,
)
"""``答复您,如有疑问请致电客服``."""


def _without_courtesy(sentence: Sentence) -> Sentence:
    """Return the sentence without what it ends with out of politeness: …答复您,如有疑问请致电客服."""
    text = _COURTESY.sub("", sentence.text)
    return Sentence(text, sentence.start, sentence.start + len(text)) if text != sentence.text else sentence


_WHAT_IS_TOLD = re.compile(
    r"((?:告诉|告知|通知|答[复覆]|回[复覆]|覆|话)(?:[您你](?:知)?|俾[您你]知?|客户|用户))"
    r"(?:[^,;?]{0,8})(?:是不是|是否|能不能|可不可以|可唔可以|会不会|有没有|有冇|行不行|为什么|怎么|什么|几时|多少)[^,;?]*(?=[,;]|$)"
)
"""``告诉您是不是我们的人``."""


def _without_what_is_told(sentence: Sentence) -> Sentence:
    """Return the sentence without the question whose answer it promises: 四天内告诉您[是不是我们的人]."""
    text = _WHAT_IS_TOLD.sub(lambda told: told[1] + " " * (len(told[0]) - len(told[1])), sentence.text)
    return Sentence(text, sentence.start, sentence.end)


def promising(sentence: str) -> tuple[int, int]:
    """Return where in a sentence that promises something the first clause that does so stands."""
    text = flat_text(sentence)
    clauses = Sentence(text, 0, len(text)).placed_clauses
    known = Known(near=ANY_DAY)
    before: _Clause | None = None
    for index, (start, end) in enumerate(clauses):
        clause = _Clause(text[start:end], known)
        if _commits(clause, before):
            alone = before is not None and not clause.ends and before.ends and len(before.text.strip()) <= SHORT
            return (clauses[index - 1][0] if alone else start), end
        before = clause
    return 0, len(text)


def _depends(clauses: "Sequence[_Clause]") -> bool:
    """Tell whether what is said depends on something that may turn out otherwise: 如核实属实,会退款."""
    return any(_IF.match(clause.text) and not _OWN_FINDING.search(clause.text) for clause in clauses)


_OWN_FINDING = re.compile(r"(?:确属|确系|确实是|属于)我[们司行方]|我[们司行方](?:的)?(?:责任|原因|过错|失误)")
"""It depends on the institution's own fault, which is its to admit."""

ANY_DAY = datetime(2025, 1, 1)
"""Only whether a day is stated matters here, not which."""


@dataclass(frozen=True)
class _Clause:
    text: str
    known: Known

    @cached_property
    def ends(self) -> list[Deadline]:
        """The deadlines that it states: worked out only for the few sentences that may promise something."""
        return deadlines(self.text, self.known)


def _may_act(text: str, known: Known) -> bool:
    return _we_act(text, known) or _english(text)


def _we_act(text: str, known: Known) -> bool:
    """Tell whether the institution is who does something, whatever it is: what counts then is that it says by when."""
    if known.speaker is not Speaker.INSTITUTION or _NOT_DONE.search(text):
        return False
    return any(_said(name).search(text) for name in ("actors", "english_actors"))


_NOT_DONE = re.compile(r"不(?!再|会再|只|仅|超过|管)|没|未")


def _counts(clause: str) -> bool:
    """Tell whether a clause's deadline is the institution's: not one put on the person, not when something happened."""
    if _said("asked").search(clause):
        return bool(_WAITING.search(clause))
    if _AS_A_RULE.search(clause):
        return False
    return not (_said("past").search(clause) and not _said("commitments").search(clause))


_AS_A_RULE = re.compile(
    r"一般(?!债)|通常|正常(?:情况|流程|来说|要|需)|常规|平均|\b(?:usually|normally|typically|generally)\b",
    re.IGNORECASE,
)


def _commits(clause: _Clause, before: _Clause | None, after: _Clause | None = None) -> bool:
    """Tell whether a clause says what will be done; by when may stand in a short one beside it."""
    text = clause.text
    if _english(text):
        return _commits_in_english(clause)
    if (_IF.match(text) and not _WE_WILL.search(text)) or any(_said(name).search(text) for name in _NOT):
        return False
    begun = before is not None and bool(_said("begun").search(before.text))
    if _said("schedules").search(text) and not begun:
        return False
    if not _said("actions").search(text):
        return (begun or _we_act(text, clause.known)) and bool(clause.ends or _says_only_when(before))
    if _said("commitments").search(text):
        return True
    if _said("past").search(text):
        return False
    return bool(clause.ends) or _says_only_when(before) or _is_when_of(after, clause) or _assures(before, after)


def _says_only_when(clause: _Clause | None) -> bool:
    if clause is None or len(clause.text.strip()) > SHORT or _MIND.search(clause.text):
        return False
    return bool(clause.ends)


def _assures(before: _Clause | None, after: _Clause | None) -> bool:
    """Tell whether a clause beside it says that one may rely on it: 钱退给您，您放心."""
    return any(clause is not None and _RELY.fullmatch(clause.text) for clause in (before, after))


_RELY = re.compile(
    r"\W*(?:请|敬请)?[您你]?(?:就|只管|尽管)?(?:请?放心|放一?百个心|说到做到|说话算[话数])[吧的哈了啊呢]?\W*"
)
_MIND = re.compile(r"记得|别忘|你别|您别")


def _is_when_of(after: _Clause | None, clause: _Clause) -> bool:
    """Tell whether what comes after only says by when: 我让组长给您打，6点之前吧."""
    if after is None or not _says_only_when(after) or not _we_act(clause.text, clause.known):
        return False
    return not (_OF_ITS_OWN.search(after.text) or _said("actions").search(after.text))


_OF_ITS_OWN = re.compile(r"[您你我]|了$|\byou\b", re.IGNORECASE)


_IF = re.compile(
    r"\s*(?:如果|若|如(?!期|约|实|[上下前]|[您你]所|果?有(?:新的?|最新)?(?:进展|结果|消息|回复))|假如|倘若|要是|万一|一旦|只要|除非|\bif\b)",
    re.IGNORECASE,
)
"""``如核实属实``, ``if it is confirmed``: but 如期 and 如有进展 depend on nothing."""

_AMENDS = re.compile(r"补偿|补发|赔偿|赔付|歉意|致歉")
_WE_WILL = re.compile(
    r"(?:我们?|我哋|专员|客服|系统|同事|专人|公司|我司|平台)(?:这边)?(?:会|将|一定|立即|第一时间|尽快)"
)
_NOT = ("asked", "refusals", "done", "general")

SHORT = 12
"""Characters of a clause that says by when and nothing else: 3个工作日内，给您答复."""


def _english(clause: str) -> bool:
    """Tell whether a clause is English, and not only holds a name or an app's: 今晚七点前WhatsApp你."""
    letters = sum(char.isascii() and char.isalpha() for char in clause)
    return letters * 2 > len(clause) and len(_HAN.findall(clause)) < len(_WORDS.findall(clause))


_HAN = re.compile(f"[{HAN}]")
_WORDS = re.compile(r"[A-Za-z]+")


def _commits_in_english(clause: _Clause) -> bool:
    text = clause.text
    if any(_said(name).search(text) for name in ("english_asked", "refusals", "general")):
        return False
    if not _said("english_commitments").search(text):
        return bool(clause.ends and _said("english_planned").search(text))
    return bool(_said("english_actions").search(text) or (_falls_on_a_day(clause)))


def _falls_on_a_day(clause: _Clause) -> bool:
    """Tell whether something that is not done by or to the person will have happened by a day."""
    if clause.known.speaker is not Speaker.INSTITUTION or not clause.ends:
        return False
    return not (_OF_YOU.search(clause.text) or _said("english_owed").search(clause.text))


_OF_YOU = re.compile(
    r"\byou(?:'ll| will| should)? (?!will (?:receive|get|hear|have|see|be)|receive|get|hear|have|see|be)", re.IGNORECASE
)


@lru_cache(maxsize=32)
def _said(name: str) -> re.Pattern[str]:
    return re.compile(either("promises", name), re.IGNORECASE)
