"""Saved mails and folders of mails: who, when, what, the files in them; damaged and hostile ones too.

The standard library writes the mails here (`email.message`, `mailbox`), or they are written by hand as programs in
China write them.
"""

import base64
import mailbox
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import MailSides, Record, Unread
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.source import Part, Source
from evidence_app.intake.inspection import inspect_file
from tests.unit.intake.exports.written import SOAK, read_any, reads_of, records_of, source_of, survives_damage


def mail(**fields: str) -> EmailMessage:
    """A mail with the fields of any other; underscores stand for hyphens."""
    message = EmailMessage()
    usual = {"From": "速融宝客服 <cs@surong.example>", "To": "小李 <li@mail.example>", "Subject": "逾期通知"}
    usual |= {"Date": "Mon, 24 Feb 2025 10:30:05 +0800", "Message-ID": "<1@surong.example>"}
    for name, value in (usual | {name.replace("_", "-"): value for name, value in fields.items()}).items():
        message[name] = value
    message.set_content("您好，\n您的借款已逾期。\n")
    return message


def parts_of(source: Source) -> list[Part]:
    known = format_of(source)
    assert known is not None
    assert known.parts is not None
    return list(known.parts(source))


def only(tmp_path: Path, content: str | bytes, name: str = "a.eml") -> Record:
    (record,) = records_of(source_of(tmp_path, content, name), "mail")
    return record


def test_a_mail_is_a_message_with_its_author_time_and_words(tmp_path: Path) -> None:
    record = only(tmp_path, mail().as_bytes())
    assert (record.place, record.kind, record.party, record.number) == (
        "element:1",
        EventKind.MESSAGE,
        "速融宝客服",
        "cs@surong.example",
    )
    assert record.time is not None
    assert (record.time.wall, record.time.offset_min) == (datetime(2025, 2, 24, 10, 30, 5), 480)
    assert record.text.startswith("逾期通知\n\n您好，\n您的借款已逾期。\n\n")
    assert record.reference == "1@surong.example"


def test_what_the_header_says_that_matters_is_kept_in_its_own_words(tmp_path: Path) -> None:
    message = mail(
        Received="from mx.surong.example by mail.example; Mon, 24 Feb 2025 10:30:09 +0800",
        DKIM_Signature="v=1; a=rsa-sha256; d=surong.example; s=mail; bh=abc; b=def",
    )
    assert only(tmp_path, message.as_bytes()).text.splitlines()[-6:] == [
        "From: 速融宝客服 <cs@surong.example>",
        "To: 小李 <li@mail.example>",
        "Date: Mon, 24 Feb 2025 10:30:05 +0800",
        "Message-ID: <1@surong.example>",
        "Received: from mx.surong.example by mail.example; Mon, 24 Feb 2025 10:30:09 +0800",
        "DKIM-Signature: d=surong.example; s=mail",
    ]


@pytest.mark.parametrize(
    ("fields", "direction", "number"),
    [
        ({}, Direction.IN, "cs@surong.example"),
        ({"From": "zhang@surong.example"}, Direction.NONE, "zhang@surong.example"),
        ({"From": "no-reply@mail.surong.example"}, Direction.IN, "no-reply@mail.surong.example"),
        ({"To": "kefu@other.example"}, Direction.NONE, "cs@surong.example"),
        ({"Delivered_To": "li@mail.example"}, Direction.IN, "cs@surong.example"),
        ({"X_Original_To": "other@mail.example"}, Direction.IN, "cs@surong.example"),
        ({"From": "li@mail.example", "To": "cs@surong.example"}, Direction.OUT, "cs@surong.example"),
        ({"From": "li@mail.example", "To": "cs@surong.example, zhang@mail.example"}, Direction.NONE, "li@mail.example"),
        (
            {"To": "cs@surong.example", "Delivered_To": "wang@mail.example", "From": "li@mail.example"},
            Direction.IN,
            "li@mail.example",
        ),
        ({"X_Gmail_Labels": "Sent,Important"}, Direction.OUT, "li@mail.example"),
        ({"X_Gmail_Labels": "已发送"}, Direction.OUT, "li@mail.example"),
        ({"Delivered_To": "cs@surong.example"}, Direction.OUT, "li@mail.example"),
    ],
)
def test_the_direction_is_said_where_it_can_be_known(
    tmp_path: Path, fields: dict[str, str], direction: Direction, number: str
) -> None:
    record = only(tmp_path, mail(**fields).as_bytes())
    assert (record.direction, record.number) == (direction, number)


