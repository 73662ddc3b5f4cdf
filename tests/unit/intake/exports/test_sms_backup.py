"""Messages of SMS Backup & Restore come in as they are, however the phone wrote them."""

import base64
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.dom import minidom
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import Attachment, Read, Record, Unread
from evidence_app.intake.exports import sms_backup
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.source import Source
from tests.samples import SAMPLES
from tests.unit.intake.exports.written import SOAK, records_of, source_of, survives_damage

REAL = SAMPLES / "sms" / "smsbr_sms-test.xml"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def sms(**fields: str) -> str:
    all_fields = {
        "protocol": "0",
        "address": "10690000",
        "date": "1740182103123",
        "type": "1",
        "subject": "null",
        "body": "您已逾期",
        "readable_date": "2025年2月22日",
        "contact_name": "(Unknown)",
    } | fields
    return f"  <sms {' '.join(f'{key}={quoteattr(value)}' for key, value in all_fields.items())} />\n"


def mms(inside: str, **fields: str) -> str:
    all_fields = {"date": "1740182103000", "msg_box": "1", "address": "+8613800138000", "sub": "null"} | fields
    return f"<mms {' '.join(f'{key}={quoteattr(value)}' for key, value in all_fields.items())}>{inside}</mms>\n"


def part(kind: str, text: str = "null", data: bytes = b"", **fields: str) -> str:
    all_fields = {"seq": "0", "ct": kind, "name": "null", "cl": "null", "text": text} | fields
    if data:
        all_fields["data"] = base64.b64encode(data).decode()
    return f"<part {' '.join(f'{key}={quoteattr(value)}' for key, value in all_fields.items())} />"


def backup(*messages: str, count: int | None = None) -> str:
    number = len(messages) if count is None else count
    return f"<?xml version='1.0' encoding='UTF-8' ?>\n<smses count=\"{number}\">\n{''.join(messages)}</smses>"


def test_a_received_message_is_told_with_its_time_in_utc(tmp_path: Path) -> None:
    (record,) = records_of(source_of(tmp_path, backup(sms())))
    assert record.kind is EventKind.MESSAGE
    assert (record.place, record.direction, record.number, record.text) == (
        "element:1", Direction.IN, "10690000", "您已逾期")  # fmt: skip
    assert record.party == ""
    assert record.time is not None
    assert (record.time.wall, record.time.offset_min) == (datetime(2025, 2, 21, 23, 55, 3), 0)


@pytest.mark.parametrize(
    ("kind", "direction", "outcome", "warning"),
    [
        ("1", Direction.IN, Outcome.NONE, ""),
        ("2", Direction.OUT, Outcome.NONE, ""),
        ("3", Direction.OUT, Outcome.PENDING, "message-draft"),
        ("4", Direction.OUT, Outcome.PENDING, "message-unsent"),
        ("5", Direction.OUT, Outcome.FAILED, "message-failed"),
        ("6", Direction.OUT, Outcome.PENDING, "message-unsent"),
    ],
)
def test_what_never_left_the_phone_is_told_apart(
    tmp_path: Path, kind: str, direction: Direction, outcome: Outcome, warning: str
) -> None:
    (record,) = records_of(source_of(tmp_path, backup(sms(type=kind))))
    assert (record.direction, record.outcome, record.warning) == (direction, outcome, warning)


@pytest.mark.parametrize(
    "halves", ["&#55357;&#56846;", "&#xD83D;&#xDE0E;", "&#128526;", "\N{SMILING FACE WITH SUNGLASSES}"]
)
def test_an_emoji_written_in_halves_is_one_character(tmp_path: Path, halves: str) -> None:
    content = backup(sms(body="HERE")).replace("HERE", f"收到{halves}了")
    (record,) = records_of(source_of(tmp_path, content))
    assert record.text == "收到\N{SMILING FACE WITH SUNGLASSES}了"


def test_half_an_emoji_alone_leaves_a_mark_and_the_text_around_it(tmp_path: Path) -> None:
    content = backup(sms(body="HERE")).replace("HERE", "before &#55357; after")
    (record,) = records_of(source_of(tmp_path, content))
    assert record.text == "before \ufffd after"


def test_halves_of_emoji_written_as_bytes_are_joined(tmp_path: Path) -> None:
    content = backup(sms(body="HERE")).encode().replace(b"HERE", "\ud83d\ude0e".encode("utf-8", "surrogatepass") * 4)
    (record,) = records_of(source_of(tmp_path, content))
    assert record.text == "\N{SMILING FACE WITH SUNGLASSES}" * 4


