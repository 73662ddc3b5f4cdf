"""The chat apps: what each shows around its messages, and how it says when they were sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from benchmarks.truth.heldout_2 import clock_words

Label = Callable[[datetime, datetime, str], str]
DayLabel = Callable[[datetime, datetime], str]


@dataclass(frozen=True)
class App:
    """``times``: ``block`` between messages, ``in`` the bubble, ``by`` it, or ``over`` it with date and name.

    ``quote`` is where the quoted words stand, ``faces`` who has an avatar; ``hours`` are the forms of the clock.
    """

    key: str
    times: str
    faces: str = ""
    quote: str = "in"
    label: Label = clock_words.wechat
    day: DayLabel = clock_words.line_day
    hours: tuple[str, ...] = ("24",)
    above: str = ""
    field: str = ""
    receipt: str = ""


APPS = {
    "wechat": App("wechat", "block", "both", "below", hours=("24", "24", "cn", "parts"), field="◉||☺ ⊕"),
    "wecom": App("wecom", "block", "both", "below", field="◉|发消息…|☺ ⊕"),
    "alipay": App("alipay", "block", "in", label=clock_words.service, field="|请输入您的问题|⊕", above="chips"),
    "finance": App("finance", "over", "both", field="|请描述您的问题|发送", receipt="已读"),
    "line": App("line", "by", "in", day=clock_words.line_day, hours=("24", "cn"), field="＋ ◫ ▣|Aa|☺", receipt="已讀"),
    "telegram": App("telegram", "in", "", day=clock_words.telegram_day, field="☺|消息|⌀"),
    "whatsapp": App("whatsapp", "in", "", day=clock_words.whatsapp_day, hours=("cn", "24"), field="＋||◫ ◉"),
    "imessage": App("imessage", "block", "", label=clock_words.apple, hours=("24", "cn"), field="＋|iMessage信息|"),
    "sms_ios": App("sms_ios", "block", "", label=clock_words.apple, hours=("24", "cn"), field="＋|短信/彩信|"),
    "sms_miui": App("sms_miui", "block", "", label=clock_words.android, hours=("24", "cn"), field="＋|短信|➤"),
    "sms_emui": App("sms_emui", "block", "in", label=clock_words.android, hours=("24", "parts"), field="＋|短信|➤"),
    "sms_google": App("sms_google", "block", "in", label=clock_words.google, hours=("24", "cn"), field="⊕|簡訊|➤"),
    "messenger": App("messenger", "block", "in", label=partial(clock_words.apple, hant=True), hours=("cn",), field="⊕ ◫|Aa|♥"),
}  # fmt: skip
