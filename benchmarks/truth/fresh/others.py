"""Screens on which nothing happened: lists of chats, an app's front, news, settings. Any event is invented."""

import random
from collections.abc import Callable
from datetime import timedelta

from benchmarks.truth.fresh.parts import finish, item
from benchmarks.truth.fresh.phone import Drawing, icon
from benchmarks.truth.sheet import Sheet, tag, words


def inbox(page: Drawing) -> Sheet:
    """Return the list of somebody's chats."""
    body, at = "", page.now
    for name, last in (
        ("家人群", "妈妈：晚上回来吃饭吗"),
        ("订阅号消息", "晨读：今天的天气"),
        ("小李", "好的"),
        ("物业服务", "停水通知"),
        ("快递柜", "您的包裹已到"),
        ("老同学", "哈哈哈"),
        ("健身房小王", "明天来吗"),
        ("楼下水果店", "新到了草莓"),
    ):
        at -= timedelta(minutes=page.source.choice((8, 50, 300, 900)))
        shown = f"{page.day(at)}" or f"{at:%H:%M}"
        body += tag(
            "it",
            page.face(name)
            + tag("m", f'<div>{name}</div><div class="f">{words(last)}</div>')
            + tag("e", f'<span class="f">{shown}</span>'),
        )
    return page.sheet(
        "rec top white",
        tag("nav mid", tag("title", "微信(3)") + tag("end", icon("search") + icon("plus"))) + tag("view", body, "view"),
    )


def front(page: Drawing) -> Sheet:
    """Return the front page of a lender's app."""
    page.entity("amount", "200000.00 CNY", optional=True)
    page.entity("institution", page.house)
    top = tag(
        "sumup",
        '<div class="f">最高可借额度(元)</div><div class="n">200,000</div><div class="f">年化利率(单利)低至7.2%</div>',
    )
    rows = "".join(
        tag("it", tag("m", f'<div>{name}</div><div class="f">{under}</div>') + icon("right"))
        for name, under in (
            ("我的借款", "查看借款记录"),
            ("邀请好友", "得免息券"),
            ("帮助中心", "常见问题"),
            ("关于我们", "版本 6.2.1"),
        )
    )
    return page.sheet(
        "rec top",
        tag("nav", tag("title", page.house)) + tag("view", top + tag("btn", "立即借钱") + tag("box", rows), "view"),
    )


def news(page: Drawing) -> Sheet:
    """Return an article about loans."""
    for about in ("5000", "7000"):
        page.entity("amount", f"{about}.00 CNY", optional=True)
    text = "近日，多名消费者反映在未点击确认的情况下收到贷款平台的放款。\n业内人士表示，平台应当在放款前取得借款人的明确同意，并完整展示年化利率。\n律师提醒，遇到此类情况应第一时间保留截图、通话录音，并向监管部门投诉。有消费者称，5000元的借款到期需还7000余元。\n监管部门表示将依法查处违规机构。"
    body = tag(
        "paper",
        f"<h1>未点确认却被放款？律师这样说</h1><p class=f>财经观察 {page.now.month}月{page.now.day}日 08:30</p>{words(text)}",
    )
    return finish(page, "文章", body, "white", icon("more"))


def settings(page: Drawing) -> Sheet:
    """Return a page of settings."""
    rows = "".join(
        item("", "", name, "", f'<span class="f">{state}</span>')
        for name, state in (
            ("消息通知", "已开启"),
            ("免密支付", "未开启"),
            ("自动扣款", "管理"),
            ("实名认证", "已认证"),
            ("登录密码", "修改"),
            ("清理缓存", "38.2MB"),
            ("注销账户", ""),
        )
    )
    return finish(page, "设置", rows, "white")


def quiz(page: Drawing) -> Sheet:
    """Return answers to what people often ask."""
    asked = (
        ("为什么提现会失败？", "可能是银行卡信息填写有误，请核对后重试。"),
        ("多久可以到账？", "一般情况下2小时内到账，遇节假日顺延。"),
        ("如何联系客服？", "您可以在工作日9:00-18:00通过在线客服咨询。"),
        ("逾期会怎样？", "逾期会产生罚息，并可能影响您的信用记录。"),
    )
    body = "".join(
        tag("box", tag("kv", f"<b>{a}</b>") + f'<p class="f" style="padding-bottom:10px">{b}</p>') for a, b in asked
    )
    return finish(page, "常见问题", body, "blue")


OTHERS: dict[str, Callable[[Drawing], Sheet]] = {
    "inbox": inbox,
    "front": front,
    "news": news,
    "settings": settings,
    "quiz": quiz,
}


def other(source: random.Random, style: str, dark: bool = False) -> Sheet:
    """Return one screen without events."""
    return OTHERS[style](Drawing(source, f"none-{style}", "other", "clean", "CNY", dark))
