"""Rows of bills that are no payments, with a number or a day in them all the same: totals, footers, separators."""

import re
from collections.abc import Iterable

from evidence_app.intake.exports.tables import Row

FEW_CELLS = 3
"""As many as footers and separators have at most: 共66笔, 已收入:1笔 beside an amount."""

_TOTALS = re.compile(
    r"合计|总计|小计|總計|合計|汇总|笔数|共[:：]?\s*\d+\s*笔|本页|第\s*\d+\s*页|打印|提示|说明|注[:：]|total",
    re.IGNORECASE,
)
"""What the first cell of a total or a footer has in it, where the row has no time: 本页小计, 第 2 页, 打印时间."""

_OF_WHAT = (
    *("", "本页", "本日", "本月", "本期", "本年", "本次"),
    *("收入", "支出", "金额", "人民币", "本頁", "金額", "人民幣"),
)
_TOTAL = ("合计", "小计", "总计", "累计", "合計", "小計", "總計", "累計")
_TOTAL_WORDS = frozenset(f"{of}{word}{colon}" for of in _OF_WHAT for word in _TOTAL for colon in ("", ":", "："))
"""Cells that make a row one of totals, even with a day in it."""

_COUNTED = re.compile(r"(?:合计|小计|总计|合計|小計|總計)\s*[:：]?\s*共?\s*\d{1,9}\s*[笔筆]")
"""A cell that is a total of counted rows, wherever it stands: 合计: 共 12 笔."""

_CUT_OFF = re.compile(r"\d[\d\-/.: 年月日]*")
"""The beginning of a day in a row of which nothing else is left: it was to be a payment."""


def has_total(cells: Iterable[str]) -> bool:
    """Tell whether a row is one of totals by a cell of its own for that."""
    return not _TOTAL_WORDS.isdisjoint(cells)


def is_no_payment(row: Row, *, has_money: bool) -> bool:
    """Tell whether a row without a time is no payment: blank, a total, or with few cells and no amount."""
    filled = [cell for cell in row.cells if cell]
    if not filled or _TOTALS.search(filled[0]) or any(map(_COUNTED.fullmatch, filled)):
        return True
    return not has_money and len(filled) <= FEW_CELLS and not _CUT_OFF.fullmatch(filled[0])
