"""Bills of our own making, in every format: random payments, written as the wallets and banks write them."""

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from evidence_app.domain.events import Direction, Outcome
from evidence_app.intake.exports.source import Source
from tests.fakes.workbooks import write_xlsx

IN, OUT, NONE = Direction.IN, Direction.OUT, Direction.NONE


@dataclass(frozen=True)
class Payment:
    """What a row says; ``outcome`` done for banks."""

    at: datetime
    amount: Decimal
    direction: Direction
    outcome: Outcome
    party: str
    text: str
    reference: str


Table = list[list[str]]

_STATUS = {
    Outcome.DONE: "交易成功",
    Outcome.CLOSED: "交易关闭",
    Outcome.PENDING: "等待付款",
    Outcome.FAILED: "支付失败",
}
_WECHAT = {Outcome.DONE: "支付成功", Outcome.CLOSED: "已取消", Outcome.PENDING: "支付中", Outcome.FAILED: "支付失败"}
_WAY = {OUT: "支出", IN: "收入", NONE: "不计收支"}


def _money(payment: Payment) -> str:
    return f"{payment.amount:,.2f}"


def _signed(payment: Payment, positive: Direction = IN) -> str:
    return ("" if payment.direction is positive else "-") + _money(payment)


def _alipay(payments: list[Payment]) -> Table:
    head = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
    return [["导出信息："], ["共3笔记录"], [], head.split(",")] + [
        [
            *(f"{p.at} ", "日用百货", p.party, "/", p.text, _WAY[p.direction], f"{p.amount:.2f}", "余额"),
            *(_STATUS[p.outcome], f"{p.reference}\t", "T1\t", " ", ""),
        ]
        for p in payments
    ]


def _alipay_web(payments: list[Payment]) -> Table:
    head = (
        "交易号 ,商家订单号 ,交易创建时间 ,付款时间 ,最近修改时间 ,交易来源地 ,类型 ,交易对方 ,商品名称 ,金额（元） ,"
        "收/支 ,交易状态 ,服务费（元） ,成功退款（元） ,备注 ,资金状态 ,"
    )
    rows = [
        [
            *(p.reference, "T1", f"{p.at}", f"{p.at}", f"{p.at}", "其他", "即时到账交易", p.party, p.text),
            *(f"{p.amount:.2f}", _WAY[p.direction], _STATUS[p.outcome], "0.00", "0.00", "", "已支出", ""),
        ]
        for p in payments
    ]
    return [
        ["支付宝交易记录明细查询"],
        ["账号:[a@example.com]"],
        ["-" * 20 + "交易记录明细列表" + "-" * 20],
        head.split(","),
        *rows,
        ["-" * 60],
        [f"共{len(payments)}笔记录"],
        ["已收入:1笔", "2.00元"],
        ["导出时间:[2023-01-01 00:00:00]    用户:某人"],
    ]


def _wechat(payments: list[Payment]) -> Table:
    head = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注"
    return [["微信支付账单明细"] + [""] * 10, [""] * 11, head.split(",")] + [
        [
            *(f"{p.at}", "商户消费", p.party, p.text, {**_WAY, NONE: "/"}[p.direction], f"¥{p.amount:.2f}"),
            *("工商银行(1234)", _WECHAT[p.outcome], f"{p.reference}\t", "/\t", "/"),
        ]
        for p in payments
    ]


def _jd(payments: list[Payment]) -> Table:
    head = "交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注"
    return [["导出信息："], head.split(",")] + [
        [
            *(f"{p.at}\t", p.party, p.text, f"{p.amount:.2f}", "白条", _STATUS[p.outcome], _WAY[p.direction], "网购"),
            *(f"{p.reference}\t", "1\t", " "),
        ]
        for p in payments
    ]


def _cmb(payments: list[Payment]) -> Table:
    head = "记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要"
    return [head.split(",")] + [
        [f"{p.at:%Y-%m-%d}", "CNY", _signed(p), "1,271.66", "快捷支付", p.party, p.text] for p in payments
    ]


def _boc(payments: list[Payment]) -> Table:
    head = "记账日期,记账时间,币别,金额,余额,交易名称,渠道,网点名称,附言,对方账户名,对方卡号/账号,对方开户行,借记卡号"
    return [["中国银行交易流水明细单"], head.split(",")] + [
        [
            *(f"{p.at:%Y-%m-%d}", f"{p.at:%H:%M:%S}", "人民币", _signed(p), "3,240.28", "网上快捷支付", "银企对接"),
            *("-------------------", p.text, p.party, "Z200******010N", "-------------------", "3167"),
        ]
        for p in payments
    ]


