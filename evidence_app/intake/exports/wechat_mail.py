"""Chats that WeChat shared by e-mail, still in the mail: its words are the chat, its files are what was sent there."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from evidence_app.domain.exports import Attachment, Read, Record
from evidence_app.intake.exports import mail, wechat_share
from evidence_app.intake.exports.chat_sides import Sides
from evidence_app.intake.exports.mail_message import BROKEN, Mail
from evidence_app.intake.exports.source import Source


def recognises(source: Source) -> bool:
    """Tell whether the file is a mail whose words begin as such a chat does."""
    if not mail.recognises_mail(source):
        return False
    try:
        return wechat_share.begins_as_chat(_lines(Mail(source.head)))
    except BROKEN:
        return False


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, where the heading does not."""
    try:
        return () if _sides(source, _lines(Mail(source.head))).told_apart else ("owner",)
    except BROKEN:
        return ()


def read(source: Source) -> Iterator[Read]:
    """Yield every message of the chat; lines are counted in the words of the mail."""
    data = mail.one(source)
    try:
        letter = Mail(data or b"")
        lines, files = _lines(letter), _files(letter)
    except BROKEN:
        lines = []
    if data is None or not wechat_share.begins_as_chat(lines):
        yield from mail.read_mail(source)
        return
    for each in wechat_share.messages(iter(enumerate(lines, 1)), _sides(source, lines), wechat_share.Layout.of(lines)):
        yield _with_files(each, files) if isinstance(each, Record) else each


def _lines(letter: Mail) -> list[str]:
    return letter.body.split("\n")


def _sides(source: Source, lines: list[str]) -> Sides:
    return wechat_share.sides_in(lines, source.hints.owner)


def _files(letter: Mail) -> dict[str, str]:
    """Return where the files of a mail are, by their names with and without ending."""
    found: dict[str, str] = {}
    for file in letter.files():
        for name in (file.name, PurePosixPath(file.name).stem):
            found.setdefault(name, f"1/{file.part}")
    return found


def _with_files(record: Record, files: dict[str, str]) -> Record:
    if not record.attachments:
        return record
    named = tuple(Attachment(each.name, files.get(each.name, each.part)) for each in record.attachments)
    return record._replace(attachments=named)
