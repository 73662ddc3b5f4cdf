"""In which currency a table is that has no column for it: as it says above or in its headings, or by local words."""

import re
from collections.abc import Iterable, Sequence

from evidence_app.intake.exports.money_words import CURRENCIES, currency_of
from evidence_app.intake.exports.tables import Row

_LONGEST = 200
"""Characters of a cell in which a currency is looked for."""

_NAMES = sorted((name for names in CURRENCIES.values() for name in names if len(name) > 1), key=len, reverse=True)
_SAID = re.compile("|".join((rf"(?<![A-Za-z])(?:{'|'.join(CURRENCIES)}|RMB|CNH)(?![A-Za-z])", *map(re.escape, _NAMES))))
_TAIWAN = re.compile(r"帳務|即時餘額|結存|存入金額|支出金額|提[領款出]|存款金額|附註|交易資訊|臺|新[台臺]幣")
_HONG_KONG = re.compile(r"轉數快|戶口|結餘|賬|八達通|\bFPS\b")
_SHARED = re.compile(r"[餘結轉帳賬額詳戶]|\bFPS\b")
"""What only tables in traditional characters have, or payments in Hong Kong: those of mainland banks do not."""
_YEAR_OF_REPUBLIC = re.compile(r"1[0-4]\d[/.-](?:0?[1-9]|1[0-2])[/.-]\d{1,2}")


def currency_said(above: Sequence[Row], head: Row, below: Sequence[Row]) -> str:
    """Return the code of the currency of a table's amounts, empty where nothing tells."""
    told = [_named(cell) for row in (head, *reversed(above)) for cell in row.cells]
    if code := next(filter(None, told), ""):
        return code
    words = " ".join(_short(cell for row in (*above, head) for cell in row.cells))
    held = " ".join(_short(cell for row in below for cell in row.cells))
    if not _SHARED.search(words) and not _SHARED.search(held):
        return ""
    if _YEAR_OF_REPUBLIC.search(held) or _TAIWAN.search(words):
        return "TWD"
    return "HKD" if _HONG_KONG.search(words) or _HONG_KONG.search(held) else ""


def _named(cell: str) -> str:
    found = _SAID.search(cell[:_LONGEST])
    return currency_of(found[0]) if found else ""


def _short(cells: Iterable[str]) -> Iterable[str]:
    return (cell[:_LONGEST] for cell in cells)
