"""Who is speaking in a chat: whoever gave their agent ID last, until another does, they hand over or the talk ends.

Nothing claims that they spoke: the ID was given before, in the same talk, and whoever reads it is told so. Pure.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from evidence_app.characters import simplified
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.parties import called

SAME_TALK = timedelta(hours=1)
"""A pause after which a chat is a new talk: whoever gave their ID before may be gone."""

NOT_FAR = r"[^,，。;；!！?？\n]{0,16}"
"""Words of one clause between two others."""

_ENDED = re.compile(
    r"(?:会话|对话|本次(?:人工)?(?:服务|咨询|聊天))(?:已经?|自动)*(?:结束|关闭|断开|超时)|"
    r"(?:已|自动)(?:结束|关闭)(?:了|本次|当前)*(?:会话|对话|聊天)|(?:客服|坐席|座席)[^,，。]{0,10}已?(?:离开|离线|下线)|"
    r"\b(?:chat|conversation|session)\b[^.]{0,24}\b(?:ended|closed|timed out)|\bleft the (?:chat|conversation)",
    re.IGNORECASE,
)
"""How a chat says that a talk is over, in simplified characters."""

_BY_A_MACHINE = re.compile(
    r"\W{0,3}(?:系统(?:\W|自动|提[示醒]|[通公]告|通知|消息|讯息|信息|回[复覆]|播报|[检监侦]测|识别|分配|超时|[繁太]?忙|维护|升级|"
    r"(?:将|会|正在?|已经?)(?:自动|为[您你])|为[您你])|自动回[复覆]|智能(?:客服|助[手理])|机器人|"
    r"auto(?:matic|mated)?[- ]?(?:reply|response)|virtual assistant|chatbot)",
    re.IGNORECASE,
)
"""How machines begin, which answer in the same chat. 系统显示 is what a person reads off a screen."""

_HANDED_OVER = re.compile(
    r"转接|转人工|转(?:给|到|至)[^,，。]{0,8}(?:客服|专员|同事|主管|经理|坐席|座席|专家)|换(?:一?位|个)[^,，。]{0,4}(?:客服|同事|专员)|"
    r"(?:客服|坐席|座席|专员)[^,，。]{0,10}(?:已?接入|加入(?:了)?(?:会话|对话))|\btransfer(?:ring|red)? you\b|"
    r"\bhand(?:ing|ed)? you over|\bconnect(?:ing)? you (?:to|with)\b|\bjoined the (?:chat|conversation)",
    re.IGNORECASE,
)
"""How a chat says that somebody else takes over: what is said from then on is not the former agent's."""

_MAY_CHANGE = re.compile(r"[束关關断斷超离離下转轉换換入系自智机機]")
_MAY_CHANGE_IN_LATIN = re.compile(
    r"auto|virtual|chatbot|ended|closed|timed|left|transfer|hand|connect|join", re.IGNORECASE
)
"""What any of these words have, also in traditional characters: most messages need no closer look."""

_LATIN = re.compile(r"[A-Za-z]")
"""Without a letter, the slower look that ignores case is in vain."""

_CONNECTED = re.compile(
    r"已(?:经|成功)?(?:为[您你]|帮[您你])?(?:转接|接入|接通|分配)|\byou are (?:now )?(?:connected|chatting)", re.I
)
"""Words before an ID of somebody who has come already."""

_ID = "\ue000"
"""Stands for the agent ID in words that are looked at."""

_REPORTED = (
    r"(?:(?:之前|刚才|昨[天日]|上次|当时|曾经?|已经?|又|也|还|跟我|对我|和我|向我|给我)){0,3}"
    r"(?:(?:承诺|答应|保证|[说讲](?!明)|告诉|告知|表示|声称|称)(?![您你])|(?:答[复覆]|回[复覆])(?![您你:：如]))"
)
"""How others tell what an agent said; who speaks to somebody says 您 behind it."""