def _icbc(payments: list[Payment]) -> Table:
    head = (
        "交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),"
        "记账金额(支出),记账币种,余额,对方户名"
    )
    rows = [
        [
            *(f"{p.at:%Y-%m-%d}     \t", "消费   \t", f"{p.text}\t", "CHN", "钞", "-   \t", "-", "-"),
            *(_money(p) if p.direction is IN else "   \t", _money(p) if p.direction is OUT else "\t", "人民币"),
            *("xx,yyyy.zz", p.party, ""),
        ]
        for p in payments
    ]
    return [["卡号: 1234****9876"], head.split(","), *rows, [" "], ["人民币合计", *[""] * 8, "1,234.56", "9,876.54"]]


def _bocom(payments: list[Payment]) -> Table:
    head = "序号,交易日期,交易时间,交易类型,借贷,交易金额,余额,对方账号,对方户名,交易地点,摘要"
    return [head.split(",")] + [
        [
            *(str(number), f"{p.at:%Y-%m-%d}", f"{p.at:%H:%M:%S}", "网上支付"),
            *("借 Dr" if p.direction is OUT else "贷 Cr", f"{p.amount:.2f}", "99.66", "6222", p.party, "网络", p.text),
        ]
        for number, p in enumerate(payments, 1)
    ]


def _ccb(payments: list[Payment]) -> Table:
    head = "记账日,交易日期,交易时间,支出,收入,账户余额,币种,摘要,对方账号,对方户名,交易地点"
    return [head.split(",")] + [
        [
            *(f"{p.at:%Y%m%d}", f"{p.at:%Y%m%d}", f"{p.at:%H:%M:%S}"),
            *(_money(p) if p.direction is OUT else "0.00", _money(p) if p.direction is IN else "0.00"),
            *("10.00", "人民币元", "消费", "6222", p.party, p.text),
        ]
        for p in payments
    ]


def _citic_credit(payments: list[Payment]) -> Table:
    head = "交易日期,入账日期,交易描述,卡末四位,交易币种,结算币种,交易金额,结算金额"
    return [["本期账单明细(人民币)"], head.split(",")] + [
        [f"{p.at:%Y-%m-%d}", f"{p.at:%Y-%m-%d}", p.text, "6688", "人民币", "人民币", *[_signed(p, OUT)] * 2]
        for p in payments
    ]


def _hsbc(payments: list[Payment]) -> Table:
    head = "Date,Description,Billing amount,Billing currency,Balance,Balance currency"
    return [head.split(",")] + [
        [f"{p.at:%d/%m/%Y}", p.text, f"{_signed(p)}\t", "CNY", "3,612.17\t", "HKD"] for p in payments
    ]


def _meituan(payments: list[Payment]) -> Table:
    head = "交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注"
    return [["美团交易账单明细"], [""], ["【美团交易账单明细列表】"], head.split(",")] + [
        [
            *(f"{p.at}", f"{p.at}", "支付", p.text, _WAY[p.direction], "美团月付", "¥99999.00", f"¥{p.amount:.2f}"),
            *(f"{p.reference}\t", "0_1\t", "/"),
        ]
        for p in payments
    ]


def _abc(payments: list[Payment]) -> Table:
    head = "交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,日 志 号,交易渠道,交易附言"
    return [head.split(",")] + [
        [
            *(f"{p.at:%Y%m%d}", f"{p.at:%H%M%S}", "转存", f"{'-' if p.direction is OUT else '+'}{p.amount:.2f}"),
            *("11000.00", p.party, "369396693", "超级网银", p.text),
        ]
        for p in payments
    ]


def _spdb(payments: list[Payment]) -> Table:
    head = "顺序号,交易日期,交易类型,存入金额,取出金额,余额,交易对手名称,交易对手账号,附言"
    return [["账号", "6200000000001231", "账户类型", "借记卡"], head.split(",")] + [
        [
            *(str(number), f"{p.at:%Y/%m/%d  %H:%M:%S}", "网上支付", _money(p) if p.direction is IN else ""),
            *(_money(p) if p.direction is OUT else "", "1981.33", p.party, "6222", p.text),
        ]
        for number, p in enumerate(payments, 1)
    ]


