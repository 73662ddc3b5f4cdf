"""A letter for word processors: what makes them draw it as it is meant, judged from the XML in it."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from evidence_app.dossier.letter_docx import FACES, docx_of
from evidence_app.dossier.letter_lines import lines_in
from evidence_app.dossier.letter_look import Setting
from evidence_app.phrases import Language, phrase

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AT = datetime(2026, 11, 24, 2, tzinfo=UTC)

PARAGRAPH = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "pBdr",
    "shd",
    "tabs",
)
PARAGRAPH += ("spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr")
RUN = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "kern", "sz", "szCs", "highlight", "u", "lang")
"""The order in which ISO/IEC 29500-1 (17.3.1.26, 17.3.2.28) has what is used here: Word refuses another one."""


def letter(language: Language = Language.ZH_HANS, facts: tuple[str, ...] = ("2026年8月1日，“催收”来电",)) -> str:
    heading, demands = (phrase("letters", f"heading.{key}", language) for key in ("facts", "demands"))
    numbered = [f"{number}. {fact}" for number, fact in enumerate(facts, 1)]
    return "\n".join(["投诉书", "", "致：某公司", "", heading, *numbered, "", demands, "1. 退款", "", "签名："])


def parts(text: str, language: Language = Language.ZH_HANS) -> dict[str, etree._Element]:
    """Return the document's parts by name, each well-formed."""
    with ZipFile(BytesIO(docx_of(lines_in(text, language), Setting(language, AT)))) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        assert not [name for name in archive.namelist() if name.endswith((".jpeg", ".jpg", ".png"))]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def paragraphs(found: dict[str, etree._Element]) -> list[etree._Element]:
    return list(found["word/document.xml"].iter(f"{W}p"))


def words(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


@pytest.mark.parametrize("language", Language)
def test_what_says_how_it_looks_stands_in_the_standards_order(language: Language) -> None:
    found = parts(letter(language), language)
    tried = 0
    for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml"):
        for tag, order in ((f"{W}pPr", PARAGRAPH), (f"{W}rPr", RUN)):
            for each in found[name].iter(tag):
                places = [order.index(etree.QName(child).localname) for child in each if _is_known(child, order)]
                assert places == sorted(places), etree.tostring(each)
                tried += 1
    assert tried > 40


def _is_known(child: etree._Element, order: tuple[str, ...]) -> bool:
    return etree.QName(child).localname in order


@pytest.mark.parametrize("language", Language)
def test_every_style_that_is_used_names_its_typefaces_and_no_theme_chooses_them(language: Language) -> None:
    found = parts(letter(language), language)
    styles = {each.get(f"{W}styleId"): each for each in found["word/styles.xml"].iter(f"{W}style")}
    used = {each.get(f"{W}val") for each in found["word/document.xml"].iter(f"{W}pStyle")} | {"Normal"}
    assert {"Title", "Heading1", "ListNumber"} <= used
    defaults = [next(found["word/styles.xml"].iter(f"{W}rPrDefault"))]
    for each in [*defaults, *(styles[name] for name in used)]:
        [fonts] = each.iter(f"{W}rFonts")
        assert fonts.get(f"{W}ascii") == fonts.get(f"{W}hAnsi") == "Times New Roman"
        assert fonts.get(f"{W}eastAsia") in (FACES[language].body, FACES[language].heading)
        assert not [name for name in fonts.attrib if "Theme" in str(name)]
    named = {each.get(f"{W}name"): each.find(f"{W}altName") for each in found["word/fontTable.xml"]}
    assert named[FACES[language].body] is not None


@pytest.mark.parametrize(
    ("language", "tag"), [(Language.ZH_HANS, "zh-CN"), (Language.ZH_HANT, "zh-TW"), (Language.EN, "zh-CN")]
)
def test_no_word_is_tagged_as_english_and_japanese_where_it_is_chinese(language: Language, tag: str) -> None:
    found = parts(letter(language), language)
    for name in ("word/document.xml", "word/styles.xml"):
        tags = [each.get(f"{W}eastAsia") for each in found[name].iter(f"{W}lang")]
        assert tags
        assert set(tags) == {tag}
    assert next(found["word/settings.xml"].iter(f"{W}themeFontLang")).get(f"{W}eastAsia") == tag


def test_quotation_marks_of_chinese_are_drawn_in_the_chinese_typeface() -> None:
    for language, hints in ((Language.ZH_HANS, {"eastAsia"}), (Language.EN, set())):
        found = parts(letter(language), language)
        assert {each.get(f"{W}hint") for each in found["word/document.xml"].iter(f"{W}rFonts")} == hints


def test_each_list_counts_by_itself_from_its_first_number() -> None:
    text = letter(facts=("甲", "乙", "丙")).replace("1. 退款", "4. 退款\n5. 道歉\n7. 其他")
    found = parts(text)
    lists: dict[str, list[str]] = {}
    for each in paragraphs(found):
        for number in each.iter(f"{W}numId"):
            lists.setdefault(str(number.get(f"{W}val")), []).append(words(each))
    assert list(lists.values()) == [["甲", "乙", "丙"], ["退款", "道歉"], ["其他"]]
    kinds = {each.get(f"{W}numId"): each[0].get(f"{W}val") for each in found["word/numbering.xml"].iter(f"{W}num")}
    begins = {
        each.get(f"{W}abstractNumId"): next(each.iter(f"{W}start")).get(f"{W}val")
        for each in found["word/numbering.xml"].iter(f"{W}abstractNum")
    }
    assert [begins[kinds[number]] for number in lists] == ["1", "4", "7"]


def test_what_waits_for_the_writer_is_marked() -> None:
    blank, bare = (
        phrase("letters", "blank", Language.ZH_HANS, what="姓名"),
        phrase("letters", "unsupported", Language.ZH_HANS),
    )
    found = parts(letter(facts=(f"我是{blank}，被催收{bare}",)))
    marked = [words(each) for each in found["word/document.xml"].iter(f"{W}r") if list(each.iter(f"{W}highlight"))]
    assert marked == [blank, bare]


def test_it_is_a4_and_each_page_says_its_number() -> None:
    found = parts(letter())
    [size] = found["word/document.xml"].iter(f"{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    fields = [each.get(f"{W}instr").strip() for each in found["word/footer1.xml"].iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_what_it_says_is_what_was_written() -> None:
    text = letter(facts=("一", "二"))
    found = [words(each) for each in paragraphs(parts(text))]
    assert found == [re.sub(r"^\d+\. ", "", line) for line in text.split("\n") if line]
