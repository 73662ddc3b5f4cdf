"""A text inside an f-string's braces is never collected for translation, and stays English."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IN_BRACES = re.compile(r"""f(["']).*\{[^{}]*\b(?:self\.)?tr(?:anslate)?\((["'])(?P<words>.*?)\2""")


def test_every_text_in_an_f_string_is_collected_elsewhere_too() -> None:
    catalog = (ROOT / "resources" / "translations" / "juzheng_en.ts").read_text(encoding="utf-8")
    lost = [
        f"{path.relative_to(ROOT)}: {found['words']}"
        for path in (ROOT / "ui").rglob("*.py")
        for found in IN_BRACES.finditer(path.read_text(encoding="utf-8"))
        if f"<source>{found['words']}</source>" not in catalog
    ]
    assert lost == []
