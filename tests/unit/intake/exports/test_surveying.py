"""What is counted of an export is what stands in it."""

from zoneinfo import ZoneInfo

from evidence_app.domain.events import EventKind
from evidence_app.domain.exports import Attachment, Record
from evidence_app.intake.exports.surveying import Surveyor
from evidence_app.intake.survey_messages import parse_survey, survey_bytes


def test_files_that_an_export_only_names_are_told_from_those_that_are_in_it() -> None:
    surveyor = Surveyor("wechat-share", ZoneInfo("Asia/Shanghai"))
    surveyor.take(Record("line:1", EventKind.MESSAGE, attachments=(Attachment("1.jpg"),)))
    surveyor.take(Record("line:2", EventKind.MESSAGE, attachments=(Attachment("a.pdf", "part:1"), Attachment("2.jpg"))))
    found = parse_survey(survey_bytes(surveyor.survey((), None)))
    assert (found.attachment_count, found.beside_count) == (3, 2)
