"""Which scene is drawn as which app on which phone, and which pages of records there are."""

CHATS = (
    ("wechat", "iphone13", "misloan"), ("wechat", "huawei", "collector"), ("wechat", "xiaomi", "mediation"),
    ("wechat", "samsung", "relay1"), ("wechat", "redmi", "family"), ("wechat", "iphone16max", "student"),
    ("wechat", "honor", "relay4"), ("wechat", "oppo", "evening"), ("wechat", "iphone15", "tw_group"),
    ("wechat", "vivo", "apology"),
    ("wecom", "iphone15", "callback"), ("wecom", "huawei", "interest"), ("wecom", "oppo", "relay5"),
    ("wecom", "iphone13max", "hotline"), ("wecom", "redmi", "sms_wrong"),
    ("alipay", "xiaomi", "robots"), ("alipay", "iphone13", "topup"), ("alipay", "honor", "locked"),
    ("alipay", "samsung", "gongdan"), ("alipay", "huawei", "relay2"), ("alipay", "oldhuawei", "upgrade"),
    ("alipay", "iphone16max", "points"), ("alipay", "iphone13max", "dispute13"),
    ("finance", "oppo", "feeback"), ("finance", "iphone13", "idtheft"), ("finance", "pixel", "invoice"),
    ("finance", "xiaomi", "banned"), ("finance", "samsung", "relay6"), ("finance", "honor", "relay8"),
    ("line", "pixel", "tw_loan"), ("line", "samsung", "tw_wallet"), ("line", "iphone13max", "tw_group"),
    ("line", "xiaomi", "tw_refund"), ("line", "pixel", "tw_agent"), ("line", "oppo", "tw_relay1"),
    ("telegram", "vivo", "settle"), ("telegram", "iphone15", "hk_group"), ("telegram", "xiaomi", "harassment"),
    ("telegram", "samsung", "refuse"), ("telegram", "pixel", "tw_fraud"),
    ("whatsapp", "iphone16max", "hk_loan"), ("whatsapp", "samsung", "hk_harass"), ("whatsapp", "pixel", "hk_refund"),
    ("whatsapp", "iphone15", "hk_relay1"), ("whatsapp", "xiaomi", "hk_relay2"), ("whatsapp", "oppo", "hk_identity"),
    ("imessage", "iphone13", "contract"), ("imessage", "iphone15", "hk_wallet"), ("imessage", "iphone13max", "relay7"),
    ("imessage", "iphone16max", "tw_double"),
    ("sms_ios", "iphone13", "sms_accept"), ("sms_ios", "iphone15", "sms_hk"), ("sms_ios", "iphone13max", "sms_ads"),
    ("sms_ios", "iphone16max", "sms_person"),
    ("sms_miui", "redmi", "sms_demand"), ("sms_miui", "xiaomi", "sms_refund"), ("sms_emui", "huawei", "sms_accept"),
    ("sms_emui", "oldhuawei", "sms_person"), ("sms_google", "pixel", "sms_tw"), ("sms_google", "samsung", "sms_hk"),
    ("messenger", "honor", "tw_collect"), ("messenger", "iphone13", "tw_schedule"), ("messenger", "samsung", "tw_relay2"),
)  # fmt: skip
LONG_CHATS = (
    ("wechat", "huawei", ("relay3", "feeback", "cancel", "transfer", "refuse", "interest", "banned", "callback", "topup")),
    ("alipay", "oldhuawei", ("withdraw", "refund2", "invoice", "points", "relay5", "robots", "upgrade")),
    ("finance", "huawei", ("relay1", "idtheft", "harassment", "relay7", "contract")),
    ("line", "oldhuawei", ("tw_relay1", "tw_loan", "tw_double", "tw_refund", "tw_wallet", "tw_agent", "tw_schedule", "tw_relay2")),
    ("telegram", "redmi", ("relay8", "relay4", "relay6", "apology", "student", "hotline")),
    ("whatsapp", "vivo", ("hk_loan", "hk_wallet", "hk_card", "hk_relay1", "hk_refund", "hk_identity")),
)  # fmt: skip
PHOTO_CHATS = (
    ("wechat", "oppo", "relay3"), ("wecom", "iphone13", "relay2"), ("alipay", "huawei", "withdraw"),
    ("finance", "iphone15", "relay7"), ("line", "iphone13", "tw_relay2"), ("telegram", "pixel", "cancel"),
    ("whatsapp", "iphone13max", "hk_card"), ("imessage", "iphone13", "transfer"), ("sms_ios", "iphone13", "sms_ads"),
    ("sms_emui", "huawei", "sms_demand"),
)  # fmt: skip
RECORDS = (
    *(("calls_miui", phone, "CN") for phone in ("redmi", "xiaomi")),
    *(("calls_emui", phone, region) for phone, region in (("huawei", "CN"), ("honor", "CN"), ("oldhuawei", "CN"))),
    *(("calls_coloros", phone, "CN") for phone in ("oppo", "vivo")),
    *(("calls_iphone", phone, region) for phone, region in (("iphone13", "CN"), ("iphone15", "TW"), ("iphone16max", "HK"))),
    ("detail_wechat", "iphone13", "CN"), ("detail_wechat", "huawei", "CN"), ("detail_alipay", "xiaomi", "CN"),
    ("detail_alipay", "iphone15", "CN"), ("detail_bank", "oppo", "CN"), ("detail_bank", "iphone13max", "TW"),
    ("detail_bank", "samsung", "HK"),
    ("list_wechat", "iphone13", "CN"), ("list_wechat", "redmi", "CN"), ("list_alipay", "xiaomi", "CN"),
    ("list_alipay", "samsung", "CN"), ("list_bank", "huawei", "CN"), ("list_passbook", "iphone15", "TW"),
    ("list_passbook", "pixel", "TW"),
    ("plan_cards", "iphone13", "CN"), ("plan_cards", "oppo", "CN"), ("plan_table", "xiaomi", "CN"),
    ("plan_table", "huawei", "CN"), ("plan_months", "iphone16max", "TW"), ("plan_months", "honor", "CN"),
    ("plan_months", "samsung", "HK"),
    ("failed_topup", "iphone13", "CN"), ("failed_topup", "pixel", "HK"), ("pending_withdrawal", "xiaomi", "CN"),
    ("pending_withdrawal", "vivo", "CN"), ("refused_withdrawal", "huawei", "CN"), ("refused_withdrawal", "iphone15", "TW"),
    ("logins", "honor", "CN"), ("logins", "iphone13", "TW"), ("log_table", "samsung", "CN"),
    ("contract", "oppo", "CN"), ("contract", "iphone13max", "TW"), ("contract", "redmi", "CN"),
    *(("ticket", phone, region) for phone, region in (
        ("iphone13", "CN0"), ("huawei", "CN1"), ("xiaomi", "CN2"), ("oppo", "CN3"), ("iphone15", "TW4"), ("samsung", "HK5"),
    )),
)  # fmt: skip
LONG_RECORDS = (("list_wechat", "huawei", "CN"), ("list_bank", "oldhuawei", "CN"), ("plan_table", "redmi", "CN"))
PHOTO_RECORDS = (
    ("calls_coloros", "oppo", "CN"),
    ("detail_alipay", "iphone13", "CN"),
    ("list_alipay", "huawei", "CN"),
    ("plan_cards", "xiaomi", "CN"),
    ("list_passbook", "iphone13", "TW"),
)
