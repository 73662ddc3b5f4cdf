"""Agents known by a code that nothing calls a number of theirs: the words beside it speak of a person. Pure.

``由HT0377处理``, ``那位36-017说``. Numbers of cases and contracts are longer, and nobody says that they spoke.
"""

import re
from functools import lru_cache

from evidence_app.characters import HAN
from evidence_app.reading.entities.found import Expression, Known
from evidence_app.reading.passages import Speaker

# pieces of expressions; texts are flat and in simplified characters
_NO_CODES = r"(?!(?:VIP|NT|HK|HKD|TWD|CNY|RMB|USD|APR|LPR|ATM|APP|TEL|QQ|WX|IP|NO|SIM)-?\d)"
_SHAPE = r"(?:[A-Z]{1,4}-?\d{3,6}|\d{2}-\d{3})"
_CODE = rf"(?<![A-Za-z\d/-]){_NO_CODES}(?P<id>{_SHAPE})(?![A-Za-z\d/]|-\d|\.\d)"
_DIGITS = r"(?<![A-Za-z\d])(?P<id>\d{3,6})(?![A-Za-z\d])"
_IS = "[是系係]"
_SPOKE = r"(?:说|讲|话(?![费务题术])|答应|应承|承诺|保证|告诉|回[复覆电您你]|跟[我您你]|态度|是这[么样]|[骂凶]|挂)"
_ACTED = r"(?:给[我您你]|[为帮给][您你]|处理(?![单编结中时进])|负责|跟进|经办|接[的待听电]|打[来给电])"
_THEN = "[就都也又还]?"
_STAFF = r"(?:客服|专员|同事|顾问|经理|主管|老师|代表|助理)"
_FROM_THEM = rf"(?:{_STAFF}|法务|贷后|工作人员)"
_EARLIER = r"(?:上一?次|前一?次|那次|之前|以前|刚才|刚刚|头先|昨天|前天)"
_THAT = r"[那这嗰][位个]"

_LEADS_TO_IT = (
    rf"接(?:我的?)?电话的人?{_IS}?",  # 接电话的是HT0377
    rf"{_THAT}{_STAFF}?{_IS}?",  # 那位客服36-017
    r"我[是系係叫]",  # 我是HT0377
    r"叫(?:什么|咩|做)?",  # 叫做HT0377
    r"由(?:我们?)?",  # 由HT0377处理
    rf"{_EARLIER}[^,.!?\d]{{0,6}}?{_IS}",  # 上次接待我的是HT0377
    rf"{_EARLIER}的?",  # 之前的HT0377
    rf"[现而][在家](?:由|{_IS})我?",  # 现在由36-017跟进
)
_IS_LED_TO = rf"(?:{'|'.join(_LEADS_TO_IT)})\s?{_CODE}"

_DOES_SOMETHING = rf"(?<![单案号码同约件期]){_CODE}号?(?:{_STAFF}(?!编|号)|{_STAFF}?{_THEN}(?:{_SPOKE}|{_ACTED}))"
"""``36-017说``, ``HT0377专员``, ``HT0377号客服就挂了``."""

_BEHIND_A_NAME = rf"{_STAFF}[{HAN}]{{0,3}}\(\s?{_CODE}\s?\)"
"""``客服小王(HT0377)``."""

_GREETS = rf"[您你]好[,!.\s]{{0,2}}(?:我{_IS}|这里是)?[{HAN}]{{2,10}}(?<![号单码])(?<!编号)\s?{_CODE}(?=[,.!])"
"""``您好,我是速融宝HT0377,``."""

_THAT_NUMBER_SPOKE = (
    rf"(?:{_EARLIER}|{_THAT})(?:{_THAT})?\s?{_DIGITS}号?(?:{_THAT})?(?:小[伙姐]子?|{_STAFF}|人)?{_THEN}{_SPOKE}"
)
"""``上次那个6219说``: digits alone are many things, what spoke is a person."""

_OF_ONE_OF_THEM = (
    rf"我[是叫系係][^。!?]{{0,30}}?{_FROM_THEM}[^。!?]{{0,30}}?(?:服务|我的)?编号[\s:是为]{{0,2}}"
    rf"(?<![A-Za-z\d])(?P<id>[A-Za-z]{{1,4}}-?\d{{2,8}}|\d{{3,8}})(?![A-Za-z\d]|-\d)"
)
"""``我是贷后小李,编号62190``."""

_QUESTION = re.compile(
    r"(?:工号|员工?编号?|代号|编号|職員編號|职员编号|员编|哪一?[位个](?:客服|同事|专员|人员)|你系边位|你是谁|您是谁)[^。!]{0,8}"
    r"(?:多少|什么|几|[?？]|报|呢|係乜|边个|提供|请问|告诉|说一下|$)|(?:报|问|请教|提供|记得)[^。!?]{0,6}(?:工号|员工编号|代号)"
)
"""``你工号多少?``, ``报一下工号``: a question for the number, not words about one."""


def asks_for_agent(text: str) -> bool:
    """Tell whether somebody asks for an agent's number: what is answered needs no label; ``text`` is flat."""
    return _QUESTION.search(text) is not None


def code_expressions(known: Known) -> tuple[Expression, ...]:
    """Return what finds such codes in what somebody says, in which order."""
    answers = _answers() if known.agent_asked else ()
    own = _own() if known.speaker is Speaker.INSTITUTION else ()
    return (*_anybodys(), *answers, *own)


@lru_cache(maxsize=1)
def _anybodys() -> tuple[Expression, ...]:
    """Return what finds the code of whoever is spoken of, or speaks."""
    return (
        (re.compile(_IS_LED_TO), 0.88),
        (re.compile(_DOES_SOMETHING), 0.88),
        (re.compile(_BEHIND_A_NAME), 0.9),
        (re.compile(_GREETS), 0.85),
        (re.compile(_THAT_NUMBER_SPOKE), 0.85),
        (re.compile(_OF_ONE_OF_THEM), 0.9),
    )


@lru_cache(maxsize=1)
def _own() -> tuple[Expression, ...]:
    """Return what finds the number an agent calls himself by: 现在归我管,我是6219."""
    return ((re.compile(rf"我{_IS}\s?{_DIGITS}(?=[,.!]|$)"), 0.85),)


@lru_cache(maxsize=1)
def _answers() -> tuple[Expression, ...]:
    """Return what finds the code that answers a question for it: 我是HT0377, 6219."""
    begun = r"^\W*(?:工号)?(?:[我他她佢]?[是系係叫]|就是)?\s?"
    return (
        (re.compile(rf"{begun}{_CODE}(?=\W|$)"), 0.9),
        (re.compile(rf"{begun}(?P<id>\d{{4,6}})(?=[\s,.!?]|$)(?!\.\d)"), 0.85),
    )
