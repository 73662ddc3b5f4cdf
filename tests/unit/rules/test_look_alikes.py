"""Which domains and accounts are taken for the institution's own, and which are not."""

from datetime import date

import pytest

from evidence_app.domain.workspace import Channel, ChannelKind, Institution, KnownFrom
from evidence_app.rules.channels import Doubt, domain_doubts, doubts, handle_doubts, handle_of, host_of

LOOKS, EXTRA, MIXED = Doubt.LOOKS_LIKE, Doubt.EXTRA_WORDS, Doubt.MIXED_SCRIPTS


def of(host: str, *official: str) -> set[Doubt]:
    return {each for each, _ in domain_doubts(host_of(host), official)}


@pytest.mark.parametrize(
    ("official", "host", "doubt"),
    [
        # short names, with what impostors add
        ("cmb.com", "cmb-loan.com", EXTRA),
        ("cmb.com", "cmbvip.cn", EXTRA),
        ("cmb.com", "cmb95555.com", EXTRA),
        ("cmb.com", "crnb.com", LOOKS),
        ("cmb.com", "crnb-kf.com", LOOKS),
        ("jd.com", "jd-kefu.com", EXTRA),
        ("jd.com", "kefu-jd.com", EXTRA),
        ("boc.cn", "boc-kefu.com", EXTRA),
        ("icbc.com.cn", "1cbc.com.cn", LOOKS),
        ("icbc.com.cn", "1cbc-kf.com", LOOKS),
        ("icbc.com.cn", "icbc.com.cn.verify.top", EXTRA),
        # letters that look alike, with a word added
        ("sureloan.com", "surel0an-kf.com", LOOKS),
        ("sureloan.com", "kf-sureioan.com", LOOKS),
        ("sureloan.com", "surelоаn-help.com", LOOKS),
        ("sureloan.com", "surelоаn-help.com", MIXED),
        ("alipay.com", "a1ipay-help.com", LOOKS),
        ("sureloan.com", "su-re-lo-an.net", LOOKS),
        ("sureloan.com", "sureloan。cn", LOOKS),
        # one or two letters changed
        ("sureloan.com", "sursloam.com", LOOKS),
        ("sureloan.com", "surelonn-kf.com", LOOKS),
        ("sureloan.com", "suureloaan.com", LOOKS),
        ("360jie.com.cn", "360jia-kf.com", LOOKS),
        # the whole name in another
        ("sureloan.com", "mysureloancenter.com", EXTRA),
        ("sureloan.com", "sureloan.example.com", EXTRA),
        # beside it, below what is nobody's
        *[
            (f"sureloan.{public}", f"sureloan-kf.{public}", EXTRA)
            for public in (
                "sh.cn",
                "gz.cn",
                "ltd.uk",
                "me.uk",
                "or.jp",
                "idv.tw",
                "公司.cn",
                "workers.dev",
                "azurewebsites.net",
                "github.io",
                "wordpress.com",
                "aliyuncs.com",
                "oss-cn-hangzhou.aliyuncs.com",
            )
        ],
    ],
)
def test_a_look_alike_is_doubted(official: str, host: str, doubt: Doubt) -> None:
    assert doubt in of(host, official)


