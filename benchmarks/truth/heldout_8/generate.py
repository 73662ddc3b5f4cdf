"""Another half of the truth set, written by somebody who had seen neither the reader's rules nor the other halves.

Its emphasis: layouts of service chats and groups, tickets, carriers' records, pages of banks, dates in several languages.
"""

import html
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity
from benchmarks.truth.sheet import Sheet

from . import bills, calls, plans, said_private, said_service, said_tc, skins
from .chats import Skin, chat
from .markup import Marks
from .phone import Page, Phone
from .talks import turns

NAMES = ("星河消费金融", "星河金融", "云帆分期", "云帆小贷", "安易借", "速银钱包", "蓝鲸支付", "恒丰达消费金融", "恒丰达", "聚信分期", "招财银行", "招财银行客服", "港盈財務", "滙通錢包", "悠旅付", "富邑銀行", "富邑",
         "嘉信恒远信息咨询有限公司", "鼎盛汇融网络科技有限公司", "安诚通达融资担保有限公司", "恒丰达消费金融有限公司", "重庆云帆小额贷款有限公司", "安易借网络小额贷款有限公司", "港盈財務有限公司", "悠旅付電子支付股份有限公司",
         "中国移动", "云帆商城", "云帆分期商城", "好邻居药房", "美味小厨", "蓝鲸支付会员", "星河金融代扣", "乐享优选")  # fmt: skip
"""Whether a title, a signature or a shop is an institution is a matter of taste: all of them are optional."""

SERVICE = {
    "loan1": (skins.LENDER, "星河金融客服"), "loan2": (skins.WIDGET, "星河消费金融"), "loan3": (skins.LENDER_GREEN, "云帆分期"), "early": (skins.BANK, "招财银行客服"),
    "refundshop": (skins.JD, "乐享优选"), "topup": (skins.WALLET, "蓝鲸支付"), "withdraw": (skins.ALIPAY, "速银钱包"), "stolen": (skins.WIDGET_PLAIN, "在线客服"),
    "wrong": (skins.OFFICIAL, "安易借"), "fee": (skins.MEITUAN, "聚信分期"), "insurance": (skins.WECHAT, "星河消费金融"), "credit": (replace(skins.DING, when="slash cn"), "恒丰达服务台"),
    "bot": (skins.ALIPAY, "智能助理"), "limit": (skins.WECOM, "云帆分期-客诉"), "cancel": (skins.LENDER, "安易借"), "mediate": (replace(skins.WECOM, when="week cn"), "投诉处理专员"),
    "newyear": (skins.WALLET, "速银钱包"), "hangup": (skins.BANK, "招财银行客服"),
}  # fmt: skip
PRIVATE = {
    "collect1": (skins.WECHAT, "刘经理"), "collect2": (skins.WECHAT_12, "还款专员小赵"), "collect3": (skins.WECHAT_12, "陈专员"), "account": (skins.IMESSAGE, "+86 136 8810 4407"),
    "group1": (skins.GROUP, "退款互助3群(86)"), "group2": (skins.QQ_GROUP, "反催收交流(212)"), "group3": (skins.DING, "退款处理群(45)"), "group4": (skins.GROUP, "协商还款专属群(19)"),
    "official1": (skins.OFFICIAL, "星河金融"), "official2": (skins.OFFICIAL, "恒丰达消费金融"), "qq1": (skins.QQ, "快审-小美"), "qq2": (skins.QQ, "售后001"),
    "tele1": (skins.TELEGRAM, "Support"), "wa1": (skins.WHATSAPP_EN, "Kelly"), "sms1": (skins.SMS_XIAOMI, "106905558821"), "sms2": (skins.SMS_HUAWEI, "170 2219 8034"),
    "sms3": (skins.SMS_OPPO, "106802210055"), "sms4": (skins.SMS_GOOGLE, "1069 0339 7712"), "sms5": (skins.SMS_VIVO, "95213"), "carrier": (skins.SMS_SAMSUNG, "10086"),
}  # fmt: skip
TAIWAN = {
    "line1": (skins.LINE, "悠旅付客服"), "line2": (skins.LINE_24, "悠旅付客服"), "line3": (skins.LINE, "分期專員 阿凱"), "twservice": (replace(skins.WIDGET, when="slash 24", foot="tw"), "線上客服"), "twsms": (skins.SMS_ROC, "悠旅付"),
    "twgroup": (skins.LINE_24, "消費爭議互助 (58)"), "twbank": (replace(skins.BANK, when="roc cn"), "富邑銀行"),
}  # fmt: skip
HONGKONG = {
    "wa1": (skins.WHATSAPP, "港盈 陳生"), "wa2": (skins.WHATSAPP_EN, "Customer Relations"), "hkwallet": (replace(skins.WALLET, when="uk en", foot="tw"), "滙通錢包"), "hksms": (skins.IMESSAGE_EN, "HuiTong"), "hkgroup": (skins.WHATSAPP, "追數苦主group"),
}  # fmt: skip
AGAIN = (
    ("loan1", skins.ALIPAY, "蓝鲸支付"), ("loan3", skins.WIDGET_PLAIN, "在线客服"), ("withdraw", skins.TELEGRAM_EN, "Wallet Support"), ("limit", skins.LENDER, "聚信分期"),
    ("mediate", replace(skins.SMS_GOOGLE, when="uk en"), "021 6077 3115"),
)  # fmt: skip
LONG = (
    (("loan1", "loan2", "loan3", "early"), skins.LENDER_GREEN, "星河消费金融"), (("refundshop", "topup", "withdraw", "hangup", "stolen", "wrong"), skins.ALIPAY, "速银钱包"),
    (("fee", "insurance", "bot", "credit", "limit"), skins.WECHAT, "云帆客服"), (("loan1", "topup", "fee", "cancel", "newyear", "bot"), skins.WIDGET, "客户服务"),
    (("group1", "group2", "group3", "group4"), skins.GROUP, "维权信息交流(103)"), (("sms1", "sms3", "sms4", "sms5", "carrier"), skins.SMS_XIAOMI, "106905558821"),
    (("collect1", "collect2", "collect3", "account"), skins.QQ, "还款专员"),
)  # fmt: skip
PHOTOS = (3, 9, 14, 20, 26, 31, 36, 43, 48, 57, 64, 70, 76, 82, 88, 93, 97, 104)
"""Which of the screens somebody took with another phone."""


