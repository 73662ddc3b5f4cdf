"""The words and signs of bills: amounts, currencies, which way the money went, what became of it."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.money import MAX_DIGITS
from evidence_app.intake.exports.values import half_width

_PLAIN = re.compile(r"[+-]?[0-9]{1,12}(?:\.[0-9]{1,4})?")
_AMOUNT = re.compile(
    r"(?P<open>\()?(?P<sign>[+-])?\s*(?P<code>[A-Za-z]{3}|HK\$|US\$|NT\$|[¥$€£]|[一-鿿]{2,4})?\s*(?P<sign2>[+-])?\s*"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+|"
    r"(?P<comma>(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),[0-9]{2}))"
    r"\s*(?P<after>[A-Za-z]{3}|[元€£])?\s*(?P<trailing>-|[Dd][Rr]|[Cc][Rr])?(?P<close>\))?\s*(?P<note>\(.*\))?"
)
"""``¥1,234.50``, ``1.234,50 €``, ``(HK$500.00)``, ``123.40 DR``, ``131.77(已退款89.84)``: signs may be brackets."""

LONGEST_AMOUNT = 100
LONGEST_WORD = 100
"""Characters of an amount with its note, and of a status: the patterns are quick on short texts only."""


class Money(NamedTuple):
    """What a cell says of money: unsigned amount, its sign if it had one, its currency and the note behind it.

    ``side`` is which way it went, where the cell says so itself: ``HKD 123.40 DR``. A bare ``$`` is whichever dollar
    the bill is in (`in_dollars`), and never another currency.
    """

    amount: Decimal
    sign: str = ""
    currency: str = ""
    note: str = ""
    side: Direction = Direction.NONE
    in_dollars: bool = False


_SIDES = {"dr": Direction.OUT, "cr": Direction.IN}


def money_of(cell: str) -> Money | None:
    """Return the amount in a cell, None if there is none, or one longer than any bill's."""
    if _PLAIN.fullmatch(cell):
        value = Decimal(cell)
        return Money(abs(value), cell[0] if cell[0] in "+-" else "")
    if len(cell) > LONGEST_AMOUNT:
        return None
    found = _AMOUNT.fullmatch(half_width(cell).strip())
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    try:
        amount = Decimal(_with_point(found["digits"], decimal_comma=bool(found["comma"])))
    except InvalidOperation:
        return None
    if len(amount.as_tuple().digits) > MAX_DIGITS:
        return None
    side = _SIDES.get((found["trailing"] or "").lower(), Direction.NONE)
    sign = "-" if found["open"] or found["trailing"] == "-" else found["sign"] or found["sign2"] or ""
    code = found["code"] or found["after"] or ""
    currency = currency_of(code)
    if code and code not in "¥$元" and not currency:
        return None
    return Money(amount, sign, currency, found["note"] or "", side, code == "$")


def _with_point(digits: str, *, decimal_comma: bool) -> str:
    return digits.replace(".", "").replace(",", ".") if decimal_comma else digits.replace(",", "")


CURRENCIES = {
    "CNY": ("人民币", "人民币元", "RMB", "CNH", "本币", "本位币", "人民幣", "¥", "元"),
    "HKD": ("港币", "港元", "港幣", "HK$"),
    "TWD": ("新台币", "台币", "新臺幣", "新台幣", "台幣", "NT$"),
    "MOP": ("澳门元", "澳门币", "葡币", "澳門幣"),
    "USD": ("美元", "美金", "US$"),
    "JPY": ("日元", "日圆", "日圓"),
    "EUR": ("欧元", "歐元", "€"),
    "GBP": ("英镑", "英鎊", "£"),
    "KRW": ("韩元", "韓元", "韩币"),
    "SGD": ("新加坡元", "新币"),
    "AUD": ("澳元", "澳大利亚元", "澳洲元"),
    "CAD": ("加元", "加拿大元"),
    "THB": ("泰铢", "泰銖"),
    "CHF": ("瑞士法郎",),
}
_CURRENCY_BY_WORD = {word: code for code, words in CURRENCIES.items() for word in (code, *words)}
_FURTHER_CODES = ("NZD", "MYR", "PHP", "IDR", "VND", "INR", "RUB", "SEK", "NOK", "DKK", "AED", "BRL", "MXN", "TRY")
_KNOWN_CODES = frozenset((*CURRENCIES, *_FURTHER_CODES))


def currency_of(word: str) -> str:
    """Return the code of a currency's code, name or sign, empty for a word that is none."""
    word = word[:LONGEST_WORD].strip()
    return _CURRENCY_BY_WORD.get(word) or (word.upper() if word.upper() in _KNOWN_CODES else "")


def currency_in(word: str) -> str:
    """Return the code of the only currency that a cell names, be it with its code or in brackets; empty for none."""
    if code := currency_of(word):
        return code
    word = word[:LONGEST_WORD].upper()
    found = {code for name, code in _CURRENCY_BY_WORD.items() if len(name) > 1 and name in word}
    return found.pop() if len(found) == 1 else ""


