"""A half drawn by somebody who saw neither the reading nor the other halves: own wording, own looks, own phones.

Chats are most of it; each is one `Plan`, each page of rows one `Page`; what is random in them has a fixed seed.
"""

import random
from collections.abc import Callable, Iterator

from benchmarks.truth.heldout_5.calls import call_detail, call_list
from benchmarks.truth.heldout_5.chats import Plan, chat
from benchmarks.truth.heldout_5.money import bill, bills, fault
from benchmarks.truth.heldout_5.pages import Made, Page
from benchmarks.truth.heldout_5.papers import contract, logins, plan, ticket, tickets
from benchmarks.truth.sheet import Sheet

L, C, R, W, F = ("LOAN", "COMMON"), ("COLLECT", "COMMON"), ("REFUND", "COMMON"), ("WALLET", "COMMON"), ("FRIEND",)
S = ("SMS",)
ALL = ("LOAN", "COLLECT", "REFUND", "WALLET", "COMMON")

CHATS = (
    Plan("cn", "wechat", L, "xiaomi", 13, "slow"),
    Plan("cn", "wechat", C, "iphone", 14, "slow", dark=True, after=1),
    Plan("cn", "wechat", F, "huawei", 17, "slow", after=1, share=0.25),
    Plan("cn", "wechat", R, "oppo", 20, "night", after=2, seps="wechat_short"),
    Plan("cn", "wechat", F, "iphone_old", 16, "slow", dark=True, share=0.25),
    Plan("cn", "wechat_group", F, "vivo", 17, "slow", after=1),
    Plan("cn", "wechat", W, "vivo", 12, "slow", after=9, scroll=90),
    Plan("cn", "wechat", L, "iphone_max", 13, "slow", after=40, form="photo"),
    Plan("cn", "wechat", C, "honor", 18, "quick", dark=True, form="photo"),
    Plan("cn", "wechat", ALL, "xiaomi_large", 22, "slow", after=260, dark=True),
    Plan("cn", "wechat", R, "iphone_12h", 15, "slow", after=4),
    Plan("cn", "wechat", ALL, "xiaomi", 105, "slow", form="long", after=1, share=0.08),
    Plan("cn", "wechat", ALL, "iphone", 60, "slow", form="long", after=3, dark=True, share=0.08),
    Plan("cn", "wechat_service", W, "huawei", 12, "slow"),
    Plan("cn", "wechat_service", R, "iphone", 18, "quick", after=1),
    Plan("cn", "wechat_service", L, "vivo", 14, "slow", after=3, dark=True),
    Plan("cn", "wechat_service", C, "xiaomi_theme", 15, "slow", form="photo"),
    Plan("cn", "wecom", L, "oppo", 20, "slow", after=2),
    Plan("cn", "wecom", R, "iphone_max", 13, "slow"),
    Plan("cn", "wecom", C, "huawei_big", 14, "slow", dark=True, after=12),
    Plan("cn", "wecom", ALL, "huawei", 70, "slow", form="long", after=2, share=0.07),
    Plan("cn", "qq", L, "vivo_sharp", 20, "slow", after=3),
    Plan("cn", "qq", R, "honor", 12, "quick", dark=True),
    Plan("cn", "qq", F, "oppo", 16, "slow", after=1),
    Plan("cn", "alipay_service", W, "xiaomi", 13, "quick"),
    Plan("cn", "alipay_service", R, "iphone_old", 16, "slow", after=2),
    Plan("cn", "alipay_service", L, "oppo", 15, "slow", dark=True),
    Plan("cn", "alipay_service", W, "huawei_big", 12, "slow", form="photo", after=1),
    Plan("cn", "alipay_service", ALL, "vivo", 80, "slow", form="long", share=0.07),
    Plan("cn", "shop_service", R, "xiaomi_large", 20, "slow", after=1),
    Plan("cn", "shop_service", W, "honor", 14, "quick"),
    Plan("cn", "shop_service", R, "vivo", 15, "slow", dark=True, after=5, scroll=120),
    Plan("cn", "shop_service", W, "iphone_12h", 20, "slow", form="photo"),
    Plan("cn", "bank_service", L, "huawei", 13, "slow"),
    Plan("cn", "bank_service", W, "iphone_max", 14, "slow", dark=True, after=1),
    Plan("cn", "bank_service", C, "vivo_sharp", 18, "slow", after=30),
    Plan("cn", "bank_service", L, "xiaomi", 12, "slow", dark=True, form="photo", after=2),
    Plan("cn", "ios_sms", S, "iphone", 14, "texts", after=1),
    Plan("cn", "ios_sms", S, "iphone_max", 15, "texts", dark=True),
    Plan("cn", "ios_sms", S, "iphone_12h", 13, "texts", after=20),
    Plan("cn", "ios_sms", S, "iphone_old", 11, "texts", form="photo", after=1),
    Plan("cn", "miui_sms", S, "xiaomi", 14, "texts"),
    Plan("cn", "miui_sms", S, "huawei", 13, "texts", dark=True, after=2),
    Plan("cn", "miui_sms", S, "honor", 11, "texts", after=1),
    Plan("cn", "miui_sms", S, "oppo", 13, "texts", form="photo"),
    Plan("cn", "miui_sms", S, "vivo", 30, "texts", form="long", after=4),
    Plan("cn", "plain_sms", S, "oppo", 12, "texts", after=3),
    Plan("cn", "telegram", L, "xiaomi_large", 13, "slow", dark=True),
    Plan("tw", "line", L, "iphone_tw", 11, "slow", after=1),
    Plan("tw", "line", R, "oppo_tw", 12, "slow", after=3),
    Plan("tw", "line", C, "asus", 13, "slow", dark=True),
    Plan("tw", "line", F, "iphone_tw_se", 14, "slow", after=1),
    Plan("tw", "line", R, "sony", 14, "quick", form="photo"),
    Plan("tw", "line", L, "redmi_tw", 10, "night", after=2, form="photo"),
    Plan("tw", "line", ALL, "oppo_tw", 90, "slow", form="long", after=2, share=0.07),
    Plan("tw", "line_group", F, "asus", 15, "slow", after=1),
    Plan("tw", "telegram", R, "asus", 11, "slow"),
    Plan("tw", "telegram", L, "redmi_tw", 12, "slow", dark=True, after=6),
    Plan("tw", "bank_service", R, "oppo_tw", 13, "slow", after=1),
    Plan("tw", "alipay_service", C, "iphone_tw", 14, "slow", after=1, seps="roc"),
    Plan("tw", "ios_sms", S, "iphone_tw", 9, "texts", after=1),
    Plan("tw", "ios_sms", S, "iphone_tw_se", 6, "texts", dark=True),
    Plan("tw", "plain_sms", S, "sony", 9, "texts", after=2),
    Plan("tw", "plain_sms", S, "asus", 9, "texts", dark=True, form="photo"),
    Plan("hk", "whatsapp", L, "samsung_hk", 10, "slow", after=1),
    Plan("hk", "whatsapp", R, "iphone_hk", 11, "slow", dark=True),
    Plan("hk", "whatsapp", C, "pixel_hk", 12, "slow", after=3),
    Plan("hk", "whatsapp", F, "iphone_hk", 14, "slow"),
    Plan("hk", "whatsapp", R, "pixel_hk", 13, "slow", form="photo", after=1),
    Plan("hk", "whatsapp", ALL, "samsung_hk", 60, "slow", form="long", after=5, share=0.07),
    Plan("hk", "wechat", L, "iphone_hk", 14, "slow", after=2),
    Plan("hk", "telegram", C, "samsung_hk", 10, "slow", dark=True),
    Plan("hk", "plain_sms", S, "samsung_hk", 7, "texts", after=1),
)

