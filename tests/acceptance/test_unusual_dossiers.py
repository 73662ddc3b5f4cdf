"""Disputes out of the ordinary as PDF: turned photos, hostile texts, long values, a selection, nothing at all."""

import io
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import TimeMark
from evidence_app.domain.timeline import Period
from evidence_app.dossier.writing import write_dossier
from evidence_app.phrases import Language, phrase
from evidence_app.progress import Silent
from tests.acceptance.pdf_words import run, squeezed, words_of
from tests.fakes.dossier_case import (
    encoded,
    exif_with_place,
    full_case,
    image_media,
    new_case,
    options,
    picture,
)

pytestmark = pytest.mark.skipif(not shutil.which("qpdf") or not shutil.which("pdftotext"), reason="needs qpdf, poppler")


def test_a_photo_is_drawn_upright(tmp_path: Path) -> None:
    case = new_case(tmp_path / "originals")
    photo = picture(400, 300, 2)
    data = encoded(photo, "JPEG", quality=95, exif=exif_with_place(6))
    turned = photo.transpose(Image.Transpose.ROTATE_270)
    case.add("photo.jpg", data, image_media(turned, "image/jpeg"))
    result = write_dossier(case.source(), options("plain"), tmp_path / "out.pdf", Silent())
    assert reddest_corner(result.path) == "right"


def test_a_photo_turned_by_a_tag_that_only_the_decoder_understands_is_drawn_upright(tmp_path: Path) -> None:
    case = new_case(tmp_path / "originals")
    photo = picture(400, 300, 2)
    tag = b'<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/>'
    turned = photo.transpose(Image.Transpose.ROTATE_270)
    exhibit = case.add("photo.jpg", encoded(photo, "JPEG", xmp=tag), image_media(turned, "image/jpeg"))
    case.rendered[exhibit.id, 0] = encoded(turned, "PNG")
    result = write_dossier(case.source(), options("plain"), tmp_path / "out.pdf", Silent())
    assert reddest_corner(result.path) == "right"


def reddest_corner(path: Path) -> str:
    """Return on which side of its page the exhibit's red mark stands."""
    with pypdfium2.PdfDocument(path) as document:
        index = next(i for i, page in enumerate(document) if list(page.get_objects(filter=[3])))
        page = document[index].render(scale=1).to_pil().convert("RGB")
    red = [x for x in range(page.width) for y in range(0, page.height, 4) if is_red(page.getpixel((x, y)))]
    return "right" if sum(red) / len(red) > page.width / 2 else "left"


def is_red(pixel: tuple[int, int, int]) -> bool:
    return pixel[0] > 180 and pixel[1] < 60 and pixel[2] < 60


def test_a_picture_that_cannot_be_rendered_costs_one_page_not_the_dossier(tmp_path: Path) -> None:
    from evidence_app.dossier.source import DossierSource, RenderedPage
    from evidence_app.errors import EnvironmentProblem

    def refuse(exhibit: object, page_index: int) -> RenderedPage:
        raise EnvironmentProblem("decoder-crashed")

    case = full_case(tmp_path / "originals", Language.EN)
    source: DossierSource = replace(case.source(), rendered=refuse)
    result = write_dossier(source, options("lawyer", Language.EN), tmp_path / "out.pdf", Silent())
    assert squeezed("the decoder failed on it") in words_of(result.path)


HOSTILE = [  # the long ones take more than a page wherever they are told
    "<b>bold</b> &amp; <para><img src='x'/></para> {page} {0} %s \\",
    "evil\u202egnp.exe",
    "nul\x00here\x07",
    "👨\u200d👩\u200d👧 👍🏽 ❤\ufe0f 🇨🇳",
    "𨋢邨嘅HKSCS",
    "W" * 4_000,
    "\n".join(f"line{number}" for number in range(150)),
    "العربية",
    "，" * 300,
]


