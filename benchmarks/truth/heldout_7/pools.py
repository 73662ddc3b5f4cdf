"""The episodes by what they are about, and what comes between."""

from benchmarks.truth.heldout_7 import hans_service, hans_sms, hant_talk, more_talk

POOLS: dict[str, list[list[str]]] = {
    "loan": [*hans_service.LOAN, *more_talk.LOAN],
    "wallet": [*hans_service.WALLET, *more_talk.WALLET],
    "shop": hans_service.SHOP,
    "group": hans_service.GROUPS,
    "night": hans_service.NIGHT,
    "collect": hans_sms.COLLECT,
    "notice": [*hans_sms.SERVICE, *more_talk.SMS],
    "taiwan": [*hant_talk.TAIWAN, *more_talk.TAIWAN],
    "hongkong": [*hant_talk.HONGKONG, *more_talk.HONGKONG],
    "sms": [*hant_talk.SMS, *more_talk.SMS_HANT],
    "private": hant_talk.PRIVATE,
}

OPENINGS = {
    "hans": [
        "< 您好，工号@a[####]为您服务",
        "< 您好，我是客服@a[8####]，请讲",
        "< 【人工客服】工号：@a[YH####]，很高兴为您服务！",
        "< 您好，这里是客户关怀中心，坐席号@a[3##]。",
        "< 欢迎咨询😊 我是本次的服务专员，员工编号@a[A-####]",
        "< @a[####6]号客服为您服务，请问有什么可以帮到您",
        "< 客服编号@a[CS####]已收到您的问题，请稍等",
        "< 您好，贷后专员王工，工号 @a[DH###]",
        "> 你们客服工号@a[####]昨天挂我电话",
        "> 上次接待我的是@a[7###]号客服，让他来",
        "- 客服（工号@a[####]）进入会话",
        "- @a[4####]号客服为您服务",
        "< 您好，我的服务编号是@a[FW####]，请描述您的问题",
    ],
    "hant": [
        "< 您好，客服代表@a[####]為您服務",
        "< 您好～我是線上專員，工號：@a[B####]",
        "< 客服編號@a[CS###]已收到您的訊息",
        "> 上次那位員編@a[####]的專員說可以處理",
        "- 專員（工號@a[####]）已加入對話",
        "< 這裡是客戶服務部，職員編號@a[P####]",
    ],
}

BRANDS = {
    "hans": ["安屿消金", "橙叶金融", "云汇分期", "惠立担保", "钱小包", "浦江银行"],
    "hant": ["晴川融資", "大安分期", "樂錢包", "樂貸"],
}

SPICE = {
    "hans": [
        "- 对方撤回了一条消息",
        "- 你撤回了一条消息",
        ">pic:",
        ">pic:",
        ">pic:",
        "<emoji:🌹🌹",
        ">emoji:😡😡😡",
        "<voice:8|",
        ">voice:23|",
        "> 详情见 https://help.example.cn/t/8821?from=chat",
        "-unread: 以下为新消息",
        ">quote:客服：请您耐心等待|等多久了还等",
        "<quote:我：你工号多少|稍等",
        "<card:退款进度通知\n退款金额 @m?[¥128.00]\n状态 银行处理中",
        "> ？？？",
        "< 收到",
    ],
    "hant": [
        "- 對方已收回訊息",
        ">pic:",
        ">pic:",
        ">sticker:",
        "<emoji:🙇",
        ">emoji:😤😤",
        "<voice:11|",
        "> https://www.example.tw/faq/3305",
        "-unread: 以下為尚未閱讀的訊息",
        ">quote:請您耐心等候|我已經等很久了",
        "<card:繳款提醒\n應繳金額 @m?[NT$3,200]\n請留意期限",
        "> ？？",
        "< 好的",
    ],
}