def test_line_breaks_and_quotes_of_a_message_are_kept(tmp_path: Path) -> None:
    content = backup(sms(body="HERE")).replace('"HERE"', "'1 &lt; 2 &amp; \"so\"&#10;next > last'")
    (record,) = records_of(source_of(tmp_path, content))
    assert record.text == '1 < 2 & "so"\nnext > last'


def test_a_bare_angle_bracket_in_a_message_loses_nothing(tmp_path: Path) -> None:
    content = backup(sms(body="HERE"), sms(body="next")).replace("HERE", "I <3 you > him")
    assert [each.text for each in records_of(source_of(tmp_path, content))] == ["I <3 you > him", "next"]


def test_a_damaged_message_is_told_and_the_next_one_stands(tmp_path: Path) -> None:
    content = backup(sms(), sms(body="HERE"), sms(body="next")).replace('"HERE"', '"HERE')
    first, damaged, last = sms_backup.read(source_of(tmp_path, content))
    assert isinstance(damaged, Unread)
    assert (damaged.place, damaged.reason) == ("element:2", "record-damaged")
    assert "HERE" in damaged.words
    assert isinstance(first, Record)
    assert isinstance(last, Record)
    assert (last.place, last.text) == ("element:3", "next")


def test_a_file_cut_anywhere_gives_what_came_before_and_says_so(tmp_path: Path) -> None:
    content = backup(sms(body="one"), sms(body="two"), sms(body="three"))
    for cut in range(content.index("<sms ") + 1, len(content), 11):
        *before, end = sms_backup.read(source_of(tmp_path, content[:cut]))
        assert isinstance(end, Unread)
        assert (end.reason, end.place) == ("cut-off", f"element:{len(before) + 1}")
        assert [each.text for each in before if isinstance(each, Record)] == ["one", "two", "three"][: len(before)]
        assert len(before) == content[:cut].count("/>")


def test_a_message_cut_before_its_picture_is_told_with_its_words(tmp_path: Path) -> None:
    content = backup(mms(f"<parts>{part('text/plain', '看图')}{part('image/png', data=PNG)}</parts>"))
    (end,) = sms_backup.read(source_of(tmp_path, content[: content.index("data=") + 40]))
    assert end == Unread("element:1", "cut-off", "看图")


def test_a_wrong_count_is_told_and_not_believed(tmp_path: Path) -> None:
    source = source_of(tmp_path, backup(sms(), sms(), count=7))
    assert (len(records_of(source)), sms_backup.states(source)) == (2, 7)


def test_a_message_without_a_time_is_told_with_its_words(tmp_path: Path) -> None:
    (unread,) = sms_backup.read(source_of(tmp_path, backup(sms(date="null", body="when?"))))
    assert unread == Unread("element:1", "record-incomplete", "when?")


def test_text_parts_are_the_text_and_smil_is_nothing(tmp_path: Path) -> None:
    parts = part("application/smil", "<smil/>") + part("text/plain", "first") + part("text/plain", "second")
    (record,) = records_of(source_of(tmp_path, backup(mms(f"<parts>{parts}</parts>", sub="Subject"))))
    assert record.text == "Subject\nfirst\nsecond"
    assert record.attachments == ()


def test_pictures_are_attachments_with_their_bytes(tmp_path: Path) -> None:
    parts = part("text/plain", "看图") + part("image/png", data=PNG, cl="合同.png") + part("image/jpeg", name="gone")
    source = source_of(tmp_path, backup(sms(), mms(f"<parts>{parts}</parts>")))
    _, record = records_of(source)
    picture = Attachment("合同.png", "element:2/1")
    assert record.attachments == (picture, Attachment("gone.jpg", ""))
    assert list(sms_backup.parts(source)) == [(picture, PNG)]


def test_ten_megabytes_in_one_attribute_are_read(tmp_path: Path) -> None:
    data = bytes(range(256)) * 32_000
    parts = part("video/3gpp", data=data, name="clip.3gp") + part("text/plain", "看视频")
    source = source_of(tmp_path, backup(mms(f"<parts>{parts}</parts>"), sms(body="after")))
    assert source.path.stat().st_size > 10 * 2**20
    assert [each.text for each in records_of(source)] == ["看视频", "after"]
    assert [each.data for each in sms_backup.parts(source)] == [data]


