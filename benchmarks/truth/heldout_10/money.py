"""Bills in lists, and pages of one payment, withdrawal, top-up or refund."""

import random
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_10.chat import COLOURS, WEEK
from benchmarks.truth.heldout_10.looks import HK, IOS, TC
from benchmarks.truth.heldout_10.pages import Page, entry, pairs

SHOPS = (
    "好邻居便利店",
    "滴答出行",
    "星星奶茶(人民路店)",
    "融易花",
    "惠分期",
    "王姐水果",
    "城市地铁",
    "阿明",
    "优选超市",
    "小橙借钱",
    "中国移动",
    "李医生牙科",
    "晨光文具",
    "云上网吧",
)
BANKS = ("招商银行", "建设银行", "工商银行", "中信银行", "农业银行")
IN_FROM = ("阿明", "退款-优选超市", "小雨", "转账-来自老K")


def _moments(source: random.Random, now: datetime, count: int, most_hours: int) -> list[datetime]:
    at, found = now, []
    for _ in range(count):
        at -= timedelta(minutes=source.randint(95, most_hours * 60), seconds=source.randint(0, 59))
        if at.hour < 7:
            at = at.replace(hour=source.randint(17, 22)) - timedelta(days=1)
        found.append(at)
    return found


def _amount(source: random.Random) -> str:
    whole = source.choice((source.randint(3, 60), source.randint(60, 400), source.randint(400, 6000)))
    return f"{whole}.{source.choice(('00', '50', '80', f'{source.randint(1, 99):02}'))}"


def wechat_bill(captured: str, count: int, **looks: object) -> Page:
    """Return the list of WeChat: name, day and time, signed amount."""
    source, now = random.Random("w" + captured), datetime.fromisoformat(captured)
    body, rows, month = "", [], 0
    for index, at in enumerate(_moments(source, now, count, 26)):
        if at.month != month:
            month = at.month
            body += f'<div class="month">{at.year}年{month}月 ▾</div>'
        income = source.random() < 0.2
        party, amount = source.choice(IN_FROM if income else SHOPS), _amount(source)
        back = not income and source.random() < 0.12
        rows.append(
            Row(
                "payment",
                minute(at),
                "in" if income else "out",
                party,
                amount,
                "CNY",
                outcome="refunded" if back else "done",
                id=f"r{index}",
            )
        )
        sign, tone = ("+", "orange") if income else ("-", "")
        body += entry(
            f"r{index}",
            party,
            f"{at.month}月{at.day}日 {at:%H:%M}",
            f"{sign}{float(amount):,.2f}",
            "已全额退款" if back else "",
            tone,
            source.choice(COLOURS),
        )
    return Page("wechat_bill", "bill", "账单", captured, body, rows, **looks)


def alipay_bill(captured: str, count: int, **looks: object) -> Page:
    """Return a wallet's list: name, kind, 今天/昨天/day and time, what failed or was closed."""
    source, now = random.Random("a" + captured), datetime.fromisoformat(captured)
    body, rows = "", []
    for index, at in enumerate(_moments(source, now, count, 30)):
        income = source.random() < 0.2
        party, amount = source.choice(IN_FROM if income else SHOPS), _amount(source)
        state = "" if income else source.choice(("", "", "", "", "交易关闭", "支付失败", "等待付款"))
        outcome = {"": "done", "交易关闭": "closed", "支付失败": "failed", "等待付款": "pending"}[state]
        rows.append(
            Row("payment", minute(at), "in" if income else "out", party, amount, "CNY", outcome=outcome, id=f"r{index}")
        )
        days = (now.date() - at.date()).days
        when = f"{['今天', '昨天'][days]} {at:%H:%M}" if days < 2 else f"{at:%m-%d %H:%M}"
        body += entry(
            f"r{index}",
            party,
            when,
            f"{'+' if income else '-'}{float(amount):,.2f}",
            state,
            "orange" if income else "",
            source.choice(COLOURS),
        )
    return Page("alipay_bill", "bill", "账单", captured, body, rows, **looks)


def bank_list(captured: str, count: int, **looks: object) -> Page:
    """Return a bank's list: a heading for each day, balance below."""
    source, now = random.Random("b" + captured), datetime.fromisoformat(captured)
    body, rows, day, balance, entities = "", [], "", 48210.77, []
    for index, at in enumerate(_moments(source, now, count, 40)):
        if f"{at:%Y-%m-%d}" != day:
            day = f"{at:%Y-%m-%d}"
            body += f'<div class="month" style="font-size:13px">{at.year}年{at.month}月{at.day}日 星期{WEEK[at.weekday()]}</div>'
        income = source.random() < 0.3
        party, amount = source.choice(IN_FROM if income else SHOPS), _amount(source)
        rows.append(Row("payment", minute(at), "in" if income else "out", party, amount, "CNY", id=f"r{index}"))
        entities.append(Entity("amount", f"{balance:.2f} CNY", True))
        body += entry(
            f"r{index}",
            party,
            f"{at:%H:%M:%S}",
            f"{'+' if income else '-'}{float(amount):,.2f}",
            f"余额 {balance:,.2f}",
            "red" if income else "",
        )
        balance += -float(amount) if income else float(amount)
    return Page("bank_list", "bill", "收支明细", captured, body, rows, entities=entities, **looks)