@pytest.mark.parametrize(
    ("sides", "author", "direction"),
    [
        (MailSides(own=("li@mail.example",)), "zhang@surong.example", Direction.IN),
        (MailSides(own=("zhang@surong.example",)), "zhang@surong.example", Direction.OUT),
        (MailSides(theirs=("surong.example",)), "zhang@mx.surong.example", Direction.IN),
        (MailSides(theirs=("surong.example",)), "zhang@notsurong.example", Direction.NONE),
        (MailSides(names=("小李",)), "zhang@surong.example", Direction.IN),
        (MailSides(names=("小李",)), "小李 <xl@surong.example>", Direction.OUT),
        (MailSides(names=("李",)), "zhang@surong.example", Direction.NONE),
        (MailSides(), "orders@shop.example", Direction.IN),
    ],
)
def test_who_is_known_says_the_direction(tmp_path: Path, sides: MailSides, author: str, direction: Direction) -> None:
    source = replace(source_of(tmp_path, mail(From=author).as_bytes(), "a.eml"), sides=sides)
    (record,) = records_of(source, "mail")
    assert record.direction is direction


def test_gb2312_means_gb18030(tmp_path: Path) -> None:
    body = "喆先生：\n请于三日内还款。".encode("gb18030")
    subject = base64.b64encode("催收通知（喆）".encode("gb18030")).decode()
    head = f"From: =?gb2312?B?{base64.b64encode('速融宝'.encode('gbk')).decode()}?= <a@b.example>\r\n"
    head += f"Date: Mon, 24 Feb 2025 10:30:05 +0800\r\nSubject: =?gb2312?B?{subject}?=\r\n"
    head += "Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    record = only(tmp_path, head.encode() + body)
    assert record.party == "速融宝"
    assert record.text.startswith("催收通知（喆）\n\n喆先生：\n请于三日内还款。")


def test_a_character_cut_in_two_by_encoded_words_is_whole_again(tmp_path: Path) -> None:
    raw = "还款".encode("gb18030")
    cut = [base64.b64encode(piece).decode() for piece in (raw[:3], raw[3:])]
    head = (
        f"From: a@b.example\nDate: Mon, 24 Feb 2025 10:30:05 +0800\nSubject: =?GBK?B?{cut[0]}?=\n =?GBK?B?{cut[1]}?=\n"
    )
    assert only(tmp_path, head + "\n").text.startswith("还款")


def test_header_fields_in_bare_gbk_are_read(tmp_path: Path) -> None:
    head = "From: 速融宝 <a@b.example>\nDate: Mon, 24 Feb 2025 10:30:05 +0800\nSubject: 催收\n\n正文".encode("gbk")
    record = only(tmp_path, head)
    assert (record.party, record.text.split("\n\n")[:2]) == ("速融宝", ["催收", "正文"])


def test_a_mail_of_html_alone_is_read_as_text(tmp_path: Path) -> None:
    message = mail()
    message.set_content(
        "<html><style>p{}</style><p>请<b>立即</b>还款<br>300.00 元</p>"
        "<a href='https://pay.example/x'>点此</a><script>x()</script></html>",
        subtype="html",
    )
    assert only(tmp_path, message.as_bytes()).text.split("\n\n")[1:3] == [
        "请立即还款\n300.00 元",
        "点此 <https://pay.example/x>",
    ]


