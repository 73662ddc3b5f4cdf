"""Which ways to an institution are doubted, and why."""

from dataclasses import replace

import pytest

from evidence_app.domain.workspace import Channel, ChannelKind, Institution, KnownFrom
from evidence_app.phrases import Language
from evidence_app.rules.channels import ChannelDoubt, Doubt, domain_doubts, doubts, genuine_domains, host_of
from tests.unit.rules.disputes import TODAY


@pytest.mark.parametrize(
    ("host", "doubt"),
    [
        ("alipay.com", None),
        ("render.alipay.com", None),
        ("a1ipay.com", Doubt.LOOKS_LIKE),
        ("aIipay.com", Doubt.LOOKS_LIKE),
        ("alipaay.com", Doubt.LOOKS_LIKE),
        ("alipya.com", Doubt.LOOKS_LIKE),
        ("alipay.cn", Doubt.LOOKS_LIKE),
        ("аlipay.com", Doubt.LOOKS_LIKE),
        ("alipay-service.com", Doubt.EXTRA_WORDS),
        ("alipay.com.verify.top", Doubt.EXTRA_WORDS),
        ("example.org", None),
    ],
)
def test_a_domain_that_looks_like_the_registered_one_is_doubted(host: str, doubt: Doubt | None) -> None:
    found = [each for each, _ in domain_doubts(host_of(host), ["alipay.com"])]
    assert (doubt in found) if doubt else found == []


@pytest.mark.parametrize(
    ("host", "doubt"),
    [
        ("www.sureloan.com", None),
        ("m.sureloan.com", None),  # beside the verified one, below the same name
        ("sureloan.com", None),
        ("a.help.sureloan.com", None),
        ("sureloan.cn", Doubt.LOOKS_LIKE),
        ("sureloan-vip.com", Doubt.EXTRA_WORDS),
        ("sureloan.com.pay.top", Doubt.EXTRA_WORDS),
        ("unsure.com", None),
        ("gmai1.com", None),  # the institution's mail is at everybody's host, which is not its own
    ],
)
def test_a_domain_is_compared_with_that_of_a_verified_channel_too(host: str, doubt: Doubt | None) -> None:
    verified = {"verified_by": "合同第3页", "verified_on": TODAY, "known_from": KnownFrom.CONTRACT}
    site = Channel(id="s", dispute_id="d", kind=ChannelKind.WEBSITE, value="https://help.sureloan.com/a", **verified)  # type: ignore[arg-type]
    mail = replace(site, id="m", kind=ChannelKind.EMAIL, value="sureloan@gmail.com")
    other = Channel(id="o", dispute_id="d", kind=ChannelKind.WEBSITE, value=f"https://{host}/x")

    def found(*channels: Channel) -> list[Doubt]:
        return [each.doubt for each in doubts(None, [*channels, other]) if each.channel_id == "o"]

    again = replace(site, id="again", value="m.sureloan.com")
    assert found(site, again, mail) == [*([doubt] if doubt else []), Doubt.NOT_VERIFIED]
    for unproven in ({"known_from": KnownFrom.SMS}, {"verified_by": ""}, {"verified_on": None}, {"doubt": "?"}):
        assert found(replace(site, **unproven), mail) == [Doubt.NOT_VERIFIED]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "host",
    ["189.cn", "live.com", "msn.com", "sina.cn", "vip.sina.com.cn", "yahoo.com.hk", "tom.com", "xiaohongshu.com"],
)
def test_where_everybody_has_mail_is_no_institutions_domain(host: str) -> None:
    verified = {"verified_by": "合同第3页", "verified_on": TODAY, "known_from": KnownFrom.CONTRACT}
    mail = Channel(id="m", dispute_id="d", kind=ChannelKind.EMAIL, value=f"x@{host}", **verified)  # type: ignore[arg-type]
    assert genuine_domains(None, [mail]) == ()


def test_braces_in_an_address_are_shown_as_they_are() -> None:
    for language in Language:
        says = ChannelDoubt(Doubt.LOOKS_LIKE, "c", "{other}{0.__class__}.com", "{shown}").says(language)
        assert "{other}{0.__class__}.com" in says
        assert "{shown}" in says


def test_names_that_anybody_has_below_a_shared_domain_are_not_one() -> None:
    assert [each for each, _ in domain_doubts("sureloan-pay.github.io", ["sureloan.github.io"])] == [Doubt.EXTRA_WORDS]
    assert domain_doubts("a.sureloan.github.io", ["sureloan.github.io"]) == []


def test_letters_of_two_alphabets_in_one_name_are_told_of_even_in_punycode() -> None:
    punycode = "аlipay".encode("idna").decode() + ".com"
    assert punycode.startswith("xn--")
    assert Doubt.MIXED_SCRIPTS in [each for each, _ in domain_doubts(host_of(f"https://{punycode}/x"), ["alipay.com"])]


def test_a_number_that_only_a_message_knows_is_doubted_until_somebody_verified_it() -> None:
    hotline = Channel(id="c", dispute_id="d", kind=ChannelKind.HOTLINE, value="4001234567", known_from=KnownFrom.SMS)
    assert [each.doubt for each in doubts(None, [hotline])] == [Doubt.ONLY_FROM_THEM]
    verified = replace(hotline, verified_by="合同第3页", verified_on=TODAY)
    assert doubts(None, [verified]) == ()


def test_an_app_of_another_publisher_is_told_of() -> None:
    other = Institution(id="i", dispute_id="d", publisher="示例消费金融有限公司", shown_publisher="示例科技有限公司")
    assert [each.doubt for each in doubts(other, [])] == [Doubt.PUBLISHER_DIFFERS]
    assert doubts(replace(other, shown_publisher="示例 消费金融有限公司"), []) == ()


@pytest.mark.parametrize(
    "value",
    [
        "",
        "http://[",
        "@",
        "https://",
        "a" * 5000,
        "a..b",
        ".a.",
        "com.cn",
        "127.0.0.1",
        "\ud800.com",
        "xn--.com",
        "..",
        "xn--\u00e9",
    ],
)
def test_no_address_breaks_the_check(value: str) -> None:
    domain_doubts(host_of(value), ["alipay.com", value])
