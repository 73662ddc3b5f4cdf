"""Draws this half: ``sheets()`` are all of its screens."""

import html
import re
from collections.abc import Iterator

from benchmarks.truth.format import Entity
from benchmarks.truth.heldout_9 import calls, money, plans, talks_apps, talks_hant, talks_long, talks_more, talks_sms
from benchmarks.truth.heldout_9.chats import talk_sheet
from benchmarks.truth.scoring import PUBLIC_HOTLINES
from benchmarks.truth.sheet import Sheet

INSTITUTIONS = (
    "云禾消费金融有限公司", "云禾消费金融", "云禾消金", "云禾借钱", "橙木小额贷款", "橙木小额贷款有限公司", "橙木小贷", "橙木金融",
    "星桥分期", "海棠分期", "海棠小额贷款有限公司", "银杏钱包", "银杏月付", "蓝湖银行", "蓝湖付", "千帆数科", "金穗法务", "安行汽车金融",
    "恒远融资担保", "恒远融资担保有限公司", "秒信商城", "众买金条", "安心钱袋", "杭河仲裁", "好付錢包", "迅捷資融", "遠島電信", "全福分期",
    "全福資融股份有限公司", "島嶼銀行", "維港信貸", "易達錢包", "港捷財務", "海濱銀行", "星橋分期", "速繳通", "美餐", "白条", "众买商城",
    "金管會", "Lake Pay", "Island Credit",
)  # fmt: skip


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Return kinds of file and sheets."""
    for talk in (*talks_apps.TALKS, *talks_more.TALKS, *talks_sms.TALKS, *talks_hant.TALKS, *talks_long.TALKS):
        yield _with_institutions(talk_sheet(talk))
    for module in (calls, money, plans):
        for each in module.sheets():
            yield _with_institutions(each)


def _with_institutions(given: tuple[str, Sheet]) -> tuple[str, Sheet]:
    """Let whoever is named in passing be read as an institution or not, and numbers that everybody calls."""
    kind, sheet = given
    text = html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", sheet.html, flags=re.S))
    truth = sheet.truth
    parts: list[list[Entity]] = [
        truth.entities,
        *(each.entities for each in truth.messages),
        *(each.entities for each in truth.rows),
    ]
    for each in (one for part in parts for one in part):
        each.optional = each.optional or (each.kind == "phone" and each.value in PUBLIC_HOTLINES)
    known = {one.value for one in sheet.truth.all_entities() if one.kind == "institution"}
    sheet.truth.entities += [
        Entity("institution", each, True) for each in INSTITUTIONS if each in text and each not in known
    ]
    return kind, sheet