PAGES = (
    Page("calls", "cn", "xiaomi", 11),
    Page("calls", "cn", "iphone", 12, dark=True),
    Page("calls", "cn", "huawei", 9, form="photo"),
    Page("calls", "cn", "oppo", 60, form="long"),
    Page("calls", "tw", "iphone_tw", 12),
    Page("calls", "tw", "asus", 9, dark=True),
    Page("calls", "hk", "samsung_hk", 10),
    Page("call", "cn", "vivo", 10),
    Page("call", "cn", "honor", 8, dark=True),
    Page("call", "cn", "iphone_max", 9, form="photo"),
    Page("call", "tw", "redmi_tw", 8),
    Page("bills", "cn", "iphone", 10),
    Page("bills", "cn", "xiaomi", 9, dark=True, style="wechat_bills"),
    Page("bills", "cn", "vivo_sharp", 9),
    Page("bills", "cn", "oppo", 9, dark=True, form="photo"),
    Page("bills", "cn", "huawei_big", 60, form="long"),
    Page("bills", "tw", "oppo_tw", 9),
    Page("bills", "hk", "iphone_hk", 9, dark=True),
    Page("bill", "cn", "huawei", 1),
    Page("bill", "cn", "iphone_old", 1, dark=True),
    Page("bill", "cn", "xiaomi_theme", 1, form="photo"),
    Page("bill", "tw", "iphone_tw", 1),
    Page("bill", "hk", "pixel_hk", 1),
    Page("plan", "cn", "xiaomi_large", 9),
    Page("plan", "cn", "iphone_12h", 9, dark=True, style="bare"),
    Page("plan", "cn", "vivo", 24, form="long"),
    Page("plan", "cn", "honor", 6, form="photo"),
    Page("plan", "tw", "sony", 9),
    Page("fault", "cn", "oppo", 1),
    Page("fault", "cn", "iphone", 1, form="photo"),
    Page("fault", "cn", "huawei", 1, dark=True),
    Page("fault", "tw", "redmi_tw", 1),
    Page("fault", "hk", "iphone_hk", 1),
    Page("logins", "cn", "xiaomi", 7),
    Page("logins", "cn", "iphone_max", 8, dark=True),
    Page("logins", "cn", "vivo", 7, form="photo"),
    Page("logins", "tw", "asus", 7),
    Page("contract", "cn", "huawei_big", 1),
    Page("contract", "tw", "iphone_tw", 1),
    Page("ticket", "cn", "oppo", 1),
    Page("ticket", "cn", "iphone_12h", 1, form="photo"),
    Page("ticket", "tw", "oppo_tw", 1, dark=True),
    Page("tickets", "cn", "vivo", 6),
    Page("tickets", "hk", "samsung_hk", 5),
    Page("tickets", "cn", "xiaomi_large", 6, dark=True),
    Page("ticket", "cn", "huawei", 1),
)

MAKERS: dict[str, Callable[[Made], Sheet]] = {
    "calls": call_list,
    "call": call_detail,
    "bills": bills,
    "bill": bill,
    "plan": plan,
    "fault": fault,
    "logins": logins,
    "contract": contract,
    "ticket": ticket,
    "tickets": tickets,
}


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Return all sheets, each with what kind of file it becomes."""
    for index, each in enumerate(CHATS):
        source = random.Random(f"a fifth half, chat {index}")
        yield _kind(each.form, source), chat(each, source)
    for index, page in enumerate(PAGES):
        source = random.Random(f"a fifth half, page {index}")
        yield _kind(page.form, source), MAKERS[page.make](Made(page, source))


def _kind(form: str, source: random.Random) -> str:
    return "photo" if form == "photo" else source.choice(("png", "jpg"))