def test_of_alternatives_the_plain_text_is_read_and_quoted_parts_are_kept(tmp_path: Path) -> None:
    message = mail()
    message.set_content("我没有借款。\n\n> 您的借款已逾期。\n")
    message.add_alternative("<p>HTML</p>", subtype="html")
    text = only(tmp_path, message.as_bytes()).text
    assert "我没有借款。\n\n> 您的借款已逾期。" in text
    assert "HTML" not in text


def test_a_date_without_an_offset_keeps_none_and_minus_nought_is_utc(tmp_path: Path) -> None:
    for date, offset in (("Mon, 24 Feb 2025 10:30:05", None), ("24 Feb 2025 10:30:05 -0000", 0)):
        record = only(tmp_path, f"From: a@b.example\nTo: c@d.example\nDate: {date}\n\nx")
        assert record.time is not None
        assert (record.time.wall, record.time.offset_min) == (datetime(2025, 2, 24, 10, 30, 5), offset)


def test_without_a_date_the_server_that_received_it_says_when(tmp_path: Path) -> None:
    head = "Received: by mx.example; Mon, 24 Feb 2025 02:30:09 +0000\nFrom: a@b.example\n\nx"
    record = only(tmp_path, head)
    assert record.time is not None
    assert (record.time.wall, record.time.origin) == (datetime(2025, 2, 24, 2, 30, 9), "mail-received")


def with_files() -> EmailMessage:
    message = mail()
    message.add_alternative("<p>见附件<img src='cid:logo'></p>", subtype="html")
    html = message.get_payload()[1]
    assert isinstance(html, EmailMessage)
    html.add_related(b"\x89PNG logo", "image", "png", cid="<logo>")
    message.add_attachment(b"%PDF-1.4 contract", maintype="application", subtype="pdf", filename="借款合同.pdf")
    inner = mail(Subject="原邮件")
    inner.add_attachment(b"deep", maintype="image", subtype="jpeg", filename="deep.jpg")
    message.add_attachment(inner)
    return message


def test_attachments_inline_pictures_and_mails_in_the_mail_are_its_files(tmp_path: Path) -> None:
    source = source_of(tmp_path, with_files().as_bytes(), "a.eml")
    (record,) = records_of(source)
    parts = parts_of(source)
    assert [part.attachment for part in parts] == list(record.attachments)
    assert [part.attachment.name for part in parts][1:] == ["借款合同.pdf", "原邮件.eml"]
    assert parts[0].attachment.name.endswith(".png")
    assert [part.data for part in parts[:2]] == [b"\x89PNG logo", b"%PDF-1.4 contract"]
    assert len({part.attachment.part for part in parts}) == 3


def test_a_mail_in_a_mail_is_read_like_any_other(tmp_path: Path) -> None:
    inner = parts_of(source_of(tmp_path, with_files().as_bytes(), "a.eml"))[2].data
    source = source_of(tmp_path, inner, "原邮件.eml")
    (record,) = records_of(source, "mail")
    assert record.text.startswith("原邮件\n\n")
    assert [part.data for part in parts_of(source)] == [b"deep"]


def test_a_report_that_a_mail_was_not_delivered_is_one_of_its_files(tmp_path: Path) -> None:
    content = b"From: MAILER-DAEMON@mail.example\nTo: li@mail.example\nDate: Mon, 24 Feb 2025 10:30:05 +0800\n"
    content += b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: text/plain\n\nnot delivered\n"
    content += b"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example\n\n"
    content += b"Final-Recipient: rfc822; cs@surong.example\nStatus: 5.1.1\n\n--b--\n"
    (part,) = parts_of(source_of(tmp_path, content, "a.eml"))
    assert part.attachment.name == "2.txt"
    assert b"Status: 5.1.1" in part.data


def test_a_mail_in_a_mail_keeps_every_byte(tmp_path: Path) -> None:
    inner = (
        b"From:   a@b.example\nSubject: long\n  folded   so\nDate: Mon, 24 Feb 2025 10:30:05 +0800\n\n\xd6\xd0 8 bit\n"
    )
    content = b"From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed; boundary=b\n\n"
    content += b"--b\nContent-Type: message/rfc822\n\n" + inner + b"\n--b--\n"
    assert [part.data for part in parts_of(source_of(tmp_path, content, "a.eml"))] == [inner]


