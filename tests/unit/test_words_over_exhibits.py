"""What stands over any exhibit does not call it a picture: it may be a chat, a mail, a PDF or a recording."""

import tomllib
from xml.etree import ElementTree

import pytest

from evidence_app.resources import RESOURCES

PAGES = {"ReviewBar", "ReviewFoot", "ReviewList", "ReviewPage", "ReviewVerbs", "SuggestedStrip", "Facts", "EntryVerbs"}
PICTURE = ("picture", "图", "圖")


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_the_window_calls_it_an_exhibit(language: str) -> None:
    contexts = ElementTree.parse(RESOURCES / "translations" / f"juzheng_{language}.ts").iter("context")
    said = [
        "".join(translation.itertext()).strip()
        for context in contexts
        if context.findtext("name") in PAGES
        for translation in context.iter("translation")
    ]
    assert said
    assert [words for words in said if any(word in words for word in PICTURE)] == []


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_the_dossier_calls_it_an_exhibit(language: str) -> None:
    phrases = tomllib.loads((RESOURCES / "phrases" / f"dossier.{language}.toml").read_text("utf-8"))
    words = phrases["transcript"]
    assert not any(word in words["title"] + words["read"] for word in PICTURE)