def _talk(phone: Phone, skin: Skin, title: str, scripts: list[str], source: random.Random, **more: object) -> Page:
    marks = Marks(source, phone.place)
    brand = next((name for name in NAMES if name in title), "星河消费金融" if phone.place == "cn" else "")
    said = sorted((each.replace("%N", brand) for each in scripts), key=lambda each: each.strip()[:18])
    spoken = [
        turn for each in said for turn in turns(each, Marks(source, phone.place) if len(said) > 1 else marks, source)
    ]
    phone.now = max(turn.at for turn in spoken) + timedelta(minutes=source.choice((3, 25, 190, 60 * 22, 60 * 75)))
    return chat(phone, skin, title, spoken, **more)


class Screens:
    """Gives each screen another phone, the same ones each time."""

    def __init__(self) -> None:
        self.source = random.Random("heldout_8 phones")
        self.count = 0

    def phone(self, place: str = "cn", now: datetime | None = None, *, long: bool = False) -> Phone:
        """Return the next phone."""
        index, source = self.count, self.source
        self.count += 1
        file = "photo" if index in PHOTOS and not long else source.choice(("png", "png", "jpg"))
        if now is None:
            now = datetime(2025, 1, 8) + timedelta(days=source.randrange(20, 400), minutes=source.randrange(560, 1420))
        return Phone(
            now, place, index + index // 12, index * 2 + index // 9, source.random() < 0.3, file, source.randrange(4)
        )

    def chance(self) -> random.Random:
        """Return this screen's own chance."""
        return random.Random(f"heldout_8 {self.count}")


def _chats(screens: Screens) -> Iterator[Page]:
    for key, (skin, title) in SERVICE.items():
        yield _talk(screens.phone(), skin, title, [said_service.TALKS[key]], screens.chance())
    for key, (skin, title) in PRIVATE.items():
        yield _talk(screens.phone(), skin, title, [said_private.TALKS[key]], screens.chance())
    for key, (skin, title) in TAIWAN.items():
        yield _talk(screens.phone("tw"), skin, title, [said_tc.TW[key]], screens.chance())
    for key, (skin, title) in HONGKONG.items():
        yield _talk(screens.phone("hk"), skin, title, [said_tc.HK[key]], screens.chance())
    for index, (key, skin, title) in enumerate(AGAIN):
        yield _talk(
            screens.phone(),
            skin,
            title,
            [said_service.TALKS[key]],
            screens.chance(),
            end=index % 3 == 0 and skin.clock == "sep",
        )
    every = {**said_service.TALKS, **said_private.TALKS}
    for keys, skin, title in LONG:
        yield _talk(screens.phone(long=True), skin, title, [every[key] for key in keys], screens.chance(), long=True)
    lines = [said_tc.TW[key] for key in ("line1", "line2", "twservice", "twbank")]
    yield _talk(screens.phone("tw", long=True), skins.LINE, "悠旅付客服", lines, screens.chance(), long=True)


