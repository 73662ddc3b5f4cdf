"""What is counted of an export is what stands in it."""

from zoneinfo import ZoneInfo

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Record
from evidence_app.intake.exports.surveying import Surveyor
from evidence_app.intake.survey_messages import parse_survey, survey_bytes


def test_files_that_an_export_only_names_are_told_from_those_that_are_in_it() -> None:
    surveyor = Surveyor("wechat-share", ZoneInfo("Asia/Shanghai"))
    surveyor.take(Record("line:1", EventKind.MESSAGE, attachments=(Attachment("1.jpg"),)))
    surveyor.take(Record("line:2", EventKind.MESSAGE, attachments=(Attachment("a.pdf", "part:1"), Attachment("2.jpg"))))
    found = parse_survey(survey_bytes(surveyor.survey((), None)))
    assert (found.attachment_count, found.beside_count) == (3, 2)


def test_how_a_number_signs_what_it_sends_is_told_of_what_came_and_never_of_what_was_written_to_it() -> None:
    surveyor = Surveyor("sms-backup", ZoneInfo("Asia/Shanghai"))
    for number, direction, text in (
        ("1069", Direction.OUT, "【速融宝】是谁？"),
        ("1069", Direction.IN, "您好"),
        ("1069", Direction.IN, "【速融宝】您的借款已逾期"),
        ("95533", Direction.IN, "您的账户支出 10 元【建设银行】"),
        ("139", Direction.OUT, "【转发】你看"),
    ):
        surveyor.take(Record("line:1", EventKind.MESSAGE, None, direction, number=number, text=text))
    found = parse_survey(survey_bytes(surveyor.survey((), None)))
    assert {each.number: (each.count, each.signed) for each in found.parties} == {
        "1069": (3, "速融宝"),
        "95533": (1, "建设银行"),
        "139": (1, ""),
    }