@pytest.mark.parametrize(
    "disposition",
    [
        b'filename="=?gb2312?B?%b?="' % base64.b64encode("合同.pdf".encode("gbk")),
        b"filename*=gb2312''%BA%CF%CD%AC.pdf",
        b"filename*=UTF-8''%E5%90%88%E5%90%8C.pdf",
        b'filename="%b"' % "合同.pdf".encode("gbk"),
        b"filename*0*=UTF-8''%E5%90%88; filename*1*=%E5%90%8C.pdf",
        b'filename="..\\\\..\\\\%b"' % "合同.pdf".encode(),
    ],
)
def test_names_of_files_are_read_however_programs_write_them(tmp_path: Path, disposition: bytes) -> None:
    content = b"From: a@b.example\nTo: c@d.example\nDate: Mon, 24 Feb 2025 10:30:05 +0800\n"
    content += b"Content-Type: application/pdf\nContent-Disposition: attachment; " + disposition + b"\n\nx"
    assert [each.name for each in only(tmp_path, content).attachments] == ["合同.pdf"]


def folder_of(tmp_path: Path, *messages: EmailMessage) -> bytes:
    """A folder as the standard library writes it."""
    box = mailbox.mbox(tmp_path / "box")
    for message in messages:
        box.add(mailbox.mboxMessage(message))
    box.close()
    return (tmp_path / "box").read_bytes()


def test_a_folder_gives_every_mail_in_its_order(tmp_path: Path) -> None:
    messages = [mail(Subject=f"第{number}封", Delivered_To="li@mail.example") for number in range(1, 6)]
    messages[2].set_content("前文\n\nFrom now on 10:30 2025\nFrom: somebody\n后文\n")
    messages.append(mail(From="li@mail.example", To="cs@surong.example", Subject="回复"))
    source = source_of(tmp_path, folder_of(tmp_path, *messages), "box")
    records = records_of(source, "mailbox")
    assert [record.place for record in records] == [f"element:{number}" for number in range(1, 7)]
    assert [record.text.split("\n")[0] for record in records][-2:] == ["第5封", "回复"]
    assert "前文\n\nFrom now on 10:30 2025\nFrom: somebody\n后文" in records[2].text
    assert [record.direction for record in records] == [Direction.IN] * 5 + [Direction.OUT]


def test_a_folder_of_sent_mails_is_told_by_its_name(tmp_path: Path) -> None:
    source = source_of(tmp_path, folder_of(tmp_path, mail()), "已发送.mbox")
    assert [record.direction for record in records_of(source)] == [Direction.OUT]


def test_files_in_a_folder_are_told_apart_by_their_mail(tmp_path: Path) -> None:
    source = source_of(tmp_path, folder_of(tmp_path, with_files(), mail(), with_files()), "box")
    records, parts = records_of(source), parts_of(source)
    assert [each for record in records for each in record.attachments] == [part.attachment for part in parts]
    assert len({part.attachment.part for part in parts}) == 6


def test_the_note_of_a_server_in_a_folder_is_no_mail(tmp_path: Path) -> None:
    note = mail(Subject="DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA", X_IMAP="1 2")
    assert len(records_of(source_of(tmp_path, folder_of(tmp_path, note, mail()), "box"))) == 1


def test_what_is_no_mail_between_mails_is_counted_as_unread(tmp_path: Path) -> None:
    garbage = b"From x@y.example Mon Feb 24 10:30:05 2025\nX-Odd: 1\n\nrubbish\n\n"
    good = folder_of(tmp_path, mail())
    found = list(reads_of(source_of(tmp_path, good + b"\n" + garbage + good, "box"), "mailbox"))
    assert [isinstance(each, Unread) for each in found] == [False, True, False]
    assert found[1].place == "element:2"


