"""Chats of WhatsApp Web, saved as a page."""

from datetime import datetime
from pathlib import Path

from evidence_app.domain.exports import Attachment, Hints
from evidence_app.intake.exports import whatsapp_page
from tests.unit.intake.exports.written import records_of, source_of, survives_damage


def message(way: str, stamp: str, inside: str) -> str:
    said = f'<div class="copyable-text" data-pre-plain-text="{stamp}">{inside}</div>' if stamp else inside
    return f'<div role="row"><div class="message-{way} focusable"><div>{said}<span>10:15</span></div></div></div>\n'


def words(text: str) -> str:
    return f'<span dir="ltr" class="_ao3e selectable-text copyable-text"><span>{text}</span></span>'


QUOTE = '<div role="button"><span>Swift</span><span dir="auto" class="quoted-mention _ao3e">pay now</span></div>'


def page(*messages: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>(2) WhatsApp</title></head><body><header><span title='Chats'>Chats</span>"
        '</header><div id="main"><header><div><span dir="auto" title="Swift Loan">Swift Loan</span></div></header>\n'
        + "".join(messages)
        + "</div></body></html>"
    )


PAGE = page(
    message("in", "[10:15 PM, 3/5/2024] Swift Loan: ", words("pay now<br>or else")),
    message("out", "[10:16 PM, 3/5/2024] Me: ", QUOTE + words('no <img alt="😀" src="data:x"> thanks')),
    message("in", "", '<span data-icon="audio-play"></span><div>0:12</div>'),
    message("in", "[12:01 AM, 3/13/2024] Swift Loan: ", words("last: day")),
)


def test_each_message_says_which_way_it_went_when_and_what(tmp_path: Path) -> None:
    source = source_of(tmp_path, PAGE, "chat.html")
    found = records_of(source, "whatsapp-page")
    assert [(each.direction.value, each.time and each.time.wall, each.text) for each in found] == [
        ("in", datetime(2024, 3, 5, 22, 15), "pay now\nor else"),
        ("out", datetime(2024, 3, 5, 22, 16), "no 😀 thanks"),
        ("in", None, "0:12\n10:15"),
        ("in", datetime(2024, 3, 13, 0, 1), "last: day"),
    ]
    assert {each.party for each in found} == {"Swift Loan"}
    headless = records_of(source_of(tmp_path, PAGE.replace('id="main"', "")), "whatsapp-page")
    assert {each.party for each in headless} == {"Swift Loan"}
    assert whatsapp_page.asks(source) == ()


def test_which_way_round_days_are_is_asked_where_no_date_tells(tmp_path: Path) -> None:
    text = page(message("in", "[10:15, 3/5/2024] A: ", words("x")), message("out", "[10:16, 3/5/2024] B: ", words("y")))
    source = source_of(tmp_path, text, "chat.html")
    assert whatsapp_page.asks(source) == ("day-order",)
    assert {each.warning for each in records_of(source, "whatsapp-page")} == {"day-order-assumed"}
    told = records_of(source_of(tmp_path, text, "chat.html", hints=Hints(day_first=True)), "whatsapp-page")
    assert [(each.time and each.time.wall, each.warning) for each in told] == [
        (datetime(2024, 5, 3, 10, 15), ""),
        (datetime(2024, 5, 3, 10, 16), ""),
    ]


def test_the_pages_language_words_its_times(tmp_path: Path) -> None:
    text = page(
        message("in", "[下午8:19, 2024/3/5] 小美: ", words("a")),
        message("in", "[15:33, 14.9.2024] Magali: ", words("b")),
        message("in", "[2024年3月5日, 20:19] 小美：", words("c")),
    )
    found = records_of(source_of(tmp_path, text, "chat.html"), "whatsapp-page")
    assert [(each.agent_name, each.time and each.time.wall) for each in found] == [
        ("小美", datetime(2024, 3, 5, 20, 19)),
        ("Magali", datetime(2024, 9, 14, 15, 33)),
        ("小美", datetime(2024, 3, 5, 20, 19)),
    ]


def test_messages_far_below_the_beginning_are_found(tmp_path: Path) -> None:
    far = PAGE.replace("<body>", f"<body><script>{'x' * 300_000}</script>")
    assert len(records_of(source_of(tmp_path, far, "chat.html"), "whatsapp-page")) == 4


def test_pictures_that_were_saved_beside_the_page_are_its_messages_files(tmp_path: Path) -> None:
    text = page(message("in", "[10:15, 13/5/2024] A: ", '<img src="chat_files/photo%201.jpg"><img src="blob:x">'))
    found = records_of(source_of(tmp_path, text, "chat.html"), "whatsapp-page")
    assert [each.attachments for each in found] == [(Attachment("chat_files/photo 1.jpg"),)]


def test_a_message_with_an_emoji_and_a_character_that_is_none_is_read(tmp_path: Path) -> None:
    text = page(message("in", "[10:15, 13/5/2024] A: ", words('好<img alt="🙏">&#x2;谢谢')))
    (found,) = records_of(source_of(tmp_path, text, "chat.html"), "whatsapp-page")
    assert found.text == "好🙏谢谢"


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, PAGE.encode(), whatsapp_page.read)
