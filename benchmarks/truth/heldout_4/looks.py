"""How chats look: what is common to all of them, and each app's colours and shapes, by day and by night."""

from dataclasses import dataclass, field

FONTS = {
    "ios-cn": "Inter, 'Noto Sans CJK SC'", "android-cn": "Roboto, 'Noto Sans CJK SC'", "micro": "'WenQuanYi Micro Hei'",
    "kai": "'LXGW WenKai'", "open-cn": "'Open Sans', 'Noto Sans CJK SC'", "ios-hk": "Inter, 'Noto Sans CJK HK'",
    "android-hk": "Roboto, 'Noto Sans CJK HK'", "ios-tw": "Inter, 'Noto Sans CJK TC'", "android-tw": "Roboto, 'Noto Sans CJK TC'",
}  # fmt: skip


@dataclass(frozen=True)
class Look:
    """An app. ``stamp`` is where times stand: gap (separators), beside or inside bubbles (with days between)."""

    name: str
    stamp: str
    day: dict[str, str]
    night: dict[str, str]
    css: str = ""
    face: int = 0
    radius: str = "18px"
    size: str = "16px"
    most: str = "72%"
    parts: dict[str, str] = field(default_factory=dict)


BASE = """
*{margin:0;padding:0;box-sizing:border-box}
html,body{background:var(--ground);color:var(--ink);font-size:var(--size);line-height:1.4;font-family:var(--font)}
.screen{display:flex;flex-direction:column;min-height:var(--high)}
.fixed{height:var(--high);overflow:hidden}
.status{display:flex;justify-content:space-between;padding:9px 22px 5px;font-size:14px;font-weight:600;background:var(--bar);color:var(--ink)}
.status span+span{font-weight:400;font-size:12px}
.top{display:flex;align-items:center;justify-content:space-between;padding:8px 14px 10px;background:var(--bar);border-bottom:.5px solid var(--line)}
.top .title{font-size:17px;font-weight:600;text-align:center;flex:1}
.top .title small{display:block;font-size:12px;font-weight:400;color:var(--dim)}
.top .go{width:34px;font-size:24px;line-height:1}.top .more{width:34px;text-align:right;font-weight:700}
.view{flex:1;padding:8px 12px 10px;display:flex;flex-direction:column;justify-content:flex-start}
.fixed .view{justify-content:flex-end;overflow:hidden;min-height:0}
.view>*{flex:none}
.short .view:after{content:"";flex:1 1 0}
.sep{text-align:center;color:var(--dim);font-size:12px;margin:12px 0 8px}
.pill{align-self:center;background:var(--pill);color:var(--pillink);border-radius:12px;padding:3px 11px}
.line{display:flex;align-items:flex-start;margin:5px 0;gap:9px}
.line.out{flex-direction:row-reverse}
.face{flex:none;width:var(--face);height:var(--face);border-radius:var(--faceround);overflow:hidden}
.column{max-width:var(--most);display:flex;flex-direction:column}
.out .column{align-items:flex-end}.in .column{align-items:flex-start}
.name{font-size:12px;color:var(--dim);margin:0 2px 3px}
.bubble{padding:8px 12px;border-radius:var(--radius);background:var(--theirs);color:var(--theirsink);word-break:break-word}
.out .bubble{background:var(--mine);color:var(--mineink)}
.beside{align-self:flex-end;font-size:11px;color:var(--stamp);line-height:1.25}.out .beside{text-align:right}
.inside{float:right;font-size:11px;color:var(--stamp);margin:7px 0 -4px 10px}
.foot{display:flex;align-items:center;gap:10px;padding:9px 12px 22px;background:var(--bar);border-top:.5px solid var(--line)}
.field{flex:1;background:var(--field);border-radius:18px;height:36px;padding:7px 14px;color:var(--dim);font-size:14px}
.dot{width:27px;height:27px;border:1.6px solid var(--dim);border-radius:50%}
"""

WHITE = {
    "ground": "#fff",
    "bar": "#fff",
    "ink": "#111",
    "dim": "#8a8a8e",
    "line": "#e2e2e4",
    "field": "#f2f2f4",
    "pill": "#0000",
    "pillink": "#8a8a8e",
    "stamp": "#8a8a8e",
}
BLACK = {
    "ground": "#000",
    "bar": "#121214",
    "ink": "#f2f2f2",
    "dim": "#8d8d93",
    "line": "#2a2a2c",
    "field": "#1f1f22",
    "pill": "#0000",
    "pillink": "#8d8d93",
    "stamp": "#8d8d93",
}

