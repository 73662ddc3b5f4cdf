"""The screens of this half, one after the other."""

import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity
from benchmarks.truth.grammar import Said
from benchmarks.truth.heldout_6 import bills, calls, papers
from benchmarks.truth.heldout_6.page import Scene, Skin, chat_sheet
from benchmarks.truth.heldout_6.plans import CHATS, TABLES, Plan, plans
from benchmarks.truth.heldout_6.skins_service import Plain, Service, Stamped
from benchmarks.truth.heldout_6.skins_sms import GoogleMessages, HuaweiSms, IMessage, Samsung
from benchmarks.truth.heldout_6.skins_wechat import QQ, Official, WeChat, WeCom
from benchmarks.truth.heldout_6.skins_world import LineApp, Telegram, WhatsApp
from benchmarks.truth.heldout_6.slots import agent, digits
from benchmarks.truth.heldout_6.talk import Line, Writer, ornamented
from benchmarks.truth.heldout_6.words_sms import SIGNATURES
from benchmarks.truth.sheet import Sheet

SKINS: dict[str, type[Skin]] = {
    "wechat": WeChat,
    "official": Official,
    "wecom": WeCom,
    "qq": QQ,
    "service": Service,
    "stamped": Stamped,
    "plain": Plain,
    "imessage": IMessage,
    "huaweisms": HuaweiSms,
    "google": GoogleMessages,
    "samsung": Samsung,
    "line": LineApp,
    "telegram": Telegram,
    "whatsapp": WhatsApp,
}
TABLE_MAKERS: dict[str, Callable[[Scene], Sheet]] = {
    each.__name__: each
    for each in (
        *(calls.apple_list, calls.android_list, calls.huawei_list, calls.detail),
        *(bills.wallet_list, bills.chat_wallet_list, bills.island_list, bills.bank_list),
        *(papers.payment, papers.plan, papers.failed, papers.logins, papers.agreement, papers.complaint),
    )
}
SMS = ("imessage", "huaweisms", "google", "samsung")

# weeks without days off that only some of the three have, until two weeks after them
WEEKS: tuple[str, ...] = (
    "2025-07-07",
    "2025-07-14",
    "2025-08-11",
    "2025-11-03",
    "2025-11-17",
    "2025-12-01",
    "2026-01-05",
    "2026-01-12",
)
WEEKS += ("2026-03-02", "2026-03-09", "2026-07-13", "2026-08-03", "2026-08-10", "2026-11-09", "2026-11-16")
ONLY_MAINLAND = ("2025-09-22", "2026-02-02", "2025-12-22")

NAMES = {
    "cn": ("阿珍", "老周", "小李", "夏天的风", "Kevin"),
    "tw": ("阿宏", "小美", "Peter", "怡君"),
    "hk": ("Wing", "陳生", "阿May", "Jason"),
}
GROUPS = {"cn": "云禾受害者互助群(86)", "tw": "暖風自救會(42)", "hk": "港灣苦主群組"}
ACCOUNTS = {
    "cn": ("云禾消费金融", "好周到借款", "瑞点钱包"),
    "tw": ("暖風分期", "樂行支付"),
    "hk": ("港灣財務", "易達錢包"),
}


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Return each screen and as what it is kept."""
    writers = {region: Writer(region, seed) for region, seed in (("cn", 61), ("tw", 62), ("hk", 63))}
    for index, plan in enumerate(plans(CHATS)):
        yield _kind(plan, index), _chat(plan, index, writers[plan.region])
    for index, plan in enumerate(plans(TABLES), 200):
        source = random.Random(6000 + index)
        scene = Scene(plan.device, plan.region, plan.dark, _captured(plan, source), "", plan.form, index)
        yield _kind(plan, index), TABLE_MAKERS[plan.look](scene)


def _kind(plan: Plan, index: int) -> str:
    if plan.form == "photo":
        return "photo"
    return "jpg" if index % 3 == 1 else "png"


def _captured(plan: Plan, source: random.Random) -> datetime:
    weeks = WEEKS + ONLY_MAINLAND if plan.region == "cn" else WEEKS
    day = datetime.fromisoformat(source.choice(weeks)) + timedelta(
        days=source.choice((0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6))
    )
    hour = source.choice((0, 9, 10, 11, 12, 14, 15, 15, 16, 17, 19, 20, 21, 22, 23))
    return day.replace(hour=hour, minute=source.randint(1, 57))


def _chat(plan: Plan, index: int, writer: Writer) -> Sheet:
    source = random.Random(5000 + index)
    captured = _captured(plan, source)
    party, title = _party(plan, source)
    scene = Scene(plan.device, plan.region, plan.dark, captured, party, plan.form, index, plan.part, title)
    scene.group = plan.more == "group"
    if plan.look in SMS:
        signature = source.choice(SIGNATURES[plan.region])
        lines = writer.texts(_sms_times(plan, captured, source), signature)
        scene.title_entities.append(Entity("institution", signature, True))
    else:
        lines = _talk(plan, captured, writer, source)
    return chat_sheet(scene, SKINS[plan.look](scene), lines, "sms" if plan.look in SMS else "chat")


def _party(plan: Plan, source: random.Random) -> tuple[str, list[Entity]]:
    """Return the title bar's words, and what they are."""
    if plan.more == "group":
        return GROUPS[plan.region], []
    if plan.look in SMS:
        number = {
            "cn": source.choice(
                (f"1069{digits(source, 10)}", f"95{digits(source, 3)}", f"1068 {digits(source, 4)} {digits(source, 4)}")
            ),
            "tw": source.choice((f"0968{digits(source, 6)}", f"+886 912 {digits(source, 3)} {digits(source, 3)}")),
            "hk": source.choice(
                (f"+852 6{digits(source, 3)} {digits(source, 4)}", f"+852 5{digits(source, 3)} {digits(source, 4)}")
            ),
        }[plan.region]
        return number, [Entity("phone", _numbers(number), True)]
    if plan.look in ("official", "telegram") or source.random() < 0.45:
        name = source.choice(ACCOUNTS[plan.region])
        return name, [Entity("institution", name, True)]
    if plan.look in ("service", "stamped", "plain") and source.random() < 0.5:
        return ("在线客服" if plan.region == "cn" else "線上客服"), []
    number = agent(source, plan.region)
    forms = {
        "cn": (f"客服专员{number}", f"小唐（工号{number}）", f"售后客服{number}"),
        "tw": (f"客服專員 {number}", f"小潔（工號{number}）"),
        "hk": (f"客服主任 {number}", f"Jason（職員編號{number}）"),
    }[plan.region]
    return source.choice(forms), [Entity("agent_id", number)]