def taiwan_list(captured: str, count: int, **looks: object) -> Page:
    """Return a Taiwanese bank's list with ROC days."""
    source, now = random.Random("t" + captured), datetime.fromisoformat(captured)
    body, rows = "", []
    for index, at in enumerate(_moments(source, now, count, 60)):
        income = source.random() < 0.3
        party = source.choice(
            ("跨行轉入", "薪資轉帳", "現金存入")
            if income
            else ("信達融資", "好利貸", "全家便利商店", "電話費", "悠遊卡加值", "永豐利")
        )
        amount = f"{source.randint(60, 28000)}"
        rows.append(Row("payment", f"{at:%Y-%m-%d}", "in" if income else "out", party, amount, "TWD", id=f"r{index}"))
        body += entry(
            f"r{index}",
            party,
            f"{at.year - 1911}/{at:%m/%d}",
            f"{'+' if income else '-'}NT${int(amount):,}",
            "",
            "green" if income else "",
        )
    return Page(
        "taiwan_list",
        "bill",
        "交易明細",
        captured,
        body,
        rows,
        script_kind="hant",
        zone="Asia/Taipei",
        font=f"Inter,{TC}",
        **looks,
    )


def hongkong_list(captured: str, count: int, **looks: object) -> Page:
    """Return a Hong Kong wallet's list."""
    source, now = random.Random("h" + captured), datetime.fromisoformat(captured)
    body, rows = "", []
    for index, at in enumerate(_moments(source, now, count, 50)):
        income = source.random() < 0.3
        party = source.choice(
            ("陳大文", "轉數快收款") if income else ("易借財務", "惠康超市", "八達通增值", "鴻福茶餐廳", "電費")
        )
        amount = f"{source.randint(20, 9000)}.{source.choice(('00', '50', '20'))}"
        rows.append(Row("payment", minute(at), "in" if income else "out", party, amount, "HKD", id=f"r{index}"))
        body += entry(
            f"r{index}",
            party,
            f"{at:%Y/%m/%d %H:%M}",
            f"{'+' if income else '-'}HK${float(amount):,.2f}",
            "",
            "green" if income else "",
            source.choice(COLOURS),
        )
    return Page(
        "hongkong_list",
        "bill",
        "交易紀錄",
        captured,
        body,
        rows,
        script_kind="hant",
        zone="Asia/Hong_Kong",
        font=f"Roboto,{HK}",
        **looks,
    )


def single(
    style: str,
    title: str,
    captured: str,
    name: str,
    shown: str,
    state: str,
    labels: list[tuple[str, str]],
    row: Row,
    **looks: object,
) -> Page:
    """Return the page of one movement: who, how much, what became of it, then labels and values."""
    row.id = "r0"
    named = [*(row.party or "").split("|"), *BANKS]
    given = [Entity("institution", each, True) for each in named if each]
    looks["entities"] = [*looks.get("entities", ()), *given]
    tone = {"failed": "red", "pending": "orange", "done": "green"}.get(row.outcome or "", "g")
    body = f'<div class="flat" data-id="r0" style="padding:6px 18px 22px;margin-top:8px"><div class="mid">{name}</div><div class="big">{shown}</div><div class="mid {tone}" style="padding:0 0 14px">{state}</div>{pairs(labels)}</div><div class="card g" style="text-align:center">对此订单有疑问</div>'
    if looks.get("script_kind") == "hant":
        body = body.replace("对此订单有疑问", "返回首頁")
    return Page(style, "bill", title, captured, body, [row], **looks)


