"""Complaints as an app lists them, and one complaint with its steps."""

from datetime import timedelta

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_7.leaf import Leaf, sheet_of
from benchmarks.truth.heldout_7.marks import told
from benchmarks.truth.sheet import Sheet, words

TOPICS = {
    "hans": ["冒名贷款", "重复扣款未退", "催收骚扰家人", "提现失败", "征信记录有误", "退款未到账"],
    "hant": ["遭冒名申貸", "重複扣款", "催收打擾公司", "提領失敗", "聯徵紀錄錯誤"],
}
STATES = {"hans": ["处理中", "已完结", "待补充材料", "已受理"], "hant": ["處理中", "已結案", "待補件", "已受理"]}
STEPS = {
    "hans": [
        "您的投诉已提交，等待受理",
        "已受理，处理专员工号@a[####]，联系电话@p[0755-8###-####]",
        "{我们将在5个工作日内核实并电话回复您。|w5}",
        "经核实，多收的费用@m[¥###.00]属实。{该款项将于3日内退回您的支付账户。|d3}",
        "工单已转交二线部门，内部单号@r[ER########]",
    ],
    "hant": [
        "您的申訴已送出，等待受理",
        "已受理，承辦人員編@a[A####]，聯絡電話@p[02-8###-####]",
        "{本公司將於15日內以書面回覆您。|d15}",
        "經查證，溢收之手續費@m[NT$###]將辦理退還。",
    ],
}


def ticket_list(leaf: Leaf) -> Sheet:
    """Return a list of complaints."""
    leaf.title = "我的投诉" if leaf.hans else "我的申訴"
    at = leaf.captured - timedelta(days=1)
    for _ in range(6):
        topic = leaf.source.choice(TOPICS[leaf.script])
        number = leaf.number(leaf.source.choice(["TS2025########", "GD##########", "A114######"]))
        when = f"{at:%Y-%m-%d %H:%M}"
        if not leaf.hans and leaf.zone == "Asia/Taipei":
            when = f"{at.year - 1911}/{at:%m/%d %H:%M}"
        labels = ("投诉单号", "提交时间") if leaf.hans else ("案件編號", "申訴時間")
        html = f'<div class="line"><b>{topic}</b><span style="color:#d98324">{leaf.source.choice(STATES[leaf.script])}</span></div><div class="g" style="margin-top:6px">{labels[0]}：{number}</div><div class="g">{labels[1]}：{when}</div>'
        leaf.add(Row("complaint", minute(at), reference=number, entities=[Entity("reference", number)]), html, "card")
        at -= timedelta(days=leaf.source.randrange(2, 30), minutes=leaf.source.randrange(300))
    return sheet_of(leaf)


def ticket_detail(leaf: Leaf) -> Sheet:
    """Return one complaint with its steps, newest first."""
    leaf.title = "投诉详情" if leaf.hans else "申訴進度"
    topic = leaf.source.choice(TOPICS[leaf.script])
    number = leaf.number(leaf.source.choice(["TS2025########", "GD##########"]))
    filed = (leaf.captured - timedelta(days=leaf.source.randrange(4, 9))).replace(hour=10)
    labels = (
        ("投诉单号", "投诉类型", "提交时间", "处理状态")
        if leaf.hans
        else ("案件編號", "申訴類型", "申訴時間", "處理狀態")
    )
    pairs = [
        (labels[0], number),
        (labels[1], topic),
        (labels[2], f"{filed:%Y-%m-%d %H:%M}"),
        (labels[3], leaf.source.choice(STATES[leaf.script])),
    ]
    head = "".join(f'<div class="kv"><span>{key}</span><span>{value}</span></div>' for key, value in pairs)
    leaf.add(Row("complaint", minute(filed), reference=number, entities=[Entity("reference", number)]), head, "card")
    leaf.put(f'<div style="padding:8px 15px 0"><b>{"处理进度" if leaf.hans else "處理進度"}</b></div>')
    at = filed
    steps = []
    for step in STEPS[leaf.script]:
        said = told(step, leaf.source, at, leaf.zone)
        steps.append((at, said))
        at += timedelta(hours=leaf.source.choice((5, 11, 21)), minutes=leaf.source.randrange(50))
        at = at.replace(hour=leaf.source.randrange(9, 12)) if at.hour < 9 else at
    for at, said in reversed(steps):
        leaf.promises += said.promises
        html = f'<div class="g">{at:%Y-%m-%d %H:%M}</div><div>{words(said.text)}</div>'
        leaf.add(Row("*", minute(at), optional=True), html, "card", "border-left:3px solid #8fb4e8")
        leaf.entities += said.entities
    return sheet_of(leaf)
