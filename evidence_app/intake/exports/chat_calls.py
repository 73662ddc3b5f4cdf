"""Calls as chats show them among messages: how long they took, or why nobody was reached.

People write of calls too. So a line counts only if it is nothing but a program's words, and the less telling of them
only behind the program's own mark (☎, [语音通话], an invisible mark of direction).
"""

import re
from typing import NamedTuple

from evidence_app.domain.events import Direction
from evidence_app.intake.exports.chat_lines import MARKS

_PROGRAM = re.compile(r"[☎📞]\ufe0f?\s*|\[(?:语音|語音|视频|視訊|视讯|音视频)(?:通话|通話|聊天)\]\s*")
_KIND = (
    r"(?:(?:voice|video|group|audio) )+(?:call|chat)|"
    r"(?:群组|群組)?(?:语音|語音|视频|視訊|视讯|音视频)(?:通话|通話|聊天)"
)
_LASTED = rf"通话时长|通話時長|聊天时长|聊天時長|{_KIND}"
_PARTED = r"[:：,，·.。]"
"""Between what it was and what became of it: Android writes a comma, iOS a full stop."""

_CLOCK = r"(?P<clock>\d{1,3}:\d{2}(?::\d{2})?)"
_UNITS = (
    r"(?:(?P<h>\d{1,3}) ?(?:hours?|hrs?|h|小时|小時|個?時間) ?)?"
    r"(?:(?P<m>\d{1,3}) ?(?:minutes?|mins?|m|分钟|分鐘|分) ?)?"
    r"(?:(?P<s>\d{1,3}) ?(?:seconds?|secs?|s|秒钟|秒鐘|秒))?"
)
_BY_PEOPLE = re.compile(rf"(?:{_LASTED}) ?{_PARTED}? ?(?:{_CLOCK}|{_UNITS})")
_BY_PROGRAM = re.compile(
    rf"(?:{_LASTED}|通話時間|通话时间|call time|duration|통화시간)? ?{_PARTED}? ?(?:{_CLOCK}|{_UNITS})"
)
_MISSED = re.compile(
    rf"(?:missed (?:{_KIND}|call)|silenced (?:{_KIND}|call)|"
    rf"未接(?:来电|來電|{_KIND})(?:来电|來電)?|不在着信|부재중 전화)(?: ?{_PARTED}.{{1,40}})?"
)
"""``missed call``, ``未接来电``."""

_UNANSWERED = frozenset(
    (
        *("no answer", "not answered", "canceled call", "cancelled call", "call canceled", "call cancelled", "busy"),
        *("canceled", "cancelled", "declined", "declined call", "call declined"),
        *(
            "无人接听",
            "对方无应答",
            "未应答",
            "忙线未应答",
            "对方忙线中",
            "已取消",
            "您已取消",
            "已取消通话",
            "取消通话",
            "取消通話",
        ),
        *("您已取消通话", "对方已取消", "已拒绝", "对方已拒绝"),
        *("無人接聽", "對方無回應", "未回應", "已取消通話", "您已取消通話", "對方已取消", "已拒絕", "對方已拒絕"),
        *("通話に応答がありませんでした", "通話をキャンセルしました", "応答なし", "キャンセル"),
    )
)
_KIND_BEFORE = re.compile(rf"(?:{_KIND}) ?{_PARTED} ?")
_REJECTED = re.compile(r"declined|拒[绝絕]")
_LONGEST = 80
"""Characters of a program's line about a call."""


class Call(NamedTuple):
    """A call. ``duration_s`` is None where the chat does not say; ``missed`` is said of those that called in vain."""

    duration_s: int | None = None
    answered: bool = True
    missed: bool = False
    rejected: bool = False

    def direction(self, caller: Direction) -> Direction:
        """Return its direction as seen by the complainant; ``caller`` is that of a message by whoever called."""
        if self.missed or (not self.answered and caller is Direction.IN):
            return Direction.REJECTED if self.rejected else Direction.MISSED
        return caller


def call_in(text: str) -> Call | None:
    """Return the call that a chat's own line tells of; None for everything that people write."""
    if len(text) > _LONGEST:
        return None
    bare = " ".join(text.translate(dict.fromkeys(map(ord, MARKS))).split()).rstrip("。.").casefold()
    marked = text[:1] in MARKS or bool(_PROGRAM.match(bare))
    bare = _PROGRAM.sub("", bare, count=1) if _PROGRAM.match(bare) else bare
    if _MISSED.fullmatch(bare):
        return Call(answered=False, missed=True)
    ended = _KIND_BEFORE.sub("", bare, count=1) if _KIND_BEFORE.match(bare) else bare if marked else ""
    if ended in _UNANSWERED:
        return Call(answered=False, rejected=bool(_REJECTED.search(ended)))
    lasted = (_BY_PROGRAM if marked else _BY_PEOPLE).fullmatch(bare)
    return Call(_seconds(lasted)) if lasted and any(lasted.groups()) else None


def _seconds(lasted: re.Match[str]) -> int:
    if not lasted["clock"]:
        return int(lasted["h"] or 0) * 3600 + int(lasted["m"] or 0) * 60 + int(lasted["s"] or 0)
    total = 0
    for part in lasted["clock"].split(":"):
        total = total * 60 + int(part)
    return total
