"""Contacts name numbers, however they are written, and never two people by one."""

import pytest

from evidence_app.domain.contacts import AddressBook, Contact, comparable, comparable_beginning


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
    assert comparable("2345 6789", "HK") == "+85223456789"


@pytest.mark.parametrize(
    ("region", "written", "compared"),
    [
        ("GB", ("+44 20 7946 0958", "020 7946 0958", "+44 (0)20 7946 0958", "0044 20 7946 0958"), "+442079460958"),
        ("US", ("(415) 555-2671", "+1 (415) 555-2671", "1-415-555-2671", "001 415 555 2671"), "+14155552671"),
        ("DE", ("030 901820", "+49 30 901820", "00 49 30 901820"), "+4930901820"),
        ("US", ("011 49 30 901820", "00 49 30 901820", "+49 30 901820"), "+4930901820"),
        ("HK", ("+852 1234 5678", "0085212345678"), "+85212345678"),  # not +52: Hong Kong dials 008 in front, too
        ("HK", ("2345 6789", "00852 2345 6789", "+852 2345 6789"), "+85223456789"),
        ("HK", ("0015 2 55 1234 5678", "0052 55 1234 5678"), "+525512345678"),
        ("TW", ("02 2720 8889", "+886-2-2720-8889", "00886 2 2720 8889"), "+886227208889"),
    ],
)
def test_a_number_is_written_as_it_is_dialled_in_its_country(
    region: str, written: tuple[str, ...], compared: str
) -> None:
    assert {comparable(each, region) for each in written} == {compared}


@pytest.mark.parametrize(
    ("region", "digits", "beginning"),
    [
        ("CN", "1069", "+861069"),
        ("GB", "020", "+4420"),
        ("US", "1415", "+1415"),
        ("US", "415", "+1415"),
        ("HK", "3", "+8523"),
    ],
)
def test_the_beginning_of_numbers_is_that_of_numbers_as_they_are_compared(
    region: str, digits: str, beginning: str
) -> None:
    assert comparable_beginning(digits, region) == beginning


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