_POINTED_AT = re.compile(
    rf"(?:转|交由|移交|将由|会由|联[系络]|咨询|找|投诉|(?:前|上|刚才|之前)[^,，。]{{0,3}}(?:同事|客服)|"
    rf"\b(?:contact|call|ask for|transfer|connect|hand)\b){NOT_FAR}(?<![A-Za-z\d]){_ID}(?!\d)|"
    rf"(?<![A-Za-z\d]){_ID}(?:号|客服|同事){{0,2}}"
    rf"(?:(?:稍后|之后|将会?|会)(?:在?[^,，。;；]{{1,12}}(?:内|前))?(?:[为与和跟给][您你])?"
    rf"(?:跟进|联[系络]|处理|[回答][复覆]|回电|致电)|[说讲]错|已经?离|{_REPORTED})|"
    rf"[与和跟同向](?:客服|专员|坐席|座席|经理|主任|老师|同事)?(?:工号|员工编号|编号)?[:：]?{_ID}(?!\d)(?:号|客服|专员|同事|经理|主任|老师){{0,2}}"
    rf"(?:沟通|联[系络]|协商|对接|核实|确认|咨询|反映)",
    re.IGNORECASE,
)
"""Words around the ID of somebody who is spoken of, and does not speak."""


@dataclass(frozen=True, slots=True)
class _Talk:
    """A talk in which somebody gave their ID in ``by``; ``last`` was said last."""

    by: Happening
    last: Happening


def introductions(happenings: Sequence[Happening]) -> Mapping[str, Happening]:
    """Return, for messages of chats that name no agent, the one of the same talk in which an ID was given before."""
    found: dict[str, Happening] = {}
    if not any(each.agent_id for each in happenings):
        return found
    talks: dict[str, _Talk] = {}
    for each in happenings:
        chat = chat_of(each)
        if not chat:
            continue
        talk = talks.pop(chat, None)
        if talk is not None and not _goes_on(talk.last, each):
            talk = None
        is_plain = not each.agent_id and (talk is None or not _may_change(each.text))
        said = "" if is_plain else simplified(each.text)
        if talk is not None and _is_by_whoever_speaks(each, talk) and not _is_nobodys(said):
            found[each.event_id] = talk.by
        after = _after(each, talk, said)
        if after is not None:
            talks[chat] = after
    return found


def _may_change(text: str) -> bool:
    """Tell whether a text may say that somebody else speaks from now on, without a closer look."""
    if _MAY_CHANGE.search(text):
        return True
    return bool(_LATIN.search(text) and _MAY_CHANGE_IN_LATIN.search(text))


def chat_of(each: Happening) -> str:
    """Return in which chat a message is, empty for what is none: mail, and what machines write from bare numbers."""
    return _named(each.party, each.number) if each.kind is EventKind.MESSAGE else ""


@lru_cache(maxsize=8192)
def _named(party: str, number: str) -> str:
    is_chat = party != number and "@" not in number and any(map(str.isalpha, party))
    return called(party) if is_chat else ""


def _is_by_whoever_speaks(each: Happening, talk: _Talk) -> bool:
    return each.direction is Direction.IN and not each.agent_id and each.agent_name in ("", talk.by.agent_name)


def _is_nobodys(said: str) -> bool:
    """Tell whether the chat itself says it, or a machine in it."""
    return _ENDED.search(said) is not None or _BY_A_MACHINE.match(said) is not None


def _after(each: Happening, talk: _Talk | None, said: str) -> _Talk | None:
    """Return what is known of who speaks after a message."""
    if each.direction is Direction.OUT:
        return _Talk(talk.by, each) if talk is not None else None
    if each.agent_id:
        return _Talk(each, each) if each.direction is Direction.IN and introduces(said, each.agent_id) else None
    if talk is None or each.agent_name not in ("", talk.by.agent_name):
        return None
    return None if _is_nobodys(said) or _HANDED_OVER.search(said) else _Talk(talk.by, each)


def introduces(said: str, agent_id: str) -> bool:
    """Tell whether words with an agent's ID, in simplified characters, are that agent's own."""
    if _is_nobodys(said):
        return False
    return _CONNECTED.search(said) is not None or _POINTED_AT.search(said.replace(agent_id, _ID)) is None


def only_mentions(each: Happening) -> bool:
    """Tell whether a message's agent ID is that of somebody whom its words only speak of: who wrote is not said."""
    if each.kind is not EventKind.MESSAGE or not each.agent_id or each.agent_id not in each.words:
        return False
    return each.direction is Direction.OUT or not introduces(simplified(each.words), each.agent_id)


def _goes_on(before: Happening, each: Happening) -> bool:
    """Tell whether two messages of one chat that follow each other may be of one talk."""
    if before.clock_at is not None and each.clock_at is not None:
        return each.clock_at - before.clock_at <= SAME_TALK
    is_one_picture = before.origin is each.origin is Origin.PICTURE and not set(before.exhibit_ids).isdisjoint(
        each.exhibit_ids
    )
    return is_one_picture and before.at == each.at and before.precision is each.precision
