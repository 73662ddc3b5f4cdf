"""A chat that WeChat shared by mail, and that still is in the mail with its files."""

from email.message import EmailMessage
from pathlib import Path

from evidence_app.domain.events import Direction
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.mail import mail_parts
from tests.unit.intake.exports.written import records_of, source_of, survives_damage

CHAT = """Dear:

      速融宝客服 和 小李 在微信上的聊天记录如下，请查收。

—————  2025-02-24  —————


速融宝客服  16:21

您的借款已逾期

小李  16:25

[图片: 7d1f.jpg(请在附件中查看)]
"""


def shared() -> bytes:
    """As WeChat hands it to a mail program."""
    message = EmailMessage()
    message["From"] = message["To"] = "li@mail.example"
    message["Date"] = "Mon, 24 Feb 2025 18:00:00 +0800"
    message["Subject"] = "微信聊天记录"
    message.set_content(CHAT, cte="base64")
    message.add_attachment(b"\xff\xd8 picture", maintype="image", subtype="jpeg", filename="7d1f.jpg")
    return message.as_bytes()


def test_the_messages_of_the_chat_are_read_not_the_mail(tmp_path: Path) -> None:
    records = records_of(source_of(tmp_path, shared(), "a.eml"), "wechat-mail")
    assert [(record.direction, record.party or "", record.text) for record in records] == [
        (Direction.IN, "速融宝客服", "您的借款已逾期"),
        (Direction.OUT, "速融宝客服", "[图片: 7d1f.jpg(请在附件中查看)]"),
    ]


def test_what_was_sent_in_the_chat_is_the_file_in_the_mail(tmp_path: Path) -> None:
    source = source_of(tmp_path, shared(), "a.eml")
    (attachment,) = records_of(source)[1].attachments
    assert attachment == next(mail_parts(source)).attachment


def test_no_damage_makes_the_importer_fail(tmp_path: Path) -> None:
    known = format_of(source_of(tmp_path, shared(), "a.eml"))
    assert known is not None
    survives_damage(tmp_path, shared(), known.read, "a.eml")
