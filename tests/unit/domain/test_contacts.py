"""Contacts name numbers, however they are written, and never two people by one."""

import pytest

from evidence_app.domain.contacts import AddressBook, Contact, comparable, region_of_zone


@pytest.mark.parametrize("written", ["138 0013 8000", "+86 138-0013-8000", "0086-13800138000", "13800138000"])
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert comparable(written) == "+8613800138000"


@pytest.mark.parametrize(
    ("one", "other"), [("95188", "+86 95188"), ("0571-88888888", "+86 571 8888 8888"), ("A@b.cn", "a@B.CN")]
)
def test_short_numbers_landlines_and_mail_addresses_are_compared_too(one: str, other: str) -> None:
    assert comparable(one) == comparable(other) != ""


@pytest.mark.parametrize("text", ["", "12", "—", "*#"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert comparable(text) == ""


def test_a_number_without_its_country_is_dialled_where_the_dispute_is() -> None:
    assert comparable("2345 6789", region_of_zone("Asia/Hong_Kong")) == "+85223456789"
    assert region_of_zone("Asia/Shanghai") == "CN"


def test_a_contact_names_its_numbers() -> None:
    book = AddressBook()
    book.add([Contact("催收小王", ("138 0013 8000", "+86 571 88888888")), Contact("", ("95188",))])
    assert [book.name_of(each) for each in ("+8613800138000", "057188888888", "95188", "")] == [
        "催收小王", "催收小王", "", ""]  # fmt: skip


def test_a_number_under_two_names_is_nobodys() -> None:
    book = AddressBook()
    book.add([Contact("One", ("95188",)), Contact("Two", ("95188",)), Contact("Two", ("95188",))])
    assert book.name_of("95188") == ""


def test_a_name_that_a_record_states_comes_first_and_a_bare_number_last() -> None:
    book = AddressBook()
    book.add([Contact("支付宝", ("95188",))])
    assert [book.shown("Alipay", "95188"), book.shown("", "95188"), book.shown("", "10086")] == [
        "Alipay", "支付宝", "10086"]  # fmt: skip