def test_apples_own_form_of_a_saved_mail_is_read(tmp_path: Path) -> None:
    content = mail().as_bytes()
    record = only(tmp_path, b"%d\n" % len(content) + content + b'<?xml version="1.0"?><plist/>', "1.emlx")
    assert record.text.startswith("逾期通知")
    assert "plist" not in record.text


@pytest.mark.parametrize(
    "content",
    [
        "From now on, everything is different.\nDate: today\n",
        "Subject: only one\n\nx",
        "小红  16:21\n\nFrom: a\nTo: b\n",
        "note: a\nother: b\n\n",
        "",
    ],
)
def test_texts_that_look_a_little_like_mails_are_none(tmp_path: Path, content: str) -> None:
    found = format_of(source_of(tmp_path, content, "a.eml"))
    assert found is None or found.code not in {"mail", "mailbox"}


def nested(depth: int) -> bytes:
    """Parts in parts in parts."""
    head = b"From: a@b.example\nTo: c@d.example\nDate: Mon, 24 Feb 2025 10:30:05 +0800\n"
    for level in range(depth):
        head += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level)
    return head + b"Content-Type: text/plain\n\ninnermost\n"


HOSTILE = {
    "parts in parts, 3,000 deep": nested(3000),
    "a megabyte of opening parentheses in an address": b"To: a@b.example\nDate: x\nFrom: " + b"(" * 2**20 + b"\n\nx",
    "a header of ten megabytes": b"From: a@b.example\nTo: a@b.example\nSubject: " + b"x" * (10 * 2**20) + b"\n\nx",
    "very many parts": b"From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed; boundary=b\n\n"
    + b"--b\n\nx\n" * (100_000 if SOAK else 15_000),
    "a boundary that is not there": b"From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed\n\nx",
    "base64 cut short": b"From: a@b.example\nTo: c@d.example\nContent-Transfer-Encoding: base64\n\nQQ",
    "an encoding that is none": b"From: =?rot13?Q?x?= <a@b.example>\nTo: c@d.example\n"
    b"Content-Type: text/plain; charset=zip\n\nx",
    "NULs": b"From: a@b.example\nTo: c@d.example\n\n\0\0x\0",
    "a date that overflows": b"From: a@b.example\nTo: c@d.example\nDate: 99 Feb 99999999999 99:99:99 +9999\n\nx",
    "a mail that holds itself": b"From: a@b.example\nTo: c@d.example\n"
    + b"Content-Type: message/rfc822\n\nFrom: a@b.example\n" * 500,
    "HTML, a hundred thousand deep": b"From: a@b.example\nTo: c@d.example\nContent-Type: text/html\n\n"
    + b"<div>" * 100_000
    + b"x",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_read_or_counted_as_unread(tmp_path: Path, name: str) -> None:
    source = source_of(tmp_path, HOSTILE[name], "a.eml")
    (found,) = reads_of(source, "mail")
    assert isinstance(found, Record) or found.reason == "record-damaged"
    parts_of(source)


def test_no_damaged_mail_makes_the_importer_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, with_files().as_bytes(), read_any, "a.eml")


def test_no_damaged_folder_makes_the_importer_fail(tmp_path: Path) -> None:
    content = folder_of(tmp_path, mail(), with_files(), mail(Delivered_To="li@mail.example"))
    survives_damage(tmp_path, content, read_any, "box")


def test_the_file_of_one_mail_has_the_time_at_which_it_was_sent(tmp_path: Path) -> None:
    (tmp_path / "回复.eml").write_bytes(bytes(mail()))
    (reading,) = inspect_file(tmp_path / "回复.eml", "回复.eml").readings
    assert (reading.wall, reading.offset_min) == (datetime(2025, 2, 24, 10, 30, 5), 480)


@pytest.mark.parametrize("date", ["", "soon"])
def test_the_file_of_a_mail_that_does_not_say_when_has_no_time(date: str, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(bytes(mail(Date=date)))
    assert inspect_file(tmp_path / "a.eml", "a.eml").readings == ()