def test_in_a_group_the_sender_is_the_other_side(tmp_path: Path) -> None:
    addresses = '<addrs><addr address="+2" type="137" /><addr address="+1" type="151" /></addrs>'
    parts = f"<parts>{part('text/plain', 'hi')}</parts>"
    content = backup(mms(parts + addresses, address="+1~+2~+3", contact_name="Ann, Ben, Cem"))
    (record,) = records_of(source_of(tmp_path, content))
    assert (record.party, record.number) == ("Ben", "+2")


def test_to_a_group_all_of_it_is_the_other_side(tmp_path: Path) -> None:
    addresses = '<addrs><addr address="insert-address-token" type="137" /><addr address="+1" type="151" /></addrs>'
    content = backup(mms(addresses, address="+1~+2", contact_name="Ann, Ben", msg_box="2"))
    (record,) = records_of(source_of(tmp_path, content))
    assert (record.party, record.number, record.direction) == ("Ann, Ben", "+1, +2", Direction.OUT)


def test_who_of_a_group_is_in_no_address_book_is_known_by_the_number(tmp_path: Path) -> None:
    addresses = '<addrs><addr address="insert-address-token" type="137" /><addr address="+1" type="151" /></addrs>'
    for names, party in (("Ann, (Unknown)", "Ann, +2"), ("(Unknown), (Unknown)", "(Unknown), (Unknown)")):
        content = backup(mms(addresses, address="+1~+2", contact_name=names, msg_box="2"))
        (record,) = records_of(source_of(tmp_path, content))
        assert (record.party, record.number) == (party, "+1, +2")


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret", "utf-8")
    declared = (
        f'<!DOCTYPE smses [<!ENTITY xxe SYSTEM "file://{secret}"><!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    )
    content = declared + backup(sms(body="HERE")).replace("HERE", "&xxe; &b;")
    (record,) = records_of(source_of(tmp_path, content.split("?>\n")[1]))
    assert (record.text, record.warning) == ("&xxe; &b;", "entities-left")


@pytest.mark.parametrize(
    ("odd", "text", "warning"),
    [
        (b"&nbsp;", "&nbsp;", "entities-left"),
        (b"caf\xe9 and \xff", "caf\ufffd and \ufffd", ""),
        ("\ud83d".encode("utf-8", "surrogatepass") + "您好".encode(), "\ufffd您好", ""),
        (b"I <3 you > him", "I <3 you > him", ""),
        (b"<sms in a message", "<sms in a message", ""),
        (b"long" * 50_000, "long" * 50_000, ""),
        (b"&#55357;", "\ufffd", ""),
        (b"null", "", ""),
    ],
)
def test_one_odd_message_among_many_that_are_alike_leaves_all_others_as_they_are(
    tmp_path: Path, odd: bytes, text: str, warning: str
) -> None:
    messages = [sms(body=f"{number}好") for number in range(500)]
    messages[250] = sms(body="ODD")
    found = records_of(source_of(tmp_path, backup(*messages).encode().replace(b"ODD", odd)))
    assert [each.place for each in found] == [f"element:{number}" for number in range(1, 501)]
    assert (found[250].text, found[250].warning) == (text, warning)
    rest = found[:250] + found[251:]
    assert [each.text for each in rest] == [f"{number}好" for number in range(500) if number != 250]
    assert not any(each.warning for each in rest)


@pytest.mark.parametrize("mark", ["<!-- made by ", "<![CDATA["])
def test_messages_behind_a_comment_without_an_end_are_read(tmp_path: Path, mark: str) -> None:
    content = backup(mark, sms(body="1"), sms(body="2"))
    assert [each.text for each in records_of(source_of(tmp_path, content))] == ["1", "2"]


def test_a_message_in_a_comment_is_none(tmp_path: Path) -> None:
    content = backup("<!-- " + sms() + " -->", sms(body="real"), "<![CDATA[" + sms() + "]]>")
    assert [each.text for each in records_of(source_of(tmp_path, content))] == ["real"]


def test_nuls_and_line_ends_of_any_kind_do_no_harm(tmp_path: Path) -> None:
    content = backup(sms(), sms(body="two")).encode().replace(b"\n", b"\r\n\r\0\0\0\n").replace(b"two", b"t\0wo")
    assert [each.text for each in records_of(source_of(tmp_path, content))] == ["您已逾期", "two"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_a_file_in_another_encoding_than_it_claims_is_read(tmp_path: Path, encoding: str) -> None:
    content = backup(sms(body="逾期罚息㐂")).replace("UTF-8", "gb2312").encode(encoding)
    (record,) = records_of(source_of(tmp_path, content))
    assert record.text == "逾期罚息㐂"


def test_a_character_cut_in_half_costs_no_other(tmp_path: Path) -> None:
    content = backup(sms(body="您的借款已逾期HERE")).encode().replace(b"HERE", "请".encode()[:2])
    (record,) = records_of(source_of(tmp_path, content))
    assert record.text == "您的借款已逾期\ufffd"


def test_the_list_of_super_backup_is_read_too(tmp_path: Path) -> None:
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<allsms count="1">\n\t<sms address="95588" time="2014年11月5日" '
        'date="1415228953251" type="1" body="hi" read="1" service_center="" name="ICBC" />\n</allsms>'
    )
    source = source_of(tmp_path, content)
    (record,) = records_of(source)
    assert (record.party, record.number, record.text) == ("ICBC", "95588", "hi")


def test_it_is_known_by_what_it_says(tmp_path: Path) -> None:
    found = format_of(source_of(tmp_path, backup(sms()), "合同.txt"))
    assert found is not None
    assert found.code == "sms-backup"
    assert format_of(source_of(tmp_path, "<notes>smses</notes>", "sms-2024.xml")) is None


@pytest.mark.skipif(not REAL.is_file(), reason="the real samples are not here")
def test_a_real_backup_reads_as_another_parser_reads_it(tmp_path: Path) -> None:
    tree = minidom.parse(str(REAL))
    expected = [
        (
            "out" if (node.getAttribute("type") or node.getAttribute("msg_box")) == "2" else "in",
            datetime(1970, 1, 1) + timedelta(seconds=int(node.getAttribute("date")) // 1000),
            node.getAttribute("body")
            or "".join(
                each.getAttribute("text")
                for each in node.getElementsByTagName("part")
                if each.getAttribute("ct") == "text/plain"
            ),
        )
        for node in tree.documentElement.childNodes
        if node.nodeName in ("sms", "mms")
    ]
    found = records_of(source_of(tmp_path, REAL.read_bytes()))
    assert [(each.direction, each.time and each.time.wall, each.text) for each in found] == expected
    assert len(found) == 15
    # the last one is of a group: 137 is +15555550005, third in `address`, as Antonio Scott is in `contact_name`
    assert (found[-1].party, found[-1].number) == ("Antonio Scott", "+15555550005")
    assert [(each.name, each.part) for each in found[13].attachments] == [("duck.png", "element:14/1")]


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t<>&\"'"), max_size=60).filter(
    lambda text: text != "null"
)
TIMES = st.datetimes(datetime(2001, 1, 1), datetime(2100, 1, 1))