def _cib(payments: list[Payment]) -> Table:
    head = "交易时间,记账日,支出,收入,账户余额,摘要,对方户名,对方银行,对方账号,用途,交易渠道,备注"
    return [["账户明细"], head.split(",")] + [
        [
            *(
                f"{p.at}",
                f"{p.at:%Y-%m-%d}",
                _money(p) if p.direction is OUT else "",
                _money(p) if p.direction is IN else "",
            ),
            *("10.00", "汇款", p.party, "某银行", "6222", p.text, "手机银行", ""),
        ]
        for p in payments
    ]


def _boc_credit(payments: list[Payment]) -> Table:
    head = "交易日,银行记账日,卡号后四位,交易描述,存入,支出,币种"
    return [["中国银行信用卡账单(2025年01月)"], head.split(",")] + [
        [
            *(f"{p.at:%Y-%m-%d}", f"{p.at:%Y-%m-%d}", "2875", p.text, _money(p) if p.direction is IN else ""),
            *(_money(p) if p.direction is OUT else "", "CNY"),
        ]
        for p in payments
    ]


def _bocom_credit(payments: list[Payment]) -> Table:
    head = "交易日期,记账日期,交易说明,交易币种/金额,入账币种/金额"
    return [head.split(",")] + [
        [
            *(f"{p.at:%Y-%m-%d}", f"{p.at:%Y-%m-%d}", f"{'消费' if p.direction is OUT else '退货'} {p.text}"),
            *("JPY 1.00", f"CNY {_money(p)}"),
        ]
        for p in payments
    ]


def _cgb_credit(payments: list[Payment]) -> Table:
    head = "交易日期,入账日期,交易摘要,交易金额,交易货币,入账金额,入账货币"
    return [head.split(",")] + [
        [f"{p.at:%Y/%m/%d}", f"{p.at:%Y/%m/%d}", p.text, "1.00", "日元", _signed(p, OUT), "人民币"] for p in payments
    ]


def _cmb_credit(payments: list[Payment]) -> Table:
    head = "交易日,记账日,交易摘要,人民币金额,卡号末四位,交易地金额"
    return [head.split(",")] + [
        [f"{p.at:%Y/%m/%d}", f"{p.at:%Y/%m/%d}", p.text, _signed(p, OUT), "1234", "1.00(CN)"] for p in payments
    ]


WALLETS = {"alipay": _alipay, "alipay-web": _alipay_web, "wechat-pay": _wechat, "jd": _jd, "meituan": _meituan}
BANKS = {
    "cmb": _cmb,
    "boc": _boc,
    "icbc": _icbc,
    "bocom": _bocom,
    "ccb": _ccb,
    "citic-credit": _citic_credit,
    "hsbc-hk": _hsbc,
    "abc": _abc,
    "spdb": _spdb,
    "cib": _cib,
    "boc-credit": _boc_credit,
    "bocom-credit": _bocom_credit,
    "cgb-credit": _cgb_credit,
    "cmb-credit": _cmb_credit,
}
CARDS = frozenset({"citic-credit", "boc-credit", "bocom-credit", "cgb-credit", "cmb-credit"})
TO_THE_DAY = CARDS | {"cmb", "icbc", "hsbc-hk"}
WITHOUT_PARTY = CARDS | {"hsbc-hk", "meituan"}
WITHOUT_STATUS = frozenset({"meituan"})
WRITERS = WALLETS | BANKS


def table_of(code: str, payments: list[Payment]) -> Table:
    """Return the cells of a bill."""
    return WRITERS[code](payments)


def as_text(table: Table, encoding: str = "utf-8", delimiter: str = ",", end: str = "\r\n") -> bytes:
    """Return a table as a file of text, quoted where it has to be."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(table)
    return text.getvalue().encode(encoding)


def as_workbook(folder: Path, table: Table) -> Source:
    """Write a table as XLSX, all cells text, and return it as importers get it."""
    return Source(write_xlsx(folder / "export", [[cell.strip() for cell in row] for row in table]), "x.xlsx")


def alipay(*rows: str, head: str = "") -> bytes:
    """Return a bill of Alipay with these rows, as it is downloaded."""
    first = head or (
        "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
    )
    return "\n".join([first, *rows]).encode("gb18030")


ROW = "2023-02-12 21:32:14,日用百货,某店,/,物品,支出,49.74,余额,交易成功,2023021222001400,T1,,"
