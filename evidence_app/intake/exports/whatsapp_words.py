"""What WhatsApp itself writes into its exports, in the languages of its users: notices, placeholders, files' names."""

import re

ENCRYPTED = re.compile(
    r"end-to-end[ -]encrypt|端到端加密|端對端加密|端对端加密|全程加密|Ende-zu-Ende|extremo a extremo|bout en bout|"
    r"crittografia end-to-end|エンドツーエンド|종단간|ponta a ponta|end-to-end-versleuteld|сквозн",
    re.IGNORECASE,
)
"""The notice at the head of every chat; it is said by nobody."""

NOTICE = re.compile(
    r"\b(?:created (?:this |the )?group|created group|changed (?:the|this|their|to)|added|removed|left|joined|"
    r"turned (?:on|off)|(?:is|was) (?:a|now a?n?|your) ?(?:contact|admin)|security code|disappearing messages|"
    r"blocked|unblocked|pinned a message|started a (?:call|video call)|reset this group|"
    r"this business|official business)\b|"
    r"创建了|建立了|建立群組|更改了|變更了|變更|添加了|新增了|加入了|加入群|退出了|已退出|離開了|移除了|被移除|"
    r"成为联系人|成為聯絡人|是聯絡人|是联系人|安全[码碼]|限时消息|限時訊息|自动消失|自動銷毀|置顶了|置頂了|管理员|管理員|"
    r"商业账号|商業帳號|官方帳號|が(?:作成|変更|追加|退出|参加|削除)",
    re.IGNORECASE,
)
"""What happened to a group or a number: told by WhatsApp, said by nobody."""

DELETED_BY_ME = re.compile(
    r"(?:You deleted this message|您?你?(?:已)?[删刪]除(?:了)?(?:这条|這則|此|這個)(?:消息|訊息)|"
    r"Du hast diese Nachricht gelöscht|Eliminaste este mensaje|Você apagou esta mensagem|Vous avez supprimé ce message|"
    r"このメッセージを削除しました)[.。]?\s*",
    re.IGNORECASE,
)
"""Stands under the name of whoever made the export, and so tells who that is."""

ATTACHED = re.compile(r"<[^<>:：\n]{2,30}[:：]\s*(?P<name>[^<>\n]{1,240}\.\w{2,5})>")
"""``<attached: 00000042-PHOTO-2024-07-10-13-38-12.jpg>``, ``<附件：…>`` of an iPhone."""

BESIDE = re.compile(
    r"(?P<name>[^/\\:*?\"<>|\n]{1,240}\.\w{2,5}) [(（][^()（）\n]{0,40}"
    r"(?:attach|附|添付|adjunt|anex|joint|allegat|angehängt|bijgevoegd|첨부|влож|terlampir|ekli)[^()（）\n]{0,40}[)）]\s*$",
    re.IGNORECASE,
)
"""``IMG-20240101-WA0001.jpg (file attached)`` of Android."""

_TITLES = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        r"WhatsApp[ -]Chat (?:with|mit|met|con|med|avec) (?P<title>.+)",
        r"WhatsApp[ -]Chat ?[-–—] ?(?P<title>.+)",
        r"[与與跟和](?P<title>.+?)的? ?WhatsApp ?(?:聊天|对话|對話)(?:记录|紀錄|記錄)?",
        r"WhatsApp ?(?:聊天|对话|對話)(?:记录|紀錄|記錄)? ?[-–—:：] ?(?P<title>.+)",
        r"(?P<title>.+?)(?:さん)?との ?WhatsApp ?(?:の)?(?:チャット|トーク)(?:履歴)?",
        r"(?:Chat|Conversación|Conversa|Discussion|Conversation)(?: de| do)? WhatsApp "
        r"(?:con|com|avec|with) (?P<title>.+)",
    )
)
_ENDING = re.compile(r"(?:\.(?:txt|zip))+$", re.IGNORECASE)
_COPY = re.compile(r" ?\(\d{1,3}\)$")


def title_in(name: str) -> str:
    """Return the other person or the group out of the name of an export, or of the folder or archive it lies in."""
    for part in reversed(re.split(r"[/\\]", name)):
        bare = _COPY.sub("", _ENDING.sub("", part.strip())).strip("「」『』“”\"' ")
        for expression in _TITLES:
            if found := expression.fullmatch(bare):
                return found["title"].strip()
    return ""