DIRECTIONS = {
    Direction.OUT: (
        "支出",
        "支",
        "付",
        "付款",
        "借",
        "借方",
        "借记",
        "dr",
        "d",
        "debit",
        "转出",
        "轉出",
        "转账支出",
        "往账",
        "出账",
        "出賬",
        "出帳",
        "取出",
        "提出",
        "提款",
        "取款",
        "已支出",
        "out",
        "outgoing",
        "expense",
        "expenses",
        "withdrawal",
        "消费",
        "消費",
    ),
    Direction.IN: (
        "收入",
        "收",
        "收款",
        "贷",
        "貸",
        "贷方",
        "貸方",
        "贷记",
        "cr",
        "c",
        "credit",
        "转入",
        "轉入",
        "转账收入",
        "来账",
        "入账",
        "入賬",
        "入帳",
        "存入",
        "存款",
        "已收入",
        "in",
        "incoming",
        "income",
        "deposit",
    ),
}
_DIRECTION_BY_WORD = {word: direction for direction, words in DIRECTIONS.items() for word in words}
_FURTHER = re.compile(r"[\s(（/]")
"""What stands before a word that says the same again: ``借 Dr``, ``贷（收入）``."""


def direction_of(word: str) -> Direction:
    """Return which way the money went by the word of its own column, none for 不计收支 and unknown ones."""
    word = word[:LONGEST_WORD].strip().lower()
    return _DIRECTION_BY_WORD.get(word) or _DIRECTION_BY_WORD.get(_FURTHER.split(word, maxsplit=1)[0], Direction.NONE)


_SAYS_IN = re.compile(
    r"退款|退货|退回|退还|放款|借款发放|存入|收入|转入|汇入|入账|工资|利息|结息|还款|refund|return|deposit|credit",
    re.IGNORECASE,
)
_SAYS_OUT = re.compile(
    r"消费|支付|支出|转出|汇出|取现|取款|缴费|扣款|分期|年费|手续费|purchase|payment|withdraw|sale", re.IGNORECASE
)


def card_direction(words: str) -> Direction:
    """Return which way money went on a card whose statement has neither signs nor columns for it, by its first word.

    A repayment goes to the card, as 存入 does on statements that have a column for it.
    """
    comes, goes = _SAYS_IN.search(words), _SAYS_OUT.search(words)
    if comes and (not goes or comes.start() <= goes.start()):
        return Direction.IN
    return Direction.OUT if goes else Direction.NONE


_REFUND_COMES = re.compile(r"退款|放款|借款发放|.*退款$", re.DOTALL)
_CAME_BACK = re.compile(r"退[款税]成功")
_PAID_BACK = re.compile(r"还款")


def neutral_direction(kind: str, text: str, status: str = "") -> Direction:
    """Return which way the money of a 不计收支 row went, where its own words say it.

    Refunds and loans come in, repayments go out. Everything else moves between the person's own accounts, or not.
    """
    if "退款" in kind or _CAME_BACK.search(status) or _REFUND_COMES.match(text) or "放款" in kind + text:
        return Direction.IN
    return Direction.OUT if _PAID_BACK.search(kind + text) else Direction.NONE


_REFUND_OF = re.compile(r"已退款?\(?[¥￥]?([0-9.,]+)元?\)?")
_OUTCOMES: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (
        Outcome.FAILED,
        re.compile(
            r"失败|失敗|[不未]成功|拒绝|拒絕|拒收|驳回|駁回|fail|declined|reject|unsuccess|not success", re.IGNORECASE
        ),
    ),
    (
        Outcome.REFUNDED,
        re.compile(
            r"退款成功|全额退款|已退|[过過]期.{0,3}退|退款完成|退汇|退匯|[冲沖][正销銷]|refund|reversed|returned",
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.CLOSED,
        re.compile(
            r"关闭|關閉|取消|撤销|撤銷|撤回|撤单|撤單|失效|作废|作廢|过期|過期|终止|終止|cancel|closed|void|expired",
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.PENDING,
        re.compile(
            r"等待|待|处理中|處理中|支付中|退款中|[进進]行中|[冻凍][结結]|未|受理|提交|pending|processing|submitted|incomplete|unpaid",
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.DONE,
        re.compile(
            r"成功|完成|已|到[账帳賬]|入[账帳賬]|正常|收钱|收錢|付款|结束|結束|succe|done|posted|complete|settled|approved|\bpaid\b",
            re.IGNORECASE,
        ),
    ),
)


def outcome_of(word: str, amount: Decimal) -> Outcome:
    """Return what became of the money by the words of a status; none for words that say nothing known.

    A part that was refunded leaves a payment done: it was made.
    """
    word = word[:LONGEST_WORD]
    if "退" in word and (part := _REFUND_OF.search(word.replace("（", "(").replace("）", ")"))) and "全额" not in word:
        refunded = money_of(part[1])
        if refunded is not None and refunded.amount < amount:
            return Outcome.DONE
    return _outcome_of(word)


@lru_cache(maxsize=1024)
def _outcome_of(word: str) -> Outcome:
    return next((outcome for outcome, words in _OUTCOMES if words.search(word)), Outcome.NONE)
