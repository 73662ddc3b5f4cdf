"""Files made to keep the readers of chats busy: every one is read, or refused, within seconds."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_app.domain.exports import Record
from evidence_app.intake.exports import (
    line_text,
    memotrace,
    named_text,
    qq_text,
    saved_page,
    telegram,
    telegram_page,
    wechat_json,
    wechat_page,
    wechat_share,
    wechat_text,
    whatsapp,
    whatsapp_page,
)
from evidence_app.intake.exports.formats import FORMATS, format_of
from evidence_app.intake.exports.wechat_content import readable
from tests.unit.intake.exports.written import source_of

SPACES = " " * 500_000
STALLING = {
    "a day and blanks": f"2024/01/15{SPACES}x\n",
    "a time and blanks": f"2024-01-15 10:00:00 {SPACES}x\n",
    "a name and blanks": f"客服{SPACES}10:00x\n",
    "a heading of many ands": "甲 和 " * 20_000 + "\n—————  2026-04-06  —————\n\n甲  10:00\n\n好\n",
    "a heading of many quotes": '"和"' * 20_000 + "\n—————  2026-04-06  —————\n\n甲  10:00\n\n好\n",
    "many comments": "<!---->" * 9_000 + "<p>",
    "many beginnings of pages": "<!-- <html" * 6_000,
    "many messages in messages": '<html><div class="page_header"></div>' + '<div class="message default">' * 20_000,
    "a chat's object and blanks": f"消息对象:{SPACES}x\n",
    "brackets": "[" * 500_000,
    "marks": "\u200e" * 300_000 + "\n",
    "a date and marks": "[1/2/24," + "\u200e" * 300_000 + "x\n",
    "files": "12/31/24, 9:00 AM - A: " + "<a: b" * 200_000 + "\n",
    "script's objects": "<html>" + "{ type:1, text: '" * 50_000,
    "a script's list": "<html>window.WEFLOW_DATA = [" + '{"i":' * 100_000,
    "colons": "12/31/24, 9:00 AM - " + ":" * 500_000 + "\n",
    "quotation marks": '[LINE] 與A的聊天記錄\n儲存日期：2024/1/1\n\n2024/01/15（一）\n10:00\tA\t"' + '"\n' * 30_000,
    "a name, blanks and a day": f"客服{SPACES}2025-03-04 10:02\n" * 3,
    "rows without end": "localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent\n" + '1,"' * 300_000,
    "beginnings of messages": '{"session":{"wxid":"a"},"messages":[' + '{"content":"x","isSend":' * 100_000,
}
READERS: list[Callable[..., object]] = [
    *(
        line_text.read,
        memotrace.read,
        named_text.read,
        qq_text.read,
        saved_page.read,
        telegram.read,
        telegram_page.read,
    ),
    *(wechat_json.read, wechat_page.read, wechat_share.read, wechat_text.read, whatsapp.read),
    whatsapp_page.read,
]


@pytest.mark.parametrize("name", STALLING)
def test_no_file_keeps_a_reader_of_chats_busy(tmp_path: Path, name: str) -> None:
    source = source_of(tmp_path, STALLING[name])
    started = time.process_time()
    format_of(source)
    for read in READERS:
        list(read(source))
    assert time.process_time() - started < 30


def test_xml_made_to_stall_is_shown_at_once() -> None:
    started = time.process_time()
    for markup in ("<msg>" + "<![CDATA[" * 20_000, "<msg>" + "<title>" * 30_000, "<msg>" + "<" * 200_000):
        assert isinstance(readable(markup, "49"), str)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 100_000, b"\xff\xfe", b"\xef\xbb\xbf", b"\r" * 10_000, bytes(range(256)) * 400]
)
def test_a_file_of_nothing_is_no_chat(tmp_path: Path, content: bytes) -> None:
    source = source_of(tmp_path, content)
    assert format_of(source) is None
    for read in READERS:
        assert not [each for each in read(source) if isinstance(each, Record) and each.text.strip(" \n") and each.time]


def test_no_reader_of_one_format_takes_another_ones_file(tmp_path: Path) -> None:
    """Each recogniser of chats refuses what the others were made for."""
    from tests.unit.intake.exports import (
        test_line_text,
        test_named_text,
        test_qq_text,
        test_telegram,
        test_wechat_share,
        test_whatsapp,
    )

    own = {
        "line-text": test_line_text.TAIWAN,
        "named-text": test_named_text.SUPPORT,
        "qq-text": test_qq_text.GROUP,
        "telegram": test_telegram.written(test_telegram.CHAT),
        "wechat-share": test_wechat_share.ANDROID,
        "whatsapp": test_whatsapp.IPHONE,
    }
    for code, content in own.items():
        source = source_of(tmp_path, content)
        assert [each.code for each in FORMATS if each.recognises(source)] == [code]