@settings(max_examples=2000 if SOAK else 30, deadline=None)
@given(st.lists(st.tuples(TEXTS, TIMES, st.sampled_from("123456"), st.booleans())))
def test_what_is_written_comes_back(messages: list[tuple[str, datetime, str, bool]]) -> None:
    written = [
        (mms(f"<parts>{part('text/plain', text)}</parts>", date=millis(at), msg_box=way) if long else
         sms(body=text, date=millis(at), type=way)).replace("\n", "&#10;").replace("\t", "&#9;")
        for text, at, way, long in messages
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:  # an example each: pytest's folder is one for all of them
        found = records_of(source_of(Path(folder), backup(*written)))
    assert [(each.text, each.time and each.time.wall, each.direction is Direction.IN) for each in found] == [
        (text, at.replace(microsecond=0), way == "1") for text, at, way, _ in messages
    ]
    assert [each.place for each in found] == [f"element:{number}" for number in range(1, len(messages) + 1)]


def millis(at: datetime) -> str:
    return str(int(at.replace(tzinfo=UTC).timestamp()) * 1000)


def test_broken_backups_do_no_harm(tmp_path: Path) -> None:
    picture = mms(f"<parts>{part('text/plain', '看图')}{part('image/png', data=PNG)}</parts><addrs></addrs>")
    made = backup(*(sms(body=f"第{number}条 &#55357;&#56846;") for number in range(20)), picture, sms()).encode()
    survives_damage(tmp_path, made, read_with_parts)


def read_with_parts(source: Source) -> Iterator[Read]:
    assert all(part.attachment.part for part in sms_backup.parts(source))
    return sms_backup.read(source)