@pytest.mark.parametrize(
    ("official", "host"),
    [
        (("cmb.com", "cmbchina.com"), "cmbchina.com"),
        (("cmb.com", "cmbchina.com"), "pay.cmbchina.com"),
        (("jd.com", "jd.hk"), "kefu.jd.hk"),
        (("sureloan.sh.cn",), "kf.sureloan.sh.cn"),
        (("m.sureloan.or.jp",), "sureloan-kf.sureloan.or.jp"),
        (("sureloan.workers.dev",), "sureloan-pay.sureloan.workers.dev"),
        (("sureloan.wordpress.com",), "help-sureloan.sureloan.wordpress.com"),
        (("sureloan.sh.cn",), "example.sh.cn"),
        (("com.cn",), "example.com.cn"),
        (("cmb.com",), "combo.com"),
        (("cmb.com",), "cmbc.com.cn"),
        (("cmb.com",), "ccb.com"),
        (("boc.cn",), "bochum.de"),
        (("boc.cn",), "bochk.com"),
        (("jd.com",), "jdk.org"),
        (("jd.com",), "adjd.net"),
        (("ping.com",), "shopping.com"),
        (("apple.com",), "pineapple.com"),
        (("pay.com",), "pay.example.com"),
        (("loan.com",), "loan-help.org"),
        (("sureloan.com",), "surf-lessons.com"),
        (("sureloan.com",), "loan.com"),
        (("sureloan.com",), "assurance-loans.com"),
        (("alipay.com",), "paypal.com"),
        (("icbc.com.cn",), "ccb.com.cn"),
        (("sureloan.com",), "SURELOAN.com."),
        ((), "sureloan.com"),
    ],
)
def test_the_institutions_own_domains_and_ordinary_names_are_not_doubted(official: tuple[str, ...], host: str) -> None:
    assert of(host, *official) == set()


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("速融宝-kf.com", "速融宝"),
        ("速融寶官方.com", "速融宝"),
        ("surongbao-kf.com", "速融宝"),
        ("kf-surongbao.top", "速融宝"),
        ("su-rong-bao.net", "速融宝"),
        ("surongbao.com", "速融宝"),
        ("surongbao.kf5.com", "速融宝"),
        ("yuelehui-app.com", "乐乐惠科技有限公司"),  # read in another way than usual
        ("pingan-kf.com", "平安"),
        ("平安.com", "平安"),
        ("tiptop-loan.com", "TipTop"),
        # what carries no name, or one that says too little
        ("srb-credit.com", ""),
        ("m.srb-credit.com", ""),
        ("kaipinganli.com", ""),
        ("平安夜.com", ""),
        ("fenqi-kf.com", ""),
        ("abc-kf.com", ""),
        ("example.com", ""),
    ],
)
def test_a_domain_that_carries_the_institutions_name_and_is_none_of_its_own_is_doubted(host: str, name: str) -> None:
    names = ("速融宝", "乐乐惠科技有限公司", "平安", "TipTop", "分期", "ABC", "乐e")
    found = domain_doubts(host_of(host), ["srb-credit.com"], names)
    assert found == ([(Doubt.CARRIES_NAME, name)] if name else [])
    assert domain_doubts(host_of(host), [], names) == []  # without a genuine one nothing tells that it is not theirs


@pytest.mark.parametrize(
    ("account", "doubt"),
    [
        ("@sureloan", None),
        ("https://weibo.com/sureloan", None),
        ("https://weibo.com/u/1234567", None),
        ("@surel0an", LOOKS),
        ("https://weibo.com/surel0an?from=x", LOOKS),
        ("@sureloan_kefu", EXTRA),
        ("@surelоan", MIXED),
        ("某人的日常", None),
    ],
)
def test_an_account_is_compared_with_the_institutions_name(account: str, doubt: Doubt | None) -> None:
    found = {each for each, _ in handle_doubts(handle_of(account), ["sureloan.com"])}
    assert (doubt in found) if doubt else found == set()


def channel(kind: ChannelKind, value: str, **facts: object) -> Channel:
    return Channel(id="c", dispute_id="d", kind=kind, value=value, **facts)  # type: ignore[arg-type]


def of_channel(given: Channel) -> set[Doubt]:
    known = Institution(id="i", dispute_id="d", domains=("sureloan.com",))
    return {each.doubt for each in doubts(known, [given])}


CHECKED = {"verified_by": "合同第3页", "verified_on": date(2026, 1, 1), "known_from": KnownFrom.CONTRACT}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ChannelKind.APP_CHAT, "https://surel0an.com/chat"),
        (ChannelKind.SOCIAL, "@surel0an"),
        (ChannelKind.EMAIL, "kf@surel0an.com"),
        (ChannelKind.WEBSITE, "surel0an.com"),
    ],
)
def test_every_kind_of_address_is_compared(kind: ChannelKind, value: str) -> None:
    assert of_channel(channel(kind, value, **CHECKED)) == {LOOKS}


def test_a_chat_in_the_app_without_an_address_is_compared_with_nothing() -> None:
    assert of_channel(channel(ChannelKind.APP_CHAT, "App里的在线客服", **CHECKED)) == set()


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"verified_by": "合同"}, {Doubt.ONLY_FROM_THEM, Doubt.VERIFIED_WHEN}),
        ({"verified_on": date(2026, 1, 1)}, {Doubt.ONLY_FROM_THEM, Doubt.VERIFIED_BY}),
        ({}, {Doubt.ONLY_FROM_THEM}),
        ({"verified_by": "合同", "verified_on": date(2026, 1, 1)}, set()),
        ({"verified_by": "合同", "known_from": KnownFrom.CONTRACT}, {Doubt.VERIFIED_WHEN}),
    ],
)
def test_a_channel_is_verified_by_something_on_a_day(facts: dict[str, object], found: set[Doubt]) -> None:
    given = {"known_from": KnownFrom.SMS, **facts}
    assert of_channel(channel(ChannelKind.HOTLINE, "400-1", **given)) == found
