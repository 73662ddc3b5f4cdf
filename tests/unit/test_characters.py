"""Folding character by character gives what folding the whole text gives, whatever stands beside each other."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from evidence_app.characters import folded, simplified

JOINING = "ｶﾞe\u0301한ᄒ\u1161ㄱ̈ﾟ１Ａ　\u0301\u20dd"


def plainly(text: str) -> str:
    return "".join(simplified(unicodedata.normalize("NFKC", text)).replace("覆", "复").casefold().split())


@given(st.text() | st.text(st.sampled_from(JOINING + "客服工號 ，1a")))
@example("ｶﾞ")
@example("e\u0301\u0327")
@example("各\u1100\u1161\u11a8")
@example("①㈱ﬀ\u3000\u0085\x1c\0\ud800")
def test_a_text_is_folded_as_its_whole_would_be(text: str) -> None:
    assert folded(text) == plainly(text)


def test_what_taiwan_and_hong_kong_write_for_an_answer_is_compared_as_the_mainland_writes_it() -> None:
    assert folded("書面答覆") == folded("书面答复")
    assert folded("回覆") == folded("回復") == folded("回复")