def singles() -> list[Page]:
    """Return the pages of one movement each."""
    return [
        single(
            "wechat_single",
            "账单详情",
            "2025-11-18 20:10",
            "惠分期",
            "-712.50",
            "支付成功",
            [
                ("支付时间", "2025年10月10日 06:02:11"),
                ("商品", "分期还款"),
                ("商户全称", "上海惠分期信息服务有限公司"),
                ("支付方式", "建设银行储蓄卡(3309)"),
                ("交易单号", "4200002871202510104418830721"),
                ("商户单号", "HFQ20251010060200918"),
            ],
            Row(
                "payment",
                "2025-10-10T06:02",
                "out",
                "惠分期|上海惠分期信息服务有限公司",
                "712.50",
                "CNY",
                "4200002871202510104418830721|HFQ20251010060200918",
                outcome="done",
            ),
        ),
        single(
            "alipay_single",
            "账单详情",
            "2025-12-01 09:33",
            "小橙借钱",
            "-298.00",
            "交易成功",
            [
                ("付款方式", "余额宝"),
                ("商品说明", "会员服务费"),
                ("收款方全称", "广州小橙网络小额贷款有限公司"),
                ("创建时间", "2025-11-30 18:41:07"),
                ("订单号", "2025113022001476581408226190"),
                ("商家订单号", "XC20251130184106"),
            ],
            Row(
                "payment",
                "2025-11-30T18:41",
                "out",
                "小橙借钱|广州小橙网络小额贷款有限公司",
                "298.00",
                "CNY",
                "2025113022001476581408226190|XC20251130184106",
                outcome="done",
            ),
            font=IOS,
            width=1170,
        ),
        single(
            "withdrawal",
            "提现详情",
            "2025-09-11 15:40",
            "提现到招商银行(尾号8830)",
            "¥2,000.00",
            "提现失败",
            [("失败原因", "银行卡状态异常"), ("申请时间", "2025-09-08 17:30:02"), ("提现单号", "TX20250908173002")],
            Row("payment", "2025-09-08T17:30", None, None, "2000.00", "CNY", "TX20250908173002", outcome="failed"),
            file="jpg",
            width=720,
            density=2,
        ),
        single(
            "withdrawal",
            "零钱提现",
            "2026-01-10 11:05",
            "零钱提现-到工商银行(0731)",
            "-5,000.00",
            "处理中",
            [
                ("到账金额", "￥4,995.00"),
                ("服务费", "￥5.00"),
                ("申请时间", "2026-01-10 10:58:30"),
                ("提现单号", "1000208901202601100017735520"),
            ],
            Row(
                "payment",
                "2026-01-10T10:58",
                None,
                None,
                "5000.00",
                "CNY",
                "1000208901202601100017735520",
                outcome="pending",
            ),
            entities=[Entity("amount", "4995.00 CNY"), Entity("amount", "5.00 CNY")],
            dark=True,
            font=IOS,
            width=1170,
        ),
        single(
            "refund",
            "退款详情",
            "2025-12-05 20:50",
            "优选超市",
            "+599.00",
            "退款成功",
            [("退款时间", "2025-12-05 20:46:19"), ("退款方式", "原路退回"), ("退款单号", "50300504122025120587710024")],
            Row("payment", "2025-12-05T20:46", "in", "优选超市", "599.00", "CNY", "50300504122025120587710024"),
        ),
        single(
            "top_up",
            "充值详情",
            "2025-10-12 13:02",
            "充值-来自农业银行(6621)",
            "+1,500.00",
            "充值成功",
            [("充值时间", "2025-10-12 13:00:44"), ("充值单号", "CZ202510121300448812")],
            Row("payment", "2025-10-12T13:00", "in", None, "1500.00", "CNY", "CZ202510121300448812", outcome="done"),
            form="photo",
        ),
        single(
            "repaying",
            "还款结果",
            "2025-11-13 09:20",
            "还款失败",
            "￥1,032.55",
            "银行卡余额不足",
            [("还款时间", "2025-11-13 09:18"), ("还款流水号", "HK20251113091801177"), ("扣款银行卡", "中信银行(0731)")],
            Row("payment", "2025-11-13T09:18", "out", None, "1032.55", "CNY", "HK20251113091801177", outcome="failed"),
            bar="#fff7f0",
        ),
        single(
            "transfer_tw",
            "轉帳結果",
            "2025-11-10 15:05",
            "轉帳成功",
            "NT$4,215",
            "交易完成",
            [("交易時間", "114/11/10 15:02:38"), ("轉入戶名", "永豐利股份有限公司"), ("交易序號", "1141110150238771")],
            Row(
                "payment",
                "2025-11-10T15:02",
                "out",
                "永豐利股份有限公司",
                "4215",
                "TWD",
                "1141110150238771",
                outcome="done",
            ),
            script_kind="hant",
            zone="Asia/Taipei",
            font=f"Inter,{TC}",
            width=1170,
        ),
        single(
            "transfer_hk",
            "轉賬詳情",
            "2025-11-14 18:30",
            "易借財務有限公司",
            "HK$2,760.00",
            "轉賬成功",
            [("轉賬日期", "2025-11-14 18:27"), ("參考編號", "FRN20251114PAY0100833")],
            Row(
                "payment",
                "2025-11-14T18:27",
                "out",
                "易借財務有限公司",
                "2760.00",
                "HKD",
                "FRN20251114PAY0100833",
                outcome="done",
            ),
            script_kind="hant",
            zone="Asia/Hong_Kong",
            font=f"Roboto,{HK}",
            dark=True,
        ),
    ]


def lists() -> list[Page]:
    """Return the lists."""
    return [
        wechat_bill("2025-12-20 10:12", 48, form="long", file="jpg"),
        wechat_bill("2026-01-15 12:40", 8, dark=True, font=IOS, width=1170),
        wechat_bill("2025-10-26 19:18", 8, form="photo"),
        alipay_bill("2025-12-12 08:50", 40, form="long", width=1080, density=2.75),
        bank_list("2025-11-25 16:20", 8, font=IOS, width=1179),
        taiwan_list("2025-11-24 14:11", 9, width=1170),
        hongkong_list("2025-12-08 20:25", 9, file="jpg"),
    ]
