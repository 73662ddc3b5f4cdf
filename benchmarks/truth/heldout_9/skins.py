"""The looks of talks: colours, where portraits, names and times stand."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Colours:
    """Page, bar, ink, faint ink, their bubble and its ink, ours and its ink."""

    page: str
    bar: str
    ink: str
    faint: str
    theirs: str
    theirs_ink: str
    ours: str
    ours_ink: str


@dataclass(frozen=True)
class Skin:
    """``mode``: where times stand: ``sep``, ``inside``, ``beside``, ``above`` or ``below`` a bubble."""

    name: str
    light: Colours
    dark: Colours
    mode: str = "sep"
    day: str = "chat"
    hour: str = "24"
    face: str = "square"
    radius: str = "6px"
    size: int = 16
    pill: bool = False
    apple: bool = False
    title: str = "centre"
    foot: str = "wechat"
    gap: int = 14
    border: str = ""
    own_face: bool = True
    note: str = ""


def _dark(ours: str, ours_ink: str = "#fff", page: str = "#111", theirs: str = "#2c2c2c") -> Colours:
    return Colours(page, "#191919" if page == "#111" else page, "#e6e6e6", "#8a8a8a", theirs, "#dedede", ours, ours_ink)


def _light(page: str, bar: str, theirs: str, ours: str, ours_ink: str = "#111", ink: str = "#111") -> Colours:
    return Colours(page, bar, ink, "#8b8b90", theirs, "#141414", ours, ours_ink)


APPLE_DARK = Colours("#000", "#121214", "#fff", "#8e8e93", "#26262a", "#fff", "#0a84ff", "#fff")
SMS_DARK = Colours("#0e0e10", "#0e0e10", "#eee", "#8f8f94", "#242528", "#e8e8e8", "#2f6fe0", "#fff")

SKINS = {
    each.name: each
    for each in (
        Skin("wechat", _light("#ededed", "#ededed", "#fff", "#95ec69"), _dark("#3eb575", "#06120b")),
        Skin(
            "group", _light("#ededed", "#ededed", "#fff", "#95ec69"), _dark("#3eb575", "#06120b"), apple=True, hour="cn"
        ),
        Skin(
            "service",
            _light("#f3f3f3", "#f7f7f7", "#fff", "#95ec69"),
            _dark("#3eb575", "#06120b"),
            foot="menu",
            day="chat",
        ),
        Skin(
            "lender",
            _light("#f4f6fb", "#2f6bff", "#fff", "#2f6bff", "#fff", "#fff"),
            _dark("#2553c4"),
            face="round",
            radius="4px 14px 14px 14px",
            foot="app",
            day="iso",
            hour="24",
        ),
        Skin(
            "wallet",
            _light("#f5f5f5", "#f5f5f5", "#fff", "#1677ff", "#fff"),
            _dark("#1668dc"),
            face="round",
            radius="8px",
            foot="chips",
            hour="24",
        ),
        Skin(
            "mall",
            _light("#f6f6f8", "#fff", "#fff", "#f23030", "#fff"),
            _dark("#c6261f"),
            mode="above",
            day="iso",
            face="round",
            radius="10px",
            foot="chips",
            own_face=False,
        ),
        Skin(
            "takeout",
            _light("#f7f7f7", "#ffd100", "#fff", "#ffe14d"),
            _dark("#b79a10", "#111"),
            face="round",
            radius="12px",
            foot="chips",
            own_face=False,
            hour="24",
        ),
        Skin(
            "web",
            _light("#fff", "#0f4c81", "#eef1f5", "#d8ecff", "#0b2b45", "#fff"),
            _dark("#1d4d78"),
            mode="above",
            day="slash",
            face="round",
            radius="3px",
            foot="web",
            own_face=False,
            title="left",
        ),
        Skin(
            "qq",
            _light("#f1f2f7", "#f1f2f7", "#fff", "#12b7f5", "#fff"),
            _dark("#0e86b8"),
            face="round",
            radius="12px",
            foot="wechat",
            hour="parts",
        ),
        Skin(
            "line",
            _light("#8cabd9", "#8cabd9", "#fff", "#8de055"),
            _dark("#4cc764", "#0b1a0b", "#10131a"),
            mode="beside",
            day="line",
            hour="cn",
            face="round",
            radius="17px",
            pill=True,
            foot="line",
            title="left",
            own_face=False,
        ),
        Skin(
            "telegram",
            _light("#cfdcc4", "#fff", "#fff", "#e3fecb"),
            _dark("#3a6ea5", "#fff", "#0f1822", "#1b2836"),
            mode="inside",
            day="pill",
            face="none",
            radius="14px",
            pill=True,
            foot="telegram",
            own_face=False,
        ),
        Skin(
            "whatsapp",
            _light("#efe7de", "#075e54", "#fff", "#dcf8c6", "#111", "#fff"),
            _dark("#005c4b", "#e9edef", "#0b141a", "#202c33"),
            mode="inside",
            day="pill",
            face="none",
            radius="8px",
            pill=True,
            foot="telegram",
            title="left",
            own_face=False,
            hour="cn",
        ),
        Skin(
            "imessage",
            _light("#fff", "#f7f7f8", "#e9e9eb", "#0a84ff", "#fff"),
            APPLE_DARK,
            day="apple",
            face="none",
            radius="18px",
            apple=True,
            foot="apple",
            own_face=False,
        ),
        Skin(
            "ios_sms",
            _light("#fff", "#f7f7f8", "#e9e9eb", "#34c759", "#fff"),
            replace(APPLE_DARK, ours="#2fae4e"),
            day="apple",
            hour="cn",
            face="none",
            radius="18px",
            apple=True,
            foot="apple",
            own_face=False,
            note="短信",
        ),
        Skin(
            "mi_sms",
            _light("#fff", "#fff", "#f0f0f0", "#3482ff", "#fff"),
            SMS_DARK,
            hour="cn",
            face="none",
            radius="16px",
            foot="sms",
            own_face=False,
            title="left",
        ),
        Skin(
            "huawei_sms",
            _light("#f1f3f5", "#f1f3f5", "#fff", "#b9dcff"),
            SMS_DARK,
            day="full",
            mode="below",
            face="round",
            radius="16px",
            foot="sms",
            own_face=False,
            title="left",
        ),
        Skin(
            "oppo_sms",
            _light("#fafafa", "#fafafa", "#ececec", "#2ac26b", "#fff"),
            SMS_DARK,
            hour="parts",
            face="none",
            radius="14px",
            foot="sms",
            own_face=False,
            title="left",
        ),
        Skin(
            "samsung_sms",
            _light("#fcfcfc", "#fcfcfc", "#efeff1", "#4a7dff", "#fff"),
            SMS_DARK,
            mode="beside",
            day="full",
            hour="cn",
            face="none",
            radius="20px",
            foot="sms",
            own_face=False,
            title="left",
        ),
        Skin(
            "google_sms",
            _light("#fff", "#fff", "#e8eef7", "#0b57d0", "#fff"),
            SMS_DARK,
            day="apple",
            face="round",
            radius="20px",
            foot="sms",
            own_face=False,
            title="left",
        ),
    )
}

FACES = ("#5b8def", "#e8836b", "#55b59a", "#b58be0", "#d9a441", "#7a8b99", "#e06a94")
