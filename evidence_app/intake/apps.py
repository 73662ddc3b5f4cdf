"""Which app a screenshot shows: package names of Android apps, and what a file name's suffix means.

The names are those the apps carry in their own shops, for display only.
"""

import hashlib
import re
from functools import cache

APPS = {
    # talking
    "com.tencent.mm": "微信",
    "com.tencent.mobileqq": "QQ",
    "com.tencent.wework": "企业微信",
    "com.alibaba.android.rimet": "钉钉",
    "com.ss.android.lark": "飞书",
    "com.sina.weibo": "微博",
    "com.xingin.xhs": "小红书",
    "com.ss.android.ugc.aweme": "抖音",
    "com.smile.gifmaker": "快手",
    "com.whatsapp": "WhatsApp",
    "com.whatsapp.w4b": "WhatsApp Business",
    "jp.naver.line.android": "LINE",
    "org.telegram.messenger": "Telegram",
    "org.thoughtcrime.securesms": "Signal",
    "com.facebook.orca": "Messenger",
    "com.facebook.katana": "Facebook",
    "com.instagram.android": "Instagram",
    # paying, borrowing, shopping
    "com.eg.android.AlipayGphone": "支付宝",
    "com.unionpay": "云闪付",
    "com.jingdong.app.mall": "京东",
    "com.jd.jrapp": "京东金融",
    "com.taobao.taobao": "淘宝",
    "com.tmall.wireless": "天猫",
    "com.xunmeng.pinduoduo": "拼多多",
    "com.sankuai.meituan": "美团",
    "com.sdu.didi.psnger": "滴滴出行",
    "com.baidu.searchbox": "百度",
    "com.duxiaoman.umoney": "度小满",
    "com.qihoo.loan": "360借条",
    "com.fenqile.fenqile": "分期乐",
    "com.paypal.android.p2pmobile": "PayPal",
    "hk.alipay.wallet": "AlipayHK",
    # banks
    "com.icbc": "中国工商银行",
    "com.chinamworld.main": "中国建设银行",
    "com.chinamworld.bocmbci": "中国银行",
    "com.android.bankabc": "中国农业银行",
    "com.bankcomm.Bankcomm": "交通银行",
    "cmb.pb": "招商银行",
    "com.yitong.mbank.psbc": "邮储银行",
    # the phone itself
    "com.android.mms": "短信",
    "com.android.messaging": "短信",
    "com.google.android.apps.messaging": "Google Messages",
    "com.samsung.android.messaging": "Samsung Messages",
    "com.android.contacts": "通讯录",
    "com.android.dialer": "电话",
    "com.android.incallui": "电话",
    "com.google.android.dialer": "Phone by Google",
    "com.samsung.android.dialer": "Samsung Phone",
    "com.android.chrome": "Chrome",
    "com.android.browser": "浏览器",
    "com.google.android.gm": "Gmail",
    "com.netease.mail": "网易邮箱大师",
    "com.tencent.androidqqmail": "QQ邮箱",
}

_PACKAGE = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)+")
_DIGEST = re.compile(r"[0-9a-f]{32}")


@cache
def _by_digest() -> dict[str, str]:
    """Return the apps by the MD5 of their package, the suffix that OPPO, OnePlus and realme write."""
    return {hashlib.md5(package.encode(), usedforsecurity=False).hexdigest(): name for package, name in APPS.items()}


def app_named(suffix: str) -> str:
    """Return the app a file name's suffix stands for: package, digest of a package, or the app's own name.

    An unknown package is returned as it is; an unknown digest or a mere number says nothing and gives an empty string.
    """
    if _DIGEST.fullmatch(suffix.lower()):
        return _by_digest().get(suffix.lower(), "")
    if _PACKAGE.fullmatch(suffix):
        return APPS.get(suffix, suffix)
    return "" if suffix.isdecimal() else suffix.strip()
