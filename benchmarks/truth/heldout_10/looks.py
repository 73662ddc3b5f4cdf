"""What the chats of real apps look like: colours, bars, bubbles, and where each writes its times."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """``times``: sep (lines between), in, beside, below (a bubble), head (a line above each with the name)."""

    back: str
    bar: str
    ink: str
    own: str
    own_ink: str
    other: str
    other_ink: str
    times: str = "sep"
    label: str = "wechat"
    radius: str = "5px"
    avatars: str = "square"
    font: str = "Roboto,'Noto Sans CJK SC'"
    size: int = 16
    foot: str = "plain"
    centre: bool = True
    pill: str = ""
    clock: str = "24"


SC, TC, HK = "'Noto Sans CJK SC'", "'Noto Sans CJK TC'", "'Noto Sans CJK HK'"
ANDROID, IOS = f"Roboto,{SC}", f"Inter,{SC}"

LOOKS = {
    "wechat": Look("#ededed", "#ededed", "#111", "#95ec69", "#111", "#fff", "#111", font=ANDROID),
    "wechat_ios": Look("#ededed", "#ededed", "#111", "#95ec69", "#111", "#fff", "#111", font=IOS, clock="cn", size=17),
    "wechat_dark": Look("#111111", "#1a1a1a", "#d5d5d5", "#3eb575", "#0a1a10", "#2c2c2c", "#d5d5d5", font=IOS, size=17),
    "wechat_kai": Look(
        "#ededed", "#ededed", "#111", "#95ec69", "#111", "#fff", "#111", font="'LXGW WenKai'", clock="cn"
    ),
    "wechat_tw": Look("#ededed", "#ededed", "#111", "#95ec69", "#111", "#fff", "#111", font=f"Inter,{TC}", clock="cn"),
    "lender": Look(
        "#f5f6fa",
        "#ffffff",
        "#222",
        "#3d7bff",
        "#fff",
        "#fff",
        "#333",
        label="iso",
        radius="4px 12px 12px 12px",
        avatars="round",
        size=15,
        font="'WenQuanYi Micro Hei'",
    ),
    "lender_orange": Look(
        "#f6f6f6",
        "#ff7a2f",
        "#fff",
        "#ffe3d1",
        "#333",
        "#fff",
        "#333",
        label="iso",
        radius="10px",
        avatars="round",
        size=15,
        font="Roboto,'Droid Sans Fallback'",
    ),
    "alipay": Look(
        "#f5f5f5",
        "#ffffff",
        "#333",
        "#8fc6ff",
        "#111",
        "#fff",
        "#333",
        label="dash",
        radius="8px",
        avatars="round",
        size=16,
        font=ANDROID,
    ),
    "jd": Look(
        "#f4f5f7",
        "#ffffff",
        "#1a1a1a",
        "#ffd9d9",
        "#1a1a1a",
        "#fff",
        "#1a1a1a",
        label="iso",
        radius="12px",
        avatars="round",
        size=15,
        font=IOS,
    ),
    "meituan": Look(
        "#f4f4f4",
        "#ffffff",
        "#222",
        "#ffd84d",
        "#222",
        "#fff",
        "#222",
        label="dash",
        radius="10px",
        avatars="round",
        size=15,
        font=ANDROID,
    ),
    "qq": Look(
        "#f2f3f7",
        "#f2f3f7",
        "#111",
        "#12b7f5",
        "#fff",
        "#fff",
        "#111",
        label="qq",
        radius="12px",
        avatars="round",
        font=ANDROID,
    ),
    "qq_dark": Look(
        "#101114",
        "#17181c",
        "#e2e2e4",
        "#1f6fb5",
        "#fff",
        "#27282d",
        "#e2e2e4",
        label="qq",
        radius="12px",
        avatars="round",
        font=ANDROID,
    ),
    "widget": Look(
        "#ffffff",
        "#1e6fff",
        "#fff",
        "#dbe9ff",
        "#222",
        "#f2f3f5",
        "#222",
        times="head",
        radius="8px",
        avatars="round",
        size=14,
        font=f"'Open Sans',{SC}",
        centre=False,
    ),
    "line": Look(
        "#8cabd9",
        "#8cabd9",
        "#111",
        "#85e249",
        "#111",
        "#fff",
        "#111",
        times="beside",
        label="line",
        radius="18px",
        avatars="round",
        size=15,
        font=f"Inter,{TC}",
        pill="rgba(60,80,120,.45)",
        clock="cn",
    ),
    "line_dark": Look(
        "#1e1e20",
        "#111",
        "#fff",
        "#4a9b2e",
        "#fff",
        "#3a3a3c",
        "#fff",
        times="beside",
        label="line",
        radius="18px",
        avatars="round",
        size=15,
        font=f"Roboto,{TC}",
        pill="#333",
    ),
    "telegram": Look(
        "#cddcc5",
        "#ffffff",
        "#222",
        "#e7fdd3",
        "#111",
        "#fff",
        "#111",
        times="in",
        label="day",
        radius="14px",
        avatars="",
        size=15,
        font=ANDROID,
        pill="rgba(70,100,70,.5)",
    ),
    "telegram_dark": Look(
        "#0e1621",
        "#17212b",
        "#fff",
        "#2b5278",
        "#fff",
        "#182533",
        "#fff",
        times="in",
        label="day",
        radius="14px",
        avatars="",
        size=15,
        font=ANDROID,
        pill="#1d2b3a",
    ),
    "whatsapp": Look(
        "#efe7de",
        "#ffffff",
        "#111",
        "#d9fdd3",
        "#111",
        "#fff",
        "#111",
        times="in",
        label="wa",
        radius="8px",
        avatars="",
        size=15,
        font=f"Roboto,{HK}",
        pill="#fff",
        clock="cn",
    ),
    "whatsapp_dark": Look(
        "#0b141a",
        "#1f2c34",
        "#e9edef",
        "#005c4b",
        "#e9edef",
        "#1f2c34",
        "#e9edef",
        times="in",
        label="wa",
        radius="8px",
        avatars="",
        size=15,
        font=f"Roboto,{HK}",
        pill="#1d282f",
    ),
    "imessage": Look(
        "#ffffff",
        "#f8f8f8",
        "#000",
        "#34c759",
        "#fff",
        "#e9e9eb",
        "#000",
        label="ios",
        radius="18px",
        avatars="",
        size=17,
        font=IOS,
    ),
    "imessage_dark": Look(
        "#000000",
        "#161616",
        "#fff",
        "#30d158",
        "#fff",
        "#26252a",
        "#fff",
        label="ios",
        radius="18px",
        avatars="",
        size=17,
        font=IOS,
    ),
    "imessage_tw": Look(
        "#ffffff",
        "#f8f8f8",
        "#000",
        "#0b84fe",
        "#fff",
        "#e9e9eb",
        "#000",
        label="ios",
        radius="18px",
        avatars="",
        size=17,
        font=f"Inter,{TC}",
        clock="cn",
    ),
    "sms_mi": Look(
        "#ffffff",
        "#ffffff",
        "#111",
        "#3482ff",
        "#fff",
        "#f0f0f0",
        "#111",
        label="mi",
        radius="16px",
        avatars="",
        font="'WenQuanYi Micro Hei'",
        centre=False,
    ),
    "sms_huawei": Look(
        "#f1f3f5",
        "#f1f3f5",
        "#111",
        "#c9e1ff",
        "#111",
        "#fff",
        "#111",
        times="below",
        label="week",
        radius="16px",
        avatars="",
        font="Roboto,'Droid Sans Fallback'",
        centre=False,
        clock="cn",
    ),
    "sms_oppo": Look(
        "#f7f7f7",
        "#f7f7f7",
        "#000",
        "#21c063",
        "#fff",
        "#fff",
        "#000",
        label="dash",
        radius="14px",
        avatars="",
        font=f"Lato,{SC}",
        centre=False,
    ),
    "sms_samsung": Look(
        "#ffffff",
        "#ffffff",
        "#111",
        "#2d8cff",
        "#fff",
        "#f2f2f2",
        "#111",
        times="beside",
        label="weekyear",
        radius="20px",
        avatars="",
        font=ANDROID,
        centre=False,
        clock="cn",
    ),
    "sms_samsung_dark": Look(
        "#000000",
        "#000000",
        "#f5f5f5",
        "#1f63c9",
        "#fff",
        "#2a2a2a",
        "#f5f5f5",
        times="beside",
        label="weekyear",
        radius="20px",
        avatars="",
        font=f"Roboto,{TC}",
        centre=False,
        clock="cn",
    ),
    "sms_google": Look(
        "#ffffff",
        "#ffffff",
        "#1f1f1f",
        "#0b57d0",
        "#fff",
        "#e9eef6",
        "#1f1f1f",
        label="google",
        radius="20px",
        avatars="",
        font=f"Roboto,{TC}",
        centre=False,
        clock="cn",
    ),
}


def styles(look: Look) -> str:
    """Return the style sheet of a look."""
    dark = look.back[1] in "01" and look.back[2] in "01e"
    grey = "#8a8a8e" if not dark else "#7d8288"
    return f"""*{{box-sizing:border-box;margin:0;padding:0}}