def _calls(screens: Screens) -> Iterator[Page]:
    yield calls.apple(screens.phone(), screens.chance())
    yield calls.apple(screens.phone("hk"), screens.chance(), english=True)
    for form, place in (("xiaomi", "cn"), ("huawei", "cn"), ("samsung", "tw"), ("vivo", "cn")):
        yield calls.android(screens.phone(place), screens.chance(), form)
    for place in ("cn", "tw"):
        yield calls.detail(screens.phone(place), screens.chance())
    yield calls.carrier_cards(screens.phone(), screens.chance())
    yield calls.carrier_days(screens.phone(), screens.chance())
    yield calls.carrier_table(screens.phone(), screens.chance())
    yield calls.carrier_table(screens.phone("tw"), screens.chance())
    yield calls.carrier_table(screens.phone(long=True), screens.chance(), long=True)


def _money(screens: Screens) -> Iterator[Page]:
    for form in ("wechat", "alipay", "blue"):
        yield bills.wallet_list(screens.phone(), screens.chance(), form)
    yield bills.wallet_list(screens.phone(long=True), screens.chance(), "alipay", long=True)
    yield bills.bank_list(screens.phone(), screens.chance())
    yield bills.abroad_list(screens.phone("tw"), screens.chance())
    yield bills.abroad_list(screens.phone("hk"), screens.chance())
    for place in ("cn", "tw"):
        yield bills.bank_detail(screens.phone(place), screens.chance())
    yield bills.withdrawals(screens.phone(), screens.chance())
    for which in range(len(bills.SINGLES)):
        yield bills.single(screens.phone(), screens.chance(), which)
    for place, which in (("tw", 0), ("hk", 1)):
        yield bills.single_abroad(screens.phone(place), screens.chance(), which)
    yield bills.refund_steps(screens.phone(), screens.chance())


def _papers(screens: Screens) -> Iterator[Page]:
    for place in ("cn", "tw", "hk"):
        yield plans.cards(screens.phone(place), screens.chance())
    yield plans.cards(screens.phone(long=True), screens.chance(), long=True)
    yield plans.table(screens.phone(), screens.chance())
    yield plans.listed(screens.phone(), screens.chance())
    for form, place in enumerate(("cn", "cn", "tw")):
        yield plans.logins(screens.phone(place), screens.chance(), form)
    for which, place in enumerate(("cn", "cn", "cn", "tw")):
        yield plans.contract(screens.phone(place), screens.chance(), which)
    for form, place in enumerate(("cn", "cn", "tw")):
        yield plans.tickets(screens.phone(place), screens.chance(), form)
    for which, place in enumerate(("cn", "cn", "cn", "tw", "hk")):
        yield plans.ticket(screens.phone(place), screens.chance(), which)
    for which in range(2):
        yield plans.receipt(screens.phone(), screens.chance(), which)


def seen_words(sheet: Sheet) -> str:
    """Return the words of a page without its markup."""
    bare = re.sub(r"<style>.*?</style>|<[^>]*>", "", sheet.html.replace("<br>", "\n"))
    return html.unescape(bare)


def _settled(kind: str, sheet: Sheet) -> tuple[str, Sheet]:
    text, told = seen_words(sheet), sheet.truth
    known = {(each.kind, each.value) for each in told.all_entities()} | {
        (each.kind, each.value) for _, message in sheet.order if message for each in message.entities
    }
    told.entities += [
        Entity("institution", name, True) for name in NAMES if name in text and ("institution", name) not in known
    ]
    digits = re.sub(r"[^\d]", "", told.party)
    if told.kind == "chat" and len(digits) >= 5:
        told.entities.append(Entity("phone", digits if len(digits) < 13 else f"{digits}|{digits[2:]}", True))
    return kind, sheet


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Yield all screens of this half."""
    screens = Screens()
    for part in (_chats, _calls, _money, _papers):
        for page in part(screens):
            yield _settled(*page.sheet())
