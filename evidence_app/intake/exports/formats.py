"""The visible list of what can be imported, the most particular first. Runs in a worker process.

Formats are recognised by what a file says, never by its name alone: names are lost, mailed and translated.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evidence_app.domain.contacts import Contact
from evidence_app.domain.exports import Read
from evidence_app.intake.exports import (
    calendars,
    calls_backup,
    carrier_calls,
    chatlab,
    generic_table,
    imazing,
    imessage_text,
    line_text,
    mail,
    memotrace,
    named_text,
    outlook,
    plan_tables,
    qq_json,
    qq_listed,
    qq_text,
    saved_page,
    sms_backup,
    telegram,
    telegram_page,
    vcards,
    vmsg,
    wechat_json,
    wechat_mail,
    wechat_page,
    wechat_share,
    wechat_table,
    wechat_text,
    whatsapp,
    whatsapp_page,
)
from evidence_app.intake.exports.institutions import bills
from evidence_app.intake.exports.source import Part, Source


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format. ``code`` is stable: the custody log names it, phrases have its words.

    ``recognises`` looks at a source's beginning. ``read`` yields every record in its order, and raises `Unreadable`
    only for what concerns the whole file: with a code of `ASKS` where only a person can say how to begin.
    ``parts`` yields the files inside, None for formats that hold none. ``asks`` returns the codes of the questions
    (`Survey.asks`) that this file, with its hints, leaves open; it may read the whole file; None for formats that leave
    none. ``states`` returns how many records the file itself says it holds (`Survey.stated_count`), None for formats
    that never say it. ``version`` grows when the same file would give other records than before.
    ``part_mark`` is in every file that holds others: one without it need not be gone through for them.
    """

    code: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], Iterator[Read]]
    parts: Callable[[Source], Iterator[Part]] | None = None
    asks: Callable[[Source], tuple[str, ...]] | None = None
    contacts: Callable[[Source], Iterator[Contact]] | None = None
    states: Callable[[Source], int | None] | None = None
    version: int = 1
    part_mark: bytes = b""


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat(
        "sms-backup",
        sms_backup.recognises,
        sms_backup.read,
        sms_backup.parts,
        states=sms_backup.states,
        part_mark=b"<part",
    ),
    ExportFormat("calls-backup", calls_backup.recognises, calls_backup.read, states=calls_backup.states),
    ExportFormat("vcards", vcards.recognises, vcards.read, contacts=vcards.contacts),
    ExportFormat("calendar", calendars.recognises, calendars.read),
    ExportFormat("vmsg", vmsg.recognises, vmsg.read, version=2),
    ExportFormat(
        "imazing", imazing.recognises_messages, imazing.read_messages, asks=imazing.asks_of_messages, version=2
    ),
    ExportFormat("imazing-calls", imazing.recognises_calls, imazing.read_calls, asks=imazing.asks_of_calls, version=2),
    ExportFormat("carrier-calls", carrier_calls.recognises, carrier_calls.read, asks=carrier_calls.asks, version=4),
    ExportFormat("imessage-text", imessage_text.recognises, imessage_text.read),
    ExportFormat("wechat-mail", wechat_mail.recognises, wechat_mail.read, mail.mail_parts, asks=wechat_mail.asks),
    ExportFormat("mailbox", mail.recognises_mailbox, mail.read_mailbox, mail.mailbox_parts),
    ExportFormat("mail", mail.recognises_mail, mail.read_mail, mail.mail_parts),
    ExportFormat("outlook-mail", outlook.recognises, outlook.read, outlook.parts),
    ExportFormat("memotrace", memotrace.recognises, memotrace.read, asks=memotrace.asks),
    ExportFormat("wechat-table", wechat_table.recognises, wechat_table.read, asks=wechat_table.asks),
    ExportFormat(plan_tables.CODE, plan_tables.recognises, plan_tables.read, asks=plan_tables.asks),
    ExportFormat(
        "table",
        generic_table.recognises_mapped,
        generic_table.read_mapped,
        asks=generic_table.asks_of_mapped,
        version=3,
    ),
    *(
        ExportFormat(bill.code, bill.recognises, bill.read, asks=bill.asks, states=bill.states, version=4)
        for bill in bills()
    ),
    ExportFormat("wechat-json", wechat_json.recognises, wechat_json.read, version=2),
    ExportFormat("telegram", telegram.recognises, telegram.read, asks=telegram.asks),
    ExportFormat("qq-json", qq_json.recognises, qq_json.read, asks=qq_json.asks, states=qq_json.states),
    ExportFormat("qq-listed", qq_listed.recognises, qq_listed.read, asks=qq_listed.asks, states=qq_listed.states),
    ExportFormat("qq-text", qq_text.recognises, qq_text.read, asks=qq_text.asks),
    ExportFormat("whatsapp", whatsapp.recognises, whatsapp.read, asks=whatsapp.asks, version=2),
    ExportFormat("line-text", line_text.recognises, line_text.read, asks=line_text.asks, version=2),
    ExportFormat("chatlab", chatlab.recognises, chatlab.read, asks=chatlab.asks),
    ExportFormat("wechat-share", wechat_share.recognises, wechat_share.read, asks=wechat_share.asks, version=2),
    ExportFormat("wechat-text", wechat_text.recognises, wechat_text.read, asks=wechat_text.asks),
    ExportFormat("named-text", named_text.recognises, named_text.read, asks=named_text.asks),
    ExportFormat(
        "statement",
        generic_table.recognises_statement,
        generic_table.read_statement,
        asks=generic_table.asks_of_statement,
        version=4,
    ),
    ExportFormat("wechat-page", wechat_page.recognises, wechat_page.read),
    ExportFormat("telegram-page", telegram_page.recognises, telegram_page.read, asks=telegram_page.asks, version=2),
    ExportFormat("whatsapp-page", whatsapp_page.recognises, whatsapp_page.read, asks=whatsapp_page.asks),
    ExportFormat("saved-page", saved_page.recognises, saved_page.read),
)


def contacts_of(source: Source) -> Iterator[Contact]:
    """Yield the contacts that a file holds, none for one that is no address book. Raises OSError."""
    found = format_of(source)
    if found is not None and found.contacts is not None:
        yield from found.contacts(source)


def format_of(source: Source) -> ExportFormat | None:
    """Return the importer of a file, None for one that is no known export. Raises OSError."""
    return next((each for each in FORMATS if each.recognises(source)), None)