@pytest.mark.parametrize("language", Language)
def test_hostile_texts_are_drawn_in_full_and_break_nothing(language: Language, tmp_path: Path) -> None:
    case = new_case(tmp_path / "originals", language)
    for number, text in enumerate(HOSTILE):
        shot = picture(200, 300, number)
        exhibit = case.add(
            text,
            encoded(shot, "PNG"),
            image_media(shot, "image/png"),
            title=text,
            transcript=text,
            marks=(TimeMark(0, text),),
        )
        case.happen(EventKind.MESSAGE, text=text, party=text, agent_id=text[:40], exhibit_ids=(exhibit.id,))
    case.dispute = replace(case.dispute, title=HOSTILE[6], institution=HOSTILE[0], complainant=HOSTILE[3])
    result = write_dossier(case.source(), options("lawyer", language), tmp_path / "out.pdf", Silent())
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", result.path)
    words = words_of(result.path)
    for shown in (
        "<b>bold</b>&amp;<para><img",
        "evil[U+202E]gnp.exe",
        "nul[U+0000]here[U+0007]",
        "𨋢邨嘅HKSCS",
        "👍🏽",
    ):
        assert shown in words
    assert words.count("line149") >= 3
    assert words.count("W") >= 12_000


def test_the_cover_stays_one_page_however_long_its_values_are(tmp_path: Path) -> None:
    case = new_case(tmp_path / "originals")
    long = "很长的名称" * 200
    case.dispute = replace(case.dispute, title=long, institution=long, complainant=long, representative=long)
    chosen = options("lawyer", prepared_by=long)
    result = write_dossier(case.source(), chosen, tmp_path / "out.pdf", Silent())
    assert squeezed(phrase("dossier", "section.summary", Language.ZH_HANS)) in words_of(result.path, 2)


def test_a_selection_never_says_that_nothing_was_recorded(tmp_path: Path) -> None:
    case = full_case(tmp_path / "originals", Language.EN)
    chosen = options("lawyer", Language.EN, period=Period(date(2030, 1, 1), date(2030, 1, 2)))
    words = words_of(write_dossier(case.source(), chosen, tmp_path / "out.pdf", Silent()).path)
    assert "recordedyet" not in words
    assert "hasbeenrecorded" not in words


def bookmarks(path: Path) -> str:
    """Return the titles of all bookmarks, and the file's metadata."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        items = [item.title for section in outline.root for item in (section, *section.children)]
        return " ".join([*items, *(str(value) for value in pdf.docinfo.values())])


def test_nothing_of_an_exhibit_that_was_not_chosen_is_anywhere_in_the_file(tmp_path: Path) -> None:
    case = new_case(tmp_path / "originals", Language.EN)
    for number, word in enumerate(("CHOSEN", "HIDDEN")):
        shot = picture(200, 300, number)
        told = dict.fromkeys(("title", "device", "account", "proves", "element", "transcript", "translation"), word)
        marks = (TimeMark(1000, word),)
        exhibit = case.add(f"{word}.png", encoded(shot, "PNG"), image_media(shot, "image/png"), marks=marks, **told)
        said = dict.fromkeys(("text", "party", "number", "agent_id", "agent_name", "promise", "reference"), word)
        case.happen(EventKind.CALL, exhibit_ids=(exhibit.id,), **said)
        case.log(CustodyKind.EDIT, {"after": word}, (exhibit.id,))
    chosen = options("lawyer", Language.EN, exhibit_ids=("ex0001",))
    result = write_dossier(case.source(), chosen, tmp_path / "out.pdf", Silent())
    words = words_of(result.path) + bookmarks(result.path)
    assert words.count("CHOSEN") > 20
    assert "HIDDEN" not in words
    assert case.exhibits[1].original.sha256 not in words


def test_an_empty_dispute_gives_a_dossier_that_says_so(tmp_path: Path) -> None:
    case = new_case(tmp_path / "originals", Language.EN)
    result = write_dossier(case.source(), options("lawyer", Language.EN), tmp_path / "out.pdf", Silent())
    assert squeezed("No exhibit is in this dossier.") in words_of(result.path)
    assert io.BytesIO(result.path.read_bytes()).read(5) == b"%PDF-"
