"""Deadlines in the words that `due` knows: 明儿, T+3, 7*24小时, 三(3)个营业日, 半个月, by the 25th. Pure."""

import re
from collections.abc import Callable


def _times(found: re.Match[str]) -> str:
    return f"{int(found[1]) * 24}小时"


_REWRITTEN: tuple[tuple[str, "str | Callable[[re.Match[str]], str]"], ...] = (
    # a number said twice: 三(3)个, seven (7) days
    (r"(?<=[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾a-z])\s?\(\d{1,3}\)", ""),
    (r"(?<![\d.])(\d{1,2})\s?[*×xX]\s?24\s?(?:小时|h(?:ours?)?)", _times),
    (r"(?<![A-Za-z])[TtDd]\s?\+\s?(\d{1,2})(?:\s?个?(?:工作|交易|营业)?[日天])?", r"\1个工作日"),
    (r"营业[日天]|工作(?:日|天)(?=\s?(?:\d|[一二两三四五六七八九十])+[天日]?之?内)", "工作日"),
    (r"工作日\s?(\d+|[一二两三四五六七八九十]+)[天日]", r"\1个工作日"),
    (r"(?<![年一二两三四五六七八九十\d个])半个?月(?=之?内|以内|左右|时间|后)", "15天"),
    (r"(?:一个半|(?<![一二两三四五六七八九十\d])个半|1\.5个)月", "45天"),
    # the parts of a month end on its 10th, its 20th and its last day
    (r"((?:\d{1,2}|[一二三四五六七八九十]{1,2}|下个?|本|这个?)月)份?上旬", r"\g<1>10日"),
    (r"((?:\d{1,2}|[一二三四五六七八九十]{1,2}|下个?|本|这个?)月)份?中旬", r"\g<1>20日"),
    (r"月份?下旬", "月底"),
    (r"(?<![\d/.-])(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])[号日]?(?=\s?(?:之?前|以前|或之前))", r"\1月\2日"),
    (r"(\d{1,2}月)\d{1,2}[号日]?\s?[-~至到]\s?(\d{1,2}[号日])", r"\1\2"),
    (
        r"(?<![\d月至到-])[1-9一二两三四五六七八九]\s?[-~至到]\s?([1-9一二两三四五六七八九十])日(?!内|之内|以内|后)",
        r"\1日内",
    ),
    (r"(?<![\d月])\d{1,2}[号日]?\s?[-~至到]\s?(\d{1,2}[号日])(?!内)", r"\1"),
    (r"(?<![天日号早晚一二三四五六\d])(?:今[天日])?中午(?:之?前|以前)", "12:00前"),
    # recognition leaves out the space: by 25November
    (
        r"(?<=\d)(?=(?:january|february|march|april|may|june|july|august|september|october|november|december"
        r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)",
        " ",
    ),
    # as people talk
    (r"明儿(?:个)?(?:一早|早上?)?|明朝|听朝早?|听早", "明早"),
    (r"听晚|听日晚上?", "明晚"),
    (r"今儿(?:个)?", "今天"),
    (r"大后儿", "大后天"),
    (r"后儿(?:个)?", "后天"),
    (r"\b(?:tmr|tmrw|tmw|2moro)\b", "tomorrow"),
    (r"\b(within|in) (?:the|an) hour\b", r"\1 1 hour"),
    (r"\bfortnight\b", "14 days"),
    (r"\ba (14 days)", r"\1"),
    (r"\b(?:a couple|couple) of\b", "two"),
    (r"\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! of)", r"\1号 "),
)
_EXPRESSIONS = [(re.compile(words, re.IGNORECASE), made) for words, made in _REWRITTEN]


def in_known_words(clause: str) -> str:
    """Return the clause with its deadlines as `due` knows them; everything else stays."""
    for expression, made in _EXPRESSIONS:
        clause = expression.sub(made, clause)
    return clause
