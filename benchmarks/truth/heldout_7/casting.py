"""Which chat and which page stands on which phone."""

from dataclasses import dataclass

CN, TW, HK = "Asia/Shanghai", "Asia/Taipei", "Asia/Hong_Kong"


@dataclass(frozen=True)
class Cast:
    """One chat: its look, the pools of its episodes and how many of them, what its title bar says."""

    look: str
    pools: str
    count: int
    title: str
    who: str = ""
    zone: str = CN
    dark: bool = False
    form: str = "clean"
    phone: int = -1
    below: str = ""
    night: bool = False
    spice: float = 0.3


CHATS = [
    Cast("wechat", "loan", 3, "安屿消金-贷后小周", phone=3),
    Cast("wechat", "loan", 3, "云汇分期客服", dark=True, phone=7),
    Cast("wechat", "group loan", 3, "周经理（云汇）"),
    Cast("wechat", "wallet", 3, "钱小包-小林", phone=13),
    Cast("wechat", "loan group", 2, "橙叶专员🍊", phone=0),
    Cast("wechat", "loan", 3, "惠立李经理", form="photo", phone=5),
    Cast("wechat", "wallet shop", 3, "A 商户服务 阿泽", dark=True, form="photo"),
    Cast("wechat", "loan wallet", 14, "安屿消金客诉-范老师", form="long", phone=3),
    Cast("wechat", "loan group", 2, "云汇分期客服02", night=True, phone=8),
    Cast("official", "loan wallet", 3, "浦江银行信用卡中心"),
    Cast("official", "wallet", 3, "钱小包服务号", dark=True, phone=2),
    Cast("official", "loan", 3, "橙叶金融", form="photo", phone=6),
    Cast("wecom", "loan", 3, "客诉组@安屿消金", who="范老师@安屿消费金融"),
    Cast("wecom", "wallet", 11, "钱小包企业客服", who="坐席@a[QB####]@钱小包", form="long", phone=3),
    Cast("wecom", "loan", 3, "云汇分期投诉处理", who="唐静@云汇分期", dark=True, spice=0.0),
    Cast("qq", "shop wallet", 3, "商城售后-小唐", who="售后小唐"),
    Cast("qq", "group", 3, "维权交流2群(318)", who="南方的雨", phone=9),
    Cast("line", "taiwan", 3, "大安分期 客服中心", zone=TW, phone=7),
    Cast("line", "taiwan", 3, "晴川融資 專員", zone=TW),
    Cast("line2", "taiwan", 3, "樂錢包官方帳號", zone=TW, phone=10),
    Cast("line", "taiwan private", 3, "大安分期 阿哲", zone=TW, dark=True),
    Cast("line", "taiwan", 3, "大安分期申訴窗口", zone=TW, form="photo", phone=8),
    Cast("line2", "taiwan", 15, "晴川融資客服", zone=TW, form="long", phone=3),
    Cast("line", "private taiwan", 3, "大安分期-怡君", zone=TW, phone=1),
    Cast("telegram", "loan", 3, "惠立 金牌专员", phone=4, below="最近上线于 2 小时前"),
    Cast("telegram2", "hongkong", 3, "樂貸 CS", zone=HK, phone=13, below="最近曾上線"),
    Cast("telegram", "loan", 3, "惠立担保 2组", dark=True, below="在线"),
    Cast("telegram", "wallet", 14, "USDT出入金客服", form="long", phone=5),
    Cast("telegram2", "wallet", 3, "钱小包 TG客服", form="photo"),
    Cast("whatsapp", "hongkong", 3, "匯灣財務客戶服務", zone=HK, phone=8, below="商業帳戶"),
    Cast("whatsapp2", "hongkong", 3, "@p[+852 6### ####]", zone=HK, below="在線"),
    Cast("whatsapp", "hongkong", 3, "樂貸財務", zone=HK, dark=True),
    Cast("whatsapp", "hongkong", 3, "匯灣 Case Officer", zone=HK, form="photo", phone=11),
    Cast("whatsapp2", "hongkong taiwan", 15, "跨境客服 Joyce", zone=HK, form="long", phone=3),
    Cast("imessage", "collect notice", 4, "@p[1069########]", phone=7),
    Cast("imessage", "notice", 5, "@p[95###]", phone=2),
    Cast("imessage", "collect", 4, "@p[+86 165 #### ####]", dark=True, phone=8),
    Cast("imessage", "sms", 4, "@p[0900######]", zone=TW, phone=10),
    Cast("imessage", "sms", 4, "DaAnPay", zone=TW, dark=True, phone=6),
    Cast("imessage", "notice collect", 5, "@p[10690########]", form="photo", phone=1),
    Cast("imessage", "notice collect", 19, "@p[1068########]", form="long", phone=7),
    Cast("samsung", "collect notice", 4, "@p[1065########]", phone=14),
    Cast("samsung", "sms", 4, "@p[+852 6### ####]", zone=HK, phone=13),
    Cast("samsung", "notice", 5, "安屿消金", dark=True, phone=4),
    Cast("harmony", "notice collect", 4, "@p[106########2]", phone=9),
    Cast("harmony", "collect", 4, "@p[170 #### ####]", form="photo", phone=5),
    Cast("harmony", "notice", 5, "浦江银行", dark=True),
    Cast("miui", "collect notice", 4, "@p[10690##########]", phone=3),
    Cast("miui", "collect notice", 5, "@p[192########]", form="photo", phone=12),
    Cast("miui", "notice collect", 20, "@p[1069##########]", form="long", phone=4),
    Cast("alipay", "wallet", 3, "我的客服", who="在线客服"),
    Cast("alipay", "wallet", 3, "钱小包客服", who="人工客服 @a[6####]", phone=3),
    Cast("alipay", "wallet", 3, "智能客服", who="小钱", dark=True),
    Cast("alipay", "wallet loan", 3, "服务大厅", who="服务专员", form="photo"),
    Cast("jd", "shop wallet", 3, "京选客服", who="京选客服-@a[JX####]", phone=4),
    Cast("jd", "shop", 3, "官方售后", who="售后专员"),
    Cast("jd", "shop loan", 3, "金融客服", who="金融客服", dark=True, phone=5),
    Cast("jd", "shop wallet loan", 12, "官方客服", who="官方客服 @a[Z####]", form="long", phone=3),
    Cast("meituan", "shop wallet", 3, "美团式客服中心", who="客服小橘", phone=9),
    Cast("bank", "loan", 3, "浦江银行在线客服", who="客服代表@a[####5]", phone=10),
    Cast("bank", "taiwan", 3, "數位銀行 線上客服", who="客服人員", zone=TW),
    Cast("bank2", "loan", 3, "海宁银行 客户服务", phone=8),
    Cast("bank2", "taiwan", 3, "大安商銀智能客服", zone=TW, dark=True),
    Cast("xianyu", "shop", 4, "转转哒小王", phone=0),
    Cast("loan", "loan", 3, "在线客服", who="客服", phone=3),
    Cast("loan", "loan wallet", 3, "人工服务", who="客服@a[8###1]", form="photo", phone=4),
]

