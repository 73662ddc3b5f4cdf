"""Contacts come in from vCards of every version; they are no events."""

import base64
import quopri
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.contacts import Contact
from evidence_app.domain.exports import Unread
from evidence_app.intake.exports import vcards
from evidence_app.intake.exports.formats import format_of
from tests.unit.intake.exports.written import SOAK, mutated, source_of


def card(*lines: str, end: str = "\r\n") -> str:
    return end.join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


def contacts(folder: Path, content: str | bytes) -> list[Contact]:
    return list(vcards.contacts(source_of(folder, content, "contacts.vcf")))


def test_names_and_numbers_are_read(tmp_path: Path) -> None:
    content = card(
        "N:王;小明;;;", "FN:王小明", "TEL;TYPE=CELL:138 0013 8000", "item1.TEL:+86 571 88888888", "EMAIL:a@b.cn"
    )
    assert contacts(tmp_path, content) == [Contact("王小明", ("138 0013 8000", "+86 571 88888888", "a@b.cn"))]


def test_quoted_printable_names_with_soft_breaks_are_read(tmp_path: Path) -> None:
    name = "速融宝客服中心王经理工号八〇二三"
    octets = "".join(f"={byte:02X}" for byte in name.encode())
    soft = octets[:75] + "=\r\n" + octets[75:]
    content = card(f"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{soft}", "TEL;CELL;PREF:10690000")
    assert contacts(tmp_path, content) == [Contact(name, ("10690000",))]


def test_gb2312_that_is_gb18030_is_read(tmp_path: Path) -> None:
    name = quopri.encodestring("㐂经理".encode("gb18030")).decode()
    content = card(f"FN;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:{name}", "TEL:95188")
    assert contacts(tmp_path, content) == [Contact("㐂经理", ("95188",))]


def test_folded_lines_and_escapes_are_resolved(tmp_path: Path) -> None:
    content = card("FN:Li\\, Lei\\; and", "  Co", "TEL;VALUE=uri:tel:+86-138-0013-8000")
    assert contacts(tmp_path, content) == [Contact("Li, Lei; and Co", ("+86-138-0013-8000",))]


@pytest.mark.parametrize(
    ("line", "name"), [("N:Li;Lei;;Mr;", "Mr Lei Li"), ("N:李;雷;;;", "李雷"), ("ORG:支付宝;客服", "支付宝 客服")]
)
def test_without_a_full_name_others_stand_in(tmp_path: Path, line: str, name: str) -> None:
    assert contacts(tmp_path, card(line, "FN:", "TEL:95188")) == [Contact(name, ("95188",))]


def test_a_photograph_of_ten_megabytes_costs_nothing(tmp_path: Path) -> None:
    photo = base64.encodebytes(bytes(range(256)) * 32_000).decode().replace("\n", "\r\n ")
    content = card("FN:Ann", "PHOTO;ENCODING=b;TYPE=JPEG:" + photo.strip(), "TEL:95188")
    assert contacts(tmp_path, content) == [Contact("Ann", ("95188",))]


def test_contacts_are_no_events(tmp_path: Path) -> None:
    source = source_of(tmp_path, card("FN:Ann", "TEL:95188"))
    found = format_of(source)
    assert found is not None
    assert found.code == "vcards"
    assert list(found.read(source)) == []
    assert found.contacts is not None
    assert list(found.contacts(source)) == [Contact("Ann", ("95188",))]


def test_a_card_without_an_end_is_told_and_the_next_one_stands(tmp_path: Path) -> None:
    content = card("FN:Ann", "TEL:1").replace("END:VCARD\r\n", "") + card("FN:Ben", "TEL:95188")
    assert contacts(tmp_path, content) == [Contact("Ben", ("95188",))]
    assert list(vcards.read(source_of(tmp_path, content))) == [Unread("line:1", "record-damaged", "Ann")]


def test_a_file_cut_in_the_middle_says_so(tmp_path: Path) -> None:
    content = card("FN:Ann", "TEL:1") + card("FN:Ben", "TEL:95188")[:-20]
    assert list(vcards.read(source_of(tmp_path, content))) == [Unread("line:6", "cut-off", "Ben")]


NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30).map(lambda text: f"n·{text}")
NUMBERS = st.lists(st.from_regex(r"\+?\d{3,13}", fullmatch=True), unique=True, max_size=4)


@settings(max_examples=2000 if SOAK else 30)
@given(st.lists(st.tuples(NAMES, NUMBERS), min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_is_written_comes_back(people: list[tuple[str, list[str]]], end: str) -> None:
    escaped = [
        (name.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,"), numbers) for name, numbers in people
    ]
    written = "".join(card(f"FN:{name}", *(f"TEL:{each}" for each in numbers), end=end) for name, numbers in escaped)
    with tempfile.TemporaryDirectory() as folder:
        found = contacts(Path(folder), written)
    assert found == [Contact(name, tuple(numbers)) for name, numbers in people]


def test_broken_cards_do_no_harm(tmp_path: Path) -> None:
    made = "".join(card(f"FN:第{n}人", "N;ENCODING=QUOTED-PRINTABLE:=E7=8E=\r\n=8B", f"TEL:1069{n}") for n in range(9))
    inputs, fruitful = 2000 if SOAK else 40, 0
    for seed in range(inputs):
        source = source_of(tmp_path, mutated(made.encode(), seed))
        told = [each.place for each in vcards.read(source)]
        assert len(set(told)) == len(told)
        fruitful += any(True for _ in vcards.contacts(source))
    print({"inputs": inputs, "gave contacts": fruitful})
    assert fruitful * 2 >= inputs


@pytest.mark.parametrize("between", ["", "END:VCARD\r\n", "END:VCARD\x9aBEGIN:VCARD\r\n", "BEGIN:VCXRD\r\n"])
def test_two_cards_between_which_the_border_is_damaged_stay_two(tmp_path: Path, between: str) -> None:
    two = card("FN:速融宝", "TEL:95188") + card("FN:王小明", "TEL:13800138000")
    damaged = two.replace("END:VCARD\r\nBEGIN:VCARD\r\n", between)
    assert contacts(tmp_path, damaged) == [Contact("速融宝", ("95188",)), Contact("王小明", ("13800138000",))]


def test_a_card_whose_beginning_is_gone_is_told(tmp_path: Path) -> None:
    damaged = card("FN:速融宝") + card("FN:王小明").replace("BEGIN:VCARD\r\nVERSION", "VERZION")
    assert list(vcards.read(source_of(tmp_path, damaged))) == [Unread("line:7", "record-damaged")]
