"""Saved web pages: readable text whatever they are, messages only where their mark-up says so."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment
from evidence_app.intake.exports import saved_page
from tests.unit.intake.exports.written import SOAK, records_of, source_of, survives_damage

CHAT = """<!DOCTYPE html>
<!-- saved from url=(0031)https://kf.example.cn/chat?id=1 -->
<html><head><meta charset="utf-8"><title>速融宝 在线客服</title>
<script>document.write("不该出现")</script><style>.x{color:red}</style></head>
<body onload="alert(1)"><h1>会话 20250406001</h1>
<ul class="chat-list">
<li class="msg-item left"><span class="nick-name">客服小李（工号80231）</span><em>2025-04-06 16:01:02</em>
<div class="bubble">您好，<b>额度</b>已到账<br>请查收</div></li>
<li class="msg-item right"><span class="nick-name">我</span><em>2025-04-06 16:02:00</em>
<div class="bubble">我没有申请 <img src="%E9%80%9F_files/1.png"><img src="https://x.example/spy.gif"></div></li>
<li class="msg-item left"><span class="nick-name">客服小李（工号80231）</span><em>2025年4月6日 下午4:03</em>
<div class="bubble">三个工作日内处理</div></li>
</ul><p>感谢您的咨询</p></body></html>"""

PROSE = """<html><head><title>借款协议</title></head><body><h1>借款协议</h1><p>甲方：某某</p>
<table><tr><td>金额</td><td>3000</td></tr></table><p>2025-04-06 16:01</p></body></html>"""


def test_a_page_whose_mark_up_says_who_speaks_is_a_chat(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, CHAT, "page.html"), "saved-page")
    assert [each.place for each in found] == ["page:1", "element:1", "element:2", "element:3"]
    assert [(each.kind.value, each.direction.value, each.text) for each in found[1:]] == [
        ("message", "in", "您好，额度已到账\n请查收"),
        ("message", "out", "我没有申请"),
        ("message", "in", "三个工作日内处理"),
    ]
    assert [each.time.wall for each in found if each.time] == [
        datetime(2025, 4, 6, 16, 1, 2),
        datetime(2025, 4, 6, 16, 2),
        datetime(2025, 4, 6, 16, 3),
    ]
    assert {each.party for each in found} == {"速融宝 在线客服"}
    assert (found[1].agent_name, found[1].agent_id) == ("客服小李（工号80231）", "80231")


def test_what_else_is_on_the_page_is_kept_in_a_note(tmp_path: Path) -> None:
    note = records_of(source_of(tmp_path, CHAT, "page.html"))[0]
    assert note.kind is EventKind.NOTE
    assert note.text == "会话 20250406001\n\n感谢您的咨询"
    assert note.reference == "https://kf.example.cn/chat?id=1"


def test_pictures_beside_the_page_are_named_and_others_are_not_fetched(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, CHAT, "page.html"))
    assert [each.attachments for each in found if each.attachments] == [(Attachment("速_files/1.png"),)]


def test_a_page_without_such_mark_up_is_one_note_with_its_text(tmp_path: Path) -> None:
    (note,) = records_of(source_of(tmp_path, PROSE, "page.html"), "saved-page")
    assert (note.kind, note.party, note.time) == (EventKind.NOTE, "借款协议", None)
    assert note.text == "借款协议\n\n甲方：某某\n\n金额\t3000\n\n2025-04-06 16:01"


def test_a_list_with_times_and_nobody_who_speaks_is_no_chat(tmp_path: Path) -> None:
    rows = "".join(f"<li><b>公告{n}</b><i>2025-04-0{n} 16:01</i></li>" for n in range(1, 6))
    (note,) = records_of(source_of(tmp_path, f"<html><body><ul>{rows}</ul></body></html>", "page.html"))
    assert note.kind is EventKind.NOTE
    assert "公告5" in note.text


def test_a_side_that_all_entries_have_is_only_layout(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, CHAT.replace("msg-item right", "msg-item left"), "page.html"))
    assert {each.direction for each in found} == {Direction.NONE}


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "gbk"),
        ("gb18030", "gb2312"),
        ("gb18030", "nonsense-1"),
        ("big5", "big5"),
        ("utf-16", "utf-16"),
    ],
)
def test_the_encoding_is_that_of_the_page(tmp_path: Path, encoding: str, declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    page = f"<html><head>{meta}</head><body>客服您好</body></html>"
    (note,) = records_of(source_of(tmp_path, page.encode(encoding), "page.html"))
    assert note.text == "客服您好"


def test_what_chrome_saves_in_one_file_is_a_page(tmp_path: Path) -> None:
    page = CHAT.replace("\n", "\r\n").encode()
    mhtml = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://kf.example.cn/chat\r\nSubject: x\r\n"
        b"Date: Sun, 6 Apr 2025 16:30:00 +0800\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + page + b"\r\n--B--\r\n"
    )
    assert [each.kind.value for each in records_of(source_of(tmp_path, mhtml, "page.mhtml"), "saved-page")] == [
        "note",
        "message",
        "message",
        "message",
    ]


def test_ten_megabytes_of_picture_in_the_page_change_nothing(tmp_path: Path) -> None:
    page = CHAT.replace('src="%E9%80%9F_files/1.png"', 'src="data:image/png;base64,' + "A" * 10_000_000 + '"')
    assert len(records_of(source_of(tmp_path, page, "page.html"))) == 4


def test_a_deep_page_is_read(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 50_000 + "深处" + "</div>" * 50_000
    found = records_of(source_of(tmp_path, page, "page.html"))
    assert [each.kind for each in found] == [EventKind.NOTE]


@pytest.mark.parametrize("content", ["<note>x</note>", "plain <b>text</b>", '{"html": "<html>"}', ""])
def test_what_is_no_page_is_not_taken_for_one(tmp_path: Path, content: str) -> None:
    assert not saved_page.recognises(source_of(tmp_path, content, "x.html"))


WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)


def test_every_chat_of_such_a_page_comes_back(tmp_path: Path) -> None:
    @settings(max_examples=1000 if SOAK else 30, database=None, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(
            st.tuples(st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)), st.booleans(), WORDS),
            min_size=3,
            max_size=8,
        )
    )
    def comes_back(chat: list[tuple[datetime, bool, str]]) -> None:
        rows = "".join(
            f'<div class="{"right" if mine else "left"}"><i class="name">{"我" if mine else "客服"}</i>'
            f"<time>{at:%Y-%m-%d %H:%M:%S}</time><p>{text}</p></div>"
            for at, mine, text in chat
        )
        found = records_of(source_of(tmp_path, f"<html><body><div>{rows}</div></body></html>", "page.html"))
        assert [each.text for each in found] == [text for _, _, text in chat]
        assert [each.time.wall for each in found if each.time] == [at.replace(microsecond=0) for at, *_ in chat]
        if len({mine for _, mine, _ in chat}) == 2:
            assert [each.direction is Direction.OUT for each in found] == [mine for _, mine, _ in chat]

    comes_back()


@pytest.mark.parametrize("sign", ["\x01", "\x1f", "\x0b", "&#1;", "&#xfffe;", "\ufffe"])
def test_signs_that_no_page_may_hold_do_no_harm(tmp_path: Path, sign: str) -> None:
    whole = {each.place for each in records_of(source_of(tmp_path, CHAT, "page.html"))}
    page = CHAT.replace("</div>", f"</div>{sign} ")
    assert {each.place for each in records_of(source_of(tmp_path, page, "page.html"))} >= whole


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, CHAT.encode(), saved_page.read, "page.html")