def _numbers(shown: str) -> str:
    number = "".join(char for char in shown if char.isdigit())
    if shown.startswith("+852"):
        return f"{number}|{number[3:]}"
    return f"{number}|0{number[3:]}" if shown.startswith("+886") else number


def _sms_times(plan: Plan, captured: datetime, source: random.Random) -> list[datetime]:
    count = 34 if plan.form == "long" else 9
    at, found = captured - timedelta(minutes=source.randint(5, 240)), []
    for _ in range(count):
        found.append(at)
        at -= timedelta(hours=source.choice((3, 20, 28, 51, 90)), minutes=source.randint(0, 50))
        if not 8 <= at.hour <= 21:
            at = at.replace(hour=source.randint(9, 19)) - timedelta(days=1)
    return found[::-1]


def _talk(plan: Plan, captured: datetime, writer: Writer, source: random.Random) -> list[Line]:
    if plan.more == "group":
        lines = writer.group(captured - timedelta(hours=2), captured)
        for line in lines:
            line.who = source.choice(NAMES[plan.region]) if line.side == "in" else ""
        return ornamented(lines, source, 0.1)
    lines = []
    for start, until, topics, close in _sessions(plan, captured, source):
        part = writer.chat(start, topics, until, close=close)
        _named(plan, part, writer, source)
        lines += part
    lines = ornamented(lines, source, 0.03 if plan.form == "long" else 0.07)
    if plan.look in ("wechat", "official", "wecom", "qq"):
        lines = [one for line in lines for one in (_spoken(line) if line.kind == "voice" else [line])]
    if plan.more == "transfer":
        amount = f"{source.randint(2, 9) * 100}.00"
        said = Said(f"¥{amount}", [Entity("amount", f"{amount} CNY", True)])
        lines.insert(-3, Line("transfer", "out", said, lines[-4].at))
    if source.random() < 0.3 and plan.look in ("wechat", "line", "telegram", "whatsapp"):
        divider = "以下是新消息" if plan.region == "cn" else "以下為尚未閱讀的訊息"
        lines.insert(-4, Line("note", "", Said(divider), lines[-4].at))
    return lines


def _spoken(line: Line) -> list[Line]:
    """Return a spoken message with its transcript below."""
    return [Line("spoken", "in", Said(""), line.at, line.who), line]


def _sessions(plan: Plan, captured: datetime, source: random.Random) -> list[tuple[datetime, datetime, int, bool]]:
    """Return when the parts of a conversation began, by when they ended, how much they hold, and whether they close."""
    if plan.form == "long":
        days = sorted(source.sample(range(1, 14), 5), reverse=True)
        starts = [
            (captured - timedelta(days=day)).replace(hour=source.randint(9, 19), minute=source.randint(0, 59))
            for day in days
        ]
        parts = [(start, start + timedelta(hours=3), source.randint(2, 4), True) for start in starts]
        return [*parts, (captured - timedelta(minutes=80), captured, 3, True)]
    if plan.part == "top":
        return [(captured - timedelta(minutes=source.choice((75, 110, 190))), captured, 4, True)]
    before = (captured - timedelta(days=source.choice((1, 1, 2, 4, 9)))).replace(
        hour=source.choice((10, 14, 16, 20, 23)), minute=source.randint(2, 55)
    )
    late = source.choice((50, 70, 130))
    return [
        (before, before + timedelta(hours=1, minutes=15), 2, False),
        (captured - timedelta(minutes=late), captured, source.choice((1, 2, 2)), source.random() < 0.4),
    ]


def _named(plan: Plan, lines: list[Line], writer: Writer, source: random.Random) -> None:
    """Let an agent's name stand above what came in, where the app has such names: with the number, now and then."""
    if plan.look not in ("service", "stamped", "plain", "wecom"):
        return
    opened = next(
        (one for line in lines for one in line.said.entities if one.kind == "agent_id" and line.side == "in"), None
    )
    names = {"cn": ("小唐", "阿宁", "佳佳"), "tw": ("小潔", "怡安"), "hk": ("Jason", "阿May")}[plan.region]
    who, extra = source.choice(names), []
    if opened is not None and source.random() < 0.7 and plan.look != "wecom":
        label = "客服" if plan.region == "cn" else "客服專員" if plan.region == "tw" else "客服主任"
        who, extra = f"{label}{opened.value}", [Entity("agent_id", opened.value)]
    for line in lines:
        if line.side == "in":
            line.who = who
            line.said.entities += [one for one in extra if one.value not in line.said.text]