PAGES = [
    ("apple", CN, False, "clean", 7),
    ("apple", TW, True, "clean", 8),
    ("apple", HK, False, "photo", 2),
    ("android", CN, False, "clean", 3),
    ("android", CN, True, "clean", 9),
    ("android", TW, False, "clean", 13),
    ("android", CN, False, "photo", 5),
    ("calldetail", CN, False, "clean", 4),
    ("calldetail", CN, True, "photo", 12),
    ("carrier", CN, False, "clean", 3),
    ("carrier", TW, False, "clean", 10),
    ("carrier", CN, False, "long", 3),
    ("bills", CN, False, "clean", 0),
    ("bills", CN, True, "clean", 7),
    ("bills", TW, False, "clean", 6),
    ("bills", CN, False, "long", 4),
    ("bills", HK, False, "photo", 11),
    ("bill", CN, False, "clean", 8),
    ("bill", CN, True, "clean", 13),
    ("bill", TW, False, "clean", 2),
    ("bill", CN, False, "photo", 5),
    ("trouble", CN, False, "clean", 3),
    ("trouble", CN, True, "clean", 9),
    ("trouble", TW, False, "photo", 6),
    ("plancards", CN, False, "clean", 4),
    ("plancards", TW, False, "clean", 7),
    ("plantable", CN, False, "clean", 10),
    ("plantable", TW, True, "clean", 13),
    ("plantable", CN, False, "photo", 8),
    ("logins", CN, False, "clean", 12),
    ("logins", CN, True, "clean", 6),
    ("logins", TW, False, "photo", 3),
    ("contract", CN, False, "clean", 9),
    ("contract", TW, False, "clean", 11),
    ("tickets", CN, False, "clean", 7),
    ("tickets", TW, False, "clean", 3),
    ("ticket", CN, False, "clean", 13),
    ("ticket", CN, True, "photo", 9),
]