body{{background:{look.back};font:{look.size}px/1.4 {look.font};color:{look.ink};overflow-wrap:anywhere}}
.page{{display:flex;flex-direction:column;min-height:100vh}}
.status{{display:flex;justify-content:space-between;padding:6px 18px 4px;font-size:13px;font-weight:600;background:{look.bar}}}
.bar{{display:flex;align-items:center;padding:9px 14px 10px;background:{look.bar};border-bottom:.5px solid rgba(128,128,128,.3);font-size:17px}}
.bar .t{{flex:1;font-weight:600;{"text-align:center" if look.centre else "padding-left:10px"}}}
.bar .d{{font-size:11px;font-weight:400;opacity:.65}}
.status,.bar{{color:{look.ink}}}
.view{{flex:1;padding:4px 0 10px;display:flex;flex-direction:column}}
.fixed{{height:100vh;overflow:hidden}}.fixed .view{{overflow:hidden;min-height:0}}
.fixed.end .view{{justify-content:flex-end}}.view>*{{flex-shrink:0}}
.sep,.sys{{align-self:center;font-size:12px;color:{grey};margin:9px 30px 7px;text-align:center;line-height:1.5}}
{f".pill{{background:{look.pill};border-radius:12px;padding:2px 10px;color:{'#fff' if dark or look.pill != '#fff' else '#54656f'}}}" if look.pill else ""}
.m{{display:flex;align-items:flex-start;margin:6px 11px}}.m.out{{flex-direction:row-reverse}}
.av{{width:38px;height:38px;border-radius:{"50%" if look.avatars == "round" else "5px"};flex:none;display:flex;align-items:center;justify-content:center;color:#fff;font-size:17px;margin:0 9px}}
.m.in .av{{margin-left:0}}.m.out .av{{margin-right:0}}
.c{{max-width:{"73%" if look.avatars else "80%"};display:flex;flex-direction:column}}.out .c{{align-items:flex-end}}.in .c{{align-items:flex-start}}
.n{{font-size:12px;color:{grey};margin:0 2px 3px}}
.b{{background:{look.other};color:{look.other_ink};border-radius:{look.radius};padding:9px 12px;}}
.out .b{{background:{look.own};color:{look.own_ink}}}
.q{{font-size:12.5px;color:{grey};background:rgba(128,128,128,.14);border-radius:4px;padding:5px 8px;margin-top:4px}}
.qi{{border-left:3px solid #35a0d8;padding:2px 8px;font-size:13px;opacity:.75;margin-bottom:4px}}
.w{{font-size:10.5px;opacity:.6;float:right;margin:8px -2px -3px 9px}}.ws{{font-size:11px;color:{"#33435f" if look.back == "#8cabd9" else grey};align-self:flex-end;margin:0 6px;white-space:nowrap;text-align:right}}
.wb{{font-size:11px;color:{grey};margin:3px 6px 0}}
.foot{{display:flex;align-items:center;gap:10px;padding:9px 12px 20px;background:{look.bar};border-top:.5px solid rgba(128,128,128,.3)}}
.foot .f{{flex:1;height:36px;border-radius:{"18px" if look.radius != "5px" else "5px"};background:{"#2a2a2a" if dark else "#fff"};border:.5px solid rgba(128,128,128,.25)}}
.foot .k{{width:26px;height:26px;border:1.6px solid {"#fff" if look.bar == "#1e6fff" else grey};border-radius:50%}}"""
