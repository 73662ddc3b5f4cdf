"""How each messenger looks: colours by day and by night, where its times, faces and names stand."""

from dataclasses import dataclass, replace

Colours = tuple[str, str, str, str, str, str, str, str, str]
"""Page, bars, ink of bars, bubbles of others and their ink, own bubbles and their ink, what is faint, field."""


@dataclass(frozen=True)
class Look:
    """``times``: sep, beside, inside, under; ``seps``: how a separator is written, see `chats`."""

    name: str
    day: Colours
    night: Colours
    times: str = "sep"
    seps: str = "wechat"
    pill: bool = False
    face: str = "square"
    own_face: bool = True
    names: bool = False
    radius: int = 5
    title: str = "center"
    extras: tuple[str, ...] = ("short", "emoji", "picture")
    read: str = ""
    hint: str = ""
    chips: tuple[str, ...] = ()
    tail: bool = False
    gap: int = 5


WECHAT_EXTRAS = (
    "short",
    "short",
    "emoji",
    "picture",
    "voice",
    "heard",
    "recalled",
    "sticker",
    "card",
    "quote",
    "quote",
    "unread",
)

LOOKS = {
    look.name: look
    for look in (
        Look(
            "wechat",
            ("#ededed", "#ededed", "#181818", "#ffffff", "#191919", "#95ec69", "#101010", "#9a9a9a", "#ffffff"),
            ("#111111", "#191919", "#d5d5d5", "#2c2c2c", "#d5d5d5", "#3eb575", "#04130b", "#6f6f6f", "#2a2a2a"),
            extras=WECHAT_EXTRAS,
            tail=True,
        ),
        Look(
            "wechat_service",
            ("#ededed", "#ededed", "#181818", "#ffffff", "#191919", "#95ec69", "#101010", "#a5a5a5", "#f7f7f7"),
            ("#111111", "#191919", "#d5d5d5", "#2c2c2c", "#d5d5d5", "#29b560", "#04130b", "#707070", "#202020"),
            tail=True,
            extras=("short", "picture", "recalled", "emoji"),
            hint="menu",
        ),
        Look(
            "wecom",
            ("#f2f3f5", "#ffffff", "#1d2129", "#ffffff", "#1f2329", "#c9e7ff", "#1f2329", "#98a0ac", "#f5f6f7"),
            ("#141414", "#1c1c1c", "#dddddd", "#2a2b2d", "#e0e0e0", "#1c4a77", "#e8f1fb", "#777d86", "#2a2a2a"),
            names=True,
            read="已读",
            seps="wecom",
            extras=("short", "picture", "quote", "recalled"),
        ),
        Look(
            "qq",
            ("#f0f1f5", "#f6f7fb", "#111111", "#ffffff", "#111111", "#0d99ff", "#ffffff", "#9097a3", "#ffffff"),
            ("#0f0f10", "#18191b", "#e6e6e6", "#262729", "#e9e9e9", "#1769c4", "#ffffff", "#75787f", "#2a2b2d"),
            face="round",
            radius=12,
            seps="qq",
            extras=("short", "emoji", "picture", "voice", "recalled", "sticker"),
        ),
        Look(
            "line",
            ("#8fabd0", "#8fabd0", "#10151c", "#ffffff", "#111111", "#8ee36b", "#101c0a", "#3f5268", "#f4f5f6"),
            ("#15171b", "#15171b", "#ececec", "#35373c", "#f0f0f0", "#58b85a", "#06140a", "#8d939c", "#2b2d31"),
            times="beside",
            seps="line",
            pill=True,
            face="round",
            own_face=False,
            radius=16,
            title="left",
            read="已讀",
            extras=("short", "emoji", "sticker", "picture", "recalled", "quote"),
        ),
        Look(
            "telegram",
            ("#cfdcc4", "#527da3", "#ffffff", "#ffffff", "#000000", "#e6fdd3", "#04100a", "#6c8a5f", "#ffffff"),
            ("#0e1621", "#17212b", "#f2f5f8", "#182533", "#f0f4f8", "#2b5278", "#f4f8fb", "#7d93a8", "#17212b"),
            times="inside",
            seps="telegram",
            pill=True,
            face="none",
            own_face=False,
            radius=13,
            title="left",
            read="✓✓",
            extras=("short", "emoji", "picture", "quote"),
        ),
        Look(
            "whatsapp",
            ("#efe8df", "#ffffff", "#0b141a", "#ffffff", "#111b21", "#d9fdd3", "#111b21", "#667781", "#ffffff"),
            ("#0b141a", "#0b141a", "#e9edef", "#1f2c34", "#e9edef", "#005c4b", "#e9edef", "#8696a0", "#1f2c34"),
            times="inside",
            seps="whatsapp",
            pill=True,
            face="none",
            own_face=False,
            radius=9,
            title="left",
            read="✓✓",
            extras=("short", "emoji", "picture", "quote"),
        ),
        Look(
            "ios_sms",
            ("#ffffff", "#f6f6f6", "#000000", "#e9e9eb", "#000000", "#34c759", "#ffffff", "#8a8a8e", "#ffffff"),
            ("#000000", "#161617", "#ffffff", "#26262a", "#ffffff", "#30b652", "#ffffff", "#8d8d93", "#000000"),
            seps="ios",
            face="none",
            own_face=False,
            radius=18,
            extras=("short",),
            gap=60,
        ),
        Look(
            "miui_sms",
            ("#f7f7f7", "#f7f7f7", "#111111", "#ffffff", "#202020", "#d7e9ff", "#12253c", "#999999", "#ffffff"),
            ("#000000", "#000000", "#e5e5e5", "#242424", "#dcdcdc", "#1f3d63", "#e3efff", "#808080", "#242424"),
            seps="miui",
            face="none",
            own_face=False,
            radius=15,
            title="left",
            extras=("short",),
            gap=4,
        ),
        Look(
            "plain_sms",
            ("#fdfcff", "#fdfcff", "#1a1b20", "#e9edf6", "#1b1c1f", "#d5e3ff", "#0d1b33", "#6a6d75", "#eceff5"),
            ("#131316", "#131316", "#e4e2e6", "#2b2d33", "#e4e2e6", "#2a4674", "#dce6ff", "#90939c", "#25262b"),
            times="under",
            seps="whatsapp",
            face="round",
            own_face=False,
            radius=20,
            title="left",
            extras=("short",),
        ),
        Look(
            "alipay_service",
            ("#f3f4f6", "#ffffff", "#222222", "#ffffff", "#222222", "#cfe3ff", "#10233f", "#a2a5ab", "#f3f4f6"),
            ("#121212", "#1b1b1b", "#e2e2e2", "#272727", "#dedede", "#1b4b94", "#eef4ff", "#7b7b7b", "#2b2b2b"),
            seps="full",
            face="round",
            radius=8,
            read="已读",
            extras=("short", "picture", "recalled"),
            chips=("转人工", "查进度", "投诉建议", "常见问题"),
        ),
        Look(
            "shop_service",
            ("#f4f4f4", "#ffffff", "#262626", "#ffffff", "#262626", "#ffe1dc", "#3a1410", "#999999", "#f4f4f4"),
            ("#141414", "#1d1d1d", "#e2e2e2", "#292929", "#e0e0e0", "#6d2722", "#ffeeec", "#7f7f7f", "#2c2c2c"),
            seps="short",
            face="round",
            radius=10,
            names=True,
            extras=("short", "picture", "card"),
            chips=("订单查询", "退款进度", "人工服务"),
        ),
        Look(
            "bank_service",
            ("#eef3f4", "#0f7c86", "#ffffff", "#ffffff", "#233036", "#bfe6e3", "#0b2d30", "#8b9ba0", "#ffffff"),
            ("#101516", "#13292c", "#e2eeee", "#202829", "#dfe8e8", "#135a5b", "#e6f5f4", "#74868a", "#202829"),
            times="under",
            seps="full",
            face="round",
            radius=7,
            names=True,
            extras=("short", "picture"),
        ),
    )
}
LOOKS["wechat_group"] = replace(LOOKS["wechat"], name="wechat_group", names=True)
LOOKS["line_group"] = replace(LOOKS["line"], name="line_group", names=True)