LOOKS = {
    "wechat": Look(
        "wechat", "gap",
        WHITE | {"ground": "#ededed", "bar": "#ededed", "line": "#d5d5d5", "field": "#fff", "dim": "#9b9b9b", "theirs": "#fff", "theirsink": "#191919", "mine": "#95ec69", "mineink": "#191919"},
        BLACK | {"ground": "#111", "bar": "#191919", "theirs": "#2c2c2c", "theirsink": "#d9d9d9", "mine": "#3eb575", "mineink": "#06150c"},
        ".bubble{padding:9px 11px}.in .bubble{margin-left:2px}", 40, "5px", "16.5px", "70%", {"faceround": "5px"},
    ),
    "service": Look(
        "service", "gap",
        WHITE | {"ground": "#f4f6fa", "bar": "#fff", "theirs": "#fff", "theirsink": "#222a35", "mine": "#2f6bff", "mineink": "#fff"},
        BLACK | {"ground": "#15171c", "bar": "#1c1f26", "theirs": "#272b34", "theirsink": "#e3e6ec", "mine": "#2a5fd8", "mineink": "#fff"},
        ".bubble{border-top-left-radius:3px}.out .bubble{border-top-left-radius:12px;border-top-right-radius:3px}", 36, "12px", "15px", "74%", {"faceround": "50%"},
    ),
    "line": Look(
        "line", "beside",
        WHITE | {"ground": "#8cabd8", "bar": "#8cabd8", "line": "#8cabd8", "field": "#f2f2f4", "theirs": "#fff", "theirsink": "#111", "mine": "#8de055", "mineink": "#111", "pill": "#7390b9", "pillink": "#fff", "stamp": "#4f6787"},
        BLACK | {"ground": "#141a22", "bar": "#141a22", "theirs": "#2b323b", "theirsink": "#f0f0f0", "mine": "#5bb84a", "mineink": "#0d130b", "pill": "#2a313a", "pillink": "#cfd6de"},
        ".foot{background:var(--footer,#fff)}.name{color:var(--stamp)}", 34, "17px", "15.5px", "64%", {"faceround": "50%"},
    ),
    "telegram": Look(
        "telegram", "inside",
        WHITE | {"ground": "#cfdcc0", "theirs": "#fff", "theirsink": "#111", "mine": "#e3fdd0", "mineink": "#111", "pill": "#7f9a72", "pillink": "#fff", "stamp": "#6f9a62"},
        BLACK | {"ground": "#0e1621", "bar": "#17212b", "theirs": "#182533", "theirsink": "#f1f4f7", "mine": "#2b5278", "mineink": "#f1f4f7", "pill": "#1d2b39", "pillink": "#dbe5ee", "stamp": "#8fb0cf"},
        ".in .bubble{border-bottom-left-radius:5px}.out .bubble{border-bottom-right-radius:5px}.line{margin:3px 0}", 0, "15px", "16px", "80%",
    ),
    "whatsapp": Look(
        "whatsapp", "inside",
        WHITE | {"ground": "#f0e9e0", "theirs": "#fff", "theirsink": "#0a1014", "mine": "#d9fdd3", "mineink": "#0a1014", "pill": "#fff", "pillink": "#54656f", "stamp": "#667781"},
        BLACK | {"ground": "#0b141a", "bar": "#0b141a", "theirs": "#202c33", "theirsink": "#e9edef", "mine": "#144d37", "mineink": "#e9edef", "pill": "#182229", "pillink": "#8696a0", "stamp": "#9bb0a8"},
        ".in .bubble{border-top-left-radius:0}.line{margin:3px 0}.pill{border-radius:8px}", 0, "10px", "15.5px", "82%",
    ),
    "imessage": Look(
        "imessage", "gap",
        WHITE | {"theirs": "#e9e9eb", "theirsink": "#000", "mine": "#0a7cff", "mineink": "#fff", "bar": "#f8f8f8"},
        BLACK | {"theirs": "#26262a", "theirsink": "#fff", "mine": "#0a7cff", "mineink": "#fff"},
        ".line{margin:3px 0}.sep b{font-weight:600}", 0, "18px", "16.5px", "74%",
    ),
    "sms": Look(
        "sms", "gap",
        WHITE | {"theirs": "#f0f1f4", "theirsink": "#16181c", "mine": "#2f7df6", "mineink": "#fff"},
        BLACK | {"theirs": "#26282c", "theirsink": "#e8e9ec", "mine": "#2f6fd0", "mineink": "#fff"},
        ".top .title{text-align:left}", 0, "16px", "16px", "82%",
    ),
}  # fmt: skip


def sheet_css(look: Look, dark: bool, font: str, high: float) -> str:
    """Return a look as a style sheet; ``high`` is the screen's height in CSS pixels."""
    values = (look.night if dark else look.day) | {
        "font": FONTS[font] + ",'Noto Color Emoji'", "high": f"{high:.1f}px", "size": look.size, "face": f"{look.face}px",
        "faceround": look.parts.get("faceround", "50%"), "radius": look.radius, "most": look.most,
    }  # fmt: skip
    if dark:
        values["footer"] = values["bar"]
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in values.items()) + "}" + BASE + look.css
